#include "base/fault.h"
#include "guard/colleague.h"
#include "subscriptions/endpoints.h"
#include "subscriptions/pages.h"

namespace ssr::subscriptions_pages {

namespace {

// A trial that began just now is said once.
std::optional<view::Toast> toast_of(DashboardPage const& page, std::optional<Module> started) {
    for (auto const& access : page.access)
        if (access.module == started && access.reason == subscriptions::Reason::trial)
            return view::Toast{
                .text = "Trial begun: open till " + display_date(*access.facts.expires_at) + ".",
                .action = "Open",
                .action_href = std::string{home(access.module)}};
    return std::nullopt;
}

}  // namespace

std::optional<ModuleSegment> ModuleSegment::parse(std::string_view text) {
    std::string name{text};
    std::replace(name.begin(), name.end(), '-', '_');
    auto const module = parse_module(name);
    return module ? std::optional{ModuleSegment{*module}} : std::nullopt;
}

Response show_dashboard(App& app, SignedIn const& me, Query<NoticeQuery> const& query) {
    auto const now = app.clock.now();
    DashboardPage const page{.name = me.session.name,
                             .offers = app.catalogue.offers(),
                             .bundles = app.catalogue.bundles(),
                             .access = app.access.of(me.session.user),
                             .recent = app.works.recent(me.session.organization),
                             .may_write = guard::may_write(me),
                             .errands = billing::errands_of(app.db, me.session.user, now),
                             .now = now};
    auto frame = guard::frame_of(me);
    frame.toast = toast_of(page, query.values->started);
    return guard::page(me, render(page, frame));
}

Response show_module(App& app, SignedIn const& me, ModuleSegment const& wanted) {
    auto const access = app.access.of(me.session.user, wanted.module);
    if (subscriptions::allows(access.reason)) return web::redirect(home(wanted.module));
    return closed_page(app, me, wanted.module);
}

Response closed_page(App& app, SignedIn const& me, Module module,
                     std::optional<web::Refusal> const& refusal) {
    auto const offers = catalog::offers(app.db);
    auto const* offer = catalog::find(offers, module);
    if (!offer) throw Fault{"the catalogue lacks a module", false};
    ClosedPage const page{*offer, app.access.of(me.session.user, module), refusal};
    return guard::page(me, render(page, guard::frame_of(me)), refusal ? refusal->status : web::Status::ok);
}

}  // namespace ssr::subscriptions_pages
