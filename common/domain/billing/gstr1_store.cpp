#include "domain/billing/gstr1_store.h"

#include "base/fault.h"
#include "domain/audit/audit_log.h"

namespace ssr::billing {

namespace {

PaperAmounts amounts(db::Row const& row, std::string const& prefix = {}) {
    return {.taxable = row.money(prefix + "taxable_paise"),
            .tax = {row.money(prefix + "cgst_paise"), row.money(prefix + "sgst_paise"),
                    row.money(prefix + "igst_paise")}};
}

// The lines of an invoice, added up by service and rate. Tax is on the sum of a rate, as it was charged.
std::vector<RateAmounts> rates_of(Json const& lines, PaperAmounts const& whole, State const& supplier,
                                  State const& place) {
    std::map<std::pair<std::string, int>, Money> taxable;
    for (auto const& line : lines.array() ? *lines.array() : Json::Array{})
        taxable[{line["sac_code"].text().value_or(""), int(line["gst_percent"].integer().value_or(0))}] +=
            Money::from_paise(line["taxable_paise"].integer().value_or(0));
    std::vector<RateAmounts> rates;
    for (auto const& [key, amount] : taxable)
        rates.push_back({key.first, key.second, {amount, gst(amount, key.second, supplier, place)}});
    if (rates.empty()) throw Fault{"an invoice without lines", false};
    return by_rate(whole, rates);
}

OutwardPaper to_paper(db::Row const& row) {
    auto const buyer = row.json("buyer"), supplier = row.json("supplier");
    auto const home = State::parse(supplier["state_code"].text().value_or(""));
    auto const place = State::parse(row.text("place_of_supply"));
    if (!home || !place) throw Fault{"an invoice of no State", false};
    return {.number = row.text("number"),
            .date = ist_date(row.instant("issued_at")),
            .buyer_gstin = buyer["gstin"].text().value_or(""),
            .buyer_name = buyer["name"].text().value_or(""),
            .place_of_supply = row.text("place_of_supply"),
            .rates = rates_of(row.json("line_items"), amounts(row), *home, *place)};
}

OutwardPaper to_note(db::Row const& row) {
    auto paper = to_paper(row);
    auto const invoice_rates = paper.rates;
    paper.rates = by_rate(amounts(row, "note_"), invoice_rates);
    paper.number = row.text("credit_note_number");
    paper.date = ist_date(row.instant("noted_at"));
    paper.of_invoice = row.text("number");
    paper.invoice_total = row.money("total_amount_paise");
    return paper;
}

}  // namespace

MonthOfPapers papers_of(db::Session& db, Month const& month) {
    auto const begins = month.begins(), ends = month.ends();
    MonthOfPapers papers;
    papers.invoices = db.list(R"(
        SELECT invoice_number AS number, issued_at, buyer, supplier, place_of_supply, line_items, taxable_paise, cgst_paise,
               sgst_paise, igst_paise, total_amount_paise
          FROM invoices WHERE issued_at >= :begins AND issued_at < :ends ORDER BY series, financial_year, sequence_number
    )",
                              {{"begins", begins}, {"ends", ends}}, to_paper);
    papers.credit_notes = db.list(R"(
        SELECT i.invoice_number AS number, i.issued_at, i.buyer, i.supplier, i.place_of_supply, i.line_items, i.taxable_paise,
               i.cgst_paise, i.sgst_paise, i.igst_paise, i.total_amount_paise, n.credit_note_number, n.issued_at AS noted_at,
               n.taxable_paise AS note_taxable_paise, n.cgst_paise AS note_cgst_paise, n.sgst_paise AS note_sgst_paise,
               n.igst_paise AS note_igst_paise
          FROM credit_notes n JOIN invoices i ON i.id = n.invoice_id
         WHERE n.issued_at >= :begins AND n.issued_at < :ends AND n.cancelled_at IS NULL
         ORDER BY n.series, n.financial_year, n.sequence_number
    )",
                                  {{"begins", begins}, {"ends", ends}}, to_note);
    papers.documents =
        db.list(R"(
        SELECT nature, (array_agg(number ORDER BY sequence_number))[1] AS first,
               (array_agg(number ORDER BY sequence_number DESC))[1] AS last, count(*) AS issued,
               count(*) FILTER (WHERE is_cancelled) AS cancelled
          FROM (SELECT 1 AS place, 'Invoices for outward supply' AS nature, series, financial_year, sequence_number,
                       invoice_number AS number, issued_at, false AS is_cancelled FROM invoices
                UNION ALL
                SELECT 5, 'Credit Note', series, financial_year, sequence_number, credit_note_number, issued_at,
                       cancelled_at IS NOT NULL FROM credit_notes) papers
         WHERE issued_at >= :begins AND issued_at < :ends
         GROUP BY place, nature, series, financial_year ORDER BY place, series, financial_year
    )",
                {{"begins", begins}, {"ends", ends}}, [](db::Row const& row) {
                    return IssuedNumbers{row.text("nature"), row.text("first"), row.text("last"),
                                         int(row.integer("issued")), int(row.integer("cancelled"))};
                });
    return papers;
}

void record_export(db::Session& db, Gstr1Export const& what, Instant now) {
    audit::AuditLog{db}.record({.user = what.by,
                                .action = "gstr1.exported",
                                .model_name = "invoices",
                                .object_id = what.month.text(),
                                .changes = Json::Object{{"form", what.form}},
                                .ip_address = what.ip_address},
                               now);
}

}  // namespace ssr::billing
