#include "domain/billing/invoice_papers.h"

#include "base/fault.h"
#include "domain/billing/invoice_paper.h"

namespace ssr::billing {

namespace {

std::string text(Json const& object, std::string_view name) { return object[name].text().value_or(""); }

InvoicePaper::Party to_party(Json const& party) {
    return {.name = text(party, "name"),
            .address = text(party, "address"),
            .gstin = text(party, "gstin"),
            .state_code = text(party, "state_code"),
            .state_name = text(party, "state_name"),
            .is_tax_deductor = party["is_tax_deductor"].flag().value_or(false)};
}

std::vector<InvoicePaper::Line> to_lines(Json const& items) {
    auto const money = [](Json const& amount) { return Money::from_paise(amount.integer().value_or(0)); };
    std::vector<InvoicePaper::Line> lines;
    for (auto const& item : items.array() ? *items.array() : Json::Array{})
        lines.push_back({.description = text(item, "description"),
                         .sac_code = text(item, "sac_code"),
                         .price = money(item["price_paise"]),
                         .discount = money(item["discount_paise"]),
                         .taxable = money(item["taxable_paise"]),
                         .gst_percent = int(item["gst_percent"].integer().value_or(0))});
    if (lines.empty()) throw Fault{"an invoice without lines", false};
    return lines;
}

InvoicePaper to_invoice(db::Row const& row) {
    auto const place = State::parse(row.text("place_of_supply"));
    if (!place) throw Fault{"an invoice without a place of supply", false};
    return {.number = row.text("invoice_number"),
            .order_number = row.text("order_id"),
            .gateway_payment_id = row.text_or_empty("gateway_payment_id"),
            .issued_at = row.instant("issued_at"),
            .supplier = to_party(row.json("supplier")),
            .buyer = to_party(row.json("buyer")),
            .place_of_supply = *place,
            .lines = to_lines(row.json("line_items")),
            .taxable = row.money("taxable_paise"),
            .tax = {row.money("cgst_paise"), row.money("sgst_paise"), row.money("igst_paise")},
            .total = row.money("total_amount_paise")};
}

InvoicePaper to_note(db::Row const& row) {
    PaperAmounts const amounts{
        .taxable = row.money("note_taxable_paise"),
        .tax = {row.money("note_cgst_paise"), row.money("note_sgst_paise"), row.money("note_igst_paise")}};
    return credit_note_on(to_invoice(row), row.text("credit_note_number"), row.instant("noted_at"), amounts);
}

InvoicePaper read_invoice(db::Session& db, std::int64_t id) {
    return db.one(R"(
        SELECT i.invoice_number, p.order_id, p.gateway_payment_id, i.issued_at, i.supplier, i.buyer, i.place_of_supply,
               i.line_items, i.taxable_paise, i.cgst_paise, i.sgst_paise, i.igst_paise, i.total_amount_paise
          FROM invoices i JOIN payments p ON p.id = i.payment_id WHERE i.id = :id
    )",
                  {{"id", id}}, to_invoice);
}

InvoicePaper read_note(db::Session& db, std::int64_t id) {
    return db.one(R"(
        SELECT i.invoice_number, p.order_id, p.gateway_payment_id, i.issued_at, i.supplier, i.buyer, i.place_of_supply,
               i.line_items, i.taxable_paise, i.cgst_paise, i.sgst_paise, i.igst_paise, i.total_amount_paise,
               n.credit_note_number, n.issued_at AS noted_at, n.taxable_paise AS note_taxable_paise,
               n.cgst_paise AS note_cgst_paise, n.sgst_paise AS note_sgst_paise, n.igst_paise AS note_igst_paise
          FROM credit_notes n JOIN invoices i ON i.id = n.invoice_id JOIN payments p ON p.id = i.payment_id
         WHERE n.id = :id
    )",
                  {{"id", id}}, to_note);
}

}  // namespace

InvoicePapers::Entry InvoicePapers::invoice_entry(db::Row const& row) {
    return {"invoices", row.integer("id"), row.text("invoice_number"), row.maybe_text("pdf_sha256")};
}

InvoicePapers::Entry InvoicePapers::note_entry(db::Row const& row) {
    return {"credit_notes", row.integer("id"), row.text("credit_note_number"), row.maybe_text("pdf_sha256")};
}

