#pragma once

#include "domain/accounts/people.h"
#include "domain/subscriptions/roll.h"
#include "values/long_text.h"
#include "web/form.h"

namespace ssr::admin {

using StaffReason = LongText<500>;

/// A module opened to somebody, or closed. The last day may be left out.
struct OverrideForm {
    Module module;
    StaffReason reason;
    std::optional<Instant> valid_until;
    std::string idempotency_key;
    static std::optional<OverrideForm> read(web::FieldReader& read);
};

/// Why a subscription is paused, or goes on.
struct InterventionForm {
    StaffReason reason;
    static std::optional<InterventionForm> read(web::FieldReader& read);
};

struct PeopleQuery {
    accounts::PeopleFilter filter;  // ?q=98765+43210&role=support&state=banned&page=2
    static std::optional<PeopleQuery> read(web::FieldReader& read);
};

struct SubscriptionsQuery {
    subscriptions::RollFilter filter;  // ?q=ravi&module=estimate&state=suspended&ends=7&page=2
    static std::optional<SubscriptionsQuery> read(web::FieldReader& read);
};

/// What was done to a person's access a moment ago is said once.
struct AccessDoneQuery {
    std::string done;  // ?done=granted
    static std::optional<AccessDoneQuery> read(web::FieldReader& read);
};

}  // namespace ssr::admin
