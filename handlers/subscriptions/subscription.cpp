#include "domain/subscriptions/history.h"
#include "subscriptions/answers.h"
#include "subscriptions/endpoints.h"
#include "subscriptions/pages.h"
#include "subscriptions/urls.h"
#include "subscriptions/words.h"

namespace ssr::subscriptions_pages {

namespace {

constexpr int kLongestHistory = 100;

std::vector<subscriptions::Stretch> history_of(App& app, SignedIn const& me) {
    return subscriptions::history(app.db, me.session.user, kLongestHistory);
}

subscriptions::Trialist trialist(SignedIn const& me) {
    return {.user = me.session.user,
            .public_user = me.session.public_user,
            .phone = me.session.phone,
            .email = me.session.email,
            .ip_address = me.request->remote_address};
}

}  // namespace

Response show_subscriptions(App& app, SignedIn const& me, Query<NoticeQuery> const& query) {
    SubscriptionsPage const page{catalog::offers(app.db), app.access.of(me.session.user), history_of(app, me),
                                 app.clock.now()};
    auto frame = guard::frame_of(me);
    if (query.values->was_cancelled) frame.toast = view::Toast{.text = "The subscription is cancelled."};
    return guard::page(me, render(page, frame));
}

Response show_subscriptions_instead(App&, SignedIn const&) { return web::redirect(urls::kSubscriptions); }

Response show_cancellation(App& app, SignedIn const& me, PublicSubscriptionId const& id) {
    for (auto const& stretch : history_of(app, me))
        if (stretch.subscription == id)
            return guard::page(me, render(CancellationPage{stretch, app.clock.now()}, guard::frame_of(me)));
    return web::not_found();
}

Response cancel_subscription(App& app, SignedIn const& me, Form<CancelForm> const& form,
                             PublicSubscriptionId const& id) {
    auto const after = app.subscriptions.cancel({.user = me.session.user,
                                                 .subscription = id,
                                                 .at_period_end = form.values->at_period_end,
                                                 .ip_address = me.request->remote_address});
    if (!after) return web::refuse(explain(after.error()));
    if (me.request->wants_json()) return web::json(cancelled_json(*after));
    return web::redirect(std::string{urls::kSubscriptions} + "?cancelled=1");
}

Response start_trial(App& app, SignedIn const& me, Form<TrialForm> const& form) {
    if (!form.values) return web::refuse(explain(form.errors));
    auto const module = form.values->module;
    auto const standing = app.subscriptions.start_trial(trialist(me), module);
    if (me.request->wants_json())
        return standing ? web::json(begun_json(*standing)) : web::refuse(explain(standing.error()));
    if (standing) return web::redirect("/dashboard/?started=" + std::string{code(module)});
    return closed_page(app, me, module, explain(standing.error()));
}

}  // namespace ssr::subscriptions_pages
