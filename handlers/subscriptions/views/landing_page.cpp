#include <ctemplate/template.h>

#include "subscriptions/landing.tpl.h"
#include "subscriptions/pages.h"
#include "subscriptions/words.h"
#include "view/figure_pieces.h"
#include "view/page.h"

namespace ssr::subscriptions_pages {

std::string render(LandingPage const& page, view::Frame const& frame) {
    view::Document out{frame, "subscriptions/landing.tpl", "Estimates, workslips and bills"};
    for (auto const& offer : page.offers) {
        view::ModuleCard card{.state = view::ModuleCard::State::offer,
                              .name = offer.name,
                              .text = offer.description,
                              .icon = offer.icon,
                              .foot = cheapest(offer)};
        view::add(out.body(), kl_MODULE, card);
    }
    return out.html();
}

}  // namespace ssr::subscriptions_pages
