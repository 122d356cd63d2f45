#include "domain/billing/payment_desk.h"

#include "base/text.h"
#include "db/transaction.h"
#include "domain/audit/audit_log.h"
#include "domain/billing/payment_store.h"
#include "domain/billing/quote.h"
#include "domain/jobs/queue.h"

namespace ssr::billing {

namespace {

constexpr std::size_t kLongestSought = 120;

// Each way to find a payment has its own index. Of people of one name so many are looked at.
std::string found(Sought const& meant) {
    return R"(
        WITH people AS (
            SELECT u.id FROM users u WHERE true)" +
           std::string{accounts::condition(meant.whom)} + R"( LIMIT 200
        ), found AS MATERIALIZED (
            SELECT id FROM payments WHERE order_id = :number
            UNION SELECT id FROM payments WHERE gateway_order_id = :exact
            UNION SELECT id FROM payments WHERE gateway_payment_id = :exact
            UNION SELECT id FROM payments WHERE held_payment_id = :exact
            UNION SELECT payment_id FROM refunds WHERE gateway_refund_id = :exact
            UNION SELECT payment_id FROM refunds WHERE surplus_payment_id = :exact AND status <> 'failed'
            UNION SELECT payment_id FROM invoices WHERE invoice_number = :number
            UNION SELECT i.payment_id FROM credit_notes n JOIN invoices i ON i.id = n.invoice_id WHERE n.credit_note_number = :number
            UNION SELECT p.id FROM payments p JOIN people ON people.id = p.user_id
        ))";
}

// Words, not a parameter: the indexes of the rare states are found by them.
std::string_view statuses_of(PaymentKind kind) {
    switch (kind) {
        case PaymentKind::open: return "'created', 'attempted', 'authorized'";
        case PaymentKind::paid: return "'captured', 'partially_refunded'";
        case PaymentKind::failed: return "'failed'";
        case PaymentKind::returned: return "'partially_refunded', 'refunded'";
    }
    return "''";
}

std::string condition(DeskWish const& wish) {
    std::string where = "TRUE";
    if (wish.kind) where += " AND p.status IN (" + std::string{statuses_of(*wish.kind)} + ")";
    if (wish.month) where += " AND p.created_at >= :from AND p.created_at < :until";
    return where;
}

DeskLine to_line(db::Row const& row) {
    return {.public_id = row.public_id<PublicPaymentId>("public_id"),
            .order_number = row.text("order_id"),
            .user = row.public_id<PublicUserId>("user_public_id"),
            .user_name = row.text("user_name"),
            .what = names_of(lines_if_any(row.json("pricing_snapshot"))),
            .status = parse_payment_status(row.text("status")),
            .is_in_review = row.flag("is_in_review"),
            .is_known_to_gateway = row.flag("is_known"),
            .taxable = row.money("subtotal_paise") - row.money("discount_amount_paise"),
            .gst = row.money("gst_amount_paise"),
            .total = row.money("total_amount_paise"),
            .refunded = row.money("refunded_paise"),
            .invoice_number = row.text_or_empty("invoice_number"),
            .created_at = row.instant("created_at")};
}

}  // namespace

Sought sought(std::string_view text) {
    auto const clean = std::string{cut(trimmed(text), kLongestSought)};
    return {.exact = clean, .number = upper(clean), .whom = accounts::sought(clean)};
}

DeskList PaymentDesk::list(DeskWish const& wish) {
    auto const meant = sought(wish.text);
    auto const from = wish.month ? std::optional{wish.month->begins()} : std::nullopt;
    auto const until = wish.month ? std::optional{wish.month->ends()} : std::nullopt;
    bool const is_search = !meant.exact.empty();
    auto const looked_for = is_search ? found(meant) : "";
    std::string const within = is_search ? "found JOIN payments p ON p.id = found.id" : "payments p";

    DeskList list;
    list.count = db_.one(looked_for + R"(
        SELECT count(*) AS n FROM (SELECT FROM )" +
                             within + " WHERE " + condition(wish) + " LIMIT :most) counted",
                         {{"exact", meant.exact},
                          {"number", meant.number},
                          {"sought", meant.whom.text},
                          {"from", from},
                          {"until", until},
                          {"most", kDeskCounts + 1}},
                         [](db::Row const& row) { return int(row.integer("n")); });
    list.is_more = list.count > kDeskCounts;
    list.count = std::min(list.count, kDeskCounts);

    list.lines =
        db_.list(looked_for + R"(
        SELECT p.public_id, p.order_id, u.public_id AS user_public_id, u.name AS user_name, p.status,
               p.review_reason IS NOT NULL AS is_in_review, p.gateway_order_id IS NOT NULL AS is_known, p.subtotal_paise,
               p.discount_amount_paise, p.gst_amount_paise, p.total_amount_paise, p.refunded_paise, p.pricing_snapshot,
               i.invoice_number, p.created_at
          FROM )" + within +
                     R"( JOIN users u ON u.id = p.user_id LEFT JOIN invoices i ON i.payment_id = p.id
         WHERE )" + condition(wish) +
                     " ORDER BY p.created_at DESC, p.id DESC LIMIT :size OFFSET :skip",
                 {{"exact", meant.exact},
                  {"number", meant.number},
                  {"sought", meant.whom.text},
                  {"from", from},
                  {"until", until},
                  {"size", wish.size},
                  {"skip", std::min(std::int64_t{wish.number - 1} * wish.size, std::int64_t{kDeskCounts})}},
                 to_line);
    return list;
}

MonthAtDesk PaymentDesk::month(Month const& month) {
    return db_.one(R"(
        SELECT count(*) FILTER (WHERE status IN ('captured', 'partially_refunded')) AS paid,
               count(*) FILTER (WHERE status = 'failed') AS failed,
               count(*) FILTER (WHERE status IN ('partially_refunded', 'refunded')) AS returned,
               (SELECT count(*) FROM payments WHERE review_reason IS NOT NULL) AS in_review,
               (SELECT min(created_at) FROM payments) AS first_order_at
          FROM payments WHERE created_at >= :from AND created_at < :until
    )",
                   {{"from", month.begins()}, {"until", month.ends()}}, [](db::Row const& row) {
                       return MonthAtDesk{.paid = int(row.integer("paid")),
                                          .failed = int(row.integer("failed")),
                                          .returned = int(row.integer("returned")),
                                          .in_review = int(row.integer("in_review")),
                                          .first_order_at = row.maybe_instant("first_order_at")};
                   });
}

Result<bool, AskRefused> PaymentDesk::ask(PublicPaymentId const& id, UserId by,
                                          std::string const& ip_address) {
    db::Transaction transaction{db_};
    auto const payment = PaymentStore{db_}.find_anyone_s(id);
    if (!payment) return Err{AskRefused::unknown_payment};
    if (!payment->gateway_order_id) return Err{AskRefused::not_known_there};
    auto const minute = std::chrono::floor<std::chrono::minutes>(clock_.now());
    auto const job = jobs::Queue{db_, clock_}.enqueue(
        {.kind = "payment.check",
         .payload = Json::Object{{"payment", id.text()}, {"asked_by_staff", true}},
         .dedupe_key =
             "payment.check:" + id.text() + ":asked:" + std::to_string(minute.time_since_epoch().count())});
    if (job)
        audit::AuditLog{db_}.record({.user = by,
                                     .action = "payment.check_asked",
                                     .model_name = "payments",
                                     .object_id = id.text(),
                                     .changes = Json::Object{},
                                     .ip_address = ip_address},
                                    clock_.now());
    transaction.commit();
    return job.has_value();
}

}  // namespace ssr::billing
