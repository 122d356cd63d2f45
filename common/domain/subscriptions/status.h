#pragma once

#include <string_view>

#include "domain/subscriptions/access.h"

namespace ssr::subscriptions {

std::string_view code(Status status);  // as in the table: "active"
/// Throws for a word that the table's own check would refuse.
Status parse_status(std::string_view code);

}  // namespace ssr::subscriptions
