#include "sheet/xlsx_parts.h"

#include <charconv>
#include <map>

#include "base/text.h"
#include "sheet/rich_text.h"
#include "sheet/xml.h"

namespace ssr::sheet {

namespace {

/// [Content_Types].xml: is there a workbook in it, and is it one without macros?
class ContentTypes final : public XmlVisitor {
public:
    void begin(std::string_view, XmlAttributes const& attributes) override {
        auto const type = lower(attributes["ContentType"]);
        if (type.find("macroenabled") != type.npos || type.find("vbaproject") != type.npos)
            stop("The workbook contains macros. Save it as .xlsx without macros.");
        if (type.ends_with("spreadsheetml.sheet.main+xml")) has_workbook = true;
    }
    void end(std::string_view) override {}
    bool has_workbook = false;
};

/// A .rels part: what the ids in another part mean.
class Relations final : public XmlVisitor {
public:
    struct Target {
        std::string type, part;
    };
    explicit Relations(std::string folder) : folder_{std::move(folder)} {}

    void begin(std::string_view name, XmlAttributes const& attributes) override {
        if (name != "Relationship" || attributes["TargetMode"] == "External") return;
        auto const type = attributes["Type"];
        auto const kind = type.substr(type.rfind('/') + 1);
        by_id.insert_or_assign(std::string{attributes["Id"]},
                               Target{std::string{kind}, resolved(attributes["Target"])});
    }
    void end(std::string_view) override {}

    std::string first_of(std::string_view type) const {
        for (auto const& [id, target] : by_id)
            if (target.type == type) return target.part;
        return {};
    }
    std::map<std::string, Target> by_id;

private:
    std::string resolved(std::string_view target) const {
        if (target.starts_with('/')) return std::string{target.substr(1)};
        auto folder = folder_;
        while (target.starts_with("../") || target.starts_with("./")) {
            auto const is_up = target.starts_with("../");
            target.remove_prefix(is_up ? 3 : 2);
            if (is_up)
                folder = folder.substr(0, folder.empty() ? 0 : folder.rfind('/', folder.size() - 2) + 1);
        }
        return folder + std::string{target};
    }
    std::string folder_;  // "xl/"
};

class WorkbookPart final : public XmlVisitor {
public:
    explicit WorkbookPart(int most) : most_{most} {}
    void begin(std::string_view name, XmlAttributes const& attributes) override {
        if (name == "workbookPr") is_1904 = attributes["date1904"] == "1" || attributes["date1904"] == "true";
        if (name != "sheet") return;
        if (static_cast<int>(sheets.size()) == most_) return stop("The workbook has too many sheets.");
        sheets.push_back({std::string{attributes["name"]}, std::string{attributes["id"]}});
    }
    void end(std::string_view) override {}
    std::vector<SheetPart> sheets;  // the part is still an id
    bool is_1904 = false;

private:
    int most_;
};

std::string folder_of(std::string_view part) { return std::string{part.substr(0, part.rfind('/') + 1)}; }

std::string relations_of(std::string_view part) {
    auto const folder = folder_of(part);
    return folder + "_rels/" + std::string{part.substr(folder.size())} + ".rels";
}

constexpr char kNoSheets[] = "The workbook has no sheets.";

/// Shared strings.
class Strings final : public XmlVisitor {
public:
    void begin(std::string_view name, XmlAttributes const& attributes) override {
        if (name == "si") text_.clear();
        text_.begin(name, attributes);
    }
    void end(std::string_view name) override {
        text_.end(name);
        if (name != "si") return;
        if (all.size() == kMost) return stop("The workbook holds too many texts.");
        all.add(without_escapes(text_.text()), text_.rgb());
    }
    void text(std::string_view piece) override { text_.add(piece); }
    SharedStrings all;

private:
    static constexpr std::size_t kMost = 5'000'000;
    RichText text_;
};

}  // namespace

Result<Contents, std::string> read_contents(Archive& archive, XlsxLimits const& limits) {
    ContentTypes types;
    if (auto const read = read_xml(archive, "[Content_Types].xml", types); !read) return Err{read.error()};
    Relations root{""};
    if (auto const read = read_xml(archive, "_rels/.rels", root); !read) return Err{read.error()};
    auto const workbook_part = root.first_of("officeDocument");
    if (!types.has_workbook || workbook_part.empty())
        return Err{std::string{"This is not an Excel workbook (.xlsx)."}};
    WorkbookPart workbook{limits.sheets};
    if (auto const read = read_xml(archive, workbook_part, workbook); !read) return Err{read.error()};
    Relations relations{folder_of(workbook_part)};
    if (auto const read = read_xml(archive, relations_of(workbook_part), relations); !read)
        return Err{read.error()};

    Contents contents{.styles = relations.first_of("styles"),
                      .shared_strings = relations.first_of("sharedStrings"),
                      .dates_from_1904 = workbook.is_1904};
    for (auto& sheet : workbook.sheets) {
        auto const found = relations.by_id.find(sheet.part);
        if (found == relations.by_id.end())
            return Err{"The file is damaged: its sheet “" + sheet.name + "” is missing."};
        if (found->second.type == "worksheet") contents.sheets.push_back({sheet.name, found->second.part});
    }
    if (contents.sheets.empty()) return Err{std::string{kNoSheets}};
    return contents;
}

std::string_view SharedStrings::text(std::size_t index) const {
    auto const from = index == 0 ? 0 : ends_[index - 1];
    return std::string_view{all_}.substr(from, ends_[index] - from);
}

std::optional<std::uint32_t> SharedStrings::rgb(std::size_t index) const {
    if (rgbs_[index] == kNone) return std::nullopt;
    return rgbs_[index];
}

void SharedStrings::add(std::string_view text, std::optional<std::uint32_t> rgb) {
    all_ += text;
    ends_.push_back(all_.size());
    rgbs_.push_back(rgb.value_or(kNone));
}

Result<SharedStrings, std::string> read_shared_strings(Archive& archive, std::string const& part) {
    Strings strings;
    if (part.empty()) return strings.all;
    if (auto const read = read_xml(archive, part, strings); !read) return Err{read.error()};
    return std::move(strings.all);
}

std::string without_escapes(std::string_view text) {
    std::string out;
    for (std::size_t at = 0; at < text.size();) {
        unsigned code = 0;
        auto const* const digits = text.data() + at + 2;
        auto const is_escape = at + 7 <= text.size() && text[at] == '_' && text[at + 1] == 'x' &&
                               text[at + 6] == '_' &&
                               std::from_chars(digits, digits + 4, code, 16).ptr == digits + 4;
        // Of those above ASCII no writer makes use: they are in the XML as they are.
        if (!is_escape || code > 0x7F) {
            out += text[at++];
            continue;
        }
        if (code != 0) out += static_cast<char>(code);
        at += 7;
    }
    return out;
}

}  // namespace ssr::sheet
