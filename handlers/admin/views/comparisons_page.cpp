#include "admin/comparisons.tpl.h"
#include "admin/money_pages.h"
#include "admin/money_urls.h"
#include "admin/money_words.h"
#include "view/list_pieces.h"

namespace ssr::admin {

namespace {

// A row for each difference; one for a day without any.
view::Table table_of(std::vector<billing::ReconciliationReport> const& reports) {
    using Kind = view::Column::Kind;
    view::Table table{.caption = "Comparisons by day, the newest first",
                      .columns = {{.label = "Day", .is_lead = true},
                                  {.label = "Payments", .kind = Kind::number},
                                  {.label = "Refunds", .kind = Kind::number},
                                  {.label = "Result"},
                                  {.label = "Difference"},
                                  {.label = "Razorpay id"}}};
    for (auto const& report : reports) {
        std::vector<view::Cell> const day{{.text = display_date(report.day)},
                                          {.text = std::to_string(report.payments_seen)},
                                          {.text = std::to_string(report.refunds_seen)}};
        if (report.differences.empty()) {
            table.rows.push_back(day);
            table.rows.back().push_back({.pill = view::Pill{"Agrees", view::Tone::ok, "check-circle-fill"}});
        }
        for (auto const& each : report.differences) {
            table.rows.push_back(day);
            auto& row = table.rows.back();
            row.push_back({.pill = view::Pill{"Differs", view::Tone::bad, "exclamation-triangle-fill"}});
            row.push_back({.text = in_words(each.kind), .small = each.detail});
            row.push_back({.text = each.subject, .href = urls::found(each.subject)});
        }
    }
    return table;
}

std::string page_address(int number) {
    return std::string{urls::kComparisons} + "?page=" + std::to_string(number);
}

}  // namespace

std::string render(ComparisonsPage const& page, view::Frame const& frame) {
    view::Document out{frame, "admin/comparisons.tpl", "Comparisons"};
    auto& body = out.body();
    view::add(
        body, kc_HEAD,
        view::PageHead{
            .title = "Comparisons",
            .text = "Each night Razorpay's books of the day before are held against ours. What could be "
                    "booked was booked at once; the differences stand here as they were found."});
    add_money_tabs(body, kc_TABS, frame);
    if (page.reports.empty()) {
        view::Empty nothing{.title = "No comparison yet",
                            .text = "The first one is made at two in the night."};
        if (page.number > 1)
            nothing = {
                .title = "No older comparison",
                .text = "Comparisons begin later.",
                .action = view::Button{.label = "See the newest", .href = std::string{urls::kComparisons}}};
        view::add(body, kc_TABLE, nothing);
        return out.html();
    }
    view::add(body, kc_TABLE, table_of(page.reports));
    if (page.number > 1 || page.is_more)
        view::add(body, kc_PAGER,
                  view::Pager{.range = "Page " + std::to_string(page.number),
                              .previous_href = page.number > 1 ? page_address(page.number - 1) : "",
                              .next_href = page.is_more ? page_address(page.number + 1) : ""});
    return out.html();
}

}  // namespace ssr::admin
