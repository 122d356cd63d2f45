#include <boost/test/unit_test.hpp>

#include <fstream>
#include <sstream>
#include <thread>

#include "domain/works/estimates.h"
#include "support/database.h"
#include "support/people.h"
#include "support/small_book.h"

using namespace ssr;
using namespace ssr::works;
using Why = NotSaved::Why;

namespace {

/// One browser's way to the estimates: a connection of its own, as the handler's role.
struct Desk {
    explicit Desk(Clock const& clock) : db{{test::clone_as("ssr_estimate")}}, estimates{db, clock} {}
    db::Session db;
    Estimates estimates;
    WorkStore works{db};
    BookShelf books{db};
};

struct Office : test::Database {
    FixedClock clock{*parse_instant("2026-11-24T09:02:00Z")};
    Desk desk{clock};
    test::Person ravi = test::a_person(db), stranger = test::a_person(db);
    test::SmallBook book = test::a_small_book(db);
    Owner const own{ravi.id, ravi.organization}, other{stranger.id, stranger.organization};
    int names = 0;

    NewEstimate wanted(std::string const& name) const {
        return {*WorkName::parse(name), WorkType::repair, Area::municipal, book.id};
    }
    PublicEstimateId open(std::string const& name = "Repairs to Block C") {
        auto const id = desk.estimates.open(own, wanted(name), [](auto const&) { return true; });
        BOOST_REQUIRE(bool(id));
        return *id;
    }
    Estimate now(PublicEstimateId const& id) { return *desk.estimates.find(own, id); }
    /// With those items; every save must succeed.
    PublicEstimateId with_items(std::vector<std::string> const& codes) {
        auto const id = open();
        BOOST_REQUIRE(bool(desk.estimates.add_items(own, id, 1, codes)));
        return id;
    }
    PublicEstimateId e1() {
        std::vector<std::string> codes;
        Changes changes{.old_material = Money::from_rupees(3500),
                        .grand_total = std::optional{Money::from_rupees(210000)}};
        for (auto const& item : test::kE1) {
            codes.emplace_back(item.code);
            changes.quantities[item.code] = Quantity::parse(item.quantity);
        }
        auto const id = with_items(codes);
        BOOST_REQUIRE(bool(desk.estimates.save(own, id, 2, changes)));
        return id;
    }
    Why why(Saved const& saved) {
        BOOST_REQUIRE(!saved);
        return saved.error().why;
    }
};

Json example_e1() {
    std::ifstream file{SSR_SOURCE_DIR "/tests/examples/work.json"};
    std::stringstream text;
    text << file.rdbuf();
    return (*(*Json::parse(text.str()))["examples"].array())[0]["expected"];
}

Changes quantity(std::string const& code, char const* text) {
    return {.quantities = {{code, Quantity::parse(text)}}};
}

}  // namespace

BOOST_FIXTURE_TEST_SUITE(estimates_of_an_office, Office)

BOOST_AUTO_TEST_CASE(the_worked_example_stands_in_the_database_to_the_paisa) {
    auto const id = e1();
    auto const expected = example_e1();
    auto const& totals = expected["totals"];
    db.one("SELECT * FROM estimates WHERE public_id = CAST(:id AS uuid)", {{"id", id}},
           [&](db::Row const& row) {
               for (auto const& [column, name] : {std::pair{"items_total_paise", "items_total"},
                                                  {"ecv_paise", "ecv"},
                                                  {"lc_paise", "lc"},
                                                  {"qc_paise", "qc"},
                                                  {"nac_paise", "nac"},
                                                  {"sub_total_paise", "sub_total"},
                                                  {"gst_paise", "gst"},
                                                  {"minimum_paise", "minimum_grand_total"},
                                                  {"ls_unforeseen_paise", "ls_unforeseen"},
                                                  {"grand_total_paise", "grand_total"}})
                   BOOST_TEST(row.money(column).plain() == *totals[name].text(), column);
               return 0;
           });
    auto const estimate = now(id);
    auto const& lines = *expected["lines"].array();
    BOOST_REQUIRE(estimate.lines.size() == lines.size());
    for (std::size_t at = 0; at < lines.size(); ++at) {
        BOOST_TEST(estimate.lines[at].name == *lines[at]["name"].text());
        BOOST_TEST(estimate.lines[at].unit == *lines[at]["unit"].text());
        BOOST_TEST(estimate.lines[at].rate.plain() == *lines[at]["rate"].text());
        BOOST_TEST(estimate.lines[at].amount.plain() == *lines[at]["amount"].text());
    }
    BOOST_TEST(estimate.totals.grand_total.in_words() == *totals["grand_total_words"].text());
}

