#include "domain/billing/credit_note_book.h"

#include "domain/billing/credit_note.h"
#include "domain/billing/invoice_book.h"
#include "values/financial_year.h"

namespace ssr::billing {

namespace {

struct Invoiced {
    InvoiceId id;
    PaperAmounts whole, given;
};

PaperAmounts amounts(db::Row const& row, std::string const& prefix) {
    return {.taxable = row.money(prefix + "taxable"),
            .tax = {row.money(prefix + "cgst"), row.money(prefix + "sgst"), row.money(prefix + "igst")}};
}

Invoiced invoice_of(db::Session& db, PaymentId payment) {
    return db.one(R"(
        SELECT i.id, i.taxable_paise AS taxable, i.cgst_paise AS cgst, i.sgst_paise AS sgst, i.igst_paise AS igst,
               cast(coalesce(sum(n.taxable_paise), 0) AS bigint) AS given_taxable,
               cast(coalesce(sum(n.cgst_paise), 0) AS bigint) AS given_cgst,
               cast(coalesce(sum(n.sgst_paise), 0) AS bigint) AS given_sgst,
               cast(coalesce(sum(n.igst_paise), 0) AS bigint) AS given_igst
          FROM invoices i LEFT JOIN credit_notes n ON n.invoice_id = i.id AND n.cancelled_at IS NULL
         WHERE i.payment_id = :payment GROUP BY i.id
    )",
                  {{"payment", payment}}, [](db::Row const& row) {
                      return Invoiced{row.id<InvoiceId>("id"), amounts(row, ""), amounts(row, "given_")};
                  });
}

}  // namespace

std::string CreditNoteBook::issue(Refund const& refund, Instant now) {
    auto const invoice = invoice_of(db_, refund.payment);
    auto const note = credit_for(invoice.whole, invoice.given, refund.amount);
    auto const year = FinancialYear::of(now).text();
    auto const& series = supplier_.credit_note_series;
    auto const sequence = next_paper_number(db_, series, year);
    auto number = invoice_number(series, year, sequence);
    db_.execute(R"(
        INSERT INTO credit_notes (public_id, invoice_id, refund_id, credit_note_number, series, financial_year, sequence_number,
                                  issued_at, taxable_paise, cgst_paise, sgst_paise, igst_paise, total_amount_paise)
        VALUES (:public_id, :invoice, :refund, :number, :series, :year, :sequence, :now, :taxable, :cgst, :sgst, :igst, :total)
    )",
                {{"public_id", new_public_id()},
                 {"invoice", invoice.id},
                 {"refund", refund.id},
                 {"number", number},
                 {"series", series},
                 {"year", year},
                 {"sequence", sequence},
                 {"now", now},
                 {"taxable", note.taxable},
                 {"cgst", note.tax.cgst},
                 {"sgst", note.tax.sgst},
                 {"igst", note.tax.igst},
                 {"total", refund.amount}});
    return number;
}

std::string CreditNoteBook::next_number(Instant now) {
    auto const year = FinancialYear::of(now).text();
    auto const& series = supplier_.credit_note_series;
    auto const last = db_.maybe_one(
        "SELECT last_number FROM invoice_counters WHERE series = :series AND financial_year = :year",
        {{"series", series}, {"year", year}},
        [](db::Row const& row) { return int(row.integer("last_number")); });
    return invoice_number(series, year, last.value_or(0) + 1);
}

void CreditNoteBook::cancel(RefundId refund, Instant now) {
    db_.execute(
        "UPDATE credit_notes SET cancelled_at = coalesce(cancelled_at, :now) WHERE refund_id = :refund",
        {{"now", now}, {"refund", refund}});
}

void CreditNoteBook::restore(RefundId refund) {
    db_.execute("UPDATE credit_notes SET cancelled_at = NULL WHERE refund_id = :refund",
                {{"refund", refund}});
}

}  // namespace ssr::billing
