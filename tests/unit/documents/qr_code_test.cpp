#include "documents/qr_code.h"

#include <boost/test/unit_test.hpp>

using namespace ssr;

BOOST_AUTO_TEST_SUITE(qr_codes)

BOOST_AUTO_TEST_CASE(a_code_is_an_image_of_squares_with_a_quiet_zone) {
    auto const svg = documents::qr_svg("A");  // the smallest code: 21 modules, and 4 on each side
    BOOST_TEST(svg.starts_with("<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 29 29\""));
    BOOST_TEST(svg.find("M4 4h1v1h-1z") != std::string::npos, "the corner of the finder pattern");
    BOOST_TEST(svg.find("M3 ") == std::string::npos);
}

BOOST_AUTO_TEST_CASE(what_is_encoded_is_never_markup) {
    auto const svg = documents::qr_svg("\"><script>alert(1)</script>");
    BOOST_TEST(svg.find("script") == std::string::npos);
}

BOOST_AUTO_TEST_CASE(what_does_not_fit_is_refused) {
    BOOST_CHECK_THROW(documents::qr_svg(std::string(5000, 'a')), std::logic_error);
}

BOOST_AUTO_TEST_SUITE_END()
