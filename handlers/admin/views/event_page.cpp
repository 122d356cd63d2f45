#include "admin/event.tpl.h"
#include "admin/money_pages.h"
#include "admin/money_urls.h"
#include "admin/money_words.h"
#include "base/json.h"
#include "view/include.h"

namespace ssr::admin {

namespace {

// More than any event has; what is beyond would make a page that nobody reads.
constexpr std::size_t kBytesShown = 20'000;
constexpr std::size_t kBytesOnLines = 60'000;

view::Dictionary& add_fact(view::Dictionary& body, std::string const& label, std::string const& value,
                           std::string const& href = {}) {
    auto& fact = view::section(body, ke_FACT);
    fact.SetValue(ke_LABEL, label);
    auto& kind = view::section(fact, href.empty() ? ke_PLAIN : ke_LINK);
    kind.SetValue(ke_VALUE, value);
    kind.SetValue(ke_HREF, href);
    return fact;
}

void fill_body(view::Dictionary& body, std::string const& text) {
    auto const shown = cut(text, kBytesShown);
    body.SetValue(ke_BODY, std::string{cut(indented(shown), kBytesOnLines)});
    if (shown.size() == text.size()) return;
    auto& part = view::section(body, ke_CUT);
    part.SetValue(ke_SHOWN, std::to_string(shown.size()));
    part.SetValue(ke_ALL, std::to_string(text.size()));
}

}  // namespace

std::string render(EventPage const& page, view::Frame const& frame) {
    auto const& event = page.event;
    view::Document out{frame, "admin/event.tpl", event.type};
    auto& body = out.body();
    view::add(body, ke_HEAD,
              view::PageHead{.title = event.type,
                             .text = "Received " + display_time(event.received_at),
                             .crumbs = {{"Gateway events", std::string{urls::kEvents}}, {event.type, ""}}});
    view::add(body, ke_REPLAY,
              view::PostButton{{.label = "Replay", .is_small = true}, urls::replay(event.event_id)});
    add_fact(body, "Event id", event.event_id);
    view::add(add_fact(body, "Result", ""), ke_PILL, pill_of_event(event.result));
    if (event.applied_at) add_fact(body, "Applied", display_time(*event.applied_at));
    add_fact(body, "Tries", std::to_string(event.attempts));
    if (auto const& order = event.gateway_order_id)
        add_fact(body, "Razorpay order", *order, urls::found(*order));
    fill_body(body, event.body);
    return out.html();
}

}  // namespace ssr::admin
