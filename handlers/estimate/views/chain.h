#pragma once

#include "estimate/urls.h"
#include "view/figure_pieces.h"

namespace ssr::estimate {

/// E | W1 W2 | B1, of a work; the estimate is a link unless its page is this one.
view::Chain chain_of(std::optional<PublicEstimateId> const& estimate, int workslips, int bills, bool is_here);

}  // namespace ssr::estimate
