#include "admin/money_pages.h"
#include "admin/money_urls.h"
#include "admin/money_words.h"
#include "admin/review.tpl.h"
#include "view/include.h"
#include "view/list_pieces.h"

namespace ssr::admin {

namespace {

view::Table table_of(std::vector<billing::ReviewCase> const& cases) {
    using Kind = view::Column::Kind;
    view::Table table{.caption = "Payments that wait for a decision, the oldest first",
                      .columns = {{.label = "Order", .kind = Kind::code, .is_lead = true},
                                  {.label = "User"},
                                  {.label = "Why"},
                                  {.label = "Status"},
                                  {.label = "Total", .kind = Kind::number},
                                  {.label = "Held at Razorpay", .kind = Kind::number},
                                  {.kind = Kind::actions}}};
    for (auto const& each : cases) {
        auto const page = urls::payment(each.payment);
        auto const why = in_words_of_review(each.reason);
        table.rows.push_back(
            {{.text = each.order_number, .href = page, .small = display_date(each.created_at)},
             {.text = each.user_name},
             {.text = each.dispute ? in_words(*each.dispute) : why.title, .small = why.detail},
             {.pill = pill_of(each.status)},
             {.text = each.total.grouped()},
             {.text = each.held_amount ? each.held_amount->grouped() : "",
              .small = each.held_payment_id.value_or("")},
             {.buttons = {{.label = "Decide", .href = page + "#review", .is_small = true}}}});
    }
    return table;
}

}  // namespace

std::string render(ReviewPage const& page, view::Frame const& frame) {
    view::Document out{frame, "admin/review.tpl", "Payments in review"};
    auto& body = out.body();
    view::add(
        body, kr_HEAD,
        view::PageHead{
            .title = "Review",
            .text =
                "Payments of which something does not fit, the oldest first. Each waits for a decision."});
    add_money_tabs(body, kr_TABS, frame);
    if (page.cases.empty())
        view::add(body, kr_TABLE,
                  view::Empty{.title = "Nothing waits",
                              .text = "Wrong amounts, failed refunds and disputes stand here."});
    else
        view::add(body, kr_TABLE, table_of(page.cases));
    view::show_if(page.is_more, body, kr_MORE);
    return out.html();
}

}  // namespace ssr::admin
