#pragma once

#include "domain/works/estimate.h"
#include "view/page.h"

namespace ssr::estimate {

/// What stands in each field of the editor, by the names that SaveForm reads.
view::Values field_values(works::Estimate const& estimate);

/// "3,500.00" and "3500" say the same.
bool says_the_same(std::string_view a, std::string_view b);

}  // namespace ssr::estimate
