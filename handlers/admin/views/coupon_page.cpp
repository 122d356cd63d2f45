#include "admin/coupon.tpl.h"
#include "admin/coupon_pages.h"
#include "admin/coupon_urls.h"
#include "admin/coupon_words.h"
#include "admin/views/coupon_fields.h"
#include "view/include.h"
#include "view/list_pieces.h"

namespace ssr::admin {

namespace {

using billing::PaymentStatus;

view::Pill payment_pill(PaymentStatus status) {
    using view::Tone;
    switch (status) {
        case PaymentStatus::captured: return {"Paid", Tone::ok, "check-circle-fill"};
        case PaymentStatus::partially_refunded:
            return {"Partly returned", Tone::info, "arrow-counterclockwise"};
        case PaymentStatus::refunded: return {"Returned", Tone::info, "arrow-counterclockwise"};
        case PaymentStatus::created:
        case PaymentStatus::attempted:
        case PaymentStatus::authorized:
        case PaymentStatus::failed: return {"Holds it, not paid", Tone::warn, "clock-fill"};
    }
    return {};
}

view::Table table_of(std::vector<billing::CouponUse> const& uses) {
    using Kind = view::Column::Kind;
    view::Table table{.caption = "Orders that were paid with the coupon or hold it, newest first",
                      .columns = {{.label = "Order", .kind = Kind::code, .is_lead = true},
                                  {.label = "Person"},
                                  {.label = "State"},
                                  {.label = "Off", .kind = Kind::number},
                                  {.label = "Total", .kind = Kind::number}}};
    for (auto const& use : uses)
        table.rows.push_back({{.text = use.order_number,
                               .href = urls::payment(use.payment),
                               .small = display_date(use.created_at)},
                              {.text = use.user_name, .href = urls::user(use.user)},
                              {.pill = payment_pill(use.status)},
                              {.text = use.discount.grouped()},
                              {.text = use.total.grouped()}});
    return table;
}

std::string limit(std::optional<std::int64_t> const& most) {
    return most ? std::to_string(*most) : "No limit";
}

std::string used(billing::CouponLine const& line) {
    auto const times = std::to_string(line.times_used);
    return line.coupon.usage_limit ? times + " of " + std::to_string(*line.coupon.usage_limit)
                                   : times + ", no limit";
}

void fill_facts(view::Dictionary& out, CouponPage const& page) {
    auto const& [public_id, coupon, modules, times_used, state, created_at] = page.line;
    view::add(out, kc_STATE, pill_of(state));
    out.SetValue(kc_DISCOUNT, discount_of(coupon));
    out.SetValue(kc_FOR, modules_of(page.line, page.modules));
    out.SetValue(kc_VALID, validity_of(coupon));
    out.SetValue(kc_USED, used(page.line));
    out.SetValue(kc_EACH, limit(coupon.per_user_limit));
    out.SetValue(kc_GIVEN, page.uses.given.display());
    out.SetValue(kc_MADE, display_date(created_at));
}

void fill_uses(view::Dictionary& out, CouponPage const& page) {
    auto const& lines = page.uses.lines;
    if (lines.empty()) {
        out.SetValue(kc_USES, "Paid with it, or held by an order that can still be paid.");
        view::add(
            out, kc_TABLE,
            view::Empty{.title = "No order yet",
                        .text = "Orders stand here as soon as somebody continues to pay with the code."});
        return;
    }
    bool const is_part = std::int64_t(lines.size()) < page.line.times_used;
    out.SetValue(kc_USES, is_part ? "The newest " + std::to_string(lines.size()) + " of " +
                                        std::to_string(page.line.times_used) + "."
                                  : "Paid with it, or held by an order that can still be paid.");
    view::add(out, kc_TABLE, table_of(lines));
}

void offer_to_stop_or_go(view::Dictionary& out, billing::CouponLine const& line) {
    bool const is_given = line.coupon.is_active;
    auto& part = view::section(out, is_given ? kc_WITHDRAW : kc_REINSTATE);
    part.SetValue(kc_CODE, line.coupon.code);
    view::PostButton button{.button = {.label = "Give " + line.coupon.code + " again"},
                            .action = urls::reinstate_coupon(line.public_id)};
    if (is_given)
        button = {.button = {.label = "Withdraw " + line.coupon.code, .look = view::Look::danger_quiet},
                  .action = urls::withdraw_coupon(line.public_id)};
    view::add(part, kc_BUTTON, button);
}

}  // namespace

std::string render(CouponPage const& page, view::Frame const& frame) {
    auto const& code = page.line.coupon.code;
    view::Document out{frame, "admin/coupon.tpl", "Coupon " + code};
    out.show_errors(page.errors, {"valid_from", "valid_until", "usage_limit", "per_user_limit"});
    view::add(out.body(), kc_HEAD,
              view::PageHead{.title = "Coupon " + code,
                             .text = discount_of(page.line.coupon),
                             .crumbs = {{"Coupons", std::string{urls::kCoupons}}, {code, ""}}});
    fill_facts(out.body(), page);
    fill_uses(out.body(), page);
    out.body().SetValue(kc_ACTION, urls::coupon(page.line.public_id));
    for (auto const& field : term_fields())
        view::add(out.body(), kc_TERM, view::filled(field, page.typed, page.errors));
    add_module_ticks(out.body(), kc_MODULE, page.modules, page.typed);
    offer_to_stop_or_go(out.body(), page.line);
    return out.html();
}

}  // namespace ssr::admin
