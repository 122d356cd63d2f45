#include "domain/billing/invoice_paper.h"

#include <array>

#include "documents/pdf_writer.h"
#include "domain/billing/coupon.h"

namespace ssr::billing {

namespace {

using documents::Align, documents::Ink, documents::PdfWriter, documents::TextStyle;

constexpr double kLeft = 48, kRight = PdfWriter::kWidth - 48, kTop = 48, kBottom = PdfWriter::kHeight - 48;
constexpr double kGap = 18;
constexpr double kPadding = 5;  // inside a cell

constexpr TextStyle kBody{};
constexpr TextStyle kStrong{.is_bold = true};
constexpr TextStyle kLabel{.size = 8, .is_bold = true, .ink = Ink::faint};

TextStyle right(TextStyle style) {
    style.align = Align::right;
    return style;
}

std::string percent(int whole, int parts = 1) {
    return std::to_string(whole / parts) + (whole % parts ? ".5 %" : " %");
}

std::string state_of(InvoicePaper::Party const& party) { return party.state_code + " " + party.state_name; }

std::string gstin_of(InvoicePaper::Party const& party) {
    if (party.gstin.empty()) return "GSTIN: not registered";
    return "GSTIN: " + party.gstin;
}

// One column of lines of text, downwards; an empty line takes no room.
class Column {
public:
    Column(PdfWriter& pdf, double x, double y, double width) : pdf_{pdf}, x_{x}, y_{y}, width_{width} {}

    Column& line(std::string_view text, TextStyle const& style = kBody) {
        if (!text.empty()) y_ += pdf_.text({x_, y_}, width_, text, style) + 2;
        return *this;
    }
    double bottom() const { return y_; }

private:
    PdfWriter& pdf_;
    double x_, y_, width_;
};

// The mark of the house: graduations of a scale on a datum line, the last one marigold.
void draw_mark(PdfWriter& pdf, double x, double y) {
    constexpr double kSize = 22, kUnit = kSize / 32;
    pdf.fill({x, y, kSize, kSize}, Ink::brand, 5);
    pdf.line({x + 6 * kUnit, y + 23.5 * kUnit}, {x + 26 * kUnit, y + 23.5 * kUnit}, 1.5, Ink::white);
    constexpr std::array kTops{9.0, 15.0, 12.0, 15.0};
    for (std::size_t i = 0; i < kTops.size(); ++i) {
        auto const at = x + (8 + 4 * double(i)) * kUnit;
        pdf.line({at, y + 20 * kUnit}, {at, y + kTops[i] * kUnit}, 1.5, Ink::white);
    }
    pdf.line({x + 24 * kUnit, y + 20 * kUnit}, {x + 24 * kUnit, y + 9 * kUnit}, 1.5, Ink::marigold);
}

void draw_scale(PdfWriter& pdf, double y) {
    constexpr double kStep = 6;
    int mark = 0;
    for (double x = kLeft; x <= kRight; x += kStep, ++mark)
        pdf.line({x, y}, {x, y - (mark % 5 == 0 ? 6 : 3)}, 0.5);
}

std::string name_of(InvoicePaper const& paper) { return paper.credits ? "Credit Note" : "Tax Invoice"; }

double draw_head(PdfWriter& pdf, InvoicePaper const& paper) {
    constexpr double kHalf = (kRight - kLeft) / 2;
    auto const& seller = paper.supplier;
    draw_mark(pdf, kLeft, kTop);
    pdf.text({kLeft + 30, kTop + 4}, kHalf, "SSR Estimation", {.size = 11, .is_bold = true});
    Column left{pdf, kLeft, kTop + 32, kHalf - kGap};
    left.line(seller.name, kStrong)
        .line(seller.address)
        .line("State: " + state_of(seller))
        .line(gstin_of(seller));
    Column title{pdf, kLeft + kHalf, kTop, kHalf};
    title.line(name_of(paper), right({.size = 16, .is_bold = true}))
        .line((paper.credits ? "Credit note no.: " : "Invoice no.: ") + paper.number, right(kStrong))
        .line("Date: " + display_date(paper.issued_at), right(kBody))
        .line("Order: " + paper.order_number, right(kBody));
    return std::max(left.bottom(), title.bottom()) + kGap;
}

double draw_parties(PdfWriter& pdf, InvoicePaper const& paper, double y) {
    constexpr double kThird = (kRight - kLeft) / 3;
    auto const& buyer = paper.buyer;
    auto const& place = paper.place_of_supply;
    Column to{pdf, kLeft, y, kThird - kGap};
    to.line("Bill to", kLabel).line(buyer.name, kStrong).line(buyer.address);
    to.line("State: " + state_of(buyer)).line(gstin_of(buyer));
    if (buyer.is_tax_deductor) to.line("Tax deductor");
    Column supply{pdf, kLeft + kThird, y, kThird - kGap};
    supply.line("Place of supply", kLabel).line(std::string{place.code()} + " " + std::string{place.name()});
    supply.line("Reverse charge: No");
    Column reason{pdf, kLeft + 2 * kThird, y, kThird};
    if (auto const& invoice = paper.credits)
        reason.line("On invoice", kLabel)
            .line(invoice->number)
            .line("Date: " + display_date(invoice->issued_at));
    else
        reason.line("Paid", kLabel).line(display_time(paper.issued_at)).line(paper.gateway_payment_id);
    return std::max({to.bottom(), supply.bottom(), reason.bottom()}) + kGap;
}

/// The columns of the table: where each begins, and the right edge of the last.
constexpr std::array kEdges{kLeft,       kLeft + 24,  kLeft + 210, kLeft + 262,
                            kLeft + 330, kLeft + 394, kLeft + 434, kRight};
constexpr std::size_t kColumns = kEdges.size() - 1;
constexpr std::array<std::string_view, kColumns> kHeads{"Sl",       "Description", "SAC",    "Value",
                                                        "Discount", "GST",         "Taxable"};
constexpr std::array kAligns{Align::left,  Align::left,  Align::left, Align::right,
                             Align::right, Align::right, Align::right};

class Table {
public:
    Table(PdfWriter& pdf, double y) : pdf_{pdf}, y_{y} {}

