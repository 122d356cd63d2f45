#include <boost/test/unit_test.hpp>

#include "db/failure.h"
#include "handlers/subscriptions_site.h"
#include "support/small_book.h"

using namespace ssr;
using std::chrono::days;
using test::shows;

namespace {

// Half past three in the afternoon of 24-11-2026 in India.
struct Dashboards : test::Shopfront {
    Dashboards() { at("2026-11-24T10:00:00Z"); }

    void at(std::string const& moment) { app.clock.shift_to(*parse_instant(moment)); }
    web::Response seen_by(test::Person const& person) { return signed_in(person).get("/dashboard/"); }
    web::Response seen() { return seen_by(sita); }

    /// A work with its estimate of ₹ 2,10,000, changed so many days ago; the estimate's address.
    std::string a_work(test::Person const& person, std::string const& name, int days_ago = 0) {
        auto const id = new_public_id();
        owner.db.execute(R"(
            WITH made AS (
                INSERT INTO works (public_id, organization_id, user_id, name, created_at, updated_at)
                VALUES (uuid_v7(), :organization, :user, :name, :then, :then) RETURNING id)
            INSERT INTO estimates (public_id, work_id, work_type, area, dataset_version_id, items_total_paise, minimum_paise, sub_total_paise,
                                   ecv_paise, grand_total_paise, created_at, updated_at)
            SELECT cast(:id AS uuid), id, 'repair', 'municipal', :book, 21000000, 21000000, 21000000, 21000000, 21000000, :then, :then FROM made)",
                         {{"organization", person.organization},
                          {"user", person.id},
                          {"name", name},
                          {"then", app.clock.now() - days{days_ago}},
                          {"id", id},
                          {"book", book.version}});
        return "/estimate/" + id + "/";
    }
    void add_papers(std::string const& work, int workslips, int bills) {
        owner.db.execute(R"(
            WITH w AS (SELECT id FROM works WHERE name = :work AND organization_id = :organization),
                 slips AS (INSERT INTO workslips (public_id, work_id, number, created_at, updated_at)
                           SELECT uuid_v7(), id, n, :now, :now FROM w, generate_series(1, :workslips) n)
            INSERT INTO bills (public_id, work_id, bill_number, bill_type, created_at, updated_at)
            SELECT uuid_v7(), id, n, 'part', :now, :now FROM w, generate_series(1, :bills) n)",
                         {{"work", work},
                          {"organization", sita.organization},
                          {"workslips", workslips},
                          {"bills", bills},
                          {"now", app.clock.now()}});
    }
    /// From now on she works there.
    void join(test::Person const& boss, std::string_view role) {
        owner.db.execute(
            "INSERT INTO memberships (organization_id, user_id, role, created_at) VALUES (:there, :user, "
            ":role, :now)",
            {{"there", boss.organization}, {"user", sita.id}, {"role", role}, {"now", app.clock.now()}});
        owner.db.execute("UPDATE users SET organization_id = :there WHERE id = :user",
                         {{"there", boss.organization}, {"user", sita.id}});
    }
    void set(std::string const& what) {
        owner.db.execute("UPDATE subscriptions SET " + what + " WHERE user_id = :user", {{"user", sita.id}});
    }

    test::SmallBook book = test::a_small_book(owner.db);
};

}  // namespace

BOOST_FIXTURE_TEST_SUITE(dashboards, Dashboards)

BOOST_AUTO_TEST_CASE(it_greets_by_name_and_says_what_opens_a_module_while_none_is_open) {
    auto const nothing = seen();
    for (auto const* text : {"<h1>Good afternoon, Ravi</h1>",
                             "No module is open. Each card says what opens it.", ">Modules</h2>"})
        BOOST_TEST(shows(nothing, text), text);
    for (auto const* text : {"New estimate", "All works", "Recent works", "To do"})
        BOOST_TEST(!shows(nothing, text), text);
    subscribe("bill", "active", days{100});
    BOOST_TEST(!shows(seen(), "No module is open."));
}

BOOST_AUTO_TEST_CASE(who_has_estimate_and_no_work_yet_is_led_to_the_first_by_one_button) {
    subscribe("estimate", "active", days{100});
    auto const page = seen();
    for (auto const* text : {"Recent works", "No works yet", "New estimate"})
        BOOST_TEST(shows(page, text), text);
    BOOST_TEST(page.body.find("New estimate") == page.body.rfind("New estimate"));
    BOOST_TEST(!shows(page, "All works"));
    a_work(sita, "Repairs to Block C");
    BOOST_TEST(!shows(seen(), "No works yet"));
}

