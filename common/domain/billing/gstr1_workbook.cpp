#include "domain/billing/gstr1_files.h"
#include "sheet/xlsx_writer.h"

namespace ssr::billing {

namespace {

using sheet::Decimal;

sheet::Style const kHead{.bold = true, .wrapped = true};
sheet::Style const kText{};
sheet::Style const kMoney{.number = sheet::Style::Number::money};

// One table: its head, then row by row.
class Table {
public:
    Table(sheet::XlsxWriter& book, std::string_view name, std::vector<std::string_view> const& head)
        : sheet_{book.add_sheet(name, {.is_landscape = true, .repeated = sheet::RowRange{1, 1}})} {
        for (auto const& title : head) {
            sheet_.width(column_, 18);
            sheet_.text({row_, column_++}, title, kHead);
        }
        next();
    }
    Table& text(std::string_view text) {
        sheet_.text({row_, column_++}, text, kText);
        return *this;
    }
    Table& whole(std::int64_t number) {
        sheet_.number({row_, column_++}, Decimal::of(number), kText);
        return *this;
    }
    Table& money(Money amount) {
        sheet_.number({row_, column_++}, Decimal::of(amount.paise(), 2), kMoney);
        return *this;
    }
    Table& amounts(PaperAmounts const& amounts) {
        return money(amounts.taxable).money(amounts.tax.igst).money(amounts.tax.cgst).money(amounts.tax.sgst);
    }
    void next() {
        ++row_;
        column_ = 1;
    }

private:
    sheet::SheetWriter& sheet_;
    int row_ = 1, column_ = 1;
};

void add_papers(sheet::XlsxWriter& book, std::string_view name, std::vector<OutwardPaper> const& papers) {
    Table table{book,
                name,
                {"GSTIN", "Receiver", "Number", "Date", "Of invoice", "Value", "Place of supply", "Rate",
                 "Taxable value", "Integrated tax", "Central tax", "State/UT tax"}};
    for (auto const& paper : papers)
        for (auto const& rate : paper.rates) {
            table.text(paper.buyer_gstin)
                .text(paper.buyer_name)
                .text(paper.number)
                .text(display_date(paper.date));
            table.text(paper.of_invoice).money(paper.total()).text(paper.place_of_supply).whole(rate.percent);
            table.amounts(rate.amounts).next();
        }
}

void add_services(sheet::XlsxWriter& book, std::string_view name, std::vector<ServiceSummary> const& rows) {
    Table table{book,
                name,
                {"SAC", "UQC", "Rate", "Total value", "Taxable value", "Integrated tax", "Central tax",
                 "State/UT tax"}};
    for (auto const& row : rows)
        table.text(row.sac_code)
            .text("NA")
            .whole(row.percent)
            .money(row.amounts.total())
            .amounts(row.amounts)
            .next();
}

}  // namespace

std::string to_workbook(Gstr1 const& made, Instant made_at) {
    sheet::XlsxWriter book{made_at};
    add_papers(book, "b2b", made.b2b);
    add_papers(book, "b2cl", made.b2cl);
    {
        Table table{book,
                    "b2cs",
                    {"Type", "Place of supply", "Rate", "Taxable value", "Integrated tax", "Central tax",
                     "State/UT tax"}};
        for (auto const& row : made.b2cs)
            table.text(row.is_inter_state ? "INTER" : "INTRA")
                .text(row.place_of_supply)
                .whole(row.percent)
                .amounts(row.amounts)
                .next();
    }
    add_papers(book, "cdnr", made.cdnr);
    add_papers(book, "cdnur", made.cdnur);
    add_services(book, "hsn(b2b)", made.hsn_b2b);
    add_services(book, "hsn(b2c)", made.hsn_b2c);
    Table documents{
        book, "docs", {"Nature of document", "From", "To", "Total number", "Cancelled", "Net issued"}};
    for (auto const& each : made.documents)
        documents.text(each.nature)
            .text(each.from)
            .text(each.to)
            .whole(each.issued)
            .whole(each.cancelled)
            .whole(each.net())
            .next();
    return book.bytes();
}

}  // namespace ssr::billing
