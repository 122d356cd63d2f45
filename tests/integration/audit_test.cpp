#include <boost/test/unit_test.hpp>

#include "db/failure.h"
#include "domain/audit/audit_log.h"
#include "domain/audit/verification.h"
#include "support/database.h"

using namespace ssr;

namespace {

struct Trail : test::RolledBack {
    audit::AuditLog log{db};
    Trail() {
        for (auto const* action : {"one", "two", "three"})
            log.record({.action = action,
                        .model_name = "users",
                        .object_id = "x",
                        .changes = Json::Object{{"a", 1}}},
                       *parse_instant("2026-11-24T10:00:00Z"));
    }
    std::int64_t id_of(std::string_view action) {
        return db.one("SELECT max(id) AS id FROM audit_logs WHERE action = :action", {{"action", action}},
                      [](db::Row const& row) { return row.integer("id"); });
    }
};

}  // namespace

BOOST_FIXTURE_TEST_SUITE(audit_trail, Trail)

BOOST_AUTO_TEST_CASE(an_untouched_trail_holds) { BOOST_TEST(!audit::first_broken(db)); }

BOOST_AUTO_TEST_CASE(an_altered_row_is_named) {
    auto const id = id_of("two");
    db.execute("UPDATE audit_logs SET changes = '{}' WHERE id = :id", {{"id", id}});
    BOOST_TEST(audit::first_broken(db)->id == id);
}

BOOST_AUTO_TEST_CASE(a_missing_row_shows_at_its_successor_and_a_cut_tail_at_the_head) {
    db.execute("DELETE FROM audit_logs WHERE id = :id", {{"id", id_of("two")}});
    BOOST_TEST(audit::first_broken(db)->id == id_of("three"));
    db.execute("DELETE FROM audit_logs");
    BOOST_TEST(audit::first_broken(db)->action == "the last row is missing");
}

BOOST_AUTO_TEST_CASE(no_handler_may_change_a_row) {
    for (auto const* role : {"ssr_auth", "ssr_admin", "ssr_worker", "ssr_subscriptions"}) {
        db::Session handler{{test::clone_as(role)}};
        BOOST_CHECK_THROW(handler.execute("UPDATE audit_logs SET action = 'x'"), db::Failure);
        BOOST_CHECK_THROW(handler.execute("DELETE FROM audit_logs"), db::Failure);
    }
}

BOOST_AUTO_TEST_SUITE_END()
