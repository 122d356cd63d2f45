#include "estimate/fields.h"

#include "base/text.h"

namespace ssr::estimate {

namespace {

std::string amount_or_empty(Money amount) { return amount == Money{} ? std::string{} : amount.grouped(); }

// A figure without what does not change it; any other text as it is.
std::string plain(std::string_view text) {
    auto figure = std::string{trimmed(text)};
    std::erase(figure, ',');
    if (figure.empty() || figure.find_first_not_of("0123456789.") != std::string::npos)
        return std::string{trimmed(text)};
    if (figure.find('.') != std::string::npos) {
        figure.erase(figure.find_last_not_of('0') + 1);
        if (figure.back() == '.') figure.pop_back();
    }
    return figure;
}

}  // namespace

view::Values field_values(works::Estimate const& estimate) {
    auto const& options = estimate.options;
    view::Values values{
        {"work_name", estimate.work_name},
        {"work_type", std::string{code(estimate.work_type)}},
        {"area", std::string{code(estimate.area)}},
        {"old_material", amount_or_empty(options.old_material)},
        {"excess_tp", options.excess_tp == Percent{} ? std::string{} : options.excess_tp.text()},
        {"named_provision", options.named.name},
        {"named_amount", amount_or_empty(options.named.amount)},
        {"grand_total", options.grand_total ? options.grand_total->grouped() : std::string{}},
    };
    for (auto const& line : estimate.lines) {
        values["qty." + line.code] = line.quantity ? line.quantity->text() : std::string{};
        values["text." + line.code] = line.description;
    }
    return values;
}

bool says_the_same(std::string_view a, std::string_view b) { return plain(a) == plain(b); }

}  // namespace ssr::estimate