BOOST_AUTO_TEST_CASE(the_variant_with_excess_premium_stands_there_too) {
    auto const id = e1();
    auto const saved = desk.estimates.save(own, id, 3,
                                           {.excess_tp = Percent::whole(5),
                                            .named_provision = "shifting of existing meter board",
                                            .named_amount = Money::from_rupees(2500),
                                            .grand_total = std::optional{Money::from_rupees(225000)}});
    BOOST_REQUIRE(bool(saved));
    BOOST_TEST((now(id).totals == saved->totals));
    BOOST_TEST(now(id).totals.excess_tp.plain() == "8516.36");
    BOOST_TEST(now(id).totals.ls_unforeseen.plain() == "7243.83");
}

BOOST_AUTO_TEST_CASE(a_grand_total_below_the_minimum_leaves_everything_as_it_was) {
    auto const id = e1();
    auto const refused =
        desk.estimates.save(own, id, 3, {.grand_total = std::optional{Money::from_rupees(205000)}});
    BOOST_TEST(bool(why(refused) == Why::refused));
    BOOST_TEST(refused.error().refused.front().minimum.plain() == "205206.86");
    BOOST_TEST(now(id).totals.grand_total.plain() == "210000.00");
    BOOST_TEST(now(id).version == 3);
}

BOOST_AUTO_TEST_CASE(an_estimate_of_another_office_does_not_exist) {
    auto const id = with_items({"ELE-017"});
    auto& estimates = desk.estimates;
    BOOST_TEST(!estimates.find(other, id));
    BOOST_TEST(bool(why(estimates.save(other, id, 2, quantity("ELE-017", "5"))) == Why::not_found));
    BOOST_TEST(bool(why(estimates.add_items(other, id, 2, {"ELE-009"})) == Why::not_found));
    BOOST_TEST(bool(why(estimates.remove_item(other, id, 2, "ELE-017")) == Why::not_found));
    BOOST_TEST(bool(why(estimates.bring_back(other, id, 2)) == Why::not_found));
    BOOST_TEST(bool(why(estimates.move_item(other, id, 2, "ELE-017", 1)) == Why::not_found));
    BOOST_TEST(now(id).version == 2);
}

BOOST_AUTO_TEST_CASE(a_save_over_an_older_version_is_refused_with_the_newer_one) {
    auto const id = with_items({"ELE-017"});
    BOOST_REQUIRE(bool(desk.estimates.save(own, id, 2, quantity("ELE-017", "12"))));
    auto const stale = desk.estimates.save(own, id, 2, quantity("ELE-017", "15"));
    BOOST_TEST(bool(why(stale) == Why::stale));
    BOOST_TEST(stale.error().now->version == 3);
    BOOST_TEST(stale.error().now->lines[0].quantity->text() == "12");
    BOOST_TEST(bool(why(desk.estimates.add_items(own, id, 2, {"ELE-009"})) == Why::stale));
    BOOST_TEST(bool(why(desk.estimates.remove_item(own, id, 2, "ELE-017")) == Why::stale));
    BOOST_TEST(bool(why(desk.estimates.move_item(own, id, 2, "ELE-017", 1)) == Why::stale));
}

BOOST_AUTO_TEST_CASE(a_save_whose_answer_was_lost_is_known_when_it_is_sent_again) {
    auto const id = with_items({"ELE-017"});
    auto const first = desk.estimates.save(own, id, 2, quantity("ELE-017", "12"));
    auto const again = desk.estimates.save(own, id, 2, quantity("ELE-017", "12"));
    BOOST_REQUIRE((first && again));
    BOOST_TEST(again->version == 3);
    auto const removed = desk.estimates.remove_item(own, id, 3, "ELE-017");
    auto const removed_again = desk.estimates.remove_item(own, id, 3, "ELE-017");
    BOOST_REQUIRE((removed && removed_again));
    BOOST_TEST(removed_again->version == 4);
}

BOOST_AUTO_TEST_CASE(of_two_browsers_that_save_at_once_one_is_told_of_the_other) {
    auto const id = with_items({"ELE-017"});
    for (int round = 0; round < 10; ++round) {
        int const seen = now(id).version;
        std::atomic<int> saved = 0, stale = 0;
        std::vector<std::thread> browsers;
        for (int browser = 1; browser <= 2; ++browser)
            browsers.emplace_back([&, browser] {
                Desk there{clock};
                auto const answer = there.estimates.save(
                    own, id, seen, quantity("ELE-017", std::to_string(10 * round + browser).c_str()));
                if (answer)
                    ++saved;
                else if (answer.error().why == Why::stale)
                    ++stale;
            });
        for (auto& browser : browsers) browser.join();
        BOOST_TEST(saved == 1);
        BOOST_TEST(stale == 1);
        BOOST_TEST(now(id).version == seen + 1);
    }
}

