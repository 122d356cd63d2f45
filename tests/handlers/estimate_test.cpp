#include <boost/test/unit_test.hpp>

#include "handlers/estimate_site.h"

using namespace ssr;
using test::header, test::json_of, test::shows;

namespace {

using test::EstimateSite;

std::string problem(web::Response const& answer) { return json_of(answer)["code"].text().value_or(""); }
std::string error_of(web::Response const& answer, std::string_view field) {
    return json_of(answer)["errors"][field].text().value_or("");
}

}  // namespace

BOOST_FIXTURE_TEST_SUITE(the_estimate_module, EstimateSite)

BOOST_AUTO_TEST_CASE(an_estimate_is_opened_and_counts_as_a_use) {
    auto browser = browser_of(ravi);
    BOOST_TEST(shows(browser.get("/estimate/"), "Electrical SSR 2025-26, version 1"));
    auto const at = open(browser);
    BOOST_TEST(shows(browser.get(at), "No items yet"));
    auto const uses =
        owner.db.one("SELECT count(*) AS n, min(action) AS action FROM usage_logs WHERE user_id = :user",
                     {{"user", ravi.id}}, [](db::Row const& row) {
                         return std::pair{row.integer("n"), row.text("action")};
                     });
    BOOST_TEST(uses.first == 1);
    BOOST_TEST(uses.second == "estimate.opened");
}

BOOST_AUTO_TEST_CASE(a_form_that_is_not_complete_opens_nothing_and_keeps_what_was_typed) {
    auto browser = browser_of(ravi);
    auto fields = opening("");
    fields["area"] = "moon";
    auto const answer = browser.post("/estimate/", fields);
    BOOST_TEST(int(answer.status) == 422);
    BOOST_TEST(shows(answer, "Enter the name of the work"));
    BOOST_TEST(shows(answer, "Choose where the work lies."));
    open(browser, "Block A");
    auto const taken = browser.post("/estimate/", opening("block a"));
    BOOST_TEST(int(taken.status) == 422);
    BOOST_TEST(shows(taken, "A work of this name exists here."));
    BOOST_TEST(shows(taken, "value=\"block a\""));
}

BOOST_AUTO_TEST_CASE(without_a_use_left_nothing_new_is_opened) {
    subscribe(sita, "active", std::chrono::days{30}, 1);
    auto browser = browser_of(sita);
    auto const at = open(browser, "The only one");
    auto const second = browser.post("/estimate/", opening("One more"));
    BOOST_TEST(header(second, "Location") == "/modules/estimate/");
    BOOST_TEST(int(browser.get(at).status) == 200);
    BOOST_TEST(!shows(browser.get("/works/"), "One more"));
}

BOOST_AUTO_TEST_CASE(the_worked_example_stands_on_the_page) {
    auto browser = browser_of(ravi);
    auto const page = browser.get(e1(browser));
    for (auto const* figure :
         {"34,272.00", "10,152.00", "43,644.00", "27,936.00", "36,373.50", "21,449.75", "1,73,827.25",
          "−3,500.00", "1,70,327.25", "1,703.27", "170.33", "1,73,904.12", "31,302.74", "4,793.14",
          "2,10,000.00", "2,05,206.86", "Rupees Two Lakh Ten Thousand Only"})
        BOOST_TEST(shows(page, figure), figure);
}

BOOST_AUTO_TEST_CASE(the_variant_of_the_worked_example_stands_on_the_page) {
    auto browser = browser_of(ravi);
    auto const at = e1(browser);
    browser.post(at + "save/", {{"version", "8"},
                                {"excess_tp", "5"},
                                {"named_provision", "shifting of existing meter board"},
                                {"named_amount", "2500"},
                                {"grand_total", "225000"}});
    auto const page = browser.get(at);
    for (auto const* figure : {"8,516.36", "1,82,420.48", "32,835.69", "2,500.00", "7,243.83", "2,17,756.17",
                               "Rupees Two Lakh Twenty Five Thousand Only"})
        BOOST_TEST(shows(page, figure), figure);
}

