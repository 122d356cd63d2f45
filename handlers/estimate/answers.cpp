#include "estimate/answers.h"

#include "domain/works/datas_sheet.h"
#include "estimate/fields.h"
#include "estimate/words.h"

namespace ssr::estimate {

namespace {

Json totals_of(works::Totals const& totals) {
    return Json::Object{{"items", totals.items.paise()},
                        {"old", totals.old_material.paise()},
                        {"ecv", totals.ecv.paise()},
                        {"tp", totals.excess_tp.paise()},
                        {"lc", totals.labour_cess.paise()},
                        {"qc", totals.quality_control.paise()},
                        {"nac", totals.nac.paise()},
                        {"sub", totals.sub_total.paise()},
                        {"gst", totals.gst.paise()},
                        {"named", totals.named.paise()},
                        {"min", totals.minimum.paise()},
                        {"proposed", totals.proposed.paise()},
                        {"ls", totals.ls_unforeseen.paise()},
                        {"grand", totals.grand_total.paise()},
                        {"words", totals.grand_total.in_words()}};
}

// How the fields that a script sent stand now; null: there is no such item any more.
Json now_of(works::Estimate const& estimate, web::Fields const& typed) {
    auto const stored = field_values(estimate);
    Json::Object values;
    for (auto const& [name, text] : typed) {
        if (name == "version" || name == "csrf_token") continue;
        auto const found = stored.find(name);
        values.emplace(name, found == stored.end() ? Json{} : Json{found->second});
    }
    return Json::Object{{"version", estimate.version},
                        {"saved_at", clock_time(estimate.updated_at)},
                        {"values", std::move(values)}};
}

// Only the page of an item has its specification in a field.
std::optional<std::string> code_of_item_page(view::Values const& typed) {
    auto const field = typed.lower_bound("text.");
    if (field == typed.end() || !field->first.starts_with("text.")) return std::nullopt;
    return field->first.substr(5);
}

Response told(works::NotSaved const& why, web::Refusal refusal, web::Fields const& typed) {
    if (why.why != works::NotSaved::Why::stale) return web::refuse(std::move(refusal));
    return web::json(Json::Object{{"code", refusal.code},
                                  {"title", refusal.title},
                                  {"detail", refusal.detail},
                                  {"now", now_of(*why.now, typed)}},
                     refusal.status);
}

}  // namespace

works::Owner owner_of(SignedIn const& who) { return {who.session.user, who.session.organization}; }

Json::Object saved_answer(works::Estimate const& estimate, std::vector<std::string> const& codes) {
    Json::Object lines;
    for (auto const& code : codes) {
        auto const* const line = estimate.line(code);
        if (!line) continue;
        lines.emplace(code, Json::Object{{"rate", line->rate.paise()}, {"amount", line->amount.paise()}});
    }
    return {{"version", estimate.version},
            {"saved_at", clock_time(estimate.updated_at)},
            {"totals", totals_of(estimate.totals)},
            {"lines", std::move(lines)}};
}

Response not_saved(App& app, Finishing const& who, works::NotSaved const& why, web::Fields const& typed) {
    using Why = works::NotSaved::Why;
    auto refusal = explain(why.why);
    if (why.why == Why::refused) refusal.errors = explain(why.refused);
    if (who.request->wants_json() || !why.now) return told(why, std::move(refusal), typed);
    EditorPage page{.estimate = *why.now, .typed = {typed.begin(), typed.end()}, .errors = refusal.errors};
    page.is_stale = why.why == Why::stale;
    if (page.errors.empty() && !page.is_stale) page.errors[""] = refusal.title + ". " + refusal.detail;
    return shown_again(app, who, std::move(page), refusal.status);
}

Response shown_again(App& app, Finishing const& who, EditorPage page, web::Status status) {
    auto const code = code_of_item_page(page.typed);
    if (!code || !page.estimate.line(*code)) return editor(app, who, std::move(page), status);
    ItemPage back{.estimate = std::move(page.estimate),
                  .code = *code,
                  .is_stale = page.is_stale,
                  .typed = std::move(page.typed),
                  .errors = std::move(page.errors)};
    return item(app, who, std::move(back), status);
}

Response item(App& app, Finishing const& who, ItemPage page, web::Status status) {
    auto const book = datasets::analysis_book_from(app.store.analysis(page.estimate.id, page.code));
    page.analysis = book.under(works::policy_of(page.estimate));
    return guard::page(who, render(page, frame_of(who)), status);
}

Response editor(App& app, Finishing const& who, EditorPage page, web::Status status) {
    page.shelf = app.books.shelf(page.estimate, page.query.group, page.query.words);
    page.may_print = subscriptions::allows(who.access.reason);
    page.may_write = guard::may_write(who);
    return guard::page(who, render(page, frame_of(who).in(view::Area::editor)), status);
}

}  // namespace ssr::estimate
