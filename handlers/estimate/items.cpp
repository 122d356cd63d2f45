#include "estimate/answers.h"
#include "estimate/urls.h"
#include "estimate/words.h"

namespace ssr::estimate {

namespace {

std::string back_to(PublicEstimateId const& id, std::string_view group) {
    return group.empty() ? urls::editor(id) : urls::group(id, group);
}

// The rows that a script puts in place, each with its place in the document.
Json rows_of(Finishing const& who, works::Estimate const& estimate, std::vector<std::string> const& codes) {
    Json::Array rows;
    for (auto const& code : codes) {
        auto const* const line = estimate.line(code);
        rows.push_back(Json::Object{{"place", static_cast<int>(line - estimate.lines.data()) + 1},
                                    {"html", render_line(estimate, *line, frame_of(who))}});
    }
    return rows;
}

Response changed(Finishing const& who, works::Estimate const& saved, std::string const& back,
                 std::vector<std::string> const& new_codes = {}) {
    if (!who.request->wants_json()) return web::redirect(back);
    auto answer = saved_answer(saved, new_codes);
    answer.emplace("rows", rows_of(who, saved, new_codes));
    return web::json(std::move(answer));
}

Response malformed(App& app, Finishing const& who, PublicEstimateId const& id,
                   web::FieldErrors const& errors) {
    auto const estimate = app.estimates.find(owner_of(who), id);
    if (!estimate) return web::not_found();
    if (who.request->wants_json())
        return web::refuse({.status = web::Status::unprocessable,
                            .code = "refused",
                            .title = "Nothing was changed",
                            .detail = errors.begin()->second,
                            .errors = errors});
    return editor(app, who, {.estimate = *estimate, .errors = {{"", errors.begin()->second}}},
                  web::Status::unprocessable);
}

}  // namespace

Response show_item(App& app, Finishing const& who, Query<ItemQuery> const& query,
                   PublicEstimateId const& id) {
    auto const estimate = app.estimates.find(owner_of(who), id);
    if (!query.values || !estimate || !estimate->line(query.values->code)) return web::not_found();
    return item(app, who, {.estimate = *estimate, .code = query.values->code});
}

Response add_items(App& app, Finishing const& who, Form<AddForm> const& form, PublicEstimateId const& id) {
    if (!form.values) return malformed(app, who, id, form.errors);
    auto const& [version, codes, group] = *form.values;
    auto const saved = app.estimates.add_items(owner_of(who), id, version, codes);
    if (!saved) return not_saved(app, who, saved.error(), form.typed);
    return changed(who, *saved, back_to(id, group), codes);
}

Response remove_item(App& app, Finishing const& who, Form<ItemForm> const& form, PublicEstimateId const& id) {
    if (!form.values) return malformed(app, who, id, form.errors);
    auto const saved = app.estimates.remove_item(owner_of(who), id, form.values->version, form.values->code);
    if (!saved) return not_saved(app, who, saved.error(), form.typed);
    return changed(who, *saved, urls::editor(id));
}

Response bring_back_item(App& app, Finishing const& who, Form<VersionForm> const& form,
                         PublicEstimateId const& id) {
    if (!form.values) return malformed(app, who, id, form.errors);
    auto const before = app.estimates.find(owner_of(who), id);
    if (!before) return web::not_found();
    auto const saved = app.estimates.bring_back(owner_of(who), id, form.values->version);
    if (!saved) return not_saved(app, who, saved.error(), form.typed);
    bool const came_back = before->removed && saved->line(before->removed->code);
    return changed(who, *saved, urls::editor(id),
                   came_back ? std::vector{before->removed->code} : std::vector<std::string>{});
}

Response move_item(App& app, Finishing const& who, Form<MoveForm> const& form, PublicEstimateId const& id) {
    if (!form.values) return malformed(app, who, id, form.errors);
    auto const& [version, code, place] = *form.values;
    auto const saved = app.estimates.move_item(owner_of(who), id, version, code, place);
    if (!saved) return not_saved(app, who, saved.error(), form.typed);
    return changed(who, *saved, urls::editor(id));
}

}  // namespace ssr::estimate
