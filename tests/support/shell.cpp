#include "support/shell.h"

#include <boost/test/unit_test.hpp>

#include <array>
#include <cstdio>

namespace ssr::test {

std::string output_of(std::string const& command) {
    auto* const pipe = ::popen(command.c_str(), "r");
    BOOST_REQUIRE(pipe);
    std::string text;
    std::array<char, 65536> piece;
    while (auto const read = std::fread(piece.data(), 1, piece.size(), pipe)) text.append(piece.data(), read);
    BOOST_REQUIRE_MESSAGE(::pclose(pipe) == 0, command << " failed");
    return text;
}

}  // namespace ssr::test
