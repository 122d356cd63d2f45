#include "domain/billing/mandate_store.h"

#include "base/fault.h"
#include "domain/billing/payment_store.h"

namespace ssr::billing {

namespace {

std::string const kSelect = R"(
        SELECT m.id, m.public_id, m.user_id, m.module_id, m.subscription_id, s.public_id AS public_subscription, m.status,
               m.paid_count, m.months, m.pricing_snapshot, m.subtotal_paise, m.cgst_paise, m.sgst_paise, m.igst_paise,
               m.total_amount_paise, m.billing_name, m.billing_email, m.billing_phone, m.billing_gstin, m.billing_state_code,
               m.billing_address, m.gateway_subscription_id, m.method, m.first_charge_at, m.next_charge_at, m.authorise_by,
               m.created_at, m.authorised_at, m.ended_at, m.gateway_ended_at, m.end_reason
          FROM mandates m JOIN subscriptions s ON s.id = m.subscription_id )";

std::optional<MandateEnd> maybe_end(db::Row const& row) {
    auto const reason = row.maybe_text("end_reason");
    return reason ? std::optional{parse_mandate_end(*reason)} : std::nullopt;
}

Mandate to_mandate(db::Row const& row) {
    return {.id = row.id<MandateId>("id"),
            .public_id = row.public_id<PublicMandateId>("public_id"),
            .user = row.id<UserId>("user_id"),
            .module = row.id<ModuleId>("module_id"),
            .subscription = row.id<SubscriptionId>("subscription_id"),
            .public_subscription = row.public_id<PublicSubscriptionId>("public_subscription"),
            .standing = {parse_mandate_status(row.text("status")), int(row.integer("paid_count"))},
            .months = int(row.integer("months")),
            .snapshot = row.json("pricing_snapshot"),
            .subtotal = row.money("subtotal_paise"),
            .tax = {row.money("cgst_paise"), row.money("sgst_paise"), row.money("igst_paise")},
            .total = row.money("total_amount_paise"),
            .bill_to = to_bill_to(row),
            .gateway_subscription_id = row.maybe_text("gateway_subscription_id"),
            .method = row.text("method"),
            .first_charge_at = row.instant("first_charge_at"),
            .next_charge_at = row.maybe_instant("next_charge_at"),
            .authorise_by = row.instant("authorise_by"),
            .created_at = row.instant("created_at"),
            .authorised_at = row.maybe_instant("authorised_at"),
            .ended_at = row.maybe_instant("ended_at"),
            .gateway_ended_at = row.maybe_instant("gateway_ended_at"),
            .end = maybe_end(row)};
}

}  // namespace

std::string_view code(MandateEnd why) {
    switch (why) {
        case MandateEnd::turned_off: return "turned_off";
        case MandateEnd::paid_by_hand: return "paid_by_hand";
        case MandateEnd::subscription_over: return "subscription_over";
        case MandateEnd::not_authorised: return "not_authorised";
        case MandateEnd::replaced: return "replaced";
        case MandateEnd::at_the_bank: return "at_the_bank";
        case MandateEnd::failed: return "failed";
        case MandateEnd::completed: return "completed";
    }
    return "turned_off";
}

MandateEnd parse_mandate_end(std::string_view text) {
    using enum MandateEnd;
    for (auto const why : {turned_off, paid_by_hand, subscription_over, not_authorised, replaced, at_the_bank,
                           failed, completed})
        if (code(why) == text) return why;
    throw Fault{"an end of a mandate that nobody knows", false};
}

