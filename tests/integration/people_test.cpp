#include "domain/accounts/people.h"

#include <boost/test/unit_test.hpp>

#include "base/text.h"
#include "domain/subscriptions/roll.h"
#include "domain/subscriptions/subscriptions.h"
#include "support/shop.h"

using namespace ssr;
using namespace ssr::accounts;
using std::chrono::days;
using subscriptions::RollFilter, subscriptions::Status;

namespace {

// The staff's lists, as the role of their handler reads them.
struct Lists : test::Shop {
    db::Session office{{test::clone_as("ssr_admin")}};
    std::string name = "Zubeda " + std::to_string(sita.id.value());

    Lists() {
        db.execute("UPDATE users SET name = :name WHERE id = :user", {{"name", name}, {"user", sita.id}});
    }
    bool is_found(PeopleFilter const& filter) {
        for (auto const& line : list_people(office, filter))
            if (line.public_id == sita.public_id) return true;
        return false;
    }
    void begin_trial() {
        auto const begun = subscriptions::Subscriptions{db, clock, gateway.config().secret_keys}.start_trial(
            {.user = sita.id,
             .public_user = sita.public_id,
             .phone = sita.phone.e164(),
             .email = sita.email.text(),
             .ip_address = "10.0.0.1"},
            Module::estimate);
        BOOST_TEST(bool(begun));
    }
    std::size_t listed(RollFilter filter) {
        filter.text = name;
        return subscriptions::list_subscriptions(office, filter, clock.now()).size();
    }
};

}  // namespace

BOOST_FIXTURE_TEST_SUITE(lists_of_staff, Lists)

BOOST_AUTO_TEST_CASE(somebody_is_found_by_number_in_any_spelling_by_address_and_by_words_of_the_name) {
    auto const digits = sita.phone.e164().substr(3);
    for (auto const& typed :
         {sita.phone.e164(), digits, "0" + digits, digits.substr(0, 5) + " " + digits.substr(5),
          " " + upper(sita.email.text()), name, lower(name.substr(0, 7)), std::string{"ZUB"},
          std::to_string(sita.id.value()) + " zub"})
        BOOST_TEST(is_found({.text = typed, .size = 1000}), typed);
    for (auto const& typed : {digits.substr(0, 9), std::string{"nobody@example.test"}, name.substr(1),
                              name + "x", std::string{"%"}, std::string{"z_b"}})
        BOOST_TEST(!is_found({.text = typed, .size = 1000}), typed);
}

BOOST_AUTO_TEST_CASE(role_and_standing_narrow_the_list) {
    BOOST_TEST(is_found({.text = name, .role = Role::user, .is_active = true}));
    BOOST_TEST(!is_found({.text = name, .role = Role::support}));
    BOOST_TEST(!is_found({.text = name, .is_active = false}));
    db.execute("UPDATE users SET is_active = false WHERE id = :user", {{"user", sita.id}});
    BOOST_TEST(is_found({.text = name, .is_active = false}));
    BOOST_TEST(is_found({.is_active = false, .size = 1000}));
}

BOOST_AUTO_TEST_CASE(whoever_left_is_in_no_list) {
    db.execute(
        "UPDATE users SET erased_at = now(), is_active = false, phone = NULL, email = NULL WHERE id = :user",
        {{"user", sita.id}});
    BOOST_TEST(!is_found({.text = name}));
    BOOST_TEST(!is_found({.is_active = false, .size = 1000}));
}

BOOST_AUTO_TEST_CASE(the_newest_come_first_a_page_at_a_time_and_one_more_says_that_there_is_another) {
    auto const other = test::a_person(db);
    auto const first = list_people(office, {.number = 1, .size = 1}),
               next = list_people(office, {.number = 2, .size = 1});
    BOOST_REQUIRE(first.size() == 2u);
    BOOST_TEST(first[0].public_id.text() == other.public_id.text());
    BOOST_TEST(first[1].public_id.text() == next[0].public_id.text());
}

BOOST_AUTO_TEST_CASE(subscriptions_are_found_by_person_module_state_and_end) {
    begin_trial();
    BOOST_TEST(listed({}) == 1u);
    BOOST_TEST(listed({.module = Module::estimate, .status = Status::trial}) == 1u);
    BOOST_TEST(listed({.module = Module::bill}) == 0u);
    BOOST_TEST(listed({.status = Status::expired}) == 0u);
    BOOST_TEST(listed({.ends_within_days = 30}) == 1u);
    clock.advance(days{-10});
    BOOST_TEST(listed({.ends_within_days = 7}) == 0u);
    BOOST_TEST(listed({.ends_within_days = 30}) == 1u);
}

BOOST_AUTO_TEST_CASE(staff_change_only_those_below_them) {
    BOOST_TEST(may_manage(Role::admin, Role::user));
    BOOST_TEST(may_manage(Role::admin, Role::support));
    BOOST_TEST(!may_manage(Role::admin, Role::admin));
    BOOST_TEST(!may_manage(Role::admin, Role::superadmin));
    BOOST_TEST(may_manage(Role::superadmin, Role::superadmin));
}

BOOST_AUTO_TEST_SUITE_END()
