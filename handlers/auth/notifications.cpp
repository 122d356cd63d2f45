#include "auth/came_back.h"
#include "auth/endpoints.h"
#include "auth/pages.h"
#include "auth/urls.h"

namespace ssr::auth {

namespace {

Json to_json(std::vector<messages::Preference> const& preferences) {
    Json::Array lines;
    for (auto const& each : preferences)
        lines.push_back(Json::Object{
            {"topic", code(each.topic)}, {"channel", code(each.channel)}, {"is_on", each.is_on}});
    return lines;
}

}  // namespace

Response show_notifications(App& app, SignedIn const& who, Query<SavedQuery> const& query) {
    NotificationsPage const page{app.preferences.list(who.session.user)};
    if (who.request->wants_json()) return web::json(to_json(page.preferences));
    return guard::page(who, render(page, saved_frame(who, *query.values)));
}

Response choose_notifications(App& app, SignedIn const& who, Form<NotificationsForm> const& form) {
    app.preferences.change(who.session.user, form.values->preferences);
    if (who.request->wants_json()) return web::json(to_json(form.values->preferences));
    return web::redirect(urls::saved(urls::kNotifications));
}

}  // namespace ssr::auth
