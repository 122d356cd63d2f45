#include "estimate/endpoints.h"
#include "estimate/pages.h"
#include "estimate/urls.h"
#include "estimate/words.h"

namespace ssr::estimate {

namespace {

Response list(App& app, SignedIn const& who, WorksQuery query, web::Status status = web::Status::ok) {
    auto found = app.works.list(who.session.organization, query.words, query.page);
    WorksPage const page{std::move(found), std::move(query), guard::may_write(who)};
    return guard::page(who, render(page, frame_of(who)), status);
}

Response name_problem(App& app, SignedIn const& who, web::Status status, std::string_view complaint) {
    if (!who.request->wants_json()) return list(app, who, {.problem = std::string{complaint}}, status);
    return web::refuse({.status = status,
                        .code = "name",
                        .title = "The work keeps its name",
                        .detail = std::string{complaint},
                        .errors = {{"name", std::string{complaint}}}});
}

Response done(SignedIn const& who, std::string const& page) {
    return who.request->wants_json() ? web::no_content() : web::redirect(page);
}

}  // namespace

Response list_works(App& app, Colleague const& who, Query<WorksQuery> const& query) {
    return list(app, who, *query.values);
}

Response rename_work(App& app, Colleague const& who, Form<RenameForm> const& form, PublicWorkId const& id) {
    using Renamed = works::WorkStore::Renamed;
    if (!form.values) return name_problem(app, who, web::Status::unprocessable, kNameWanted);
    switch (app.works.rename(who.session.organization, id, form.values->name, app.clock.now())) {
        case Renamed::not_found: return web::not_found();
        case Renamed::name_taken: return name_problem(app, who, web::Status::conflict, kNameTaken);
        case Renamed::done: break;
    }
    return done(who, std::string{urls::kWorks});
}

Response delete_work(App& app, Colleague const& who, Form<Press> const&, PublicWorkId const& id) {
    if (!app.works.mark_deleted(who.session.organization, id, app.clock.now())) return web::not_found();
    return done(who, std::string{urls::kWorks} + "?deleted=" + id.text());
}

Response restore_work(App& app, Colleague const& who, Form<Press> const&, PublicWorkId const& id) {
    using Restored = works::WorkStore::Restored;
    switch (app.works.restore(who.session.organization, id)) {
        case Restored::not_found: return web::not_found();
        case Restored::name_taken: return name_problem(app, who, web::Status::conflict, kNameTaken);
        case Restored::done: break;
    }
    return done(who, std::string{urls::kWorks});
}

}  // namespace ssr::estimate
