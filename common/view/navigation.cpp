#include "view/navigation.h"

#include <algorithm>

namespace ssr::view {
namespace {

constexpr Place kApp[] = {
    {"Work", "Dashboard", "/dashboard/", "grid-1x2", {}, "Home"},
    {"Work", "Works", "/works/", "folder2", {}, "Works"},
    {"Work", "Estimate", "/estimate/", "calculator", {"/datas/"}, "Estimate"},
    {"Work", "Workslip", "/workslip/", "arrow-left-right"},
    {"Work", "Bill", "/bill/", "receipt", {}, "Bill"},
    {"Work", "Self-formatted", "/self-formatted/", "file-earmark-text"},
    {"Account", "My subscription", "/subscriptions/", "layers", {"/modules/"}},
    {"Account", "Payments", "/payments/", "credit-card"},
    {"Account", "Settings", "/settings/", "gear", {"/profile/", "/accounts/"}},
    {"Account", "Help and support", "/help/", "life-preserver", {"/support/"}},
};

constexpr Place kAdmin[] = {
    {"Overview", "Dashboard", "/admin-panel/", "speedometer2", {}, "Home", false},
    {"Overview", "Users", "/admin-panel/users/", "people", {}, "Users", false},
    {"Overview",
     "Payments",
     "/admin-panel/payments/",
     "credit-card",
     {"/admin-panel/review/", "/admin-panel/events/", "/admin-panel/comparisons/", "/admin-panel/gstr-1/"},
     "Payments",
     false},
    {"Overview", "Subscriptions", "/admin-panel/subscriptions/", "calendar-check", {}, {}, false},
    {"Catalogue", "Modules and prices", "/admin-panel/modules/", "layers", {}, {}, false},
    {"Catalogue", "Coupons", "/admin-panel/coupons/", "ticket-perforated", {}, {}, false},
    {"Catalogue", "Rate datasets", "/admin-panel/datasets/", "database", {}, "Datasets", false},
    {"Desk", "Tickets", "/admin-panel/tickets/", "chat-left-text"},
    {"Desk", "Announcements", "/admin-panel/announcements/", "megaphone"},
    {"Desk", "Help pages", "/admin-panel/help/", "question-circle"},
    {"Desk", "Audit log", "/admin-panel/audit-log/", "clock-history", {}, {}, false},
};

std::size_t fit(Place const& place, std::string_view path) {
    if (path.starts_with(place.href)) return place.href.size();
    for (auto const also : place.also)
        if (!also.empty() && path.starts_with(also)) return also.size();
    return 0;
}

}  // namespace

std::span<Place const> places_of(Area area) {
    if (area == Area::admin) return kAdmin;
    return kApp;
}

Place const* current_place(std::span<Place const> places, std::string_view path) {
    auto const best = std::max_element(places.begin(), places.end(), [&](Place const& a, Place const& b) {
        return fit(a, path) < fit(b, path);
    });
    return best != places.end() && fit(*best, path) > 0 ? &*best : nullptr;
}

}  // namespace ssr::view
