#include "domain/billing/payment_store.h"

#include "base/secure.h"
#include "base/text.h"
#include "domain/billing/dispute.h"

namespace ssr::billing {

namespace {

std::string const kSelect = R"(
        SELECT id, public_id, order_id, user_id, gateway_order_id, gateway_payment_id, status, subtotal_paise,
               discount_amount_paise, cgst_paise, sgst_paise, igst_paise, total_amount_paise, pricing_snapshot,
               billing_name, billing_email, billing_phone, billing_gstin, billing_state_code, billing_address,
               coupon_id, failure_reason, review_reason, created_at, captured_at, checks, refunded_paise, dispute_status,
               mandate_id
          FROM payments )";

std::optional<CouponId> maybe_coupon(db::Row const& row) {
    auto const id = row.maybe_integer("coupon_id");
    return id ? std::optional{CouponId{*id}} : std::nullopt;
}

std::optional<MandateId> maybe_mandate(db::Row const& row) {
    auto const id = row.maybe_integer("mandate_id");
    return id ? std::optional{MandateId{*id}} : std::nullopt;
}

Payment to_payment(db::Row const& row) {
    return {.id = row.id<PaymentId>("id"),
            .public_id = row.public_id<PublicPaymentId>("public_id"),
            .order_number = row.text("order_id"),
            .user = row.id<UserId>("user_id"),
            .gateway_order_id = row.maybe_text("gateway_order_id"),
            .gateway_payment_id = row.maybe_text("gateway_payment_id"),
            .status = parse_payment_status(row.text("status")),
            .subtotal = row.money("subtotal_paise"),
            .discount = row.money("discount_amount_paise"),
            .tax = {row.money("cgst_paise"), row.money("sgst_paise"), row.money("igst_paise")},
            .total = row.money("total_amount_paise"),
            .snapshot = row.json("pricing_snapshot"),
            .bill_to = to_bill_to(row),
            .coupon = maybe_coupon(row),
            .failure_reason = row.maybe_text("failure_reason"),
            .review_reason = row.maybe_text("review_reason"),
            .created_at = row.instant("created_at"),
            .captured_at = row.maybe_instant("captured_at"),
            .checks = int(row.integer("checks")),
            .refunded = row.money("refunded_paise"),
            .dispute = parse_dispute_status(row.text_or_empty("dispute_status")),
            .mandate = maybe_mandate(row)};
}

// For people to read out: the day in India, and what no other order has.
std::string new_order_number(Instant now) {
    auto const day = ist_date(now);
    auto const two = [](unsigned number) {
        return std::string{char('0' + number / 10 % 10), char('0' + number % 10)};
    };
    return "ORD-" + two(unsigned(int(day.year()))) + two(unsigned(day.month())) + two(unsigned(day.day())) +
           "-" + upper(random_hex(4));
}

Json with_content(Quote const& quote, std::string const& content) {
    auto members = *snapshot_of(quote).object();
    members.emplace("content", content);
    return members;
}

}  // namespace

BillTo to_bill_to(db::Row const& row) {
    return {.name = row.text("billing_name"),
            .email = row.text_or_empty("billing_email"),
            .phone = row.text_or_empty("billing_phone"),
            .gstin = row.text_or_empty("billing_gstin"),
            .state_code = row.text("billing_state_code"),
            .address = row.text("billing_address")};
}

Payment PaymentStore::insert(NewPayment const& payment, Instant now) {
    auto const& bill_to = payment.bill_to;
    auto const& tax = payment.quote.tax;
    auto const id = db_.one(R"(
        INSERT INTO payments (public_id, order_id, user_id, subtotal_paise, discount_amount_paise, cgst_paise, sgst_paise,
                              igst_paise, gst_amount_paise, total_amount_paise, pricing_snapshot, billing_name,
                              billing_email, billing_phone, billing_gstin, billing_state_code, billing_address,
                              coupon_id, idempotency_key, created_at, next_check_at, mandate_id)
        VALUES (:public_id, :number, :user, :subtotal, :discount, :cgst, :sgst, :igst, :gst, :total, :snapshot, :name,
                nullif(:email, ''), nullif(:phone, ''), nullif(:gstin, ''), :state, :address, :coupon, :key,
                :now, :check, :mandate)
        RETURNING id
    )",
                            {{"public_id", PublicPaymentId::fresh()},
                             {"number", new_order_number(now)},
                             {"user", payment.user},
                             {"subtotal", payment.quote.subtotal},
                             {"discount", payment.quote.discount},
                             {"cgst", tax.cgst},
                             {"sgst", tax.sgst},
                             {"igst", tax.igst},
                             {"gst", tax.total()},
                             {"total", payment.quote.total()},
                             {"snapshot", with_content(payment.quote, payment.content)},
                             {"name", bill_to.name},
                             {"email", bill_to.email},
                             {"phone", bill_to.phone},
                             {"gstin", bill_to.gstin},
                             {"state", bill_to.state_code},
                             {"address", bill_to.address},
                             {"coupon", payment.quote.coupon},
                             {"key", payment.idempotency_key},
                             {"now", now},
                             {"check", payment.check_at},
                             {"mandate", payment.mandate}},
                            [](db::Row const& row) { return row.id<PaymentId>("id"); });
    return lock(id);
}

std::optional<Payment> PaymentStore::find(UserId user, PublicPaymentId const& id) {
    return db_.maybe_one(kSelect + "WHERE public_id = :id AND user_id = :user", {{"id", id}, {"user", user}},
                         to_payment);
}

