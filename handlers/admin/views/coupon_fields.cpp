#include "admin/views/coupon_fields.h"

#include "admin/coupon_pages.h"
#include "admin/day_fields.h"

namespace ssr::admin {

std::vector<view::Field> term_fields() {
    return {{.name = "valid_from",
             .label = "First day",
             .hint = "Empty: at once",
             .autocomplete = "off",
             .placeholder = "01-12-2026",
             .max_length = 30,
             .is_optional = true},
            {.name = "valid_until",
             .label = "Last day",
             .hint = "Empty: until it is withdrawn",
             .autocomplete = "off",
             .placeholder = "31-12-2026",
             .max_length = 30,
             .is_optional = true},
            {.name = "usage_limit",
             .label = "Orders in all",
             .hint = "Empty: no limit",
             .autocomplete = "off",
             .inputmode = "numeric",
             .max_length = 8,
             .is_optional = true},
            {.name = "per_user_limit",
             .label = "Orders of one person",
             .hint = "Empty: no limit",
             .autocomplete = "off",
             .inputmode = "numeric",
             .max_length = 8,
             .is_optional = true}};
}

void add_module_ticks(view::Dictionary& out, view::Marker const& at,
                      std::vector<catalog::ModuleOffer> const& modules, view::Values const& typed) {
    for (auto const& offer : modules)
        view::add(out, at,
                  view::filled({.name = "module." + std::string{code(offer.module)},
                                .label = offer.name,
                                .type = "checkbox"},
                               typed, {}));
}

view::Values typed_of(billing::CouponLine const& line) {
    auto const& coupon = line.coupon;
    auto const number = [](std::optional<std::int64_t> const& limit) {
        return limit ? std::to_string(*limit) : std::string{};
    };
    view::Values typed{{"valid_from", typed_from(coupon.valid_from)},
                       {"valid_until", typed_till(coupon.valid_until)},
                       {"usage_limit", number(coupon.usage_limit)},
                       {"per_user_limit", number(coupon.per_user_limit)}};
    for (auto const module : line.modules) typed.emplace("module." + std::string{code(module)}, "1");
    return typed;
}

}  // namespace ssr::admin
