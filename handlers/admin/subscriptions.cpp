#include "admin/access_pages.h"
#include "admin/access_urls.h"
#include "admin/access_words.h"
#include "admin/answers.h"
#include "admin/endpoints.h"
#include "domain/billing/mandate_store.h"
#include "domain/subscriptions/status.h"

namespace ssr::admin {

namespace {

using subscriptions::InterventionRefused, subscriptions::Standing;

std::optional<SubscriptionPage> page_of(App& app, PublicSubscriptionId const& id) {
    auto line = subscriptions::find_subscription(app.db, id);
    if (!line) return std::nullopt;
    return SubscriptionPage{*std::move(line), billing::MandateStore{app.db}.find_newest(id), app.clock.now()};
}

Response came_back(App& app, Admin const& me, PublicSubscriptionId const& id, web::Refusal const& refusal,
                   view::Values const& typed) {
    auto page = page_of(app, id);
    if (!page) return web::not_found();
    page->typed = typed;
    page->errors = refusal.errors;
    if (refusal.errors.empty()) page->refusal = refusal;
    return shown_again(me, refusal, [&] { return render(*page, admin::frame_of(me)); });
}

subscriptions::Intervention intervention(Admin const& me, PublicSubscriptionId const& id,
                                         InterventionForm const& form) {
    return {.by = me.session.user,
            .subscription = id,
            .reason = form.reason.text(),
            .ip_address = me.request->remote_address};
}

Response answer(App& app, Admin const& me, PublicSubscriptionId const& id, view::Values const& typed,
                Result<Standing, InterventionRefused> const& after, std::string const& what) {
    if (!after) return came_back(app, me, id, explain(after.error()), typed);
    if (me.request->wants_json())
        return web::json(
            Json::Object{{"status", code(after->status)}, {"expires_at", to_iso(after->expires_at)}});
    return web::redirect(urls::subscription(id) + "?done=" + what);
}

}  // namespace

Response list_subscriptions(App& app, Admin const& me, Query<SubscriptionsQuery> const& query) {
    auto const& wanted = query.values->filter;
    auto const now = app.clock.now();
    SubscriptionsPage const page{wanted, subscriptions::list_subscriptions(app.db, wanted, now),
                                 app.catalogue.offers(), now};
    return guard::page(me, render(page, admin::frame_of(me)));
}

Response show_subscription(App& app, Admin const& me, Query<AccessDoneQuery> const& query,
                           PublicSubscriptionId const& id) {
    auto const page = page_of(app, id);
    if (!page) return web::not_found();
    auto frame = admin::frame_of(me);
    frame.toast = toast_of_access(query.values->done);
    return guard::page(me, render(*page, frame));
}

Response suspend_subscription(App& app, FreshAdmin const& me, Form<InterventionForm> const& form,
                              PublicSubscriptionId const& id) {
    if (!form.values) return came_back(app, me, id, not_valid(form.errors), form.typed);
    auto const after = app.subscriptions.suspend(intervention(me, id, *form.values));
    return answer(app, me, id, form.typed, after, "suspended");
}

Response resume_subscription(App& app, FreshAdmin const& me, Form<InterventionForm> const& form,
                             PublicSubscriptionId const& id) {
    if (!form.values) return came_back(app, me, id, not_valid(form.errors), form.typed);
    auto const after = app.subscriptions.resume(intervention(me, id, *form.values));
    return answer(app, me, id, form.typed, after, "resumed");
}

}  // namespace ssr::admin
