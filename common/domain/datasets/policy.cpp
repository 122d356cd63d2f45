#include "domain/datasets/policy.h"

namespace ssr::datasets {

std::string_view code(Policy policy) {
    switch (policy) {
        case Policy::municipal_original: return "municipal_original";
        case Policy::municipal_repair: return "municipal_repair";
        case Policy::outside_original: return "outside_original";
        case Policy::outside_repair: return "outside_repair";
    }
    return {};
}

std::optional<Policy> parse_policy(std::string_view text) {
    for (auto const policy : kPolicies)
        if (code(policy) == text) return policy;
    return std::nullopt;
}

Rate& PolicyRates::of(Policy policy) {
    switch (policy) {
        case Policy::municipal_original: return municipal_original;
        case Policy::municipal_repair: return municipal_repair;
        case Policy::outside_original: return outside_original;
        case Policy::outside_repair: break;
    }
    return outside_repair;
}

Rate PolicyRates::of(Policy policy) const {
    auto rates = *this;
    return rates.of(policy);
}

Json to_json(PolicyPercentages const& percentages) {
    return Json::Object{{"ghmc", percentages.ghmc.text()},
                        {"overhead_repair", percentages.overhead_repair.text()},
                        {"overhead_original", percentages.overhead_original.text()}};
}

PolicyPercentages policy_percentages_from(Json const& json) {
    PolicyPercentages percentages;
    auto const take = [&](std::string_view name, Percent& into) {
        auto const text = json[name].text_or_number();
        if (auto const percent = text ? Percent::parse(*text) : std::nullopt) into = *percent;
    };
    take("ghmc", percentages.ghmc);
    take("overhead_repair", percentages.overhead_repair);
    take("overhead_original", percentages.overhead_original);
    return percentages;
}

}  // namespace ssr::datasets