BOOST_AUTO_TEST_CASE(the_four_works_changed_last_lead_to_their_papers) {
    subscribe("estimate", "active", days{100});
    auto const address = a_work(sita, "Repairs to Block C");
    add_papers("Repairs to Block C", 2, 1);
    for (int n = 1; n <= 4; ++n) a_work(sita, "Older work " + std::to_string(n), n);
    auto const page = seen();
    for (auto const& text : {"Nothing waits for you.", "Changed 24-11-2026", "2,10,000.00", ">W2<", ">B1<",
                             "Older work 3", "All works", "New estimate"})
        BOOST_TEST(shows(page, text), text);
    for (auto const* text : {"Older work 4", ">W3<", ">B2<"}) BOOST_TEST(!shows(page, text), text);
    BOOST_TEST(shows(page, "href=\"" + address + "\">Repairs to Block C"));
    BOOST_TEST(page.body.find("Repairs to Block C") < page.body.find("Older work 1"));
}

BOOST_AUTO_TEST_CASE(deleted_works_and_those_of_others_are_not_shown) {
    subscribe("estimate", "active", days{100});
    auto const other = test::a_person(owner.db);
    a_work(other, "Work of another organisation");
    a_work(sita, "Work that was deleted");
    a_work(sita, "Work that is kept");
    owner.db.execute("UPDATE works SET deleted_at = updated_at WHERE name = 'Work that was deleted'");
    auto const page = seen();
    BOOST_TEST(shows(page, "Work that is kept"));
    BOOST_TEST(!shows(page, "Work that was deleted"));
    BOOST_TEST(!shows(page, "Work of another organisation"));
    BOOST_TEST(shows(seen_by(other), "Work of another organisation"));
}

BOOST_AUTO_TEST_CASE(a_viewer_sees_the_works_of_his_organisation_and_begins_none) {
    subscribe("estimate", "active", days{100});
    auto const boss = test::a_person(owner.db);
    a_work(sita, "Work of her own");
    join(boss, "viewer");
    BOOST_TEST(shows(seen(), "What its members make in this organisation stands here."));
    BOOST_TEST(!shows(seen(), "New estimate"));
    a_work(boss, "Work of the office");
    auto const page = seen();
    BOOST_TEST(shows(page, "Work of the office"));
    BOOST_TEST(!shows(page, "Work of her own"));
    BOOST_TEST(!shows(page, "New estimate"));
    owner.db.execute(
        "UPDATE memberships SET role = 'member' WHERE user_id = :user AND organization_id = :there",
        {{"user", sita.id}, {"there", boss.organization}});
    BOOST_TEST(shows(seen(), "New estimate"));
}

BOOST_AUTO_TEST_CASE(whose_estimate_has_ended_keeps_his_works_and_begins_none) {
    subscribe("estimate", "expired", days{-1});
    a_work(sita, "Repairs to Block C");
    auto const page = seen();
    for (auto const* text : {"Repairs to Block C", "All works", "Saved papers open and print."})
        BOOST_TEST(shows(page, text), text);
    BOOST_TEST(!shows(page, "New estimate"));
}

BOOST_AUTO_TEST_CASE(uses_of_a_period_are_counted_beside_their_limit) {
    subscribe("estimate", "active", days{100});
    BOOST_TEST(!shows(seen(), "this period"));
    set("usage_count = 1");
    BOOST_TEST(shows(seen(), "1 estimate this period"));
    BOOST_TEST(shows(seen(), "No limit"));
    set("usage_count = 38, usage_limit = 50");
    BOOST_TEST(shows(seen(), "38 estimates this period: 12 left"));
    BOOST_TEST(!shows(seen(), "No limit"));
}

