#include "domain/works/workbook.h"

#include "estimate/answers.h"
#include "estimate/words.h"

namespace ssr::estimate {

namespace {

constexpr std::string_view kXlsx = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

works::Analyses analyses_of(App& app, EstimateId estimate) {
    works::Analyses analyses;
    for (auto const& [code, json] : app.store.analyses(estimate))
        analyses.emplace(code, datasets::analysis_book_from(json));
    return analyses;
}

Response not_ready(App& app, Entitled const& who, works::Estimate const& estimate, web::FieldErrors errors) {
    if (who.request->wants_json())
        return web::refuse({.status = web::Status::unprocessable,
                            .code = "not_ready",
                            .title = "The estimate cannot be downloaded yet",
                            .detail = errors.begin()->second,
                            .errors = std::move(errors)});
    EditorPage page{.estimate = estimate, .is_unready = true, .errors = std::move(errors)};
    return editor(app, Finishing{who, who.access}, std::move(page), web::Status::unprocessable);
}

}  // namespace

Response download_workbook(App& app, Entitled const& who, PublicEstimateId const& id) {
    auto const estimate = app.estimates.find(owner_of(who), id);
    if (!estimate) return web::not_found();
    if (auto errors = explain(works::unready(*estimate), *estimate); !errors.empty())
        return not_ready(app, who, *estimate, std::move(errors));
    auto const analyses = analyses_of(app, estimate->id);
    return web::attachment(works::workbook_of(*estimate, analyses, app.clock.now()), kXlsx,
                           works::workbook_name(estimate->work_name));
}

}  // namespace ssr::estimate