BOOST_AUTO_TEST_CASE(a_grand_total_that_is_too_small_is_refused_with_both_figures) {
    auto browser = browser_of(ravi);
    auto const at = e1(browser);
    web::Fields const fields{{"version", "8"}, {"grand_total", "2,05,000"}};
    auto const page = browser.post(at + "save/", fields);
    BOOST_TEST(int(page.status) == 422);
    BOOST_TEST(shows(page, "The grand total must be at least Rs. 2,05,206.86; it is short by Rs. 206.86."));
    BOOST_TEST(shows(page, "value=\"2,05,000\""));
    auto const told = browser.prefers_json().post(at + "save/", fields);
    BOOST_TEST(error_of(told, "grand_total").starts_with("The grand total must be at least"));
}

BOOST_AUTO_TEST_CASE(a_grand_total_that_later_quantities_made_too_small_is_told_beside_it) {
    auto browser = browser_of(ravi);
    auto const at = e1(browser);
    browser.post(at + "save/", {{"version", "8"}, {"qty.ELE-017", "15"}});
    BOOST_TEST(shows(browser.get(at),
                     "The grand total must be at least Rs. 2,18,352.22; it is short by Rs. 8,352.22."));
    browser.post(at + "save/", {{"version", "9"}, {"qty.ELE-017", "12"}});
    BOOST_TEST(!shows(browser.get(at), "it is short by"));
}

BOOST_AUTO_TEST_CASE(a_quantity_that_is_none_is_refused_beside_its_row_and_kept) {
    auto browser = browser_of(ravi);
    auto const at = e1(browser);
    for (auto const* quantity : {"-1", "12.3456", "0", "ten", "10,00,00,000", "1e3"}) {
        auto const page = browser.post(at + "save/", {{"version", "8"}, {"qty.ELE-017", quantity}});
        BOOST_TEST(int(page.status) == 422, quantity);
        BOOST_TEST(shows(page, "Enter a quantity between 0.001 and 9,99,99,999 with at most 3 decimals."));
        BOOST_TEST(shows(page, "value=\"" + std::string{quantity} + "\""), quantity);
    }
    BOOST_TEST(int(browser.post(at + "save/", {{"version", "8"}, {"qty.ELE-017", "0.001"}}).status) == 303);
}

BOOST_AUTO_TEST_CASE(a_script_saves_what_changed_and_is_told_the_figures) {
    auto browser = browser_of(ravi);
    auto const at = e1(browser);
    auto const saved =
        json_of(browser.prefers_json().post(at + "save/", {{"version", "8"}, {"qty.ELE-017", "13"}}));
    BOOST_TEST(saved["version"].integer().value() == 9);
    BOOST_TEST(saved["lines"]["ELE-017"]["amount"].integer().value() == 4728100);
    BOOST_TEST(saved["totals"]["items"].integer().value() == 17746425);
    BOOST_TEST(!saved["lines"]["ELE-003"].object());
    auto const rerated = json_of(
        browser.post(at + "save/", {{"version", "9"}, {"work_type", "original"}, {"area", "outside"}}));
    BOOST_TEST(rerated["lines"]["ELE-003"]["rate"].integer().value() == 73900);
    BOOST_TEST(rerated["totals"]["old"].integer().value() == 0);
}

BOOST_AUTO_TEST_CASE(a_stale_save_shows_the_newer_version_beside_what_was_typed) {
    auto browser = browser_of(ravi);
    auto other = browser_of(ravi);
    auto const at = e1(browser);
    other.post(at + "save/", {{"version", "8"}, {"qty.ELE-017", "15"}});
    auto const page =
        browser.post(at + "save/", {{"version", "8"}, {"qty.ELE-017", "14"}, {"qty.ELE-009", "6"}});
    BOOST_TEST(int(page.status) == 409);
    BOOST_TEST(shows(page, "Changed elsewhere at"));
    BOOST_TEST(shows(page, "Quantity of Ceiling Fans"));
    BOOST_TEST(shows(page, "value=\"14\""));
    BOOST_TEST(!shows(page, "Quantity of Power Plug Two Nos</td>"));
    BOOST_TEST(shows(page, "name=\"version\" value=\"9\""));
    auto const told = browser.prefers_json().post(at + "save/", {{"version", "8"}, {"qty.ELE-017", "14"}});
    BOOST_TEST(int(told.status) == 409);
    BOOST_TEST(problem(told) == "stale");
    BOOST_TEST(json_of(told)["now"]["values"]["qty.ELE-017"].text().value() == "15");
    BOOST_TEST(json_of(browser.post(at + "save/", {{"version", "9"}, {"qty.ELE-017", "14"}}))["version"]
                   .integer()
                   .value() == 10);
}

