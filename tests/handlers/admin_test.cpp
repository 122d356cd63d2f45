#include <boost/test/unit_test.hpp>

#include "handlers/admin_site.h"

using namespace ssr;
using test::header, test::Panel, test::shows;
using web::Status;

BOOST_FIXTURE_TEST_SUITE(administrators_panel, Panel)

BOOST_AUTO_TEST_CASE(an_administrator_comes_in_with_his_authenticator) {
    BOOST_TEST(header(desk().get("/admin-panel/"), "Location") == "/admin-panel/payments/");
    BOOST_TEST(header(browser_of(admin, false).get("/admin-panel/"), "Location") ==
               "/accounts/verify-totp/?next=%2Fadmin-panel%2F");
}

BOOST_AUTO_TEST_CASE(nobody_else_does) {
    BOOST_CHECK(browser_of(sita).get("/admin-panel/").status == Status::forbidden);
    BOOST_CHECK(browser_of(test::a_person(owner.db, "support")).get("/admin-panel/").status ==
                Status::forbidden);
}

BOOST_AUTO_TEST_SUITE_END()