Mandate MandateStore::insert(NewMandate const& mandate, Instant now) {
    auto const& bill_to = mandate.bill_to;
    auto const& tax = mandate.quote.tax;
    auto const id = db_.one(R"(
        INSERT INTO mandates (public_id, user_id, module_id, subscription_id, status, months, pricing_snapshot, subtotal_paise,
                              cgst_paise, sgst_paise, igst_paise, total_amount_paise, billing_name, billing_email, billing_phone,
                              billing_gstin, billing_state_code, billing_address, first_charge_at, authorise_by, next_check_at,
                              created_at)
        VALUES (:public_id, :user, :module, :subscription, 'created', :months, :snapshot, :subtotal, :cgst, :sgst, :igst, :total,
                :name, nullif(:email, ''), nullif(:phone, ''), nullif(:gstin, ''), :state, :address, :first, :by, :by, :now)
        RETURNING id
    )",
                            {{"public_id", PublicMandateId::fresh()},
                             {"user", mandate.user},
                             {"module", mandate.module},
                             {"subscription", mandate.subscription},
                             {"months", mandate.months},
                             {"snapshot", snapshot_of(mandate.quote)},
                             {"subtotal", mandate.quote.subtotal},
                             {"cgst", tax.cgst},
                             {"sgst", tax.sgst},
                             {"igst", tax.igst},
                             {"total", mandate.quote.total()},
                             {"name", bill_to.name},
                             {"email", bill_to.email},
                             {"phone", bill_to.phone},
                             {"gstin", bill_to.gstin},
                             {"state", bill_to.state_code},
                             {"address", bill_to.address},
                             {"first", mandate.first_charge_at},
                             {"by", mandate.authorise_by},
                             {"now", now}},
                            [](db::Row const& row) { return row.id<MandateId>("id"); });
    return lock(id);
}

std::optional<Mandate> MandateStore::find(UserId user, PublicMandateId const& id) {
    return db_.maybe_one(kSelect + "WHERE m.public_id = :id AND m.user_id = :user",
                         {{"id", id}, {"user", user}}, to_mandate);
}

std::optional<Mandate> MandateStore::find_anyone_s(PublicMandateId const& id) {
    return db_.maybe_one(kSelect + "WHERE m.public_id = :id", {{"id", id}}, to_mandate);
}

std::optional<Mandate> MandateStore::find_by_gateway(std::string_view gateway_subscription_id) {
    return db_.maybe_one(kSelect + "WHERE m.gateway_subscription_id = :subscription",
                         {{"subscription", gateway_subscription_id}}, to_mandate);
}

std::vector<Mandate> MandateStore::list_newest(UserId user) {
    return db_.list(kSelect + R"(
         WHERE m.id IN (SELECT max(id) FROM mandates WHERE user_id = :user GROUP BY module_id) ORDER BY m.id)",
                    {{"user", user}}, to_mandate);
}

std::optional<Mandate> MandateStore::find_newest(PublicSubscriptionId const& subscription) {
    return db_.maybe_one(kSelect + "WHERE s.public_id = :subscription ORDER BY m.id DESC LIMIT 1",
                         {{"subscription", subscription}}, to_mandate);
}

Mandate MandateStore::lock(MandateId id) {
    return db_.one(kSelect + "WHERE m.id = :id FOR UPDATE OF m", {{"id", id}}, to_mandate);
}

std::optional<Mandate> MandateStore::lock_open(UserId user, ModuleId module) {
    return db_.maybe_one(kSelect + R"(
         WHERE m.user_id = :user AND m.module_id = :module
           AND m.status IN ('created', 'authenticated', 'active', 'pending') FOR UPDATE OF m)",
                         {{"user", user}, {"module", module}}, to_mandate);
}

// What has ended is not among them: a late charge begins it anew.
std::vector<Mandate> MandateStore::list_orphans() {
    return db_.list(kSelect + R"(
          JOIN users u ON u.id = m.user_id
         WHERE m.status IN ('created', 'authenticated', 'active', 'pending')
           AND (NOT u.is_active OR s.cancel_at_period_end OR s.status IN ('cancelled', 'suspended')
                OR EXISTS (SELECT FROM account_deletions d WHERE d.user_id = m.user_id AND d.status = 'pending'))
         ORDER BY m.id)",
                    {}, to_mandate);
}

