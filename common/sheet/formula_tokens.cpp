#include "sheet/formula_tokens.h"

namespace ssr::sheet {

namespace {

bool is_digit(char c) { return '0' <= c && c <= '9'; }
bool is_letter(char c) { return ('A' <= c && c <= 'Z') || ('a' <= c && c <= 'z'); }
// Of names of functions, sheets and ranges; other scripts than Latin among them.
bool is_word(char c) {
    return is_letter(c) || is_digit(c) || c == '_' || c == '.' || c == '\\' ||
           static_cast<unsigned char>(c) >= 0x80;
}
bool is_blank(char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r'; }

template <class Holds>
std::size_t run(std::string_view text, std::size_t from, Holds holds) {
    auto at = from;
    while (at < text.size() && holds(text[at])) ++at;
    return at - from;
}

// A text between quotes, doubled quotes inside; to the end where it is not closed.
std::size_t quotation(std::string_view text, std::size_t from) {
    auto const quote = text[from];
    for (auto at = from + 1; at < text.size(); ++at) {
        if (text[at] != quote) continue;
        if (at + 1 == text.size() || text[at + 1] != quote) return at + 1 - from;
        ++at;
    }
    return text.size() - from;
}

std::size_t number_length(std::string_view text, std::size_t from) {
    auto at = from + run(text, from, is_digit);
    if (at < text.size() && text[at] == '.') at += 1 + run(text, at + 1, is_digit);
    if (at < text.size() && (text[at] == 'E' || text[at] == 'e')) {
        auto const sign = at + 1 < text.size() && (text[at + 1] == '-' || text[at + 1] == '+') ? 1 : 0;
        auto const digits = run(text, at + 1 + sign, is_digit);
        if (digits > 0) at += 1 + sign + digits;
    }
    return at - from;
}

/// $J$57 at that place: how long it is; 0 where there is none.
std::size_t cell(std::string_view text, std::size_t from, Token& token) {
    auto at = from;
    auto const dollar = [&] { return at < text.size() && text[at] == '$' ? (++at, true) : false; };
    token.is_column_fixed = dollar();
    auto const letters = run(text, at, is_letter);
    auto const column = text.substr(at, letters);
    at += letters;
    token.is_row_fixed = dollar();
    auto const digits = run(text, at, is_digit);
    auto const place = parse_address(std::string{column} + std::string{text.substr(at, digits)});
    at += digits;
    if (!place || letters == 0 || digits == 0) return 0;
    // LOG10( is a function, A1_total a name.
    if (at < text.size() && (is_word(text[at]) || text[at] == '(' || text[at] == '!')) return 0;
    token.at = *place;
    return at - from;
}

// 'Lead 1'! or Lead!, and what they say; 0 where there is none.
std::size_t sheet_prefix(std::string_view text, std::size_t from, Token& token) {
    auto const is_quoted = text[from] == '\'';
    auto const length = is_quoted ? quotation(text, from) : run(text, from, is_word);
    if (length == 0 || from + length >= text.size() || text[from + length] != '!') return 0;
    auto const name = text.substr(from, length);
    token.sheet.clear();
    if (!is_quoted) token.sheet = name;
    for (std::size_t at = 1; is_quoted && at + 1 < name.size(); ++at) {
        token.sheet += name[at];
        if (name[at] == '\'') ++at;
    }
    return length + 1;
}

bool place(std::string_view text, std::size_t from, Token& token) {
    auto const prefix = sheet_prefix(text, from, token);
    auto const length = from + prefix < text.size() ? cell(text, from + prefix, token) : 0;
    if (length == 0) return false;
    token.kind = Token::Kind::cell;
    token.sheet_as_written = text.substr(from, prefix);
    token.text = text.substr(from, prefix + length);
    return true;
}

Token token_at(std::string_view text, std::size_t from) {
    using enum Token::Kind;
    auto const as = [&](Token::Kind kind, std::size_t length) {
        return Token{kind, text.substr(from, length)};
    };
    auto const c = text[from];
    if (Token token; (is_word(c) || c == '$' || c == '\'') && place(text, from, token)) return token;
    if (is_blank(c)) return as(blank, run(text, from, is_blank));
    if (is_digit(c) || (c == '.' && from + 1 < text.size() && is_digit(text[from + 1])))
        return as(Token::Kind::number, number_length(text, from));
    if (c == '"' || c == '\'') return as(Token::Kind::quoted, quotation(text, from));
    if (c == '#')
        return as(error, 1 + run(text, from + 1,
                                 [](char x) { return is_word(x) || x == '/' || x == '!' || x == '?'; }));
    if (is_word(c)) {
        auto const length = run(text, from, is_word);
        return as(from + length < text.size() && text[from + length] == '(' ? function : name, length);
    }
    return as(symbol, 1);
}

}  // namespace

std::string Token::moved(int row, int column) const {
    if (row < 1 || row > kMostRows || column < 1 || column > kMostColumns) return "#REF!";
    return std::string{sheet_as_written} + (is_column_fixed ? "$" : "") + column_letters(column) +
           (is_row_fixed ? "$" : "") + std::to_string(row);
}

std::vector<Token> tokens_of(std::string_view formula) {
    std::vector<Token> tokens;
    for (std::size_t at = 0; at < formula.size(); at += tokens.back().text.size())
        tokens.push_back(token_at(formula, at));
    return tokens;
}

}  // namespace ssr::sheet
