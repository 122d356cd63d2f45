#pragma once

#include <string>
#include <vector>

#include "subscriptions/pages.h"

namespace ssr::subscriptions_pages {

/// Something that waits for a person, and where he sees to it.
struct ToDo {
    std::string text, detail, href;
};

/// Pure: an order that can be paid still, auto-renew that waits for him, what ends within days and nothing
/// renews, and what ended lately. Empty: nothing waits.
std::vector<ToDo> to_do(DashboardPage const& page);

}  // namespace ssr::subscriptions_pages
