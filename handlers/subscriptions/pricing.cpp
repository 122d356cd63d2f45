#include "subscriptions/endpoints.h"
#include "subscriptions/pages.h"

namespace ssr::subscriptions_pages {

Response show_landing(App& app, Visitor const& who) {
    return app.public_pages.show(
        who, [&](view::Frame const& frame) { return render(LandingPage{catalog::offers(app.db)}, frame); });
}

Response show_prices(App& app, Visitor const& who, Query<PricesQuery> const& query) {
    return app.public_pages.show(who, [&](view::Frame const& frame) {
        return render(PricesPage{catalog::offers(app.db), catalog::bundles(app.db), query.values->months},
                      frame);
    });
}

}  // namespace ssr::subscriptions_pages
