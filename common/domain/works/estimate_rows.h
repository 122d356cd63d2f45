#pragma once

#include "db/session.h"
#include "domain/works/estimate.h"

namespace ssr::works {

/// What follows SELECT to read estimates whole: of `estimates e` and its work `w`, lines as one column of
/// JSON.
extern std::string_view const kWholeEstimate;

Estimate to_estimate(db::Row const& row);

}  // namespace ssr::works
