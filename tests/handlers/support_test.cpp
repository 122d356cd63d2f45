#include <boost/test/unit_test.hpp>

#include <set>

#include "domain/privacy/export_sections.h"
#include "support/browser.h"
#include "support/database.h"
#include "support/endpoints.h"
#include "support/people.h"

using namespace ssr;
using test::Browser, test::json_of, test::shows;

namespace {

support::Seller const kSeller{.name = "Rao & Sons",
                              .address = "1-2-3, Tank Bund, Hyderabad",
                              .gstin = "36AAACI1681G1ZQ",
                              .email = "office@example.test"};

/// One process of the handler.
struct Office {
    explicit Office(guard::HouseConfig settings) : house{std::move(settings)}, app{{house, kSeller}} {}
    Browser visitor() { return {"support", support::routes(), app, house}; }
    Json told() { return json_of(visitor().prefers_json().get("/status")); }

    guard::HouseConfig house;
    support::App app;
};

guard::HouseConfig settings_of_a_release() {
    auto settings = test::house_for("ssr_support");
    settings.release = "0123456789ab";
    return settings;
}

struct Site : test::Database, Office {
    Site() : Office{settings_of_a_release()} {
        db.execute("DELETE FROM jobs");
        schedule(std::chrono::hours{1});
    }
    ~Site() { db.execute("DELETE FROM jobs"); }

    void enqueue(std::chrono::seconds ago, std::string const& status = "queued") {
        db.execute(R"(
            INSERT INTO jobs (public_id, kind, status, run_at, created_at)
            VALUES (uuid_v7(), 'invoice.render', :status, :due, :due))",
                   {{"status", status}, {"due", app.clock.now() - ago}});
    }
    void schedule(std::chrono::seconds ahead) {
        db.execute("UPDATE job_schedules SET next_run_at = :at", {{"at", app.clock.now() + ahead}});
    }
    Browser signed_in() {
        auto browser = visitor();
        browser.set_cookie("__Host-sid", test::a_session(db, test::a_person(db), app.clock.now()));
        return browser;
    }
};

guard::HouseConfig without_database() {
    auto settings = test::house_for("ssr_support");
    settings.db.conninfo = "host=/nowhere dbname=none";
    return settings;
}
guard::HouseConfig without_redis() {
    auto settings = test::house_for("ssr_support");
    settings.redis_url = "unix:///nowhere/redis.sock";
    return settings;
}

std::string word(Json const& json, std::string const& of) { return json[of].text().value_or("none"); }

/// What stands between `before` and `after`, each time.
std::vector<std::string> all_between(std::string const& text, std::string const& before,
                                     std::string const& after) {
    std::vector<std::string> found;
    for (auto at = text.find(before); at != std::string::npos; at = text.find(before, at)) {
        at += before.size();
        found.push_back(text.substr(at, text.find(after, at) - at));
    }
    return found;
}

}  // namespace

BOOST_FIXTURE_TEST_SUITE(status_of_the_office, Site)

BOOST_AUTO_TEST_CASE(all_is_well_where_nothing_waits) {
    auto const page = visitor().get("/status");
    BOOST_TEST(int(page.status) == 200);
    for (auto const* text : {"Everything works", "Pages and database", "Sign-in and sessions",
                             "Background work", "check-circle-fill"})
        BOOST_TEST(shows(page, text), text);
    BOOST_TEST(!shows(page, "Late"));
    BOOST_TEST(!shows(page, "Does not answer"));
    auto const json = told();
    for (auto const* part : {"status", "database", "sessions", "background_work"})
        BOOST_TEST(word(json, part) == "ok", part);
    BOOST_TEST(json.object()->size() == 4u);
}

BOOST_AUTO_TEST_CASE(work_that_has_waited_for_more_than_five_minutes_is_late_and_no_outage) {
    enqueue(std::chrono::minutes{6});
    auto const page = visitor().get("/status");
    BOOST_TEST(int(page.status) == 200);
    BOOST_TEST(shows(page, "Mails and invoices are late"));
    BOOST_TEST(!shows(page, "Everything works"));
    BOOST_TEST(word(told(), "status") == "late");
    BOOST_TEST(word(told(), "background_work") == "late");
    BOOST_TEST(word(told(), "database") == "ok");
}

BOOST_AUTO_TEST_CASE(a_schedule_that_no_worker_minds_is_late_though_no_job_waits) {
    schedule(std::chrono::minutes{-6});
    BOOST_TEST(word(told(), "background_work") == "late");
}

BOOST_AUTO_TEST_CASE(work_that_is_due_soon_or_was_done_is_not_late) {
    schedule(std::chrono::minutes{-4});
    enqueue(std::chrono::minutes{4});
    enqueue(std::chrono::hours{-1});
    enqueue(std::chrono::hours{1}, "done");
    enqueue(std::chrono::hours{1}, "dead");
    BOOST_TEST(word(told(), "status") == "ok");
}

BOOST_AUTO_TEST_CASE(a_database_that_is_away_is_said_by_page_and_word) {
    Office away{without_database()};
    auto const page = away.visitor().get("/status");
    BOOST_TEST(int(page.status) == 503);
    for (auto const* text : {"A part of the office does not answer", "Does not answer", "Not known now"})
        BOOST_TEST(shows(page, text), text);
    auto const answer = away.visitor().prefers_json().get("/status");
    BOOST_TEST(int(answer.status) == 503);
    auto const json = json_of(answer);
    BOOST_TEST(word(json, "status") == "down");
    BOOST_TEST(word(json, "database") == "down");
    BOOST_TEST(word(json, "background_work") == "unknown");
    BOOST_TEST(word(json, "sessions") == "ok");
}

