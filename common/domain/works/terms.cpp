#include "domain/works/terms.h"

#include <stdexcept>

namespace ssr::works {

namespace {

Rate rate_of(Json const& json, std::string_view key) {
    auto const paise = json[key].integer();
    if (!paise || *paise <= 0) throw std::runtime_error{"a stored line has no rate " + std::string{key}};
    return Rate::from_paise(*paise);
}

Percent percent_of(Json const& json, std::string_view key) {
    auto const text = json[key].text_or_number();
    auto const percent = text ? Percent::parse(*text) : std::nullopt;
    if (!percent) throw std::runtime_error{"settings have no percentage " + std::string{key}};
    return *percent;
}

}  // namespace

std::string_view code(WorkType type) { return type == WorkType::original ? "original" : "repair"; }

std::optional<WorkType> parse_work_type(std::string_view text) {
    for (auto const type : {WorkType::original, WorkType::repair})
        if (code(type) == text) return type;
    return std::nullopt;
}

std::string_view code(Area area) { return area == Area::municipal ? "municipal" : "outside"; }

std::optional<Area> parse_area(std::string_view text) {
    for (auto const area : {Area::municipal, Area::outside})
        if (code(area) == text) return area;
    return std::nullopt;
}

Rate Rates::of(Area area, WorkType type) const {
    if (area == Area::municipal) return type == WorkType::original ? municipal_original : municipal_repair;
    return type == WorkType::original ? outside_original : outside_repair;
}

Json to_json(Rates const& rates) {
    return Json::Object{{"municipal_original", rates.municipal_original.paise()},
                        {"municipal_repair", rates.municipal_repair.paise()},
                        {"outside_original", rates.outside_original.paise()},
                        {"outside_repair", rates.outside_repair.paise()}};
}

Rates rates_from(Json const& json) {
    return {rate_of(json, "municipal_original"), rate_of(json, "municipal_repair"),
            rate_of(json, "outside_original"), rate_of(json, "outside_repair")};
}

Json to_json(Percentages const& percentages) {
    return Json::Object{{"labour_cess", percentages.labour_cess.text()},
                        {"quality_control", percentages.quality_control.text()},
                        {"nac", percentages.nac.text()},
                        {"gst", percentages.gst.text()}};
}

Percentages percentages_from(Json const& json) {
    return {percent_of(json, "labour_cess"), percent_of(json, "quality_control"), percent_of(json, "nac"),
            percent_of(json, "gst")};
}

}  // namespace ssr::works
