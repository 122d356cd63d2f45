#include <boost/test/unit_test.hpp>

#include "db/failure.h"
#include "db/session.h"
#include "db/transaction.h"
#include "support/database.h"

using namespace ssr;
using db::Failure, db::Row, db::Session, db::Transaction;

namespace {

// A clone: nobody may be connected to the template while another test copies it.
std::string postgres() { return test::clone(); }

struct Things {
    explicit Things(bool prepared = true) : db{{postgres(), prepared}} {
        db.run_script(
            "CREATE TEMPORARY TABLE things (id bigint PRIMARY KEY, name text, paise bigint NOT NULL"
            " CONSTRAINT things_cost_something CHECK (paise > 0), made_at timestamptz, note jsonb)");
    }
    void insert(int id, std::optional<std::string> const& name, Money cost) {
        db.execute("INSERT INTO things (id, name, paise) VALUES (:id, :name, :cost)",
                   {{"id", id}, {"name", name}, {"cost", cost}});
    }
    std::int64_t count() {
        return db.one("SELECT count(*) AS n FROM things", {},
                      [](Row const& row) { return row.integer("n"); });
    }
    Session db;
};

void kill_own_connection(Session& db) {
    Session other{{postgres()}};
    auto const pid =
        db.one("SELECT pg_backend_pid() AS pid", {}, [](Row const& row) { return row.integer("pid"); });
    other.one("SELECT pg_terminate_backend(cast(:pid as int)) AS done", {{"pid", pid}},
              [](Row const& row) { return row.flag("done"); });
    // Until the server has really let go of it.
    while (other.one("SELECT count(*) AS n FROM pg_stat_activity WHERE pid = :pid", {{"pid", pid}},
                     [](Row const& row) { return row.integer("n"); }) > 0) {
    }
}

}  // namespace

BOOST_AUTO_TEST_SUITE(database_session)

BOOST_AUTO_TEST_CASE(values_of_every_kind_come_back_as_they_went) {
    for (bool const prepared : {true, false}) {
        Things things{prepared};
        auto const at = *parse_instant("2027-03-31T18:29:59Z");
        for (int id : {1, 2})
            things.db.execute("INSERT INTO things VALUES (:id, :name, :cost, :at, :note)",
                              {{"id", id},
                               {"name", "₹ 'a' :b"},
                               {"cost", Money::from_paise(9007199254740993)},
                               {"at", at},
                               {"note", Json{Json::Object{{"a", 1}}}}});
        auto const found = things.db.list("SELECT * FROM things ORDER BY id", {}, [&](Row const& row) {
            BOOST_TEST(row.text("name") == "₹ 'a' :b");
            BOOST_TEST(row.money("paise").paise() == 9007199254740993);
            BOOST_TEST(bool(row.instant("made_at") == at));
            BOOST_TEST(row.json("note")["a"].integer().value_or(0) == 1);
            return row.integer("id");
        });
        BOOST_TEST(found.size() == 2u);
    }
}

BOOST_AUTO_TEST_CASE(a_statement_runs_again_with_other_values) {
    Things things;
    things.insert(1, "one", Money::from_rupees(1));
    things.insert(2, std::nullopt, Money::from_rupees(2));
    auto const name_of = [&](int id) {
        return things.db.maybe_one("SELECT name FROM things WHERE id = :id", {{"id", id}},
                                   [](Row const& row) { return row.maybe_text("name"); });
    };
    BOOST_TEST(name_of(1)->value() == "one");
    BOOST_TEST(!name_of(2)->has_value());
    BOOST_TEST(!name_of(3).has_value());
    BOOST_TEST(name_of(1)->value() == "one");
}

BOOST_AUTO_TEST_CASE(a_violated_rule_is_named) {
    Things things;
    try {
        things.insert(1, "free", Money{});
        BOOST_FAIL("a thing that costs nothing was stored");
    } catch (Failure const& failure) {
        BOOST_TEST(failure.violates("things_cost_something"));
        BOOST_TEST(!failure.is_temporary());
        BOOST_TEST(std::string_view{failure.what()}.find("free") ==
                   std::string_view::npos);  // no value leaks
    }
    things.insert(1, "paid", Money::from_rupees(1));
    BOOST_TEST(things.count() == 1);
}

BOOST_AUTO_TEST_CASE(what_is_not_committed_is_gone) {
    Things things;
    {
        Transaction transaction{things.db};
        things.insert(1, "one", Money::from_rupees(1));
    }
    BOOST_TEST(things.count() == 0);
    {
        Transaction transaction{things.db};
        things.insert(1, "one", Money::from_rupees(1));
        {
            Transaction inner{things.db};
            things.insert(2, "two", Money::from_rupees(2));
        }
        transaction.commit();
    }
    BOOST_TEST(things.count() == 1);
}

