#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "sheet/complaint.h"

namespace ssr::sheet {

/// How the bytes of a file are letters. UTF-8 is strict; the other two only where the person who uploads says
/// so: no sample of a file can tell them apart.
enum class Charset { utf8, windows_1252, latin_1 };

struct CsvForm {
    char separator = ',';
    Charset charset = Charset::utf8;
    std::size_t cell_bytes = 32 * 1024;
    std::size_t columns = 1'024;
    std::int64_t rows = 1'048'576;
};

/// One record: the line of the file where it begins, and its cells in UTF-8. Blank lines give no record.
struct CsvRow {
    std::int64_t line = 1;
    std::vector<std::string> cells;
};

/// RFC 4180, strictly: a quote inside a bare cell, text after a closing quote and a quote that is never
/// closed are refused with their line, since a reader that guesses swallows rows unseen. Lines end in CRLF,
/// LF or CR; a byte order mark is passed over. (libcsv drops blank lines without counting them, so that no
/// fault could name its line.)
class CsvReader {
public:
    CsvReader(CsvForm form, std::function<bool(CsvRow const&)> visit)
        : form_{form}, visit_{std::move(visit)} {}

    /// The next piece of the file. False: `complaint` says why reading ends, or the visitor has enough.
    bool take(std::string_view piece);
    /// After the last piece.
    bool finish();

    std::optional<Complaint> const& complaint() const { return complaint_; }

private:
    enum class State { row_begins, cell_begins, bare, quoted, quote_in_quoted, after_cr };
    bool take_byte(char byte);
    bool take_bare(char byte);
    bool take_quoted(char byte);
    bool take_after_quote(char byte);
    std::string_view letters_at(std::string_view rest) const;
    bool add(std::string_view letters);
    bool end_cell();
    bool end_row();
    bool refuse(std::string message);
    bool decode(std::string& cell);

    CsvForm form_;
    std::function<bool(CsvRow const&)> visit_;
    State state_ = State::row_begins;
    CsvRow row_;
    std::string cell_;
    std::int64_t line_ = 1, rows_ = 0;
    std::size_t mark_ = 0;  // bytes of a byte order mark met
    bool is_at_start_ = true, is_over_ = false;
    std::optional<Complaint> complaint_;
};

/// A whole file. The complaint's cell is "line 7".
Result<Done, Complaint> read_csv_file(std::string const& path, CsvForm const& form,
                                      std::function<bool(CsvRow const&)> const& visit);
Result<Done, Complaint> read_csv(std::string_view text, CsvForm const& form,
                                 std::function<bool(CsvRow const&)> const& visit);

}  // namespace ssr::sheet
