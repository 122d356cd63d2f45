#include "sheet/csv_reader.h"

#include <fstream>

#include "base/text.h"

namespace ssr::sheet {

namespace {

constexpr std::string_view kMark = "\xEF\xBB\xBF";

// Windows-1252 from 0x80 to 0x9F; 0: no letter.
constexpr char16_t k1252[32] = {0x20AC, 0,      0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021,
                                0x02C6, 0x2030, 0x0160, 0x2039, 0x0152, 0,      0x017D, 0,
                                0,      0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014,
                                0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0,      0x017E, 0x0178};

void append_utf8(std::string& out, char16_t letter) {
    if (letter >= 0x800) {
        out += static_cast<char>(0xE0 | (letter >> 12));
        out += static_cast<char>(0x80 | ((letter >> 6) & 0x3F));
    } else {
        out += static_cast<char>(0xC0 | (letter >> 6));
    }
    out += static_cast<char>(0x80 | (letter & 0x3F));
}

bool is_ascii(std::string_view text) {
    return std::ranges::all_of(text, [](char c) { return static_cast<unsigned char>(c) < 0x80; });
}

}  // namespace

bool CsvReader::refuse(std::string message) {
    complaint_ = Complaint{"", "line " + std::to_string(line_), std::move(message)};
    is_over_ = true;
    return false;
}

bool CsvReader::take(std::string_view piece) {
    if (is_over_) return false;
    for (std::size_t at = 0; at < piece.size();) {
        if (auto const letters = letters_at(piece.substr(at)); !letters.empty()) {
            if (!add(letters)) return false;
            at += letters.size();
            continue;
        }
        auto const byte = piece[at++];
        if (is_at_start_) {
            if (byte == kMark[mark_]) {
                is_at_start_ = ++mark_ < kMark.size();
                continue;
            }
            // It was no mark: the file has its bytes back.
            is_at_start_ = false;
            for (auto const held : kMark.substr(0, mark_))
                if (!take_byte(held)) return false;
        }
        if (!take_byte(byte)) return false;
    }
    return true;
}

/// What only adds to the cell that is open: nearly all of a file, and so taken at once.
std::string_view CsvReader::letters_at(std::string_view rest) const {
    if (is_at_start_ || (state_ != State::bare && state_ != State::quoted)) return {};
    std::size_t end = 0;
    while (end < rest.size() && rest[end] != form_.separator && rest[end] != '"' && rest[end] != '\r' &&
           rest[end] != '\n' && rest[end] != '\0')
        ++end;
    return rest.substr(0, end);
}

bool CsvReader::take_byte(char byte) {
    if (byte == '\0') return refuse("The file holds a NUL byte: it is no text.");
    if (state_ == State::after_cr) {
        state_ = State::row_begins;
        if (byte == '\n') return true;
    }
    switch (state_) {
        case State::quoted: return take_quoted(byte);
        case State::quote_in_quoted: return take_after_quote(byte);
        default: return take_bare(byte);
    }
}

bool CsvReader::take_bare(char byte) {
    auto const is_blank_line = state_ == State::row_begins && (byte == '\r' || byte == '\n');
    if (state_ == State::row_begins) row_.line = line_;
    if (is_blank_line || byte == '\r' || byte == '\n') {
        if (!is_blank_line && !(end_cell() && end_row())) return false;
        ++line_;
        state_ = byte == '\r' ? State::after_cr : State::row_begins;
        return true;
    }
    if (byte == form_.separator) return end_cell();
    if (byte == '"') {
        if (state_ == State::bare) return refuse("A quote stands inside a cell that is not in quotes.");
        state_ = State::quoted;
        return true;
    }
    state_ = State::bare;
    return add({&byte, 1});
}

bool CsvReader::take_quoted(char byte) {
    if (byte == '"') {
        state_ = State::quote_in_quoted;
        return true;
    }
    if (byte == '\n') ++line_;
    return add({&byte, 1});
}

bool CsvReader::take_after_quote(char byte) {
    if (byte == '"') {
        state_ = State::quoted;
        return add({&byte, 1});
    }
    if (byte != form_.separator && byte != '\r' && byte != '\n')
        return refuse("Text follows a closing quote.");
    state_ = State::bare;
    return take_bare(byte);
}

bool CsvReader::add(std::string_view letters) {
    if (cell_.size() + letters.size() > form_.cell_bytes)
        return refuse("A cell holds more than " + std::to_string(form_.cell_bytes / 1024) + " kB.");
    cell_ += letters;
    return true;
}

bool CsvReader::end_cell() {
    if (row_.cells.size() == form_.columns)
        return refuse("The row has more than " + std::to_string(form_.columns) + " cells.");
    if (!decode(cell_)) return false;
    row_.cells.push_back(std::move(cell_));
    cell_.clear();
    state_ = State::cell_begins;
    return true;
}

bool CsvReader::end_row() {
    if (++rows_ > form_.rows)
        return refuse("The file has more than " + std::to_string(form_.rows) + " rows.");
    is_over_ = !visit_(row_);
    row_.cells.clear();
    return !is_over_;
}

bool CsvReader::decode(std::string& cell) {
    if (is_ascii(cell)) return true;
    if (form_.charset == Charset::utf8)
        return is_utf8(cell) || refuse(
                                    "The file is not in UTF-8. Save it as “CSV UTF-8”, or say in which "
                                    "letters it is written.");
    std::string out;
    for (auto const byte : cell) {
        auto const code = static_cast<unsigned char>(byte);
        auto const is_1252 = form_.charset == Charset::windows_1252 && code >= 0x80 && code < 0xA0;
        auto const letter = is_1252 ? k1252[code - 0x80] : char16_t{code};
        if (letter == 0) return refuse("The file holds bytes that are no letters of Windows-1252.");
        if (code < 0x80)
            out += byte;
        else
            append_utf8(out, letter);
    }
    cell = std::move(out);
    return true;
}

bool CsvReader::finish() {
    if (is_over_) return !complaint_;
    if (state_ == State::quoted) {
        line_ = row_.line;
        return refuse("A quote of this row is never closed.");
    }
    if (state_ == State::row_begins || state_ == State::after_cr) return true;
    return end_cell() && (end_row() || !complaint_);
}

Result<Done, Complaint> read_csv(std::string_view text, CsvForm const& form,
                                 std::function<bool(CsvRow const&)> const& visit) {
    CsvReader reader{form, visit};
    if (reader.take(text)) reader.finish();
    if (reader.complaint()) return Err{*reader.complaint()};
    return Done{};
}

Result<Done, Complaint> read_csv_file(std::string const& path, CsvForm const& form,
                                      std::function<bool(CsvRow const&)> const& visit) {
    std::ifstream file{path, std::ios::binary};
    if (!file) return Err{Complaint{"", "", "The file cannot be opened."}};
    CsvReader reader{form, visit};
    std::string piece(64 * 1024, '\0');
    bool goes_on = true;
    while (goes_on && file) {
        file.read(piece.data(), static_cast<std::streamsize>(piece.size()));
        goes_on = reader.take({piece.data(), static_cast<std::size_t>(file.gcount())});
    }
    if (goes_on) reader.finish();
    if (reader.complaint()) return Err{*reader.complaint()};
    return Done{};
}

}  // namespace ssr::sheet
