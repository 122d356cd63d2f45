#pragma once

#include "admin/endpoints.h"
#include "support/browser.h"
#include "support/database.h"
#include "support/gateway_fake.h"
#include "support/people.h"

namespace ssr::test {

/// The administrators' panel in process, an administrator, and a customer.
struct Panel {
    guard::HouseConfig house = house_for("ssr_admin");
    GatewayFake gateway;
    ssr::admin::App app{{house, gateway.config()}};
    Database owner;
    Person admin = a_person(owner.db, "admin");
    Person sita = a_person(owner.db);

    /// `is_confirmed`: gave a code of his authenticator just now; the session opens nothing here else.
    Browser browser_of(Person const& person, bool is_confirmed = true) {
        Browser browser{"admin", ssr::admin::routes(), app, house};
        browser.set_cookie("__Host-sid", a_session(owner.db, person, app.clock.now(), is_confirmed));
        return browser;
    }
    Browser desk() { return browser_of(admin); }
    /// Gets and posts JSON, as programs do.
    Browser program() {
        auto browser = desk();
        browser.prefers_json();
        return browser;
    }
};

}  // namespace ssr::test
