#pragma once

#include <span>

#include "guard/signed_in.h"
#include "subscriptions/app.h"
#include "subscriptions/forms.h"

namespace ssr::subscriptions_pages {

using guard::SignedIn, guard::Visitor;
using web::Form, web::Query, web::Response;

/// A module's code in an address: "estimate", "self_formatted" or "self-formatted".
struct ModuleSegment {
    Module module;
    static std::optional<ModuleSegment> parse(std::string_view text);
};

// dashboard.cpp
Response show_dashboard(App&, SignedIn const&, Query<NoticeQuery> const&);
Response show_module(App&, SignedIn const&, ModuleSegment const&);
/// Why a module is closed and what opens it; `refusal`: what was just tried and could not be done.
Response closed_page(App&, SignedIn const&, Module, std::optional<web::Refusal> const& refusal = {});

// pricing.cpp
Response show_landing(App&, Visitor const&);
Response show_prices(App&, Visitor const&, Query<PricesQuery> const&);

// checkout.cpp: from a wish to an order
Response show_checkout(App&, SignedIn const&, Query<WishQuery> const&);
Response show_quote(App&, SignedIn const&, Form<CheckoutForm> const&);
Response place_order(App&, SignedIn const&, Form<CheckoutForm> const&);

// payment.cpp: from an order to money
Response show_payment(App&, SignedIn const&, Query<CheckForm> const&, PublicPaymentId const&);
Response verify_payment(App&, SignedIn const&, Form<VerifyForm> const&);
Response check_payment(App&, SignedIn const&, Form<CheckForm> const&, PublicPaymentId const&);

// subscription.cpp
Response show_subscriptions(App&, SignedIn const&, Query<NoticeQuery> const&);
Response show_subscriptions_instead(App&, SignedIn const&);
Response show_cancellation(App&, SignedIn const&, PublicSubscriptionId const&);
Response cancel_subscription(App&, SignedIn const&, Form<CancelForm> const&, PublicSubscriptionId const&);
Response keep_subscription(App&, SignedIn const&, Form<web::Press> const&, PublicSubscriptionId const&);
Response toggle_renewal(App&, SignedIn const&, Form<RenewalForm> const&, PublicSubscriptionId const&);
Response start_trial(App&, SignedIn const&, Form<TrialForm> const&);

// mandate.cpp: from the wish to renew by itself to the leave to charge for it
Response show_mandate(App&, SignedIn const&, Query<MandateQuery> const&, PublicMandateId const&);
Response authorise_mandate(App&, SignedIn const&, Form<AuthoriseForm> const&);
Response check_mandate(App&, SignedIn const&, Form<CheckForm> const&, PublicMandateId const&);

// upgrades.cpp
Response show_upgrades(App&, SignedIn const&, ModuleSegment const&);

// payments.cpp
Response list_payments(App&, SignedIn const&, Query<PaymentsQuery> const&);
Response download_invoice(App&, SignedIn const&, PublicPaymentId const&);
Response download_credit_note(App&, SignedIn const&, PublicPaymentId const&, PublicCreditNoteId const&);

}  // namespace ssr::subscriptions_pages
