#include "sheet/formula.h"

#include "base/text.h"
#include "sheet/formula_tokens.h"

namespace ssr::sheet {

namespace {

constexpr std::size_t kLongest = 8192;  // Excel's own limit
constexpr int kDeepest = 64;

using Kind = Expression::Kind;
using Parsed = Result<Expression, std::string>;

std::string quoted(std::string_view text) { return "“" + std::string{text} + "”"; }

std::optional<Kind> function_kind(std::string_view name) {
    auto const known = upper(name);
    if (known == "SUM") return Kind::sum;
    if (known == "ROUND") return Kind::round;
    if (known == "MROUND") return Kind::mround;
    return std::nullopt;
}

/// Recursive descent, one function a level of the grammar.
class Parser {
public:
    explicit Parser(std::string_view formula) {
        for (auto& token : tokens_of(formula))
            if (token.kind != Token::Kind::blank) tokens_.push_back(std::move(token));
    }

    Parsed whole() {
        auto parsed = one_number(sum());
        if (parsed && next_) return Err{misplaced(*next_)};
        return parsed;
    }

private:
    Token const* peek() { return next_ = at_ < tokens_.size() ? &tokens_[at_] : nullptr; }
    bool taken(char symbol) {
        auto const is_there = peek() && next_->is(symbol);
        if (is_there) ++at_;
        peek();
        return is_there;
    }

    static std::string misplaced(Token const& token) {
        using enum Token::Kind;
        auto const text = std::string{token.text};
        if (token.kind == quoted) return "holds the text " + text + ", which is not a number";
        if (token.kind == error) return "holds the error " + text;
        if (token.is('[')) return "refers to another file";
        if (token.is('^') || token.is('&') || token.is('<') || token.is('>') || token.is('='))
            return "uses the sign " + text + ", which is not supported";
        if (token.kind == function) return "uses the function " + text + ", which is not supported";
        if (token.kind == name) return "uses the name " + text + ", which is not supported";
        return "cannot be read at " + sheet::quoted(token.text);
    }

    static Parsed one_number(Parsed parsed) {
        if (!parsed || parsed->kind != Kind::range) return parsed;
        auto const& cells = parsed->reference.cells;
        return Err{"uses the cells " + to_text(cells.first) + ":" + to_text(cells.last) + " as one number"};
    }

    Parsed sum() {
        auto first = product();
        if (!first || !(peek() && (next_->is('+') || next_->is('-')))) return first;
        first = one_number(std::move(first));
        if (!first) return first;
        Expression all{.kind = Kind::add, .operands = {*std::move(first)}};
        while (peek() && (next_->is('+') || next_->is('-'))) {
            auto const is_minus = next_->is('-');
            ++at_;
            auto next = one_number(product());
            if (!next) return next;
            all.operands.push_back(is_minus ? wrapped(Kind::negate, *std::move(next)) : *std::move(next));
        }
        return all;
    }

    Parsed product() {
        auto first = factor();
        if (!first || !(peek() && (next_->is('*') || next_->is('/')))) return first;
        first = one_number(std::move(first));
        if (!first) return first;
        Expression all{.kind = Kind::multiply, .operands = {*std::move(first)}};
        while (peek() && (next_->is('*') || next_->is('/'))) {
            auto const is_over = next_->is('/');
            ++at_;
            auto next = one_number(factor());
            if (!next) return next;
            all.operands.push_back(is_over ? wrapped(Kind::over, *std::move(next)) : *std::move(next));
        }
        return all;
    }

    // Signs before, per cents after. The sign binds first, as in Excel; for these operators it is all the
    // same.
    Parsed factor() {
        bool has_sign = false, is_negative = false;
        while (peek() && (next_->is('+') || next_->is('-'))) {
            has_sign = true;
            if (next_->is('-')) is_negative = !is_negative;
            ++at_;
        }
        auto inner = primary();
        int percents = 0;
        while (inner && peek() && next_->is('%')) {
            if (++percents > 4) return Err{misplaced(*next_)};
            ++at_;
            inner = one_number(std::move(inner));
            if (inner) inner = wrapped(Kind::percent, *std::move(inner));
        }
        if (has_sign) inner = one_number(std::move(inner));
        if (inner && is_negative) return wrapped(Kind::negate, *std::move(inner));
        return inner;
    }

    Parsed primary() {
        if (!peek()) return Err{std::string{"ends too early"}};
        auto const& token = *next_;
        switch (token.kind) {
            case Token::Kind::number: return number(token);
            case Token::Kind::cell: return cells(token);
            case Token::Kind::function: return call(token);
            case Token::Kind::symbol:
                if (token.is('(')) return in_parentheses();
                break;
            default: break;
        }
        return Err{misplaced(token)};
    }

    Parsed number(Token const& token) {
        auto const value = Decimal::parse(token.text);
        if (!value) return Err{misplaced(token)};
        ++at_;
        if (peek() && next_->is(':')) return Err{std::string{"names whole rows; name the cells"}};
        return Expression{.kind = Kind::number, .number = *value};
    }

