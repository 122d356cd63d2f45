#include <boost/test/unit_test.hpp>

#include "admin/coupon_urls.h"
#include "handlers/admin_site.h"

using namespace ssr;
using test::header, test::json_of, test::shows;

namespace {

int status(web::Response const& answer) { return int(answer.status); }

// Coupons of this test's own.
struct Desk : test::Panel {
    std::string code = "DESK" + std::to_string(sita.id.value());

    /// As the page's form has it.
    web::Fields typed() {
        return {{"code", code},          {"discount_type", "percent"}, {"discount_percent", "10"},
                {"discount_rupees", ""}, {"max_discount", ""},         {"valid_from", ""},
                {"valid_until", ""},     {"usage_limit", ""},          {"per_user_limit", ""}};
    }
    /// As a program has it.
    web::Fields posted() {
        return {{"code", code},
                {"discount_type", "flat"},
                {"discount_value", "10000"},
                {"valid_until", "31-12-2099"},
                {"usage_limit", "5"},
                {"per_user_limit", "1"}};
    }
    /// What a page costs whoever is at work already; the guard's own statement among them.
    int statements_of(std::string const& address) {
        auto browser = desk();
        browser.get(address);
        browser.get(address);
        return app.db.statements();
    }
    std::string made() { return made(posted()); }
    std::string made(web::Fields const& fields) {
        auto const answer = program().post("/admin-panel/coupons/", fields);
        BOOST_REQUIRE_MESSAGE(status(answer) == 200, answer.body);
        return "/admin-panel/coupons/" + *json_of(answer)["coupon_id"].text() + "/";
    }
    /// "flat 10000 5 1 0 t": how the coupon stands in the table.
    std::string stored() {
        return owner.db.one(
            "SELECT concat_ws(' ', discount_type, discount_value, usage_limit, per_user_limit, times_used, "
            "is_active) "
            "AS line FROM coupons WHERE code = :code",
            {{"code", code}}, [](db::Row const& row) { return row.text("line"); });
    }
    void check_complaint(web::Fields fields, std::string const& name, std::string const& value,
                         std::string const& complaint) {
        fields[name] = value;
        auto const page = desk().post("/admin-panel/coupons/", fields);
        BOOST_TEST(status(page) == 422, name);
        BOOST_TEST(shows(page, complaint), name + ": " + complaint);
        BOOST_TEST(shows(page, "#f-" + name));
        auto const answer = program().post("/admin-panel/coupons/", fields);
        BOOST_TEST(json_of(answer)["errors"][name].text().value_or("") == complaint);
        BOOST_TEST(owner.db.one("SELECT count(*) AS n FROM coupons WHERE code = :code", {{"code", code}},
                                [](db::Row const& row) { return row.integer("n"); }) == 0);
    }
};

}  // namespace

BOOST_FIXTURE_TEST_SUITE(coupons_of_staff, Desk)

BOOST_AUTO_TEST_CASE(a_program_makes_a_coupon_with_the_fields_of_the_contract) {
    auto const address = made();
    BOOST_TEST(stored() == "flat 10000 5 1 0 t");
    auto const page = desk().get(address);
    for (auto const* text :
         {"₹ 100.00 off", "Till 31-12-2099", "0 of 5", "All modules", "Running", "No order yet"})
        BOOST_TEST(shows(page, text), text);
    BOOST_TEST(statements_of(address) <= 3);
}

BOOST_AUTO_TEST_CASE(a_person_makes_one_in_rupees_and_ticks_modules) {
    auto fields = typed();
    fields["discount_type"] = "flat";
    fields["discount_percent"] = "";
    fields["discount_rupees"] = "1,250.50";
    fields["module.bill"] = "1";
    auto const answer = desk().post("/admin-panel/coupons/", fields);
    BOOST_TEST(status(answer) == 303);
    BOOST_TEST(stored() == "flat 125050 0 t");
    auto const page = desk().get(header(answer, "Location"));
    for (auto const* text :
         {"The coupon is made.", "₹ 1,250.50 off", "<dd>Bill</dd>", "id=\"f-module.bill\""})
        BOOST_TEST(shows(page, text), text);
}

