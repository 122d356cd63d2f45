#include <thread>

#include "base/secure.h"
#include "db/failure.h"
#include "domain/datasets/book_import.h"
#include "domain/datasets/flat_reader.h"
#include "domain/works/book_shelf.h"
#include "support/rate_book.h"

using namespace ssr;
using namespace ssr::datasets;
using Why = ssr::datasets::ImportRefused::Why;

namespace {

// One who imports books, with the worker's rights; each test has books of its own.
struct Importer {
    db::Session db{{test::clone_as("ssr_worker")}};
    db::Session reader{{test::clone()}};
    FixedClock clock{*parse_instant("2026-11-24T10:00:00Z")};
    BookImport import{db, clock};
    std::string slug = "book-" + random_hex(6);

    ImportWish wish(std::string file = random_hex(16)) const {
        return {
            .slug = slug, .name = "Book " + slug, .file_name = "book.xlsx", .source_sha256 = std::move(file)};
    }
    Imported stored(BookReading reading, ImportWish const& how) {
        auto done = import.store(std::move(reading), how);
        BOOST_REQUIRE(done.has_value());
        return *done;
    }
    Imported published(BookReading reading = test::example_book()) {
        auto how = wish();
        how.is_published = true;
        return stored(std::move(reading), how);
    }
    std::int64_t number(std::string const& sql) {
        return reader.one("SELECT (" + sql + ") AS number", {{"slug", slug}},
                          [](db::Row const& row) { return row.integer("number"); });
    }
    std::int64_t version_count() {
        return number(
            "SELECT count(*) FROM dataset_versions v JOIN datasets d ON d.id = v.dataset_id WHERE d.slug = "
            ":slug");
    }
    std::int64_t current_version() {
        return number("SELECT coalesce(max(current_version), 0) FROM datasets WHERE slug = :slug");
    }
    std::string codes(DatasetVersionId version) {
        std::string all;
        reader.each("SELECT code, name FROM dataset_rows WHERE version_id = :version ORDER BY position",
                    {{"version", version}},
                    [&](db::Row const& row) { all += row.text("code") + " " + row.text("name") + "\n"; });
        return all;
    }
    std::string audit_trail() {
        std::string all;
        reader.each(R"(
            SELECT a.action, CAST(a.changes AS text) AS changes FROM audit_logs a JOIN datasets d ON CAST(d.public_id AS text) = a.object_id
             WHERE d.slug = :slug ORDER BY a.id
        )",
                    {{"slug", slug}}, [&](db::Row const& row) {
                        all += row.text("action") + " " + row.text("changes") + "\n";
                    });
        return all;
    }
};

BookReading read(std::string const& csv) {
    return read_flat_book([csv](auto const& visit) { return sheet::read_csv(csv, {}, visit); });
}

BookReading flat(std::string const& rows) {
    auto reading = read("name,description,unit,rate,group,source_ref\n" + rows);
    BOOST_REQUIRE(!reading.findings.has_errors());
    return reading;
}

