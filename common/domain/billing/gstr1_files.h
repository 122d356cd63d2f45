#pragma once

#include <string>

#include "base/json.h"
#include "domain/billing/gstr1.h"

namespace ssr::billing {

/// As the tax portal's offline tool takes it. Rupees with two decimals.
Json to_json(Gstr1 const& made);

/// The same tables as sheets of a workbook, for the accountant; bytes of an .xlsx file.
std::string to_workbook(Gstr1 const& made, Instant made_at);

}  // namespace ssr::billing
