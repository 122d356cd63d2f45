#pragma once

#include "db/session.h"
#include "dev/gateway/wishes.h"

namespace ssr::dev::gateway {

/// The gateway's books: orders, payments, refunds.
class Ledger {
public:
    explicit Ledger(db::Session& db) : db_{db} {}

    void insert(Order const& order);
    std::optional<Order> find_order(std::string const& id);
    std::optional<Order> lock_order(std::string const& id);
    std::vector<Order> list_orders(Span const& span, std::optional<std::string> const& receipt = {});
    void mark_attempted(std::string const& order);
    void mark_paid(std::string const& order);

    void insert(Payment const& payment);
    std::optional<Payment> find_payment(std::string const& id);
    std::vector<Payment> list_payments(Span const& span, std::optional<std::string> const& order = {});
    void mark_failed(std::string const& payment, Json const& error);
    void mark_authorized(std::string const& payment);
    void mark_captured(std::string const& payment, Instant now);
    /// All of it went back; or, after a failed refund, not any more.
    void mark_refunded(std::string const& payment, bool is_whole);
    /// What comes of it by itself: "authorized" or "failed".
    void let_become(std::string const& payment, std::string_view status, Instant at);
    /// Those whose time has come, each given once.
    std::vector<std::pair<Payment, std::string>> take_ripe_payments(Instant now);

    void insert(Refund const& refund, std::string_view idempotency_key, std::string const& request);
    std::optional<Refund> find_refund(std::string const& id);
    std::vector<Refund> list_refunds(Span const& span, std::optional<std::string> const& payment = {});
    /// The refund that a key made, and the request that made it.
    std::optional<std::pair<Refund, std::string>> find_by_key(std::string_view idempotency_key);
    void mark(std::string const& refund, std::string_view status);
    void let_refund_become(std::string const& refund, std::string_view status, Instant at);
    std::vector<std::pair<Refund, std::string>> take_ripe_refunds(Instant now);

    bool has_ripe(Instant now);

private:
    db::Session& db_;
};

}  // namespace ssr::dev::gateway
