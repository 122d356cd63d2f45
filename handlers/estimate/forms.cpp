#include "estimate/forms.h"

#include <charconv>

#include "base/text.h"
#include "estimate/words.h"

namespace ssr::estimate {

namespace {

constexpr std::size_t kLongestCode = 64;
constexpr std::size_t kLongestDescription = 3000;
constexpr std::size_t kLongestWords = 200;
constexpr int kLastPage = 100'000;

std::optional<int> whole(std::string_view text, int least, int most) {
    int value = 0;
    auto const [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (error != std::errc{} || end != text.data() + text.size()) return std::nullopt;
    return value >= least && value <= most ? std::optional{value} : std::nullopt;
}

std::optional<int> version_in(web::FieldReader& read) {
    auto const version = whole(read.text("version"), 1, std::numeric_limits<int>::max());
    if (!version) read.complain("version", "Name the version that you saw.");
    return version;
}

std::string code_in(web::FieldReader& read) {
    auto const code = read.text("code");
    if (code.empty() || code.size() > kLongestCode) read.complain("code", "Name the item by its code.");
    return std::string{cut(code, kLongestCode)};
}

// An amount that may be left empty: then it is nothing.
std::optional<Money> amount_in(web::FieldReader& read, std::string_view name) {
    if (!read.has(name)) return std::nullopt;
    if (read.text(name).empty()) return Money{};
    return read.required<Money>(name, kAmountWanted);
}

std::optional<std::optional<Money>> grand_total_in(web::FieldReader& read) {
    if (!read.has("grand_total")) return std::nullopt;
    if (read.text("grand_total").empty()) return std::optional<Money>{};
    auto const amount = read.required<Money>("grand_total", kAmountWanted);
    return amount ? std::optional{std::optional{*amount}} : std::nullopt;
}

std::optional<Percent> excess_in(web::FieldReader& read) {
    if (!read.has("excess_tp")) return std::nullopt;
    if (read.text("excess_tp").empty()) return Percent{};
    return read.required<Percent>("excess_tp", "Enter a percentage from 0 to 100 with at most 4 decimals.");
}

void read_quantities(web::FieldReader& read, works::Changes& changes) {
    for (auto const& code : read.names_after("qty."))
        changes.quantities[code] = read.optional<Quantity>("qty." + code, kQuantityWanted);
}

void read_descriptions(web::FieldReader& read, works::Changes& changes) {
    for (auto const& code : read.names_after("text.")) {
        auto const text = read.text("text." + code);
        if (text.empty() || utf8_length(text) > kLongestDescription)
            read.complain("text." + code, "Enter a specification of at most 3,000 characters.");
        else
            changes.descriptions[code] = text;
    }
}

void read_work(web::FieldReader& read, works::Changes& changes) {
    if (read.has("work_name"))
        if (auto const name = read.required<works::WorkName>("work_name", kNameWanted))
            changes.work_name = name->text();
    if (read.has("work_type")) changes.work_type = works::parse_work_type(read.text("work_type"));
    if (read.has("area")) changes.area = works::parse_area(read.text("area"));
}

void read_options(web::FieldReader& read, works::Changes& changes) {
    changes.old_material = amount_in(read, "old_material");
    changes.excess_tp = excess_in(read);
    if (read.has("named_provision")) {
        auto const name = parse_line(read.text("named_provision"), 200);
        if (!name && !read.text("named_provision").empty())
            read.complain("named_provision", "Enter a name of at most 200 characters.");
        changes.named_provision = name.value_or(std::string{});
    }
    changes.named_amount = amount_in(read, "named_amount");
    changes.grand_total = grand_total_in(read);
}

}  // namespace

std::optional<WorksQuery> WorksQuery::read(web::FieldReader& read) {
    return WorksQuery{.words = std::string{cut(collapsed(read.text("q")), kLongestWords)},
                      .page = whole(read.text("page"), 1, kLastPage).value_or(1),
                      .deleted = PublicWorkId::parse(read.text("deleted"))};
}

std::optional<RenameForm> RenameForm::read(web::FieldReader& read) {
    auto const name = read.required<works::WorkName>("name", kNameWanted);
    if (!name) return std::nullopt;
    return RenameForm{*name};
}

std::optional<NewEstimateForm> NewEstimateForm::read(web::FieldReader& read) {
    auto const name = read.required<works::WorkName>("work_name", kNameWanted);
    auto const type = works::parse_work_type(read.text("work_type"));
    if (!type) read.complain("work_type", "Choose original or repair work.");
    auto const area = works::parse_area(read.text("area"));
    if (!area) read.complain("area", "Choose where the work lies.");
    auto const book = read.required<works::PublicDatasetId>("book", "Choose a rate book.");
    if (!name || !type || !area || !book) return std::nullopt;
    return NewEstimateForm{{*name, *type, *area, *book}};
}

std::optional<EditorQuery> EditorQuery::read(web::FieldReader& read) {
    return EditorQuery{std::string{read.text("group")},
                       std::string{cut(collapsed(read.text("q")), kLongestWords)}, read.ticked("saved")};
}

std::optional<VersionForm> VersionForm::read(web::FieldReader& read) {
    auto const version = version_in(read);
    if (!version) return std::nullopt;
    return VersionForm{*version};
}

std::optional<SaveForm> SaveForm::read(web::FieldReader& read) {
    auto const version = version_in(read);
    works::Changes changes;
    read_quantities(read, changes);
    read_descriptions(read, changes);
    read_work(read, changes);
    read_options(read, changes);
    if (!version) return std::nullopt;
    return SaveForm{*version, std::move(changes)};
}

std::optional<AddForm> AddForm::read(web::FieldReader& read) {
    auto const version = version_in(read);
    auto codes = read.names_after("item.");
    if (codes.empty()) read.complain("item", "Tick at least one item.");
    if (!version) return std::nullopt;
    return AddForm{*version, std::move(codes), std::string{read.text("group")}};
}

std::optional<ItemForm> ItemForm::read(web::FieldReader& read) {
    auto const version = version_in(read);
    auto code = code_in(read);
    if (!version) return std::nullopt;
    return ItemForm{*version, std::move(code)};
}

std::optional<MoveForm> MoveForm::read(web::FieldReader& read) {
    auto const version = version_in(read);
    auto code = code_in(read);
    auto const place = whole(read.text("place"), 1, 100'000);
    if (!place) read.complain("place", "Enter the number of a place, from 1.");
    if (!version || !place) return std::nullopt;
    return MoveForm{*version, std::move(code), *place};
}

std::optional<ItemQuery> ItemQuery::read(web::FieldReader& read) { return ItemQuery{code_in(read)}; }

}  // namespace ssr::estimate
