#include "admin/coupon_words.h"

#include <stdexcept>

#include "admin/answers.h"
#include "admin/day_fields.h"

namespace ssr::admin {

using billing::CouponState, billing::TermsRefused;
using web::FieldErrors, web::Refusal;

std::string discount_of(billing::Coupon const& coupon) {
    auto text = coupon.kind == billing::Coupon::Kind::percent
                    ? std::to_string(coupon.value) + " % off"
                    : Money::from_paise(coupon.value).display() + " off";
    if (coupon.most) text += ", at most " + coupon.most->display();
    return text;
}

std::string validity_of(billing::Coupon const& coupon) {
    auto const from = coupon.valid_from ? display_date(*coupon.valid_from) : "";
    auto const till = coupon.valid_until ? last_day(*coupon.valid_until) : "";
    if (from.empty()) return till.empty() ? "Always" : "Till " + till;
    return till.empty() ? "From " + from : from + " to " + till;
}

std::string modules_of(billing::CouponLine const& line, std::vector<catalog::ModuleOffer> const& offers) {
    std::string names;
    for (auto const module : line.modules)
        if (auto const* offer = catalog::find(offers, module))
            names += (names.empty() ? "" : ", ") + offer->name;
    return names.empty() ? "All modules" : names;
}

view::Pill pill_of(CouponState state) {
    using view::Tone;
    switch (state) {
        case CouponState::running: return {"Running", Tone::ok, "check-circle-fill"};
        case CouponState::not_yet: return {"Not yet", Tone::info, "clock"};
        case CouponState::over: return {"Over", Tone::plain, "calendar-check"};
        case CouponState::used_up: return {"Used up", Tone::warn, "exclamation-circle-fill"};
        case CouponState::withdrawn: return {"Withdrawn", Tone::bad, "slash-circle"};
    }
    return {};
}

Refusal explain(TermsRefused why) {
    switch (why) {
        case TermsRefused::unknown: return *web::not_found().refusal;
        case TermsRefused::code_taken:
            return not_valid(
                FieldErrors{{"code", "There is a coupon of this code already. Choose another code."}});
        case TermsRefused::ends_in_the_past:
            return not_valid(FieldErrors{{"valid_until", "Enter a day that is not over."}});
        case TermsRefused::limit_below_uses:
            return not_valid(FieldErrors{
                {"usage_limit", "It is in use more often than that. To stop it, withdraw it below."}});
    }
    throw std::logic_error{"no such refusal"};
}

std::optional<view::Toast> toast_of_coupon(std::string_view done) {
    if (done == "made") return view::Toast{.text = "The coupon is made."};
    if (done == "changed") return view::Toast{.text = "The coupon is saved."};
    if (done == "withdrawn") return view::Toast{.text = "The coupon is withdrawn."};
    if (done == "reinstated") return view::Toast{.text = "The coupon is given again."};
    return std::nullopt;
}

}  // namespace ssr::admin
