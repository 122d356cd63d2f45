#include <boost/test/unit_test.hpp>

#include "base/secure.h"

using namespace ssr;

BOOST_AUTO_TEST_SUITE(secrets)

BOOST_AUTO_TEST_CASE(the_gateway_s_published_signature_comes_out) {
    BOOST_TEST(hmac_sha256_hex("EnLs21M47BllR3X8PSFtjtbd", "order_IEIaMR65cu6nz3|pay_IH4NVgf4Dreq1l") ==
               "0d4e745a1838664ad6c9c9902212a32d627d68e917290b0ad5f08ff4561bc50f");
}

BOOST_AUTO_TEST_CASE(what_was_sealed_opens_with_the_same_secret_and_purpose_only) {
    auto const sealed = seal("secret", "message", "123456 is your code");
    BOOST_TEST(sealed.find("123456") == std::string::npos);
    BOOST_TEST(unseal("secret", "message", sealed).value_or("") == "123456 is your code");
    BOOST_TEST(!unseal("another", "message", sealed));
    BOOST_TEST(!unseal("secret", "totp", sealed));
    BOOST_TEST(seal("secret", "message", "same") != seal("secret", "message", "same"));
}

BOOST_AUTO_TEST_CASE(an_altered_seal_does_not_open) {
    auto sealed = seal("secret", "message", "text");
    sealed.back() = sealed.back() == '0' ? '1' : '0';
    BOOST_TEST(!unseal("secret", "message", sealed));
    BOOST_TEST(!unseal("secret", "message", "00"));
    BOOST_TEST(!unseal("secret", "message", "not hex"));
}

BOOST_AUTO_TEST_CASE(codes_have_their_length_and_all_digits_occur) {
    std::string all;
    for (int i = 0; i < 500; ++i) {
        auto const code = random_digits(6);
        BOOST_TEST(code.size() == 6u);
        all += code;
    }
    for (char digit = '0'; digit <= '9'; ++digit) {
        auto const times = std::count(all.begin(), all.end(), digit);
        BOOST_TEST(times > 200);  // 300 are expected; 200 is six standard deviations below
        BOOST_TEST(times < 400);
    }
}

BOOST_AUTO_TEST_CASE(public_ids_are_version_seven_and_rise_with_time) {
    auto const id = new_uuid_v7(1'800'000'000'000);
    BOOST_TEST(id.size() == 36u);
    BOOST_TEST(id[14] == '7');
    BOOST_TEST(new_uuid_v7(1'800'000'000'000) < new_uuid_v7(1'800'000'000'001));
}

BOOST_AUTO_TEST_CASE(equality_looks_at_every_byte) {
    BOOST_TEST(equal_in_constant_time("abc", "abc"));
    BOOST_TEST(!equal_in_constant_time("abc", "abd"));
    BOOST_TEST(!equal_in_constant_time("abc", "ab"));
    BOOST_TEST(!equal_in_constant_time("", "a"));
}

BOOST_AUTO_TEST_CASE(a_message_in_pieces_has_the_digest_of_the_whole) {
    Sha256 pieces, other;
    for (auto const* piece : {"a", "", "bc"}) pieces.take(piece);
    other.take("acb");
    BOOST_TEST(pieces.hex() == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    BOOST_TEST(other.hex() != sha256_hex("abc"));
}

BOOST_AUTO_TEST_SUITE_END()
