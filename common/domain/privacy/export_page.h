#pragma once

#include <iosfwd>
#include <string>
#include <string_view>

#include "base/instant.h"
#include "base/json.h"

// The readable half of an export: one HTML file that needs nothing but itself.
namespace ssr::privacy {

std::string html_escaped(std::string_view text);

void begin_page(std::ostream& out, Instant made);
void begin_section(std::ostream& out, std::string_view heading, std::size_t rows);
/// Amounts in rupees and times of India, as people read them.
void write_row(std::ostream& out, Json const& row);
void end_page(std::ostream& out);

}  // namespace ssr::privacy
