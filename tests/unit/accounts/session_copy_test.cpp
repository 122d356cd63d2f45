#include "domain/accounts/session_copy.h"

#include <boost/test/unit_test.hpp>

using namespace ssr;
using namespace ssr::accounts;

BOOST_AUTO_TEST_SUITE(session_copy)

BOOST_AUTO_TEST_CASE(a_copy_is_read_as_it_was_written) {
    SessionCopy const copy{{.id = SessionId{7},
                            .user = UserId{8},
                            .public_user = PublicUserId::fresh(),
                            .organization = OrganizationId{9},
                            .name = "Ravi \"K\"",
                            .phone = "+919876543210",
                            .email = "",
                            .role = Role::admin,
                            .is_staff_level = true,
                            .is_complete = true,
                            .expires_at = *parse_instant("2027-03-31T18:29:59Z")},
                           *parse_instant("2027-03-01T00:00:00Z")};
    auto const read = read_copy(written(copy));
    BOOST_REQUIRE(read.has_value());
    BOOST_TEST(written(*read) == written(copy));
    BOOST_TEST((read->session.role == Role::admin));
    BOOST_TEST((read->session.expires_at == copy.session.expires_at));
}

BOOST_AUTO_TEST_CASE(another_releases_form_is_not_read) {
    BOOST_TEST(!read_copy(R"({"v":2})").has_value());
    BOOST_TEST(!read_copy("ended").has_value());
    BOOST_TEST(!read_copy(R"({"v":1,"role":"king"})").has_value());
}

BOOST_AUTO_TEST_CASE(roles_are_ordered_and_have_codes) {
    BOOST_TEST((Role::user < Role::support && Role::admin < Role::superadmin));
    BOOST_TEST(code(Role::support) == "support");
    BOOST_TEST((parse_role("superadmin") == Role::superadmin));
    BOOST_TEST(!parse_role("root").has_value());
}

BOOST_AUTO_TEST_SUITE_END()
