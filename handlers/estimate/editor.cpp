#include "estimate/answers.h"
#include "estimate/urls.h"
#include "estimate/words.h"

namespace ssr::estimate {

namespace {

// What a save may have changed in lines: those that it named, or all where rates are others now.
std::vector<std::string> touched(works::Changes const& changes, works::Estimate const& saved) {
    std::vector<std::string> codes;
    if (changes.work_type || changes.area)
        for (auto const& line : saved.lines) codes.push_back(line.code);
    else
        for (auto const& [code, quantity] : changes.quantities) codes.push_back(code);
    return codes;
}

Response came_back(App& app, Finishing const& who, Form<SaveForm> const& form, PublicEstimateId const& id) {
    auto const now = app.estimates.find(owner_of(who), id);
    if (!now) return web::not_found();
    if (who.request->wants_json()) {
        auto refusal = explain(works::NotSaved::Why::refused);
        refusal.errors = form.errors;
        return web::refuse(std::move(refusal));
    }
    return shown_again(
        app, who, {.estimate = *now, .typed = {form.typed.begin(), form.typed.end()}, .errors = form.errors},
        web::Status::unprocessable);
}

}  // namespace

Response show_editor(App& app, Finishing const& who, Query<EditorQuery> const& query,
                     PublicEstimateId const& id) {
    auto const estimate = app.estimates.find(owner_of(who), id);
    if (!estimate) return web::not_found();
    return editor(app, who, {.estimate = *estimate, .query = *query.values});
}

Response show_shelf(App& app, Finishing const& who, Query<EditorQuery> const& query,
                    PublicEstimateId const& id) {
    auto const estimate = app.estimates.find(owner_of(who), id);
    if (!estimate) return web::not_found();
    EditorPage page{.estimate = *estimate, .query = *query.values};
    page.shelf = app.books.shelf(*estimate, page.query.group, page.query.words);
    return web::html(render_shelf(page, frame_of(who)));
}

Response save_estimate(App& app, Finishing const& who, Form<SaveForm> const& form,
                       PublicEstimateId const& id) {
    if (!form.values) return came_back(app, who, form, id);
    auto const& [version, changes] = *form.values;
    auto const saved = app.estimates.save(owner_of(who), id, version, changes);
    if (!saved) return not_saved(app, who, saved.error(), form.typed);
    if (who.request->wants_json()) return web::json(saved_answer(*saved, touched(changes, *saved)));
    return web::redirect(urls::editor(id) + "?saved=1");
}

}  // namespace ssr::estimate
