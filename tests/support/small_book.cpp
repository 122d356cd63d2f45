#include "support/small_book.h"

#include "domain/datasets/analysis.h"

namespace ssr::test {

namespace {

struct BookItem {
    char const* code;
    char const* name;
    char const* variant_of;
    char const* group;
    char const* unit;
    char const* singular;
    char const* prefix;
    std::int64_t rupees[4];  // municipal original, municipal repair, outside original, outside repair
};
constexpr char const* kReplacing = "Replacement of old damaged u/s by new";
constexpr BookItem kItems[] = {
    {"ELE-002", "Surface PVC Pipe", "", "Piping", "Mtrs", "Mtr", kReplacing, {122, 119, 104, 101}},
    {"ELE-003",
     "Light & Bell Points : Residential Building",
     "Light & Bell Points",
     "Points",
     "Pts",
     "Pt",
     "Re-",
     {838, 816, 739, 720}},
    {"ELE-004",
     "Light & Bell Points : Non-Residential",
     "Light & Bell Points",
     "Points",
     "Pts",
     "Pt",
     "Re-",
     {900, 876, 800, 779}},
    {"ELE-009", "Power Plug Two Nos", "", "Points", "Nos", "No", kReplacing, {1738, 1692, 1550, 1509}},
    {"ELE-013", "Ding Dong Bell", "", "Fittings", "Nos", "No", kReplacing, {283, 275, 242, 236}},
    {"ELE-015",
     "15W LED Slimline Panel Light",
     "",
     "Fittings",
     "Nos",
     "No",
     kReplacing,
     {797, 776, 775, 754}},
    {"ELE-017", "Ceiling Fans", "", "Fittings", "Nos", "No", kReplacing, {3736, 3637, 3684, 3587}},
    {"ELE-022",
     "Run of 3 of 2.5 Sq.mm Copper Cable",
     "",
     "Piping",
     "Mtrs",
     "Mtr",
     kReplacing,
     {140, 137, 132, 129}},
};

using datasets::AnalysisBook, datasets::AnalysisCell, datasets::LineKind, datasets::Policy;

AnalysisBook::Cell text(int column, char const* words) { return {{column, "", words, false}, {}}; }
AnalysisBook::Cell number(int column, char const* figure) { return {{column, "", figure, true}, {}}; }

// A formula with what it comes to for municipal repair, municipal original, outside repair, outside original.
AnalysisBook::Cell formula(int column, char const* text, std::array<char const*, 4> const& values) {
    AnalysisBook::Cell cell{{column, text, values[0], true}, {}};
    constexpr Policy kOthers[] = {Policy::municipal_original, Policy::outside_repair,
                                  Policy::outside_original};
    for (std::size_t at = 0; at < 3; ++at)
        if (values[at + 1] != std::string_view{values[0]})
            cell.others.emplace(kOthers[at], AnalysisCell{column, text, values[at + 1], true});
    return cell;
}

// Of Light & Bell Points: 20 rows down the book, so that every reference has to move.
AnalysisBook analysis() {
    auto const overhead = [](char const* formula_text, char const* percent, char const* value) {
        return AnalysisCell{10, std::string{formula_text} + percent + "%", value, true};
    };
    AnalysisBook::Cell overheads{overhead("J27*", "10.615", "97.9082107142857"), {}};
    overheads.others = {{Policy::municipal_original, overhead("J27*", "13.615", "125.578925")},
                        {Policy::outside_repair, overhead("J27*", "10.615", "86.3378607142857")},
                        {Policy::outside_original, overhead("J27*", "13.615", "110.738575")}};
    AnalysisBook::Cell label{{4, "", "Add Overhead @10.615%", false}, {}};
    for (auto const policy : {Policy::municipal_original, Policy::outside_original})
        label.others.emplace(policy, AnalysisCell{4, "", "Add Overhead @13.615%", false});
    AnalysisBook::Cell allowance{{10, "J24*0.4", "109", true}, {}};
    for (auto const policy : {Policy::outside_repair, Policy::outside_original})
        allowance.others.emplace(policy, AnalysisCell{10, "J24*0", "0", true});
    return {{
        {21, LineKind::heading, {text(4, "Light & Bell Points : Residential Building")}},
        {22, LineKind::text, {text(4, "Data-3")}},
        {23, LineKind::text, {text(4, "Wiring of one light or bell point, complete.")}},
        {24,
         LineKind::resource,
         {text(4, "Skilled electrician"), number(5, "0.5"), text(6, "day"), number(7, "1"), number(9, "545"),
          formula(10, "$E$24*I24/G24", {"272.5", "272.5", "272.5", "272.5"})}},
        {25, LineKind::policy_ghmc, {text(4, "Add GHMC allowance @40%"), allowance}},
        {26,
         LineKind::resource,
         {text(4, "Material"), number(5, "1"), number(7, "7"), number(9, "3786"),
          formula(10, "E26*I26/G26",
                  {"540.857142857143", "540.857142857143", "540.857142857143", "540.857142857143"})}},
        {27,
         LineKind::subtotal,
         {text(4, "Labour and material"),
          formula(10, "SUM(J24:J26)",
                  {"922.357142857143", "922.357142857143", "813.357142857143", "813.357142857143"})}},
        {28, LineKind::policy_overhead, {label, overheads}},
        {29,
         LineKind::total,
         {text(4, "Total"),
          formula(10, "J27+J28",
                  {"1020.26535357143", "1047.93606785714", "899.695003571429", "924.095717857143"})}},
        {30,
         LineKind::final,
         {text(4, "Rate per 1 Pt"), formula(10, "ROUND(J29*80%,0)", {"816", "838", "720", "739"})}},
    }};
}

void put_item(db::Session& db, DatasetVersionId version, BookItem const& item, int position) {
    auto const& rupees = item.rupees;
    auto const row =
        db.one(R"(
        INSERT INTO dataset_rows (version_id, position, code, name, variant_of, description, unit, unit_singular, prefix,
                                  group_name, rate_paise, rate_municipal_original_paise, rate_municipal_repair_paise,
                                  rate_outside_original_paise, rate_outside_repair_paise)
        VALUES (:version, :position, :code, :name, nullif(:variant, ''), :description, :unit, :singular, :prefix, :group,
                :mr, :mo, :mr, :oo, :orr)
        RETURNING id
    )",
               {{"version", version},
                {"position", position},
                {"code", item.code},
                {"name", item.name},
                {"variant", item.variant_of},
                {"description", std::string{"Supply and fixing of "} + item.name + ", complete."},
                {"unit", item.unit},
                {"singular", item.singular},
                {"prefix", item.prefix},
                {"group", item.group},
                {"mo", rupees[0] * 100},
                {"mr", rupees[1] * 100},
                {"oo", rupees[2] * 100},
                {"orr", rupees[3] * 100}},
               [](db::Row const& found) { return found.id<DatasetRowId>("id"); });
    if (item.code != std::string_view{"ELE-003"}) return;
    int seq = 0;
    for (auto const& line : analysis().lines)
        db.execute(R"(
            INSERT INTO dataset_analysis_lines (row_id, seq, kind, source_row, cells)
            VALUES (:row, :seq, :kind, :source_row, CAST(:cells AS jsonb))
        )",
                   {{"row", row},
                    {"seq", ++seq},
                    {"kind", datasets::code(line.kind)},
                    {"source_row", line.row},
                    {"cells", datasets::to_json(line.cells)}});
}

}  // namespace

