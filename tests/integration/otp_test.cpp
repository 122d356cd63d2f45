#include "domain/accounts/otp.h"

#include <boost/test/unit_test.hpp>

#include <atomic>
#include <thread>

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

// Runs `work` in that many threads at once, each with a process of its own.
template <class Work>
void at_once(int threads, Clock const& clock, Work work) {
    std::vector<std::thread> running;
    for (int i = 0; i < threads; ++i)
        running.emplace_back([&] {
            test::OtpProcess process{clock};
            work(process);
        });
    for (auto& thread : running) thread.join();
}

}  // namespace

BOOST_AUTO_TEST_SUITE(otp)

BOOST_FIXTURE_TEST_CASE(a_right_code_is_good_once, Asking) {
    auto const challenge = *here.otp.request(to, Purpose::sign_in, ravi, "/estimate/");
    auto const right = code();
    auto const proof = here.otp.check(challenge.id, Purpose::sign_in, ravi, right);
    BOOST_REQUIRE(bool(proof));
    BOOST_TEST(proof->to.text() == to.text());
    BOOST_TEST(proof->return_to == "/estimate/");
    BOOST_TEST((fault(challenge, ravi, right)->why == Wrong::expired));
}

BOOST_FIXTURE_TEST_CASE(a_code_may_be_typed_with_the_gaps_that_it_is_read_with, Asking) {
    auto const challenge = ask(ravi);
    BOOST_TEST(!fault(challenge, ravi, " " + code().substr(0, 3) + " " + code().substr(3)));
}

BOOST_FIXTURE_TEST_CASE(asking_costs_two_statements_for_known_and_unknown_alike, Asking) {
    here.db.reset_counts();
    ask(ravi);
    BOOST_TEST(here.db.statements() == 2);
    auto const known = test::a_person(all.db);
    here.db.reset_counts();
    BOOST_TEST(bool(here.otp.request(LoginId{known.phone}, Purpose::sign_in, a_browser())));
    BOOST_TEST(here.db.statements() == 2);
}

BOOST_FIXTURE_TEST_CASE(redis_holds_no_code, Asking) {
    auto const challenge = ask(ravi);
    static cache::Script const all_fields{"return redis.call('HVALS', KEYS[1])"};
    auto const held = here.redis.run(all_fields, {"otp:challenge:" + challenge.id}, {});
    BOOST_TEST(held.size() > 3u);
    for (auto const& value : held) BOOST_TEST(value.find(code()) == std::string::npos);
}

BOOST_FIXTURE_TEST_CASE(a_wrong_code_says_how_many_tries_are_left, Asking) {
    auto const challenge = ask(ravi);
    auto const wrong = fault(challenge, ravi, wrong_code());
    BOOST_TEST((wrong->why == Wrong::wrong));
    BOOST_TEST(wrong->tries_left == 4);
    BOOST_TEST(!fault(challenge, ravi, code()));
}

BOOST_FIXTURE_TEST_CASE(the_fifth_wrong_guess_locks_the_browser, Asking) {
    auto const challenge = ask(ravi);
    for (int guess = 1; guess < 5; ++guess)
        BOOST_TEST((fault(challenge, ravi, wrong_code())->why == Wrong::wrong));
    auto const fifth = fault(challenge, ravi, wrong_code());
    BOOST_TEST((fifth->why == Wrong::locked));
    BOOST_TEST((fifth->retry_after == 30min));
    BOOST_TEST((fault(challenge, ravi, code())->why == Wrong::locked),
               "the right code opened a locked browser");
    clock.advance(61s);
    BOOST_TEST((refusal(ravi)->why == Refused::locked));
}

BOOST_FIXTURE_TEST_CASE(another_browser_goes_on_while_one_is_locked, Asking) {
    lock(ravi);
    clock.advance(61s);
    auto const other = a_browser();
    auto const challenge = ask(other);
    BOOST_TEST(!fault(challenge, other, code()));
}

BOOST_FIXTURE_TEST_CASE(the_lock_ends_after_half_an_hour_and_not_before, Asking) {
    lock(ravi);
    clock.advance(29min + 59s);
    BOOST_TEST((refusal(ravi)->why == Refused::locked));
    BOOST_TEST((refusal(ravi)->retry_after == 1s));
    clock.advance(1s);
    auto const challenge = ask(ravi);
    BOOST_TEST(fault(challenge, ravi, wrong_code())->tries_left == 4);
    BOOST_TEST(!fault(challenge, ravi, code()));
}

BOOST_FIXTURE_TEST_CASE(a_new_code_does_not_clear_the_count_of_wrong_ones, Asking) {
    auto challenge = ask(ravi);
    for (int guess = 1; guess <= 3; ++guess) fault(challenge, ravi, wrong_code());
    clock.advance(61s);
    challenge = ask(ravi);
    BOOST_TEST(fault(challenge, ravi, wrong_code())->tries_left == 1);
    BOOST_TEST((fault(challenge, ravi, wrong_code())->why == Wrong::locked));
}

