#include <boost/test/unit_test.hpp>

#include "handlers/admin_site.h"

using namespace ssr;
using test::header, test::json_of, test::shows;

namespace {

int status(web::Response const& answer) { return int(answer.status); }

// Sita, whose access staff look at and change.
struct Desk : test::Panel {
    std::string page = address_of(sita);

    static std::string address_of(test::Person const& person) {
        return "/admin-panel/users/" + person.public_id.text() + "/";
    }
    static web::Fields wish(std::string till = "") {
        return {{"module", "estimate"},
                {"reason", "a demonstration for the <division>"},
                {"valid_until", std::move(till)}};
    }
    /// What a page costs whoever is at work already; the guard's own statement among them.
    int statements_of(std::string const& address) {
        auto browser = desk();
        browser.get(address);
        browser.get(address);
        return app.db.statements();
    }
    std::string granted(web::Fields const& fields = wish()) {
        auto const answer = program().post(page + "grant-access/", fields);
        BOOST_REQUIRE_MESSAGE(status(answer) == 200, answer.body);
        return *json_of(answer)["override_id"].text();
    }
    std::string reason(Module module = Module::estimate) {
        return std::string{code(app.access.of(sita.id, module).reason)};
    }
    std::int64_t count(std::string const& table, std::string const& where = "true") {
        return owner.db.one("SELECT count(*) AS n FROM " + table + " WHERE user_id = :user AND " + where,
                            {{"user", sita.id}}, [](db::Row const& row) { return row.integer("n"); });
    }
    void close_account() {
        owner.db.execute("UPDATE users SET is_active = false, banned_reason = 'fraud' WHERE id = :user",
                         {{"user", sita.id}});
    }
    /// Twenty days of Estimate; returns its page.
    std::string subscription() {
        auto const id = new_public_id();
        auto const now = app.clock.now();
        owner.db.execute(R"(
            INSERT INTO subscriptions (public_id, user_id, module_id, status, source, started_at, expires_at, usage_reset_at, created_at)
            SELECT cast(:id AS uuid), cast(:user AS bigint), id, 'active', 'purchase', cast(:now AS timestamptz),
                   cast(:now AS timestamptz) + interval '20 days', cast(:now AS timestamptz), cast(:now AS timestamptz)
              FROM modules WHERE code = 'estimate')",
                         {{"id", id}, {"user", sita.id}, {"now", now}});
        return "/admin-panel/subscriptions/" + id + "/";
    }
    /// A mandate of ₹ 1,180 that renews it.
    void mandate(std::string const& address) {
        owner.db.execute(R"(
            INSERT INTO mandates (public_id, user_id, module_id, subscription_id, status, months, pricing_snapshot, subtotal_paise,
                                  cgst_paise, sgst_paise, igst_paise, total_amount_paise, billing_name, billing_state_code,
                                  first_charge_at, authorise_by, created_at)
            SELECT uuid_v7(), user_id, module_id, id, 'created', 1, '{"price_paise": 100000}', 100000, 9000, 9000, 0, 118000, 'Sita', '36',
                   '2030-12-14T10:00:00Z', '2030-11-25T10:00:00Z', created_at
              FROM subscriptions WHERE :address LIKE '%' || public_id || '/')",
                         {{"address", address}});
    }
    void change_mandate(std::string const& to) {
        owner.db.execute("UPDATE mandates SET " + to + " WHERE user_id = :user", {{"user", sita.id}});
    }
};

}  // namespace

BOOST_FIXTURE_TEST_SUITE(access_by_staff, Desk)

BOOST_AUTO_TEST_CASE(people_are_found_by_number_and_shown_with_their_role) {
    auto const found = desk().get("/admin-panel/users/?q=" + sita.phone.e164().substr(3));
    BOOST_TEST(shows(found, page));
    BOOST_TEST(shows(found, sita.phone.e164()));
    BOOST_TEST(shows(found, sita.email.text()));
    BOOST_TEST(statements_of("/admin-panel/users/?q=" + sita.phone.e164().substr(3)) <= 2);
    for (auto const* query : {"?q=nobody%40example.test", "?q=zzzzz", "?role=superadmin&state=banned"})
        BOOST_TEST(shows(desk().get(std::string{"/admin-panel/users/"} + query), "Nobody like that"), query);
    BOOST_TEST(status(desk().get("/admin-panel/users/?q=%27%22%3C%25&role=x&state=y&page=99999999999")) ==
               200);
}