BOOST_AUTO_TEST_CASE(a_second_press_makes_one_coupon_and_another_of_that_code_is_complained_of) {
    auto fields = typed();
    fields["idempotency_key"] = "key-" + code;
    auto const first = desk().post("/admin-panel/coupons/", fields),
               second = desk().post("/admin-panel/coupons/", fields);
    BOOST_TEST(status(second) == 303);
    BOOST_TEST(header(first, "Location") == header(second, "Location"));
    fields["idempotency_key"] = "key-other-" + code;
    fields["code"] = " desk" + code.substr(4) + " ";
    auto const page = desk().post("/admin-panel/coupons/", fields);
    BOOST_TEST(status(page) == 422);
    BOOST_TEST(shows(page, "There is a coupon of this code already. Choose another code."));
    BOOST_TEST(shows(page, "value=\"" + fields["code"] + "\""));
}

BOOST_AUTO_TEST_CASE(what_is_wrong_is_said_beside_its_field) {
    check_complaint(typed(), "code", "\"><script>alert(1)</script>",
                    "Enter 2 to 40 letters and digits; - and _ may stand between.");
    check_complaint(typed(), "discount_type", "gift", "Choose per cent or a fixed amount.");
    check_complaint(typed(), "discount_percent", "101", "Enter a whole number from 1 to 100.");
    check_complaint(typed(), "discount_percent", "", "Enter a whole number from 1 to 100.");
    check_complaint(typed(), "discount_rupees", "5",
                    "Leave this empty: you chose the other kind of discount.");
    check_complaint(typed(), "valid_until", "31-02-2027", "Enter a day such as 31-12-2026.");
    check_complaint(typed(), "valid_until", "01-01-2020", "Enter a day that is not over.");
    check_complaint(typed(), "usage_limit", "0",
                    "Enter a whole number from 1 to 1,00,00,000, or leave it empty for no limit.");
    check_complaint(typed(), "per_user_limit", "99999999999999999999",
                    "Enter a whole number from 1 to 1,00,00,000, or leave it empty for no limit.");
    check_complaint(posted(), "discount_value", "-5", "Enter paise, from 1 to 1,00,00,000.");
    check_complaint(posted(), "max_discount_paise", "500",
                    "Leave this empty: a fixed amount is its own upper limit.");
    auto fields = typed();
    fields["valid_from"] = "02-01-2099";
    check_complaint(fields, "valid_until", "01-01-2099", "Enter a day on or after the first one.");
    auto const page = desk().post("/admin-panel/coupons/", {{"code", "\"><script>alert(1)</script>"}});
    BOOST_TEST(!shows(page, "<script>alert"));
}

BOOST_AUTO_TEST_CASE(nobody_sets_what_is_not_his_to_set) {
    auto fields = posted();
    for (auto const* name : {"times_used", "is_active", "id", "public_id"}) fields[name] = "0";
    fields["times_used"] = "4";
    auto const address = made(fields);
    BOOST_TEST(stored() == "flat 10000 5 1 0 t");
    auto const changed = desk().post(address, {{"usage_limit", "7"},
                                               {"per_user_limit", "1"},
                                               {"times_used", "3"},
                                               {"is_active", "0"},
                                               {"code", "OTHER"},
                                               {"discount_value", "99"}});
    BOOST_TEST(status(changed) == 303);
    BOOST_TEST(stored() == "flat 10000 7 1 0 t");
}

BOOST_AUTO_TEST_CASE(days_limits_and_modules_are_changed_later_and_a_limit_not_below_its_uses) {
    auto const address = made();
    owner.db.execute("UPDATE coupons SET times_used = 3 WHERE code = :code", {{"code", code}});
    auto const refused = desk().post(address, {{"usage_limit", "2"}, {"valid_until", "31-12-2098"}});
    BOOST_TEST(status(refused) == 422);
    BOOST_TEST(shows(refused, "It is in use more often than that."));
    BOOST_TEST(shows(refused, "value=\"31-12-2098\""));
    auto const saved = desk().post(address, {{"usage_limit", "3"}, {"module.estimate", "1"}});
    BOOST_TEST(header(saved, "Location") == address + "?done=changed");
    auto const page = desk().get(address);
    BOOST_TEST(shows(page, "Used up"));
    BOOST_TEST(shows(page, "<dd>Estimate</dd>"));
    BOOST_TEST(shows(page, "<dd class=\"num\">Always</dd>"));
    owner.db.execute("UPDATE coupons SET times_used = 0 WHERE code = :code", {{"code", code}});
}

