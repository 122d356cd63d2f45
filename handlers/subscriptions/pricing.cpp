#include "subscriptions/endpoints.h"
#include "subscriptions/pages.h"

namespace ssr::subscriptions_pages {

Response show_landing(App& app, Visitor const& who) {
    return guard::page(
        who, render(LandingPage{catalog::offers(app.db)}, guard::frame_of(who).in(view::Area::public_site)));
}

Response show_prices(App& app, Visitor const& who, Query<PricesQuery> const& query) {
    PricesPage const page{catalog::offers(app.db), catalog::bundles(app.db), query.values->months};
    return guard::page(who, render(page, guard::frame_of(who).in(view::Area::public_site)));
}

}  // namespace ssr::subscriptions_pages