BOOST_AUTO_TEST_CASE(a_person_s_page_says_who_he_is_what_he_may_open_and_why) {
    subscription();
    granted({{"module", "bill"}, {"reason", "a demonstration"}, {"valid_until", "31-12-2099"}});
    auto const shown = desk().get(page);
    BOOST_TEST(status(shown) == 200);
    BOOST_TEST(statements_of(page) <= 4);
    for (auto const* text :
         {"Ravi Kumar", "Paid for, till", "Opened by hand", "Never bought, no trial taken.", "31-12-2099",
          "36 Telangana", "a demonstration", "/admin-panel/payments/?q=%2B91", "Open module", "Close module"})
        BOOST_TEST(shows(shown, text), text);
}

BOOST_AUTO_TEST_CASE(a_grant_opens_at_once_is_told_and_is_answered_with_its_number) {
    auto const id = granted(wish("31-12-2099"));
    BOOST_TEST(reason() == "granted");
    BOOST_TEST(reason(Module::bill) == "no_subscription");
    BOOST_TEST(count("outbox_messages", "kind = 'access'") == 1);
    BOOST_TEST(count("module_access_overrides", "valid_until = '2100-01-01T00:00+05:30'") == 1);
    auto const shown = desk().get(page);
    BOOST_TEST(shows(shown, "a demonstration for the &lt;division&gt;"));
    BOOST_TEST(shows(shown, id));
}

BOOST_AUTO_TEST_CASE(a_person_presses_the_button_and_is_led_back_to_the_page) {
    auto answer = desk().post(page + "grant-access/", wish());
    BOOST_TEST(header(answer, "Location") == page + "?done=granted");
    BOOST_TEST(shows(desk().get(page + "?done=granted"), "The module is open. The person is told."));
    answer = desk().post(page + "revoke-access/", wish());
    BOOST_TEST(header(answer, "Location") == page + "?done=revoked");
    BOOST_TEST(reason() == "revoked_by_staff");
    BOOST_TEST(count("module_access_overrides", "ended_at IS NULL") == 1);
}

BOOST_AUTO_TEST_CASE(a_second_press_changes_nothing) {
    auto fields = wish();
    fields["idempotency_key"] = "key-" + sita.public_id.text();
    BOOST_TEST(granted(fields) == granted(fields));
    BOOST_TEST(count("module_access_overrides") == 1);
    BOOST_TEST(count("outbox_messages", "kind = 'access'") == 1);
}

BOOST_AUTO_TEST_CASE(what_is_wrong_stands_beside_its_field_and_all_that_was_typed_stays) {
    struct {
        char const *name, *value, *complaint;
    } const cases[] = {
        {"module", "pottery", "Choose a module."},
        {"reason", " ", "Enter a reason, at most 500 characters."},
        {"valid_until", "yesterday", "Enter a day such as 31-12-2026."},
        {"valid_until", "01-01-2020", "Enter a day that is not over."},
    };
    for (auto const& [name, value, complaint] : cases) {
        auto fields = wish();
        fields[name] = value;
        for (auto const* act : {"grant-access/", "revoke-access/"}) {
            auto const answer = desk().post(page + act, fields);
            BOOST_TEST(status(answer) == 422, complaint);
            BOOST_TEST(shows(answer, complaint), complaint);
            BOOST_TEST(shows(answer, std::string{"#f-"} + name));
        }
        auto const told = program().post(page + "grant-access/", fields);
        BOOST_TEST(json_of(told)["errors"][name].text().value_or("").starts_with(complaint), complaint);
    }
    auto fields = wish("01-01-2020");
    BOOST_TEST(
        shows(desk().post(page + "revoke-access/", fields), "a demonstration for the &lt;division&gt;"));
    BOOST_TEST(count("module_access_overrides") == 0);
}

