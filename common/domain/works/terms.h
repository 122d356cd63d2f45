#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "base/instant.h"
#include "base/json.h"
#include "values/quantity.h"

namespace ssr::works {

enum class WorkType { original, repair };
std::string_view code(WorkType type);  // "original", "repair"
std::optional<WorkType> parse_work_type(std::string_view code);

/// Where the work lies: the municipal allowance is paid on labour within the limits only.
enum class Area { municipal, outside };
std::string_view code(Area area);  // "municipal", "outside"
std::optional<Area> parse_area(std::string_view code);

/// The four finished rates of an item (work-modules 1.2). Which one holds depends on place and kind of work.
struct Rates {
    Rate municipal_original, municipal_repair, outside_original, outside_repair;

    Rate of(Area area, WorkType type) const;
    bool operator==(Rates const&) const = default;
};
Json to_json(Rates const& rates);
Rates rates_from(Json const& json);

/// What is added to the value of the items, all per cent of the ECV but for GST (work-modules 2.2).
/// 0: the row does not exist (annual maintenance knows no quality control).
struct Percentages {
    Percent labour_cess, quality_control, nac, gst;
    bool operator==(Percentages const&) const = default;
};
Json to_json(Percentages const& percentages);
Percentages percentages_from(Json const& json);
/// Those in force on that day by a book's settings: {"percentages": [{"from": "2022-07-18", "labour_cess":
/// "1", "quality_control": "1", "nac": "0.1", "gst": "18"}, …]}. A book that sets none follows the State's
/// works.
Percentages percentages_on(Json const& book_settings, Date day);

}  // namespace ssr::works
