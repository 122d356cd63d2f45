#include <ctemplate/template.h>

#include "subscriptions/pages.h"
#include "subscriptions/upgrade.tpl.h"
#include "subscriptions/upgrade_steps.h"
#include "subscriptions/urls.h"
#include "subscriptions/words.h"
#include "view/include.h"
#include "view/list_pieces.h"
#include "view/pieces.h"

namespace ssr::subscriptions_pages {

namespace {

view::Table table_of(UpgradesPage const& page, std::vector<UpgradeStep> const& steps) {
    using Kind = view::Column::Kind;
    view::Table table{.caption = "What you can have instead",
                      .columns = {{.label = "Duration", .is_lead = true},
                                  {.label = "Period"},
                                  {.label = "Price", .kind = Kind::number},
                                  {.label = "Less, left of your period", .kind = Kind::number},
                                  {.label = "To pay", .kind = Kind::number},
                                  {.kind = Kind::actions}}};
    for (auto const& [line, term] : steps) {
        view::Cell choose;
        choose.buttons.push_back({.label = "Take " + duration(line.months),
                                  .href = urls::upgrade(page.offer.module, line.months),
                                  .is_small = true});
        table.rows.push_back({{.text = duration(line.months)},
                              {.text = display_date(term.starts_at) + " to " + display_date(term.ends_at)},
                              {.text = line.price.grouped()},
                              {.text = (-line.credit).grouped()},
                              {.text = line.taxable().grouped()},
                              std::move(choose)});
    }
    return table;
}

}  // namespace

std::string render(UpgradesPage const& page, view::Frame const& frame) {
    auto const& [offer, used, now] = page;
    auto own = frame;
    own.path = urls::kSubscriptions;
    view::Document out{own, "subscriptions/upgrade.tpl", "Upgrade " + offer.name};
    auto& body = out.body();
    view::add(
        body, ku_HEAD,
        view::PageHead{.title = "Upgrade " + offer.name,
                       .text = "A longer period begins at once. What is left of yours comes off the price.",
                       .crumbs = {{"My subscription", std::string{urls::kSubscriptions}}, {"Upgrade", ""}}});
    body.SetValue(ku_BEGAN, display_date(used.starts_at));
    body.SetValue(ku_ENDS, display_date(used.ends_at));
    body.SetValue(ku_PRICE, used.price.display());
    body.SetValue(ku_LEFT, billing::unused_part(used.price, used.starts_at, used.ends_at, now).display());
    auto const steps = upgrade_steps(offer, used, now);
    if (steps.empty()) {
        view::add(body, ku_TABLE,
                  view::Empty{.title = "You have the most that is sold",
                              .text = "Renew it before it ends: the new period joins on.",
                              .action = view::Button{.label = "My subscription",
                                                     .href = std::string{urls::kSubscriptions}}});
        return out.html();
    }
    view::add(body, ku_TABLE, table_of(page, steps));
    view::show(body, ku_TAX, ku_TEXT, tax({offer}));
    return out.html();
}

}  // namespace ssr::subscriptions_pages
