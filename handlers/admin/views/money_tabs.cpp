#include <array>

#include "admin/money_pages.h"
#include "admin/money_tabs.tpl.h"
#include "admin/urls.h"
#include "view/include.h"

namespace ssr::admin {

void add_money_tabs(view::Dictionary& into, view::Marker const& at, view::Frame const& frame) {
    static constexpr std::array<std::pair<std::string_view, std::string_view>, 5> kPlaces{{
        {"Payments", urls::kPayments},
        {"Review", urls::kReview},
        {"Gateway events", urls::kEvents},
        {"Comparisons", urls::kComparisons},
        {"GSTR-1", urls::kGstr1},
    }};
    auto& tabs = view::include(into, at, "admin/money_tabs.tpl");
    for (auto const& [label, href] : kPlaces) {
        auto& place = view::section(tabs, kmt_PLACE);
        place.SetValue(kmt_LABEL, std::string{label});
        place.SetValue(kmt_HREF, std::string{href});
        view::show_if(frame.path == href, place, kmt_CURRENT);
    }
}

}  // namespace ssr::admin
