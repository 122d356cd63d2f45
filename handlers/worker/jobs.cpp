#include "worker/jobs.h"

#include "domain/billing/gateway_events.h"
#include "domain/billing/invoice_papers.h"
#include "domain/billing/mandates.h"
#include "domain/billing/nightly.h"
#include "domain/billing/reconciler.h"
#include "domain/jobs/partitions.h"
#include "domain/privacy/erasure.h"
#include "domain/privacy/export_maker.h"
#include "domain/subscriptions/expiry.h"
#include "domain/subscriptions/reminders.h"

namespace ssr::worker {

namespace {

using jobs::Job;

// The parts that jobs about money share.
struct Till {
    explicit Till(Workplace const& place)
        : gateway{place.billing.gateway},
          capture{place.db, place.clock, place.billing},
          events{place.db, place.clock, place.billing},
          reconciler{place.db, place.clock, gateway, capture},
          mandates{place.db, place.clock, place.billing, gateway, capture},
          mandate_ending{place.db, place.clock, place.billing},
          nightly{place.db, place.clock, place.billing, gateway, capture},
          blobs{place.billing.blobs},
          papers{place.db, place.clock, blobs} {}
    billing::Gateway gateway;
    billing::Capture capture;
    billing::GatewayEvents events;
    billing::Reconciler reconciler;
    billing::Mandates mandates;
    billing::MandateEnding mandate_ending;
    billing::Nightly nightly;
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

// Copies of what is held about people, and its end.
struct Registry {
    explicit Registry(Workplace const& place)
        : exports{place.db, place.clock, place.privacy},
          sessions{place.redis, place.db, place.clock},
          erasure{place.db, sessions, place.clock, place.privacy} {}
    privacy::ExportMaker exports;
    accounts::Sessions sessions;
    privacy::Erasure erasure;
};

}  // namespace

jobs::Table table(Workplace place) {
    auto const till = std::make_shared<Till>(place);
    auto& db = place.db;
    auto const& clock = place.clock;
    auto const registry = std::make_shared<Registry>(place);
    return {
        {"account.export",
         [registry, &beside = place.beside](Job const& job) {
             jobs::Progress progress{beside, job};
             registry->exports.make(job.payload, progress);
         }},
        {"account.erase", [registry](Job const& job) { registry->erasure.run(job.payload); }},
        {"account.warn_of_erasure", [registry](Job const& job) { registry->erasure.warn(job.payload); }},
        {"blob.remove", [registry](Job const& job) { registry->exports.remove_blob(job.payload); }},
        {"credit_note.render", [till](Job const& job) { till->papers.render_note(job.payload); }},
        {"exports.expire", [registry](Job const&) { registry->exports.expire_due(); }},
        {"invoice.render", [till](Job const& job) { till->papers.render(job.payload); }},
        {"mandate.cancel", [till](Job const& job) { till->mandates.cancel_at_gateway(job.payload); }},
        {"mandate.check", [till](Job const& job) { till->mandates.check(job.payload); }},
        {"mandates.end_orphans", [till](Job const&) { till->mandate_ending.end_orphans(); }},
        {"message.send", sending(place)},
        {"outbox.forget_address",
         [registry](Job const& job) { registry->erasure.forget_address(job.payload); }},
        {"partitions.make",
         jobs::without_transaction([&db, &clock](Job const&) { jobs::make_month_partitions(db, clock); })},
        {"payment.apply_event", [till](Job const& job) { till->events.apply(job.payload); }},
        {"payment.check", [till](Job const& job) { till->reconciler.check(job.payload); }},
        {"payments.compare", jobs::without_transaction([till](Job const&) { till->nightly.compare_days(); })},
        {"payments.reconcile",
         [&db, &clock](Job const&) {
             billing::reconcile(db, clock);
             billing::reconcile_mandates(db, clock);
             billing::unpark(db, clock);
         }},
        {"privacy.tidy", [registry](Job const&) { registry->erasure.tidy(); }},
        {"refund.send", [till](Job const& job) { till->capture.refunds().send(till->gateway, job.payload); }},
        {"subscriptions.expire",
         [&db, &clock](Job const&) {
             subscriptions::expire_due(db, clock);
             subscriptions::begin_periods(db, clock);
         }},
        {"subscriptions.remind",
         [till, &db, &clock, key = place.billing.secret_keys.front()](Job const&) {
             till->mandate_ending.end_orphans();
             subscriptions::remind(db, clock, key);
             billing::announce_charges(db, clock, key);
         }},
        {"tombstone.keep", [&db, file = place.privacy.tombstones](
                               Job const& job) { privacy::keep_tombstone(db, file, job.payload); }},
    };
}

}  // namespace ssr::worker