BOOST_AUTO_TEST_CASE(it_answers_somebody_whose_session_cannot_be_asked_for) {
    Office away{without_redis()};
    auto browser = away.visitor();
    browser.set_cookie("__Host-sid", test::a_session(db, test::a_person(db), app.clock.now()));
    browser.set_cookie("__Host-form", std::string(64, 'a'));
    auto const page = browser.get("/status");
    BOOST_TEST(int(page.status) == 503);
    BOOST_TEST(shows(page, "Sign-in and sessions"));
    auto const json = away.told();
    BOOST_TEST(word(json, "sessions") == "down");
    BOOST_TEST(word(json, "database") == "ok");
    BOOST_TEST(word(json, "background_work") == "ok");
    BOOST_TEST(int(browser.get("/terms/").status) == 503);  // where every other page gives up
}

BOOST_AUTO_TEST_CASE(it_costs_a_statement_and_a_round_trip_and_tells_no_secrets) {
    auto const page = signed_in().get("/status");
    BOOST_TEST(app.db.statements() == 1);
    BOOST_TEST(app.redis.round_trips() == 1);
    BOOST_TEST(!shows(page, house.release));
    BOOST_TEST(!shows(page, "jobs"));
    BOOST_TEST(int(visitor().get("/status/").status) == 404);
    BOOST_TEST(int(visitor().post("/status").status) == 405);
}

BOOST_AUTO_TEST_SUITE_END()

BOOST_FIXTURE_TEST_SUITE(pages_of_prose, Site)

BOOST_AUTO_TEST_CASE(terms_and_privacy_open_for_everybody_and_name_the_seller) {
    for (auto const* address : {"/terms/", "/privacy/"}) {
        auto const page = visitor().get(address);
        BOOST_TEST(int(page.status) == 200);
        for (auto const* text : {"Rao &amp; Sons", "1-2-3, Tank Bund, Hyderabad", "36AAACI1681G1ZQ",
                                 "href=\"mailto:office@example.test\"", "Last changed"})
            BOOST_TEST(shows(page, text), address << text);
        BOOST_TEST(shows(page, "href=\"/accounts/login/\""));
        auto const own = signed_in().get(address);
        BOOST_TEST(int(own.status) == 200);
        BOOST_TEST(shows(own, "href=\"/dashboard/\""));
        BOOST_TEST(!shows(own, "href=\"/accounts/login/\""));
    }
    for (auto const* address : {"/help/", "/support/", "/terms/more/"})
        BOOST_TEST(int(visitor().get(address).status) == 404, address);
}

BOOST_AUTO_TEST_CASE(they_are_made_once_and_cost_no_statement) {
    for (auto const* address : {"/terms/", "/privacy/"}) {
        visitor().get(address);
        visitor().get(address);
        BOOST_TEST(app.db.statements() == 0);
        BOOST_TEST(app.redis.round_trips() == 0);
    }
}

BOOST_AUTO_TEST_CASE(their_contents_lead_to_every_section_and_to_nothing_else) {
    for (auto const* address : {"/terms/", "/privacy/"}) {
        auto const html = visitor().get(address).body;
        auto const listed = all_between(html, "<li><a href=\"#", "\"");
        auto const sections = all_between(html, "<section><h2 id=\"", "\"");
        BOOST_TEST(listed == sections, boost::test_tools::per_element());
        BOOST_TEST(listed.size() > 5u);
    }
    auto const privacy = visitor().get("/privacy/").body;
    for (auto const& from_terms : all_between(visitor().get("/terms/").body, "\"/privacy/#", "\""))
        BOOST_TEST(privacy.find("<h2 id=\"" + from_terms + "\"") != std::string::npos, from_terms);
}

BOOST_AUTO_TEST_CASE(the_privacy_notice_names_what_a_copy_of_ones_data_holds_and_nothing_that_it_does_not) {
    auto const html = visitor().get("/privacy/").body;
    auto const section = all_between(html, "<h2 id=\"data\">", "</section>");
    BOOST_REQUIRE(section.size() == 1u);
    auto const terms = all_between(section.front(), "<dt>", "</dt>");
    std::set<std::string> const named{terms.begin(), terms.end()};
    std::set<std::string> held;
    for (auto const& each : privacy::export_sections()) held.insert(std::string{each.heading});
    for (auto const& each : held)
        BOOST_TEST(named.contains(each), each << " is held: name it in privacy.tpl, with its purpose");
    for (auto const& each : named) BOOST_TEST(held.contains(each), each << " is in no copy");
    BOOST_TEST(named.size() == terms.size());
}

BOOST_AUTO_TEST_CASE(the_privacy_notice_names_every_cookie_that_is_set) {
    auto const page = visitor().get("/privacy/");
    for (auto const* cookie : {"__Host-sid", "__Host-pre", "__Host-known", "__Host-form"})
        BOOST_TEST(shows(page, cookie), cookie);
}

BOOST_AUTO_TEST_CASE(without_somebody_to_write_to_the_handler_does_not_start) {
    auto const complaints = [](std::string const& email) {
        Environment environment{{{"SSR_CONTACT_EMAIL", email}}};
        support::Config::from(environment);
        return std::ranges::count_if(environment.complaints(), [](std::string const& each) {
            return each.find("SSR_CONTACT_EMAIL") != std::string::npos;
        });
    };
    BOOST_TEST(complaints("") == 1);
    BOOST_TEST(complaints("nobody") == 1);
    BOOST_TEST(complaints("office@example.test") == 0);
}

BOOST_AUTO_TEST_SUITE_END()
