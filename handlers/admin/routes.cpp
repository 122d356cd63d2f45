#include "admin/endpoints.h"

namespace ssr::admin {

namespace {

web::Route<App> const kRoutes[] = {
    web::get("/admin-panel/", show_panel),

    web::get("/admin-panel/payments/", list_payments),
    web::get("/admin-panel/payments/{}/", show_payment),
    web::post("/admin-panel/payments/{}/check/", check_payment),
    web::get("/admin-panel/payments/{}/invoice/", download_invoice),
    web::get("/admin-panel/payments/{}/credit-notes/{}/", download_credit_note),
    web::get("/admin-panel/payments/{}/refund/", show_refund),
    web::post("/admin-panel/payments/{}/refund/", refund_payment),
    web::get("/admin-panel/review/", list_reviews),
    web::post("/admin-panel/review/{}/settle/", settle_review),
    web::post("/admin-panel/review/{}/send-back/", send_held_money_back),
    web::get("/admin-panel/events/", list_events),
    web::get("/admin-panel/events/{}/", show_event),
    web::post("/admin-panel/events/{}/replay/", replay_event),
    web::get("/admin-panel/comparisons/", list_comparisons),
    web::get("/admin-panel/gstr-1/", show_gstr1),
    web::get("/admin-panel/gstr-1/{}", download_gstr1),

    web::get("/admin-panel/coupons/", list_coupons),
    web::post("/admin-panel/coupons/", make_coupon),
    web::get("/admin-panel/coupons/new/", show_new_coupon),
    web::post("/admin-panel/coupons/new/", make_coupon),
    web::get("/admin-panel/coupons/{}/", show_coupon),
    web::post("/admin-panel/coupons/{}/", change_coupon),
    web::post("/admin-panel/coupons/{}/withdraw/", withdraw_coupon),
    web::post("/admin-panel/coupons/{}/reinstate/", reinstate_coupon),
    web::get("/admin-panel/users/", list_people),
    web::get("/admin-panel/users/{}/", show_person),
    web::get("/admin-panel/users/{}/grant-access/", show_person),
    web::post("/admin-panel/users/{}/grant-access/", grant_access),
    web::get("/admin-panel/users/{}/revoke-access/", show_person),
    web::post("/admin-panel/users/{}/revoke-access/", revoke_access),
    web::get("/admin-panel/users/{}/overrides/{}/end/", show_override),
    web::post("/admin-panel/users/{}/overrides/{}/end/", end_override),
    web::get("/admin-panel/subscriptions/", list_subscriptions),
    web::get("/admin-panel/subscriptions/{}/", show_subscription),
    web::get("/admin-panel/subscriptions/{}/suspend/", show_subscription),
    web::post("/admin-panel/subscriptions/{}/suspend/", suspend_subscription),
    web::get("/admin-panel/subscriptions/{}/resume/", show_subscription),
    web::post("/admin-panel/subscriptions/{}/resume/", resume_subscription),
};

}  // namespace

std::span<web::Route<App> const> routes() { return kRoutes; }

}  // namespace ssr::admin
