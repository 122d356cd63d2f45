#pragma once

#include <boost/test/unit_test.hpp>

#include <unistd.h>

#include <cstdio>
#include <filesystem>
#include <fstream>
#include <string>

namespace ssr::test {

inline std::string pdftotext(std::string const& how, std::string const& bytes) {
    auto const file = std::filesystem::temp_directory_path() / ("ssr-pdf-" + std::to_string(::getpid()));
    std::ofstream{file, std::ios::binary} << bytes;
    auto* const pipe = ::popen(("pdftotext " + how + " '" + file.string() + "' -").c_str(), "r");
    BOOST_REQUIRE(pipe);
    std::string text;
    char part[4096];
    for (std::size_t size; (size = std::fread(part, 1, sizeof part, pipe)) > 0;) text.append(part, size);
    BOOST_TEST(::pclose(pipe) == 0);
    std::filesystem::remove(file);
    return text;
}

/// What a person can select and copy out of a PDF, line by line as it stands on the page.
inline std::string text_of_pdf(std::string const& bytes) { return pdftotext("-layout", bytes); }
/// Each word with its place in points: <word xMin="50.0" yMin=… xMax=… yMax=…>Paper</word>
inline std::string words_of_pdf(std::string const& bytes) { return pdftotext("-bbox", bytes); }

}  // namespace ssr::test
