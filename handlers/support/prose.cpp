#include "support/endpoints.h"
#include "support/pages.h"

namespace ssr::support {

Response show_terms(App& app, Visitor const& who) {
    return app.public_pages.show(
        who, [&](view::Frame const& frame) { return render(TermsPage{app.seller}, frame); });
}

Response show_privacy(App& app, Visitor const& who) {
    return app.public_pages.show(
        who, [&](view::Frame const& frame) { return render(PrivacyPage{app.seller}, frame); });
}

}  // namespace ssr::support
