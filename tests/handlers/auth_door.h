#pragma once

#include "auth/endpoints.h"
#include "support/browser.h"
#include "support/database.h"
#include "support/folder.h"
#include "support/inbox.h"
#include "support/people.h"

namespace ssr::test {

/// The handler `auth` and those who knock.
struct Door {
    Door() : config{.house = house_for("ssr_auth"), .blobs = files.path("blobs")}, app{config} {}

    Browser browser() { return {"auth", auth::routes(), app, config.house}; }
    std::string code_for(std::string const& to) { return inbox.code(to); }
    std::string wrong_code_for(std::string const& to) {
        return code_for(to) == "000000" ? "000001" : "000000";
    }
    void advance(std::chrono::seconds by) { app.clock.shift_to(app.clock.now() + by); }
    /// A browser in which that person is signed in.
    Browser browser_of(Person const& person, bool is_staff_level = false) {
        auto own = browser();
        own.set_cookie("__Host-sid", a_session(all.db, person, app.clock.now(), is_staff_level));
        return own;
    }
    /// Through the two pages of the door; returns where the last one leads.
    std::string sign_in(Browser& with, std::string const& identifier, std::string const& to,
                        std::string const& next = "") {
        with.get("/accounts/login/");
        with.post("/accounts/login/", {{"identifier", identifier}, {"next", next}});
        return header(with.post("/accounts/verify-otp/", {{"otp", code_for(to)}}), "Location");
    }

    Folder files;
    auth::Config config;
    auth::App app;
    Database all;
    Inbox inbox{all.db, std::string(64, 'k')};
    std::string const phone = fresh_phone().e164();
};

inline std::string challenge_of(web::Response const& response) {
    return json_of(response)["challenge_id"].text().value();
}

/// The seconds that the first countdown of the page starts from; -1 where it has none.
inline int countdown_on(web::Response const& page) {
    constexpr std::string_view kMark = "data-countdown=\"";
    auto const at = page.body.find(kMark);
    return at == std::string::npos ? -1 : std::stoi(page.body.substr(at + kMark.size()));
}

}  // namespace ssr::test
