#pragma once

#include <string>
#include <vector>

#include "domain/billing/checkout.h"
#include "domain/billing/errands.h"
#include "domain/catalog/catalogue.h"
#include "domain/subscriptions/history.h"
#include "domain/works/work_store.h"
#include "subscriptions/answers.h"
#include "subscriptions/forms.h"
#include "view/page.h"
#include "web/http.h"

namespace ssr::subscriptions_pages {

/// The modules and sets with all their prices; those of one duration first.
struct PricesPage {
    std::vector<catalog::ModuleOffer> offers;
    std::vector<catalog::BundleOffer> bundles = {};
    int months = 12;
};
std::string render(PricesPage const& page, view::Frame const& frame);

/// What the product is, for someone who comes for the first time.
struct LandingPage {
    std::vector<catalog::ModuleOffer> offers;
};
std::string render(LandingPage const& page, view::Frame const& frame);

/// The four modules in their states, each with its next step; the works changed last, and what waits for him.
struct DashboardPage {
    std::string name;
    std::vector<catalog::ModuleOffer> offers;
    std::vector<catalog::BundleOffer> bundles;
    std::vector<subscriptions::ModuleAccess> access;
    std::vector<works::WorkPapers> recent;  // of the organisation that he works in
    bool may_write;                         // there
    billing::Errands errands;
    Instant now;
};
std::string render(DashboardPage const& page, view::Frame const& frame);

/// Why a module is closed, and what opens it.
struct ClosedPage {
    catalog::ModuleOffer offer;
    subscriptions::ModuleAccess access;
    std::optional<web::Refusal> refusal = {};  // of what was just tried
};
std::string render(ClosedPage const& page, view::Frame const& frame);

/// What will be paid, and who is billed.
struct CheckoutPage {
    billing::Wish wish;
    billing::Price price;
    State place;  // of supply
    std::optional<subscriptions::ModuleAccess>
        access;  // of a module bought by itself: when its period begins
    Instant now;
    view::Values typed;
    view::Errors errors = {};
    std::optional<web::Refusal> refusal = {};  // of the order just tried
};
std::string render(CheckoutPage const& page, view::Frame const& frame);

/// One order and what became of it; where it can be paid, with Checkout.
struct PaymentPage {
    Outcome outcome;
    Razorpay razorpay;
    Instant now;
    bool was_closed = false;  // the customer shut Checkout's window just now
};
std::string render(PaymentPage const& page, view::Frame const& frame);

/// What a person has, till when, and what he had.
struct SubscriptionsPage {
    std::vector<catalog::ModuleOffer> offers;
    std::vector<subscriptions::ModuleAccess> access;
    std::vector<subscriptions::Stretch> history;
    std::vector<billing::Mandate> mandates;  // the newest of each module
    bool takes_mandates;                     // new ones can be begun
    Instant now;
};
std::string render(SubscriptionsPage const& page, view::Frame const& frame);

/// Somebody's leave to charge a module's renewals: what it means, and how it stands.
struct MandatePage {
    billing::Mandate mandate;
    Razorpay razorpay;
    bool takes_mandates;
    MandateQuery happened;
    Instant now;
};
std::string render(MandatePage const& page, view::Frame const& frame);
/// Checkout may be opened for it.
bool can_be_authorised(billing::Mandate const& mandate, Instant now);

/// What the module in use costs for longer, less what is left of it.
struct UpgradesPage {
    catalog::ModuleOffer offer;
    subscriptions::PaidStretch used;
    Instant now;
};
std::string render(UpgradesPage const& page, view::Frame const& frame);

/// Asks once more before a subscription is cancelled.
struct CancellationPage {
    subscriptions::Stretch stretch;
    Instant now;
};
std::string render(CancellationPage const& page, view::Frame const& frame);

/// The orders of a person with their invoices.
struct PaymentsPage {
    billing::HistoryPage wanted;
    billing::PaymentHistory history;
    std::vector<FinancialYear> years;  // to choose from
};
std::string render(PaymentsPage const& page, view::Frame const& frame);

/// The reason in a person's words: "It ended on 14-03-2027."
std::string sentence(subscriptions::ModuleAccess const& access);

}  // namespace ssr::subscriptions_pages
