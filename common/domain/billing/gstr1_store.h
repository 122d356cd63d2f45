#pragma once

#include "db/session.h"
#include "domain/billing/gstr1.h"

namespace ssr::billing {

/// The papers of a month by their date in India, and the numbers that were issued in it. A credit note that
/// was cancelled counts as a number and as nothing else.
MonthOfPapers papers_of(db::Session& db, Month const& month);

/// A return that leaves the house.
struct Gstr1Export {
    Month month;
    std::string form;  // "xlsx", "json"
    UserId by;
    std::string ip_address;
};
/// Puts it into the audit trail.
void record_export(db::Session& db, Gstr1Export const& what, Instant now);

}  // namespace ssr::billing