std::vector<BookItem> items_of(BookReading const& reading) {
    std::vector<BookItem> items;
    reading.book.items.each([&](BookItem const& item) { items.push_back(item); });
    return items;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(rate_book_import)

BOOST_FIXTURE_TEST_CASE(the_example_is_stored_as_it_was_read, Importer) {
    auto const reading = test::example_book();
    auto const items = items_of(reading);
    auto const done = stored(reading, wish());
    BOOST_TEST(done.version.version == 1);
    BOOST_TEST(done.version.items == 8);
    BOOST_TEST(done.groups == 7);
    BOOST_TEST((done.change == BookChange{.now = 8, .added = 8}));
    std::size_t at = 0;
    reader.each(R"(
        SELECT r.*, (SELECT CAST(jsonb_agg(jsonb_build_object('row', a.source_row, 'kind', a.kind, 'cells', a.cells)
                                           ORDER BY a.seq) AS text)
                       FROM dataset_analysis_lines a WHERE a.row_id = r.id) AS analysis
          FROM (SELECT id, position, code, name, coalesce(variant_of, '') AS variant_of, description, unit, unit_singular,
                       prefix, source_ref, group_name, rate_paise, rate_municipal_original_paise,
                       rate_municipal_repair_paise, rate_outside_original_paise, rate_outside_repair_paise
                  FROM dataset_rows WHERE version_id = :version) r ORDER BY r.position
    )",
                {{"version", done.version.id}}, [&](db::Row const& row) {
                    auto const& item = items.at(at++);
                    BOOST_TEST(row.integer("position") == static_cast<std::int64_t>(at));
                    BOOST_TEST(row.text("code") == item.code);
                    BOOST_TEST(row.text("name") == item.name);
                    BOOST_TEST(row.text("variant_of") == item.variant_of);
                    BOOST_TEST(row.text("description") == item.description);
                    BOOST_TEST(row.text("unit") == item.unit);
                    BOOST_TEST(row.text("unit_singular") == item.unit_singular);
                    BOOST_TEST(row.text("prefix") == item.prefix);
                    BOOST_TEST(row.text("source_ref") == item.source_ref);
                    BOOST_TEST(row.text("group_name") == item.group);
                    BOOST_TEST((row.rate("rate_paise") == item.rates.municipal_repair));
                    for (auto const policy : kPolicies)
                        BOOST_TEST((row.rate("rate_" + std::string{code(policy)} + "_paise") ==
                                    item.rates.of(policy)));
                    BOOST_TEST((analysis_book_from(row.json("analysis")) == item.analysis));
                });
    BOOST_TEST(at == 8u);
    BOOST_TEST(current_version() == 0);
    BOOST_TEST(test::broken_rules_of(reader) == "");
}

BOOST_FIXTURE_TEST_CASE(a_version_says_where_it_came_from, Importer) {
    auto how = wish("abc");
    how.schedule_year = "2025-26";
    auto const done = stored(test::example_book(), how);
    reader.one(
        R"(
        SELECT v.schedule_year, v.source_sha256, CAST(v.settings AS text) AS settings, j.file_name, j.status, j.valid_rows
          FROM dataset_versions v JOIN dataset_import_jobs j ON j.id = v.import_job_id WHERE v.id = :id
    )",
        {{"id", done.version.id}}, [](db::Row const& row) {
            BOOST_TEST(row.text("schedule_year") == "2025-26");
            BOOST_TEST(row.text("source_sha256") == "abc");
            BOOST_TEST((policy_percentages_from(row.json("settings")["policy"]) == PolicyPercentages{}));
            BOOST_TEST(row.text("file_name") == "book.xlsx");
            BOOST_TEST(row.text("status") == "stored");
            BOOST_TEST(row.integer("valid_rows") == 8);
            return 0;
        });
}

BOOST_FIXTURE_TEST_CASE(a_file_with_faults_leaves_nothing, Importer) {
    auto reading = test::example_book();
    reading.findings.error({"Master Datas", "J9", "The formula depends on itself."});
    auto const refused = import.store(std::move(reading), wish());
    BOOST_REQUIRE(!refused);
    BOOST_TEST((refused.error().why == Why::faulty));
    BOOST_TEST(number("SELECT count(*) FROM datasets WHERE slug = :slug") == 0);
}

BOOST_FIXTURE_TEST_CASE(what_fails_in_the_middle_leaves_nothing, Importer) {
    published();
    auto reading = test::example_book();
    reading.book.has_own_codes = true;
    auto items = items_of(reading);
    items.back().code = items.front().code;
    reading.book.items = BookItems{std::move(items)};
    BOOST_CHECK_THROW(static_cast<void>(import.store(std::move(reading), wish())), db::Failure);
    BOOST_TEST(version_count() == 1);
    BOOST_TEST(current_version() == 1);
    BOOST_TEST(test::broken_rules_of(reader) == "");
}

BOOST_FIXTURE_TEST_CASE(the_same_file_changes_nothing_unless_forced, Importer) {
    stored(test::example_book(), wish("same"));
    auto const again = import.store(test::example_book(), wish("same"));
    BOOST_REQUIRE(!again);
    BOOST_TEST((again.error().why == Why::same_file));
    BOOST_TEST(again.error().version.version == 1);
    BOOST_TEST(version_count() == 1);
    auto how = wish("same");
    how.is_forced = true;
    BOOST_TEST(stored(test::example_book(), how).version.version == 2);
}

