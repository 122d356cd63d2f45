#include "subscriptions/answers.h"
#include "subscriptions/endpoints.h"
#include "subscriptions/pages.h"
#include "subscriptions/urls.h"
#include "subscriptions/words.h"

namespace ssr::subscriptions_pages {

namespace {

Response after_authorisation(billing::Mandate const& mandate) {
    if (billing::is_live(mandate.status()))
        return web::redirect(std::string{urls::kSubscriptions} + "?renewal=1");
    return web::redirect(urls::mandate(mandate.public_id) + "?awaited=1");
}

}  // namespace

Response show_mandate(App& app, SignedIn const& me, Query<MandateQuery> const& query,
                      PublicMandateId const& id) {
    auto mandate = billing::MandateStore{app.db}.find(me.session.user, id);
    if (!mandate) return web::not_found();
    if (me.request->wants_json()) return web::json(mandate_json(*mandate));
    MandatePage const page{*std::move(mandate), app.razorpay, app.mandates.can_begin(), *query.values,
                           app.clock.now()};
    auto response = guard::page(me, render(page, guard::frame_of(me)));
    if (can_be_authorised(page.mandate, page.now))
        response.extra_script_source = response.extra_frame_source = app.razorpay.sources;
    return response;
}

Response authorise_mandate(App& app, SignedIn const& me, Form<AuthoriseForm> const& form) {
    if (!form.values) return web::refuse(explain(form.errors));
    auto const mandate = app.mandates.take({.user = me.session.user,
                                            .subscription_id = form.values->subscription_id,
                                            .payment_id = form.values->payment_id,
                                            .signature = form.values->signature,
                                            .ip_address = me.request->remote_address});
    if (!mandate) return web::refuse(explain(mandate.error()));
    return me.request->wants_json() ? web::json(mandate_json(*mandate)) : after_authorisation(*mandate);
}

Response check_mandate(App& app, SignedIn const& me, Form<CheckForm> const& form, PublicMandateId const& id) {
    billing::MandateStore mandates{app.db};
    auto const mandate = mandates.find(me.session.user, id);
    if (!mandate) return web::not_found();
    // Where the gateway is away, the page says what is known; it is asked again later.
    if (!billing::is_over(mandate->status())) app.mandates.ask(*mandate);
    auto const after = *mandates.find(me.session.user, id);
    if (me.request->wants_json()) return web::json(mandate_json(after));
    if (billing::is_live(after.status())) return after_authorisation(after);
    return web::redirect(urls::mandate(id) + (form.values->closed ? "?closed=1" : ""));
}

}  // namespace ssr::subscriptions_pages
