#pragma once

#include <functional>

#include "base/result.h"
#include "domain/datasets/rate_book.h"
#include "sheet/csv_reader.h"

namespace ssr::datasets {

/// Gives the rows of a CSV file from the first on, until the visitor has enough; the same ones each time.
using FlatRows =
    std::function<Result<Done, sheet::Complaint>(std::function<bool(sheet::CsvRow const&)> const& visit)>;

/// Reads the flat form, a CSV file whose columns are known by their heads: code, description, unit, rate,
/// group; with name and prefix, too, or the four rates of the policies in place of the one. There is no
/// analysis in it. Whoever walks through the items reads the rows again.
BookReading read_flat_book(FlatRows rows, BookForm const& form = {});

}  // namespace ssr::datasets
