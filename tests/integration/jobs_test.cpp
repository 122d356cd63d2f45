#include <boost/test/unit_test.hpp>

#include "db/failure.h"
#include "db/transaction.h"
#include "domain/jobs/queue.h"
#include "domain/jobs/runner.h"
#include "support/database.h"

using namespace ssr;
using namespace std::chrono_literals;

namespace {

struct Workshop : test::Database {
    FixedClock clock{*parse_instant("2026-11-24T10:00:00Z")};
    jobs::Queue queue{db, clock};
    int done = 0;
    jobs::Runner runner{
        db,
        clock,
        {{"count", [this](jobs::Job const&) { ++done; }},
         {"fail", [](jobs::Job const&) { throw std::runtime_error{"the carrier is away"}; }}}};

    Workshop() { db.run_script("DELETE FROM jobs; DELETE FROM job_schedules"); }
    std::string status_of(JobId job) {
        return db.one("SELECT status FROM jobs WHERE id = :id", {{"id", job}},
                      [](db::Row const& row) { return row.text("status"); });
    }
};

}  // namespace

BOOST_FIXTURE_TEST_SUITE(work_for_later, Workshop)

BOOST_AUTO_TEST_CASE(a_job_runs_once) {
    auto const job = queue.enqueue({.kind = "count"});
    BOOST_TEST(runner.run_due() == 1);
    BOOST_TEST(runner.run_due() == 0);
    BOOST_TEST(done == 1);
    BOOST_TEST(status_of(*job) == "done");
}

BOOST_AUTO_TEST_CASE(a_job_of_a_change_that_was_rolled_back_never_runs) {
    {
        db::Transaction transaction{db};
        queue.enqueue({.kind = "count"});
    }
    BOOST_TEST(runner.run_due() == 0);
}

BOOST_AUTO_TEST_CASE(a_job_waits_for_its_time) {
    queue.enqueue({.kind = "count", .run_at = clock.now() + 1h});
    BOOST_TEST(runner.run_due() == 0);
    clock.advance(1h);
    BOOST_TEST(runner.run_due() == 1);
}

BOOST_AUTO_TEST_CASE(a_second_job_of_the_same_key_is_not_made) {
    BOOST_TEST(bool(queue.enqueue({.kind = "count", .dedupe_key = "receipt:1"})));
    BOOST_TEST(!queue.enqueue({.kind = "count", .dedupe_key = "receipt:1"}));
    BOOST_TEST(runner.run_due() == 1);
}

BOOST_AUTO_TEST_CASE(a_failing_job_is_tried_again_with_growing_pauses_and_dies_at_last) {
    auto const job = queue.enqueue({.kind = "fail", .max_attempts = 3});
    for (int attempt = 1; attempt <= 3; ++attempt) {
        BOOST_TEST(runner.run_due() == 1);
        BOOST_TEST(runner.run_due() == 0);
        clock.advance(jobs::pause_after(attempt));
    }
    BOOST_TEST(status_of(*job) == "dead");
    BOOST_TEST(runner.run_due() == 0);
    BOOST_TEST(bool(jobs::pause_after(1) < jobs::pause_after(2)));
    BOOST_TEST(bool(jobs::pause_after(100) == 1h));
}

BOOST_AUTO_TEST_CASE(what_a_failed_job_wrote_is_gone) {
    jobs::Runner half{db, clock, {{"half", [this](jobs::Job const&) {
                                       queue.enqueue({.kind = "count"});
                                       throw std::runtime_error{"in the middle"};
                                   }}}};
    queue.enqueue({.kind = "half", .max_attempts = 1});
    BOOST_TEST(half.run_due() == 1);
    BOOST_TEST(runner.run_due() == 0);
}

BOOST_AUTO_TEST_CASE(a_job_whose_worker_died_is_taken_again_and_the_dead_one_s_late_word_does_not_count) {
    auto const job = queue.enqueue({.kind = "slow"});
    int ran = 0;
    jobs::Runner* second = nullptr;
    // The first worker's lease ends while it works; a second one takes the job and finishes it.
    jobs::Runner first{db, clock, {{"slow", [&](jobs::Job const&) { ++ran; }}}, {.lease = 0s}};
    test::Database other;
    jobs::Runner rescuer{other.db, clock, {{"slow", [&](jobs::Job const&) { ++ran; }}}};
    second = &rescuer;
    jobs::Runner stalled{
        db, clock, {{"slow", [&](jobs::Job const&) { BOOST_TEST(second->run_one()); }}}, {.lease = 0s}};
    BOOST_TEST(stalled.run_one());
    BOOST_TEST(ran == 1);
    BOOST_TEST(status_of(*job) == "done");
    BOOST_TEST(!first.run_one());
}

