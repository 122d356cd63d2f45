#pragma once

#include <string>

namespace ssr::sheet {

/// What is wrong with a file, and where; in words for the person who made the file.
struct Complaint {
    std::string sheet;  // empty: the whole file
    std::string cell;   // "J57"; empty: the whole sheet
    std::string message;
    bool operator==(Complaint const&) const = default;
};

}  // namespace ssr::sheet
