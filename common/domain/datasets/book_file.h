#pragma once

#include <string_view>

#include "domain/datasets/rate_book.h"

namespace ssr::datasets {

/// Reads the bytes of an uploaded rate book: a workbook, or the flat form as CSV. Never throws for what is in
/// them.
BookReading read_book_file(std::string_view bytes, BookForm const& form = {});

}  // namespace ssr::datasets
