#include "domain/billing/mandates.h"

#include "base/fault.h"
#include "db/transaction.h"
#include "domain/audit/audit_log.h"
#include "domain/jobs/queue.h"
#include "domain/subscriptions/status.h"
#include "log/log.h"

namespace ssr::billing {

using subscriptions::Status;

namespace {

constexpr std::chrono::minutes kGatewayIsBack{15};

std::string plan_name(Mandate const& mandate) {
    return mandate.name() + ", " + std::to_string(mandate.months) +
           (mandate.months == 1 ? " month" : " months");
}

bool is_same(Mandate const& mandate, Quote const& quote, Instant first_charge_at, Instant now) {
    return mandate.total == quote.total() && mandate.snapshot.dump() == snapshot_of(quote).dump() &&
           mandate.first_charge_at == first_charge_at && now < mandate.authorise_by;
}

}  // namespace

/// A subscription as far as its renewal depends on it.
struct Mandates::Renewed {
    SubscriptionId id;
    UserId user;
    ModuleId module_id;
    Module module;
    Status status;
    Instant expires_at;
    bool ends_at_period_end, auto_renew;
    std::optional<int> months;                 // of the last paid period
    std::optional<PublicPaymentId> last_paid;  // by it

    bool is_bought() const { return months && last_paid; }
};

std::optional<Mandates::Renewed> Mandates::find_renewed(MandateWish const& wish) {
    return db_.maybe_one(R"(
        SELECT s.id, s.user_id, s.module_id, m.code, s.status, s.expires_at, s.cancel_at_period_end, s.auto_renew,
               r.duration_months, p.public_id AS payment
          FROM subscriptions s JOIN modules m ON m.id = s.module_id
          LEFT JOIN module_pricings r ON r.id = s.pricing_id
          LEFT JOIN payments p ON p.id = s.payment_id
         WHERE s.public_id = :subscription AND s.user_id = :user
    )",
                         {{"subscription", wish.subscription}, {"user", wish.user}}, [](db::Row const& row) {
                             auto const months = row.maybe_integer("duration_months");
                             auto const payment = row.maybe_text("payment");
                             return Renewed{
                                 .id = row.id<SubscriptionId>("id"),
                                 .user = row.id<UserId>("user_id"),
                                 .module_id = row.id<ModuleId>("module_id"),
                                 .module = *parse_module(row.text("code")),
                                 .status = subscriptions::parse_status(row.text("status")),
                                 .expires_at = row.instant("expires_at"),
                                 .ends_at_period_end = row.flag("cancel_at_period_end"),
                                 .auto_renew = row.flag("auto_renew"),
                                 .months = months ? std::optional{int(*months)} : std::nullopt,
                                 .last_paid = payment ? PublicPaymentId::parse(*payment) : std::nullopt};
                         });
}

std::optional<MandateRefused> Mandates::fault(std::optional<Renewed> const& held) {
    auto const now = clock_.now();
    if (!held) return MandateRefused::not_his;
    if (!begins_) return MandateRefused::switched_off;
    if (!held->is_bought()) return MandateRefused::not_bought;
    if (held->status != Status::active || held->ends_at_period_end || held->expires_at <= now)
        return MandateRefused::not_running;
    if (!first_charge(held->expires_at, now)) return MandateRefused::ends_too_soon;
    return std::nullopt;
}

Result<Quote, MandateRefused> Mandates::priced(Renewed const& held, Payment const& last) {
    auto lines = lines_for({.module = held.module, .months = *held.months}, catalog::offers(db_), {});
    if (!lines) return Err{MandateRefused::not_sold};
    auto const place = State::parse(last.bill_to.state_code).value_or(supplier_.gstin.state());
    auto renewal = quote(*std::move(lines), "", supplier_.gstin.state(), place);
    if (renewal.total() > kMandateLimit) return Err{MandateRefused::above_limit};
    if (renewal.total() < Money::from_rupees(1)) return Err{MandateRefused::not_sold};
    return renewal;
}