BOOST_AUTO_TEST_CASE(a_form_that_came_back_is_put_back_after_the_fresh_code) {
    for (auto const& address :
         {page + "grant-access/", page + "revoke-access/", subscription() + "suspend/"}) {
        auto browser = desk();
        auto fields = wish("31-12-2099");
        fields["reason"] = "";
        BOOST_TEST(status(browser.on_page(page).post(address, fields)) == 422);
        app.clock.shift_to(app.clock.now() + std::chrono::minutes{6});
        auto const led = browser.on_page(address).post(address, wish("31-12-2099"));
        BOOST_TEST(header(led, "Location").starts_with("/accounts/verify-totp/"));
        auto const back = browser.get(address);
        BOOST_TEST(status(back) == 200);
        BOOST_TEST(shows(back, "Your form is as you left it."), address);
        BOOST_TEST(shows(back, "a demonstration for the &lt;division&gt;"));
    }
}

BOOST_AUTO_TEST_CASE(nothing_is_granted_to_whoever_may_not_come_in) {
    close_account();
    auto const refused = program().post(page + "grant-access/", wish());
    BOOST_TEST(status(refused) == 409);
    BOOST_TEST(*json_of(refused)["code"].text() == "user_banned");
    auto const shown = desk().post(page + "grant-access/", wish());
    BOOST_TEST(status(shown) == 409);
    BOOST_TEST(shows(shown, "This account is closed."));
    BOOST_TEST(shows(shown, "Reason: fraud."));
    BOOST_TEST(!shows(shown, "Open module"));
    BOOST_TEST(count("module_access_overrides") == 0);
}

BOOST_AUTO_TEST_CASE(nobody_grants_to_himself_nor_to_those_above) {
    auto const chief = test::a_person(owner.db, "superadmin");
    for (auto const& person : {admin, chief}) {
        auto const address = address_of(person);
        for (auto const* act : {"grant-access/", "revoke-access/"})
            BOOST_TEST(status(program().post(address + act, wish())) == 403, act);
        auto const shown = desk().get(address);
        BOOST_TEST(status(shown) == 200);
        BOOST_TEST(!shows(shown, "Open module"));
        BOOST_TEST(shows(shown, "Nobody changes his own access"));
    }
}

BOOST_AUTO_TEST_CASE(what_was_opened_is_ended_after_one_more_question) {
    auto const address = page + "overrides/" + granted() + "/end/";
    BOOST_TEST(shows(desk().get(page), address));
    auto const question = desk().get(address);
    for (auto const* text : {"End the access to Estimate?", "closes on the person", "End the access"})
        BOOST_TEST(shows(question, text), text);
    BOOST_TEST(reason() == "granted");
    BOOST_TEST(header(desk().post(address), "Location") == page + "?done=ended");
    BOOST_TEST(reason() == "no_subscription");
    BOOST_TEST(count("outbox_messages", "kind = 'access'") == 2);
    auto const again = desk().post(address);
    BOOST_TEST(status(again) == 409);
    BOOST_TEST(shows(again, "This has ended already."));
    auto const other = test::a_person(owner.db);
    BOOST_TEST(status(desk().get(address_of(other) + address.substr(page.size()))) == 404);
    BOOST_TEST(status(desk().post(address_of(other) + address.substr(page.size()))) == 404);
}

BOOST_AUTO_TEST_CASE(a_subscription_is_paused_and_goes_on_with_its_time_given_back) {
    auto const address = subscription();
    auto const shown = desk().get(address);
    for (auto const* text : {"Pause it", "The closed time is added at its end", "Pause Estimate"})
        BOOST_TEST(shows(shown, text), text);
    BOOST_TEST(statements_of(address) <= 3);
    auto const without = desk().post(address + "suspend/", {{"reason", ""}});
    BOOST_TEST(status(without) == 422);
    BOOST_TEST(shows(without, "#f-reason"));
    BOOST_TEST(header(desk().post(address + "suspend/", {{"reason", "asked by telephone"}}), "Location") ==
               address + "?done=suspended");
    BOOST_TEST(reason() == "suspended");
    auto const again = desk().post(address + "suspend/", {{"reason", "asked by telephone"}});
    BOOST_TEST(status(again) == 409);
    BOOST_TEST(shows(again, "Let Estimate go on"));
    auto const answer = program().post(address + "resume/", {{"reason", "settled"}});
    BOOST_TEST(*json_of(answer)["status"].text() == "active");
    BOOST_TEST(reason() == "subscribed");
    BOOST_TEST(status(program().post(address + "resume/", {{"reason", "settled"}})) == 409);
    BOOST_TEST(count("outbox_messages", "kind = 'access'") == 2);
}

