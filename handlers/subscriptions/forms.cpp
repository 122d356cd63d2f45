#include "subscriptions/forms.h"

#include <algorithm>
#include <charconv>

#include "base/text.h"

namespace ssr::subscriptions_pages {

namespace {

constexpr std::size_t kLongestCode = 60;   // of a bundle or a coupon
constexpr std::size_t kLongestWord = 200;  // of the gateway

// A whole number from 1; 0 for anything else.
int whole(std::string_view text) {
    int number = 0;
    auto const [end, fault] = std::from_chars(text.data(), text.data() + text.size(), number);
    return fault == std::errc{} && end == text.data() + text.size() ? std::clamp(number, 0, 1'000'000) : 0;
}

int months_in(web::FieldReader& read) {
    if (auto const months = whole(read.text("duration_months"))) return months;
    read.complain("duration_months", "Choose one of the durations of the price page.");
    return 0;
}

std::optional<billing::Wish> wish_in(web::FieldReader& read) {
    auto const module = read.text("module");
    auto const bundle = read.text("bundle");
    auto const months = months_in(read);
    if (module.empty() && !bundle.empty())
        return billing::Wish{.bundle = std::string{cut(bundle, kLongestCode)}, .months = months};
    auto const known = parse_module(module);
    if (!known) {
        read.complain("module", "Choose a module of the price page.");
        return std::nullopt;
    }
    return billing::Wish{.module = *known, .months = months};
}

std::optional<bool> maybe_ticked(web::FieldReader& read, std::string_view name) {
    return read.text(name).empty() ? std::nullopt : std::optional{read.ticked(name)};
}

std::string from_gateway(web::FieldReader& read, std::string_view name) {
    auto const text = read.text(name);
    if (text.empty()) read.complain(name, "Send what Checkout handed to the page.");
    return std::string{cut(text, kLongestWord)};
}

}  // namespace

std::optional<WishQuery> WishQuery::read(web::FieldReader& read) {
    auto wish = wish_in(read);
    if (!wish) return std::nullopt;
    return WishQuery{*std::move(wish), read.ticked("upgrade")};
}

std::optional<CheckoutForm> CheckoutForm::read(web::FieldReader& read) {
    auto wish = wish_in(read);
    auto const name =
        read.required<BillingName>("billing_name", "Enter the name for the invoice, at most 200 characters.");
    auto const state = read.required<State>("state_code", "Choose your State. It decides the tax.");
    auto const gstin = read.optional<Gstin>(
        "gstin", "Enter the 15 characters of the GSTIN as on its certificate, or leave it empty.");
    auto const address = read.optional<BillingAddress>("address", "Enter at most 300 characters.");
    if (!wish || !name || !state) return std::nullopt;
    return CheckoutForm{.wish = *std::move(wish),
                        .is_upgrade = read.ticked("upgrade"),
                        .billing_name = *name,
                        .state = *state,
                        .gstin = gstin,
                        .address = address,
                        .idempotency_key = std::string{read.text("idempotency_key")},
                        .coupon = std::string{cut(read.text("coupon"), kLongestCode)}};
}

std::optional<VerifyForm> VerifyForm::read(web::FieldReader& read) {
    return VerifyForm{from_gateway(read, "razorpay_payment_id"), from_gateway(read, "razorpay_order_id"),
                      from_gateway(read, "razorpay_signature")};
}

std::optional<CheckForm> CheckForm::read(web::FieldReader& read) { return CheckForm{read.ticked("closed")}; }

std::optional<AuthoriseForm> AuthoriseForm::read(web::FieldReader& read) {
    return AuthoriseForm{from_gateway(read, "razorpay_payment_id"),
                         from_gateway(read, "razorpay_subscription_id"),
                         from_gateway(read, "razorpay_signature")};
}

std::optional<MandateQuery> MandateQuery::read(web::FieldReader& read) {
    return MandateQuery{read.ticked("closed"), read.ticked("awaited")};
}

std::optional<TrialForm> TrialForm::read(web::FieldReader& read) {
    auto const module = parse_module(read.text("module"));
    if (!module) {
        read.complain("module", "Choose a module of the price page.");
        return std::nullopt;
    }
    return TrialForm{*module};
}

std::optional<CancelForm> CancelForm::read(web::FieldReader& read) {
    return CancelForm{read.text("at_period_end") != "0"};
}

std::optional<RenewalForm> RenewalForm::read(web::FieldReader& read) {
    return RenewalForm{maybe_ticked(read, "auto_renew")};
}

std::optional<NoticeQuery> NoticeQuery::read(web::FieldReader& read) {
    return NoticeQuery{.started = parse_module(read.text("started")),
                       .was_cancelled = read.ticked("cancelled"),
                       .was_kept = read.ticked("kept"),
                       .renewal = maybe_ticked(read, "renewal")};
}

std::optional<PricesQuery> PricesQuery::read(web::FieldReader& read) {
    auto const months = whole(read.text("months"));
    return months ? PricesQuery{months} : PricesQuery{};
}

std::optional<PaymentsQuery> PaymentsQuery::read(web::FieldReader& read) {
    return PaymentsQuery{.text = std::string{cut(read.text("q"), kLongestCode)},
                         .year = FinancialYear::parse(read.text("year")),
                         .kind = billing::parse_payment_kind(read.text("status")),
                         .page = std::max(1, whole(read.text("page")))};
}

}  // namespace ssr::subscriptions_pages
