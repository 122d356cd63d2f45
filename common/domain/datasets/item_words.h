#pragma once

#include <string>
#include <string_view>

namespace ssr::datasets {

/// A text of a book in one line: white space collapsed, control characters left out.
std::string cleaned(std::string_view text);
/// How names are compared: white space collapsed, no regard to capitals.
std::string name_key(std::string_view name);
/// "Fan Points" of "Fan Points : Residential"; empty where the name is no variant's ("Concrete 1:2:4").
std::string parent_of(std::string_view name);

/// "Nos" for "nos.", "No" and "Nos"; what is not known stays as it is.
std::string canonical_unit(std::string_view unit);
bool is_known_unit(std::string_view unit);
/// "No" of "Nos"; Cum, Sqm, LS and whatever is not known stay.
std::string singular_unit(std::string_view unit);
/// What a group's name tells of its items where the book gives no unit.
std::string inferred_unit(std::string_view group);

/// "2024-25" of "24-25-RSD 2.1.2"; empty where the reference names no year.
std::string schedule_year_of(std::string_view reference);

/// Whether a text is a caption inside an analysis ("b) Material") and not the specification of an item, which
/// may itself begin with the word Labour.
bool is_caption(std::string_view text);

}  // namespace ssr::datasets
