#include <ctemplate/template.h>

#include "dev/outbox.tpl.h"
#include "dev/pages.h"
#include "view/list_pieces.h"
#include "view/page.h"
#include "view/pieces.h"

namespace ssr::dev {

namespace {

view::Table table_of(OutboxPage const& page) {
    view::Table table{
        .caption = "Messages kept instead of sent",
        .columns = {
            {.label = "To", .is_lead = true}, {.label = "Message"}, {.label = "Code"}, {.label = "At"}}};
    for (auto const& message : page.messages)
        table.rows.push_back({{.text = message.to, .small = message.channel == "sms" ? "Text" : "E-mail"},
                              {.text = message.subject.empty() ? message.text : message.subject,
                               .small = message.subject.empty() ? "" : message.text},
                              {.text = message.otp},
                              {.text = display_time(message.created_at)}});
    return table;
}

}  // namespace

std::string render(OutboxPage const& page, view::Frame const& frame) {
    view::Document out{frame, "dev/outbox.tpl", "Outbox"};
    view::add(out.body(), ko_HEAD,
              view::PageHead{.title = "Outbox",
                             .text = "Mails and texts that this instance would have sent, newest first."});
    if (page.messages.empty())
        view::add(out.body(), ko_EMPTY,
                  view::Empty{.title = "Nothing was sent yet",
                              .text = "Ask for a code at the sign-in page, and it appears here."});
    else
        view::add(out.body(), ko_TABLE, table_of(page));
    return out.html();
}

}  // namespace ssr::dev