BOOST_AUTO_TEST_CASE(items_are_added_removed_brought_back_and_moved) {
    auto browser = browser_of(ravi);
    auto const at = e1(browser);
    auto const twice = browser.post(at + "add/", {{"version", "8"}, {"item.ELE-017", "1"}});
    BOOST_TEST(int(twice.status) == 409);
    BOOST_TEST(shows(twice, "Already selected"));
    auto const none = browser.post(at + "add/", {{"version", "8"}});
    BOOST_TEST(int(none.status) == 422);
    BOOST_TEST(shows(none, "Tick at least one item."));
    browser.post(at + "remove/", {{"version", "8"}, {"code", "ELE-017"}});
    auto const without = browser.get(at);
    BOOST_TEST(shows(without, "<strong>Ceiling Fans</strong> was removed."));
    BOOST_TEST(!shows(without, "data-line=\"ELE-017\""));
    auto const back = json_of(browser.prefers_json().post(at + "bring-back/", {{"version", "9"}}));
    auto const& row = (*back["rows"].array())[0];
    BOOST_TEST(row["place"].integer().value() == 3);
    BOOST_TEST(row["html"].text().value().find("value=\"12\"") != std::string::npos);
    auto const added = json_of(browser.post(at + "add/", {{"version", "10"}, {"item.ELE-013", "1"}}));
    BOOST_TEST((*added["rows"].array())[0]["place"].integer().value() == 7);
}

BOOST_AUTO_TEST_CASE(a_specification_is_edited_on_the_page_of_its_item) {
    auto browser = browser_of(ravi);
    auto const at = e1(browser);
    auto const page = browser.get(at + "item/?code=ELE-003");
    BOOST_TEST(int(page.status) == 200);
    BOOST_TEST(app.db.statements() <= 3);
    BOOST_TEST(shows(page, "Add GHMC allowance @40%"));
    BOOST_TEST(shows(page, "1,020.27"));
    auto const long_text = browser.post(
        at + "save/", {{"version", "8"}, {"qty.ELE-003", "43"}, {"text.ELE-003", std::string(3001, 'x')}});
    BOOST_TEST(int(long_text.status) == 422);
    BOOST_TEST(shows(long_text, "Enter a specification of at most 3,000 characters."));
    BOOST_TEST(shows(long_text, "value=\"43\""));
    browser.post(at + "save/", {{"version", "8"}, {"text.ELE-003", "Points as in \"Block A\" & <B>, తెలుగు"}});
    BOOST_TEST(shows(browser.get(at + "item/?code=ELE-003"),
                     "Points as in &quot;Block A&quot; &amp; &lt;B&gt;, తెలుగు"));
    BOOST_TEST(int(browser.get(at + "item/?code=ELE-999").status) == 404);
}

BOOST_AUTO_TEST_CASE(an_estimate_of_another_office_does_not_exist) {
    auto browser = browser_of(ravi);
    auto const at = e1(browser);
    subscribe(sita, "active", std::chrono::days{30});
    auto stranger = browser_of(sita);
    for (auto const* step : {"", "shelf/", "item/?code=ELE-003", "workbook/"})
        BOOST_TEST(int(stranger.get(at + step).status) == 404, step);
    web::Fields const fields{
        {"version", "8"}, {"code", "ELE-003"}, {"item.ELE-013", "1"}, {"place", "1"}, {"qty.ELE-003", "1"}};
    for (auto const* step : {"save/", "add/", "remove/", "bring-back/", "move/"})
        BOOST_TEST(int(stranger.post(at + step, fields).status) == 404, step);
    BOOST_TEST(!shows(stranger.get("/works/"), "Repairs to Block C"));
    BOOST_TEST(shows(browser.get(at), "value=\"42\""));
}

BOOST_AUTO_TEST_CASE(a_member_of_the_organisation_finds_its_works_and_changes_them) {
    auto browser = browser_of(ravi);
    auto const at = e1(browser);
    subscribe(sita, "active", std::chrono::days{30});
    join(sita, ravi.organization, "member");
    auto colleague = browser_of(sita);
    auto const works = colleague.get("/works/");
    BOOST_TEST((shows(works, "Repairs to Block C") && shows(works, "Rename")));
    BOOST_TEST(int(colleague.post(at + "save/", {{"version", "8"}, {"qty.ELE-017", "13"}}).status) == 303);
    BOOST_TEST(shows(browser.get(at), "value=\"13\""));
}