BOOST_AUTO_TEST_CASE(an_end_within_a_day_stays_what_it_is_when_the_page_is_saved) {
    auto fields = posted();
    fields["valid_until"] = "2099-12-31T10:00:00Z";
    auto const address = made(fields);
    BOOST_TEST(shows(desk().get(address), "value=\"2099-12-31T10:00:00Z\""));
}

BOOST_AUTO_TEST_CASE(it_is_withdrawn_and_given_again) {
    auto const address = made();
    BOOST_TEST(header(desk().post(address + "withdraw/"), "Location") == address + "?done=withdrawn");
    auto const page = desk().get(address + "?done=withdrawn");
    BOOST_TEST(shows(page, "Withdrawn"));
    BOOST_TEST(shows(page, "The coupon is withdrawn."));
    BOOST_TEST(stored() == "flat 10000 5 1 0 f");
    BOOST_TEST(status(desk().post(address + "reinstate/")) == 303);
    BOOST_TEST(stored() == "flat 10000 5 1 0 t");
}

BOOST_AUTO_TEST_CASE(a_program_that_withdraws_or_reinstates_gets_json_and_a_browser_the_page) {
    auto const address = made();
    for (auto const* act : {"withdraw/", "reinstate/"}) {
        auto const answer = program().post(address + act);
        BOOST_TEST(status(answer) == 200, act);
        BOOST_TEST(address.ends_with("/" + *json_of(answer)["coupon_id"].text() + "/"), act);
        BOOST_TEST(status(desk().post(address + act)) == 303, act);
    }
}

BOOST_AUTO_TEST_CASE(the_list_is_filtered_by_code_and_state) {
    made();
    auto const page = desk().get("/admin-panel/coupons/?q=" + code);
    BOOST_TEST(shows(page, code));
    BOOST_TEST(statements_of("/admin-panel/coupons/") <= 2);
    BOOST_TEST(shows(desk().get("/admin-panel/coupons/?state=running&q=" + code), "0 of 5"));
    BOOST_TEST(shows(desk().get("/admin-panel/coupons/?state=over&q=" + code), "No coupon like that"));
    BOOST_TEST(status(desk().get("/admin-panel/coupons/?q=%27%22%3C&state=x&page=-1")) == 200);
}

BOOST_AUTO_TEST_CASE(what_is_not_there_is_not_found) {
    auto const nothing = "/admin-panel/coupons/" + new_public_id() + "/";
    BOOST_TEST(status(desk().get(nothing)) == 404);
    BOOST_TEST(status(desk().get("/admin-panel/coupons/1/")) == 404);
    for (auto const* act : {"", "withdraw/", "reinstate/"})
        BOOST_TEST(status(desk().post(nothing + act)) == 404, act);
}

BOOST_AUTO_TEST_CASE(neither_support_nor_a_user_may_and_money_is_given_with_a_fresh_code_only) {
    auto const address = made();
    auto const helper = test::a_person(owner.db, "support");
    for (auto const& person : {helper, sita}) {
        for (auto const& page :
             {std::string{"/admin-panel/coupons/"}, std::string{"/admin-panel/coupons/new/"}, address})
            BOOST_TEST(status(browser_of(person).get(page)) == 403, page);
        for (auto const& act :
             {std::string{"/admin-panel/coupons/"}, address, address + "withdraw/", address + "reinstate/"})
            BOOST_TEST(status(browser_of(person).post(act, posted())) == 403, act);
    }
    auto program_later = program();
    app.clock.shift_to(app.clock.now() + std::chrono::minutes{6});
    for (auto const& act : {std::string{"/admin-panel/coupons/"}, address, address + "reinstate/"}) {
        auto const answer = program_later.post(act, posted());
        BOOST_TEST(status(answer) == 403, act);
        BOOST_TEST(*json_of(answer)["code"].text() == "fresh_code_required");
    }
    BOOST_TEST(status(program_later.post(address + "withdraw/")) == 200);  // that gives nothing
    BOOST_TEST(stored() == "flat 10000 5 1 0 f");
}

BOOST_AUTO_TEST_SUITE_END()
