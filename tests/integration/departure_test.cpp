#include <boost/test/unit_test.hpp>

#include <algorithm>
#include <filesystem>
#include <fstream>

#include "base/secure.h"
#include "domain/accounts/door.h"
#include "domain/jobs/runner.h"
#include "domain/privacy/departures.h"
#include "domain/privacy/erasure.h"
#include "domain/privacy/erasure_steps.h"
#include "domain/privacy/export_maker.h"
#include "domain/subscriptions/subscriptions.h"
#include "support/canary.h"
#include "support/database.h"
#include "support/folder.h"
#include "support/shell.h"

using namespace ssr;
using namespace ssr::privacy;
using namespace std::chrono_literals;

namespace {

std::string const kKey(64, 'k');
accounts::Device const kDesk{.ip_address = "198.51.100.201", .user_agent = "Boost.Test", .browser = {}};
constexpr auto kLaw = "--exclude-table-data=invoices";

/// The worker on some database, as its own role.
struct Worker {
    Worker(db::Config const& database, Clock const& clock, PrivacyConfig const& config)
        : db{database},
          redis{test::redis_url()},
          sessions{redis, db, clock},
          erasure{db, sessions, clock, config},
          exports{db, clock, config},
          runner{db,
                 clock,
                 {{"account.erase", [this](jobs::Job const& job) { erasure.run(job.payload); }},
                  {"account.warn_of_erasure", [this](jobs::Job const& job) { erasure.warn(job.payload); }},
                  {"outbox.forget_address",
                   [this](jobs::Job const& job) { erasure.forget_address(job.payload); }},
                  {"blob.remove", [this](jobs::Job const& job) { exports.remove_blob(job.payload); }},
                  {"tombstone.keep", [this, file = config.tombstones](
                                         jobs::Job const& job) { keep_tombstone(db, file, job.payload); }},
                  {"message.send", [this](jobs::Job const& job) {
                       db.execute(
                           "UPDATE outbox_messages SET status = 'kept' WHERE event_key = :key AND status = "
                           "'queued'",
                           {{"key", job.payload["event_key"].text()}});
                   }}}} {}
    db::Session db;
    cache::Redis redis;
    accounts::Sessions sessions;
    Erasure erasure;
    ExportMaker exports;
    jobs::Runner runner;
};

struct Farewell : test::Database {
    FixedClock clock{*parse_instant("2026-11-24T10:00:00Z")};
    test::Folder folder;
    PrivacyConfig config{.secret_keys = {kKey},
                         .public_url = "https://ssr.test",
                         .blobs = folder.path("blobs"),
                         .tombstones = folder.path("tombstones.jsonl")};
    outbound::BlobStore blobs{config.blobs};
    test::Canary canary{db, clock.now() - 10 * 24h, blobs};
    Worker worker{{test::clone_as("ssr_worker")}, clock, config};
    db::Session door_db{{test::clone_as("ssr_auth")}};
    cache::Redis redis{test::redis_url()};
    accounts::Sessions sessions{redis, door_db, clock};
    accounts::Door door{door_db, clock, sessions, messages::Outbox{door_db, clock, kKey}, {kKey}};
    Departures departures{door_db, clock, sessions, {kKey}, "https://ssr.test"};

    Farewell() { db.run_script("DELETE FROM job_schedules"); }
    accounts::Session session(std::string const& cookie) { return sessions.resume(cookie).value(); }
    Departure ask() {
        return *departures.ask(session(test::a_session(db, canary.person, clock.now())), "198.51.100.200");
    }
    void leave() {
        ask();
        clock.advance(kCoolOff);
        worker.runner.run_due();
    }
    std::int64_t number(std::string const& sql) {
        return db.one(sql, {}, [](db::Row const& row) { return row.integer("n"); });
    }
    bool is_erased() {
        return number("SELECT count(*) AS n FROM users WHERE erased_at IS NOT NULL AND id = " +
                      std::to_string(canary.person.id.value())) == 1;
    }
};

std::string dump(std::string const& database, std::string const& options = {}) {
    return test::output_of("pg_dump --no-owner --no-privileges " + options + " '" + database + "'");
}

std::vector<std::string> found(std::vector<std::string> const& values, std::string const& text) {
    std::vector<std::string> hits;
    std::ranges::copy_if(values, std::back_inserter(hits),
                         [&](std::string const& value) { return text.find(value) != std::string::npos; });
    return hits;
}

std::string listed(std::vector<std::string> const& words) {
    std::string text;
    for (auto const& word : words) text += word + "; ";
    return text;
}

}  // namespace

