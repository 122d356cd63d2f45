#include "domain/subscriptions/subscriptions.h"

namespace ssr::subscriptions {

namespace {

struct Period {
    std::int64_t id;
    SubscriptionId subscription;
    Instant starts_at, ends_at;
};

Period to_period(db::Row const& row) {
    return {row.integer("id"), row.id<SubscriptionId>("subscription_id"), row.instant("starts_at"),
            row.instant("ends_at")};
}

// The subscriptions are locked, so that a renewal at the same moment comes before or after.
std::vector<Period> lock_periods(db::Session& db, PaymentId payment) {
    return db.list(R"(
        SELECT p.id, p.subscription_id, p.starts_at, p.ends_at
          FROM subscription_periods p JOIN subscriptions s ON s.id = p.subscription_id
         WHERE p.payment_id = :payment ORDER BY p.id FOR UPDATE OF s
    )",
                   {{"payment", payment}}, to_period);
}

void shorten(db::Session& db, Period const& period, std::chrono::seconds by, Instant now) {
    db.execute(R"(
        UPDATE subscription_periods
           SET starts_at = starts_at - make_interval(secs => :by), ends_at = ends_at - make_interval(secs => :by)
         WHERE subscription_id = :subscription AND starts_at >= :after AND id <> :id
    )",
               {{"by", by.count()},
                {"subscription", period.subscription},
                {"after", period.ends_at},
                {"id", period.id}});
    // A stretch is never empty: one second stays as the trace of what was paid.
    db.execute("UPDATE subscription_periods SET ends_at = :ends WHERE id = :id",
               {{"ends", std::max(period.ends_at - by, period.starts_at + std::chrono::seconds{1})},
                {"id", period.id}});
    db.execute(R"(
        UPDATE subscriptions
           SET status = CASE WHEN status IN ('active', 'suspended', 'pending') AND expires_at - make_interval(secs => :by) <= :now
                             THEN 'cancelled' ELSE status END,
               cancelled_at = CASE WHEN expires_at - make_interval(secs => :by) <= :now
                                   THEN coalesce(cancelled_at, :now) ELSE cancelled_at END,
               expires_at = greatest(expires_at - make_interval(secs => :by), started_at + interval '1 second')
         WHERE id = :subscription
    )",
               {{"by", by.count()}, {"now", now}, {"subscription", period.subscription}});
}

}  // namespace

void Subscriptions::end_bought_with(PaymentId payment) {
    auto const now = clock_.now();
    for (auto const& period : lock_periods(db_, payment)) {
        auto const left = period.ends_at - std::max(period.starts_at, now);
        if (left > std::chrono::seconds{1}) shorten(db_, period, left, now);
    }
}

bool Subscriptions::can_give_up(PeriodId stretch) {
    return db_.one(R"(
        SELECT p.price_paise > 0 AND s.status <> 'suspended' AS can
          FROM subscription_periods p JOIN subscriptions s ON s.id = p.subscription_id WHERE p.id = :id
    )",
                   {{"id", stretch}}, [](db::Row const& row) { return row.flag("can"); });
}

// What was credited once is worth nothing more.
bool Subscriptions::give_up(PeriodId stretch) {
    auto const now = clock_.now();
    db_.execute("UPDATE subscription_periods SET price_paise = 0 WHERE id = :id", {{"id", stretch}});
    auto const period = db_.maybe_one(R"(
        SELECT p.id, p.subscription_id, p.starts_at, p.ends_at
          FROM subscription_periods p JOIN subscriptions s ON s.id = p.subscription_id
         WHERE p.id = :id AND s.status = 'active' AND p.starts_at <= :now AND p.ends_at > :now FOR UPDATE OF s
    )",
                                      {{"id", stretch}, {"now", now}}, to_period);
    if (!period) return false;
    shorten(db_, *period, period->ends_at - now, now);
    return true;
}

std::optional<PaidStretch> Subscriptions::stretch_in_use(UserId user, ModuleId module) {
    return db_.maybe_one(R"(
        SELECT p.id, s.public_id, p.price_paise, p.starts_at, p.ends_at, s.expires_at
          FROM subscription_periods p JOIN subscriptions s ON s.id = p.subscription_id
         WHERE s.user_id = :user AND s.module_id = :module AND s.status = 'active' AND NOT s.cancel_at_period_end
           AND p.payment_id IS NOT NULL AND p.starts_at <= :now AND p.ends_at > :now
         ORDER BY p.id DESC LIMIT 1
    )",
                         {{"user", user}, {"module", module}, {"now", clock_.now()}}, [](db::Row const& row) {
                             return PaidStretch{
                                 row.id<PeriodId>("id"),   row.public_id<PublicSubscriptionId>("public_id"),
                                 row.money("price_paise"), row.instant("starts_at"),
                                 row.instant("ends_at"),   row.instant("expires_at")};
                         });
}

void Subscriptions::forget_price_of(PaymentId payment) {
    db_.execute("UPDATE subscription_periods SET price_paise = 0 WHERE payment_id = :payment",
                {{"payment", payment}});
}

void Subscriptions::freeze_bought_with(PaymentId payment) {
    db_.execute(R"(
        UPDATE subscriptions SET status = 'suspended', suspended_reason = 'dispute'
         WHERE id IN (SELECT subscription_id FROM subscription_periods WHERE payment_id = :payment) AND status = 'active'
    )",
                {{"payment", payment}});
}

void Subscriptions::thaw_bought_with(PaymentId payment) {
    db_.execute(R"(
        UPDATE subscriptions SET status = CASE WHEN expires_at > :now THEN 'active' ELSE 'expired' END, suspended_reason = NULL
         WHERE id IN (SELECT subscription_id FROM subscription_periods WHERE payment_id = :payment)
           AND status = 'suspended' AND suspended_reason = 'dispute'
    )",
                {{"now", clock_.now()}, {"payment", payment}});
}

}  // namespace ssr::subscriptions
