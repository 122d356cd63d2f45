#include <boost/test/unit_test.hpp>

#include "handlers/auth_door.h"

using namespace ssr;
using test::header, test::json_of, test::shows;
using web::Status;

namespace {

struct Office : test::Door {
    test::Person ravi = test::a_person(all.db), sita = test::a_person(all.db);
    test::Browser his = browser_of(ravi), hers = browser_of(sita);

    std::string invite(std::string const& role = "member") {
        his.post("/settings/organisation/invitations/", {{"identifier", sita.email.text()}, {"role", role}});
        auto const text = inbox.text(sita.email.text());
        auto const at = text.find("/settings/invitations/");
        BOOST_REQUIRE(at != std::string::npos);
        return text.substr(at, text.find('\n', at) - at);
    }
    void join(std::string const& role) { hers.post(invite(role) + "accept/"); }
    std::string member_page(test::Person const& who) {
        return "/settings/organisation/members/" + who.public_id.text() + "/";
    }
};

}  // namespace

BOOST_FIXTURE_TEST_SUITE(an_organisation, Office)

BOOST_AUTO_TEST_CASE(an_invited_colleague_joins_and_stands_in_the_list) {
    auto const link = invite();
    BOOST_TEST(shows(his.get("/settings/organisation/"), sita.email.masked()));
    BOOST_TEST(shows(hers.get(link), "invites you as member"));
    BOOST_TEST(header(hers.post(link + "accept/"), "Location") == "/settings/organisation/");
    auto const page = hers.get("/settings/organisation/");
    BOOST_TEST(shows(page, "Where you work now"));
    BOOST_TEST(shows(page, "Leave this organisation"));
    BOOST_TEST(!shows(page, "Send invitation"));
    BOOST_TEST(shows(his.get("/settings/organisation/"), member_page(sita)));
}

BOOST_AUTO_TEST_CASE(a_link_needs_a_session_and_the_right_one) {
    auto const link = invite();
    BOOST_TEST(header(browser().get(link), "Location").starts_with("/accounts/login/?next="));
    auto stranger = browser_of(test::a_person(all.db));
    BOOST_TEST((stranger.get(link).status == Status::forbidden));
    BOOST_TEST((stranger.post(link + "accept/").status == Status::forbidden));
    BOOST_TEST((hers.get("/settings/invitations/" + std::string(64, '0') + "/").status == Status::not_found));
    BOOST_TEST((hers.get("/settings/invitations/x/").status == Status::not_found));
    BOOST_TEST(header(hers.post(link + "decline/"), "Location") == "/dashboard/");
    BOOST_TEST((hers.get(link).status == Status::not_found));
}

BOOST_AUTO_TEST_CASE(what_was_typed_wrong_stays_with_a_word_beside_it) {
    auto const page =
        his.post("/settings/organisation/invitations/", {{"identifier", "12345"}, {"role", "admin"}});
    BOOST_TEST((page.status == Status::unprocessable));
    BOOST_TEST(shows(page, "value=\"12345\""));
    BOOST_TEST(shows(page, "Enter a 10-digit mobile number"));
    auto const owner = his.post("/settings/organisation/invitations/",
                                {{"identifier", sita.email.text()}, {"role", "owner"}});
    BOOST_TEST((owner.status == Status::unprocessable));
    BOOST_TEST(shows(owner, "Choose what this person may do."));
}

BOOST_AUTO_TEST_CASE(the_owner_changes_a_role_removes_and_hands_over) {
    join("viewer");
    auto const page = member_page(sita);
    BOOST_TEST(shows(his.get(page), "Hand over the organisation"));
    BOOST_TEST((his.post(page, {{"role", "owner"}}).status == Status::unprocessable));
    BOOST_TEST(header(his.post(page, {{"role", "admin"}}), "Location") == "/settings/organisation/");
    BOOST_TEST(shows(hers.get("/settings/organisation/"), "Send invitation"));
    BOOST_TEST((his.post("/settings/organisation/leave/").status == Status::conflict));
    BOOST_TEST(header(his.post(page + "hand-over/"), "Location") == "/settings/organisation/");
    BOOST_TEST((his.post(page + "remove/").status == Status::forbidden));
    BOOST_TEST(header(hers.post(member_page(ravi) + "remove/"), "Location") == "/settings/organisation/");
    BOOST_TEST((hers.get(member_page(ravi)).status == Status::not_found));
}

BOOST_AUTO_TEST_CASE(admin_tries_to_access_another_org) {
    join("admin");
    auto const stranger = test::a_person(all.db);
    for (auto const* action : {"", "remove/", "hand-over/"})
        BOOST_TEST(
            (hers.post(member_page(stranger) + action, {{"role", "viewer"}}).status == Status::not_found),
            action);
    BOOST_TEST((hers.get(member_page(stranger)).status == Status::not_found));
    auto const theirs =
        all.db.one("SELECT public_id FROM organizations WHERE id = :o", {{"o", stranger.organization}},
                   [](db::Row const& row) { return row.text("public_id"); });
    BOOST_TEST((hers.post("/settings/organisation/switch/", {{"organization", theirs}}).status ==
                Status::not_found));
    BOOST_TEST(
        (hers.post("/settings/organisation/switch/", {{"organization", "x"}}).status == Status::not_found));
    BOOST_TEST((hers.post("/settings/organisation/invitations/" + theirs + "/withdraw/").status ==
                Status::not_found));
    BOOST_TEST((hers.get(member_page(ravi)).status == Status::ok));
}

BOOST_AUTO_TEST_CASE(one_changes_between_organisations_and_every_page_follows) {
    join("viewer");
    hers.prefers_json();
    auto const list = json_of(hers.get("/settings/organisation/"));
    auto const& organizations = *list["organizations"].array();
    BOOST_REQUIRE(organizations.size() == 2u);
    BOOST_TEST(list["members"].array()->size() == 2u);
    for (auto const& each : organizations)
        if (each["is_current"].flag() == false)
            BOOST_TEST(
                (hers.post("/settings/organisation/switch/", {{"organization", each["id"].text().value()}})
                     .status == Status::no_content));
    BOOST_TEST(json_of(hers.get("/settings/organisation/"))["members"].array()->size() == 1u);
}

BOOST_AUTO_TEST_CASE(the_page_costs_three_statements) {
    join("member");
    his.get("/settings/organisation/");
    his.get("/settings/organisation/");
    BOOST_TEST(app.db.statements() <= 3);
}

BOOST_AUTO_TEST_SUITE_END()
