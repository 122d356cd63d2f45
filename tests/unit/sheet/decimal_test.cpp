#include "sheet/decimal.h"

#include <boost/test/unit_test.hpp>

using ssr::sheet::Decimal;

namespace {

Decimal d(char const* text) { return *Decimal::parse(text); }

}  // namespace

BOOST_AUTO_TEST_SUITE(decimal)

BOOST_AUTO_TEST_CASE(a_number_reads_as_it_is_written) {
    for (auto const& [from, to] : std::initializer_list<std::pair<char const*, char const*>>{
             {"0", "0"},
             {"-0", "0"},
             {"12.50", "12.5"},
             {".5", "0.5"},
             {"5.", "5"},
             {"+3", "3"},
             {"-1.25", "-1.25"},
             {"1E3", "1000"},
             {"1.0000000000000001E-5", "0.00001"},
             {"9.163265000000001", "9.163265"},
             {"123456789012345678", "123456789012346000"},
             {"0.1", "0.1"},
             {"999999999999999.5", "1000000000000000"}})
        BOOST_TEST(d(from).text() == to);
}

BOOST_AUTO_TEST_CASE(what_is_no_number_gives_nothing) {
    for (auto const* text : {"", " ", "-", ".", "1,000", "1 2", "0x10", "1e", "1E+", "NaN", "inf", "1E999",
                             "--1", "1.2.3", "12 ", "1E1000"})
        BOOST_TEST(!Decimal::parse(text), text);
}

BOOST_AUTO_TEST_CASE(halves_round_away_from_zero) {
    BOOST_TEST(d("13028.395").rounded(2).text() == "13028.4");
    BOOST_TEST(d("-13028.395").rounded(2).text() == "-13028.4");
    BOOST_TEST(d("2.5").rounded(0).text() == "3");
    BOOST_TEST(d("-2.5").rounded(0).text() == "-3");
    BOOST_TEST(d("0.5").rounded(0).text() == "1");
    BOOST_TEST(d("0.49").rounded(0).text() == "0");
    BOOST_TEST(d("0.049").rounded(1).text() == "0");
    BOOST_TEST(d("1250").rounded(-2).text() == "1300");
    BOOST_TEST(d("49").rounded(-2).text() == "0");
    BOOST_TEST(d("1.005").rounded(2).text() == "1.01");
    BOOST_TEST(d("9.999").rounded(2).text() == "10");
}

BOOST_AUTO_TEST_CASE(rounding_sees_fifteen_digits_as_excel_does) {
    // A third of seven and a half, thrice: 7.4999… at any finite length.
    auto const third = Decimal::of(75, 1) / Decimal::of(3);
    BOOST_TEST((third + third + third).rounded(0).text() == "8");
    BOOST_TEST(d("2.4999999999999999").rounded(0).text() == "3");
    BOOST_TEST(d("2.49999999999999").rounded(0).text() == "2");
    BOOST_TEST((Decimal::of(1) / Decimal::of(3)).text() == "0.333333333333333");
    BOOST_TEST((Decimal::of(2) / Decimal::of(3)).text() == "0.666666666666667");
}

BOOST_AUTO_TEST_CASE(sums_of_tenths_are_exact) {
    Decimal sum;
    for (int i = 0; i < 10; ++i) sum = sum + d("0.1");
    BOOST_TEST((sum == Decimal::of(1)));
    BOOST_TEST((d("0.1") + d("0.2") - d("0.3")).is_zero());
}

BOOST_AUTO_TEST_CASE(units_count_paise) {
    BOOST_TEST(*d("816.212282857").units(2) == 81621);
    BOOST_TEST(*d("-0.005").units(2) == -1);
    BOOST_TEST(*Decimal{}.units(2) == 0);
    BOOST_TEST(*Decimal::of(12050, 2).units(2) == 12050);
    BOOST_TEST(*d("1E12").units(0) == 1'000'000'000'000);
    BOOST_TEST(!d("1E20").units(0));
}

BOOST_AUTO_TEST_CASE(order_is_that_of_what_is_shown) {
    BOOST_TEST((d("1.5") < d("2")));
    BOOST_TEST((d("-3") < d("2")));
    BOOST_TEST((d("1.0") == d("1")));
    BOOST_TEST((d("1.0000000000000001") == d("1")));
    BOOST_TEST((d("1.00000000000001") > d("1")));
}

BOOST_AUTO_TEST_SUITE_END()