BOOST_FIXTURE_TEST_SUITE(leaving_for_good, Farewell)

BOOST_AUTO_TEST_CASE(a_search_of_the_whole_database_finds_who_left_in_the_kept_invoices_only) {
    auto const before = dump(test::clone());
    BOOST_TEST(found(canary.values(), before).size() == canary.values().size(),
               "the canary is not everywhere before");
    leave();
    BOOST_TEST(is_erased());
    auto const after = dump(test::clone());
    auto left = found(canary.values(), after);
    auto kept = canary.kept_values();
    std::ranges::sort(left);
    std::ranges::sort(kept);
    BOOST_TEST(listed(left) == listed(kept));
    BOOST_TEST(listed(found(canary.values(), dump(test::clone(), kLaw))) == "");
    BOOST_TEST((after.find(canary.mark) != std::string::npos), "the invoice lost its buyer");
}

BOOST_AUTO_TEST_CASE(a_restore_brings_nobody_back_once_the_deletions_are_done_again) {
    auto const file = folder.path("backup.sql"), name = "ssr_restored_" + random_hex(4);
    std::ofstream{file} << dump(test::clone());
    leave();
    db.run_script("CREATE DATABASE " + name);
    auto const restored = test::clone() + " dbname=" + name;
    test::output_of("psql -X -q -v ON_ERROR_STOP=1 -f '" + file + "' '" + restored + "' > /dev/null");
    test::output_of("PGOPTIONS= psql -X -q -v ON_ERROR_STOP=1 -f '" SSR_SOURCE_DIR "/sql/roles.sql' '" +
                    restored + "' > /dev/null");
    BOOST_TEST(found(canary.values(), dump(restored)).size() == canary.values().size(),
               "the restore was no restore");
    {
        Worker on_restored{{restored + " options='-c role=ssr_worker'"}, clock, config};
        BOOST_TEST(on_restored.erasure.reapply() == 1);
        BOOST_TEST(on_restored.erasure.reapply() == 0);
    }
    BOOST_TEST(listed(found(canary.values(), dump(restored, kLaw))) == "");
    db.run_script("DROP DATABASE " + name + " WITH (FORCE)");
}

BOOST_AUTO_TEST_CASE(nothing_goes_before_the_seven_days_are_over) {
    ask();
    clock.advance(kCoolOff - 1s);
    worker.runner.run_due();
    BOOST_TEST(!is_erased());
    clock.advance(1s);
    worker.runner.run_due();
    BOOST_TEST(is_erased());
}

BOOST_AUTO_TEST_CASE(asking_signs_out_everywhere_at_once_and_tells_every_contact) {
    auto const other = test::a_session(db, canary.person, clock.now());
    BOOST_TEST(sessions.resume(other).has_value());
    ask();
    BOOST_TEST(!sessions.resume(other).has_value());
    for (auto const& to : {canary.person.email.text(), canary.person.phone.e164()})
        BOOST_TEST(number("SELECT count(*) AS n FROM outbox_messages WHERE kind = 'account_deletion' AND "
                          "recipient = '" +
                          to + "'") == 1);
}

BOOST_AUTO_TEST_CASE(two_days_before_he_is_told_once_more) {
    ask();
    clock.advance(5 * 24h - 1s);
    worker.runner.run_due();
    auto const warnings =
        "SELECT count(*) AS n FROM outbox_messages WHERE event_key LIKE '%:warning' AND recipient = '" +
        canary.person.email.text() + "'";
    BOOST_TEST(number(warnings) == 0);
    clock.advance(1s);
    worker.runner.run_due();
    BOOST_TEST(number(warnings) == 1);
}