BOOST_AUTO_TEST_CASE(of_two_estimates_of_one_name_opened_at_once_one_is_opened) {
    std::atomic<int> opened = 0, taken = 0;
    std::vector<std::thread> browsers;
    for (auto const* name : {"Repairs to Block D", "REPAIRS to Block D"})
        browsers.emplace_back([&, name] {
            Desk there{clock};
            auto const id = there.estimates.open(own, wanted(name), [](auto const&) { return true; });
            ++(id ? opened : taken);
        });
    for (auto& browser : browsers) browser.join();
    BOOST_TEST(opened == 1);
    BOOST_TEST(taken == 1);
    BOOST_TEST(desk.works.list(ravi.organization, "block", 1).total == 1);
}

BOOST_AUTO_TEST_CASE(nothing_is_opened_where_it_may_not_be) {
    auto const refused = desk.estimates.open(own, wanted("Block E"), [](auto const&) { return false; });
    BOOST_REQUIRE(!refused);
    BOOST_TEST(bool(refused.error() == NotOpened::not_allowed));
    BOOST_TEST(desk.works.list(ravi.organization, "", 1).total == 0);
    auto unknown = wanted("Block E");
    unknown.book = PublicDatasetId::fresh();
    auto const no_book = desk.estimates.open(own, unknown, [](auto const&) { return true; });
    BOOST_TEST(bool(no_book.error() == NotOpened::no_such_book));
}

BOOST_AUTO_TEST_CASE(the_name_of_another_work_is_taken_and_ones_own_is_not) {
    auto const first = open("Block A");
    auto const second = open("Block B");
    auto const& works = desk.works.list(ravi.organization, "", 1).works;
    BOOST_REQUIRE(works.size() == 2u);
    auto const name = [](char const* text) { return *WorkName::parse(text); };
    auto const rename = [&](PublicEstimateId const& id, char const* to) {
        return desk.works.rename(ravi.organization, now(id).work, name(to), clock.now());
    };
    BOOST_TEST(bool(rename(second, "block a") == WorkStore::Renamed::name_taken));
    BOOST_TEST(bool(rename(second, "BLOCK B") == WorkStore::Renamed::done));
    BOOST_TEST(bool(why(desk.estimates.save(own, second, 1, {.work_name = "Block A"})) == Why::name_taken));
    BOOST_TEST(bool(desk.estimates.save(own, second, 1, {.work_name = "Block B, Punjagutta"})));
    BOOST_TEST(now(second).work_name == "Block B, Punjagutta");
    BOOST_TEST(bool(desk.works.rename(stranger.organization, now(first).work, name("Mine"), clock.now()) ==
                    WorkStore::Renamed::not_found));
}

BOOST_AUTO_TEST_CASE(a_deleted_work_is_gone_until_it_is_brought_back) {
    auto const id = open("Block A");
    auto const work = now(id).work;
    BOOST_TEST(!desk.works.mark_deleted(stranger.organization, work, clock.now()));
    BOOST_TEST(desk.works.mark_deleted(ravi.organization, work, clock.now()));
    BOOST_TEST(!desk.estimates.find(own, id));
    BOOST_TEST(bool(desk.works.restore(stranger.organization, work) == WorkStore::Restored::not_found));
    auto const second = open("Block A");
    BOOST_TEST(bool(desk.works.restore(ravi.organization, work) == WorkStore::Restored::name_taken));
    BOOST_REQUIRE(bool(desk.estimates.save(own, second, 1, {.work_name = "Block B"})));
    BOOST_TEST(bool(desk.works.restore(ravi.organization, work) == WorkStore::Restored::done));
    BOOST_TEST(now(id).work_name == "Block A");
}

BOOST_AUTO_TEST_CASE(an_item_is_chosen_once_with_a_copy_of_what_the_book_says) {
    auto const id = with_items({"ELE-003", "ELE-017"});
    auto const line = now(id).lines[0];
    BOOST_TEST(line.prefix == "Re-");
    BOOST_TEST(line.unit_singular == "Pt");
    BOOST_TEST(line.rates.outside_original.plain() == "739.00");
    auto const analyses = EstimateStore{desk.db}.analyses(now(id).id);
    BOOST_TEST(analyses.at("ELE-003").array()->size() == 10u);
    BOOST_TEST(analyses.at("ELE-017").array()->empty());
    BOOST_TEST(
        bool(why(desk.estimates.add_items(own, id, 2, {"ELE-009", "ELE-003"})) == Why::already_selected));
    BOOST_TEST(bool(why(desk.estimates.add_items(own, id, 2, {"ELE-999"})) == Why::not_in_book));
    BOOST_TEST(now(id).lines.size() == 2u);
}

