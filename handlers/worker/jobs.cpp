#include "worker/jobs.h"

#include "domain/billing/gateway_events.h"
#include "domain/billing/invoice_papers.h"
#include "domain/billing/reconciler.h"
#include "domain/jobs/partitions.h"
#include "domain/subscriptions/expiry.h"

namespace ssr::worker {

namespace {

using jobs::Job;

// The parts that jobs about money share.
struct Till {
    explicit Till(Workplace const& place)
        : gateway{place.billing.gateway},
          capture{place.db, place.clock, place.billing},
          reconciler{place.db, place.clock, gateway, capture},
          blobs{place.billing.blobs},
          papers{place.db, place.clock, blobs} {}
    billing::Gateway gateway;
    billing::Capture capture;
    billing::Reconciler reconciler;
    outbound::BlobStore blobs;
    billing::InvoicePapers papers;
};

jobs::Work sending(Workplace const& place) {
    auto& db = place.db;
    auto const& clock = place.clock;
    if (!place.carriers) return [&](Job const& job) { messages::keep(db, clock, job.payload); };
    auto const delivery = std::make_shared<messages::Delivery>(db, clock, *place.carriers);
    return jobs::without_transaction([delivery](Job const& job) { delivery->send(job); });
}

}  // namespace

jobs::Table table(Workplace place) {
    auto const till = std::make_shared<Till>(place);
    auto& db = place.db;
    auto const& clock = place.clock;
    return {
        {"invoice.render", [till](Job const& job) { till->papers.render(job.payload); }},
        {"message.send", sending(place)},
        {"partitions.make", [&db, &clock](Job const&) { jobs::make_month_partitions(db, clock); }},
        {"payment.apply_event",
         [&db, &clock, till](Job const& job) {
             billing::apply_event(db, clock, till->capture, job.payload);
         }},
        {"payment.check", [till](Job const& job) { till->reconciler.check(job.payload); }},
        {"payments.reconcile", [&db, &clock](Job const&) { billing::reconcile(db, clock); }},
        {"subscriptions.expire", [&db, &clock](Job const&) { subscriptions::expire_due(db, clock); }},
    };
}

}  // namespace ssr::worker
