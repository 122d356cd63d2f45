#include "guard/staff.h"

namespace ssr::guard {

bool has_role_now(db::Session& db, UserId user, accounts::Role least) {
    auto const role = db.maybe_one("SELECT role FROM users WHERE id = :user AND is_active", {{"user", user}},
                                   [](db::Row const& row) { return accounts::parse_role(row.text("role")); });
    return role && *role && **role >= least;
}

web::Response not_staff() {
    return web::refuse({.status = web::Status::forbidden,
                        .code = "not_staff",
                        .title = "This page is for our staff",
                        .detail = "Your account does not have the role that opens it."});
}

web::Response needs_totp(web::Request const& request) {
    if (!is_from_a_script(request))
        return led_to("/accounts/verify-totp/", request, web::Unsent::unconfirmed);
    return web::refuse({.status = web::Status::forbidden,
                        .code = "totp_required",
                        .title = "Confirm with your authenticator",
                        .detail = "Staff pages need the code of your authenticator app once a sign-in."});
}

}  // namespace ssr::guard
