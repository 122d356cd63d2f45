#include "admin/coupon_pages.h"
#include "admin/coupon_urls.h"
#include "admin/new_coupon.tpl.h"
#include "admin/views/coupon_fields.h"
#include "view/include.h"
#include "view/pieces.h"

namespace ssr::admin {

namespace {

view::Field code_field() {
    return {.name = "code",
            .label = "Code",
            .hint = "What people type; capitals or not is the same",
            .autocomplete = "off",
            .placeholder = "RAB10",
            .max_length = 40};
}

std::vector<view::Field> amount_fields() {
    return {{.name = "discount_percent",
             .label = "Per cent off",
             .hint = "Where per cent is chosen",
             .autocomplete = "off",
             .inputmode = "numeric",
             .max_length = 3},
            {.name = "discount_rupees",
             .label = "Rupees off",
             .hint = "Where a fixed amount is chosen",
             .type = "money"},
            {.name = "max_discount",
             .label = "At most, in rupees",
             .hint = "Upper limit of what the per cent come to",
             .type = "money",
             .is_optional = true}};
}

view::Choice kind_choice(NewCouponPage const& page) {
    auto const chosen = page.typed.find("discount_type");
    auto const error = page.errors.find("discount_type");
    return {.name = "discount_type",
            .legend = "Kind of discount",
            .error = error == page.errors.end() ? "" : error->second,
            .options = {{"percent", "Per cent", "Of what the order costs before tax"},
                        {"flat", "Fixed amount", "Rupees off the order, before tax"}},
            .chosen = chosen == page.typed.end() ? "percent" : chosen->second};
}

}  // namespace

std::string render(NewCouponPage const& page, view::Frame const& frame) {
    view::Document out{frame, "admin/new_coupon.tpl", "New coupon"};
    out.show_errors(page.errors,
                    {"code", "discount_type", "discount_percent", "discount_rupees", "max_discount",
                     "valid_from", "valid_until", "usage_limit", "per_user_limit"});
    view::add(
        out.body(), knc_HEAD,
        view::PageHead{.title = "New coupon",
                       .text = "Code and discount cannot be changed later; days, limits and modules can.",
                       .crumbs = {{"Coupons", std::string{urls::kCoupons}}, {"New coupon", ""}}});
    out.body().SetValue(knc_KEY, page.key);
    view::add(out.body(), knc_CODE, view::filled(code_field(), page.typed, page.errors));
    view::add(out.body(), knc_KIND, kind_choice(page));
    for (auto const& field : amount_fields())
        view::add(out.body(), knc_AMOUNT, view::filled(field, page.typed, page.errors));
    for (auto const& field : term_fields())
        view::add(out.body(), knc_TERM, view::filled(field, page.typed, page.errors));
    add_module_ticks(out.body(), knc_MODULE, page.modules, page.typed);
    return out.html();
}

}  // namespace ssr::admin
