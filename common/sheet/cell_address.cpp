#include "sheet/cell_address.h"

#include "base/text.h"

namespace ssr::sheet {

std::string column_letters(int column) {
    std::string letters;
    for (; column > 0; column = (column - 1) / 26)
        letters.insert(letters.begin(), static_cast<char>('A' + (column - 1) % 26));
    return letters;
}

std::optional<int> parse_column(std::string_view letters) {
    if (letters.empty() || letters.size() > 3) return std::nullopt;
    int column = 0;
    for (auto const letter : upper(letters)) {
        if (letter < 'A' || letter > 'Z') return std::nullopt;
        column = column * 26 + (letter - 'A' + 1);
    }
    if (column > kMostColumns) return std::nullopt;
    return column;
}

std::string to_text(CellAddress at) { return column_letters(at.column) + std::to_string(at.row); }

std::optional<CellAddress> parse_address(std::string_view text) {
    auto const skip_dollar = [&] {
        if (!text.empty() && text.front() == '$') text.remove_prefix(1);
    };
    skip_dollar();
    auto const letters = text.substr(0, std::min(text.find_first_of("$0123456789"), text.size()));
    text.remove_prefix(letters.size());
    skip_dollar();
    auto const column = parse_column(letters);
    if (!column || text.empty() || text.size() > 7 || text.front() == '0') return std::nullopt;
    int row = 0;
    for (auto const digit : text) {
        if (digit < '0' || digit > '9') return std::nullopt;
        row = row * 10 + (digit - '0');
    }
    if (row > kMostRows) return std::nullopt;
    return CellAddress{row, *column};
}

std::string reference(std::string_view sheet, CellAddress at) {
    auto const is_plain = [](char c) {
        return ('A' <= c && c <= 'Z') || ('a' <= c && c <= 'z') || c == '_' ||
               static_cast<unsigned char>(c) >= 0x80;
    };
    // A name that looks like a cell or holds anything but letters stands in quotes; the quotes never hurt.
    bool needs_quotes = sheet.empty() || parse_address(sheet).has_value() || sheet.size() <= 3;
    std::string name;
    for (auto const c : sheet) {
        needs_quotes = needs_quotes || !is_plain(c);
        name += c;
        if (c == '\'') name += c;
    }
    return (needs_quotes ? "'" + name + "'" : name) + "!" + to_text(at);
}

}  // namespace ssr::sheet
