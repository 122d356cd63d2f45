#pragma once

#include "db/session.h"
#include "values/money.h"

namespace ssr::dev::gateway {

/// An order with one try to pay it, or with none yet.
struct OrderLine {
    std::string order, receipt, order_status;
    std::string payment, method, payment_status, failure;  // empty before the first try
    Money amount;
    Instant created_at;
};

struct RefundLine {
    std::string id, payment, status;
    Money amount;
    Instant created_at;
};

/// A webhook that our site has not taken yet, or never will.
struct WaitingLine {
    std::string event, event_id, last_answer;
    std::int64_t attempts;
    bool is_given_up;
    Instant due_at;
};

/// The newest hundred of each.
struct Overview {
    std::vector<OrderLine> orders;
    std::vector<RefundLine> refunds;
    std::vector<WaitingLine> waiting;
};
Overview overview_of(db::Session& db);

}  // namespace ssr::dev::gateway
