#include <ctemplate/template.h>

#include "subscriptions/closed.tpl.h"
#include "subscriptions/next_step.h"
#include "subscriptions/pages.h"
#include "subscriptions/urls.h"
#include "subscriptions/words.h"
#include "view/include.h"
#include "view/list_pieces.h"
#include "view/pieces.h"

namespace ssr::subscriptions_pages {

namespace {

view::Note note_of(ClosedPage const& page) {
    if (page.refusal)
        return {.tone = view::Tone::bad, .strong = page.refusal->title + ".", .text = page.refusal->detail};
    return {
        .tone = view::Tone::info, .strong = sentence(page.access) + ".", .text = "Saved papers are safe."};
}

// Each duration with the way to its order.
view::Table prices_of(catalog::ModuleOffer const& offer) {
    using Kind = view::Column::Kind;
    view::Table table{.caption = "Prices of " + offer.name,
                      .columns = {{.label = "Duration", .is_lead = true},
                                  {.label = "Price", .kind = Kind::number},
                                  {.kind = Kind::actions}}};
    for (auto const& price : offer.prices) {
        view::Cell order;
        order.buttons.push_back({.label = "Buy for " + duration(price.months),
                                 .href = urls::checkout({.module = offer.module, .months = price.months}),
                                 .is_small = true});
        table.rows.push_back(
            {{.text = duration(price.months)}, {.text = price.asked().grouped()}, std::move(order)});
    }
    return table;
}

}  // namespace

std::string render(ClosedPage const& page, view::Frame const& frame) {
    auto const& offer = page.offer;
    auto const step = next_step(offer, page.access);
    view::Document out{frame, "subscriptions/closed.tpl", offer.name + " is closed"};
    view::add(out.body(), kc_HEAD,
              view::PageHead{.title = offer.name + " is closed",
                             .text = offer.description,
                             .crumbs = {{"Dashboard", "/dashboard/"}, {offer.name, ""}}});
    view::add(out.body(), kc_NOTE, note_of(page));
    auto const help = view::Button{.label = "Ask support", .href = std::string{urls::kSupport}};
    if (step == NextStep::start_trial && !page.refusal) {
        auto trial = trial_button(offer);
        trial.button.look = view::Look::primary;
        view::add(out.body(), kc_ACTION, trial);
    } else if (step == NextStep::see_payment) {
        view::add(out.body(), kc_ACTION, button_of(step, offer));
    } else if (step == NextStep::ask_why) {
        view::add(out.body(), kc_ACTION, help);
    }
    if (step == NextStep::ask_why || step == NextStep::open || offer.prices.empty()) return out.html();
    auto& sold = view::section(out.body(), kc_SOLD);
    sold.SetValue(kc_TAX, tax({offer}));
    view::add(sold, kc_TABLE, prices_of(offer));
    return out.html();
}

}  // namespace ssr::subscriptions_pages
