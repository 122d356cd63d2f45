#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/instant.h"
#include "base/json.h"
#include "base/result.h"
#include "domain/billing/billing_config.h"
#include "domain/billing/mandate_state.h"
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
    std::string invoice_id = {};  // "inv_…": of a mandate's charge; empty for what a person paid
};

/// A mandate as the gateway tells of it: its word for it is a subscription.
struct GatewayMandate {
    std::string id;  // "sub_…"
    MandateStanding standing;
    std::optional<Instant> charge_at;  // the next charge, or the next try of one
    std::string method;                // "upi", "card"; empty before it is authorised
};

/// Nothing where the entity is no payment of an order.
std::optional<GatewayPayment> to_gateway_payment(Json const& entity);

/// Nothing where the entity is no refund.
std::optional<GatewayRefund> to_gateway_refund(Json const& entity);

/// Nothing where the entity is no subscription, or in a state that nobody knows.
std::optional<GatewayMandate> to_gateway_mandate(Json const& entity);

/// Lower-case hex HMAC-SHA256(secret, order|payment): Checkout's word that this payment was made for that
/// order.
bool is_signed_by_checkout(std::string_view key_secret, std::string_view order_id,
                           std::string_view payment_id, std::string_view signature);

/// The same of a mandate's authorisation, the other way round: payment|subscription.
bool is_signed_for_mandate(std::string_view key_secret, std::string_view payment_id,
                           std::string_view subscription_id, std::string_view signature);

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

/// What is charged every so many months, as the bank's paper names it.
struct PlanOrder {
    std::string name;
    int months;
    Money amount;
};

struct MandateOrder {
    std::string plan_id;  // "plan_…"
    int charges;          // at most so many
    Instant first_charge_at, authorise_by;
    std::string mandate_id;  // public id, told to the gateway as a note
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

    Result<std::string, GatewayTrouble> make_plan(PlanOrder const& order);
    Result<std::string, GatewayTrouble> make_mandate(MandateOrder const& order);
    Result<GatewayMandate, GatewayTrouble> find_mandate(std::string const& id);
    /// At once. Refused where it is over already.
    Result<GatewayMandate, GatewayTrouble> cancel_mandate(std::string const& id);
    /// The payments that its charges were paid with, the newest first.
    Result<std::vector<std::string>, GatewayTrouble> charges_of(std::string const& mandate_id);
    /// Whose mandate's charge an invoice of the gateway's is of; empty where it is of none.
    Result<std::string, GatewayTrouble> mandate_of_invoice(std::string const& invoice_id);

    GatewayConfig const& config() const { return config_; }

private:
    Result<Json, GatewayTrouble> ask(std::string method, std::string const& path, Json const& body = {},
                                     std::map<std::string, std::string> headers = {});
    GatewayConfig config_;
    outbound::HttpClient http_;
};

}  // namespace ssr::billing