SmallBook a_small_book(db::Session& db) {
    auto const id = works::PublicDatasetId::fresh();
    auto const version =
        db.one(R"(
        WITH category AS (
            INSERT INTO dataset_categories (public_id, name, slug) VALUES (uuid_v7(), 'Rate books', :id) RETURNING id
        ), book AS (
            INSERT INTO datasets (public_id, category_id, name, slug, current_version, row_count, created_at)
            SELECT CAST(:id AS uuid), id, 'Electrical SSR', :id, 1, 8, '2026-04-01' FROM category RETURNING id
        ), fresh AS (SELECT nextval(pg_get_serial_sequence('dataset_versions', 'id')) AS id)
        INSERT INTO dataset_versions (id, public_id, dataset_id, version, content_version_id, is_published, published_at,
                                      row_count, schedule_year, created_at) OVERRIDING SYSTEM VALUE
        SELECT fresh.id, uuid_v7(), book.id, 1, fresh.id, true, '2026-04-01', 8, '2025-26', '2026-04-01' FROM book, fresh
        RETURNING id
    )",
               {{"id", id}}, [](db::Row const& row) { return row.id<DatasetVersionId>("id"); });
    int position = 0;
    for (auto const* group : {"Points", "Piping", "Fittings"})
        db.execute(
            "INSERT INTO dataset_groups (version_id, position, name) VALUES (:version, :position, :name)",
            {{"version", version}, {"position", ++position}, {"name", group}});
    position = 0;
    for (auto const& item : kItems) put_item(db, version, item, ++position);
    return {id, version};
}

}  // namespace ssr::test
