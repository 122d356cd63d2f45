#include "subscriptions/endpoints.h"
#include "subscriptions/pages.h"

namespace ssr::subscriptions_pages {

Response show_landing(App& app, Visitor const& who) {
    return guard::page(
        who, render(LandingPage{catalog::offers(app.db)}, guard::frame_of(who).in(view::Area::public_site)));
}

Response show_prices(App& app, Visitor const& who) {
    return guard::page(
        who, render(PricesPage{catalog::offers(app.db)}, guard::frame_of(who).in(view::Area::public_site)));
}

}  // namespace ssr::subscriptions_pages
