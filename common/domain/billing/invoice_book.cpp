#include "domain/billing/invoice_book.h"

#include "values/financial_year.h"

namespace ssr::billing {

namespace {

Json line_items(std::vector<QuoteLine> const& lines) {
    Json::Array items;
    for (auto const& line : lines)
        items.push_back(Json::Object{{"description", line.name + ", " + std::to_string(line.months) +
                                                         (line.months == 1 ? " month" : " months")},
                                     {"sac_code", line.sac_code},
                                     {"price_paise", line.price.paise()},
                                     {"discount_paise", line.discount.paise()},
                                     {"taxable_paise", line.taxable().paise()},
                                     {"gst_percent", line.gst_percent}});
    return items;
}

std::string state_name(std::string_view code) {
    auto const state = State::parse(code);
    return state ? std::string{state->name()} : std::string{};
}

Json party_of(Supplier const& supplier) {
    auto const state = supplier.gstin.state();
    return Json::Object{{"name", supplier.name},
                        {"address", supplier.address},
                        {"gstin", supplier.gstin.text()},
                        {"state_code", state.code()},
                        {"state_name", state.name()}};
}

Json party_of(BillTo const& buyer) {
    auto const gstin = Gstin::parse(buyer.gstin);
    return Json::Object{{"name", buyer.name},
                        {"address", buyer.address},
                        {"gstin", buyer.gstin.empty() ? Json{} : Json{buyer.gstin}},
                        {"is_tax_deductor", gstin && gstin->is_tax_deductor()},
                        {"state_code", buyer.state_code},
                        {"state_name", state_name(buyer.state_code)},
                        {"email", buyer.email.empty() ? Json{} : Json{buyer.email}}};
}

}  // namespace

std::string invoice_number(std::string_view series, std::string_view financial_year, int number) {
    auto digits = std::to_string(number);
    constexpr std::size_t kDigits = 6;
    if (digits.size() < kDigits) digits.insert(0, kDigits - digits.size(), '0');
    return std::string{series} + "/" + std::string{financial_year} + "/" + digits;
}

int next_paper_number(db::Session& db, std::string_view series, std::string_view financial_year) {
    return db.one(R"(
        INSERT INTO invoice_counters (series, financial_year, last_number) VALUES (:series, :year, 1)
        ON CONFLICT (series, financial_year) DO UPDATE SET last_number = invoice_counters.last_number + 1
        RETURNING last_number
    )",
                  {{"series", series}, {"year", financial_year}},
                  [](db::Row const& row) { return int(row.integer("last_number")); });
}

std::string InvoiceBook::issue(Payment const& payment, Instant now) {
    auto const year = FinancialYear::of(now).text();
    auto const lines = lines_of(payment.snapshot);
    auto const sequence = next_paper_number(db_, supplier_.series, year);
    auto number = invoice_number(supplier_.series, year, sequence);
    db_.execute(R"(
        INSERT INTO invoices (public_id, payment_id, user_id, invoice_number, series, financial_year, sequence_number, issued_at,
                              line_items, supplier, buyer, place_of_supply, sac_code, taxable_paise, cgst_paise, sgst_paise,
                              igst_paise, total_amount_paise)
        VALUES (:public_id, :payment, :user, :number, :series, :year, :sequence, :now, :lines, :supplier, :buyer, :place,
                :sac, :taxable, :cgst, :sgst, :igst, :total)
    )",
                {{"public_id", new_public_id()},
                 {"payment", payment.id},
                 {"user", payment.user},
                 {"number", number},
                 {"series", supplier_.series},
                 {"year", year},
                 {"sequence", sequence},
                 {"now", now},
                 {"lines", line_items(lines)},
                 {"supplier", party_of(supplier_)},
                 {"buyer", party_of(payment.bill_to)},
                 {"place", payment.bill_to.state_code},
                 {"sac", lines.front().sac_code},
                 {"taxable", payment.subtotal - payment.discount},
                 {"cgst", payment.tax.cgst},
                 {"sgst", payment.tax.sgst},
                 {"igst", payment.tax.igst},
                 {"total", payment.total}});
    return number;
}

}  // namespace ssr::billing
