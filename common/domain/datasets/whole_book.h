#pragma once

#include <string>
#include <vector>

#include "domain/datasets/rate_book.h"

namespace ssr::datasets {

/// What can be told only when all items are read, of whatever file: the groups in order, parents of variants,
/// and names that stand more than once ("Bell (2)").
void complete(RateBook& book, std::vector<std::string> const& group_order, Findings& findings);

}  // namespace ssr::datasets
