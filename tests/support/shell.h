#pragma once

#include <string>

namespace ssr::test {

/// What a command of the shell prints; fails the test where it ends with another code than 0.
std::string output_of(std::string const& command);

}  // namespace ssr::test
