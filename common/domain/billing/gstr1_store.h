#pragma once

#include "db/session.h"
#include "domain/billing/gstr1.h"

namespace ssr::billing {

/// The papers of a month by their date in India, and the numbers that were issued in it. A credit note that
/// was cancelled counts as a number and as nothing else.
MonthOfPapers papers_of(db::Session& db, Month const& month);

}  // namespace ssr::billing
