#include "domain/subscriptions/subscriptions.h"

#include "base/secure.h"
#include "db/transaction.h"
#include "domain/accounts/replays.h"
#include "domain/audit/audit_log.h"
#include "domain/subscriptions/expiry.h"
#include "domain/subscriptions/standing.h"
#include "domain/subscriptions/status.h"

namespace ssr::subscriptions {

namespace {

struct Newest {
    SubscriptionId id;
    Held held;
};

struct TrialOffer {
    ModuleId module;
    int days;
};

std::optional<Newest> lock_newest(db::Session& db, UserId user, ModuleId module) {
    return db.maybe_one(
        R"(
        SELECT s.id, s.status, s.expires_at, s.cancel_at_period_end, m.grace_days
          FROM subscriptions s JOIN modules m ON m.id = s.module_id
         WHERE s.user_id = :user AND s.module_id = :module ORDER BY s.id DESC LIMIT 1 FOR UPDATE OF s
    )",
        {{"user", user}, {"module", module}}, [](db::Row const& row) {
            return Newest{row.id<SubscriptionId>("id"),
                          {parse_status(row.text("status")), row.instant("expires_at"),
                           row.flag("cancel_at_period_end"), std::chrono::days{row.integer("grace_days")}}};
        });
}

Standing prolong(db::Session& db, SubscriptionId held, Purchase const& purchase, Term const& term) {
    return db.one(
        R"(
        UPDATE subscriptions
           SET status = CASE status WHEN 'suspended' THEN status ELSE 'active' END, source = 'purchase',
               pricing_id = :pricing, payment_id = :payment, expires_at = :ends, cancelled_at = NULL,
               cancel_at_period_end = false
         WHERE id = :id
        RETURNING id, public_id, status, expires_at
    )",
        {{"pricing", purchase.pricing}, {"payment", purchase.payment}, {"ends", term.ends_at}, {"id", held}},
        to_standing);
}

struct Beginning {
    UserId user;
    ModuleId module;
    Status status;
    std::string_view source;
    Instant starts_at, ends_at;
    std::optional<PricingId> pricing;
    std::optional<PaymentId> payment;
    std::optional<std::int64_t> usage_limit;
};

// The one that ran before, if any, makes room: a trial that was bought, one that was cancelled for its end,
// or one that ended and is not marked.
Standing begin(db::Session& db, Beginning const& beginning) {
    db.execute(R"(
        UPDATE subscriptions SET status = CASE WHEN cancel_at_period_end THEN 'cancelled' ELSE 'expired' END
         WHERE user_id = :user AND module_id = :module
           AND (status = 'trial' OR (status IN ('active', 'pending') AND (cancel_at_period_end OR expires_at <= :now)))
    )",
               {{"user", beginning.user}, {"module", beginning.module}, {"now", beginning.starts_at}});
    return db.one(R"(
        INSERT INTO subscriptions (public_id, user_id, module_id, pricing_id, payment_id, status, source, started_at,
                                   expires_at, usage_limit, usage_reset_at, created_at)
        VALUES (:public_id, :user, :module, :pricing, :payment, :status, :source, :starts, :ends, :limit, :starts, :starts)
        RETURNING id, public_id, status, expires_at
    )",
                  {{"public_id", PublicSubscriptionId::fresh()},
                   {"user", beginning.user},
                   {"module", beginning.module},
                   {"pricing", beginning.pricing},
                   {"payment", beginning.payment},
                   {"status", code(beginning.status)},
                   {"source", beginning.source},
                   {"starts", beginning.starts_at},
                   {"ends", beginning.ends_at},
                   {"limit", beginning.usage_limit}},
                  to_standing);
}

struct Period {
    std::optional<PaymentId> payment;
    Instant starts_at, ends_at;
    std::optional<std::int64_t> usage_limit = {};
    Money price = {};
};

void insert_period(db::Session& db, SubscriptionId subscription, Period const& period) {
    db.execute(R"(
        INSERT INTO subscription_periods (subscription_id, payment_id, starts_at, ends_at, usage_limit, price_paise)
        VALUES (:subscription, :payment, :starts, :ends, :limit, :price)
    )",
               {{"subscription", subscription},
                {"payment", period.payment},
                {"starts", period.starts_at},
                {"ends", period.ends_at},
                {"limit", period.usage_limit},
                {"price", period.price}});
}

}  // namespace

// Two payments of one person for one module may arrive at once, with no row yet to lock.
void Subscriptions::lock(UserId user) {
    db_.execute("SELECT pg_advisory_xact_lock(hashtextextended('subscriptions:' || cast(:user AS text), 0))",
                {{"user", user}});
}

Standing Subscriptions::extend(Purchase const& purchase) {
    lock(purchase.user);
    auto const now = clock_.now();
    bool const was_cut = purchase.replaces && give_up(*purchase.replaces);
    auto const newest = lock_newest(db_, purchase.user, purchase.module);
    bool const takes_its_place = was_cut && newest->held.expires_at <= now + std::chrono::seconds{1};
    auto const term =
        takes_its_place ? Term{true, now, add_months(now, purchase.months)}
                        : term_for(newest ? std::optional{newest->held} : std::nullopt, purchase.months, now);
    auto const standing = term.renews ? prolong(db_, newest->id, purchase, term)
                                      : begin(db_, {.user = purchase.user,
                                                    .module = purchase.module,
                                                    .status = Status::active,
                                                    .source = "purchase",
                                                    .starts_at = term.starts_at,
                                                    .ends_at = term.ends_at,
                                                    .pricing = purchase.pricing,
                                                    .payment = purchase.payment,
                                                    .usage_limit = purchase.usage_limit});
    insert_period(db_, standing.id,
                  {.payment = purchase.payment,
                   .starts_at = term.starts_at,
                   .ends_at = term.ends_at,
                   .usage_limit = purchase.usage_limit,
                   .price = purchase.price});
    if (term.renews) begin_period_of(db_, now, standing.id);
    return standing;
}

