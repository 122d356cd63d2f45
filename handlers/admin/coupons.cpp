#include "admin/answers.h"
#include "admin/coupon_pages.h"
#include "admin/coupon_urls.h"
#include "admin/coupon_words.h"
#include "admin/endpoints.h"
#include "base/secure.h"

namespace ssr::admin {

namespace {

using billing::PublicCouponId;

constexpr int kUsesShown = 50;

accounts::Actor actor(Admin const& me) { return {me.session.user, me.request->remote_address}; }

Response done(Admin const& me, PublicCouponId const& coupon, std::string const& what) {
    if (me.request->wants_json()) return web::json(Json::Object{{"coupon_id", coupon.text()}});
    return web::redirect(urls::coupon(coupon) + "?done=" + what);
}

Response new_coupon_came_back(App& app, Admin const& me, web::Refusal const& refusal,
                              view::Values const& typed) {
    NewCouponPage const page{app.catalogue.offers(), random_hex(16), typed, refusal.errors};
    return shown_again(me, refusal, [&] { return render(page, admin::frame_of(me)); });
}

Response coupon_page(App& app, Admin const& me, PublicCouponId const& id, CouponDoneQuery const& query) {
    auto const line = app.coupons.find(id);
    if (!line) return web::not_found();
    CouponPage const page{*line, app.coupons.uses_of(line->coupon.id, kUsesShown), app.catalogue.offers(),
                          typed_of(*line)};
    auto frame = admin::frame_of(me);
    frame.toast = toast_of_coupon(query.done);
    return guard::page(me, render(page, frame));
}

Response coupon_came_back(App& app, Admin const& me, PublicCouponId const& id, web::Refusal const& refusal,
                          view::Values const& typed) {
    auto const line = app.coupons.find(id);
    if (!line) return web::not_found();
    CouponPage const page{*line, app.coupons.uses_of(line->coupon.id, kUsesShown), app.catalogue.offers(),
                          typed, refusal.errors};
    return shown_again(me, refusal, [&] { return render(page, admin::frame_of(me)); });
}

}  // namespace

Response list_coupons(App& app, Admin const& me, Query<CouponsQuery> const& query) {
    auto const& wanted = query.values->filter;
    CouponsPage const page{wanted, app.coupons.list(wanted), app.catalogue.offers()};
    return guard::page(me, render(page, admin::frame_of(me)));
}

Response show_new_coupon(App& app, Admin const& me) {
    NewCouponPage const page{app.catalogue.offers(), random_hex(16)};
    return guard::page(me, render(page, admin::frame_of(me)));
}

Response make_coupon(App& app, FreshAdmin const& me, Form<CouponForm> const& form) {
    if (!form.values) return new_coupon_came_back(app, me, not_valid(form.errors), form.typed);
    auto offer = form.values->offer;
    offer.idempotency_key = key_of(me, offer.idempotency_key);
    auto const id = app.coupons.make(offer, actor(me));
    if (!id) return new_coupon_came_back(app, me, explain(id.error()), form.typed);
    return done(me, *id, "made");
}

Response show_coupon(App& app, Admin const& me, Query<CouponDoneQuery> const& query,
                     PublicCouponId const& id) {
    return coupon_page(app, me, id, *query.values);
}

Response change_coupon(App& app, FreshAdmin const& me, Form<CouponTermsForm> const& form,
                       PublicCouponId const& id) {
    if (!form.values) return coupon_came_back(app, me, id, not_valid(form.errors), form.typed);
    auto const changed = app.coupons.change(id, form.values->terms, actor(me));
    if (!changed) return coupon_came_back(app, me, id, explain(changed.error()), form.typed);
    return done(me, id, "changed");
}

Response withdraw_coupon(App& app, Admin const& me, Form<web::Press> const&, PublicCouponId const& id) {
    return app.coupons.withdraw(id, actor(me)) ? done(me, id, "withdrawn") : web::not_found();
}

Response reinstate_coupon(App& app, FreshAdmin const& me, Form<web::Press> const&, PublicCouponId const& id) {
    return app.coupons.reinstate(id, actor(me)) ? done(me, id, "reinstated") : web::not_found();
}

}  // namespace ssr::admin
