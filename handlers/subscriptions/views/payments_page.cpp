#include <ctemplate/template.h>

#include "subscriptions/pages.h"
#include "subscriptions/payments.tpl.h"
#include "subscriptions/urls.h"
#include "subscriptions/words.h"
#include "view/list_pieces.h"
#include "view/pieces.h"

namespace ssr::subscriptions_pages {

namespace {

using billing::PaymentKind, billing::PaymentStatus;

view::Pill pill_of(billing::PaymentLine const& line) {
    using view::Tone;
    if (line.is_in_review && !billing::is_paid(line.status))
        return {"Being looked at", Tone::warn, "hourglass-split"};
    switch (line.status) {
        case PaymentStatus::created: return {"Not paid", Tone::plain, "clock-fill"};
        case PaymentStatus::attempted:
        case PaymentStatus::authorized: return {"Pending", Tone::warn, "clock-fill"};
        case PaymentStatus::failed: return {"Failed", Tone::bad, "x-circle-fill"};
        case PaymentStatus::captured: return {"Paid", Tone::ok, "check-circle-fill"};
        case PaymentStatus::partially_refunded:
            return {"Partly returned", Tone::info, "arrow-counterclockwise"};
        case PaymentStatus::refunded: return {"Returned", Tone::info, "arrow-counterclockwise"};
    }
    return {};
}

view::Cell action_of(billing::PaymentLine const& line) {
    view::Cell cell;
    if (!billing::is_paid(line.status)) {
        cell.buttons.push_back({.label = "See", .href = urls::payment(line.public_id), .is_small = true});
        return cell;
    }
    cell.buttons.push_back(
        {.label = "PDF", .href = urls::invoice(line.public_id), .icon = "download", .is_small = true});
    for (auto const& note : line.notes)
        cell.buttons.push_back({.label = note.number,
                                .href = urls::credit_note(line.public_id, note.public_id),
                                .icon = "download",
                                .is_small = true});
    return cell;
}

view::Table table_of(billing::PaymentHistory const& history) {
    using Kind = view::Column::Kind;
    view::Table table{.caption = "Your payments, newest first",
                      .columns = {{.label = "Date", .kind = Kind::code, .is_lead = true},
                                  {.label = "For"},
                                  {.label = "Status"},
                                  {.label = "Amount", .kind = Kind::number},
                                  {.label = "Invoice", .kind = Kind::code},
                                  {.kind = Kind::actions}}};
    for (auto const& line : history.lines)
        table.rows.push_back({{.text = display_date(line.created_at),
                               .href = urls::payment(line.public_id),
                               .small = line.order_number},
                              {.text = line.what + ", " + duration(line.months)},
                              {.pill = pill_of(line)},
                              {.text = line.total.grouped(),
                               .small = line.refunded > Money{} ? line.refunded.grouped() + " returned" : ""},
                              {.text = line.invoice_number.empty() ? "After payment" : line.invoice_number},
                              action_of(line)});
    return table;
}

// The address of a page of this filter, up to its number.
std::string pages_of(billing::HistoryPage const& wanted) {
    std::string query;
    if (!wanted.text.empty()) query += "q=" + url_encoded(wanted.text) + "&";
    if (wanted.year) query += "year=" + wanted.year->text() + "&";
    if (wanted.kind) query += "status=" + std::string{code(*wanted.kind)} + "&";
    return std::string{urls::kPayments} + "?" + query + "page=";
}

bool is_filtered(billing::HistoryPage const& wanted) {
    return wanted.kind || wanted.year || !wanted.text.empty();
}

view::Filters filters_of(PaymentsPage const& page) {
    auto const& wanted = page.wanted;
    view::Field year{.name = "year",
                     .label = "Financial year",
                     .value = wanted.year ? wanted.year->text() : "",
                     .type = "select",
                     .options = {{"", "All years"}}};
    for (auto const& each : page.years) year.options.push_back({each.text(), "FY " + each.long_text()});
    view::Field status{.name = "status",
                       .label = "State of payment",
                       .value = wanted.kind ? std::string{code(*wanted.kind)} : "",
                       .type = "select",
                       .options = {{"", "All states"},
                                   {"paid", "Paid"},
                                   {"open", "Not paid yet"},
                                   {"failed", "Failed"},
                                   {"returned", "Returned"}}};
    return {.action = std::string{urls::kPayments},
            .search_label = "Order, invoice or credit note number",
            .search_value = wanted.text,
            .selects = {std::move(year), std::move(status)}};
}

view::Pager pager_of(PaymentsPage const& page) {
    auto const number = page.wanted.number, size = page.wanted.size;
    auto const first = std::int64_t{number - 1} * size + 1;
    auto const last = first + std::int64_t(page.history.lines.size()) - 1;
    auto const range =
        std::to_string(first) + " to " + std::to_string(last) + " of " + std::to_string(page.history.count);
    auto const pages = int((page.history.count + size - 1) / size);
    if (pages == 1) return {.range = range};
    return view::numbered_pager(pages_of(page.wanted), number, pages, range);
}

view::Empty nothing(PaymentsPage const& page) {
    if (page.wanted.number > 1 || is_filtered(page.wanted))
        return {.title = "No payment like that",
                .text = "Look for another number, year or state, or see all.",
                .action = view::Button{.label = "See all payments", .href = std::string{urls::kPayments}}};
    return {.title = "No payments yet",
            .text = "Orders and their tax invoices stand here from your first purchase on.",
            .action = view::Button{
                .label = "See the prices", .href = std::string{urls::kPricing}, .look = view::Look::primary}};
}

}  // namespace

std::string render(PaymentsPage const& page, view::Frame const& frame) {
    view::Document out{frame, "subscriptions/payments.tpl", "Payments and invoices"};
    view::add(out.body(), kp_HEAD,
              view::PageHead{.title = "Payments and invoices",
                             .text = "Tax invoices and credit notes can be downloaded any time."});
    view::add(out.body(), kp_FILTERS, filters_of(page));
    if (page.history.lines.empty()) {
        view::add(out.body(), kp_TABLE, nothing(page));
        return out.html();
    }
    view::add(out.body(), kp_TABLE, table_of(page.history));
    view::add(out.body(), kp_PAGER, pager_of(page));
    return out.html();
}

}  // namespace ssr::subscriptions_pages
