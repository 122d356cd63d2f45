#pragma once

#include "domain/datasets/block_reader.h"

namespace ssr::datasets {

// Mistakes that real books hold. They are told and never mended: the schedule is the department's.

/// Of one block with a rate: labels against divisors, percentages against labels and settings, rates by the
/// day, paise.
void check_block(sheet::Sheet const& sheet, Block const& block, BlockReader& reader,
                 PolicyPercentages const& percentages, Findings& findings);

/// Of the whole book: variants of one item at one and the same rates.
void check_variants(std::vector<BookItem> const& items, Findings& findings);

}  // namespace ssr::datasets
