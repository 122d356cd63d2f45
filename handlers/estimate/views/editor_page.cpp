#include "estimate/editor.tpl.h"
#include "estimate/fields.h"
#include "estimate/pages.h"
#include "estimate/urls.h"
#include "estimate/views/editor_parts.h"
#include "estimate/views/viewer_note.h"
#include "estimate/views/work_fields.h"
#include "estimate/words.h"
#include "view/figure_pieces.h"
#include "view/form_pieces.h"
#include "view/include.h"
#include "view/pieces.h"

namespace ssr::estimate {

namespace {

using works::Totals, works::WorkType;

std::string error_of(EditorPage const& page, std::string const& name) {
    auto const found = page.errors.find(name);
    return found == page.errors.end() ? std::string{} : found->second;
}

// What stands in the fields: as stored, and over it what was typed.
view::Values shown_values(EditorPage const& page) {
    auto values = field_values(page.estimate);
    for (auto const& [name, text] : page.typed)
        if (auto const found = values.find(name); found != values.end()) found->second = text;
    return values;
}

void add_lines(view::Dictionary& body, EditorPage const& page, view::Values const& values) {
    int number = 0;
    for (auto const& line : page.estimate.lines)
        fill_line(view::include(body, ke_LINE, "estimate/line.tpl"), page.estimate,
                  {line, ++number, values.at("qty." + line.code), error_of(page, "qty." + line.code)});
    view::show_if(page.estimate.lines.empty(), body, ke_NO_LINES);
}

view::Field money_field(std::string name, std::string label, std::string hint) {
    return {.name = std::move(name), .label = std::move(label), .hint = std::move(hint), .type = "money"};
}

// What an earlier figure has become by later quantities is told beside it at once, not at the download.
view::Errors errors_of_options(EditorPage const& page) {
    auto errors = page.errors;
    for (auto const& [name, complaint] : explain(works::unready(page.estimate), page.estimate))
        if (name == "grand_total" || name == "old_material") errors.emplace(name, complaint);
    return errors;
}

void add_options(view::Dictionary& body, EditorPage const& page, view::Values const& values) {
    auto const& totals = page.estimate.totals;
    auto const errors = errors_of_options(page);
    auto const put = [&](view::Marker const& at, view::Field const& field) {
        view::add(body, at, view::filled(field, values, errors));
    };
    put(ke_OLD_MATERIAL, money_field("old_material", "Less cost of old material", "Repair work only"));
    put(ke_EXCESS_TP, {.name = "excess_tp",
                       .label = "Provision for excess T.P., per cent",
                       .hint = "Of the ECV",
                       .autocomplete = "off",
                       .inputmode = "decimal",
                       .is_optional = true});
    put(ke_NAMED, {.name = "named_provision",
                   .label = "Named L.S. provision",
                   .hint = "What it is for",
                   .autocomplete = "off",
                   .max_length = 200,
                   .is_optional = true});
    put(ke_NAMED, money_field("named_amount", "Amount of the named provision", ""));
    put(ke_GRAND_TOTAL,
        money_field("grand_total", "Grand total to be sanctioned",
                    "At least " + totals.minimum.display() + ". Empty: " + totals.proposed.display() + "."));
}

struct TotalShown {
    std::string label;
    Money amount;
    std::string live;
    std::string names = {};
    bool is_hidden = false;
};

std::vector<TotalShown> totals_of(works::Estimate const& estimate) {
    auto const& [t, p] = std::tie(estimate.totals, estimate.percentages);
    auto const with = [](std::string label, Percent percent) { return label + " " + percent.text() + " %"; };
    bool const has_old = t.old_material != Money{};
    return {{"Items", t.items, "items"},
            {"Less old material", -t.old_material, "old", {}, !has_old},
            {"ECV", t.ecv, "ecv", "is-sum"},
            {"Excess T.P.", t.excess_tp, "tp", {}, estimate.options.excess_tp == Percent{}},
            {with("Labour cess", p.labour_cess), t.labour_cess, "lc", {}, p.labour_cess == Percent{}},
            {with("Quality control", p.quality_control),
             t.quality_control,
             "qc",
             {},
             p.quality_control == Percent{}},
            {with("NAC", p.nac), t.nac, "nac", {}, p.nac == Percent{}},
            {"Sub total", t.sub_total, "sub", "is-sum"},
            {with("GST", p.gst), t.gst, "gst"},
            {"Named provision", t.named, "named", {}, t.named == Money{}},
            {"L.S. unforeseen", t.ls_unforeseen, "ls",
             t.ls_unforeseen < Money{} ? "is-balance is-neg" : "is-balance"},
            {"Grand total", t.grand_total, "grand", "is-grand"}};
}

void add_totals(view::Dictionary& body, works::Estimate const& estimate) {
    for (auto const& total : totals_of(estimate)) {
        auto& row = view::section(body, ke_TOTAL);
        row.SetValue(ke_LABEL, total.label);
        row.SetValue(ke_LIVE, total.live);
        row.SetValue(ke_AMOUNT, total.amount.grouped());
        view::show(row, ke_KIND, ke_NAMES, total.names);
        view::show_if(total.is_hidden, row, ke_UNSEEN);
    }
    body.SetValue(ke_WORDS, estimate.totals.grand_total.in_words());
    auto const& t = estimate.totals;
    for (auto const& [label, amount, live, names, is_hidden] :
         {TotalShown{"Items", t.items, "items", "xs-off"}, TotalShown{"ECV", t.ecv, "ecv"},
          TotalShown{"Minimum", t.minimum, "min", "xs-off"},
          TotalShown{"L.S. unforeseen", t.ls_unforeseen, "ls", "xs-off"},
          TotalShown{"Grand total", t.grand_total, "grand", "is-main"}}) {
        auto& part = view::section(body, ke_STRIP);
        part.SetValue(ke_LABEL, label);
        part.SetValue(ke_AMOUNT, amount.grouped());
        part.SetValue(ke_LIVE, live);
        if (!names.empty()) view::section(part, ke_NAMES).SetValue(ke_CLASS, names);
    }
}

std::string label_of(works::Estimate const& estimate, std::string const& field) {
    if (field.starts_with("qty.")) {
        auto const* const line = estimate.line(field.substr(4));
        return line ? "Quantity of " + line->name : field.substr(4);
    }
    if (field.starts_with("text.")) {
        auto const* const line = estimate.line(field.substr(5));
        return line ? "Specification of " + line->name : field.substr(5);
    }
    static view::Values const kLabels{{"work_name", "Name of work"},
                                      {"work_type", "Kind of work"},
                                      {"area", "Place of work"},
                                      {"old_material", "Less cost of old material"},
                                      {"excess_tp", "Provision for excess T.P."},
                                      {"named_provision", "Named L.S. provision"},
                                      {"named_amount", "Amount of the named provision"},
                                      {"grand_total", "Grand total to be sanctioned"}};
    auto const found = kLabels.find(field);
    return found == kLabels.end() ? std::string{} : found->second;
}

struct Difference {
    std::string label, typed, now;
};

std::vector<Difference> differences_of(EditorPage const& page) {
    std::vector<Difference> differences;
    auto const or_nothing = [](std::string const& text) { return text.empty() ? "nothing" : text; };
    auto const now = field_values(page.estimate);
    for (auto const& [name, text] : page.typed) {
        auto const found = now.find(name);
        bool const is_gone = found == now.end() && name.starts_with("qty.");
        if (!is_gone && (found == now.end() || says_the_same(found->second, text))) continue;
        differences.push_back({label_of(page.estimate, name), or_nothing(text),
                               is_gone ? "removed" : or_nothing(found->second)});
    }
    return differences;
}

void add_conflict(view::Dictionary& body, EditorPage const& page) {
    auto const differences = differences_of(page);
    if (differences.empty()) {
        view::add(body, ke_NOTE,
                  view::Note{.tone = view::Tone::warn,
                             .strong = "Changed elsewhere at " + clock_time(page.estimate.updated_at) + ".",
                             .text = "The estimate is shown as it stands now. Do it again."});
        return;
    }
    auto& conflict = view::section(body, ke_CONFLICT);
    conflict.SetValue(ke_SAVED_AT, clock_time(page.estimate.updated_at));
    conflict.SetValue(ke_HREF, urls::editor(page.estimate.public_id));
    for (auto const& difference : differences) {
        auto& row = view::section(conflict, ke_DIFFERENCE);
        row.SetValue(ke_LABEL, difference.label);
        row.SetValue(ke_TYPED, difference.typed);
        row.SetValue(ke_NOW, difference.now);
    }
}

void add_note(view::Dictionary& body, EditorPage const& page) {
    view::show_if(page.may_write, body, ke_SAVES);
    if (!page.may_write) view::add(body, ke_NOTE, looks_only());
    if (!page.may_print)
        view::add(body, ke_NOTE,
                  view::Note{.tone = view::Tone::warn,
                             .strong = "Your subscription has ended.",
                             .text = "You can finish and save this estimate. A new download needs renewal.",
                             .link = "Renew the module",
                             .link_href = std::string{urls::kWhyClosed}});
    if (page.estimate.workslips > 0)
        view::add(body, ke_NOTE,
                  view::Note{.tone = view::Tone::warn,
                             .strong = "This estimate has a workslip.",
                             .text = "What you change here does not change the papers that follow from it."});
}

void add_removed(view::Dictionary& body, works::Estimate const& estimate) {
    if (!estimate.removed || estimate.removed->version != estimate.version) return;
    auto& removed = view::section(body, ke_REMOVED);
    removed.SetValue(ke_ACTION, urls::of(estimate.public_id, "bring-back"));
    removed.SetValue(ke_NAME, estimate.removed->name);
    removed.SetValue(ke_VERSION, std::to_string(estimate.version));
}

// What the script reckons with, in ten-thousandths of a per cent.
std::string percents_of(works::Percentages const& percentages) {
    std::string text;
    for (auto const percent :
         {percentages.labour_cess, percentages.quality_control, percentages.nac, percentages.gst})
        text += (text.empty() ? "" : " ") + std::to_string(percent.ten_thousandths());
    return text;
}

void fill_head(view::Dictionary& body, EditorPage const& page) {
    auto const& estimate = page.estimate;
    auto const& id = estimate.public_id;
    body.SetValue(ke_WORK_NAME, estimate.work_name);
    body.SetValue(ke_SAVED_AT, clock_time(estimate.updated_at));
    body.SetValue(ke_BOOK, name_of(estimate.book));
    body.SetValue(ke_KIND, kind_of_work(estimate));
    body.SetValue(ke_COUNT, std::to_string(estimate.lines.size()));
    body.SetValue(ke_ID, id.text());
    body.SetValue(ke_EDITOR, urls::editor(id));
    body.SetValue(ke_SAVE, urls::of(id, "save"));
    body.SetValue(ke_VERSION, std::to_string(estimate.version));
    body.SetValue(ke_PERCENTS, percents_of(estimate.percentages));
    view::add(body, ke_CHAIN, view::chain_of("", estimate.workslips, estimate.bills));
    if (page.may_print) view::section(body, ke_PRINTS).SetValue(ke_HREF, urls::of(id, "workbook"));
}

}  // namespace

std::string render(EditorPage const& page, view::Frame const& given) {
    auto frame = given;
    if (page.query.was_saved)
        frame.toast = view::Toast{.text = "Saved at " + clock_time(page.estimate.updated_at)};
    view::Document out{frame, "estimate/editor.tpl", "Estimate: " + page.estimate.work_name};
    auto& body = out.body();
    out.show_errors(page.errors);
    fill_head(body, page);
    add_note(body, page);
    add_removed(body, page.estimate);
    if (page.is_stale) add_conflict(body, page);
    fill_shelf(view::include(body, ke_SHELF, "estimate/shelf.tpl"), page);
    auto const values = shown_values(page);
    add_lines(body, page, values);
    add_options(body, page, values);
    add_totals(body, page.estimate);
    view::add(body, ke_WORK_NAME_FIELD, view::filled(name_field(), values, page.errors));
    view::add(body, ke_WORK_TYPE, work_type_choice(values.at("work_type")));
    view::add(body, ke_AREA, area_choice(values.at("area")));
    return out.html();
}

}  // namespace ssr::estimate
