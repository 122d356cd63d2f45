#include "base/fault.h"
#include "subscriptions/endpoints.h"
#include "subscriptions/pages.h"

namespace ssr::subscriptions_pages {

namespace {

catalog::ModuleOffer offer_of(App& app, Module module) {
    for (auto& offer : catalog::offers(app.db))
        if (offer.module == module) return offer;
    throw Fault{"the catalogue lacks a module", false};
}

}  // namespace

std::optional<ModuleSegment> ModuleSegment::parse(std::string_view text) {
    std::string name{text};
    std::replace(name.begin(), name.end(), '-', '_');
    auto const module = parse_module(name);
    return module ? std::optional{ModuleSegment{*module}} : std::nullopt;
}

Response show_dashboard(App& app, SignedIn const& me) {
    DashboardPage const page{me.session.name, app.catalogue.offers(), app.access.of(me.session.user)};
    return guard::page(me, render(page, guard::frame_of(me)));
}

Response show_module(App& app, SignedIn const& me, ModuleSegment const& wanted) {
    auto const access = app.access.of(me.session.user, wanted.module);
    if (subscriptions::allows(access.reason)) return web::redirect(home(wanted.module));
    return guard::page(me, render(ClosedPage{offer_of(app, wanted.module), access}, guard::frame_of(me)));
}

}  // namespace ssr::subscriptions_pages
