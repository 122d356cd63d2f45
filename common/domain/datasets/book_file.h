#pragma once

#include <string>

#include "domain/datasets/rate_book.h"

namespace ssr::datasets {

/// Reads the file of a rate book: a workbook, or the flat form as CSV. Never throws for what is in it; a walk
/// through the items of the flat form throws a Fault where the file is not what it was.
BookReading read_book_file(std::string const& path, BookForm const& form = {});

}  // namespace ssr::datasets