BOOST_AUTO_TEST_CASE(an_order_waits_until_it_is_paid_or_too_old) {
    auto const placed_order = placed();
    auto const address = "/subscriptions/payments/" + *placed_order["payment_id"].text() + "/";
    auto const begun = seen();
    for (auto const& text :
         {std::string{"Finish paying for Estimate"}, std::string{"ordered 24-11-2026, 3:30 pm"}, address})
        BOOST_TEST(shows(begun, text), text);
    BOOST_TEST(!shows(seen_by(test::a_person(owner.db)), "Finish paying"));
    at("2026-11-25T10:10:00Z");
    BOOST_TEST(!shows(seen(), "Finish paying"));
    at("2026-11-24T10:10:00Z");
    BOOST_TEST(shows(seen(), "Finish paying"));
    program().post("/subscriptions/verify-payment/", paid(placed_order));
    BOOST_TEST(!shows(seen(), "Finish paying"));
}

BOOST_AUTO_TEST_CASE(what_ends_within_a_week_is_to_be_renewed) {
    subscribe("estimate", "active", days{7});
    subscribe("bill", "active", days{8});
    auto const page = seen();
    BOOST_TEST(shows(page, "Renew Estimate<small>Ends on 01-12-2026"));
    BOOST_TEST(!shows(page, "Renew Bill<small>"));
    set("cancel_at_period_end = true, cancelled_at = started_at");
    BOOST_TEST(!shows(seen(), "To do"));
}

BOOST_AUTO_TEST_CASE(a_trial_is_to_be_bought_in_its_last_days) {
    subscribe("estimate", "trial", days{3});
    subscribe("bill", "trial", days{4});
    auto const page = seen();
    BOOST_TEST(shows(page, "Buy Estimate<small>Trial ends on 27-11-2026"));
    BOOST_TEST(!shows(page, "Buy Bill<small>"));
}

BOOST_AUTO_TEST_CASE(what_ended_is_to_be_renewed_for_a_month) {
    subscribe("estimate", "expired", days{-29});
    subscribe("bill", "expired", days{-30});
    subscribe("workslip", "cancelled", days{-1});
    auto const page = seen();
    BOOST_TEST(shows(page, "Renew Estimate<small>Ended on 26-10-2026"));
    BOOST_TEST(!shows(page, "Renew Bill<small>"));
    BOOST_TEST(!shows(page, "Renew Workslip<small>"));
}

BOOST_AUTO_TEST_CASE(days_of_grace_and_a_limit_that_is_reached_are_told) {
    subscribe("estimate", "active", days{-1});
    BOOST_TEST(shows(seen(), "Renew Estimate<small>Ended on 23-11-2026, open till 26-11-2026"));
    set("expires_at = expires_at + interval '100 days', usage_limit = 5, usage_count = 5");
    BOOST_TEST(shows(seen(), "Renew Estimate<small>All uses of this period are taken"));
    set("usage_count = 4");
    BOOST_TEST(!shows(seen(), "To do"));
}

// As the design draws it: three modules, an order begun, four works with their papers.
BOOST_AUTO_TEST_CASE(a_full_dashboard_costs_three_statements_one_round_trip_and_16_kB) {
    subscribe("estimate", "active", days{110});
    set("usage_count = 38");
    subscribe("workslip", "trial", days{2});
    subscribe("bill", "expired", days{-6});
    for (auto const& [name, workslips, bills] :
         {std::tuple{"Repairs to electrical installation, Quarters Block C, Punjagutta", 1, 2},
          {"Rewiring of Sub-Registrar office, Ameerpet", 2, 0},
          {"Street lighting, approach road to Area Hospital", 0, 0},
          {"Replacement of fans and lights, ITI Hostel, Musheerabad", 1, 1}}) {
        a_work(sita, name);
        add_papers(name, workslips, bills);
    }
    placed();
    auto browser = signed_in();
    browser.get("/dashboard/");
    auto const page = browser.get("/dashboard/");
    BOOST_TEST(app.db.statements() == 3);
    BOOST_TEST(app.redis.round_trips() == 1);
    BOOST_TEST(page.body.size() < 16384u);
    for (auto const* text : {"Finish paying", "Buy Workslip", "Renew Bill", "Block C", "Musheerabad"})
        BOOST_TEST(shows(page, text), text);
}

BOOST_AUTO_TEST_CASE(the_shop_reads_the_list_of_works_and_nothing_in_a_paper) {
    for (auto const* inside : {"SELECT description FROM estimate_items", "SELECT content FROM workslips",
                               "SELECT content FROM bills", "SELECT settings FROM estimates"})
        BOOST_CHECK_THROW(app.db.execute(inside), db::Failure);
}

BOOST_AUTO_TEST_SUITE_END()
