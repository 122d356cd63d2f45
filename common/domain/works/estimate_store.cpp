#include "domain/works/estimate_store.h"

#include "db/failure.h"
#include "domain/works/estimate_rows.h"

namespace ssr::works {

namespace {

constexpr std::string_view kIfOwn = R"(
    WHERE e.public_id = CAST(:id AS uuid) AND w.organization_id = :organization AND w.deleted_at IS NULL
)";

bool is_same(Line const& a, Line const& b) {
    return a.quantity == b.quantity && a.rate == b.rate && a.amount == b.amount &&
           a.description == b.description && a.is_description_edited == b.is_description_edited;
}

std::optional<Json> to_json(std::optional<RemovedLine> const& removed) {
    if (!removed) return std::nullopt;
    return Json::Object{{"code", removed->code},
                        {"name", removed->name},
                        {"place", removed->place},
                        {"version", removed->version},
                        {"quantity", removed->quantity ? Json{removed->quantity->thousandths()} : Json{}},
                        {"description", Json{removed->description}}};
}

// The columns of changed lines, for unnest().
struct Columns {
    std::vector<std::string> codes, descriptions;
    std::vector<std::int64_t> quantities, rates, amounts, edited;

    void add(Line const& line) {
        codes.push_back(line.code);
        descriptions.push_back(line.description);
        quantities.push_back(line.quantity ? line.quantity->thousandths() : 0);
        rates.push_back(line.rate.paise());
        amounts.push_back(line.amount.paise());
        edited.push_back(line.is_description_edited);
    }
};

}  // namespace

std::optional<Estimate> EstimateStore::find(OrganizationId organization, PublicEstimateId const& id) {
    static std::string const sql = "SELECT " + std::string{kWholeEstimate} + std::string{kIfOwn};
    return db_.maybe_one(sql, {{"id", id}, {"organization", organization}}, to_estimate);
}

std::optional<Estimate> EstimateStore::lock(OrganizationId organization, PublicEstimateId const& id) {
    // The row first, then its lines in a statement that sees what the writer before us did.
    auto const found = db_.maybe_one("SELECT e.id FROM estimates e JOIN works w ON w.id = e.work_id" +
                                         std::string{kIfOwn} + "FOR UPDATE OF e, w",
                                     {{"id", id}, {"organization", organization}},
                                     [](db::Row const& row) { return row.integer("id"); });
    return found ? find(organization, id) : std::nullopt;
}

PublicEstimateId EstimateStore::insert(WorkId work, Estimate const& estimate, Instant at) {
    return db_.one(R"(
        INSERT INTO estimates (public_id, work_id, work_type, area, dataset_version_id, settings, created_at, updated_at)
        VALUES (:public_id, :work, :work_type, :area, :version, CAST(:settings AS jsonb), :at, :at)
        RETURNING public_id
    )",
                   {{"public_id", PublicEstimateId::fresh()},
                    {"work", work},
                    {"work_type", code(estimate.work_type)},
                    {"area", code(estimate.area)},
                    {"version", estimate.book.version_id},
                    {"settings", to_json(estimate.percentages)},
                    {"at", at}},
                   [](db::Row const& row) { return row.public_id<PublicEstimateId>("public_id"); });
}

EstimateStore::Updated EstimateStore::update(Estimate const& estimate, int seen, Instant at) try {
    auto const& [options, totals] = std::tie(estimate.options, estimate.totals);
    auto const changed = db_.execute(R"(
        WITH named AS (
            UPDATE works w SET name = :name, updated_at = :at FROM estimates e
             WHERE e.id = :id AND e.version = :seen AND w.id = e.work_id
        )
        UPDATE estimates
           SET version = version + 1, work_type = :work_type, area = :area, old_material_paise = :old_material,
               excess_tp_percent = CAST(:excess_tp_percent AS numeric), named_provision_name = :named_name,
               named_provision_paise = :named, grand_total_asked_paise = :asked, items_total_paise = :items,
               ecv_paise = :ecv, excess_tp_paise = :excess_tp, lc_paise = :lc, qc_paise = :qc, nac_paise = :nac,
               sub_total_paise = :sub_total, gst_paise = :gst, minimum_paise = :minimum,
               ls_unforeseen_paise = :ls, grand_total_paise = :grand_total, removed_item = CAST(:removed AS jsonb),
               updated_at = :at
         WHERE id = :id AND version = :seen
    )",
                                     {{"id", estimate.id},
                                      {"seen", seen},
                                      {"at", at},
                                      {"name", estimate.work_name},
                                      {"work_type", code(estimate.work_type)},
                                      {"area", code(estimate.area)},
                                      {"old_material", options.old_material},
                                      {"excess_tp_percent", options.excess_tp.text()},
                                      {"named_name", options.named.name},
                                      {"named", options.named.amount},
                                      {"asked", options.grand_total},
                                      {"items", totals.items},
                                      {"ecv", totals.ecv},
                                      {"excess_tp", totals.excess_tp},
                                      {"lc", totals.labour_cess},
                                      {"qc", totals.quality_control},
                                      {"nac", totals.nac},
                                      {"sub_total", totals.sub_total},
                                      {"gst", totals.gst},
                                      {"minimum", totals.minimum},
                                      {"ls", totals.ls_unforeseen},
                                      {"grand_total", totals.grand_total},
                                      {"removed", to_json(estimate.removed)}});
    return changed == 1 ? Updated::done : Updated::stale;
} catch (db::Failure const& failure) {
    if (failure.violates("works_name_once")) return Updated::name_taken;
    throw;
}

