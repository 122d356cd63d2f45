#include "domain/works/changes.h"

#include <algorithm>

namespace ssr::works {

namespace {

using Why = Refused::Why;

constexpr Money kBeyond = Money::from_rupees(10'000'000'000'000);  // work-modules 7.5

template <class T>
void take(std::optional<T> const& change, T& into) {
    if (change) into = *change;
}

template <class T>
bool is_in(std::optional<T> const& change, T const& present) {
    return !change || *change == present;
}

Line* find(Estimate& estimate, std::string const& code) { return const_cast<Line*>(estimate.line(code)); }

void take_lines(Changes const& changes, Estimate& estimate, std::vector<Refused>& refused) {
    for (auto const& [code, quantity] : changes.quantities) {
        if (auto* const line = find(estimate, code))
            line->quantity = quantity;
        else if (quantity)
            refused.push_back({Why::unknown_item, code, {}, {}});
    }
    for (auto const& [code, description] : changes.descriptions) {
        auto* const line = find(estimate, code);
        if (!line) {
            refused.push_back({Why::unknown_item, code, {}, {}});
        } else if (line->description != description) {
            line->description = description;
            line->is_description_edited = true;
        }
    }
}

void take_options(Changes const& changes, Estimate& estimate) {
    take(changes.work_name, estimate.work_name);
    take(changes.work_type, estimate.work_type);
    take(changes.area, estimate.area);
    auto& options = estimate.options;
    take(changes.old_material, options.old_material);
    take(changes.excess_tp, options.excess_tp);
    take(changes.named_provision, options.named.name);
    take(changes.named_amount, options.named.amount);
    take(changes.grand_total, options.grand_total);
    if (estimate.work_type == WorkType::original && !changes.old_material) options.old_material = {};
}

template <class T>
void forget_present(std::optional<T>& change, T const& present) {
    if (is_in(change, present)) change.reset();
}

// A form without script sends all of its fields: those that say what is there already ask for nothing.
Changes but_for_the_present(Changes changes, Estimate const& estimate) {
    forget_present(changes.old_material, estimate.options.old_material);
    forget_present(changes.named_amount, estimate.options.named.amount);
    forget_present(changes.grand_total, estimate.options.grand_total);
    return changes;
}

// Only what this change asks for can be refused: what an earlier one left behind is told, not refused.
void check_options(Changes const& changes, Estimate const& estimate, std::vector<Refused>& refused) {
    auto const& [options, totals] = std::tie(estimate.options, estimate.totals);
    if (changes.old_material && options.old_material > Money{}) {
        if (estimate.work_type == WorkType::original)
            refused.push_back({Why::old_material_in_original, {}, {}, {}});
        else if (options.old_material > totals.items)
            refused.push_back({Why::old_material_exceeds_items, {}, {}, {}});
    }
    if (changes.named_amount && options.named.amount > Money{} && options.named.name.empty())
        refused.push_back({Why::provision_without_name, {}, {}, {}});
    if (changes.grand_total && options.grand_total && *options.grand_total < totals.minimum)
        refused.push_back(
            {Why::grand_total_too_small, {}, totals.minimum, totals.minimum - totals.grand_total});
}

// Each amount fits 64 bits by the ranges of quantity and rate; a sum of hundreds might not, so it is watched.
bool is_beyond_range(Estimate const& estimate) {
    Money sum;
    for (auto const& line : estimate.lines) {
        auto const amount =
            line.quantity ? *line.quantity * line.rates.of(estimate.area, estimate.work_type) : Money{};
        if (amount >= kBeyond) return true;
        sum += amount;
        if (sum >= kBeyond) return true;
    }
    return false;
}

}  // namespace

bool are_in(Changes const& changes, Estimate const& estimate) {
    for (auto const& [code, quantity] : changes.quantities) {
        auto const* const line = estimate.line(code);
        if (line ? line->quantity != quantity : quantity.has_value()) return false;
    }
    for (auto const& [code, description] : changes.descriptions) {
        auto const* const line = estimate.line(code);
        if (!line || line->description != description) return false;
    }
    auto const& options = estimate.options;
    return is_in(changes.work_name, estimate.work_name) && is_in(changes.work_type, estimate.work_type) &&
           is_in(changes.area, estimate.area) && is_in(changes.old_material, options.old_material) &&
           is_in(changes.excess_tp, options.excess_tp) &&
           is_in(changes.named_provision, options.named.name) &&
           is_in(changes.named_amount, options.named.amount) &&
           is_in(changes.grand_total, options.grand_total);
}

Result<Estimate, std::vector<Refused>> with(Changes const& asked, Estimate estimate) {
    auto const changes = but_for_the_present(asked, estimate);
    std::vector<Refused> refused;
    take_lines(changes, estimate, refused);
    take_options(changes, estimate);
    if (is_beyond_range(estimate)) {
        auto const code = changes.quantities.empty() ? std::string{} : changes.quantities.begin()->first;
        return Err{std::vector<Refused>{{Why::beyond_range, code, {}, {}}}};
    }
    estimate = worked_out(std::move(estimate));
    if (estimate.totals.minimum >= kBeyond) refused.push_back({Why::beyond_range, {}, {}, {}});
    check_options(changes, estimate, refused);
    if (!refused.empty()) return Err{std::move(refused)};
    return estimate;
}

}  // namespace ssr::works
