#include <boost/test/unit_test.hpp>

#include "base/secure.h"
#include "domain/accounts/sessions.h"
#include "support/asking.h"
#include "support/people.h"

using namespace ssr;
using namespace ssr::accounts;
using namespace std::chrono_literals;
using test::a_browser, test::Asking;
using Refused = OtpRefused::Why;
using Wrong = OtpWrong::Why;

namespace {

struct AskingByMail : Asking {
    AskingByMail() : Asking{LoginId{test::fresh_email()}} {}
};

// Wrong codes from browsers that nobody knows, until the identifier has had fifteen.
void use_up_the_day(Asking& asking) {
    for (int browser = 0; browser < 3; ++browser) {
        asking.lock(a_browser());
        asking.clock.advance(61s);
    }
}

}  // namespace

BOOST_AUTO_TEST_SUITE(otp_limits)

BOOST_FIXTURE_TEST_CASE(the_next_code_waits_a_minute, Asking) {
    ask(ravi);
    clock.advance(59s);
    auto const refused = refusal(a_browser());
    BOOST_TEST((refused->why == Refused::cooling_down));
    BOOST_TEST((refused->retry_after == 1s));
    clock.advance(1s);
    BOOST_TEST(!refusal(ravi));
}

BOOST_FIXTURE_TEST_CASE(ten_texts_a_day_go_to_one_number, Asking) {
    for (int sent = 0; sent < 10; ++sent) {
        BOOST_TEST(!refusal(a_browser()));
        clock.advance(15min);
    }
    auto const refused = refusal(a_browser());
    BOOST_TEST((refused->why == Refused::too_many_codes));
    BOOST_TEST((refused->retry_after == 24h - 150min));
    clock.advance(refused->retry_after);
    BOOST_TEST(!refusal(a_browser()));
}

BOOST_FIXTURE_TEST_CASE(ten_mails_an_hour_and_twenty_a_day_go_to_one_address, AskingByMail) {
    for (int sent = 0; sent < 10; ++sent) {
        BOOST_TEST(!refusal(a_browser()));
        clock.advance(60s);
    }
    auto const refused = refusal(a_browser());
    BOOST_TEST((refused->why == Refused::too_many_codes));
    BOOST_TEST((refused->retry_after == 50min));
    clock.advance(50min);
    for (int sent = 10; sent < 20; ++sent) {
        BOOST_TEST(!refusal(a_browser()));
        clock.advance(10min);
    }
    BOOST_TEST((refusal(a_browser())->why == Refused::too_many_codes));
}

BOOST_FIXTURE_TEST_CASE(thirty_codes_an_hour_are_asked_for_from_one_address, Asking) {
    for (int asked = 0; asked < 30; ++asked)
        BOOST_TEST(bool(here.otp.request(LoginId{test::fresh_phone()}, Purpose::sign_in, ravi)));
    auto const refused = refusal(ravi);
    BOOST_TEST((refused->why == Refused::too_many_from_here));
    BOOST_TEST((refused->retry_after == 1h));
    auto elsewhere = ravi;
    elsewhere.ip_address = test::fresh_ip_address();
    BOOST_TEST(!refusal(elsewhere));
}

BOOST_AUTO_TEST_CASE(neighbours_of_a_network_share_its_limit) {
    Asking asking{std::nullopt, {.per_network_hour = 3}};
    auto const from = [&](std::string const& address) {
        return asking.here.otp.request(LoginId{test::fresh_phone()}, Purpose::sign_in,
                                       {.browser = random_hex(32), .ip_address = address});
    };
    auto const network = test::fresh_ip_address() + ":";
    auto const three = network.substr(0, network.rfind('.') + 1);
    for (auto const* host : {"1", "2", "3"}) BOOST_TEST(bool(from(three + host)));
    BOOST_TEST((from(three + "4").error().why == Refused::too_many_from_here));
    BOOST_TEST(bool(from(test::fresh_ip_address())));
}

BOOST_AUTO_TEST_CASE(demonstration_accounts_are_slowed_by_wrong_codes_only) {
    LoginId const demo{test::fresh_phone()};
    Asking asking{demo, {.exempt = {demo.text()}}};
    for (int sent = 0; sent < 40; ++sent) BOOST_TEST(!asking.refusal(asking.ravi));
    auto const challenge = asking.lock(asking.ravi);
    BOOST_TEST((asking.fault(challenge, asking.ravi, asking.code())->why == Wrong::locked));
    BOOST_TEST((asking.refusal(asking.ravi)->why == Refused::locked));
}

BOOST_FIXTURE_TEST_CASE(fifteen_wrong_codes_a_day_close_a_number_to_unknown_browsers, Asking) {
    use_up_the_day(*this);
    auto const refused = refusal(a_browser());
    BOOST_TEST((refused->why == Refused::too_many_wrong));
    BOOST_TEST((refused->retry_after < 24h));
    clock.advance(refused->retry_after);
    BOOST_TEST(!refusal(a_browser()));
}

