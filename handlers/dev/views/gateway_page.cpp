#include <ctemplate/template.h>

#include "dev/gateway.tpl.h"
#include "dev/pages.h"
#include "view/include.h"
#include "view/list_pieces.h"
#include "view/page.h"
#include "view/pieces.h"

namespace ssr::dev {

namespace {

using view::Cell, view::Column, view::Pill, view::Tone;

Pill pill_of(std::string const& status) {
    if (status == "paid" || status == "captured" || status == "processed")
        return {status, Tone::ok, "check-circle-fill"};
    if (status == "failed") return {status, Tone::bad, "x-circle-fill"};
    if (status == "refunded") return {status, Tone::info, "arrow-counterclockwise"};
    return {status, Tone::warn, "clock-fill"};
}

Cell status_cell(std::string const& status) {
    return status.empty() ? Cell{.text = "not tried"} : Cell{.pill = pill_of(status)};
}

view::Table table_of(std::vector<gateway::OrderLine> const& orders) {
    view::Table table{.caption = "Orders and their payments",
                      .columns = {{.label = "Order", .is_lead = true},
                                  {.label = "Amount", .kind = Column::Kind::number},
                                  {.label = "Order is"},
                                  {.label = "Payment"},
                                  {.label = "Payment is"},
                                  {.label = "At"}}};
    for (auto const& line : orders)
        table.rows.push_back({{.text = line.order, .small = line.receipt},
                              {.text = line.amount.display()},
                              status_cell(line.order_status),
                              {.text = line.payment, .small = line.method},
                              status_cell(line.payment_status),
                              {.text = display_time(line.created_at)}});
    return table;
}

view::Table table_of(std::vector<gateway::RefundLine> const& refunds) {
    view::Table table{.caption = "Refunds",
                      .columns = {{.label = "Refund", .is_lead = true},
                                  {.label = "Amount", .kind = Column::Kind::number},
                                  {.label = "Of payment"},
                                  {.label = "It is"},
                                  {.label = "At"}}};
    for (auto const& line : refunds)
        table.rows.push_back({{.text = line.id},
                              {.text = line.amount.display()},
                              {.text = line.payment},
                              status_cell(line.status),
                              {.text = display_time(line.created_at)}});
    return table;
}

view::Table table_of(std::vector<gateway::WaitingLine> const& waiting) {
    view::Table table{.caption = "Webhooks that the site has not taken",
                      .columns = {{.label = "Event", .is_lead = true},
                                  {.label = "Tries", .kind = Column::Kind::number},
                                  {.label = "Last answer"},
                                  {.label = "Next try"}}};
    for (auto const& line : waiting)
        table.rows.push_back({{.text = line.event, .small = line.event_id},
                              {.text = std::to_string(line.attempts)},
                              {.text = line.last_answer.empty() ? "none" : line.last_answer},
                              {.text = line.is_given_up ? "given up" : display_time(line.due_at)}});
    return table;
}

template <class Line>
void add_part(view::Dictionary& out, std::string const& id, std::string const& title,
              std::vector<Line> const& lines) {
    if (lines.empty()) return;
    auto& part = view::section(out, kg_PART);
    part.SetValue(kg_ID, id);
    part.SetValue(kg_TITLE, title);
    view::add(part, kg_TABLE, table_of(lines));
}

}  // namespace

std::string render(GatewayPage const& page, view::Frame const& frame) {
    view::Document out{frame, "dev/gateway.tpl", "Gateway"};
    view::add(out.body(), kg_HEAD,
              view::PageHead{.title = "Simulated gateway",
                             .text = "What the payment gateway of this instance knows, newest first."});
    if (page.overview.orders.empty())
        view::add(out.body(), kg_EMPTY,
                  view::Empty{.title = "Nobody ordered anything yet",
                              .text = "Buy a module, and its order appears here before you have paid.",
                              .action = view::Button{.label = "See the prices", .href = "/pricing/"}});
    add_part(out.body(), "orders", "Orders", page.overview.orders);
    add_part(out.body(), "refunds", "Refunds", page.overview.refunds);
    add_part(out.body(), "waiting", "Webhooks on their way", page.overview.waiting);
    return out.html();
}

}  // namespace ssr::dev
