#include "dev/endpoints.h"
#include "dev/inbox.h"
#include "dev/pages.h"
#include "dev/views/components_page.h"

namespace ssr::dev {

Response show_index(App& app, Visitor const& who) {
    return guard::page(who, render(IndexPage{display_time(app.clock.now())}, guard::frame_of(who)));
}

Response show_components(App&, Visitor const& who) {
    return guard::page(who, render(ComponentsPage{}, guard::frame_of(who)));
}

Response show_outbox(App& app, Visitor const& who) {
    return guard::page(who, render(OutboxPage{kept_messages(app.db, app.secret_key)}, guard::frame_of(who)));
}

Response show_gateway(App& app, Visitor const& who) {
    return guard::page(who, render(GatewayPage{gateway::overview_of(app.db)}, guard::frame_of(who)));
}

Response list_outbox(App& app, Request const& request) {
    auto const to = request.query.find("to");
    Json::Array list;
    for (auto const& message :
         kept_messages(app.db, app.secret_key, to == request.query.end() ? "" : to->second))
        list.push_back(to_json(message));
    return web::json(std::move(list));
}

}  // namespace ssr::dev
