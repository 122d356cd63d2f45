#include "worker/jobs.h"

#include "domain/jobs/partitions.h"
#include "domain/messages/delivery.h"
#include "domain/subscriptions/expiry.h"

namespace ssr::worker {

jobs::Table table(Workplace place) {
    return {
        {"message.send",
         [place](jobs::Job const& job) { messages::keep(place.db, place.clock, job.payload); }},
        {"partitions.make",
         [place](jobs::Job const&) { jobs::make_month_partitions(place.db, place.clock); }},
        {"subscriptions.expire",
         [place](jobs::Job const&) { subscriptions::expire_due(place.db, place.clock); }},
    };
}

}  // namespace ssr::worker