BOOST_AUTO_TEST_CASE(a_viewer_of_the_organisation_looks_at_its_works_and_changes_nothing) {
    auto browser = browser_of(ravi);
    auto const at = e1(browser);
    subscribe(sita, "active", std::chrono::days{30});
    join(sita, ravi.organization, "viewer");
    auto viewer = browser_of(sita);
    for (auto const& page : {viewer.get("/works/"), viewer.get(at)}) {
        BOOST_TEST(int(page.status) == 200);
        BOOST_TEST(shows(page, "You look at these works."));
        BOOST_TEST(!shows(page, "Rename"));
    }
    BOOST_TEST(int(viewer.get(at + "workbook/").status) == 200);
    web::Fields const fields{
        {"version", "8"}, {"code", "ELE-003"}, {"item.ELE-013", "1"}, {"place", "1"}, {"qty.ELE-003", "1"}};
    for (auto const* step : {"save/", "add/", "remove/", "bring-back/", "move/"})
        BOOST_TEST(int(viewer.post(at + step, fields).status) == 403, step);
    auto const work = owner.db.one("SELECT public_id FROM works WHERE organization_id = :organization",
                                   {{"organization", ravi.organization}},
                                   [](db::Row const& row) { return row.text("public_id"); });
    for (auto const* step : {"rename/", "delete/", "restore/"})
        BOOST_TEST(int(viewer.post("/works/" + work + "/" + step, {{"name", "Mine"}}).status) == 403, step);
    BOOST_TEST(int(viewer.post("/estimate/", opening("A new one")).status) == 403);
    BOOST_TEST(shows(browser.get(at), "value=\"42\""));
    BOOST_TEST(shows(browser.get("/works/"), "Repairs to Block C"));
}

BOOST_AUTO_TEST_CASE(a_token_of_another_form_saves_nothing) {
    auto browser = browser_of(ravi);
    auto const at = e1(browser);
    auto const answer = browser.without_token().post(at + "save/", {{"version", "8"}, {"qty.ELE-017", "99"}});
    BOOST_TEST(int(answer.status) == 403);
    BOOST_TEST(!shows(browser.get(at), "value=\"99\""));
}

BOOST_AUTO_TEST_CASE(nobody_is_let_in_without_a_session_or_without_the_module) {
    auto nobody = stranger();
    for (auto const* path : {"/estimate/", "/works/"})
        BOOST_TEST(header(nobody.get(path), "Location").starts_with("/accounts/login/"), path);
    auto without = browser_of(sita);
    BOOST_TEST(header(without.get("/estimate/"), "Location") == "/modules/estimate/");
    BOOST_TEST(header(without.post("/estimate/", opening("Mine")), "Location") == "/modules/estimate/");
    BOOST_TEST(int(without.get("/works/").status) == 200);
}

BOOST_AUTO_TEST_CASE(what_was_begun_is_finished_after_the_subscription_ended) {
    auto browser = browser_of(ravi);
    auto const at = e1(browser);
    end_subscription(ravi);
    auto const page = browser.get(at);
    BOOST_TEST(int(page.status) == 200);
    BOOST_TEST(shows(page, "Your subscription has ended."));
    BOOST_TEST(!shows(page, "Download Excel"));
    BOOST_TEST(int(browser.post(at + "save/", {{"version", "8"}, {"qty.ELE-017", "13"}}).status) == 303);
    BOOST_TEST(int(browser.post(at + "add/", {{"version", "9"}, {"item.ELE-013", "1"}}).status) == 303);
    for (auto const& closed : {browser.get(at + "workbook/"), browser.get("/estimate/"),
                               browser.post("/estimate/", opening("A new one"))})
        BOOST_TEST(header(closed, "Location") == "/modules/estimate/");
}

BOOST_AUTO_TEST_CASE(what_the_office_closed_is_closed_for_finishing_too) {
    auto browser = browser_of(ravi);
    auto const at = e1(browser);
    owner.db.execute("UPDATE subscriptions SET status = 'suspended' WHERE user_id = :user",
                     {{"user", ravi.id}});
    BOOST_TEST(header(browser.get(at), "Location") == "/modules/estimate/");
    auto const save = browser.prefers_json().post(at + "save/", {{"version", "8"}, {"qty.ELE-017", "13"}});
    BOOST_TEST(int(save.status) == 403);
    BOOST_TEST(problem(save) == "suspended");
}