BOOST_AUTO_TEST_CASE(a_removed_item_comes_back_as_it_was_and_where_it_was) {
    auto const id = e1();
    auto changes = quantity("ELE-009", "7.5");
    changes.descriptions["ELE-009"] = "Two plugs, as in the corridor.";
    BOOST_REQUIRE(bool(desk.estimates.save(own, id, 3, changes)));
    auto const before = now(id);
    auto const removed = desk.estimates.remove_item(own, id, 4, "ELE-009");
    BOOST_REQUIRE(bool(removed));
    BOOST_TEST(removed->lines.size() == 5u);
    BOOST_TEST(now(id).totals.items.plain() == "163675.25");
    BOOST_REQUIRE(bool(desk.estimates.save(own, id, 5, quantity("ELE-017", "13"))));
    BOOST_REQUIRE(bool(desk.estimates.save(own, id, 6, quantity("ELE-017", "12"))));
    auto const back = desk.estimates.bring_back(own, id, 7);
    BOOST_REQUIRE(bool(back));
    auto const after = now(id);
    BOOST_TEST((after.totals == before.totals));
    BOOST_TEST(after.lines[1].code == "ELE-009");
    BOOST_TEST(after.lines[1].quantity->text() == "7.5");
    BOOST_TEST(after.lines[1].description == "Two plugs, as in the corridor.");
    BOOST_TEST(after.lines[1].is_description_edited);
    BOOST_TEST(!after.removed);
    BOOST_TEST(desk.estimates.bring_back(own, id, 8)->version == 8);
}

BOOST_AUTO_TEST_CASE(an_item_moves_to_its_place_and_no_farther_than_the_end) {
    auto const id = with_items({"ELE-003", "ELE-009", "ELE-017"});
    auto const order = [&] {
        std::string codes;
        for (auto const& line : now(id).lines) codes += line.code.substr(4) + " ";
        return codes;
    };
    BOOST_REQUIRE(bool(desk.estimates.move_item(own, id, 2, "ELE-017", 1)));
    BOOST_TEST(order() == "017 003 009 ");
    BOOST_REQUIRE(bool(desk.estimates.move_item(own, id, 3, "ELE-017", 99)));
    BOOST_TEST(order() == "003 009 017 ");
    BOOST_TEST(bool(why(desk.estimates.move_item(own, id, 4, "ELE-022", 1)) == Why::not_found));
}

BOOST_AUTO_TEST_CASE(the_shelf_shows_a_group_or_what_was_looked_for) {
    auto const estimate = now(open());
    auto const first = desk.books.shelf(estimate, "", "");
    BOOST_TEST(first.group == "Points");
    BOOST_REQUIRE(first.groups.size() == 3u);
    BOOST_TEST(first.groups[2].name == "Fittings");
    BOOST_TEST(first.groups[2].item_count == 3);
    BOOST_TEST(first.items.size() == 3u);
    auto const fittings = desk.books.shelf(estimate, "Fittings", "");
    BOOST_TEST(fittings.items.back().name == "Ceiling Fans");
    BOOST_TEST(fittings.items.back().rate.plain() == "3637.00");
    auto const found = desk.books.shelf(estimate, "", "panel led");
    BOOST_REQUIRE(found.items.size() == 1u);
    BOOST_TEST(found.items[0].code == "ELE-015");
    BOOST_TEST(found.group == "");
    BOOST_TEST(desk.books.shelf(estimate, "", "100%").items.empty());
    BOOST_TEST(desk.books.shelf(estimate, "No such group", "").group == "Points");
}

BOOST_AUTO_TEST_CASE(works_are_listed_newest_first_and_found_by_all_their_words) {
    open("Repairs to Block C");
    clock.advance(std::chrono::minutes{1});
    open("Street lights, 50% of Road 2");
    auto const all = desk.works.list(ravi.organization, "", 1);
    BOOST_REQUIRE(all.works.size() == 2u);
    BOOST_TEST(all.works[0].name == "Street lights, 50% of Road 2");
    BOOST_TEST(desk.works.list(ravi.organization, "block repairs", 1).total == 1);
    BOOST_TEST(desk.works.list(ravi.organization, "50%", 1).total == 1);
    BOOST_TEST(desk.works.list(ravi.organization, "60%", 1).total == 0);
    BOOST_TEST(desk.works.list(stranger.organization, "", 1).total == 0);
}

BOOST_AUTO_TEST_SUITE_END()