BOOST_AUTO_TEST_CASE(what_renews_a_subscription_stands_beside_it) {
    auto const address = subscription();
    BOOST_TEST(shows(desk().get(address), "No mandate"));
    mandate(address);
    BOOST_TEST(shows(desk().get(address), "Not authorised yet; can be till 25-11-2030, 3:30 pm"));
    change_mandate(
        "status = 'active', method = 'upi', authorised_at = created_at, gateway_subscription_id = 'sub_' || "
        "id");
    auto const on = desk().get(address);
    BOOST_TEST(shows(on, "On: ₹ 1,180.00 on 14-12-2030 by UPI"));
    BOOST_TEST(!shows(on, "No mandate"));
    change_mandate("status = 'pending', next_charge_at = '2030-12-15T10:00:00Z'");
    BOOST_TEST(shows(desk().get(address), "The bank refused ₹ 1,180.00; tried again on 15-12-2030"));
    change_mandate("status = 'cancelled', ended_at = '2030-12-15T12:00:00Z', end_reason = 'paid_by_hand'");
    BOOST_TEST(shows(desk().get(address), "Off since 15-12-2030: paid by hand"));
}

BOOST_AUTO_TEST_CASE(all_subscriptions_are_listed_and_filtered) {
    auto const address = subscription();
    auto const whose = "&q=" + sita.phone.e164().substr(3);
    for (auto const* query :
         {"?state=active", "?module=estimate", "?ends=30", "?module=estimate&state=active&ends=30"})
        BOOST_TEST(shows(desk().get("/admin-panel/subscriptions/" + (query + whose)), address), query);
    BOOST_TEST(statements_of("/admin-panel/subscriptions/?ends=30") <= 2);
    for (auto const* query : {"?state=expired", "?module=bill", "?ends=7"})
        BOOST_TEST(
            shows(desk().get("/admin-panel/subscriptions/" + (query + whose)), "No subscription like that"),
            query);
    BOOST_TEST(status(desk().get("/admin-panel/subscriptions/?module=x&state=x&ends=x&page=0")) == 200);
}

BOOST_AUTO_TEST_CASE(what_is_not_there_is_not_found) {
    auto const nobody = "/admin-panel/users/" + new_public_id() + "/";
    auto const nothing = "/admin-panel/subscriptions/" + new_public_id() + "/";
    for (auto const& address :
         {nobody, nothing, std::string{"/admin-panel/users/1/"}, std::string{"/admin-panel/subscriptions/x/"},
          page + "overrides/" + new_public_id() + "/end/", nobody + "overrides/" + new_public_id() + "/end/"})
        BOOST_TEST(status(desk().get(address)) == 404, address);
    for (auto const& address : {nobody + "grant-access/", nobody + "revoke-access/", nothing + "suspend/",
                                nothing + "resume/", page + "overrides/" + new_public_id() + "/end/"})
        BOOST_TEST(status(desk().post(address, wish())) == 404, address);
}

BOOST_AUTO_TEST_CASE(neither_support_nor_a_user_may_and_access_is_changed_with_a_fresh_code_only) {
    auto const held = subscription();
    auto const end = page + "overrides/" + granted() + "/end/";
    std::vector<std::string> const pages{"/admin-panel/users/", page, end, "/admin-panel/subscriptions/",
                                         held};
    std::vector<std::string> const acts{page + "grant-access/", page + "revoke-access/", end,
                                        held + "suspend/", held + "resume/"};
    auto const helper = test::a_person(owner.db, "support");
    for (auto const& person : {helper, sita}) {
        for (auto const& address : pages) BOOST_TEST(status(browser_of(person).get(address)) == 403, address);
        for (auto const& address : acts)
            BOOST_TEST(status(browser_of(person).post(address, wish())) == 403, address);
    }
    auto later = program();
    app.clock.shift_to(app.clock.now() + std::chrono::minutes{6});
    for (auto const& address : acts) {
        auto const answer = later.post(address, wish());
        BOOST_TEST(status(answer) == 403, address);
        BOOST_TEST(*json_of(answer)["code"].text() == "fresh_code_required");
    }
    BOOST_TEST(reason() == "granted");
}

BOOST_AUTO_TEST_SUITE_END()
