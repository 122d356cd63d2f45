#include "domain/accounts/totp.h"

#include <boost/test/unit_test.hpp>

using namespace ssr::accounts;

BOOST_AUTO_TEST_SUITE(totp)

// RFC 6238, appendix B, SHA-1; the last six of its eight digits.
BOOST_AUTO_TEST_CASE(codes_are_those_of_the_standard) {
    std::string const key = "12345678901234567890";
    BOOST_TEST(totp_code(key, 59 / 30) == "287082");
    BOOST_TEST(totp_code(key, 1111111109 / 30) == "081804");
    BOOST_TEST(totp_code(key, 1111111111 / 30) == "050471");
    BOOST_TEST(totp_code(key, 1234567890 / 30) == "005924");
    BOOST_TEST(totp_code(key, 20000000000 / 30) == "353130");
}

BOOST_AUTO_TEST_CASE(a_key_is_read_from_the_text_that_authenticators_show) {
    BOOST_TEST(*from_base32("JBSWY3DPEHPK3PXP") == "Hello!\xde\xad\xbe\xef");
    BOOST_TEST(*from_base32("jbsw y3dp ehpk 3pxp") == "Hello!\xde\xad\xbe\xef");
}

BOOST_AUTO_TEST_CASE(what_is_no_key_is_refused) {
    BOOST_TEST(!from_base32(""));
    BOOST_TEST(!from_base32("JBSWY3DP1"));
    BOOST_TEST(!from_base32("JBSWY3DP!"));
}

BOOST_AUTO_TEST_SUITE_END()
