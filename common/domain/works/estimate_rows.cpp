#include "domain/works/estimate_rows.h"

namespace ssr::works {

std::string_view const kWholeEstimate = R"(
    e.id, e.public_id, w.public_id AS work, w.name AS work_name, e.version, e.work_type, e.area, e.updated_at,
    e.dataset_version_id, d.name AS book_name, v.version AS book_version, v.schedule_year,
    CAST(e.settings AS text) AS settings, e.old_material_paise,
    CAST(e.excess_tp_percent AS text) AS excess_tp_percent, e.named_provision_name, e.named_provision_paise,
    e.grand_total_asked_paise, e.items_total_paise, e.ecv_paise, e.excess_tp_paise, e.lc_paise, e.qc_paise,
    e.nac_paise, e.sub_total_paise, e.gst_paise, e.minimum_paise, e.ls_unforeseen_paise, e.grand_total_paise,
    CAST(coalesce(e.removed_item, 'null') AS text) AS removed_item,
    (SELECT count(*) FROM workslips s WHERE s.work_id = w.id) AS workslips,
    (SELECT count(*) FROM bills b WHERE b.work_id = w.id) AS bills,
    CAST((SELECT coalesce(json_agg(json_build_object(
              'code', i.code, 'name', i.name, 'description', i.description, 'edited', i.description_edited,
              'unit', i.unit, 'unit_singular', i.unit_singular, 'prefix', i.prefix, 'rates', i.rates,
              'rate', i.rate_paise, 'quantity', i.quantity_thousandths, 'amount', i.amount_paise)
              ORDER BY i.position, i.id), '[]')
            FROM estimate_items i WHERE i.estimate_id = e.id) AS text) AS lines
    FROM estimates e
    JOIN works w ON w.id = e.work_id
    JOIN dataset_versions v ON v.id = e.dataset_version_id
    JOIN datasets d ON d.id = v.dataset_id
)";

namespace {

Line to_line(Json const& json) {
    Line line{.code = *json["code"].text(),
              .name = *json["name"].text(),
              .description = *json["description"].text(),
              .unit = *json["unit"].text(),
              .unit_singular = *json["unit_singular"].text(),
              .prefix = *json["prefix"].text(),
              .is_description_edited = *json["edited"].flag(),
              .rates = rates_from(json["rates"]),
              .rate = Rate::from_paise(*json["rate"].integer()),
              .amount = Money::from_paise(*json["amount"].integer())};
    if (auto const quantity = json["quantity"].integer())
        line.quantity = Quantity::from_thousandths(*quantity);
    return line;
}

std::optional<RemovedLine> to_removed(Json const& json) {
    if (json.is_null()) return std::nullopt;
    RemovedLine removed{.code = *json["code"].text(),
                        .name = *json["name"].text(),
                        .place = static_cast<int>(*json["place"].integer()),
                        .version = static_cast<int>(*json["version"].integer()),
                        .description = json["description"].text()};
    if (auto const quantity = json["quantity"].integer())
        removed.quantity = Quantity::from_thousandths(*quantity);
    return removed;
}

Options to_options(db::Row const& row) {
    return {.old_material = row.money("old_material_paise"),
            .excess_tp = *Percent::parse(row.text("excess_tp_percent")),
            .named = {row.text("named_provision_name"), row.money("named_provision_paise")},
            .grand_total = row.maybe_money("grand_total_asked_paise")};
}

Totals to_totals(db::Row const& row) {
    Totals totals{.items = row.money("items_total_paise"),
                  .old_material = row.money("old_material_paise"),
                  .ecv = row.money("ecv_paise"),
                  .excess_tp = row.money("excess_tp_paise"),
                  .labour_cess = row.money("lc_paise"),
                  .quality_control = row.money("qc_paise"),
                  .nac = row.money("nac_paise"),
                  .sub_total = row.money("sub_total_paise"),
                  .gst = row.money("gst_paise"),
                  .named = row.money("named_provision_paise"),
                  .minimum = row.money("minimum_paise")};
    totals.proposed = proposed_for(totals.minimum);
    totals.ls_unforeseen = row.money("ls_unforeseen_paise");
    totals.grand_total = row.money("grand_total_paise");
    return totals;
}

}  // namespace

Estimate to_estimate(db::Row const& row) {
    Estimate estimate{.id = row.id<EstimateId>("id"),
                      .public_id = row.public_id<PublicEstimateId>("public_id"),
                      .work = row.public_id<PublicWorkId>("work"),
                      .work_name = row.text("work_name"),
                      .version = static_cast<int>(row.integer("version")),
                      .work_type = *parse_work_type(row.text("work_type")),
                      .area = *parse_area(row.text("area"))};
    estimate.book = {row.id<DatasetVersionId>("dataset_version_id"), row.text("book_name"),
                     static_cast<int>(row.integer("book_version")), row.text("schedule_year")};
    estimate.percentages = percentages_from(row.json("settings"));
    estimate.options = to_options(row);
    estimate.totals = to_totals(row);
    estimate.removed = to_removed(row.json("removed_item"));
    estimate.workslips = static_cast<int>(row.integer("workslips"));
    estimate.bills = static_cast<int>(row.integer("bills"));
    estimate.updated_at = row.instant("updated_at");
    auto const lines = row.json("lines");
    for (auto const& line : *lines.array()) estimate.lines.push_back(to_line(line));
    return estimate;
}

}  // namespace ssr::works