std::optional<Payment> PaymentStore::find_by_key(UserId user, std::string_view idempotency_key) {
    return db_.maybe_one(kSelect + "WHERE user_id = :user AND idempotency_key = :key",
                         {{"user", user}, {"key", idempotency_key}}, to_payment);
}

std::optional<Payment> PaymentStore::find_open(UserId user, std::string_view content, Instant since) {
    return db_.maybe_one(kSelect + R"(
         WHERE user_id = :user AND status IN ('created', 'attempted', 'failed') AND created_at > :since
           AND review_reason IS NULL AND coupon_released_at IS NULL AND pricing_snapshot ->> 'content' = :content
         ORDER BY id DESC LIMIT 1)",
                         {{"user", user}, {"since", since}, {"content", content}}, to_payment);
}

std::optional<Payment> PaymentStore::find_by_gateway_order(std::string_view gateway_order_id) {
    return db_.maybe_one(kSelect + "WHERE gateway_order_id = :order", {{"order", gateway_order_id}},
                         to_payment);
}

Payment PaymentStore::lock(PaymentId id) {
    return db_.one(kSelect + "WHERE id = :id FOR UPDATE", {{"id", id}}, to_payment);
}

std::optional<Payment> PaymentStore::lock_by_gateway_order(std::string_view gateway_order_id) {
    return db_.maybe_one(kSelect + "WHERE gateway_order_id = :order FOR UPDATE",
                         {{"order", gateway_order_id}}, to_payment);
}

std::optional<Payment> PaymentStore::lock_by_gateway_payment(std::string_view gateway_payment_id) {
    return db_.maybe_one(kSelect + "WHERE gateway_payment_id = :payment FOR UPDATE",
                         {{"payment", gateway_payment_id}}, to_payment);
}

std::optional<Payment> PaymentStore::find_anyone_s(PublicPaymentId const& id) {
    return db_.maybe_one(kSelect + "WHERE public_id = :id", {{"id", id}}, to_payment);
}

std::optional<Payment> PaymentStore::lock_anyone_s(PublicPaymentId const& id) {
    return db_.maybe_one(kSelect + "WHERE public_id = :id FOR UPDATE", {{"id", id}}, to_payment);
}

void PaymentStore::mark_ordered(PaymentId id, std::string_view gateway_order_id, Instant check_at) {
    db_.execute("UPDATE payments SET gateway_order_id = :order, next_check_at = :check WHERE id = :id",
                {{"order", gateway_order_id}, {"check", check_at}, {"id", id}});
}

void PaymentStore::mark_attempted(PaymentId id, Instant now) {
    db_.execute(
        "UPDATE payments SET status = 'attempted', attempted_at = coalesce(attempted_at, :now) WHERE id = "
        ":id",
        {{"now", now}, {"id", id}});
}

void PaymentStore::mark_authorized(PaymentId id, Instant now) {
    db_.execute("UPDATE payments SET status = 'authorized', authorized_at = :now WHERE id = :id",
                {{"now", now}, {"id", id}});
}

void PaymentStore::mark_failed(PaymentId id, std::string_view reason, Instant now) {
    db_.execute(
        "UPDATE payments SET status = 'failed', failed_at = :now, failure_reason = :reason WHERE id = :id",
        {{"now", now}, {"reason", reason}, {"id", id}});
}

void PaymentStore::mark_captured(PaymentId id, std::optional<std::string> const& gateway_payment_id,
                                 Instant now) {
    db_.execute(R"(
        UPDATE payments SET status = 'captured', gateway_payment_id = :payment, captured_at = :now, next_check_at = NULL,
               failure_reason = NULL
         WHERE id = :id
    )",
                {{"payment", gateway_payment_id}, {"now", now}, {"id", id}});
}

void PaymentStore::mark_refunded(PaymentId id) {
    db_.execute(R"(
        UPDATE payments SET status = CASE WHEN total_amount_paise <= (SELECT sum(amount_paise) FROM refunds
                                                WHERE payment_id = :id AND status = 'processed' AND surplus_payment_id IS NULL)
                                          THEN 'refunded' ELSE 'partially_refunded' END
         WHERE id = :id
    )",
                {{"id", id}});
}

void PaymentStore::mark_disputed(PaymentId id, std::string_view dispute_id, std::string_view status) {
    db_.execute("UPDATE payments SET dispute_id = :dispute, dispute_status = :status WHERE id = :id",
                {{"dispute", dispute_id}, {"status", status}, {"id", id}});
}

void PaymentStore::mark_dispute_over(PaymentId id) {
    db_.execute("UPDATE payments SET review_reason = NULL WHERE id = :id AND review_reason LIKE 'dispute %'",
                {{"id", id}});
}

void PaymentStore::mark_for_review(PaymentId id, std::string_view reason) {
    db_.execute("UPDATE payments SET review_reason = coalesce(review_reason, :reason) WHERE id = :id",
                {{"reason", reason}, {"id", id}});
}

void PaymentStore::mark_held(PaymentId id, std::string_view gateway_payment_id, Money amount) {
    db_.execute("UPDATE payments SET held_payment_id = :payment, held_amount_paise = :amount WHERE id = :id",
                {{"payment", gateway_payment_id}, {"amount", amount}, {"id", id}});
}

void PaymentStore::mark_checked(PaymentId id, std::optional<Instant> next_check_at, int checks) {
    db_.execute("UPDATE payments SET checks = :checks, next_check_at = :next WHERE id = :id",
                {{"checks", checks}, {"next", next_check_at}, {"id", id}});
}

}  // namespace ssr::billing