BOOST_FIXTURE_TEST_CASE(a_known_browser_goes_on_after_fifteen_wrong_codes, Asking) {
    auto const person = test::a_person(all.db);
    to = LoginId{person.phone};
    Sessions sessions{here.redis, here.db, clock};
    auto known = a_browser();
    known.known_browser = random_hex(32);
    sessions.start(person.id, {.ip_address = "10.0.0.1", .browser = known.known_browser});
    use_up_the_day(*this);

    auto stranger = a_browser();
    stranger.known_browser = random_hex(32);
    BOOST_TEST((refusal(stranger)->why == Refused::too_many_wrong));
    auto const challenge = ask(known);
    BOOST_TEST(!fault(challenge, known, code()));
}

BOOST_FIXTURE_TEST_CASE(a_code_sent_before_the_fifteenth_wrong_one_is_not_good_after_it, Asking) {
    auto const challenge = ask(ravi);
    auto const right = code();
    clock.advance(61s);
    use_up_the_day(*this);
    BOOST_TEST((fault(challenge, ravi, right)->why == Wrong::too_many_wrong));
}

BOOST_FIXTURE_TEST_CASE(locks_and_counts_outlive_redis, Asking) {
    lock(ravi);
    clock.advance(61s);
    empty_redis({ravi});
    BOOST_TEST((refusal(ravi)->why == Refused::locked));
    clock.advance(61s);
    BOOST_TEST(!refusal(a_browser()));
    empty_redis({ravi});
    BOOST_TEST((refusal(a_browser())->why == Refused::cooling_down));
}

BOOST_FIXTURE_TEST_CASE(a_code_refused_by_the_table_alone_is_not_kept, Asking) {
    ask(ravi);
    empty_redis({ravi});
    auto const before = inbox.count(to.text(), "otp");
    BOOST_TEST((refusal(ravi)->why == Refused::cooling_down));
    BOOST_TEST(inbox.count(to.text(), "otp") == before);
}

BOOST_FIXTURE_TEST_CASE(a_number_closed_for_the_day_stays_so_without_redis, Asking) {
    use_up_the_day(*this);
    empty_redis({ravi});
    BOOST_TEST((refusal(a_browser())->why == Refused::too_many_wrong));
}

BOOST_AUTO_TEST_CASE(the_breaker_stops_all_codes_and_says_when) {
    Asking asking{std::nullopt, {.all_per_hour = 0}};
    BOOST_TEST((asking.refusal(asking.ravi)->why == Refused::breaker));
}

BOOST_AUTO_TEST_CASE(the_breaker_tells_administrators_once_an_hour_and_stands_in_the_audit_log) {
    Asking asking{std::nullopt, {.all_per_hour = 0}};
    asking.clock.advance(5h);  // an hour that no other test alarms in
    auto const admin = test::a_person(asking.all.db, "admin");
    auto const ravi = test::a_person(asking.all.db);
    auto const entries = [&] {
        return asking.all.db.one("SELECT count(*) AS n FROM audit_logs WHERE action = 'otp.breaker_opened'",
                                 {}, [](db::Row const& row) { return row.integer("n"); });
    };
    auto const before = entries();
    for (int i = 0; i < 3; ++i) asking.refusal(a_browser());
    BOOST_TEST(asking.inbox.count(admin.email.text(), "alarm") == 1);
    BOOST_TEST(asking.inbox.count(ravi.email.text(), "alarm") == 0);
    BOOST_TEST(entries() == before + 1);
    asking.clock.advance(1h);
    asking.refusal(a_browser());
    BOOST_TEST(asking.inbox.count(admin.email.text(), "alarm") == 2);
}

BOOST_AUTO_TEST_CASE(texts_to_numbers_that_begin_alike_have_a_limit_and_mails_go_on) {
    auto const block = test::fresh_phone().e164().substr(0, 8);
    auto const in_block = [&] { return LoginId{*PhoneNumber::parse(block + random_digits(5))}; };
    Asking asking{in_block(), {.per_prefix_hour = 2}};
    auto const ask = [&](LoginId const& to) {
        return asking.here.otp.request(to, Purpose::sign_in, a_browser());
    };
    BOOST_TEST(bool(ask(in_block())));
    BOOST_TEST(bool(ask(in_block())));
    BOOST_TEST((ask(in_block()).error().why == Refused::breaker));
    BOOST_TEST(bool(ask(LoginId{test::fresh_email()})));
}

BOOST_AUTO_TEST_CASE(what_texts_may_cost_a_day_is_capped) {
    Asking asking{std::nullopt, {.all_sms_per_day = 0}};
    BOOST_TEST((asking.refusal(asking.ravi)->why == Refused::breaker));
    BOOST_TEST(bool(asking.here.otp.request(LoginId{test::fresh_email()}, Purpose::sign_in, a_browser())));
}

BOOST_FIXTURE_TEST_CASE(a_text_that_no_carrier_took_is_known_to_its_browsers_page, Asking) {
    auto const challenge = ask(ravi);
    BOOST_TEST(!here.otp.pending(Purpose::sign_in, ravi.browser)->is_undelivered);
    all.db.execute("UPDATE outbox_messages SET status = 'failed' WHERE event_key = :key",
                   {{"key", "otp:" + challenge.id}});
    BOOST_TEST(here.otp.pending(Purpose::sign_in, ravi.browser)->is_undelivered);
}

BOOST_AUTO_TEST_SUITE_END()
