#include "admin/answers.h"
#include "admin/endpoints.h"
#include "admin/money_pages.h"
#include "admin/money_urls.h"

namespace ssr::admin {

namespace {

constexpr int kEventsOnPage = 50;

}  // namespace

Response list_events(App& app, Admin const& me, Query<EventsQuery> const& query) {
    auto const& asked = *query.values;
    EventsPage page{.query = asked,
                    .events = app.money.events.list({.only_open = asked.only_open,
                                                     .type = asked.type,
                                                     .gateway_order = asked.order,
                                                     .before = asked.before,
                                                     .most = kEventsOnPage + 1})};
    page.is_more = page.events.size() > kEventsOnPage;
    if (page.is_more) page.events.pop_back();
    return guard::page(me, render(page, admin::frame_of(me)));
}

Response show_event(App& app, Admin const& me, Query<MoneyDone> const& query, EventSegment const& segment) {
    auto const event = app.money.events.find(segment.id);
    if (!event) return web::not_found();
    auto frame = admin::frame_of(me);
    if (query.values->what == "replayed")
        frame.toast =
            view::Toast{.text = "The worker applies it once more. Load this page again in a moment."};
    return guard::page(me, render(EventPage{*event}, frame));
}

Response replay_event(App& app, Admin const& me, Form<web::Press> const&, EventSegment const& segment) {
    if (!app.money.events.replay(segment.id, me.session.user, me.request->remote_address))
        return web::not_found();
    if (me.request->wants_json()) return web::no_content();
    return web::redirect(urls::event(segment.id) + "?done=replayed");
}

}  // namespace ssr::admin
