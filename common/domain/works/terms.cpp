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

// What the State's departments add to works, by the day from which it held.
struct Dated {
    std::string_view from, labour_cess, quality_control, nac, gst;
};
constexpr Dated kStateWorks[] = {{"2017-08-22", "1", "1", "0.1", "12"},
                                 {"2022-07-18", "1", "1", "0.1", "18"}};

Json state_works() {
    Json::Array all;
    for (auto const& [from, labour_cess, quality_control, nac, gst] : kStateWorks)
        all.push_back(Json::Object{{"from", from},
                                   {"labour_cess", labour_cess},
                                   {"quality_control", quality_control},
                                   {"nac", nac},
                                   {"gst", gst}});
    return all;
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

Percentages percentages_on(Json const& book_settings, Date day) {
    auto const& own = book_settings["percentages"];
    auto const all = own.array() && !own.array()->empty() ? own : state_works();
    Json const* newest = nullptr;
    std::optional<Date> newest_from;
    for (auto const& each : *all.array()) {
        auto const from = parse_date(each["from"].text().value_or(""));
        if (!from) throw std::runtime_error{"a book's percentages have no day from which they hold"};
        if (*from > day || (newest_from && *from < *newest_from)) continue;
        newest = &each;
        newest_from = from;
    }
    return percentages_from(newest ? *newest : all.array()->front());
}

}  // namespace ssr::works
