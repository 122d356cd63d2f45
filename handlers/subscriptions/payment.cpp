#include "subscriptions/answers.h"
#include "subscriptions/endpoints.h"
#include "subscriptions/pages.h"
#include "subscriptions/stage.h"
#include "subscriptions/urls.h"
#include "subscriptions/words.h"

namespace ssr::subscriptions_pages {

namespace {

Outcome outcome_of(App& app, billing::Payment payment) {
    Outcome outcome{.payment = std::move(payment)};
    if (!billing::is_paid(outcome.payment.status)) return outcome;
    outcome.given = app.subscriptions.given_for(outcome.payment.id);
    outcome.papers = billing::paper_numbers(app.db, outcome.payment.id);
    return outcome;
}

}  // namespace

Response show_payment(App& app, SignedIn const& me, Query<CheckForm> const& query,
                      PublicPaymentId const& id) {
    auto payment = app.payments.find(me.session.user, id);
    if (!payment) return web::not_found();
    PaymentPage const page{.outcome = outcome_of(app, *std::move(payment)),
                           .razorpay = app.razorpay,
                           .now = app.clock.now(),
                           .was_closed = query.values->closed};
    if (me.request->wants_json()) return web::json(outcome_json(page.outcome));
    auto response = guard::page(me, render(page, guard::frame_of(me)));
    if (can_be_paid(page.outcome.payment, page.now))
        response.extra_script_source = response.extra_frame_source = app.razorpay.sources;
    return response;
}

Response verify_payment(App& app, SignedIn const& me, Form<VerifyForm> const& form) {
    if (!form.values) return web::refuse(explain(form.errors));
    auto payment = app.verification.take({.user = me.session.user,
                                          .order_id = form.values->order_id,
                                          .payment_id = form.values->payment_id,
                                          .signature = form.values->signature,
                                          .ip_address = me.request->remote_address});
    if (!payment) return web::refuse(explain(payment.error()));
    if (!me.request->wants_json()) return web::redirect(urls::payment(payment->public_id));
    return web::json(outcome_json(outcome_of(app, *std::move(payment))));
}

Response check_payment(App& app, SignedIn const& me, Form<CheckForm> const& form, PublicPaymentId const& id) {
    auto payment = app.payments.find(me.session.user, id);
    if (!payment) return web::not_found();
    // Where the gateway is away, the page says what is known; it is asked again later.
    if (payment->gateway_order_id && !billing::is_paid(payment->status)) app.reconciler.ask(*payment);
    if (!me.request->wants_json())
        return web::redirect(urls::payment(id) + (form.values->closed ? "?closed=1" : ""));
    return web::json(outcome_json(outcome_of(app, *app.payments.find(me.session.user, id))));
}

}  // namespace ssr::subscriptions_pages
