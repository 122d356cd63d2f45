#include "admin/gstr1.tpl.h"
#include "admin/money_pages.h"
#include "admin/money_urls.h"
#include "admin/money_words.h"
#include "view/include.h"
#include "view/list_pieces.h"

namespace ssr::admin {

namespace {

using Kind = view::Column::Kind;
using Table = billing::TableTotal::Table;

constexpr int kMonthsToChoose = 36;

std::string about(Table table) {
    switch (table) {
        case Table::b2b: return "Invoices to registered buyers";
        case Table::b2cl: return "Above 1 lakh to other States";
        case Table::b2cs: return "All other buyers, less credit notes";
        case Table::cdnr: return "Credit notes to registered buyers";
        case Table::cdnur: return "Credit notes on B2CL";
        case Table::hsn_b2b: return "By service, registered";
        case Table::hsn_b2c: return "By service, others";
    }
    return {};
}

std::vector<view::Cell> amounts(billing::PaperAmounts const& of) {
    return {{.text = of.taxable.grouped()},
            {.text = of.tax.igst.grouped()},
            {.text = of.tax.cgst.grouped()},
            {.text = of.tax.sgst.grouped()},
            {.text = of.total().grouped()}};
}

view::Table tables_of(Gstr1Page const& page) {
    view::Table table{.caption = "Totals of each table",
                      .columns = {{.label = "Table", .is_lead = true},
                                  {.label = "Rows", .kind = Kind::number},
                                  {.label = "Taxable", .kind = Kind::number},
                                  {.label = "IGST", .kind = Kind::number},
                                  {.label = "CGST", .kind = Kind::number},
                                  {.label = "SGST", .kind = Kind::number},
                                  {.label = "Total", .kind = Kind::number}}};
    for (auto const& total : billing::totals_of(page.made)) {
        std::vector<view::Cell> row{{.text = in_words(total.table), .small = about(total.table)},
                                    {.text = std::to_string(total.rows)}};
        for (auto& cell : amounts(total.amounts)) row.push_back(std::move(cell));
        table.rows.push_back(std::move(row));
    }
    table.rows.push_back({{.text = "Net", .small = "B2B, B2CL and B2CS less CDNR and CDNUR"}, {}});
    for (auto& cell : amounts(page.made.net())) table.rows.back().push_back(std::move(cell));
    return table;
}

view::Table documents_of(std::vector<billing::IssuedNumbers> const& documents) {
    view::Table table{.caption = "Numbers of papers that were issued",
                      .columns = {{.label = "Papers", .is_lead = true},
                                  {.label = "From"},
                                  {.label = "To"},
                                  {.label = "Issued", .kind = Kind::number},
                                  {.label = "Cancelled", .kind = Kind::number},
                                  {.label = "Net", .kind = Kind::number}}};
    for (auto const& each : documents)
        table.rows.push_back({{.text = each.nature},
                              {.text = each.from},
                              {.text = each.to},
                              {.text = std::to_string(each.issued)},
                              {.text = std::to_string(each.cancelled)},
                              {.text = std::to_string(each.net())}});
    return table;
}

// Each paper must be in one table, and each line in one row of the summary of services.
view::Note check_of(Gstr1Page const& page) {
    auto const net = page.made.net();
    billing::PaperAmounts services;
    for (auto const& total : billing::totals_of(page.made))
        if (total.table == Table::hsn_b2b || total.table == Table::hsn_b2c) services += total.amounts;
    if (net == page.papers && services == page.papers)
        return {.tone = view::Tone::ok,
                .strong = "The tables add up.",
                .text = "Net and HSN come to the invoices less the credit notes, " +
                        page.papers.total().display() + "."};
    return {.tone = view::Tone::bad,
            .strong = "The tables do not add up. Do not file them.",
            .text = "Invoices less credit notes are " + page.papers.total().display() +
                    ", the tables come to " + net.total().display() + ", the HSN summary to " +
                    services.total().display() + "."};
}

view::Filters filters_of(Gstr1Page const& page) {
    view::Field month{.name = "month", .label = "Month", .value = page.made.month.text(), .type = "select"};
    auto each = Month::of(page.now);
    bool has_chosen = false;
    for (int i = 0; i < kMonthsToChoose; ++i, each = each.before()) {
        month.options.push_back({each.text(), each.display()});
        has_chosen = has_chosen || each == page.made.month;
    }
    if (!has_chosen) month.options.push_back({page.made.month.text(), page.made.month.display()});
    return {.action = std::string{urls::kGstr1}, .selects = {std::move(month)}};
}

void add_files(view::Dictionary& part, Gstr1Page const& page) {
    auto const& month = page.made.month;
    if (page.may_export) {
        view::add(part, kg_FILE,
                  view::Button{.label = "Workbook",
                               .href = urls::gstr1_file(month, "xlsx"),
                               .look = view::Look::primary,
                               .icon = "file-earmark-spreadsheet"});
        view::add(part, kg_FILE,
                  view::Button{.label = "JSON", .href = urls::gstr1_file(month, "json"), .icon = "download"});
        return;
    }
    view::add(part, kg_FILE,
              view::Button{.label = "Confirm to download",
                           .href = "/accounts/verify-totp/?next=" + url_encoded(urls::gstr1(month)),
                           .look = view::Look::primary,
                           .icon = "lock-fill"});
}

std::string words_of(Gstr1Page const& page) {
    auto const& month = page.made.month;
    auto const words = month.display() + ": " + std::to_string(page.paper_count) +
                       (page.paper_count == 1 ? " paper" : " papers");
    return month.ends() > page.now ? words + ". The month is not over; figures change till its end." : words;
}

}  // namespace

std::string render(Gstr1Page const& page, view::Frame const& frame) {
    view::Document out{frame, "admin/gstr1.tpl", "GSTR-1 of " + page.made.month.display()};
    auto& body = out.body();
    view::add(body, kg_HEAD, view::PageHead{.title = "GSTR-1", .text = words_of(page)});
    add_money_tabs(body, kg_TABS, frame);
    view::add(body, kg_FILTERS, filters_of(page));
    if (page.made.documents.empty()) {
        view::add(body, kg_EMPTY,
                  view::Empty{.title = "Nothing to declare",
                              .text = "No invoice and no credit note was issued in " +
                                      page.made.month.display() + "."});
        return out.html();
    }
    auto& made = view::section(body, kg_MADE);
    made.SetValue(kg_GSTIN, page.made.supplier.text());
    view::add(made, kg_TABLE, tables_of(page));
    view::add(made, kg_CHECK, check_of(page));
    auto& documents = view::section(body, kg_DOCUMENTS);
    view::add(documents, kg_TABLE, documents_of(page.made.documents));
    add_files(documents, page);
    return out.html();
}

}  // namespace ssr::admin
