#include "worker/jobs.h"

#include "domain/billing/gateway_events.h"
#include "domain/billing/nightly.h"
#include "domain/billing/reconciler.h"
#include "domain/jobs/partitions.h"
#include "domain/messages/delivery.h"
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
          nightly{place.db, place.clock, place.billing, gateway, capture} {}
    billing::Gateway gateway;
    billing::Capture capture;
    billing::GatewayEvents events;
    billing::Reconciler reconciler;
    billing::Nightly nightly;
};

}  // namespace

jobs::Table table(Workplace place) {
    auto const till = std::make_shared<Till>(place);
    auto const& [db, clock, _] = place;
    return {
        {"message.send", [&db, &clock](Job const& job) { messages::keep(db, clock, job.payload); }},
        {"partitions.make", [&db, &clock](Job const&) { jobs::make_month_partitions(db, clock); }},
        {"payment.apply_event", [till](Job const& job) { till->events.apply(job.payload); }},
        {"payment.check", [till](Job const& job) { till->reconciler.check(job.payload); }},
        {"payments.compare", [till](Job const&) { till->nightly.compare_yesterday(); }},
        {"payments.reconcile",
         [&db, &clock](Job const&) {
             billing::reconcile(db, clock);
             billing::unpark(db, clock);
         }},
        {"refund.send", [till](Job const& job) { till->capture.refunds().send(till->gateway, job.payload); }},
        {"subscriptions.expire",
         [&db, &clock](Job const&) {
             subscriptions::expire_due(db, clock);
             subscriptions::begin_periods(db, clock);
         }},
        {"subscriptions.remind", [&db, &clock, key = place.billing.secret_keys.front()](
                                     Job const&) { subscriptions::remind(db, clock, key); }},
    };
}

}  // namespace ssr::worker
