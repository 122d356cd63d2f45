#include "domain/datasets/policy_rows.h"

#include "base/text.h"
#include "domain/datasets/item_words.h"
#include "sheet/formula_tokens.h"

namespace ssr::datasets {

namespace {

using sheet::Decimal;
using sheet::Token;

bool is_letter(char c) { return ('a' <= c && c <= 'z') || ('A' <= c && c <= 'Z'); }
bool is_of_number(char c) { return ('0' <= c && c <= '9') || c == '.'; }

std::vector<std::string> words_of(std::string_view text) {
    std::vector<std::string> words(1);
    for (auto const c : lower(text))
        if (is_letter(c))
            words.back() += c;
        else if (!words.back().empty())
            words.emplace_back();
    if (words.back().empty()) words.pop_back();
    return words;
}

std::optional<LineKind> policy_kind(std::string_view label) {
    auto const words = words_of(label);
    if (words.empty() || words[0] != "add") return std::nullopt;
    auto const has = [&](std::string_view word) { return std::ranges::find(words, word) != words.end(); };
    if (has("ghmc") || (has("municipal") && (has("allowance") || has("allowances"))))
        return LineKind::policy_ghmc;
    if (has("overhead") || has("overheads") || (has("over") && (has("head") || has("heads"))))
        return LineKind::policy_overhead;
    // OH is too short a word to be believed without its percentage.
    auto const is_short = words.size() >= 2 && (words[1] == "oh" || (words.size() >= 3 && words[2] == "oh"));
    if (is_short && label.find('%') != std::string_view::npos) return LineKind::policy_overhead;
    return std::nullopt;
}

struct Written {
    std::size_t at = 0, length = 0;  // of the digits
};

/// "10.615" of "Add Overhead @ 10.615 %"; without the sign the number after the last @.
std::optional<Written> written_percentage(std::string_view label) {
    auto end = label.find('%');
    if (end != std::string_view::npos) {
        while (end > 0 && label[end - 1] == ' ') --end;
    } else {
        auto const at = label.rfind('@');
        if (at == std::string_view::npos) return std::nullopt;
        end = label.find_first_not_of(' ', at + 1);
        while (end < label.size() && is_of_number(label[end])) ++end;
        if (end == std::string_view::npos) return std::nullopt;
    }
    auto begin = end;
    while (begin > 0 && is_of_number(label[begin - 1])) --begin;
    if (begin == end) return std::nullopt;
    return Written{begin, end - begin};
}

Decimal decimal_of(Percent percent) { return Decimal::of(percent.ten_thousandths(), 4); }

/// A number of a formula that may be its percentage.
struct Candidate {
    std::size_t token;
    Decimal percent;
    bool is_fraction;  // 0.4 for 40
    bool is_marked;    // followed by % or /100, or a fraction of one
};

std::vector<Candidate> candidates_in(std::vector<Token> const& tokens) {
    std::vector<Token const*> words;
    for (auto const& token : tokens)
        if (token.kind != Token::Kind::blank) words.push_back(&token);
    std::vector<Candidate> found;
    auto const hundred = Decimal::of(100);
    for (std::size_t at = 0; at < words.size(); ++at) {
        if (words[at]->kind != Token::Kind::number) continue;
        auto const number = Decimal::parse(words[at]->text);
        if (!number) continue;
        auto const index = static_cast<std::size_t>(words[at] - tokens.data());
        auto const follows = [&](std::size_t by, std::string_view text) {
            return at + by < words.size() && words[at + by]->text == text;
        };
        auto const is_divisor = at > 0 && words[at - 1]->is('/');
        auto const is_per_cent = follows(1, "%") || (follows(1, "/") && follows(2, "100"));
        if (is_per_cent || is_divisor) {
            if (is_per_cent) found.push_back({index, *number, false, true});
        } else if (number->sign() > 0 && *number < Decimal::of(1)) {
            found.push_back({index, *number * hundred, true, true});
        } else {
            found.push_back({index, *number, false, false});
        }
    }
    return found;
}

std::optional<Candidate> percentage_among(std::vector<Token> const& tokens, Percent expected) {
    auto all = candidates_in(tokens);
    auto const is_expected = [&](Candidate const& it) { return it.percent == decimal_of(expected); };
    auto const is_marked = [](Candidate const& it) { return it.is_marked; };
    // What is marked as a percentage and is the one expected, before all else.
    std::ranges::stable_sort(all, std::greater{}, is_marked);
    if (auto const found = std::ranges::find_if(all, is_expected); found != all.end()) return *found;
    if (std::ranges::count_if(all, is_marked) == 1) return all.front();
    return std::nullopt;
}

std::string scaled(std::string_view amount, Percent from, Percent to) {
    return "(" + std::string{amount} + ")*" + to.text() + "/" + from.text();
}

}  // namespace

std::optional<PolicyRow> policy_row_of(sheet::Row const& row) {
    for (auto const& cell : row.cells) {
        if (cell.column >= kAmountColumn) break;
        if (cell.kind != sheet::Cell::Kind::text) continue;
        auto const label = cleaned(cell.text);
        auto const kind = policy_kind(label);
        if (!kind) continue;
        PolicyRow found{.row = row.number, .kind = *kind, .label_column = cell.column, .label = label};
        if (auto const written = written_percentage(label))
            found.says = Percent::parse(std::string_view{label}.substr(written->at, written->length));
        return found;
    }
    return std::nullopt;
}

std::optional<Decimal> percentage_in(std::string_view formula, Percent expected) {
    auto const found = percentage_among(sheet::tokens_of(formula), expected);
    if (!found) return std::nullopt;
    return found->percent;
}

std::string with_percentage(std::string_view formula, Percent from, Percent to) {
    auto const tokens = sheet::tokens_of(formula);
    auto const found = percentage_among(tokens, from);
    if (!found) return scaled(formula, from, to);
    std::string out;
    for (std::size_t at = 0; at < tokens.size(); ++at) {
        if (at != found->token)
            out += tokens[at].text;
        else
            out += found->is_fraction ? (decimal_of(to) / Decimal::of(100)).text() : to.text();
    }
    return out;
}

sheet::Cell amount_under(Policy policy, PolicyRow const& row, sheet::Cell const& amount,
                         PolicyPercentages const& percentages) {
    auto cell = amount;
    if (row.kind == LineKind::policy_ghmc) {
        if (is_municipal(policy)) return cell;
        cell.formula.clear();
        cell.kind = sheet::Cell::Kind::number;
        cell.text = "0";
        return cell;
    }
    if (is_repair(policy)) return cell;
    auto const from = row.says.value_or(percentages.overhead_repair);
    auto const to = percentages.overhead_original;
    if (from.ten_thousandths() == 0) return cell;
    cell.formula =
        amount.formula.empty() ? scaled(amount.text, from, to) : with_percentage(amount.formula, from, to);
    return cell;
}

std::string label_under(Policy policy, PolicyRow const& row, PolicyPercentages const& percentages) {
    auto const is_ghmc = row.kind == LineKind::policy_ghmc;
    auto const is_as_stored = is_ghmc ? is_municipal(policy) : is_repair(policy);
    auto const written = written_percentage(row.label);
    if (is_as_stored || !written) return row.label;
    auto const used = is_ghmc ? percentages.ghmc_under(policy) : percentages.overhead_under(policy);
    auto label = row.label;
    return label.replace(written->at, written->length, used.text());
}

}  // namespace ssr::datasets
