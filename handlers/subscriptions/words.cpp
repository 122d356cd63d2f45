#include "subscriptions/words.h"

namespace ssr::subscriptions_pages {

using web::Refusal, web::Status;

namespace {

Refusal of_coupon(std::string complaint) {
    return explain(web::FieldErrors{{"coupon", std::move(complaint)}});
}

}  // namespace

std::string duration(int months) { return months == 1 ? "1 month" : std::to_string(months) + " months"; }

std::string cheapest(catalog::ModuleOffer const& offer) {
    if (offer.prices.empty()) return {};
    auto const& price = *std::min_element(offer.prices.begin(), offer.prices.end(),
                                          [](auto const& a, auto const& b) { return a.asked() < b.asked(); });
    return "From " + price.asked().display() + " for " + duration(price.months) + ", plus GST";
}

Invitation invitation(std::vector<catalog::ModuleOffer> const& offers) {
    int shortest = 0, longest = 0;
    for (auto const& offer : offers) {
        if (!offer.is_active) continue;
        shortest = longest == 0 ? offer.trial_days : std::min(shortest, offer.trial_days);
        longest = std::max(longest, offer.trial_days);
    }
    if (longest == 0)
        return {"Sign in with a code", "Buy a module when you need it, for as long as you need it."};
    if (shortest != longest)
        return {"Start a trial", "Many modules can be tried for up to " + std::to_string(longest) + " days."};
    return {"Start " + std::to_string(longest) + "-day trial",
            "Each module can be tried for " + std::to_string(longest) + " days."};
}

std::string tax(std::vector<catalog::ModuleOffer> const& offers) {
    std::vector<int> percents;
    for (auto const& offer : offers)
        for (auto const& price : offer.prices) percents.push_back(price.gst_percent);
    if (percents.empty()) return "GST is added.";
    auto const [least, most] = std::minmax_element(percents.begin(), percents.end());
    auto const range =
        *least == *most ? std::to_string(*most) : std::to_string(*least) + " to " + std::to_string(*most);
    return "GST of " + range + " % is added.";
}

std::string describe(billing::Coupon const& coupon) {
    auto text = coupon.kind == billing::Coupon::Kind::percent
                    ? std::to_string(coupon.value) + " % off"
                    : Money::from_paise(coupon.value).display() + " off";
    if (coupon.most) text += ", at most " + coupon.most->display();
    if (!coupon.modules.empty()) text += ", on some modules";
    if (coupon.valid_until)
        text += ", valid till " + display_date(*coupon.valid_until - std::chrono::seconds{1});
    return text;
}

std::string every(int months) { return months == 1 ? "every month" : "every " + duration(months); }

std::string method_of(billing::Mandate const& mandate) {
    if (mandate.method == "upi") return "UPI";
    return mandate.method == "card" ? "card" : "your bank";
}

Refusal explain(web::FieldErrors const& errors) {
    return {.status = Status::unprocessable,
            .code = "not_valid",
            .title = "Some details are missing or wrong",
            .detail = errors.empty() ? "Check what was sent." : errors.begin()->second,
            .errors = errors};
}

Refusal explain(billing::CheckoutRefused why) {
    using enum billing::CheckoutRefused;
    switch (why) {
        case unknown: return explain(web::FieldErrors{{"module", "Choose a module of the price page."}});
        case no_such_duration:
            return explain(
                web::FieldErrors{{"duration_months", "Choose one of the durations of the price page."}});
        case not_active:
            return {.status = Status::conflict,
                    .code = "module_disabled",
                    .title = "This module is not sold now",
                    .detail = "It is closed for maintenance. Nothing was ordered; come back later."};
        case closed_by_office:
            return {.status = Status::forbidden,
                    .code = "closed_by_office",
                    .title = "The office has closed this module for your account",
                    .detail = "Nothing was ordered. Ask support why it is closed."};
        case gateway_away:
            return {.status = Status::unavailable,
                    .code = "gateway_away",
                    .title = "Razorpay does not answer now",
                    .detail = "Nothing was charged and your order is kept. Try again in a minute.",
                    .retry_after = std::chrono::seconds{30}};
        case no_upgrade:
            return {
                .status = Status::conflict,
                .code = "no_upgrade",
                .title = "This would not be an upgrade",
                .detail =
                    "What is left of your present period is worth more than the new one, or nothing is in "
                    "use. Nothing was ordered; renew it instead."};
        case coupon_unknown: return of_coupon("There is no coupon of that code.");
        case coupon_not_yet: return of_coupon("This coupon cannot be used yet.");
        case coupon_expired: return of_coupon("This coupon has expired.");
        case coupon_used_up: return of_coupon("This coupon was used as often as it could be.");
        case coupon_had_before: return of_coupon("You have used this coupon before.");
        case coupon_for_other_modules: return of_coupon("This coupon is for other modules.");
        case too_many_coupons: {
            auto refusal = of_coupon(
                "Ten codes that do not exist were tried. Order without a coupon, or try again in an hour.");
            refusal.status = Status::too_many;
            refusal.code = "too_many_coupons";
            refusal.title = "Too many codes that do not exist were tried";
            refusal.retry_after = billing::kGuessesCountFor;
            return refusal;
        }
    }
    return explain(web::FieldErrors{});
}

Refusal explain(billing::WordRefused why) {
    if (why != billing::WordRefused::wrong_signature)
        return {.status = Status::not_found,
                .code = "unknown_order",
                .title = "There is no such order of yours",
                .detail = "Look at your payments: they show every order and what became of it."};
    return {.status = Status::bad_request,
            .code = "wrong_signature",
            .title = "This message does not come from Razorpay",
            .detail =
                "Nothing was opened. If you paid, the bank tells us itself: look at your payments in a few "
                "minutes."};
}

Refusal explain(billing::MandateRefused why) {
    using enum billing::MandateRefused;
    auto const conflict = [](std::string code, std::string title, std::string detail) {
        return Refusal{.status = Status::conflict,
                       .code = std::move(code),
                       .title = std::move(title),
                       .detail = std::move(detail)};
    };
    switch (why) {
        case switched_off:
            return conflict("auto_renew_not_offered", "Auto-renew is not offered now",
                            "Nothing is charged by itself. Pay by hand before it ends; reminders tell you.");
        case not_his: return explain(subscriptions::CancelRefused::not_his);
        case not_running: return explain(subscriptions::CancelRefused::not_running);
        case not_bought:
            return conflict(
                "not_bought", "There is nothing to renew yet",
                "A trial or a grant has no price. Buy the module first, then turn auto-renew on.");
        case not_sold:
            return conflict(
                "not_sold", "This period is not sold any more",
                "Auto-renew would repeat your last period. Pay by hand for another one, then turn "
                "auto-renew on.");
        case above_limit:
            return conflict("above_limit", "This is too much to be charged by itself",
                            "Banks take no more than " + billing::kMandateLimit.display() +
                                " by itself without asking you each time. Pay by hand before it ends; "
                                "reminders tell you.");
        case ends_too_soon:
            return conflict("ends_too_soon", "It ends too soon to be renewed by itself",
                            "You must be told a day before each charge, and no time is left for it. Pay by "
                            "hand for the next period, then turn auto-renew on.");
        case gateway_away: return explain(billing::CheckoutRefused::gateway_away);
    }
    return explain(web::FieldErrors{});
}

Refusal explain(subscriptions::TrialRefused why) {
    using enum subscriptions::TrialRefused;
    switch (why) {
        case not_offered:
            return {.status = Status::conflict,
                    .code = "trial_not_offered",
                    .title = "This module has no trial",
                    .detail = "It can be bought from 1 month."};
        case had_before:
            return {.status = Status::conflict,
                    .code = "trial_had_before",
                    .title = "You had the trial of this module",
                    .detail =
                        "A trial is given once for each mobile number and e-mail address. Buy the module to "
                        "go on."};
        case is_subscribed:
            return {.status = Status::conflict,
                    .code = "is_subscribed",
                    .title = "This module is yours already",
                    .detail = "A trial would add nothing. See till when it is open under My subscription."};
    }
    return explain(web::FieldErrors{});
}

Refusal explain(subscriptions::CancelRefused why) {
    if (why == subscriptions::CancelRefused::not_his)
        return {.status = Status::not_found,
                .code = "not_found",
                .title = "There is no such subscription of yours",
                .detail = "My subscription shows what you have."};
    return {.status = Status::conflict,
            .code = "not_running",
            .title = "This subscription does not run any more",
            .detail = "Nothing was changed. My subscription shows what you have."};
}

}  // namespace ssr::subscriptions_pages