BOOST_AUTO_TEST_CASE(the_editor_is_cheap) {
    auto browser = browser_of(ravi);
    auto const at = e1(browser);
    browser.get(at);
    BOOST_TEST(int(browser.get(at).status) == 200);
    BOOST_TEST(app.db.statements() <= 3);
    BOOST_TEST(app.redis.round_trips() == 1);
    browser.get("/works/");
    BOOST_TEST(app.db.statements() <= 3);
}

BOOST_AUTO_TEST_CASE(a_workbook_that_is_not_ready_says_all_that_is_missing) {
    auto browser = browser_of(ravi);
    auto const at = open(browser);
    auto const empty = browser.get(at + "workbook/");
    BOOST_TEST(int(empty.status) == 422);
    BOOST_TEST(shows(empty, "Select at least one item before downloading."));
    browser.post(at + "add/", {{"version", "1"}, {"item.ELE-017", "1"}, {"item.ELE-009", "1"}});
    auto const blank = browser.get(at + "workbook/");
    BOOST_TEST(int(blank.status) == 422);
    BOOST_TEST(
        shows(blank, "&quot;Ceiling Fans&quot; has no quantity. Enter a quantity or remove the item."));
    BOOST_TEST(shows(blank, "&quot;Power Plug Two Nos&quot; has no quantity."));
    auto const told = browser.prefers_json().get(at + "workbook/");
    BOOST_TEST(problem(told) == "not_ready");
    BOOST_TEST(error_of(told, "qty.ELE-017").ends_with("Enter a quantity or remove the item."));
}

BOOST_AUTO_TEST_CASE(the_workbook_is_a_file_of_its_work) {
    auto browser = browser_of(ravi);
    auto const answer = browser.get(e1(browser) + "workbook/");
    BOOST_TEST(int(answer.status) == 200);
    BOOST_TEST(answer.body.starts_with("PK"));
    BOOST_TEST(header(answer, "Content-Disposition") ==
               "attachment; filename=\"Estimate_Repairs to Block C.xlsx\"; "
               "filename*=UTF-8''Estimate_Repairs%20to%20Block%20C.xlsx");
}

BOOST_AUTO_TEST_CASE(works_are_found_renamed_deleted_and_brought_back) {
    auto browser = browser_of(ravi);
    BOOST_TEST(shows(browser.get("/works/"), "No works yet"));
    auto const at = open(browser, "Block A");
    open(browser, "Block B");
    auto const work = owner.db.one(
        "SELECT w.public_id FROM works w JOIN estimates e ON e.work_id = w.id WHERE e.public_id = CAST(:id "
        "AS uuid)",
        {{"id", at.substr(10, 36)}}, [](db::Row const& row) { return row.text("public_id"); });
    BOOST_TEST(shows(browser.get("/works/?q=block+a"), "Block A"));
    BOOST_TEST(!shows(browser.get("/works/?q=block+a"), "Block B"));
    BOOST_TEST(shows(browser.get("/works/?q=nothing"), "No work is called so"));
    auto const address = "/works/" + work + "/";
    BOOST_TEST(int(browser.post(address + "rename/", {{"name", "Block B"}}).status) == 409);
    BOOST_TEST(int(browser.post(address + "rename/", {{"name", " "}}).status) == 422);
    BOOST_TEST(int(browser.post(address + "rename/", {{"name", "Block A, east"}}).status) == 303);
    auto const deleted = browser.post(address + "delete/");
    BOOST_TEST(shows(browser.get(header(deleted, "Location")), "The work was deleted."));
    BOOST_TEST(int(browser.get(at).status) == 404);
    BOOST_TEST(int(browser_of(sita).post(address + "restore/").status) == 404);
    BOOST_TEST(int(browser.post(address + "restore/").status) == 303);
    BOOST_TEST(shows(browser.get(at), "Block A, east"));
    BOOST_TEST(int(browser_of(sita).post(address + "delete/").status) == 404);
    BOOST_TEST(int(browser_of(sita).post(address + "rename/", {{"name", "Mine"}}).status) == 404);
}

BOOST_AUTO_TEST_SUITE_END()
