#include "domain/datasets/flat_reader.h"

#include <map>
#include <set>

#include "base/fault.h"
#include "base/text.h"
#include "domain/datasets/item_words.h"
#include "domain/datasets/whole_book.h"

namespace ssr::datasets {

namespace {

constexpr std::size_t kLongestShortName = 120;  // of a description that stands for the name
constexpr std::size_t kLongestCode = 40;
constexpr std::string_view kRate = "rate";

std::string column_of(Policy policy) { return "rate_" + std::string{code(policy)}; }

/// "rate municipal original" and "Rate" name the columns as well.
std::string head_key(std::string_view head) {
    auto key = lower(cleaned(head));
    std::ranges::replace(key, ' ', '_');
    return key;
}

/// The description up to a word's end.
std::string name_of(std::string const& description) {
    if (description.size() <= kLongestShortName) return description;
    auto const end = description.rfind(' ', kLongestShortName - 1);
    if (end != std::string::npos && end > 0) return description.substr(0, end) + "…";
    auto cut = kLongestShortName;
    while (cut > 0 && (static_cast<unsigned char>(description[cut]) & 0xC0U) == 0x80U) --cut;
    return description.substr(0, cut) + "…";
}

/// What stands more than once in the file.
struct Repeated {
    Repeats codes, names;
};

/// One reading of the file. It tells the items apart that are known to be alike.
class Reader {
public:
    Reader(BookForm const& form, Repeated const& repeated, BookItems::Visit const& visit)
        : form_{form}, repeated_{repeated}, visit_{visit} {
        reading_.book.percentages = form.percentages;
    }

    BookReading read(FlatRows const& rows) && {
        auto const read = rows(
            [&](sheet::CsvRow const& row) { return columns_.empty() ? take_heads(row) : take_item(row); });
        if (!read) findings().error(read.error());
        if (count_ == 0 && !findings().has_errors()) findings().error({"", "", "The file has no items."});
        return std::move(reading_);
    }

private:
    Findings& findings() { return reading_.findings; }
    static sheet::Complaint at(std::int64_t line, std::string_view column, std::string message) {
        auto where = "line " + std::to_string(line);
        if (!column.empty()) where += ", " + std::string{column};
        return {"", std::move(where), std::move(message)};
    }

    bool take_heads(sheet::CsvRow const& row) {
        for (std::size_t index = 0; index < row.cells.size(); ++index) {
            auto const key = head_key(row.cells[index]);
            if (!key.empty() && !columns_.emplace(key, index).second)
                findings().error(at(row.line, key, "The column stands twice."));
        }
        for (auto const* const needed : {"description", "unit", "group"})
            if (!columns_.contains(needed))
                findings().error(at(row.line, "", "There is no column “" + std::string{needed} + "”."));
        require_rates(row.line);
        reading_.book.has_own_codes = columns_.contains("code");
        return !findings().has_errors();
    }

    void require_rates(std::int64_t line) {
        std::vector<std::string> missing;
        for (auto const policy : kPolicies)
            if (!columns_.contains(column_of(policy))) missing.push_back("“" + column_of(policy) + "”");
        has_four_rates_ = missing.empty();
        if (has_four_rates_ || columns_.contains(kRate)) return;
        findings().error(
            at(line, "",
               missing.size() == kPolicies.size()
                   ? "There is no column “rate”."
                   : "There is no column “rate”, and of the four rates not " + join(missing, ", ") + "."));
    }

    std::string text(sheet::CsvRow const& row, std::string_view column) const {
        auto const found = columns_.find(column);
        if (found == columns_.end() || found->second >= row.cells.size()) return {};
        return cleaned(row.cells[found->second]);
    }

    std::string needed(sheet::CsvRow const& row, std::string_view column) {
        auto value = text(row, column);
        if (value.empty())
            findings().error(at(row.line, column, "The " + std::string{column} + " is missing."));
        return value;
    }

