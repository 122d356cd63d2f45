#include <ctemplate/template.h>

#include "subscriptions/cancellation.tpl.h"
#include "subscriptions/pages.h"
#include "subscriptions/urls.h"
#include "view/form_pieces.h"
#include "view/pieces.h"

namespace ssr::subscriptions_pages {

std::string render(CancellationPage const& page, view::Frame const& frame) {
    auto const& stretch = page.stretch;
    auto const end = display_date(stretch.expires_at);
    view::Document out{frame, "subscriptions/cancellation.tpl", "Cancel " + stretch.module_name};
    view::add(
        out.body(), kc_HEAD,
        view::PageHead{.title = "Cancel " + stretch.module_name + "?",
                       .text = "Saved papers stay yours: they open and print as before.",
                       .crumbs = {{"My subscription", std::string{urls::kSubscriptions}}, {"Cancel", ""}}});
    view::add(
        out.body(), kc_CHOICE,
        view::Choice{
            .name = "at_period_end",
            .legend = "When does it end?",
            .options = {{.value = "1", .label = "On " + end, .reason = "You use what is left till then."},
                        {.value = "0",
                         .label = "Now",
                         .reason = "The module closes at once. What is left till " + end +
                                   " is lost and not paid back."}},
            .chosen = "1"});
    out.body().SetValue(kc_ACTION, urls::cancel(stretch.subscription));
    out.body().SetValue(kc_NAME, stretch.module_name);
    return out.html();
}

}  // namespace ssr::subscriptions_pages