// Returns the SHA-256 of the file that counts: this one, or the one that somebody kept a moment before.
std::string InvoicePapers::keep(Entry const& entry) {
    auto const paper = entry.table == "invoices" ? read_invoice(db_, entry.id) : read_note(db_, entry.id);
    auto const blob = blobs_.keep(to_pdf(paper), "application/pdf", clock_.now());
    db_.execute("UPDATE " + entry.table +
                    " SET pdf_blob_id = :blob, pdf_sha256 = :sha256 WHERE id = :id AND pdf_blob_id IS NULL",
                {{"blob", blob.id}, {"sha256", blob.sha256}, {"id", entry.id}});
    return db_.one("SELECT pdf_sha256 FROM " + entry.table + " WHERE id = :id", {{"id", entry.id}},
                   [](db::Row const& row) { return row.text("pdf_sha256"); });
}

StoredPaper InvoicePapers::given(Entry const& entry) {
    auto const sha256 = entry.sha256 ? *entry.sha256 : keep(entry);
    return {entry.number, sha256, blobs_.read(sha256)};
}

void InvoicePapers::render(Json const& payload) {
    auto const id = PublicPaymentId::parse(text(payload, "payment"));
    if (!id) throw Fault{"invoice.render names no payment", false};
    auto const entry = db_.one(R"(
        SELECT i.id, i.invoice_number, i.pdf_sha256
          FROM invoices i JOIN payments p ON p.id = i.payment_id WHERE p.public_id = :payment
    )",
                               {{"payment", *id}}, invoice_entry);
    if (!entry.sha256) keep(entry);
}

std::optional<StoredPaper> InvoicePapers::find(UserId user, PublicPaymentId const& payment) {
    auto const entry = db_.maybe_one(R"(
        SELECT i.id, i.invoice_number, i.pdf_sha256
          FROM invoices i JOIN payments p ON p.id = i.payment_id WHERE p.public_id = :payment AND p.user_id = :user
    )",
                                     {{"payment", payment}, {"user", user}}, invoice_entry);
    return entry ? std::optional{given(*entry)} : std::nullopt;
}

std::optional<StoredPaper> InvoicePapers::find_anyone_s(PublicPaymentId const& payment) {
    auto const entry = db_.maybe_one(R"(
        SELECT i.id, i.invoice_number, i.pdf_sha256
          FROM invoices i JOIN payments p ON p.id = i.payment_id WHERE p.public_id = :payment
    )",
                                     {{"payment", payment}}, invoice_entry);
    return entry ? std::optional{given(*entry)} : std::nullopt;
}

void InvoicePapers::render_note(Json const& payload) {
    auto const id = PublicRefundId::parse(text(payload, "refund"));
    if (!id) throw Fault{"credit_note.render names no refund", false};
    auto const entry = db_.one(R"(
        SELECT n.id, n.credit_note_number, n.pdf_sha256
          FROM credit_notes n JOIN refunds r ON r.id = n.refund_id WHERE r.public_id = :refund
    )",
                               {{"refund", *id}}, note_entry);
    if (!entry.sha256) keep(entry);
}

std::optional<StoredPaper> InvoicePapers::find_note(UserId user, PublicPaymentId const& payment,
                                                    PublicCreditNoteId const& note) {
    auto const entry = db_.maybe_one(R"(
        SELECT n.id, n.credit_note_number, n.pdf_sha256
          FROM credit_notes n JOIN invoices i ON i.id = n.invoice_id JOIN payments p ON p.id = i.payment_id
         WHERE n.public_id = :note AND n.cancelled_at IS NULL AND p.public_id = :payment AND p.user_id = :user
    )",
                                     {{"note", note}, {"payment", payment}, {"user", user}}, note_entry);
    return entry ? std::optional{given(*entry)} : std::nullopt;
}

std::optional<StoredPaper> InvoicePapers::find_anyone_s_note(PublicPaymentId const& payment,
                                                             PublicCreditNoteId const& note) {
    auto const entry = db_.maybe_one(R"(
        SELECT n.id, n.credit_note_number, n.pdf_sha256
          FROM credit_notes n JOIN invoices i ON i.id = n.invoice_id JOIN payments p ON p.id = i.payment_id
         WHERE n.public_id = :note AND n.cancelled_at IS NULL AND p.public_id = :payment
    )",
                                     {{"note", note}, {"payment", payment}}, note_entry);
    return entry ? std::optional{given(*entry)} : std::nullopt;
}

}  // namespace ssr::billing
