#include <boost/test/unit_test.hpp>

#include <algorithm>
#include <filesystem>

#include "base/secure.h"
#include "base/text.h"
#include "db/failure.h"
#include "domain/jobs/runner.h"
#include "domain/privacy/download_link.h"
#include "domain/privacy/export_maker.h"
#include "domain/privacy/export_page.h"
#include "domain/privacy/export_sections.h"
#include "support/canary.h"
#include "support/database.h"
#include "support/folder.h"
#include "support/shell.h"

using namespace ssr;
using namespace ssr::privacy;
using namespace std::chrono_literals;

namespace {

std::string unzipped(std::string const& zip, std::string const& name) {
    return test::output_of("unzip -p '" + zip + "' '" + name + "'");
}

// The worker, at its own connections and as its own role.
struct Copying : test::Database {
    FixedClock clock{*parse_instant("2026-11-24T10:00:00Z")};
    test::Folder folder;
    PrivacyConfig config{.secret_keys = {std::string(64, 'k')},
                         .public_url = "https://ssr.test",
                         .blobs = folder.path("blobs")};
    db::Session worker{{test::clone_as("ssr_worker")}}, beside{{test::clone_as("ssr_worker")}};
    db::Session door{{test::clone_as("ssr_auth")}};
    ExportMaker maker{worker, clock, config};
    DataExports exports{door, clock};
    jobs::Runner runner{worker,
                        clock,
                        {{"account.export",
                          [this](jobs::Job const& job) {
                              jobs::Progress progress{beside, job};
                              maker.make(job.payload, progress);
                          }},
                         {"message.send", [](jobs::Job const&) {}},
                         {"exports.expire", [this](jobs::Job const&) { maker.expire_due(); }},
                         {"blob.remove", [this](jobs::Job const& job) { maker.remove_blob(job.payload); }}}};
    outbound::BlobStore blobs{config.blobs};
    test::Canary canary{db, clock.now(), blobs};

    Copying() { db.run_script("DELETE FROM job_schedules"); }
    DataExport made() {
        auto const id = exports.ask(canary.person.id, "10.0.0.1");
        BOOST_REQUIRE(bool(id));
        runner.run_due();
        return *exports.find(canary.person.id, *id);
    }
    std::string path_of(DataExport const& data) { return blobs.path_of(data.sha256).value_or(""); }
};

bool is_listed(std::string const& table) {
    return std::ranges::any_of(export_sections(), [&](auto const& each) { return each.table == table; }) ||
           std::ranges::any_of(not_exported(), [&](auto const& each) { return each.table == table; });
}

}  // namespace

BOOST_FIXTURE_TEST_SUITE(a_copy_of_ones_data, Copying)

BOOST_AUTO_TEST_CASE(every_table_that_hangs_on_people_is_exported_or_left_out_for_a_reason) {
    auto const tables = test::tables_of_people(db);
    BOOST_TEST(tables.size() > 25u);
    for (auto const& table : tables)
        BOOST_TEST(is_listed(table), table << " hangs on people: put it into export_sections.cpp");
    for (auto const& left_out : not_exported()) BOOST_TEST(!left_out.why.empty());
    BOOST_TEST(!is_listed("modules"));
}

BOOST_AUTO_TEST_CASE(every_column_of_an_exported_table_is_given_or_withheld_by_name) {
    for (auto const& section : export_sections()) {
        auto const columns = db.list(
            "SELECT column_name AS name FROM information_schema.columns WHERE table_name = :table AND "
            "table_schema = 'public'",
            {{"table", section.table}}, [](db::Row const& row) { return row.text("name"); });
        BOOST_TEST(!columns.empty());
        auto const withheld = split(section.withheld, ',');
        bool const is_whole =
            section.rows.starts_with(section.table) || section.rows.find(".*") != std::string::npos;
        for (auto const& column : columns)
            BOOST_TEST((is_whole || std::ranges::find(withheld, column) != withheld.end() ||
                        section.rows.find(column) != std::string_view::npos),
                       section.table << "." << column << " is neither given nor withheld");
        for (auto const& name : withheld)
            BOOST_TEST((name.empty() || std::ranges::find(columns, name) != columns.end()),
                       section.table << " has no column " << name << " to withhold");
    }
}

BOOST_AUTO_TEST_CASE(the_copy_holds_the_person_in_every_table_and_nobody_else) {
    test::Canary const other{db, clock.now(), blobs};
    auto const data = made();
    BOOST_TEST((data.state == ExportState::ready));
    BOOST_TEST(data.size_bytes > 0);
    auto const json_text = unzipped(path_of(data), "data.json");
    auto const json = Json::parse(json_text);
    BOOST_REQUIRE(json.has_value());
    for (auto const& section : export_sections()) {
        BOOST_REQUIRE((*json)[section.table].array());
        BOOST_TEST(!(*json)[section.table].array()->empty(), section.table << " is empty in the copy");
    }
    auto const page = unzipped(path_of(data), "index.html");
    for (auto const& value : canary.values()) {
        BOOST_TEST((json_text.find(value) != std::string::npos), value << " is not in the copy");
        BOOST_TEST((page.find(html_escaped(value)) != std::string::npos), value << " is not on the page");
    }
    for (auto const& value : other.values())
        BOOST_TEST((json_text.find(value) == std::string::npos), value << " is another's");
    BOOST_TEST(unzipped(path_of(data), "files/tickets/" + canary.attachment_name()) == canary.file);
    BOOST_TEST(unzipped(path_of(data), "files/picture.jpg") == canary.picture);
}