BOOST_FIXTURE_TEST_CASE(a_new_version_keeps_the_codes_and_new_items_count_on, Importer) {
    auto const first = stored(
        flat("Fan,Ceiling fan,Nos,10,Fans,R1\nBell,Bell,Nos,20,Bells,R2\nLamp,Lamp,Nos,30,Lamps,\n"), wish());
    BOOST_TEST(codes(first.version.id) == "ELE-001 Fan\nELE-002 Bell\nELE-003 Lamp\n");
    auto const second = stored(
        flat("Tube,Tube light,Nos,5,Lamps,\nlamp ,Lamp,Nos,31,Lamps,\nElectric Bell,Bell,Nos,20,Bells,R2\n"),
        wish());
    BOOST_TEST(codes(second.version.id) == "BOO-001 Tube\nELE-003 lamp\nELE-002 Electric Bell\n");
    BOOST_TEST((second.change == BookChange{.before = 3, .now = 3, .added = 1, .removed = 1, .repriced = 1}));
    auto const third = stored(
        flat("Fan,Ceiling fan,Nos,10,Fans,R1\nLamp,Lamp,Nos,31,Lamps,\nTube,Tube light,Nos,5,Lamps,\n"),
        wish());
    BOOST_TEST(codes(third.version.id) == "BOO-002 Fan\nELE-003 Lamp\nBOO-001 Tube\n");
}

BOOST_FIXTURE_TEST_CASE(a_reference_that_many_items_share_matches_none, Importer) {
    stored(flat("Fan,Ceiling fan,Nos,10,Fans,SD-NA\nBell,Bell,Nos,20,Bells,SD-NA\n"), wish());
    auto const second = stored(flat("Lamp,Lamp,Nos,30,Lamps,SD-NA\nBell,Bell,Nos,20,Bells,SD-NA\n"), wish());
    BOOST_TEST(codes(second.version.id) == "BOO-001 Lamp\nELE-002 Bell\n");
}

BOOST_FIXTURE_TEST_CASE(a_code_that_a_name_has_taken_is_given_by_no_reference, Importer) {
    stored(flat("Fan,Ceiling fan,Nos,10,Fans,R1\nBell,Bell,Nos,20,Bells,R2\n"), wish());
    auto const second = stored(
        flat("Wall Fan,Fan,Nos,11,Fans,R1\nFAN,Fan,Nos,10,Fans,\nElectric Bell,Bell,Nos,20,Bells,r2\n"),
        wish());
    BOOST_TEST(codes(second.version.id) == "BOO-001 Wall Fan\nELE-001 FAN\nELE-002 Electric Bell\n");
}

BOOST_FIXTURE_TEST_CASE(codes_of_the_flat_form_are_kept_by_the_workbook, Importer) {
    auto const flat_form = read(
        "code,name,description,unit,rate,group\n"
        "ELE-017,Ceiling Fans,Fan,Nos,3637,Fans\n");
    stored(flat_form, wish());
    auto const second = stored(test::example_book(), wish());
    BOOST_TEST(codes(second.version.id).find("ELE-017 Ceiling Fans\n") != std::string::npos);
}

BOOST_FIXTURE_TEST_CASE(another_book_is_refused_unless_forced, Importer) {
    published();
    auto const other = flat("Pipe,Pipe,Mtrs,10,Pipes,\nTap,Tap,Nos,20,Taps,\n");
    auto const refused = import.store(other, wish());
    BOOST_REQUIRE(!refused);
    BOOST_TEST((refused.error().why == Why::another_book));
    BOOST_TEST(refused.error().found_again == 0);
    BOOST_TEST(version_count() == 1);
    auto how = wish();
    how.is_forced = true;
    BOOST_TEST(stored(other, how).version.version == 2);
}

BOOST_FIXTURE_TEST_CASE(publishing_shows_one_version_in_place_of_the_one_before, Importer) {
    published();
    auto const second = stored(test::example_book(), wish());
    BOOST_TEST(current_version() == 1);
    BOOST_TEST(test::broken_rules_of(reader) == "");
    BOOST_TEST(import.publish(slug, 2, std::nullopt));
    BOOST_TEST(current_version() == 2);
    BOOST_TEST(test::broken_rules_of(reader) == "");
    BOOST_TEST(import.publish(slug, 2, std::nullopt));  // again: nothing happens
    BOOST_TEST(!import.publish(slug, 3, std::nullopt));
    BOOST_TEST(!import.publish("no-such-book", 1, std::nullopt));
    BOOST_TEST(audit_trail() ==
               "dataset.imported {\"items\": 8, \"version\": 1}\n"
               "dataset.published {\"current_version\": [null, 1]}\n"
               "dataset.imported {\"items\": 8, \"version\": 2}\n"
               "dataset.published {\"current_version\": [1, 2]}\n");
}

