#include <ctemplate/template.h>

#include "subscriptions/closed.tpl.h"
#include "subscriptions/pages.h"
#include "view/page.h"
#include "view/pieces.h"

namespace ssr::subscriptions_pages {

std::string render(ClosedPage const& page, view::Frame const& frame) {
    view::Document out{frame, "subscriptions/closed.tpl", page.offer.name + " is closed"};
    view::add(out.body(), kc_HEAD,
              view::PageHead{.title = page.offer.name + " is closed",
                             .text = page.offer.description,
                             .crumbs = {{"Dashboard", "/dashboard/"}, {page.offer.name, ""}}});
    view::add(out.body(), kc_NOTE,
              view::Note{.tone = view::Tone::info,
                         .strong = sentence(page.access) + ".",
                         .text = "Saved papers are safe.",
                         .link = "See the prices",
                         .link_href = "/pricing/"});
    return out.html();
}

}  // namespace ssr::subscriptions_pages