Result<Mandate, MandateRefused> Mandates::begin(MandateWish const& wish) {
    auto const held = find_renewed(wish);
    auto const open = held ? MandateStore{db_}.lock_open(held->user, held->module_id) : std::nullopt;
    if (open && is_live(open->status())) return *open;
    if (auto const why = fault(held)) return Err{*why};
    auto const last = *PaymentStore{db_}.find(held->user, *held->last_paid);
    auto renewal = priced(*held, last);
    if (!renewal) return Err{renewal.error()};
    return known_to_gateway(placed(*held, last, *std::move(renewal), wish.ip_address));
}

Mandate Mandates::placed(Renewed const& held, Payment const& last, Quote quote,
                         std::string const& ip_address) {
    auto const now = clock_.now();
    db::Transaction transaction{db_};
    subscriptions_.lock(held.user);
    MandateStore mandates{db_};
    auto const open = mandates.lock_open(held.user, held.module_id);
    if (open && (is_live(open->status()) || is_same(*open, quote, held.expires_at, now))) return *open;
    if (open) ending_.end(*open, MandateEnd::replaced);
    auto mandate = mandates.insert({.user = held.user,
                                    .module = held.module_id,
                                    .subscription = held.id,
                                    .months = *held.months,
                                    .quote = std::move(quote),
                                    .bill_to = last.bill_to,
                                    .first_charge_at = held.expires_at,
                                    .authorise_by = authorise_by(now)},
                                   now);
    audit::AuditLog{db_}.record({.user = held.user,
                                 .action = "mandate.begun",
                                 .model_name = "mandates",
                                 .object_id = mandate.public_id.text(),
                                 .changes = Json::Object{{"total_paise", mandate.total.paise()},
                                                         {"months", mandate.months},
                                                         {"first_charge_at", to_iso(held.expires_at)}},
                                 .ip_address = ip_address},
                                now);
    transaction.commit();
    return mandate;
}

std::optional<std::string> Mandates::plan_of(Mandate const& mandate) {
    GatewayPlan const plan{.key_id = gateway_.config().key_id,
                           .name = plan_name(mandate),
                           .months = mandate.months,
                           .amount = mandate.total};
    MandateStore mandates{db_};
    if (auto known = mandates.find_plan(plan)) return known;
    auto const made = gateway_.make_plan({.name = plan.name, .months = plan.months, .amount = plan.amount});
    if (!made) return std::nullopt;
    return mandates.keep_plan(plan, *made, clock_.now());
}

// The row stays locked while the gateway is asked: of two clicks one asks, and the other is given what it
// got.
Result<Mandate, MandateRefused> Mandates::known_to_gateway(Mandate const& begun) {
    if (begun.gateway_subscription_id) return begun;
    auto const plan = plan_of(begun);
    if (!plan) return Err{MandateRefused::gateway_away};
    db::Transaction transaction{db_};
    MandateStore mandates{db_};
    auto const mandate = mandates.lock(begun.id);
    if (mandate.gateway_subscription_id) return mandate;
    if (is_over(mandate.status())) return Err{MandateRefused::not_running};  // a moment ago, in another tab
    auto const made = gateway_.make_mandate({.plan_id = *plan,
                                             .charges = charges_of_mandate(mandate.months),
                                             .first_charge_at = mandate.first_charge_at,
                                             .authorise_by = mandate.authorise_by,
                                             .mandate_id = mandate.public_id.text()});
    if (!made) return Err{MandateRefused::gateway_away};
    auto const now = clock_.now();
    mandates.mark_known(mandate.id, *plan, *made, *next_look(MandateStatus::created, mandate.times(), now));
    auto known = mandates.lock(mandate.id);
    transaction.commit();
    return known;
}

// What was given has no price: there auto-renew stays a wish.
bool Mandates::needs_mandate(Renewed const& held) const { return begins_ && held.is_bought(); }

