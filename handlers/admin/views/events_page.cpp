#include "admin/events.tpl.h"
#include "admin/money_pages.h"
#include "admin/money_urls.h"
#include "admin/money_words.h"
#include "view/list_pieces.h"

namespace ssr::admin {

namespace {

constexpr char const* kTypes[] = {"payment.authorized",
                                  "payment.captured",
                                  "payment.failed",
                                  "order.paid",
                                  "refund.created",
                                  "refund.processed",
                                  "refund.failed",
                                  "payment.dispute.created",
                                  "payment.dispute.under_review",
                                  "payment.dispute.action_required",
                                  "payment.dispute.won",
                                  "payment.dispute.lost",
                                  "payment.dispute.closed"};

view::Table table_of(std::vector<billing::StoredEvent> const& events) {
    using Kind = view::Column::Kind;
    view::Table table{.caption = "Events of Razorpay, the newest first",
                      .columns = {{.label = "Event", .is_lead = true},
                                  {.label = "Received"},
                                  {.label = "Razorpay order"},
                                  {.label = "Result"},
                                  {.label = "Tries", .kind = Kind::number},
                                  {.kind = Kind::actions}}};
    for (auto const& event : events) {
        auto const order = event.gateway_order_id.value_or("");
        table.rows.push_back(
            {{.text = event.type, .href = urls::event(event.event_id)},
             {.text = display_time(event.received_at)},
             {.text = order, .href = order.empty() ? "" : urls::found(order)},
             {.pill = pill_of_event(event.result)},
             {.text = std::to_string(event.attempts)},
             {.post_buttons = {{{.label = "Replay", .is_small = true}, urls::replay(event.event_id)}}}});
    }
    return table;
}

view::Filters filters_of(EventsQuery const& query) {
    view::Field type{.name = "type",
                     .label = "Type",
                     .value = query.type,
                     .type = "select",
                     .options = {{"", "All types"}}};
    for (auto const* each : kTypes) type.options.push_back({each, each});
    view::Field open{.name = "open",
                     .label = "State of the event",
                     .value = query.only_open ? "1" : "",
                     .type = "select",
                     .options = {{"", "All states"}, {"1", "Not applied yet"}}};
    return {.action = std::string{urls::kEvents},
            .search_name = "order",
            .search_label = "Razorpay order",
            .search_value = query.order,
            .selects = {std::move(open), std::move(type)}};
}

std::string older_than(EventsQuery const& query, std::string const& event) {
    std::string address = std::string{urls::kEvents} + "?";
    if (query.only_open) address += "open=1&";
    if (!query.type.empty()) address += "type=" + url_encoded(query.type) + "&";
    if (!query.order.empty()) address += "order=" + url_encoded(query.order) + "&";
    return address + "before=" + url_encoded(event);
}

view::Empty nothing(EventsQuery const& query) {
    if (query.only_open || !query.type.empty() || !query.order.empty() || !query.before.empty())
        return {.title = "No event like that",
                .text = "Choose another state or type, or see all.",
                .action = view::Button{.label = "See all events", .href = std::string{urls::kEvents}}};
    return {.title = "No events yet",
            .text = "What Razorpay tells of payments and refunds is kept here as it came."};
}

}  // namespace

std::string render(EventsPage const& page, view::Frame const& frame) {
    view::Document out{frame, "admin/events.tpl", "Gateway events"};
    auto& body = out.body();
    view::add(
        body, ke_HEAD,
        view::PageHead{.title = "Gateway events",
                       .text = "What Razorpay told by itself, the newest first, and what became of it."});
    add_money_tabs(body, ke_TABS, frame);
    view::add(body, ke_FILTERS, filters_of(page.query));
    if (page.events.empty()) {
        view::add(body, ke_TABLE, nothing(page.query));
        return out.html();
    }
    view::add(body, ke_TABLE, table_of(page.events));
    if (page.is_more || !page.query.before.empty())
        view::add(body, ke_PAGER,
                  view::Pager{
                      .range = page.query.before.empty() ? "The newest" : "Older ones",
                      .next_href = page.is_more ? older_than(page.query, page.events.back().event_id) : ""});
    return out.html();
}

}  // namespace ssr::admin