BOOST_AUTO_TEST_CASE(a_job_cut_off_by_the_database_does_not_wait_for_its_lease) {
    int tries = 0;
    jobs::Runner cut_off{db, clock, {{"cut", [&](jobs::Job const&) {
                                          if (++tries == 1)
                                              db.execute("SELECT pg_terminate_backend(pg_backend_pid())");
                                      }}}};
    auto const job = queue.enqueue({.kind = "cut"});
    BOOST_CHECK_THROW(cut_off.run_one(), db::Failure);
    BOOST_TEST(status_of(*job) == "running");
    BOOST_TEST(!cut_off.run_one());
    BOOST_TEST(status_of(*job) == "queued");
    clock.advance(jobs::pause_after(1));
    BOOST_TEST(cut_off.run_one());
    BOOST_TEST(status_of(*job) == "done");
    BOOST_TEST(tries == 2);
}

BOOST_AUTO_TEST_CASE(a_kind_that_nobody_knows_ends_dead_and_says_why) {
    auto const job = queue.enqueue({.kind = "unknown", .max_attempts = 1});
    BOOST_TEST(runner.run_due() == 1);
    BOOST_TEST(status_of(*job) == "dead");
}

BOOST_AUTO_TEST_CASE(a_new_job_wakes_the_worker_and_a_look_at_the_schedules_does_not) {
    db::Session sleeper{{test::clone()}};
    sleeper.execute("LISTEN jobs");
    runner.wake_schedules();
    BOOST_TEST(!sleeper.wait_for_notice(std::chrono::seconds{0}));
    queue.enqueue({.kind = "count"});
    BOOST_TEST(sleeper.wait_for_notice(std::chrono::seconds{5}));
}

BOOST_AUTO_TEST_CASE(of_those_that_commit_at_a_time_one_wakes_the_worker_for_all) {
    db::Session sleeper{{test::clone()}}, neighbour{{test::clone()}};
    sleeper.execute("LISTEN jobs");
    db::Transaction first{db};
    queue.enqueue({.kind = "count"});
    db.execute("SET CONSTRAINTS ALL IMMEDIATE");  // as if it waited for the disk in its commit
    jobs::Queue{neighbour, clock}.enqueue({.kind = "count"});
    BOOST_TEST(!sleeper.wait_for_notice(std::chrono::seconds{0}));
    first.commit();
    BOOST_TEST(sleeper.wait_for_notice(std::chrono::seconds{5}));
    BOOST_TEST(runner.run_due() == 2);
}

BOOST_AUTO_TEST_CASE(an_open_transaction_that_made_a_job_keeps_no_other_from_waking_the_worker) {
    db::Session sleeper{{test::clone()}}, neighbour{{test::clone()}};
    sleeper.execute("LISTEN jobs");
    db::Transaction const open{db};
    queue.enqueue({.kind = "count"});
    jobs::Queue{neighbour, clock}.enqueue({.kind = "count"});
    BOOST_TEST(sleeper.wait_for_notice(std::chrono::seconds{5}));
}

BOOST_AUTO_TEST_CASE(a_schedule_becomes_one_job_each_time_it_is_due) {
    db.execute("INSERT INTO job_schedules VALUES ('counting', 'count', '{}', 300, :now)",
               {{"now", clock.now()}});
    BOOST_TEST(runner.run_due() == 1);
    BOOST_TEST(runner.run_due() == 0);
    clock.advance(300s);
    BOOST_TEST(runner.run_due() == 1);
}

BOOST_AUTO_TEST_CASE(a_clock_that_is_set_back_silences_no_schedule) {
    db.execute("INSERT INTO job_schedules VALUES ('counting', 'count', '{}', 300, :now)",
               {{"now", clock.now()}});
    BOOST_TEST(runner.run_due() == 1);
    clock.advance(std::chrono::days{-30});
    BOOST_TEST(runner.run_due() == 1);
    BOOST_TEST(runner.run_due() == 0);
    clock.advance(300s);
    BOOST_TEST(runner.run_due() == 1);
}

BOOST_AUTO_TEST_SUITE_END()
