#include "domain/billing/payment_history.h"

#include "domain/billing/quote.h"

namespace ssr::billing {

namespace {

PaymentLine to_line(db::Row const& row) {
    auto const lines = lines_of(row.json("pricing_snapshot"));
    return {.public_id = row.public_id<PublicPaymentId>("public_id"),
            .order_number = row.text("order_id"),
            .status = parse_payment_status(row.text("status")),
            .is_in_review = row.flag("is_in_review"),
            .total = row.money("total_amount_paise"),
            .what = names_of(lines),
            .months = lines.front().months,
            .invoice_number = row.text_or_empty("invoice_number"),
            .created_at = row.instant("created_at")};
}

std::string statuses_of(std::optional<PaymentKind> kind) {
    if (!kind) return "{created,attempted,authorized,failed,captured,partially_refunded,refunded}";
    switch (*kind) {
        case PaymentKind::open: return "{created,attempted,authorized}";
        case PaymentKind::paid: return "{captured,partially_refunded}";
        case PaymentKind::failed: return "{failed}";
        case PaymentKind::returned: return "{partially_refunded,refunded}";
    }
    return "{}";
}

}  // namespace

std::string_view code(PaymentKind kind) {
    switch (kind) {
        case PaymentKind::open: return "open";
        case PaymentKind::paid: return "paid";
        case PaymentKind::failed: return "failed";
        case PaymentKind::returned: return "returned";
    }
    return "open";
}

std::optional<PaymentKind> parse_payment_kind(std::string_view text) {
    for (auto const kind : {PaymentKind::open, PaymentKind::paid, PaymentKind::failed, PaymentKind::returned})
        if (code(kind) == text) return kind;
    return std::nullopt;
}

PaymentHistory payment_history(db::Session& db, UserId user, HistoryPage const& page) {
    PaymentHistory history;
    db.each(R"(
        SELECT p.public_id, p.order_id, p.status, p.review_reason IS NOT NULL AS is_in_review, p.total_amount_paise,
               p.pricing_snapshot, p.created_at, i.invoice_number, count(*) OVER () AS of_all
          FROM payments p LEFT JOIN invoices i ON i.payment_id = p.id
         WHERE p.user_id = :user AND p.status = ANY (cast(:statuses AS text[]))
         ORDER BY p.id DESC LIMIT :size OFFSET :skip
    )",
            {{"user", user},
             {"statuses", statuses_of(page.kind)},
             {"size", page.size},
             {"skip", std::int64_t{page.number - 1} * page.size}},
            [&](db::Row const& row) {
                history.count = row.integer("of_all");
                history.lines.push_back(to_line(row));
            });
    return history;
}

}  // namespace ssr::billing
