#pragma once

#include <span>

#include "domain/accounts/user_store.h"
#include "domain/billing/checkout.h"
#include "domain/billing/invoice_papers.h"
#include "domain/billing/mandates.h"
#include "domain/billing/reconciler.h"
#include "domain/billing/verification.h"
#include "domain/catalog/catalogue.h"
#include "domain/works/work_store.h"
#include "guard/house.h"
#include "subscriptions/config.h"
#include "web/route.h"

namespace ssr::subscriptions_pages {

/// What this binary's endpoints may touch: prices, orders and payments, the dashboard, and every address that
/// nobody else owns.
struct App : guard::House {
    explicit App(Config const& config);

    Razorpay razorpay;
    billing::Supplier supplier;
    accounts::UserStore users;
    billing::Gateway gateway;
    billing::Capture capture;
    billing::Checkout checkout;
    billing::Verification verification;
    billing::Reconciler reconciler;
    billing::Mandates mandates;
    billing::PaymentStore payments;
    subscriptions::Subscriptions subscriptions;
    outbound::BlobStore blobs;
    billing::InvoicePapers papers;
    catalog::KeptCatalogue catalogue{db};
    works::WorkStore works{db};
};

std::span<web::Route<App> const> routes();

}  // namespace ssr::subscriptions_pages