bool Mandates::is_on(Renewed const& held) {
    auto const open = MandateStore{db_}.lock_open(held.user, held.module_id);
    return open ? is_live(open->status()) : !needs_mandate(held) && held.auto_renew;
}

Result<Renewal, MandateRefused> Mandates::set(MandateWish const& wish, std::optional<bool> is_on) {
    db::Transaction transaction{db_};
    auto const held = find_renewed(wish);
    if (!held) return Err{MandateRefused::not_his};
    subscriptions_.lock(held->user);
    bool const was_on = this->is_on(*held), is = is_on.value_or(!was_on);
    bool const had_mandate =
        !is && ending_.end_of(held->user, held->module_id, MandateEnd::turned_off, wish.ip_address);
    transaction.commit();
    if (had_mandate || (is && was_on)) return Renewal{is};
    if (!is || !needs_mandate(*held)) return set_wish(wish, is);
    auto mandate = begin(wish);
    if (!mandate) return Err{mandate.error()};
    return Renewal{is_live(mandate->status()), *std::move(mandate)};
}

Result<Renewal, MandateRefused> Mandates::set_wish(MandateWish const& wish, bool is_on) {
    auto const is = subscriptions_.set_auto_renew(wish.user, wish.subscription, is_on, wish.ip_address);
    if (!is && is.error() == subscriptions::CancelRefused::not_his) return Err{MandateRefused::not_his};
    if (!is) return Err{MandateRefused::not_running};
    return Renewal{*is};
}

Result<subscriptions::Standing, subscriptions::CancelRefused> Mandates::cancel(
    subscriptions::Cancellation const& wish) {
    db::Transaction transaction{db_};
    subscriptions_.lock(wish.user);
    auto const held = find_renewed({wish.user, wish.subscription, wish.ip_address});
    auto const cancelled = subscriptions_.cancel(wish);
    if (!cancelled) return Err{cancelled.error()};
    ending_.end_of(wish.user, held->module_id, MandateEnd::subscription_over, wish.ip_address);
    transaction.commit();
    return *cancelled;
}

std::optional<WordRefused> Mandates::fault(std::optional<Mandate> const& mandate, MandateWord const& word) {
    if (!mandate) return WordRefused::unknown_order;
    if (mandate->user != word.user) return WordRefused::not_his;
    bool const is_signed = is_gateway_id("pay_", word.payment_id) &&
                           is_signed_for_mandate(gateway_.config().key_secret, word.payment_id,
                                                 *mandate->gateway_subscription_id, word.signature);
    if (!is_signed) return WordRefused::wrong_signature;
    return std::nullopt;
}

Result<Mandate, WordRefused> Mandates::take(MandateWord const& word) {
    MandateStore mandates{db_};
    auto const mandate = mandates.find_by_gateway(word.subscription_id);
    if (auto const why = fault(mandate, word)) {
        audit::AuditLog{db_}.record({.user = word.user,
                                     .action = "mandate.word_refused",
                                     .model_name = "mandates",
                                     .object_id = mandate ? mandate->public_id.text() : "",
                                     .changes = Json::Object{{"why", code(*why)}},
                                     .ip_address = word.ip_address},
                                    clock_.now());
        log::warn("mandate.word_refused", {{"why", code(*why)}});
        return Err{*why};
    }
    if (mandate->status() == MandateStatus::created) ask(*mandate);
    auto after = *mandates.find(word.user, mandate->public_id);
    // The webhook will tell; should it not come, the worker asks at once, and then the reconciler.
    if (after.status() == MandateStatus::created)
        jobs::Queue{db_, clock_}.enqueue(
            {.kind = "mandate.check",
             .payload = Json::Object{{"mandate", after.public_id.text()}},
             .dedupe_key = "mandate.check:" + after.public_id.text() + ":callback"});
    return after;
}

bool Mandates::ask(Mandate const& mandate) {
    if (!mandate.gateway_subscription_id) return true;
    auto const told = gateway_.find_mandate(*mandate.gateway_subscription_id);
    if (!told) return false;
    words_.hear(*told);
    return true;
}

