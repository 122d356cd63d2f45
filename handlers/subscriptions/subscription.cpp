#include "domain/subscriptions/history.h"
#include "guard/repeated.h"
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
            .ip_address = me.request->remote_address,
            .idempotency_key = guard::key_of(me, "")};
}

// What was done a moment ago is said once.
std::optional<view::Toast> toast_of(NoticeQuery const& query) {
    if (query.was_cancelled) return view::Toast{.text = "The subscription is cancelled."};
    if (query.was_kept) return view::Toast{.text = "The subscription goes on as before."};
    if (query.renewal)
        return view::Toast{.text = *query.renewal ? "Auto-renew is on." : "Auto-renew is off."};
    return std::nullopt;
}

Response back_to_all(std::string const& notice) {
    return web::redirect(std::string{urls::kSubscriptions} + "?" + notice);
}

}  // namespace

Response show_subscriptions(App& app, SignedIn const& me, Query<NoticeQuery> const& query) {
    SubscriptionsPage const page{.offers = app.catalogue.offers(),
                                 .access = app.access.of(me.session.user),
                                 .history = history_of(app, me),
                                 .mandates = billing::MandateStore{app.db}.list_newest(me.session.user),
                                 .takes_mandates = app.mandates.can_begin(),
                                 .now = app.clock.now()};
    auto frame = guard::frame_of(me);
    frame.toast = toast_of(*query.values);
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
    auto const after = app.mandates.cancel({.user = me.session.user,
                                            .subscription = id,
                                            .at_period_end = form.values->at_period_end,
                                            .ip_address = me.request->remote_address});
    if (!after) return web::refuse(explain(after.error()));
    return me.request->wants_json() ? web::json(standing_json(*after)) : back_to_all("cancelled=1");
}

Response keep_subscription(App& app, SignedIn const& me, Form<web::Press> const&,
                           PublicSubscriptionId const& id) {
    auto const after = app.subscriptions.keep(me.session.user, id, me.request->remote_address);
    if (!after) return web::refuse(explain(after.error()));
    return me.request->wants_json() ? web::json(standing_json(*after)) : back_to_all("kept=1");
}

Response toggle_renewal(App& app, SignedIn const& me, Form<RenewalForm> const& form,
                        PublicSubscriptionId const& id) {
    auto const renewal =
        app.mandates.set({me.session.user, id, me.request->remote_address}, form.values->is_on);
    if (!renewal) return web::refuse(explain(renewal.error()));
    if (me.request->wants_json()) return web::json(renewal_json(*renewal, app.razorpay));
    if (renewal->to_authorise) return web::redirect(urls::mandate(renewal->to_authorise->public_id));
    return back_to_all(renewal->is_on ? "renewal=1" : "renewal=0");
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
