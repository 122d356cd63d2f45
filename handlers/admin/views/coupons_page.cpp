#include "admin/coupon_pages.h"
#include "admin/coupon_urls.h"
#include "admin/coupon_words.h"
#include "admin/coupons.tpl.h"
#include "base/text.h"
#include "view/list_pieces.h"

namespace ssr::admin {

namespace {

using billing::CouponState;

std::string used(billing::CouponLine const& line) {
    auto const times = std::to_string(line.times_used);
    return line.coupon.usage_limit ? times + " of " + std::to_string(*line.coupon.usage_limit) : times;
}

view::Table table_of(CouponsPage const& page) {
    using Kind = view::Column::Kind;
    view::Table table{.caption = "Coupons, newest first",
                      .columns = {{.label = "Code", .is_lead = true},
                                  {.label = "Discount"},
                                  {.label = "For"},
                                  {.label = "Valid"},
                                  {.label = "Used", .kind = Kind::number},
                                  {.label = "State"}}};
    for (auto const& line : page.list.lines)
        table.rows.push_back({{.text = line.coupon.code, .href = urls::coupon(line.public_id)},
                              {.text = discount_of(line.coupon)},
                              {.text = modules_of(line, page.modules)},
                              {.text = validity_of(line.coupon)},
                              {.text = used(line)},
                              {.pill = pill_of(line.state)}});
    return table;
}

view::Filters filters_of(billing::CouponFilter const& wanted) {
    view::Field state{.name = "state",
                      .label = "State of coupon",
                      .value = wanted.state ? std::string{code(*wanted.state)} : "",
                      .type = "select",
                      .options = {{"", "All states"}}};
    for (auto const each : {CouponState::running, CouponState::not_yet, CouponState::over,
                            CouponState::used_up, CouponState::withdrawn})
        state.options.push_back({std::string{code(each)}, pill_of(each).text});
    return {.action = std::string{urls::kCoupons},
            .search_label = "Part of a code",
            .search_value = wanted.text,
            .selects = {std::move(state)}};
}

view::Pager pager_of(CouponsPage const& page) {
    auto const& [text, state, number, size] = page.wanted;
    auto const first = std::int64_t{number - 1} * size + 1;
    auto const last = first + std::int64_t(page.list.lines.size()) - 1;
    auto const range =
        std::to_string(first) + " to " + std::to_string(last) + " of " + std::to_string(page.list.count);
    auto const pages = int((page.list.count + size - 1) / size);
    if (pages <= 1) return {.range = range};
    auto const base = std::string{urls::kCoupons} + "?q=" + url_encoded(text) +
                      "&state=" + std::string{state ? code(*state) : ""} + "&page=";
    return view::numbered_pager(base, number, pages, range);
}

view::Button new_coupon() {
    return {.label = "New coupon",
            .href = std::string{urls::kNewCoupon},
            .look = view::Look::primary,
            .icon = "plus-lg"};
}

view::Empty nothing(billing::CouponFilter const& wanted) {
    if (wanted.number > 1 || wanted.state || !wanted.text.empty())
        return {.title = "No coupon like that",
                .text = "Look for another code or state, or see all.",
                .action = view::Button{.label = "See all coupons", .href = std::string{urls::kCoupons}}};
    return {
        .title = "No coupons yet",
        .text =
            "A coupon takes per cent or a fixed amount off an order, till a day and as often as you say."};
}

}  // namespace

std::string render(CouponsPage const& page, view::Frame const& frame) {
    view::Document out{frame, "admin/coupons.tpl", "Coupons"};
    view::add(out.body(), kc_HEAD,
              view::PageHead{.title = "Coupons",
                             .text = "Codes that make an order cheaper, before tax.",
                             .actions = {new_coupon()}});
    view::add(out.body(), kc_FILTERS, filters_of(page.wanted));
    if (page.list.lines.empty()) {
        view::add(out.body(), kc_TABLE, nothing(page.wanted));
        return out.html();
    }
    view::add(out.body(), kc_TABLE, table_of(page));
    view::add(out.body(), kc_PAGER, pager_of(page));
    return out.html();
}

}  // namespace ssr::admin
