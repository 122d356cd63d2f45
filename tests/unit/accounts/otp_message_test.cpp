#include "domain/accounts/otp_message.h"

#include <boost/test/unit_test.hpp>

using namespace ssr;
using namespace ssr::accounts;

BOOST_AUTO_TEST_SUITE(otp_message_of_a_challenge)

BOOST_AUTO_TEST_CASE(a_text_ends_in_the_line_that_binds_the_code_to_our_host) {
    OtpChallenge const challenge{"c1", *LoginId::parse("9876543210")};
    auto const message =
        otp_message(challenge, Purpose::sign_in, "012345", std::chrono::minutes{5}, "ssr.example.in");
    BOOST_TEST((message.channel == Channel::sms));
    BOOST_TEST(message.to == "+919876543210");
    BOOST_TEST(message.event_key == "otp:c1");
    BOOST_TEST(message.otp == "012345");
    BOOST_TEST(message.text.ends_with("\n@ssr.example.in #012345"));
    BOOST_TEST(message.text.find("5 minutes") != std::string::npos);
    BOOST_TEST(message.text.size() <= 160u);  // one text, not two
}

BOOST_AUTO_TEST_CASE(a_text_is_the_approved_template_with_its_places_filled_letter_for_letter) {
    // As it was approved (infra/env/worker.env.example); only the places may differ.
    std::string approved =
        "{otp} is your {purpose} for SSR Estimation, valid for {life}. We never ask for it on a call."
        "\n\n@ssr.example.in #{otp}";
    OtpChallenge const challenge{"c1", *LoginId::parse("9876543210")};
    for (auto const purpose : {Purpose::sign_in, Purpose::change_contact, Purpose::close_account}) {
        auto const message =
            otp_message(challenge, purpose, "012345", std::chrono::minutes{5}, "ssr.example.in");
        auto filled = approved;
        for (auto const& [name, value] : message.variables) {
            BOOST_TEST(value.size() <= 30u);
            for (auto at = filled.find("{" + name + "}"); at != std::string::npos;
                 at = filled.find("{" + name + "}"))
                filled.replace(at, name.size() + 2, value);
        }
        BOOST_TEST(message.text == filled);
    }
}

BOOST_AUTO_TEST_CASE(a_mail_has_a_subject_and_no_such_line) {
    OtpChallenge const challenge{"c1", *LoginId::parse("ravi@example.test")};
    auto const message =
        otp_message(challenge, Purpose::sign_in, "012345", std::chrono::minutes{5}, "ssr.example.in");
    BOOST_TEST((message.channel == Channel::email));
    BOOST_TEST(message.subject == "012345 is your sign-in code");
    BOOST_TEST(message.text.find("@ssr.example.in") == std::string::npos);
}

BOOST_AUTO_TEST_SUITE_END()