BOOST_FIXTURE_TEST_CASE(restoring_an_old_version_is_a_version_that_shows_its_items, Importer) {
    auto const first = published();
    published(
        flat("Ceiling Fans,Fan,Nos,4000,Fans,\nDing Dong Bell,Bell,Nos,300,Bells,\nSurface PVC "
             "Pipe,Pipe,Mtrs,1,Pipes,\n"
             "Power Plug Two Nos,Plug,Nos,2,Boards,\n"));
    auto const restored = import.restore(slug, 1, std::nullopt);
    BOOST_REQUIRE(restored.has_value());
    BOOST_TEST(restored->version == 3);
    BOOST_TEST((restored->content == first.version.id));
    BOOST_TEST(restored->items == 8);
    BOOST_TEST(current_version() == 3);
    BOOST_TEST(test::broken_rules_of(reader) == "");
    BOOST_TEST(!import.restore(slug, 9, std::nullopt));
    // The next import is compared with what readers see, and keeps its codes.
    BOOST_TEST((published().change == BookChange{.before = 8, .now = 8}));
}

BOOST_FIXTURE_TEST_CASE(two_imports_of_a_book_come_one_after_the_other, Importer) {
    auto const import_in_own_connection = [&](std::string const& file) {
        db::Session own{{test::clone_as("ssr_worker")}};
        auto how = wish(file);
        how.is_published = true;
        return BookImport{own, clock}.store(test::example_book(), how).has_value();
    };
    bool is_first_done = false, is_second_done = false;
    std::thread first{[&] { is_first_done = import_in_own_connection("one"); }};
    std::thread second{[&] { is_second_done = import_in_own_connection("two"); }};
    first.join();
    second.join();
    BOOST_TEST(is_first_done);
    BOOST_TEST(is_second_done);
    BOOST_TEST(version_count() == 2);
    BOOST_TEST(current_version() == 2);
    BOOST_TEST(test::broken_rules_of(reader) == "");
}

BOOST_FIXTURE_TEST_CASE(one_who_waits_too_long_is_told_and_changes_nothing, Importer) {
    published();
    db::Session other{{test::clone_as("ssr_worker")}};
    db::Transaction holding{other};
    RateBookStore{other}.hold(slug);
    db.execute("SET lock_timeout = '50ms'");
    try {
        static_cast<void>(import.store(test::example_book(), wish()));
        BOOST_FAIL("it did not wait");
    } catch (db::Failure const& failure) {
        BOOST_TEST((failure.kind() == db::Failure::Kind::timeout));
    }
    BOOST_TEST(version_count() == 1);
}

BOOST_AUTO_TEST_CASE(the_published_example_is_on_the_shelf_with_the_codes_of_the_worked_examples) {
    test::Database database;
    auto const book = test::publish_example_book(database.db);
    BOOST_TEST((test::publish_example_book(database.db).version == book.version));
    works::BookShelf shelves{database.db};
    auto const opened = shelves.open(book.id, *parse_date("2026-11-24"));
    BOOST_REQUIRE(opened.has_value());
    BOOST_TEST(opened->book.name == "Electrical SSR");
    BOOST_TEST(opened->book.schedule_year == "2024-25");
    BOOST_TEST((opened->book.version_id == book.version));
    works::Estimate const estimate{
        .work_type = works::WorkType::original, .area = works::Area::outside, .book = opened->book};
    auto const shelf = shelves.shelf(estimate, "Points", "");
    BOOST_REQUIRE(shelf.items.size() == 1u);
    BOOST_TEST(shelf.items[0].code == "ELE-003");
    BOOST_TEST(shelf.items[0].rate.plain() == "739.00");
    BOOST_TEST(shelf.groups.front().name == "Piping");
    BOOST_TEST(test::broken_rules_of(database.db) == "");
}

BOOST_AUTO_TEST_SUITE_END()