    void row(std::array<std::string, kColumns> const& cells, TextStyle style, bool is_head = false) {
        double height = 0;
        for (std::size_t i = 0; i < kColumns; ++i)
            height = std::max(height, pdf_.height_of(width(i), cells[i], style));
        height += 2 * kPadding;
        if (is_head) pdf_.fill({kLeft, y_, kRight - kLeft, height}, Ink::ground);
        for (std::size_t i = 0; i < kColumns; ++i) {
            style.align = kAligns[i];
            pdf_.text({kEdges[i] + kPadding, y_ + kPadding}, width(i), cells[i], style);
        }
        rule(height, {kEdges.begin(), kEdges.end()});
    }

    void sum(std::string_view label, std::string_view amount, TextStyle style = {}, double thickness = 0.5) {
        constexpr double kLast = kEdges[kColumns - 1];
        auto const height = pdf_.height_of(kLast, label, style) + 2 * kPadding;
        style.align = Align::right;
        pdf_.text({kLeft, y_ + kPadding}, kLast - kLeft - kPadding, label, style);
        pdf_.text({kLast + kPadding, y_ + kPadding}, width(kColumns - 1), amount, style);
        if (thickness > 0.5) pdf_.line({kLeft, y_}, {kRight, y_}, thickness, Ink::text);
        rule(height, {kLeft, kLast, kRight});
    }

    double bottom() const { return y_; }

private:
    static double width(std::size_t column) { return kEdges[column + 1] - kEdges[column] - 2 * kPadding; }

    void rule(double height, std::vector<double> const& edges) {
        if (!has_top_) pdf_.line({kLeft, y_}, {kRight, y_});
        has_top_ = true;
        for (auto const x : edges) pdf_.line({x, y_}, {x, y_ + height});
        y_ += height;
        pdf_.line({kLeft, y_}, {kRight, y_});
    }

    PdfWriter& pdf_;
    double y_;
    bool has_top_ = false;
};

// "CGST 9 %"; without the rate where the lines differ, which say their own.
std::string tax_label(InvoicePaper const& paper, std::string const& name, int parts) {
    auto const first = paper.lines.front().gst_percent;
    for (auto const& line : paper.lines)
        if (line.gst_percent != first) return name;
    return name + " " + percent(first, parts);
}

void add_sums(Table& table, InvoicePaper const& paper) {
    auto const& tax = paper.tax;
    table.sum("Taxable value", paper.taxable.grouped());
    if (paper.place_of_supply == *State::parse(paper.supplier.state_code)) {
        auto const second = paper.place_of_supply.levies_utgst() ? "UTGST" : "SGST";
        table.sum(tax_label(paper, "CGST", 2), tax.cgst.grouped());
        table.sum(tax_label(paper, second, 2), tax.sgst.grouped());
    } else {
        table.sum(tax_label(paper, "IGST", 1), tax.igst.grouped());
    }
    table.sum("Total", paper.total.display(), {.size = 10, .is_bold = true}, 1.2);
}

double draw_table(PdfWriter& pdf, InvoicePaper const& paper, double y) {
    Table table{pdf, y};
    std::array<std::string, kColumns> heads;
    std::copy(kHeads.begin(), kHeads.end(), heads.begin());
    table.row(heads, {.size = 8.5, .is_bold = true}, true);
    int number = 0;
    for (auto const& line : paper.lines)
        table.row({std::to_string(++number), line.description, line.sac_code, line.price.grouped(),
                   line.discount.grouped(), percent(line.gst_percent), line.taxable.grouped()},
                  kBody);
    add_sums(table, paper);
    return table.bottom() + kGap;
}

}  // namespace

InvoicePaper credit_note_on(InvoicePaper const& invoice, std::string number, Instant issued_at,
                            PaperAmounts const& amounts) {
    auto note = invoice;
    note.credits = InvoicePaper::Invoice{invoice.number, invoice.issued_at};
    note.number = std::move(number);
    note.issued_at = issued_at;
    std::vector<Money> weights;
    for (auto const& line : invoice.lines) weights.push_back(line.taxable);
    auto const parts = spread(amounts.taxable, weights);
    for (std::size_t i = 0; i < parts.size(); ++i) {
        auto& line = note.lines[i];
        line.description = "Returned: " + line.description;
        line.price = line.taxable = parts[i];
        line.discount = {};
    }
    note.taxable = amounts.taxable;
    note.tax = amounts.tax;
    note.total = amounts.total();
    return note;
}

std::string to_pdf(InvoicePaper const& paper) {
    PdfWriter pdf{name_of(paper) + " " + paper.number, paper.supplier.name, paper.issued_at};
    auto y = draw_head(pdf, paper);
    draw_scale(pdf, y);
    y = draw_parties(pdf, paper, y + kGap);
    y = draw_table(pdf, paper, y);
    pdf.text({kLeft, y}, kRight - kLeft, paper.total.in_words(), {.size = 9.5, .is_bold = true});
    auto const closing = std::string{"This is a computer-generated "} +
                         (paper.credits ? "credit note" : "invoice") + ". No signature is required.";
    pdf.text({kLeft, kBottom - 12}, kRight - kLeft, closing, right({.size = 8, .ink = Ink::faint}));
    return pdf.finish();
}

}  // namespace ssr::billing
