#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/clock.h"
#include "domain/billing/capture.h"
#include "domain/billing/comparison.h"
#include "domain/billing/gateway.h"
#include "domain/billing/mandate_words.h"

namespace ssr::billing {

struct ReconciliationReport {
    Date day;  // in India
    int payments_seen, refunds_seen;
    std::vector<Difference> differences;
    Instant created_at;
};

/// The newest first.
std::vector<ReconciliationReport> reconciliation_reports(db::Session& db, int most, int skip = 0);

/// `reconciliation_reports`: each day of ours beside the gateway's.
class Nightly {
public:
    Nightly(db::Session& db, Clock const& clock, BillingConfig const& config, Gateway& gateway,
            Capture& capture)
        : db_{db},
          clock_{clock},
          gateway_{gateway},
          capture_{capture},
          mandates_{db, clock, config, capture},
          outbox_{db, clock, config.secret_keys.front()} {}

    /// The schedule payments.compare, from two in the morning: yesterday, and before it, oldest first, each
    /// of the last thirty days that was left out because no worker ran or the gateway was away. What the
    /// gateway knows and we do not is booked where it can be; the differences as they were found are kept,
    /// and mailed to administrators where there are any. Throws where the gateway is away: the days before
    /// are kept, and the next hour goes on.
    void compare_days();

private:
    std::vector<Instant> days_to_compare(Instant until);
    void compare_day(Instant from, Instant until);
    GatewayBooks theirs(Instant from, Instant until);
    Books ours(Instant from, Instant until, GatewayBooks const& theirs);
    void mend(GatewayPayment const& payment);
    void mend(GatewayBooks const& theirs, std::vector<Difference> const& found);
    void tell_staff(Date day, std::vector<Difference> const& found);

    db::Session& db_;
    Clock const& clock_;
    Gateway& gateway_;
    Capture& capture_;
    MandateWords mandates_;
    messages::Outbox outbox_;
};

}  // namespace ssr::billing
