#include "estimate/fields.h"
#include "estimate/item.tpl.h"
#include "estimate/pages.h"
#include "estimate/urls.h"
#include "estimate/words.h"
#include "values/decimal.h"
#include "view/form_pieces.h"
#include "view/include.h"
#include "view/pieces.h"

namespace ssr::estimate {

namespace {

using datasets::AnalysisCell, datasets::AnalysisLine, datasets::LineKind;

constexpr int kText = 4, kQuantity = 5, kUnit = 6, kPer = 7, kRate = 9, kAmount = 10;

// Figures of money with two decimals and grouping; quantities and texts as the book has them.
std::string text_at(AnalysisLine const& line, int column) {
    auto const* const cell = line.cell(column);
    if (!cell) return {};
    if (!cell->is_number || (column != kRate && column != kAmount)) return cell->text;
    auto const paise = cell->number().units(2);
    return paise ? Money::from_paise(*paise).grouped() : cell->text;
}

void add_row(view::Dictionary& table, AnalysisLine const& line) {
    auto& row = view::section(table, ki_ROW);
    bool const is_sum =
        line.kind == LineKind::subtotal || line.kind == LineKind::total || line.kind == LineKind::final;
    if (is_sum) view::section(row, ki_NAMES).SetValue(ki_CLASS, "is-sum");
    if (line.kind == LineKind::heading) view::section(row, ki_NAMES).SetValue(ki_CLASS, "is-band");
    row.SetValue(ki_TEXT, text_at(line, kText));
    row.SetValue(ki_QUANTITY, text_at(line, kQuantity));
    row.SetValue(ki_UNIT, text_at(line, kUnit));
    row.SetValue(ki_PER, text_at(line, kPer));
    row.SetValue(ki_RATE, text_at(line, kRate));
    row.SetValue(ki_AMOUNT, text_at(line, kAmount));
}

void add_datas(view::Dictionary& body, ItemPage const& page, works::Line const& line) {
    body.SetValue(ki_KIND, kind_of_work(page.estimate) + ", per " + line.unit_singular);
    body.SetValue(ki_RATE, line.rate.grouped());
    if (page.analysis.lines.empty()) {
        body.ShowSection(ki_RATE_ALONE);
        return;
    }
    auto& table = view::section(body, ki_ANALYSIS);
    for (auto const& each : page.analysis.lines)
        if (!each.is_hidden) add_row(table, each);
}

std::string prefix_hint(ItemPage const& page, works::Line const& line) {
    if (page.estimate.work_type == works::WorkType::original || line.prefix.empty())
        return "As it stands on the papers.";
    if (line.is_description_edited) return "As it stands on the papers, edited by you.";
    return "In repair work \"" + line.prefix + "\" is printed before it.";
}

void add_fields(view::Dictionary& body, ItemPage const& page, works::Line const& line) {
    auto const stored = field_values(page.estimate);
    auto const put = [&](view::Marker const& at, view::Field field) {
        field.value = stored.at(field.name);
        view::add(body, at, view::filled(field, page.typed, page.errors));
    };
    put(ki_QUANTITY, {.name = "qty." + line.code,
                      .label = "Quantity in " + line.unit,
                      .autocomplete = "off",
                      .inputmode = "decimal"});
    put(ki_DESCRIPTION,
        {.name = "text." + line.code, .label = "Specification", .type = "textarea", .max_length = 3000});
}

}  // namespace

std::string render(ItemPage const& page, view::Frame const& frame) {
    auto const& estimate = page.estimate;
    auto const& line = *estimate.line(page.code);
    auto const& id = estimate.public_id;
    view::Document out{frame, "estimate/item.tpl", line.name};
    auto& body = out.body();
    out.show_errors(page.errors);
    view::add(body, ki_HEAD,
              view::PageHead{.title = line.name,
                             .crumbs = {{"Works", std::string{urls::kWorks}},
                                        {estimate.work_name, urls::editor(id)},
                                        {line.name, ""}}});
    for (auto const& [marker, value] : {std::pair{ki_SAVE, urls::of(id, "save")},
                                        {ki_MOVE, urls::of(id, "move")},
                                        {ki_REMOVE, urls::of(id, "remove")},
                                        {ki_EDITOR, urls::editor(id)},
                                        {ki_CODE, line.code},
                                        {ki_VERSION, std::to_string(estimate.version)},
                                        {ki_PREFIX_HINT, prefix_hint(page, line)}})
        body.SetValue(marker, value);
    add_fields(body, page, line);
    if (page.is_stale)
        view::add(body, ki_NOTE,
                  view::Note{.tone = view::Tone::warn,
                             .strong = "Changed elsewhere at " + clock_time(estimate.updated_at) + ".",
                             .text = "What you typed stands below. Save it over what is there now, or",
                             .link = "take what is there now",
                             .link_href = urls::item(id, line.code)});
    view::add(body, ki_PLACE,
              view::Field{.name = "place",
                          .label = "Number in the document",
                          .hint = "1 to " + std::to_string(estimate.lines.size()),
                          .value = std::to_string(&line - estimate.lines.data() + 1),
                          .inputmode = "numeric"});
    add_datas(body, page, line);
    return out.html();
}

}  // namespace ssr::estimate
