#include "admin/money_pages.h"
#include "admin/money_urls.h"
#include "admin/money_words.h"
#include "admin/payments.tpl.h"
#include "view/list_pieces.h"

namespace ssr::admin {

namespace {

using billing::DeskLine;

constexpr int kMonthsToChoose = 96;  // as long as books are kept

view::Cell action_of(DeskLine const& line) {
    view::Cell cell;
    if (billing::is_paid(line.status)) {
        if (line.refunded < line.total)
            cell.buttons.push_back(
                {.label = "Refund", .href = urls::refund(line.public_id), .is_small = true});
    } else if (line.is_known_to_gateway) {
        cell.post_buttons.push_back({{.label = "Check", .is_small = true}, urls::check(line.public_id)});
    }
    return cell;
}

view::Pill pill_of(DeskLine const& line) {
    auto pill = admin::pill_of(line.status);
    if (line.is_in_review) {
        pill.text += ", in review";
        pill.tone = view::Tone::warn;
    }
    return pill;
}

view::Table table_of(billing::DeskList const& list) {
    using Kind = view::Column::Kind;
    view::Table table{.caption = "Payments, the newest first",
                      .columns = {{.label = "Order", .kind = Kind::code, .is_lead = true},
                                  {.label = "User"},
                                  {.label = "For"},
                                  {.label = "Status"},
                                  {.label = "Taxable", .kind = Kind::number},
                                  {.label = "GST", .kind = Kind::number},
                                  {.label = "Total", .kind = Kind::number},
                                  {.kind = Kind::actions}}};
    for (auto const& line : list.lines)
        table.rows.push_back({{.text = line.order_number,
                               .href = urls::payment(line.public_id),
                               .small = display_date(line.created_at)},
                              {.text = line.user_name.empty() ? "Without a name" : line.user_name,
                               .href = urls::user(line.user)},
                              {.text = line.what},
                              {.pill = pill_of(line)},
                              {.text = line.taxable.grouped()},
                              {.text = line.gst.grouped()},
                              {.text = line.total.grouped(),
                               .small = line.refunded > Money{} ? line.refunded.grouped() + " returned" : ""},
                              action_of(line)});
    return table;
}

view::Filters filters_of(PaymentsPage const& page) {
    auto const& wish = page.wish;
    view::Field month{.name = "month",
                      .label = "Month",
                      .value = wish.month ? wish.month->text() : "",
                      .type = "select",
                      .options = {{"", "All months"}}};
    auto const first = Month::of(page.counts.first_order_at.value_or(page.now));
    auto each = Month::of(page.now);
    for (int i = 0; i < kMonthsToChoose && each >= first; ++i, each = each.before())
        month.options.push_back({each.text(), each.display()});
    view::Field status{.name = "status",
                       .label = "State of payment",
                       .value = wish.kind ? std::string{code(*wish.kind)} : "",
                       .type = "select",
                       .options = {{"", "All states"},
                                   {"paid", "Paid"},
                                   {"open", "Not paid yet"},
                                   {"failed", "Failed"},
                                   {"returned", "Refunded"}}};
    return {.action = std::string{urls::kPayments},
            .search_label = "Order, payment id, paper, mobile, e-mail or name",
            .search_value = wish.text,
            .selects = {std::move(status), std::move(month)}};
}

// The address of a page of this filter, up to its number.
std::string pages_of(billing::DeskWish const& wish) {
    std::string query;
    if (!wish.text.empty()) query += "q=" + url_encoded(wish.text) + "&";
    if (wish.kind) query += "status=" + std::string{code(*wish.kind)} + "&";
    if (wish.month) query += "month=" + wish.month->text() + "&";
    return std::string{urls::kPayments} + "?" + query + "page=";
}

view::Pager pager_of(PaymentsPage const& page) {
    auto const number = page.wish.number, size = page.wish.size;
    auto const first = std::int64_t{number - 1} * size + 1;
    auto const last = first + std::int64_t(page.list.lines.size()) - 1;
    auto const range = std::to_string(first) + " to " + std::to_string(last) + " of " +
                       (page.list.is_more ? "more than " : "") + std::to_string(page.list.count);
    auto const pages = (page.list.count + size - 1) / size;
    if (pages <= 1) return {.range = range};
    return view::numbered_pager(pages_of(page.wish), number, pages, range);
}

view::Empty nothing(PaymentsPage const& page) {
    auto const& wish = page.wish;
    if (wish.number > 1 || wish.kind || wish.month || !wish.text.empty())
        return {.title = "No payment like that",
                .text =
                    "Numbers and ids are looked for as a whole, names by how their words begin. Payments "
                    "beyond the "
                    "first 10,000 are found by their month.",
                .action = view::Button{.label = "See all payments", .href = std::string{urls::kPayments}}};
    return {.title = "No payments yet", .text = "Every order stands here from its checkout on, paid or not."};
}

std::string counts_of(PaymentsPage const& page) {
    auto const& [paid, failed, returned, in_review, first] = page.counts;
    return page.month.display() + ": " + std::to_string(paid) + " paid, " + std::to_string(failed) +
           " failed, " + std::to_string(returned) + " refunded";
}

}  // namespace

std::string render(PaymentsPage const& page, view::Frame const& frame) {
    view::Document out{frame, "admin/payments.tpl", "Payments"};
    view::add(out.body(), kp_HEAD, view::PageHead{.title = "Payments", .text = counts_of(page)});
    add_money_tabs(out.body(), kp_TABS, frame);
    if (auto const waiting = page.counts.in_review; waiting > 0)
        view::add(
            out.body(), kp_NOTE,
            view::Note{.tone = view::Tone::warn,
                       .strong = waiting == 1 ? "1 payment waits for a decision."
                                              : std::to_string(waiting) + " payments wait for a decision.",
                       .link = "See the review queue",
                       .link_href = std::string{urls::kReview}});
    view::add(out.body(), kp_FILTERS, filters_of(page));
    if (page.list.lines.empty()) {
        view::add(out.body(), kp_TABLE, nothing(page));
        return out.html();
    }
    view::add(out.body(), kp_TABLE, table_of(page.list));
    view::add(out.body(), kp_PAGER, pager_of(page));
    return out.html();
}

}  // namespace ssr::admin
