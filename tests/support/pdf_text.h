#pragma once

#include <boost/test/unit_test.hpp>

#include <unistd.h>

#include <cstdio>
#include <filesystem>
#include <fstream>
#include <string>

namespace ssr::test {

/// What pdftotext makes of a PDF: its text line by line as it stands on the page; with `-bbox`, each word
/// with its place.
inline std::string text_of_pdf(std::string const& bytes, std::string const& how = "-layout") {
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

}  // namespace ssr::test
