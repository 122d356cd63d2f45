#pragma once

#include <string>
#include <vector>

#include "domain/billing/checkout.h"
#include "domain/billing/mandates.h"
#include "domain/billing/verification.h"
#include "domain/catalog/catalogue.h"
#include "domain/subscriptions/subscriptions.h"
#include "web/http.h"

// What people and programs are told.
namespace ssr::subscriptions_pages {

/// "1 month", "12 months"
std::string duration(int months);
/// The least that the module can be had for: "From ₹ 499.00 for 1 month, plus GST". Empty: it is not sold.
std::string cheapest(catalog::ModuleOffer const& offer);
/// How to begin: {"Start 7-day trial", "Each module can be tried for 7 days."}, as far as trials are offered.
struct Invitation {
    std::string button, sentence;
};
Invitation invitation(std::vector<catalog::ModuleOffer> const& offers);
/// What comes on top of the prices: "GST of 18 % is added."
std::string tax(std::vector<catalog::ModuleOffer> const& offers);

/// What a coupon gives: "10 % off, at most ₹ 500.00, valid till 31-12-2026".
std::string describe(billing::Coupon const& coupon);

/// "every 3 months", "every month"
std::string every(int months);
/// How the mandate's money is taken: "UPI", "card", "your bank".
std::string method_of(billing::Mandate const& mandate);

/// A form that came back: each complaint stands beside its field.
web::Refusal explain(web::FieldErrors const& errors);
web::Refusal explain(billing::CheckoutRefused why);
web::Refusal explain(billing::WordRefused why);
web::Refusal explain(billing::MandateRefused why);
web::Refusal explain(subscriptions::TrialRefused why);
web::Refusal explain(subscriptions::CancelRefused why);

}  // namespace ssr::subscriptions_pages