std::vector<Mandate> MandateStore::list_charging_between(Instant from, Instant until) {
    return db_.list(kSelect + R"(
         WHERE m.status IN ('authenticated', 'active') AND m.next_charge_at > :from AND m.next_charge_at <= :until
         ORDER BY m.id)",
                    {{"from", from}, {"until", until}}, to_mandate);
}

void MandateStore::mark_known(MandateId id, std::string_view plan_id,
                              std::string_view gateway_subscription_id, Instant next_check_at) {
    db_.execute(
        R"(
        UPDATE mandates SET gateway_plan_id = :plan, gateway_subscription_id = :subscription, next_check_at = :check WHERE id = :id
    )",
        {{"plan", plan_id}, {"subscription", gateway_subscription_id}, {"check", next_check_at}, {"id", id}});
}

void MandateStore::mark_told(MandateId id, MandateStanding const& standing,
                             std::optional<Instant> next_charge_at, std::string_view method, Instant now) {
    db_.execute(R"(
        UPDATE mandates
           SET status = :status, paid_count = :paid, next_charge_at = :charge,
               method = CASE WHEN :method = '' THEN method ELSE :method END,
               authorised_at = CASE WHEN :status = 'created' THEN authorised_at ELSE coalesce(authorised_at, :now) END
         WHERE id = :id
    )",
                {{"status", code(standing.status)},
                 {"paid", standing.paid_count},
                 {"charge", next_charge_at},
                 {"method", method},
                 {"now", now},
                 {"id", id}});
}

void MandateStore::mark_ended(MandateId id, MandateStanding const& standing, MandateEnd why, Instant now) {
    db_.execute(R"(
        UPDATE mandates
           SET status = :status, paid_count = :paid, next_charge_at = NULL, ended_at = coalesce(ended_at, :now),
               end_reason = coalesce(end_reason, :why)
         WHERE id = :id
    )",
                {{"status", code(standing.status)},
                 {"paid", standing.paid_count},
                 {"now", now},
                 {"why", code(why)},
                 {"id", id}});
}

void MandateStore::mark_gateway_ended(MandateId id, Instant now) {
    db_.execute("UPDATE mandates SET gateway_ended_at = coalesce(gateway_ended_at, :now) WHERE id = :id",
                {{"now", now}, {"id", id}});
}

void MandateStore::mark_renews(MandateId id, SubscriptionId subscription) {
    db_.execute("UPDATE mandates SET subscription_id = :subscription WHERE id = :id",
                {{"subscription", subscription}, {"id", id}});
}

void MandateStore::mark_checked(MandateId id, std::optional<Instant> next_check_at) {
    db_.execute("UPDATE mandates SET next_check_at = :next WHERE id = :id",
                {{"next", next_check_at}, {"id", id}});
}

std::optional<std::string> MandateStore::find_plan(GatewayPlan const& plan) {
    return db_.maybe_one(
        R"(
        SELECT gateway_plan_id FROM gateway_plans
         WHERE key_id = :key AND name = :name AND months = :months AND amount_paise = :amount
    )",
        {{"key", plan.key_id}, {"name", plan.name}, {"months", plan.months}, {"amount", plan.amount}},
        [](db::Row const& row) { return row.text("gateway_plan_id"); });
}

std::string MandateStore::keep_plan(GatewayPlan const& plan, std::string_view gateway_plan_id, Instant now) {
    db_.execute(R"(
        INSERT INTO gateway_plans (key_id, name, months, amount_paise, gateway_plan_id, created_at)
        VALUES (:key, :name, :months, :amount, :id, :now)
        ON CONFLICT ON CONSTRAINT gateway_plans_one_each DO NOTHING
    )",
                {{"key", plan.key_id},
                 {"name", plan.name},
                 {"months", plan.months},
                 {"amount", plan.amount},
                 {"id", gateway_plan_id},
                 {"now", now}});
    return find_plan(plan).value();
}

}  // namespace ssr::billing
