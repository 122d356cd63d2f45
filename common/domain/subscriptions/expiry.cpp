#include "domain/subscriptions/expiry.h"

namespace ssr::subscriptions {

int expire_due(db::Session& db, Clock const& clock) {
    return int(db.execute(R"(
        UPDATE subscriptions SET status = CASE WHEN cancel_at_period_end THEN 'cancelled' ELSE 'expired' END
         WHERE status IN ('trial', 'active', 'pending') AND expires_at <= :now
    )",
                          {{"now", clock.now()}}));
}

}  // namespace ssr::subscriptions
