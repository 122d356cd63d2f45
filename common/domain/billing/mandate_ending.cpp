#include "domain/billing/mandate_ending.h"

#include "db/transaction.h"
#include "domain/audit/audit_log.h"
#include "domain/jobs/queue.h"

namespace ssr::billing {

namespace {

// A failed one may be taken up again at the gateway: it is cancelled there too.
bool is_open_at_gateway(Mandate const& mandate, std::optional<MandateStanding> const& told) {
    if (!mandate.gateway_subscription_id) return false;
    return !told || told->status == MandateStatus::halted;
}

}  // namespace

bool MandateEnding::end_of(UserId user, ModuleId module, MandateEnd why, std::string const& ip_address) {
    subscriptions_.lock(user);
    auto const mandate = MandateStore{db_}.lock_open(user, module);
    if (!mandate) return false;
    end(*mandate, why, {}, ip_address);
    return true;
}

void MandateEnding::end(Mandate const& mandate, MandateEnd why, std::optional<MandateStanding> told,
                        std::string const& ip_address) {
    auto const now = clock_.now();
    MandateStore mandates{db_};
    auto const standing =
        told.value_or(MandateStanding{MandateStatus::cancelled, mandate.standing.paid_count});
    mandates.mark_ended(mandate.id, standing, why, now);
    auto times = mandate.times();
    times.ended_at = now;
    mandates.mark_checked(mandate.id, next_look(standing.status, times, now));
    if (mandate.authorised_at) subscriptions_.mark_auto_renew(mandate.subscription, false);
    if (is_open_at_gateway(mandate, told))
        jobs::Queue{db_, clock_}.enqueue({.kind = "mandate.cancel",
                                          .payload = Json::Object{{"mandate", mandate.public_id.text()}},
                                          .dedupe_key = "mandate.cancel:" + mandate.public_id.text(),
                                          .max_attempts = 40});
    letters_.is_over(mandate, why);
    bool const is_his = why == MandateEnd::turned_off || why == MandateEnd::paid_by_hand;
    audit::AuditLog{db_}.record(
        {.user = is_his ? std::optional{mandate.user} : std::nullopt,
         .action = "mandate.ended",
         .model_name = "mandates",
         .object_id = mandate.public_id.text(),
         .changes = Json::Object{{"status", Json::Array{code(mandate.status()), code(standing.status)}},
                                 {"why", code(why)}},
         .ip_address = ip_address},
        now);
}

int MandateEnding::end_orphans() {
    int ended = 0;
    for (auto const& orphan : MandateStore{db_}.list_orphans()) {
        db::Transaction transaction{db_};
        ended += end_of(orphan.user, orphan.module, MandateEnd::subscription_over);
        transaction.commit();
    }
    return ended;
}

}  // namespace ssr::billing
