#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/instant.h"
#include "base/json.h"
#include "base/result.h"
#include "domain/billing/billing_config.h"
#include "domain/billing/payment_state.h"
#include "domain/billing/refund.h"
#include "outbound/http_client.h"
#include "values/money.h"

namespace ssr::billing {

/// A payment as the gateway tells of it: in a webhook, or when asked.
struct GatewayPayment {
    std::string id;        // "pay_…"
    std::string order_id;  // "order_…"
    Money amount;
    std::string currency;       // "INR"
    PaymentStatus status;       // attempted, failed, authorized, captured, refunded
    std::string failure;        // the bank's reason, for people; empty where it did not fail
    bool was_captured = false;  // the money was received, also where it went back since
    Money refunded = {};
};

/// Nothing where the entity is no payment of an order.
std::optional<GatewayPayment> to_gateway_payment(Json const& entity);

/// Nothing where the entity is no refund.
std::optional<GatewayRefund> to_gateway_refund(Json const& entity);

/// Lower-case hex HMAC-SHA256(secret, order|payment): Checkout's word that this payment was made for that
/// order.
bool is_signed_by_checkout(std::string_view key_secret, std::string_view order_id,
                           std::string_view payment_id, std::string_view signature);

/// An id that the gateway could have made ("pay_…"), safe in an address.
bool is_gateway_id(std::string_view prefix, std::string_view text);

/// unreachable: no whole answer, try again later. refused: the gateway said no, and will say it again.
enum class GatewayTrouble { unreachable, refused };

struct NewOrder {
    Money amount;
    std::string receipt;     // our order number, at most 40 characters
    std::string payment_id;  // public id, told to the gateway as a note
};

struct RefundOrder {
    std::string payment_id;  // "pay_…"
    Money amount;
    std::string id;  // public id of our row: the same again is the same refund
};

/// A page of the gateway's books: what was made from a moment until before another.
struct Span {
    Instant from, until;
    int skip, count;
};
template <class Entity>
struct Page {
    std::vector<Entity> entities;  // those that are of an order
    int items;                     // all that the gateway has on it
};

/// Razorpay's REST API, as far as we use it. Captures are automatic: an order asks for it.
class Gateway {
public:
    explicit Gateway(GatewayConfig config) : config_{std::move(config)} {}

    Result<std::string, GatewayTrouble> make_order(NewOrder const& order);
    Result<GatewayPayment, GatewayTrouble> find_payment(std::string const& payment_id);
    Result<std::vector<GatewayPayment>, GatewayTrouble> payments_of(std::string const& order_id);
    /// Takes what was only authorised; the payment as it is then.
    Result<GatewayPayment, GatewayTrouble> capture(std::string const& payment_id, Money amount);

    /// Gives money back, once for each of our rows however often it is asked.
    Result<GatewayRefund, GatewayTrouble> refund(RefundOrder const& order);
    Result<std::vector<GatewayRefund>, GatewayTrouble> refunds_of(std::string const& payment_id);

    Result<Page<GatewayPayment>, GatewayTrouble> payments_made(Span const& span);
    Result<Page<GatewayRefund>, GatewayTrouble> refunds_made(Span const& span);

    GatewayConfig const& config() const { return config_; }

private:
    Result<Json, GatewayTrouble> ask(std::string method, std::string const& path, Json const& body = {},
                                     std::map<std::string, std::string> headers = {});
    GatewayConfig config_;
    outbound::HttpClient http_;
};

}  // namespace ssr::billing
