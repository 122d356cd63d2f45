#include "domain/subscriptions/usage.h"
#include "estimate/answers.h"
#include "estimate/urls.h"
#include "estimate/words.h"

namespace ssr::estimate {

namespace {

Response start(App& app, Entitled const& who, StartPage page, web::Status status = web::Status::ok) {
    page.books = app.books.offers();
    page.recent = app.works.recent(who.session.organization);
    return guard::page(who, render(page, frame_of(who)), status);
}

web::FieldErrors explain(works::NotOpened why) {
    switch (why) {
        case works::NotOpened::name_taken: return {{"work_name", std::string{kNameTaken}}};
        case works::NotOpened::no_such_book:
            return {{"book", "This rate book is no longer published. Choose another."}};
        case works::NotOpened::not_allowed: break;
    }
    return {{"", "All estimates of this period are used. Renew the module to begin another."}};
}

Response came_back(App& app, Entitled const& who, web::Fields const& typed, web::FieldErrors errors) {
    if (who.request->wants_json())
        return web::refuse({.status = web::Status::unprocessable,
                            .code = "refused",
                            .title = "No estimate was opened",
                            .detail = "The fields named below need another entry.",
                            .errors = std::move(errors)});
    return start(app, who, {.typed = {typed.begin(), typed.end()}, .errors = std::move(errors)},
                 web::Status::unprocessable);
}

}  // namespace

Response show_start(App& app, Entitled const& who) { return start(app, who, {}); }

Response open_estimate(App& app, Entitled const& who, Form<NewEstimateForm> const& form) {
    if (!form.values) return came_back(app, who, form.typed, form.errors);
    auto const opened =
        app.estimates.open(owner_of(who), form.values->estimate, [&](PublicEstimateId const& id) {
            return subscriptions::count_use(
                app.db, app.clock, who.access,
                {who.session.user, "estimate.opened", id.text(), who.request->remote_address});
        });
    if (!opened) return came_back(app, who, form.typed, explain(opened.error()));
    if (!who.request->wants_json()) return web::redirect(urls::editor(*opened));
    return web::json(Json::Object{{"estimate_id", opened->text()}}, web::Status::created);
}

}  // namespace ssr::estimate