BOOST_AUTO_TEST_CASE(a_wish_that_was_taken_back_erases_nothing_and_a_new_one_does) {
    ask();
    BOOST_TEST(departures.cancel(canary.person.id, "198.51.100.200"));
    BOOST_TEST(!departures.cancel(canary.person.id, "198.51.100.200"));
    clock.advance(kCoolOff);
    worker.runner.run_due();
    BOOST_TEST(!is_erased());
    leave();
    BOOST_TEST(is_erased());
}

BOOST_AUTO_TEST_CASE(the_link_of_the_mail_is_good_for_its_own_wish_while_that_lasts) {
    auto const wish = ask();
    auto const link = departures.link_for(wish.id);
    auto const signature = link.substr(link.find('=') + 1);
    BOOST_TEST(departures.find_by_link(wish.id, signature).has_value());
    BOOST_TEST(!departures.find_by_link(PublicDeletionId::fresh(), signature).has_value());
    BOOST_TEST(!departures.find_by_link(wish.id, "x").has_value());
    departures.cancel(canary.person.id, "");
    BOOST_TEST(!departures.find_by_link(wish.id, signature).has_value());
}

BOOST_AUTO_TEST_CASE(a_second_wish_is_the_first_one_and_staff_ask_a_superadmin) {
    auto const first = ask();
    BOOST_TEST((ask().id == first.id));
    auto const admin = test::a_person(db, "admin");
    auto const refused = departures.ask(session(test::a_session(db, admin, clock.now())), "");
    BOOST_TEST(!refused);
}

BOOST_AUTO_TEST_CASE(the_certificate_has_a_hash_that_can_be_checked_and_is_the_last_mail) {
    leave();
    auto const row = db.one(
        "SELECT certificate, certificate_sha256, cast(papers_kept_until AS text) AS until FROM "
        "account_deletions WHERE user_id = "
        ":user AND status = 'done'",
        {{"user", canary.person.id}}, [](db::Row const& row) {
            return std::tuple{row.json("certificate"), row.text("certificate_sha256"),
                              row.text_or_empty("until")};
        });
    auto const& [certificate, hash, until] = row;
    BOOST_TEST(sha256_hex(certificate.dump()) == hash);
    BOOST_TEST(certificate["erased"]["works"].integer().value_or(0) == 1);
    BOOST_TEST(certificate["kept"]["invoices"].integer().value_or(0) == 1);
    BOOST_TEST(until == "2035-03-31");
    BOOST_TEST(number("SELECT count(*) AS n FROM outbox_messages o JOIN account_deletions d ON o.event_key = "
                      "'account_erased:' || d.public_id WHERE o.status = 'kept' AND o.recipient = '" +
                      canary.person.email.masked() +
                      "' AND d.user_id = " + std::to_string(canary.person.id.value())) == 1);
}

BOOST_AUTO_TEST_CASE(files_that_nobody_else_has_leave_the_disk) {
    for (auto const& key : {canary.attachment_key, canary.picture_key})
        BOOST_TEST(blobs.path_of(key).has_value());
    leave();
    worker.runner.run_due();
    for (auto const& key : {canary.attachment_key, canary.picture_key})
        BOOST_TEST(!blobs.path_of(key).has_value());
}

BOOST_AUTO_TEST_CASE(the_number_is_free_for_a_new_account_that_sees_nothing_of_the_old) {
    leave();
    auto const entered = door.enter(LoginId{canary.person.phone}, kDesk);
    BOOST_REQUIRE(bool(entered));
    BOOST_TEST(entered->who.is_new);
    BOOST_TEST((entered->who.id != canary.person.id));
    for (auto const* table :
         {"subscriptions", "payments", "invoices", "support_tickets", "works", "usage_logs"})
        BOOST_TEST(number(std::string{"SELECT count(*) AS n FROM "} + table +
                          " WHERE user_id = " + std::to_string(entered->who.id.value())) == 0);
    // And a restore afterwards does not take the new account for the old one.
    BOOST_TEST(worker.erasure.reapply() == 0);
    BOOST_TEST(number("SELECT count(*) AS n FROM users WHERE phone = '" + canary.person.phone.e164() + "'") ==
               1);
}