BOOST_FIXTURE_TEST_CASE(a_right_code_clears_the_count, Asking) {
    auto challenge = ask(ravi);
    for (int guess = 1; guess <= 4; ++guess) fault(challenge, ravi, wrong_code());
    BOOST_TEST(!fault(challenge, ravi, code()));
    clock.advance(61s);
    challenge = ask(ravi);
    BOOST_TEST(fault(challenge, ravi, wrong_code())->tries_left == 4);
}

BOOST_FIXTURE_TEST_CASE(a_code_ends_after_five_minutes_by_our_clock, Asking) {
    auto challenge = ask(ravi);
    clock.advance(4min + 59s);
    BOOST_TEST(!fault(challenge, ravi, code()));
    clock.advance(1min);
    challenge = ask(ravi);
    clock.advance(5min);
    BOOST_TEST((fault(challenge, ravi, code())->why == Wrong::expired));
}

BOOST_FIXTURE_TEST_CASE(a_new_code_ends_the_last_one, Asking) {
    auto const first = ask(ravi);
    auto const first_code = code();
    clock.advance(61s);
    auto const second = ask(ravi);
    BOOST_TEST((fault(first, ravi, first_code)->why == Wrong::expired));
    BOOST_TEST(!fault(second, ravi, code()));
}

BOOST_FIXTURE_TEST_CASE(a_code_works_only_where_it_was_asked_for_and_for_what, Asking) {
    auto const challenge = ask(ravi);
    auto const right = code();
    BOOST_TEST((fault(challenge, a_browser(), right)->why == Wrong::expired));
    BOOST_TEST((fault(challenge, ravi, right, Purpose::change_contact)->why == Wrong::expired));
    Asking sita;
    auto const hers = sita.ask(ravi);  // in the same browser
    if (sita.code() != right) BOOST_TEST((fault(hers, ravi, right)->why == Wrong::wrong));
    BOOST_TEST(!fault(challenge, ravi, right), "guesses elsewhere used the code up");
}

BOOST_FIXTURE_TEST_CASE(guesses_from_another_browser_do_not_lock_ours, Asking) {
    auto const challenge = ask(ravi);
    auto const thief = a_browser();
    for (int guess = 0; guess < 20; ++guess) fault(challenge, thief, wrong_code());
    BOOST_TEST(!fault(challenge, ravi, code()));
}

BOOST_FIXTURE_TEST_CASE(five_of_many_guesses_at_once_are_judged, Asking) {
    auto const challenge = ask(ravi);
    auto const guess = wrong_code();
    std::atomic<int> wrong = 0, locked = 0, other = 0;
    at_once(4, clock, [&](test::OtpProcess& process) {
        for (int i = 0; i < 25; ++i) {
            auto const proof = process.otp.check(challenge.id, Purpose::sign_in, ravi, guess);
            ++(proof                                ? other
               : proof.error().why == Wrong::wrong  ? wrong
               : proof.error().why == Wrong::locked ? locked
                                                    : other);
        }
    });
    BOOST_TEST(wrong == 4);
    BOOST_TEST(locked == 96);
    BOOST_TEST(other == 0);
    BOOST_TEST((fault(challenge, ravi, code())->why == Wrong::locked));
}

BOOST_FIXTURE_TEST_CASE(one_of_many_right_answers_at_once_is_taken, Asking) {
    auto const challenge = ask(ravi);
    auto const right = code();
    std::atomic<int> taken = 0;
    at_once(4, clock, [&](test::OtpProcess& process) {
        for (int i = 0; i < 12; ++i)
            taken += bool(process.otp.check(challenge.id, Purpose::sign_in, ravi, right));
    });
    BOOST_TEST(taken == 1);
}

BOOST_FIXTURE_TEST_CASE(one_of_many_requests_at_once_sends_a_code, Asking) {
    std::atomic<int> sent = 0;
    at_once(4, clock, [&](test::OtpProcess& process) {
        for (int i = 0; i < 5; ++i) sent += bool(process.otp.request(to, Purpose::sign_in, ravi));
    });
    BOOST_TEST(sent == 1);
    BOOST_TEST(inbox.count(to.text(), "otp") == 1);
}

BOOST_FIXTURE_TEST_CASE(the_browsers_page_knows_what_it_waits_for, Asking) {
    BOOST_TEST(!here.otp.pending(Purpose::sign_in, ravi.browser));
    auto const challenge = ask(ravi);
    auto const pending = here.otp.pending(Purpose::sign_in, ravi.browser);
    BOOST_REQUIRE(pending.has_value());
    BOOST_TEST(pending->challenge.id == challenge.id);
    BOOST_TEST(!pending->is_expired);
    BOOST_TEST(!here.otp.pending(Purpose::sign_in, a_browser().browser));
    clock.advance(5min);
    BOOST_TEST(here.otp.pending(Purpose::sign_in, ravi.browser)->is_expired);
    auto const again = ask(ravi);
    for (int guess = 1; guess <= 5; ++guess) fault(again, ravi, wrong_code());
    BOOST_TEST((here.otp.pending(Purpose::sign_in, ravi.browser)->locked_for == 30min));
}

BOOST_AUTO_TEST_SUITE_END()
