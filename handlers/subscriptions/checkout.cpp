#include "base/secure.h"
#include "guard/repeated.h"
#include "subscriptions/answers.h"
#include "subscriptions/endpoints.h"
#include "subscriptions/pages.h"
#include "subscriptions/urls.h"
#include "subscriptions/words.h"

namespace ssr::subscriptions_pages {

namespace {

using billing::CheckoutRefused;

// What a person's invoices say of him, until he changes it on the page.
view::Values billed_as(accounts::ProfileText const& profile) {
    return {{"billing_name", profile.company_name.empty() ? profile.name : profile.company_name},
            {"state_code", profile.state_code},
            {"gstin", profile.gstin}};
}

std::string typed(view::Values const& values, std::string_view name) {
    auto const found = values.find(name);
    return found == values.end() ? std::string{} : found->second;
}

struct BillTo {
    State state;
    std::optional<Gstin> gstin;
};

// A State or number that cannot be read leaves the price as it is for the other; the complaint stands beside
// the field.
BillTo bill_to_in(App& app, view::Values const& values) {
    return {State::parse(typed(values, "state_code")).value_or(app.supplier.gstin.state()),
            Gstin::parse(typed(values, "gstin"))};
}

std::optional<subscriptions::ModuleAccess> access_to(App& app, SignedIn const& me,
                                                     billing::Wish const& wish) {
    if (!wish.module || wish.upgrader) return std::nullopt;
    return app.access.of(me.session.user, *wish.module);
}

// Whose upgrade it is, nobody but the session says.
billing::Wish wish_of(SignedIn const& me, billing::Wish wish, bool is_upgrade) {
    if (is_upgrade) wish.upgrader = me.session.user;
    return wish;
}

struct Shown {
    view::Values typed;
    view::Errors errors = {};
    std::optional<web::Refusal> refusal = {};  // of the order just tried
};

Response checkout_page(App& app, SignedIn const& me, billing::Wish const& wish, Shown const& shown) {
    auto const [state, gstin] = bill_to_in(app, shown.typed);
    auto const price = app.checkout.price(wish, state, gstin,
                                          billing::CouponWish{me.session.user, typed(shown.typed, "coupon")});
    if (!price) return web::refuse(explain(price.error()));
    if (price->coupon_refused && me.request->wants_json())
        return web::refuse(explain(*price->coupon_refused));
    CheckoutPage page{.wish = wish,
                      .price = *price,
                      .place = billing::place_of_supply(state, gstin),
                      .access = access_to(app, me, wish),
                      .now = app.clock.now(),
                      .typed = shown.typed,
                      .errors = shown.errors,
                      .refusal = shown.refusal};
    page.typed.insert_or_assign("idempotency_key", random_hex(16));
    auto const of_coupon =
        price->coupon_refused ? std::optional{explain(*price->coupon_refused)} : std::nullopt;
    if (of_coupon) page.errors.merge(web::FieldErrors{of_coupon->errors});
    auto const status = page.refusal          ? page.refusal->status
                        : of_coupon           ? of_coupon->status
                        : page.errors.empty() ? web::Status::ok
                                              : web::Status::unprocessable;
    auto response = guard::page(me, render(page, guard::frame_of(me)), status);
    if (of_coupon && of_coupon->retry_after)
        response.with_header("Retry-After", std::to_string(of_coupon->retry_after->count()));
    return response;
}

// The order itself must be readable for its page to be shown again.
Response came_back(App& app, SignedIn const& me, Form<CheckoutForm> const& form,
                   web::Refusal const& refusal) {
    if (me.request->wants_json()) return web::refuse(refusal);
    web::FieldReader read{form.typed};
    auto const wish = WishQuery::read(read);
    if (!wish || !read.errors().empty()) return web::refuse(refusal);
    Shown shown{.typed = form.typed, .errors = refusal.errors};
    if (refusal.errors.empty()) shown.refusal = refusal;
    return checkout_page(app, me, wish_of(me, wish->wish, wish->is_upgrade), shown);
}

billing::OrderWish order_of(SignedIn const& me, CheckoutForm const& form) {
    return {.user = me.session.user,
            .wish = wish_of(me, form.wish, form.is_upgrade),
            .billing_name = form.billing_name.text(),
            .email = me.session.email,
            .phone = me.session.phone,
            .address = form.address ? form.address->text() : "",
            .state = form.state,
            .gstin = form.gstin,
            .idempotency_key = guard::key_of(me, form.idempotency_key),
            .coupon = form.coupon};
}

}  // namespace

Response show_checkout(App& app, SignedIn const& me, Query<WishQuery> const& query) {
    if (!query.values) return web::redirect(urls::kPricing);
    return checkout_page(app, me, wish_of(me, query.values->wish, query.values->is_upgrade),
                         {.typed = billed_as(app.users.find_profile(me.session.user))});
}

Response show_quote(App& app, SignedIn const& me, Form<CheckoutForm> const& form) {
    if (!form.values) return came_back(app, me, form, explain(form.errors));
    return checkout_page(app, me, wish_of(me, form.values->wish, form.values->is_upgrade),
                         {.typed = form.typed});
}

Response place_order(App& app, SignedIn const& me, Form<CheckoutForm> const& form) {
    if (!form.values) return came_back(app, me, form, explain(form.errors));
    auto const payment = app.checkout.begin(order_of(me, *form.values));
    if (!payment) return came_back(app, me, form, explain(payment.error()));
    if (me.request->wants_json()) return web::json(order_json(*payment, app.razorpay));
    return web::redirect(urls::payment(payment->public_id));
}

}  // namespace ssr::subscriptions_pages
