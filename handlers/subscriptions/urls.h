#pragma once

#include <string>
#include <string_view>

#include "base/text.h"
#include "domain/billing/quote.h"
#include "values/ids.h"

namespace ssr::subscriptions_pages::urls {

inline constexpr std::string_view kWorks = "/works/";
inline constexpr std::string_view kPricing = "/pricing/";
inline constexpr std::string_view kCheckout = "/subscriptions/checkout/";
inline constexpr std::string_view kQuote = "/subscriptions/checkout/quote/";
inline constexpr std::string_view kVerify = "/subscriptions/verify-payment/";
inline constexpr std::string_view kSubscriptions = "/subscriptions/";
inline constexpr std::string_view kTrial = "/subscriptions/trial/";
inline constexpr std::string_view kPayments = "/payments/";
inline constexpr std::string_view kAuthorise = "/subscriptions/authorise-mandate/";
inline constexpr std::string_view kSupport = "/support/tickets/new/";

inline std::string editor(PublicEstimateId const& estimate) {
    return std::string{home(Module::estimate)} + estimate.text() + "/";
}
/// Where an order for that is begun.
inline std::string checkout(billing::Wish const& wish) {
    auto const what =
        wish.module ? "module=" + std::string{code(*wish.module)} : "bundle=" + url_encoded(wish.bundle);
    return std::string{kCheckout} + "?" + what + "&duration_months=" + std::to_string(wish.months);
}
/// The same for more of a module that is in use.
inline std::string upgrade(Module module, int months) {
    return checkout({.module = module, .months = months}) + "&upgrade=1";
}
/// What somebody who has the module can have instead.
inline std::string upgrades(Module module) { return "/modules/" + std::string{code(module)} + "/upgrade/"; }
/// The page of one order, whatever became of it.
inline std::string payment(PublicPaymentId const& id) { return "/subscriptions/payments/" + id.text() + "/"; }
inline std::string check(PublicPaymentId const& id) { return payment(id) + "check/"; }
inline std::string invoice(PublicPaymentId const& id) { return "/payments/" + id.text() + "/invoice/"; }
inline std::string credit_note(PublicPaymentId const& payment, PublicCreditNoteId const& note) {
    return "/payments/" + payment.text() + "/credit-notes/" + note.text() + "/";
}
inline std::string cancel(PublicSubscriptionId const& id) {
    return "/subscriptions/" + id.text() + "/cancel/";
}
inline std::string keep(PublicSubscriptionId const& id) { return "/subscriptions/" + id.text() + "/keep/"; }
inline std::string toggle_renewal(PublicSubscriptionId const& id) {
    return "/subscriptions/" + id.text() + "/toggle-renew/";
}
/// The page of one leave to charge renewals, whatever became of it.
inline std::string mandate(PublicMandateId const& id) { return "/subscriptions/mandates/" + id.text() + "/"; }
inline std::string check(PublicMandateId const& id) { return mandate(id) + "check/"; }

}  // namespace ssr::subscriptions_pages::urls