void EstimateStore::update_lines(Estimate const& before, Estimate const& after) {
    Columns changed;
    for (auto const& line : after.lines) {
        auto const* const old = before.line(line.code);
        if (old && !is_same(*old, line)) changed.add(line);
    }
    if (changed.codes.empty()) return;
    db_.execute(R"(
        UPDATE estimate_items i
           SET quantity_thousandths = nullif(n.quantity, 0), rate_paise = n.rate, amount_paise = n.amount,
               description = n.description, description_edited = n.edited <> 0
          FROM unnest(CAST(:codes AS text[]), CAST(:quantities AS bigint[]), CAST(:rates AS bigint[]),
                      CAST(:amounts AS bigint[]), CAST(:descriptions AS text[]), CAST(:edited AS bigint[]))
               AS n (code, quantity, rate, amount, description, edited)
         WHERE i.estimate_id = :estimate AND i.code = n.code
    )",
                {{"codes", db::array_of(changed.codes)},
                 {"quantities", db::array_of(changed.quantities)},
                 {"rates", db::array_of(changed.rates)},
                 {"amounts", db::array_of(changed.amounts)},
                 {"descriptions", db::array_of(changed.descriptions)},
                 {"edited", db::array_of(changed.edited)},
                 {"estimate", after.id}});
}

bool EstimateStore::insert_line(Estimate const& estimate, std::string_view code) {
    return db_.execute(R"(
        INSERT INTO estimate_items (estimate_id, position, dataset_row_id, code, name, description, unit,
                                    unit_singular, prefix, rate_paise, rates, analysis)
        SELECT :estimate, (SELECT coalesce(max(position), 0) + 1 FROM estimate_items WHERE estimate_id = :estimate),
               r.id, r.code, r.name, r.description, r.unit, r.unit_singular, r.prefix,
               CASE :policy WHEN 'municipal original' THEN r.rate_municipal_original_paise
                            WHEN 'municipal repair' THEN r.rate_municipal_repair_paise
                            WHEN 'outside original' THEN r.rate_outside_original_paise
                            ELSE r.rate_outside_repair_paise END,
               jsonb_build_object('municipal_original', r.rate_municipal_original_paise,
                                  'municipal_repair', r.rate_municipal_repair_paise,
                                  'outside_original', r.rate_outside_original_paise,
                                  'outside_repair', r.rate_outside_repair_paise),
               coalesce((SELECT jsonb_agg(jsonb_build_object('kind', a.kind, 'row', a.source_row, 'cells', a.cells)
                                          ORDER BY a.seq)
                           FROM dataset_analysis_lines a WHERE a.row_id = r.id), '[]')
          FROM dataset_versions v
          JOIN dataset_rows r ON r.version_id = v.content_version_id AND r.code = :code
         WHERE v.id = :version
    )",
                       {{"estimate", estimate.id},
                        {"policy", std::string{works::code(estimate.area)} + " " +
                                       std::string{works::code(estimate.work_type)}},
                        {"version", estimate.book.version_id},
                        {"code", code}}) == 1;
}

void EstimateStore::delete_line(EstimateId estimate, std::string_view code) {
    db_.execute("DELETE FROM estimate_items WHERE estimate_id = :estimate AND code = :code",
                {{"estimate", estimate}, {"code", code}});
}

void EstimateStore::reorder(EstimateId estimate, std::vector<std::string> const& codes) {
    db_.execute(R"(
        UPDATE estimate_items i SET position = n.position
          FROM unnest(CAST(:codes AS text[])) WITH ORDINALITY AS n (code, position)
         WHERE i.estimate_id = :estimate AND i.code = n.code AND i.position <> n.position
    )",
                {{"codes", db::array_of(codes)}, {"estimate", estimate}});
}

std::map<std::string, Json> EstimateStore::analyses(EstimateId estimate) {
    std::map<std::string, Json> all;
    db_.each(
        "SELECT code, CAST(analysis AS text) AS analysis FROM estimate_items WHERE estimate_id = :estimate",
        {{"estimate", estimate}},
        [&](db::Row const& row) { all.emplace(row.text("code"), row.json("analysis")); });
    return all;
}

Json EstimateStore::analysis(EstimateId estimate, std::string_view code) {
    auto found = db_.maybe_one(
        "SELECT CAST(analysis AS text) AS analysis FROM estimate_items WHERE estimate_id = :estimate AND "
        "code = :code",
        {{"estimate", estimate}, {"code", code}}, [](db::Row const& row) { return row.json("analysis"); });
    return found.value_or(Json::Array{});
}

}  // namespace ssr::works