BOOST_AUTO_TEST_CASE(leaving_gives_no_second_trial) {
    subscriptions::Subscriptions before{db, clock, {kKey}};
    auto const trial = [&](UserId user) {
        return before.start_trial({.user = user,
                                   .public_user = canary.person.public_id,
                                   .phone = canary.person.phone.e164(),
                                   .email = {},
                                   .ip_address = {}},
                                  Module::workslip);
    };
    BOOST_TEST(bool(trial(canary.person.id)));
    leave();
    auto const again = door.enter(LoginId{canary.person.phone}, kDesk);
    auto const refused = trial(again->who.id);
    BOOST_REQUIRE(!refused);
    BOOST_TEST((refused.error() == subscriptions::TrialRefused::had_before));
}

BOOST_AUTO_TEST_CASE(leaving_lifts_no_ban) {
    ask();
    db.execute("UPDATE users SET is_active = false, banned_reason = 'abuse' WHERE id = :user",
               {{"user", canary.person.id}});
    clock.advance(kCoolOff);
    worker.runner.run_due();
    BOOST_TEST(is_erased());
    BOOST_TEST(!door.enter(LoginId{canary.person.phone}, kDesk));
    BOOST_TEST(!door.enter(LoginId{canary.person.email}, kDesk));
    BOOST_TEST(!door.enter(*LoginId::parse(canary.former_email), kDesk));
    BOOST_TEST(bool(door.enter(LoginId{test::fresh_phone()}, kDesk)));
}

BOOST_AUTO_TEST_CASE(works_that_others_share_stay_and_the_highest_colleague_owns_them) {
    auto const member = test::a_person(db), admin = test::a_person(db);
    for (auto const& [who, role] : {std::pair{member, "member"}, std::pair{admin, "admin"}})
        db.execute(
            "INSERT INTO memberships (organization_id, user_id, role, created_at) VALUES (:o, :u, :role, "
            ":now)",
            {{"o", canary.person.organization}, {"u", who.id}, {"role", role}, {"now", clock.now()}});
    leave();
    BOOST_TEST(is_erased());
    auto const organization = std::to_string(canary.person.organization.value());
    BOOST_TEST(number("SELECT count(*) AS n FROM works WHERE organization_id = " + organization) == 1);
    BOOST_TEST(number("SELECT user_id AS n FROM memberships WHERE role = 'owner' AND organization_id = " +
                      organization) == admin.id.value());
    BOOST_TEST(number("SELECT owner_id AS n FROM organizations WHERE id = " + organization) ==
               admin.id.value());
    BOOST_TEST(number("SELECT count(*) AS n FROM memberships WHERE user_id = " +
                      std::to_string(canary.person.id.value())) == 0);
}

BOOST_AUTO_TEST_CASE(every_table_that_hangs_on_people_is_erased_or_left_for_a_reason) {
    auto const has = [](auto const& list, std::string const& table) {
        return std::ranges::any_of(list, [&](auto const& each) { return each.table == table; });
    };
    for (auto const& table : test::tables_of_people(db))
        BOOST_TEST((has(erasure_steps(), table) != has(not_erased(), table)),
                   table << " hangs on people: put it into erasure_steps.cpp");
    for (auto const& left : not_erased()) BOOST_TEST(!left.why.empty());
}

BOOST_AUTO_TEST_CASE(a_former_address_that_is_another_persons_now_stays_his) {
    auto const heir = test::a_person(db);
    db.execute("UPDATE users SET email = :email WHERE id = :heir",
               {{"email", canary.former_email}, {"heir", heir.id}});
    leave();
    BOOST_TEST(is_erased());
    BOOST_TEST(number("SELECT count(*) AS n FROM outbox_messages WHERE user_id IS NULL AND recipient = '" +
                      canary.former_email + "'") == 1);
}

BOOST_AUTO_TEST_CASE(the_audit_trail_knows_no_address_and_still_holds) {
    leave();
    BOOST_TEST(number("SELECT count(*) AS n FROM audit_logs WHERE ip_address = '198.51.x.x' AND user_id = " +
                      std::to_string(canary.person.id.value())) == 1);
    BOOST_TEST(number("SELECT count(*) AS n FROM audit_broken") == 0);
}

BOOST_AUTO_TEST_SUITE_END()
