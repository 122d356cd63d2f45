#include "domain/datasets/analysis.h"

#include <stdexcept>

namespace ssr::datasets {

namespace {

constexpr std::pair<LineKind, std::string_view> kKinds[] = {
    {LineKind::heading, "heading"},
    {LineKind::resource, "resource"},
    {LineKind::subtotal, "subtotal"},
    {LineKind::policy_ghmc, "policy_ghmc"},
    {LineKind::policy_overhead, "policy_overhead"},
    {LineKind::total, "total"},
    {LineKind::final, "final"},
    {LineKind::text, "text"},
};

[[noreturn]] void broken(std::string const& what) { throw std::runtime_error{"a stored analysis " + what}; }

Json::Object content(AnalysisCell const& cell) {
    Json::Object json{{cell.is_number ? "number" : "text", cell.text}};
    if (!cell.formula.empty()) json.emplace("formula", cell.formula);
    return json;
}

AnalysisCell cell_from(Json const& json, int column) {
    auto const number = json["number"].text();
    auto const text = number ? number : json["text"].text();
    if (!text || (number && !sheet::Decimal::parse(*number))) broken("has a cell without its value");
    return {.column = column,
            .formula = json["formula"].text().value_or(""),
            .text = *text,
            .is_number = number.has_value()};
}

AnalysisBook::Cell book_cell_from(Json const& json) {
    auto const column = json["column"].integer();
    if (!column || *column < 1 || *column > kColumns) broken("has a cell outside the columns A to J");
    AnalysisBook::Cell cell{.stored = cell_from(json, static_cast<int>(*column))};
    if (auto const* const others = json["others"].object())
        for (auto const& [name, other] : *others) {
            auto const policy = parse_policy(name);
            if (!policy) broken("names the unknown policy " + name);
            cell.others.emplace(*policy, cell_from(other, cell.stored.column));
        }
    return cell;
}

bool is_policy_row(LineKind kind) {
    return kind == LineKind::policy_ghmc || kind == LineKind::policy_overhead;
}

AnalysisLine line_under(AnalysisBook::Line const& line, Policy policy) {
    AnalysisLine out{.row = line.row, .kind = line.kind};
    for (auto const& cell : line.cells) out.cells.push_back(cell.under(policy));
    auto const* const amount = out.cell(kAmountColumn);
    out.is_hidden = is_policy_row(line.kind) && amount && amount->is_number && amount->number().is_zero();
    return out;
}

}  // namespace

std::string_view code(LineKind kind) {
    for (auto const& [known, text] : kKinds)
        if (known == kind) return text;
    return {};
}

std::optional<LineKind> parse_line_kind(std::string_view text) {
    for (auto const& [known, name] : kKinds)
        if (name == text) return known;
    return std::nullopt;
}

sheet::Decimal AnalysisCell::number() const {
    return is_number ? sheet::Decimal::parse(text).value_or(sheet::Decimal{}) : sheet::Decimal{};
}

AnalysisCell const* AnalysisLine::cell(int column) const {
    for (auto const& each : cells)
        if (each.column == column) return &each;
    return nullptr;
}

AnalysisCell const& AnalysisBook::Cell::under(Policy policy) const {
    auto const other = others.find(policy);
    return other == others.end() ? stored : other->second;
}

Analysis AnalysisBook::under(Policy policy) const {
    Analysis out;
    if (lines.empty()) return out;
    out.rows = {lines.front().row, lines.back().row};
    for (auto const& line : lines) {
        out.lines.push_back(line_under(line, policy));
        if (line.kind == LineKind::final) out.finished = {line.row, kAmountColumn};
    }
    return out;
}

Json to_json(std::vector<AnalysisBook::Cell> const& cells) {
    Json::Array all;
    for (auto const& cell : cells) {
        auto json = content(cell.stored);
        json.emplace("column", cell.stored.column);
        Json::Object others;
        for (auto const& [policy, other] : cell.others)
            others.emplace(std::string{code(policy)}, content(other));
        if (!others.empty()) json.emplace("others", std::move(others));
        all.push_back(std::move(json));
    }
    return all;
}

std::vector<AnalysisBook::Cell> cells_from(Json const& json) {
    if (!json.array()) broken("has a line without cells");
    std::vector<AnalysisBook::Cell> cells;
    for (auto const& each : *json.array()) cells.push_back(book_cell_from(each));
    return cells;
}

Json to_json(AnalysisBook const& book) {
    Json::Array all;
    for (auto const& line : book.lines)
        all.push_back(
            Json::Object{{"row", line.row}, {"kind", code(line.kind)}, {"cells", to_json(line.cells)}});
    return all;
}

AnalysisBook analysis_book_from(Json const& json) {
    if (!json.array()) broken("is no list of lines");
    AnalysisBook book;
    for (auto const& each : *json.array()) {
        auto const row = each["row"].integer();
        auto const kind = parse_line_kind(each["kind"].text().value_or(""));
        if (!row || *row < 1 || *row > sheet::kMostRows || !kind) broken("has a line without row or kind");
        book.lines.push_back({static_cast<int>(*row), *kind, cells_from(each["cells"])});
    }
    return book;
}

}  // namespace ssr::datasets
