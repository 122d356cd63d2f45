#include "domain/billing/payment_history.h"

#include "base/text.h"
#include "domain/billing/quote.h"

namespace ssr::billing {

namespace {

constexpr std::string_view kNotes = R"(
               coalesce((SELECT jsonb_agg(jsonb_build_object('id', n.public_id, 'number', n.credit_note_number) ORDER BY n.id)
                           FROM credit_notes n WHERE n.invoice_id = i.id AND n.cancelled_at IS NULL), '[]') AS notes)";

std::vector<NoteLine> to_notes(Json const& list) {
    std::vector<NoteLine> notes;
    for (auto const& each : *list.array())
        notes.push_back(
            {*PublicCreditNoteId::parse(each["id"].text().value_or("")), each["number"].text().value_or("")});
    return notes;
}

PaymentLine to_line(db::Row const& row) {
    auto const lines = lines_of(row.json("pricing_snapshot"));
    return {.public_id = row.public_id<PublicPaymentId>("public_id"),
            .order_number = row.text("order_id"),
            .status = parse_payment_status(row.text("status")),
            .is_in_review = row.flag("is_in_review"),
            .total = row.money("total_amount_paise"),
            .refunded = row.money("refunded_paise"),
            .what = names_of(lines),
            .months = lines.front().months,
            .invoice_number = row.text_or_empty("invoice_number"),
            .notes = to_notes(row.json("notes")),
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

PaperNumbers paper_numbers(db::Session& db, PaymentId payment) {
    auto const found = db.maybe_one(
        "SELECT i.invoice_number," + std::string{kNotes} + " FROM invoices i WHERE i.payment_id = :payment",
        {{"payment", payment}}, [](db::Row const& row) {
            return PaperNumbers{row.text("invoice_number"), to_notes(row.json("notes"))};
        });
    return found.value_or(PaperNumbers{});
}

std::vector<FinancialYear> years_of_payments(db::Session& db, UserId user, Instant now) {
    auto const first = db.one("SELECT min(created_at) AS at FROM payments WHERE user_id = :user",
                              {{"user", user}}, [](db::Row const& row) { return row.maybe_instant("at"); });
    std::vector<FinancialYear> years{FinancialYear::of(now)};
    while (first && years.back().begins() > *first) years.push_back(years.back().before());
    return years;
}

PaymentHistory payment_history(db::Session& db, UserId user, HistoryPage const& page) {
    PaymentHistory history;
    auto const year = page.year;
    db.each(R"(
        SELECT p.public_id, p.order_id, p.status, p.review_reason IS NOT NULL AS is_in_review, p.total_amount_paise,
               p.refunded_paise, p.pricing_snapshot, p.created_at, i.invoice_number, count(*) OVER () AS of_all,)" +
                std::string{kNotes} + R"(
          FROM payments p LEFT JOIN invoices i ON i.payment_id = p.id
         WHERE p.user_id = :user AND p.status = ANY (cast(:statuses AS text[]))
           AND (cast(:from AS timestamptz) IS NULL OR p.created_at >= :from)
           AND (cast(:until AS timestamptz) IS NULL OR p.created_at < :until)
           AND (strpos(p.order_id, :text) > 0 OR strpos(i.invoice_number, :text) > 0
                OR EXISTS (SELECT FROM credit_notes n WHERE n.invoice_id = i.id AND strpos(n.credit_note_number, :text) > 0))
         ORDER BY p.id DESC LIMIT :size OFFSET :skip
    )",
            {{"user", user},
             {"statuses", statuses_of(page.kind)},
             {"from", year ? std::optional{year->begins()} : std::nullopt},
             {"until", year ? std::optional{year->ends()} : std::nullopt},
             {"text", upper(trimmed(page.text))},
             {"size", page.size},
             {"skip", std::int64_t{page.number - 1} * page.size}},
            [&](db::Row const& row) {
                history.count = row.integer("of_all");
                history.lines.push_back(to_line(row));
            });
    return history;
}

}  // namespace ssr::billing