// True where none of his identifiers was noted before, with the present key or the one before it.
bool Subscriptions::note_trial(Trialist const& who, ModuleId module) {
    std::vector<std::string> known, fresh;
    for (auto const& identifier : {who.phone, who.email}) {
        if (identifier.empty()) continue;
        for (auto const& key : secret_keys_) known.push_back(hmac_sha256_hex(key, "trial|" + identifier));
        fresh.push_back(hmac_sha256_hex(secret_keys_.front(), "trial|" + identifier));
    }
    auto const noted = db_.execute(R"(
        INSERT INTO trials_used (identifier_hash, module_id, used_at)
        SELECT hash, cast(:module AS bigint), cast(:now AS timestamptz) FROM unnest(cast(:fresh AS text[])) hash
         WHERE NOT EXISTS (SELECT 1 FROM trials_used
                            WHERE identifier_hash = ANY (cast(:known AS text[])) AND module_id = cast(:module AS bigint))
        ON CONFLICT DO NOTHING
    )",
                                   {{"module", module},
                                    {"now", clock_.now()},
                                    {"fresh", db::array_of(fresh)},
                                    {"known", db::array_of(known)}});
    return noted == std::int64_t(fresh.size());
}

Result<Standing, TrialRefused> Subscriptions::start_trial(Trialist const& who, Module module) {
    db::Transaction transaction{db_};
    auto const now = clock_.now();
    auto const offer = db_.maybe_one(
        "SELECT id, trial_days FROM modules WHERE code = :code AND is_active AND trial_days > 0",
        {{"code", code(module)}}, [](db::Row const& row) {
            return TrialOffer{row.id<ModuleId>("id"), int(row.integer("trial_days"))};
        });
    if (!offer) return Err{TrialRefused::not_offered};
    lock(who.user);
    accounts::Replays replays{db_};
    accounts::Replayed const request{who.user, "trial " + std::string{code(module)}, who.idempotency_key};
    if (auto const first = replays.find(request))
        return lock_his(db_, who.user, *PublicSubscriptionId::parse(*first)).value();
    auto const newest = lock_newest(db_, who.user, offer->module);
    if (newest && newest->held.status != Status::expired && newest->held.expires_at > now)
        return Err{newest->held.status == Status::trial ? TrialRefused::had_before
                                                        : TrialRefused::is_subscribed};
    if (!note_trial(who, offer->module)) return Err{TrialRefused::had_before};

    auto const ends_at = now + std::chrono::days{offer->days};
    auto const standing = begin(db_, {.user = who.user,
                                      .module = offer->module,
                                      .status = Status::trial,
                                      .source = "trial",
                                      .starts_at = now,
                                      .ends_at = ends_at});
    insert_period(db_, standing.id, {.payment = std::nullopt, .starts_at = now, .ends_at = ends_at});
    audit::AuditLog{db_}.record(
        {.user = who.user,
         .action = "subscription.trial_started",
         .model_name = "subscriptions",
         .object_id = standing.public_id.text(),
         .changes = Json::Object{{"module", code(module)}, {"expires_at", to_iso(ends_at)}},
         .ip_address = who.ip_address},
        now);
    replays.remember(request, standing.public_id.text(), now);
    transaction.commit();
    return standing;
}

Result<Standing, CancelRefused> Subscriptions::cancel(Cancellation const& wish) {
    db::Transaction transaction{db_};
    auto const now = clock_.now();
    auto const held = lock_his(db_, wish.user, wish.subscription);
    if (!held) return Err{CancelRefused::not_his};
    if (held->status == Status::cancelled) return *held;
    if (!is_running(*held, now)) return Err{CancelRefused::not_running};

    auto const after = db_.one(R"(
        UPDATE subscriptions
           SET cancel_at_period_end = true, cancelled_at = coalesce(cancelled_at, :now),
               status = CASE WHEN :keeps THEN status ELSE 'cancelled' END,
               expires_at = CASE WHEN :keeps THEN expires_at ELSE greatest(cast(:now AS timestamptz), started_at + interval '1 second') END
         WHERE id = :id
        RETURNING id, public_id, status, expires_at
    )",
                               {{"now", now}, {"keeps", wish.at_period_end}, {"id", held->id}}, to_standing);
    audit::AuditLog{db_}.record(
        {.user = wish.user,
         .action = "subscription.cancelled",
         .model_name = "subscriptions",
         .object_id = after.public_id.text(),
         .changes = Json::Object{{"status", Json::Array{code(held->status), code(after.status)}},
                                 {"at_period_end", wish.at_period_end}},
         .ip_address = wish.ip_address},
        now);
    transaction.commit();
    return after;
}

std::vector<Standing> Subscriptions::given_for(PaymentId payment) {
    return db_.list(R"(
        SELECT s.id, s.public_id, s.status, s.expires_at
          FROM subscription_periods p JOIN subscriptions s ON s.id = p.subscription_id
         WHERE p.payment_id = :payment ORDER BY p.id
    )",
                    {{"payment", payment}}, to_standing);
}

}  // namespace ssr::subscriptions
