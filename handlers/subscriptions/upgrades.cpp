#include "subscriptions/endpoints.h"
#include "subscriptions/pages.h"
#include "subscriptions/words.h"

namespace ssr::subscriptions_pages {

Response show_upgrades(App& app, SignedIn const& me, ModuleSegment const& wanted) {
    auto const offers = catalog::offers(app.db);
    auto const* offer = catalog::find(offers, wanted.module);
    auto const used = offer ? app.subscriptions.stretch_in_use(me.session.user, offer->id) : std::nullopt;
    if (!used) return web::refuse(explain(billing::CheckoutRefused::no_upgrade));
    return guard::page(me, render(UpgradesPage{*offer, *used, app.clock.now()}, guard::frame_of(me)));
}

}  // namespace ssr::subscriptions_pages
