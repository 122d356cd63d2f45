#pragma once

#include <array>
#include <optional>
#include <string_view>

#include "base/json.h"
#include "values/quantity.h"

namespace ssr::datasets {

/// Where the work lies and of what kind it is: both change two rows of an analysis, and with them the
/// finished rate (work-modules 1.2). The book itself is written for repair work in the municipal area.
enum class Policy { municipal_original, municipal_repair, outside_original, outside_repair };
inline constexpr std::array kPolicies{Policy::municipal_original, Policy::municipal_repair,
                                      Policy::outside_original, Policy::outside_repair};

std::string_view code(Policy policy);  // "municipal_original"
std::optional<Policy> parse_policy(std::string_view code);
constexpr bool is_municipal(Policy policy) {
    return policy == Policy::municipal_original || policy == Policy::municipal_repair;
}
constexpr bool is_repair(Policy policy) {
    return policy == Policy::municipal_repair || policy == Policy::outside_repair;
}

/// The four finished rates of an item.
struct PolicyRates {
    Rate municipal_original, municipal_repair, outside_original, outside_repair;

    Rate of(Policy policy) const;
    Rate& of(Policy policy);
    bool operator==(PolicyRates const&) const = default;
};

/// The percentages of the two rows; settings of a dataset version, never of the code that prints.
struct PolicyPercentages {
    Percent ghmc = Percent::whole(40);
    Percent overhead_repair = Percent::from_ten_thousandths(10'6150);
    Percent overhead_original = Percent::from_ten_thousandths(13'6150);

    Percent ghmc_under(Policy policy) const { return is_municipal(policy) ? ghmc : Percent{}; }
    Percent overhead_under(Policy policy) const {
        return is_repair(policy) ? overhead_repair : overhead_original;
    }
    bool operator==(PolicyPercentages const&) const = default;
};

/// {"ghmc": "40", "overhead_repair": "10.615", "overhead_original": "13.615"}
Json to_json(PolicyPercentages const& percentages);
/// What is not said, or said wrongly, stays as the State's books have it.
PolicyPercentages policy_percentages_from(Json const& json);

}  // namespace ssr::datasets
