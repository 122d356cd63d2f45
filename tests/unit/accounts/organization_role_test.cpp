#include "domain/accounts/organization_role.h"

#include <boost/test/unit_test.hpp>

using namespace ssr::accounts;
using enum OrganizationRole;

BOOST_AUTO_TEST_SUITE(roles_of_an_organisation)

BOOST_AUTO_TEST_CASE(everybody_looks_members_write_admins_manage_and_the_owner_hands_over) {
    using enum OrganizationAction;
    struct Row {
        OrganizationRole role;
        bool look, write, manage, hand_over;
    };
    for (auto const& row : {Row{viewer, true, false, false, false}, Row{member, true, true, false, false},
                            Row{admin, true, true, true, false}, Row{owner, true, true, true, true}}) {
        BOOST_TEST(may(row.role, look) == row.look);
        BOOST_TEST(may(row.role, write) == row.write);
        BOOST_TEST(may(row.role, manage_members) == row.manage);
        BOOST_TEST(may(row.role, OrganizationAction::hand_over) == row.hand_over);
    }
}

BOOST_AUTO_TEST_CASE(owners_manage_all_but_owners_and_admins_only_those_below_them) {
    for (auto const role : {viewer, member, admin}) BOOST_TEST(may_manage(owner, role));
    BOOST_TEST(!may_manage(owner, owner));
    BOOST_TEST(may_manage(admin, viewer));
    BOOST_TEST(may_manage(admin, member));
    BOOST_TEST(!may_manage(admin, admin));
    BOOST_TEST(!may_manage(admin, owner));
    for (auto const role : {viewer, member, admin, owner}) {
        BOOST_TEST(!may_manage(member, role));
        BOOST_TEST(!may_manage(viewer, role));
    }
}

BOOST_AUTO_TEST_CASE(a_role_is_read_as_it_is_written) {
    for (auto const role : {viewer, member, admin, owner})
        BOOST_TEST((parse_organization_role(code(role)) == role));
    BOOST_TEST(!parse_organization_role("king").has_value());
    BOOST_TEST(!parse_organization_role("").has_value());
}

BOOST_AUTO_TEST_SUITE_END()