void Mandates::check(Json const& payload) {
    auto const id = PublicMandateId::parse(payload["mandate"].text().value_or(""));
    MandateStore mandates{db_};
    auto const mandate = id ? mandates.find_anyone_s(*id) : std::nullopt;
    if (!mandate) return;
    if (!ask(*mandate)) {
        log::warn("mandate.check_put_off", {{"mandate", mandate->public_id.text()}});
        mandates.mark_checked(mandate->id, clock_.now() + kGatewayIsBack);
        return;
    }
    if (mandate->gateway_subscription_id) book_charges(*mandate);
    look_again(*mandates.find_anyone_s(*id));
}

void Mandates::book_charges(Mandate const& mandate) {
    auto const charges = gateway_.charges_of(*mandate.gateway_subscription_id);
    if (!charges) return;
    for (auto const& id : *charges) {
        if (PaymentStore{db_}.lock_by_gateway_payment(id)) continue;
        auto const payment = gateway_.find_payment(id);
        if (payment) words_.charged(*mandate.gateway_subscription_id, *payment, Messenger::reconciler);
    }
}

// One that nobody authorised in its time is over, whether the gateway says so or not.
void Mandates::look_again(Mandate const& mandate) {
    auto const now = clock_.now();
    bool const is_late = mandate.status() == MandateStatus::created && now >= mandate.authorise_by;
    if (is_late) {
        ending_.end_of(mandate.user, mandate.module, MandateEnd::not_authorised);
        return;
    }
    MandateStore{db_}.mark_checked(mandate.id, next_look(mandate.status(), mandate.times(), now));
}

void Mandates::cancel_at_gateway(Json const& payload) {
    auto const id = PublicMandateId::parse(payload["mandate"].text().value_or(""));
    MandateStore mandates{db_};
    auto const mandate = id ? mandates.find_anyone_s(*id) : std::nullopt;
    if (!mandate || !mandate->gateway_subscription_id || mandate->gateway_ended_at) return;
    auto told = gateway_.cancel_mandate(*mandate->gateway_subscription_id);
    // It may have ended by itself before.
    if (!told && told.error() == GatewayTrouble::refused)
        told = gateway_.find_mandate(*mandate->gateway_subscription_id);
    if (!told || !is_over(told->standing.status)) throw Fault{"the gateway did not end a mandate", true};
    mandates.mark_gateway_ended(mandate->id, clock_.now());
}

int reconcile_mandates(db::Session& db, Clock const& clock) {
    return int(db.execute(R"(
        INSERT INTO jobs (public_id, kind, payload, dedupe_key, run_at, created_at)
        SELECT uuid_v7(), 'mandate.check', jsonb_build_object('mandate', public_id),
               'mandate.check:' || public_id || ':' || extract(epoch FROM next_check_at), cast(:now AS timestamptz),
               cast(:now AS timestamptz)
          FROM mandates WHERE next_check_at <= :now
         ORDER BY next_check_at LIMIT 1000
        ON CONFLICT ON CONSTRAINT jobs_one_per_key DO NOTHING
    )",
                          {{"now", clock.now()}}));
}

int announce_charges(db::Session& db, Clock const& clock, std::string const& secret_key) {
    db::Transaction transaction{db};
    auto const now = clock.now();
    MandateLetters letters{db, clock, secret_key};
    int announced = 0;
    for (auto const& mandate : MandateStore{db}.list_charging_between(now, now + std::chrono::days{3})) {
        if (!letters.announces(mandate)) continue;
        ++announced;
        audit::AuditLog{db}.record({.action = "mandate.charge_announced",
                                    .model_name = "mandates",
                                    .object_id = mandate.public_id.text(),
                                    .changes = Json::Object{{"total_paise", mandate.total.paise()},
                                                            {"charge_at", to_iso(*mandate.next_charge_at)}}},
                                   now);
    }
    transaction.commit();
    return announced;
}

}  // namespace ssr::billing
