#pragma once

#include <optional>
#include <string>
#include <vector>

#include "db/session.h"
#include "domain/billing/mandate_state.h"
#include "domain/billing/payment_state.h"
#include "values/ids.h"
#include "values/module_code.h"
#include "values/money.h"

namespace ssr::billing {

/// An order that the gateway knows and staff need not look at.
struct LastOrder {
    PublicPaymentId id;
    PaymentStatus status;
    std::string what;  // "Workslip, Bill"
    Money total;
    Instant created_at;
};

/// A leave to charge a module's renewals that is not over; one that is only begun can be authorised now.
struct OpenMandate {
    PublicMandateId id;
    MandateStatus status;
    Module module;
    std::string name;
    Money total;  // of each charge
};

/// What a person may have to see to, now or not at all: the order that he made last, where it is not paid,
/// and what renews itself.
struct Errands {
    std::optional<LastOrder> order;
    std::vector<OpenMandate> mandates;
};

/// One statement.
Errands errands_of(db::Session& db, UserId user, Instant now);

}  // namespace ssr::billing