BOOST_AUTO_TEST_CASE(committing_a_failed_transaction_throws) {
    Things things;
    Transaction transaction{things.db};
    BOOST_CHECK_THROW(things.insert(1, "free", Money{}), Failure);
    BOOST_CHECK_THROW(transaction.commit(), Failure);
    BOOST_TEST(things.count() == 0);
}

BOOST_AUTO_TEST_CASE(an_idle_connection_that_died_is_replaced_unnoticed) {
    Session db{{postgres()}};
    kill_own_connection(db);
    BOOST_TEST(db.is_ready());
}

BOOST_AUTO_TEST_CASE(a_connection_lost_inside_a_transaction_is_a_temporary_fault) {
    Session db{{postgres()}};
    {
        Transaction transaction{db};
        kill_own_connection(db);
        try {
            db.execute("SELECT 1");
            BOOST_FAIL("the lost transaction went on");
        } catch (Failure const& failure) {
            BOOST_TEST(failure.is_temporary());
        }
        BOOST_CHECK_THROW(transaction.commit(), Failure);
    }
    BOOST_TEST(db.is_ready());
}

BOOST_AUTO_TEST_CASE(a_server_that_is_not_there_is_a_temporary_fault) {
    Session db{{"host=/nowhere dbname=none"}};
    BOOST_TEST(!db.is_ready());
    try {
        db.execute("SELECT 1");
        BOOST_FAIL("there is no server");
    } catch (Failure const& failure) {
        BOOST_TEST(failure.is_temporary());
    }
}

BOOST_AUTO_TEST_CASE(bulk_rows_are_copied) {
    Things things;
    auto const* const statement = "COPY things (id, name, paise) FROM STDIN";
    things.db.copy(statement, [&](Session::Put const& put) {
        for (int id = 1; id <= 1000; ++id) put(std::to_string(id) + "\tname\t100\n");
    });
    BOOST_TEST(things.count() == 1000);
    BOOST_CHECK_THROW(things.db.copy(statement, [](Session::Put const& put) { put("x\ty\tz\n"); }), Failure);
    BOOST_CHECK_THROW(things.db.copy(statement,
                                     [](Session::Put const& put) {
                                         put("2000\tname\t100\n");
                                         throw std::logic_error{"half of them"};
                                     }),
                      std::logic_error);
    BOOST_TEST(things.count() == 1000);
}

BOOST_AUTO_TEST_CASE(copied_texts_arrive_as_they_are) {
    Things things;
    std::string const odd = "tab\tline\nreturn\rback\\slash \\N ₹";
    things.db.copy("COPY things (id, name, paise) FROM STDIN",
                   [&](Session::Put const& put) { put("7\t" + db::copy_text(odd) + "\t100\n"); });
    BOOST_TEST(things.db.one("SELECT name FROM things WHERE id = 7", {},
                             [](Row const& row) { return row.text("name"); }) == odd);
}

BOOST_AUTO_TEST_CASE(statements_are_counted_and_transactions_are_not) {
    Things things;
    things.db.reset_counts();
    Transaction transaction{things.db};
    things.insert(1, "one", Money::from_rupees(1));
    things.count();
    transaction.commit();
    BOOST_TEST(things.db.statements() == 2);
}

BOOST_AUTO_TEST_CASE(what_is_told_on_a_channel_is_heard) {
    Session db{{postgres()}}, other{{postgres()}};
    auto const changes_from = [&](std::uint64_t before) {
        for (auto const till = std::chrono::steady_clock::now() + std::chrono::seconds{20};
             std::chrono::steady_clock::now() < till;)
            if (db.last_told("changed") != before) return true;
        return false;
    };
    auto const at_first = db.last_told("changed");
    BOOST_TEST(db.last_told("changed") == at_first);
    other.run_script("NOTIFY changed");
    BOOST_TEST(changes_from(at_first));
    auto const then = db.last_told("changed");
    other.run_script("NOTIFY elsewhere");
    BOOST_TEST(db.last_told("changed") == then);
}

BOOST_AUTO_TEST_CASE(what_could_not_be_heard_counts_as_told) {
    Session db{{postgres()}};
    auto const before = db.last_told("changed");
    kill_own_connection(db);
    BOOST_TEST(db.last_told("changed") != before);
    Session pooled{{postgres(), false}};
    BOOST_TEST(pooled.last_told("changed") != pooled.last_told("changed"));
}

BOOST_AUTO_TEST_CASE(an_array_reaches_postgres_with_all_its_marks) {
    Session db{{postgres()}};
    std::vector<std::string> const texts{"a", "b\"c", "d\\e", "f,g", "{h}", ""};
    auto const back =
        db.list("SELECT unnest(cast(:texts as text[])) AS text", {{"texts", db::array_of(texts)}},
                [](Row const& row) { return row.text("text"); });
    BOOST_TEST(back == texts, boost::test_tools::per_element());
}

BOOST_AUTO_TEST_SUITE_END()