    Parsed cells(Token const& token) {
        ++at_;
        Expression found{.kind = Kind::cell, .reference = {token.sheet, {token.at, token.at}}};
        if (!taken(':')) return found;
        if (!next_ || next_->kind != Token::Kind::cell || !next_->sheet_as_written.empty())
            return Err{std::string{"has a range without its last cell"}};
        auto const to = next_->at;
        ++at_;
        found.kind = Kind::range;
        found.reference.cells = {{std::min(token.at.row, to.row), std::min(token.at.column, to.column)},
                                 {std::max(token.at.row, to.row), std::max(token.at.column, to.column)}};
        return found;
    }

    Parsed in_parentheses() {
        if (++depth_ > kDeepest) return Err{std::string{"has too many parentheses inside each other"}};
        ++at_;
        auto inner = sum();
        --depth_;
        if (!inner) return inner;
        if (!taken(')')) return Err{next_ ? misplaced(*next_) : std::string{"lacks a closing parenthesis"}};
        return inner;
    }

    Parsed call(Token const& token) {
        auto const kind = function_kind(token.text);
        if (!kind) return Err{misplaced(token)};
        if (++depth_ > kDeepest) return Err{std::string{"has too many functions inside each other"}};
        Expression all{.kind = *kind};
        at_ += 2;  // the name and its parenthesis
        do {
            auto next = *kind == Kind::sum ? sum() : one_number(sum());
            if (!next) return next;
            all.operands.push_back(*std::move(next));
        } while (taken(','));
        --depth_;
        if (!taken(')')) return Err{next_ ? misplaced(*next_) : std::string{"lacks a closing parenthesis"}};
        if (*kind != Kind::sum && all.operands.size() != 2)
            return Err{"gives " + upper(token.text) + " another count of arguments than two"};
        return all;
    }

    static Expression wrapped(Kind kind, Expression inner) {
        Expression out{.kind = kind};
        out.operands.push_back(std::move(inner));
        return out;
    }

    std::vector<Token> tokens_;
    std::size_t at_ = 0;
    Token const* next_ = nullptr;
    int depth_ = 0;
};

std::string_view without_equals(std::string_view formula) {
    return formula.starts_with('=') ? formula.substr(1) : formula;
}

/// A reference among tokens: one cell, or a range of three tokens.
std::size_t length_of_reference(std::vector<Token> const& tokens, std::size_t at) {
    if (tokens[at].kind != Token::Kind::cell) return 0;
    auto const is_range = at + 2 < tokens.size() && tokens[at + 1].is(':') &&
                          tokens[at + 2].kind == Token::Kind::cell && tokens[at + 2].sheet_as_written.empty();
    return is_range ? 3 : 1;
}

// Copies the formula; `rewrite` is given the first and last cell of every reference, and nothing copies that,
// too.
template <class Rewrite>
std::string rewritten(std::string_view formula, Rewrite rewrite) {
    auto const tokens = tokens_of(formula);
    std::string out;
    for (std::size_t at = 0; at < tokens.size();) {
        auto const length = length_of_reference(tokens, at);
        auto const last = at + std::max<std::size_t>(length, 1) - 1;
        std::optional<std::string> const text =
            length == 0 ? std::nullopt : rewrite(tokens[at], tokens[last]);
        if (text) out += *text;
        for (; at <= last; ++at)
            if (!text) out += tokens[at].text;
    }
    return out;
}

}  // namespace

Result<Expression, std::string> parse_formula(std::string_view formula) {
    if (formula.size() > kLongest) return Err{std::string{"is too long"}};
    return Parser{without_equals(formula)}.whole();
}

std::string with_references(std::string_view formula,
                            std::function<std::optional<std::string>(Reference const&)> const& write) {
    return rewritten(formula, [&](Token const& first, Token const& last) {
        return write({first.sheet, {first.at, last.at}});
    });
}

std::vector<Reference> references_of(std::string_view formula) {
    std::vector<Reference> found;
    with_references(formula, [&](Reference const& reference) {
        found.push_back(reference);
        return std::nullopt;
    });
    return found;
}

std::string filled(std::string_view formula, int rows, int columns) {
    auto const moved = [&](Token const& token) {
        return token.moved(token.at.row + (token.is_row_fixed ? 0 : rows),
                           token.at.column + (token.is_column_fixed ? 0 : columns));
    };
    return rewritten(formula, [&](Token const& first, Token const& last) {
        return std::optional{&first == &last ? moved(first) : moved(first) + ":" + moved(last)};
    });
}

Rebased rebase(std::string_view formula, RowRange block, int to_row) {
    Rebased result;
    auto const by = to_row - block.first;
    auto const moved = [&](Token const& token) { return token.moved(token.at.row + by, token.at.column); };
    result.formula =
        rewritten(formula, [&](Token const& first, Token const& last) -> std::optional<std::string> {
            auto const is_one = &first == &last;
            if (first.sheet_as_written.empty() && block.holds(first.at.row) && block.holds(last.at.row))
                return is_one ? moved(first) : moved(first) + ":" + moved(last);
            result.leaving.push_back(std::string{first.text} + (is_one ? "" : ":" + std::string{last.text}));
            return std::nullopt;
        });
    return result;
}

}  // namespace ssr::sheet
