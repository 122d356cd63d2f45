#include "domain/jobs/partitions.h"

#include "db/failure.h"
#include "support/database.h"

using namespace ssr;

BOOST_AUTO_TEST_SUITE(partitions)

namespace {

constexpr auto kMay2031 = 1'936'000'000;  // 2031-05-08
constexpr auto kMay2033 = 1'999'158'400;  // 2033-05-08; its partitions stay in the clone

struct Worker {
    db::Session db{{test::clone_as("ssr_worker")}};
    db::Transaction transaction{db};  // rolled back
    FixedClock clock{Instant{std::chrono::seconds{kMay2031}}};

    std::string home_of_row(std::string const& at) {
        db.one("SELECT audit(NULL, 'tried', 'partitions', '', '{}', '', :at)", {{"at", at}},
               [](db::Row const&) { return 0; });
        return db.one(
            "SELECT cast(tableoid::regclass AS text) AS home FROM audit_logs ORDER BY id DESC LIMIT 1", {},
            [](db::Row const& row) { return row.text("home"); });
    }
    // Of this test: others leave rows of their own.
    std::int64_t rows_in(std::string const& partition) {
        return db.one(
            "SELECT count(*) AS held FROM audit_logs WHERE model_name = 'partitions' AND "
            "cast(tableoid::regclass AS text) = :partition",
            {{"partition", partition}}, [](db::Row const& row) { return row.integer("held"); });
    }
    bool chain_holds() {
        return db.one("SELECT count(*) AS broken FROM audit_broken", {},
                      [](db::Row const& row) { return row.integer("broken"); }) == 0;
    }
};

}  // namespace

BOOST_FIXTURE_TEST_CASE(the_worker_makes_this_month_and_two_more_and_moves_what_waited, Worker) {
    BOOST_TEST(home_of_row("2031-05-08T00:00:00Z") == "audit_logs_other");
    BOOST_TEST(rows_in("audit_logs_other") == 1);
    BOOST_TEST(jobs::make_month_partitions(db, clock) == 6);
    BOOST_TEST(home_of_row("2031-05-09T00:00:00Z") == "audit_logs_2031_05");
    BOOST_TEST(home_of_row("2031-07-31T23:59:59Z") == "audit_logs_2031_07");
    BOOST_TEST(rows_in("audit_logs_other") == 0);
    BOOST_TEST(chain_holds());
}

BOOST_FIXTURE_TEST_CASE(a_second_time_it_makes_none, Worker) {
    jobs::make_month_partitions(db, clock);
    BOOST_TEST(jobs::make_month_partitions(db, clock) == 0);
    BOOST_TEST(home_of_row("2031-08-01T00:00:00Z") == "audit_logs_other");
}

BOOST_AUTO_TEST_CASE(whoever_reads_one_table_keeps_no_other_from_its_partitions_and_waits_for_nobody) {
    db::Session reader{{test::clone()}}, worker{{test::clone_as("ssr_worker")}};
    FixedClock const clock{Instant{std::chrono::seconds{kMay2033}}};
    auto const made = [&](std::string const& table) {
        return reader.one(
            "SELECT count(*) AS made FROM pg_class WHERE relkind = 'r' AND relname LIKE :table || '_2033_%'",
            {{"table", table}}, [](db::Row const& row) { return row.integer("made"); });
    };
    {
        db::Transaction const reading{reader};
        reader.execute("LOCK TABLE audit_logs IN ACCESS SHARE MODE");
        BOOST_CHECK_THROW(jobs::make_month_partitions(worker, clock), db::Failure);
        BOOST_TEST(made("usage_logs") == 3);
        BOOST_TEST(made("audit_logs") == 0);
        reader.execute("LOCK TABLE usage_logs IN ACCESS SHARE MODE NOWAIT");
    }
    BOOST_TEST(jobs::make_month_partitions(worker, clock) == 3);
    BOOST_TEST(made("audit_logs") == 3);
}

BOOST_AUTO_TEST_SUITE_END()
