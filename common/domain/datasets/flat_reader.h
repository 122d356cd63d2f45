#pragma once

#include <string_view>

#include "domain/datasets/rate_book.h"

namespace ssr::datasets {

/// Reads the flat form, a CSV file whose columns are known by their heads: code, description, unit, rate,
/// group; with name and prefix, too, or the four rates of the policies in place of the one. There is no
/// analysis in it.
BookReading read_flat_book(std::string_view csv, BookForm const& form = {});

}  // namespace ssr::datasets