BOOST_AUTO_TEST_CASE(keys_secrets_and_the_words_of_staff_among_themselves_stay_in_the_house) {
    auto const text = unzipped(path_of(made()), "data.json");
    for (auto const* name :
         {"session_key", "browser_key", "code_hash", "totp_secret_sealed", "sealed_body", "staff-only-note"})
        BOOST_TEST((text.find(name) == std::string::npos), name << " is in the copy");
    BOOST_TEST((text.find("staff-answer") != std::string::npos));
}

BOOST_AUTO_TEST_CASE(while_one_is_made_a_second_wish_is_the_same_one) {
    auto const first = exports.ask(canary.person.id, "10.0.0.1"),
               second = exports.ask(canary.person.id, "10.0.0.1");
    BOOST_TEST((*first == *second));
    runner.run_due();
    BOOST_TEST((*exports.ask(canary.person.id, "10.0.0.1") != *first));
    BOOST_CHECK_EXCEPTION(
        db.execute("INSERT INTO data_exports (public_id, user_id, job_id, created_at) SELECT uuid_v7(), "
                   "user_id, job_id, "
                   "created_at FROM data_exports WHERE user_id = :user AND status = 'running'",
                   {{"user", canary.person.id}}),
        db::Failure,
        [](db::Failure const& failure) { return failure.violates("data_exports_one_running_each"); });
}

BOOST_AUTO_TEST_CASE(one_whose_worker_failed_for_good_makes_room_for_the_next) {
    auto const first = exports.ask(canary.person.id, "10.0.0.1");
    db.execute("UPDATE jobs SET status = 'dead' WHERE user_id = :user", {{"user", canary.person.id}});
    BOOST_TEST((exports.find(canary.person.id, *first)->state == ExportState::failed));
    BOOST_TEST((*exports.ask(canary.person.id, "10.0.0.1") != *first));
}

BOOST_AUTO_TEST_CASE(five_a_day_are_enough) {
    for (int i = 0; i < 5; ++i) made();
    auto const refused = exports.ask(canary.person.id, "10.0.0.1");
    BOOST_REQUIRE(!refused);
    BOOST_TEST((refused.error().retry_after == 24h));
    clock.advance(24h);
    BOOST_TEST(bool(exports.ask(canary.person.id, "10.0.0.1")));
}

BOOST_AUTO_TEST_CASE(its_owner_is_told_by_mail_and_nobody_else_finds_it) {
    auto const data = made();
    BOOST_TEST(
        db.one("SELECT count(*) AS n FROM outbox_messages WHERE kind = 'data_export' AND recipient = :to",
               {{"to", canary.person.email.text()}},
               [](db::Row const& row) { return row.integer("n"); }) == 1);
    BOOST_TEST(!exports.find(test::a_person(db).id, data.id).has_value());
}

BOOST_AUTO_TEST_CASE(the_file_goes_after_a_week_and_not_before) {
    auto const data = made();
    auto const path = path_of(data);
    clock.advance(7 * 24h - 1s);
    maker.expire_due();
    runner.run_due();
    BOOST_TEST(std::filesystem::exists(path));
    clock.advance(1s);
    maker.expire_due();
    runner.run_due();
    BOOST_TEST(!std::filesystem::exists(path));
    BOOST_TEST((exports.find(canary.person.id, data.id)->state == ExportState::over));
}

BOOST_AUTO_TEST_CASE(a_link_is_good_for_its_session_and_a_quarter_of_an_hour) {
    auto const id = PublicExportId::fresh();
    DownloadLinks const links{clock, {std::string(64, 'k')}};
    auto const query = links.query_for(id, SessionId{7});
    auto const until = query.substr(6, query.find('&') - 6), signature = query.substr(query.rfind('=') + 1);
    BOOST_TEST(links.allows(id, SessionId{7}, until, signature));
    BOOST_TEST(!links.allows(id, SessionId{8}, until, signature));
    BOOST_TEST(!links.allows(PublicExportId::fresh(), SessionId{7}, until, signature));
    BOOST_TEST(!links.allows(id, SessionId{7}, until + "0", signature));
    BOOST_TEST(!links.allows(id, SessionId{7}, "x", signature));
    DownloadLinks const rotated{clock, {std::string(64, 'n'), std::string(64, 'k')}};
    BOOST_TEST(rotated.allows(id, SessionId{7}, until, signature));
    clock.advance(15min);
    BOOST_TEST(!links.allows(id, SessionId{7}, until, signature));
}

BOOST_AUTO_TEST_SUITE_END()
