#pragma once

#include "domain/billing/event_console.h"
#include "domain/billing/invoice_papers.h"
#include "domain/billing/payment_desk.h"
#include "domain/billing/review_queue.h"

namespace ssr::admin {

/// What the pages about money touch. None of it speaks to the gateway: that is the worker's.
struct MoneyDesk {
    MoneyDesk(db::Session& db, Clock const& clock, billing::BillingConfig const& config)
        : supplier{config.supplier},
          payments{db, clock},
          refunds{db, clock, config},
          reviews{db, clock, config},
          events{db, clock},
          blobs{config.blobs},
          papers{db, clock, blobs} {}

    billing::Supplier supplier;
    billing::PaymentDesk payments;
    billing::Refunds refunds;
    billing::ReviewQueue reviews;
    billing::EventConsole events;
    outbound::BlobStore blobs;
    billing::InvoicePapers papers;
};

}  // namespace ssr::admin
