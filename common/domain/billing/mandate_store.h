#pragma once

#include <vector>

#include "db/session.h"
#include "domain/billing/mandate.h"

namespace ssr::billing {

struct NewMandate {
    UserId user;
    ModuleId module;
    SubscriptionId subscription;
    int months;
    Quote quote;
    BillTo bill_to;
    Instant first_charge_at, authorise_by;
};

/// A plan as the gateway keeps it: what is charged how often, under which name.
struct GatewayPlan {
    std::string key_id;  // of the gateway's account
    std::string name;    // "Estimate, 12 months"
    int months;
    Money amount;
};

/// `mandates` and `gateway_plans`. Times are the caller's, from the clock. Whoever changes a mandate holds
/// Subscriptions::lock of its person first.
class MandateStore {
public:
    explicit MandateStore(db::Session& db) : db_{db} {}

    Mandate insert(NewMandate const& mandate, Instant now);
    std::optional<Mandate> find(UserId user, PublicMandateId const& id);
    std::optional<Mandate> find_anyone_s(PublicMandateId const& id);
    std::optional<Mandate> find_by_gateway(std::string_view gateway_subscription_id);
    /// The newest of each module of his.
    std::vector<Mandate> list_newest(UserId user);
    /// The newest that renews, or renewed, that subscription.
    std::optional<Mandate> find_newest(PublicSubscriptionId const& subscription);
    Mandate lock(MandateId id);
    /// The one that is not over.
    std::optional<Mandate> lock_open(UserId user, ModuleId module);
    /// Those that are not over, of people or subscriptions that are not to be charged for.
    std::vector<Mandate> list_orphans();

    /// Those whose next charge is due between two moments, and not a failed one's next try.
    std::vector<Mandate> list_charging_between(Instant from, Instant until);

    void mark_known(MandateId id, std::string_view plan_id, std::string_view gateway_subscription_id,
                    Instant next_check_at);
    /// What the gateway told; the time of the first authorisation stays.
    void mark_told(MandateId id, MandateStanding const& standing, std::optional<Instant> next_charge_at,
                   std::string_view method, Instant now);
    void mark_ended(MandateId id, MandateStanding const& standing, MandateEnd why, Instant now);
    void mark_gateway_ended(MandateId id, Instant now);
    /// A charge came so late that another subscription began with it.
    void mark_renews(MandateId id, SubscriptionId subscription);
    void mark_checked(MandateId id, std::optional<Instant> next_check_at);

    std::optional<std::string> find_plan(GatewayPlan const& plan);
    /// The id that counts: of two made at once, the first that was kept.
    std::string keep_plan(GatewayPlan const& plan, std::string_view gateway_plan_id, Instant now);

private:
    db::Session& db_;
};

}  // namespace ssr::billing
