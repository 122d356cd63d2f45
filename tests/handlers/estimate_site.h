#pragma once

#include "estimate/endpoints.h"
#include "support/browser.h"
#include "support/database.h"
#include "support/people.h"
#include "support/small_book.h"

namespace ssr::test {

/// The handler `estimate`, an engineer who has the module, and a rate book.
struct EstimateSite {
    EstimateSite() {
        show_templates();
        subscribe(ravi, "active", std::chrono::days{300});
    }

    Browser browser_of(Person const& person) {
        Browser browser{"estimate", estimate::routes(), app, config.house};
        browser.set_cookie("__Host-sid", a_session(owner.db, person, app.clock.now()));
        return browser;
    }
    Browser stranger() { return {"estimate", estimate::routes(), app, config.house}; }
    void subscribe(Person const& person, std::string_view status, std::chrono::days left,
                   std::optional<std::int64_t> uses = std::nullopt) {
        auto const now = app.clock.now();
        owner.db.execute(R"(
            INSERT INTO subscriptions (public_id, user_id, module_id, status, source, started_at, expires_at,
                                       usage_reset_at, usage_limit, created_at)
            SELECT uuid_v7(), :user, id, :status, 'grant', :start, :end, :start, :uses, :start
              FROM modules WHERE code = 'estimate'
        )",
                         {{"user", person.id},
                          {"status", status},
                          {"start", now - std::chrono::days{400}},
                          {"end", now + left},
                          {"uses", uses}});
    }
    void end_subscription(Person const& person) {
        owner.db.execute(
            "UPDATE subscriptions SET status = 'expired', expires_at = :then WHERE user_id = :user",
            {{"then", app.clock.now() - std::chrono::days{1}}, {"user", person.id}});
    }

    /// From now on that person works there.
    void join(Person const& person, OrganizationId organization, std::string_view role) {
        owner.db.execute(
            R"(
            INSERT INTO memberships (organization_id, user_id, role, created_at) VALUES (:there, :user, :role, :now))",
            {{"there", organization}, {"user", person.id}, {"role", role}, {"now", app.clock.now()}});
        owner.db.execute("UPDATE users SET organization_id = :there WHERE id = :user",
                         {{"there", organization}, {"user", person.id}});
    }

    web::Fields opening(std::string const& name) const {
        return {{"work_name", name}, {"work_type", "repair"}, {"area", "municipal"}, {"book", book_id}};
    }
    /// The address of a new estimate: "/estimate/0190…/".
    std::string open(Browser& browser, std::string const& name = "Repairs to Block C") {
        auto const answer = browser.post("/estimate/", opening(name));
        BOOST_REQUIRE(int(answer.status) == 303);
        return header(answer, "Location");
    }
    /// The worked example E1, by its forms: version 8.
    std::string e1(Browser& browser, std::string const& name = "Repairs to Block C") {
        auto const at = open(browser, name);
        int version = 0;
        web::Fields all;
        for (auto const& item : kE1) {
            browser.post(at + "add/",
                         {{"version", std::to_string(++version)}, {"item." + std::string{item.code}, "1"}});
            all["qty." + std::string{item.code}] = item.quantity;
        }
        all["version"] = std::to_string(++version);
        all["old_material"] = "3,500";
        all["grand_total"] = "2,10,000";
        BOOST_REQUIRE(int(browser.post(at + "save/", all).status) == 303);
        return at;
    }

    estimate::Config config{house_for("ssr_estimate")};
    estimate::App app{config};
    Database owner;
    Person ravi = a_person(owner.db), sita = a_person(owner.db);
    SmallBook book = a_small_book(owner.db);
    std::string book_id = book.id.text();  // of the estimates that are opened
};

}  // namespace ssr::test
