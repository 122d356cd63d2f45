#include "domain/datasets/book_checks.h"

#include "base/text.h"
#include "domain/datasets/item_words.h"
#include "sheet/formula_tokens.h"

namespace ssr::datasets {

namespace {

using sheet::Decimal;
using sheet::Token;

constexpr int kSerialColumn = 3, kQuantityColumn = 5, kRateColumn = 9;

std::string label_of(sheet::Row const* row) {
    if (!row) return {};
    std::string label;
    for (auto const& cell : row->cells)
        if (cell.column < kAmountColumn && cell.kind == sheet::Cell::Kind::text)
            label += cleaned(cell.text) + " ";
    return label;
}

/// 100 of "Labour rate for 100 units", 6 of "Rate per 6"; nothing where the label counts none or one.
std::optional<std::int64_t> count_in(std::string_view label) {
    auto const words = split(label, ' ');
    for (std::size_t at = 0; at + 1 < words.size(); ++at) {
        auto const word = lower(words[at]);
        if (word != "for" && word != "per") continue;
        auto const number = Decimal::parse(words[at + 1]);
        auto const count = number ? number->units(0) : std::nullopt;
        if (count && *count > 1 && *number == Decimal::of(*count)) return count;
    }
    return std::nullopt;
}

struct Division {
    std::int64_t divisor;
    std::vector<int> rows;  // of the cells that are divided
};

/// "…/7" of a formula, where it divides by one typed whole number.
std::optional<Division> division_in(std::string_view formula) {
    std::vector<Token> tokens;
    for (auto& token : sheet::tokens_of(formula))
        if (token.kind != Token::Kind::blank) tokens.push_back(token);
    Division found{};
    for (std::size_t at = 0; at < tokens.size(); ++at) {
        if (tokens[at].kind == Token::Kind::cell) found.rows.push_back(tokens[at].at.row);
        if (!tokens[at].is('/') || at + 1 >= tokens.size() || tokens[at + 1].kind != Token::Kind::number)
            continue;
        auto const number = Decimal::parse(tokens[at + 1].text);
        auto const divisor = number ? number->units(0) : std::nullopt;
        if (!divisor || *divisor <= 1 || found.divisor != 0) return std::nullopt;
        found.divisor = *divisor;
    }
    if (found.divisor == 0) return std::nullopt;
    return found;
}

bool is_filled(sheet::Row const& row, int column) {
    auto const* const cell = row.find(column);
    return cell && !cell->is_empty();
}

bool is_resource(sheet::Row const& row) {
    return is_filled(row, kQuantityColumn) || is_filled(row, kRateColumn);
}

void check_divisor(sheet::Sheet const& sheet, sheet::Row const& row, Findings& findings) {
    auto const* const amount = row.find(kAmountColumn);
    if (!amount || amount->formula.empty() || is_resource(row)) return;
    auto const division = division_in(amount->formula);
    if (!division) return;
    std::vector<int> labelled{row.number};
    labelled.insert(labelled.end(), division->rows.begin(), division->rows.end());
    for (auto const number : labelled) {
        auto const* const named = sheet.row(number);
        auto const count = named && !is_resource(*named) ? count_in(label_of(named)) : std::nullopt;
        if (!count) continue;
        if (*count != division->divisor)
            findings.warn(complaint(sheet.name, {row.number, kAmountColumn},
                                    "The formula divides by " + std::to_string(division->divisor) +
                                        ", but row " + std::to_string(number) + " says “" +
                                        cleaned(label_of(named)) + "”."));
        return;
    }
}

void check_percentage(sheet::Sheet const& sheet, sheet::Row const& row, PolicyRow const& policy,
                      PolicyPercentages const& percentages, Findings& findings) {
    auto const at = [&](std::string message) {
        return complaint(sheet.name, {row.number, kAmountColumn}, std::move(message));
    };
    auto const is_ghmc = policy.kind == LineKind::policy_ghmc;
    auto const setting = is_ghmc ? percentages.ghmc : percentages.overhead_repair;
    auto const says = policy.says.value_or(setting);
    if (says != setting)
        findings.warn(at("The book has " + says.text() + "% where " + setting.text() +
                         "% is set; the book's percentage is kept."));
    auto const& formula = row.find(kAmountColumn)->formula;
    if (formula.empty()) {
        if (!is_ghmc)
            findings.warn(
                at("The overhead is a typed number; for original work it is raised in proportion."));
        return;
    }
    auto const used = percentage_in(formula, says);
    if (!used)
        findings.warn(at("The formula shows no percentage; the label says " + says.text() + "%."));
    else if (*used != Decimal::of(says.ten_thousandths(), 4))
        findings.warn(
            at("The formula takes " + used->text() + "%, but the label says " + says.text() + "%."));
}

std::optional<std::int64_t> day_of(sheet::Row const* row) {
    auto const* const serial = row && is_filled(*row, kAmountColumn) ? row->find(kSerialColumn) : nullptr;
    auto const number = serial ? Decimal::parse(serial->text) : std::nullopt;
    return number ? number->units(0) : std::nullopt;
}

/// The rows of a table of rates by the day, as books of temporary works have them: the block ends with the
/// days 1, 2, 3, … in C.
std::vector<int> day_rows(sheet::Sheet const& sheet, Block const& block) {
    std::vector<int> rows;
    auto number = block.finished->row;
    for (auto day = day_of(sheet.row(number)); day && *day > 0; day = *day - 1, --number) {
        if (day_of(sheet.row(number)) != day) return {};
        rows.push_back(number);
    }
    if (rows.size() < 3) return {};
    std::ranges::reverse(rows);
    return rows;
}

void check_days(sheet::Sheet const& sheet, Block const& block, BlockReader& reader, Findings& findings) {
    std::optional<Decimal> before;
    for (auto const number : day_rows(sheet, block)) {
        auto const rate = reader.number({number, kAmountColumn});
        if (!rate) return;
        auto const day = *day_of(sheet.row(number));
        if (before && *rate <= *before)
            findings.warn(complaint(sheet.name, {number, kAmountColumn},
                                    "The rate for " + std::to_string(day) + " days, " + rate->text() +
                                        ", is not above that for " + std::to_string(day - 1) + ", " +
                                        before->text() + "."));
        before = rate;
    }
}

void check_rounding(sheet::Sheet const& sheet, Block const& block, BlockReader& reader, Findings& findings) {
    auto const number = reader.number(*block.finished);
    if (number && *number != number->rounded(0))
        findings.note(complaint(sheet.name, *block.finished,
                                "The finished rate is not rounded to whole rupees: " + number->text() + "."));
}

}  // namespace

void check_block(sheet::Sheet const& sheet, Block const& block, BlockReader& reader,
                 PolicyPercentages const& percentages, Findings& findings) {
    for (auto number = block.rows.first; number <= block.rows.last; ++number) {
        auto const* const row = sheet.row(number);
        if (!row) continue;
        if (auto const* const policy = reader.policy_row(number))
            check_percentage(sheet, *row, *policy, percentages, findings);
        else
            check_divisor(sheet, *row, findings);
    }
    check_days(sheet, block, reader, findings);
    check_rounding(sheet, block, reader, findings);
}

void check_variants(std::vector<BookItem> const& items, Findings& findings) {
    std::map<std::string, std::vector<BookItem const*>> families;
    for (auto const& item : items)
        if (!item.variant_of.empty()) families[name_key(item.variant_of)].push_back(&item);
    for (auto const& [_, variants] : families)
        for (std::size_t at = 1; at < variants.size(); ++at) {
            auto place = variants[at]->place;
            place.message =
                "“" + variants[at]->name + "” has the same rates as “" + variants[at - 1]->name + "”.";
            if (variants[at]->rates == variants[at - 1]->rates) findings.warn(std::move(place));
        }
}

}  // namespace ssr::datasets