    Rate rate(sheet::CsvRow const& row, std::string const& column) {
        auto const value = needed(row, column);
        if (value.empty()) return {};
        if (auto const rate = Rate::parse(value)) return *rate;
        findings().error(at(row.line, column,
                            "“" + value +
                                "” is not a rate: a number above 0 and below 10,00,00,000 "
                                "with at most two decimals."));
        return {};
    }

    bool take_item(sheet::CsvRow const& row) {
        if (std::ranges::all_of(row.cells, [](std::string const& cell) { return cleaned(cell).empty(); }))
            return true;
        BookItem item{.description = needed(row, "description"),
                      .unit = text(row, "unit"),
                      .prefix = text(row, "prefix"),
                      .source_ref = text(row, "source_ref"),
                      .group = needed(row, "group"),
                      .place = at(row.line, "", "")};
        item.name = text(row, "name").empty() ? name_of(item.description) : text(row, "name");
        if (utf8_length(item.name) > kLongestName)
            findings().error(at(row.line, "name",
                                "The name is longer than " + std::to_string(kLongestName) + " characters."));
        item.code = code_of(row);
        take_unit(item, row);
        for (auto const policy : kPolicies)
            item.rates.of(policy) = rate(row, has_four_rates_ ? column_of(policy) : std::string{kRate});
        item.variant_of = parent_of(item.name);
        names_.tell_apart(item, findings());
        ++count_;
        if (groups_.insert(item.group).second) reading_.book.groups.push_back(item.group);
        visit_(item);
        return true;
    }

    std::string code_of(sheet::CsvRow const& row) {
        if (!reading_.book.has_own_codes)
            return numbered_code(form_.code_prefix, static_cast<int>(count_) + 1);
        auto code = needed(row, "code");
        if (utf8_length(code) > kLongestCode)
            findings().error(at(row.line, "code",
                                "The code is longer than " + std::to_string(kLongestCode) + " characters."));
        if (code.empty() || !repeated_.codes.may_repeat(code)) return code;
        auto const [first, is_new] = codes_.emplace(code, row.line);
        if (!is_new)
            findings().error(
                at(row.line, "code",
                   "The code “" + code + "” stands in line " + std::to_string(first->second) + " already."));
        return code;
    }

    void take_unit(BookItem& item, sheet::CsvRow const& row) {
        if (item.unit.empty()) {
            item.unit = inferred_unit(item.group);
            item.flags.push_back(ItemFlag::unit_inferred);
            findings().warn(
                at(row.line, "unit", "No unit is given; " + item.unit + " is inferred from the group."));
        } else if (!is_known_unit(item.unit)) {
            findings().warn(
                at(row.line, "unit", "The unit “" + item.unit + "” is not known; it is kept as it is."));
        }
        item.unit = canonical_unit(item.unit);
        item.unit_singular = singular_unit(item.unit);
    }

    BookForm const& form_;
    Repeated const& repeated_;
    BookItems::Visit const& visit_;
    std::map<std::string, std::size_t, std::less<>> columns_;
    std::map<std::string, std::int64_t> codes_;  // those that may repeat, and the first line of each
    std::set<std::string> groups_;
    NamesApart names_{repeated_.names};
    std::size_t count_ = 0;
    bool has_four_rates_ = false;
    BookReading reading_;
};

}  // namespace

BookReading read_flat_book(FlatRows rows, BookForm const& form) {
    auto const repeated = std::make_shared<Repeated>();
    std::size_t count = 0;
    auto reading = Reader{
        form, *repeated, [&](BookItem const& item) {
            repeated->codes.note(item.code);
            repeated->names.note(name_key(item.name));
            ++count;
        }}.read(rows);
    repeated->codes.settle();
    repeated->names.settle();
    if (repeated->codes.any() || repeated->names.any())
        reading = Reader{form, *repeated, [](BookItem const&) {}}.read(rows);
    reading.book.items = {count, [rows = std::move(rows), form, repeated](BookItems::Visit const& visit) {
                              if (Reader{form, *repeated, visit}.read(rows).findings.has_errors())
                                  throw Fault{"the file was changed while it was read", false};
                          }};
    return reading;
}

}  // namespace ssr::datasets
