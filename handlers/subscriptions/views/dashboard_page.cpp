#include <ctemplate/template.h>

#include "subscriptions/dashboard.tpl.h"
#include "subscriptions/next_step.h"
#include "subscriptions/pages.h"
#include "subscriptions/recent_works.tpl.h"
#include "subscriptions/set_price.h"
#include "subscriptions/to_do.h"
#include "subscriptions/to_do.tpl.h"
#include "subscriptions/urls.h"
#include "subscriptions/words.h"
#include "view/figure_pieces.h"
#include "view/greeting.h"
#include "view/include.h"
#include "view/list_pieces.h"
#include "view/page.h"
#include "view/pieces.h"

namespace ssr::subscriptions_pages {

namespace {

using subscriptions::Reason;
using State = view::ModuleCard::State;

constexpr std::chrono::days kRenewalIsNear{30};

State state_of(Reason reason) {
    switch (reason) {
        case Reason::granted:
        case Reason::subscribed:
        case Reason::staff: return State::active;
        case Reason::trial: return State::trial;
        case Reason::expired:
        case Reason::cancelled:
        case Reason::usage_exhausted: return State::expired;
        case Reason::module_disabled:
        case Reason::user_banned:
        case Reason::revoked_by_staff:
        case Reason::suspended: return State::disabled;
        case Reason::no_subscription:
        case Reason::pending: return State::locked;
    }
    return State::locked;
}

std::string counted_days(std::int64_t days) { return std::to_string(days) + (days == 1 ? " day" : " days"); }

std::string counted(std::int64_t count, Module module) {
    constexpr std::string_view kOf[] = {"estimate", "workslip", "bill", "document"};
    return std::to_string(count) + " " + std::string{kOf[std::size_t(module)]} + (count == 1 ? "" : "s");
}

// What of it was made in this period, and how much may be.
void show_uses(view::ModuleCard& card, subscriptions::ModuleAccess const& access) {
    auto const& [used, left] = std::pair{access.facts.used, access.facts.usage_left};
    if (!left && used == 0) return;
    card.meter = counted(used, access.module) + " this period";
    card.meter_end = left ? std::to_string(*left) + " left" : "No limit";
    card.limit = left ? used + *left : 0;
    card.used = used;
}

// How much of a trial is over, and the way to go on after it.
void show_trial(view::ModuleCard& card, catalog::ModuleOffer const& offer,
                subscriptions::ModuleAccess const& access, Instant now) {
    auto const left = std::chrono::ceil<std::chrono::days>(*access.facts.expires_at - now).count();
    card.meter = counted_days(left) + " of trial left";
    card.meter_end = "Till " + display_date(*access.facts.expires_at);
    card.limit = offer.trial_days;
    card.used = std::max<std::int64_t>(0, offer.trial_days - left);
    card.foot = "Buy now";
    card.foot_href = checkout_of(offer);
}

view::ModuleCard card_of(catalog::ModuleOffer const& offer, subscriptions::ModuleAccess const& access,
                         Instant now) {
    view::ModuleCard card{
        .state = state_of(access.reason), .name = offer.name, .text = offer.description, .icon = offer.icon};
    card.foot = sentence(access);
    auto const step = next_step(offer, access);
    if (access.reason == Reason::trial && !offer.prices.empty()) show_trial(card, offer, access, now);
    if (access.reason == Reason::subscribed) show_uses(card, access);
    if (step == NextStep::buy) card.foot = cheapest(offer);
    if (subscriptions::is_in_grace(access.facts, now)) {
        card.foot = "Renew it by " + display_date(*access.facts.expires_at + access.facts.grace);
        card.foot_href = checkout_of(offer);
        card.warning = "Ended on " + display_date(*access.facts.expires_at) + ", and still open.";
    }
    if (card.state == State::expired) card.warning = "Saved papers open and print. New ones need renewal.";
    if (step == NextStep::start_trial) {
        card.post = trial_button(offer);
        card.foot = "Buy now";
        card.foot_href = checkout_of(offer);
    } else {
        card.action = button_of(step, offer);
    }
    return card;
}

// Whoever has every module of it open for another month and more has nothing to buy.
bool is_wanted(catalog::BundleOffer const& bundle, DashboardPage const& page) {
    return std::any_of(page.access.begin(), page.access.end(), [&](auto const& access) {
        bool const is_lasting =
            state_of(access.reason) == State::active &&
            (!access.facts.expires_at || *access.facts.expires_at > page.now + kRenewalIsNear);
        return !is_lasting && std::count(bundle.modules.begin(), bundle.modules.end(), access.module) > 0;
    });
}

// All together, for the longest time that they are sold together.
std::optional<view::ModuleCard> card_of(catalog::BundleOffer const& bundle,
                                        std::vector<catalog::ModuleOffer> const& offers) {
    if (bundle.discounts.empty()) return std::nullopt;
    auto const months = bundle.discounts.back().months;
    auto const price = set_price(bundle, offers, months);
    if (!price) return std::nullopt;
    return view::ModuleCard{
        .state = State::offer,
        .name = bundle.name,
        .text = "One payment. You save " + price->saved.display() + " against buying each.",
        .icon = "stack",
        .foot = price->asked.display() + " for " + duration(months),
        .action = view::Button{.label = "Buy the set",
                               .href = urls::checkout({.bundle = bundle.code, .months = months})}};
}

bool is_estimate_open(DashboardPage const& page) {
    return std::any_of(page.access.begin(), page.access.end(), [](auto const& access) {
        return access.module == Module::estimate && subscriptions::allows(access.reason);
    });
}

view::Button new_estimate(std::string icon = {}) {
    return {.label = "New estimate",
            .href = std::string{home(Module::estimate)},
            .look = view::Look::primary,
            .icon = std::move(icon)};
}

std::string situation(DashboardPage const& page, std::size_t waiting) {
    bool const is_open = std::any_of(page.access.begin(), page.access.end(),
                                     [](auto const& access) { return subscriptions::allows(access.reason); });
    if (!is_open && page.recent.empty()) return "No module is open. Each card says what opens it.";
    if (waiting == 0) return page.recent.empty() ? "" : "Nothing waits for you.";
    return waiting == 1 ? "1 thing waits for you." : std::to_string(waiting) + " things wait for you.";
}

// Where nothing is made yet, the one button stands with the words that say so.
view::PageHead head_of(DashboardPage const& page, std::size_t waiting) {
    view::PageHead head{.title = view::greeting(page.name, page.now), .text = situation(page, waiting)};
    if (page.recent.empty()) return head;
    head.actions.push_back({.label = "All works", .href = std::string{urls::kWorks}});
    if (is_estimate_open(page) && page.may_write) head.actions.push_back(new_estimate("plus-lg"));
    return head;
}

view::Table table_of(std::vector<works::WorkPapers> const& works) {
    view::Table table{.caption = "Works, the last changed first",
                      .columns = {{.label = "Work", .is_lead = true},
                                  {.label = "Papers"},
                                  {.label = "Grand total", .kind = view::Column::Kind::number}}};
    for (auto const& work : works) {
        auto const estimate = work.estimate ? std::optional{urls::editor(*work.estimate)} : std::nullopt;
        table.rows.push_back({{.text = work.name,
                               .href = estimate.value_or(std::string{urls::kWorks}),
                               .small = "Changed " + display_date(work.updated_at)},
                              {.chain = view::chain_of(estimate, work.workslips, work.bills)},
                              {.text = work.grand_total.grouped()}});
    }
    return table;
}

view::Empty no_works(bool may_write) {
    if (!may_write)
        return {.title = "No works yet", .text = "What its members make in this organisation stands here."};
    return {.title = "No works yet",
            .text = "A work begins with its estimate. Its workslips and bills follow from it.",
            .action = new_estimate()};
}

void add_recent(view::Dictionary& cards, DashboardPage const& page) {
    view::Card card{.title = "Recent works",
                    .content = "subscriptions/recent_works.tpl",
                    .id = "recent",
                    .is_bare = true};
    if (!page.recent.empty()) {
        card.link = "All works";
        card.link_href = urls::kWorks;
    }
    auto& content = view::add(cards, kd_RECENT, card);
    if (!page.recent.empty())
        view::add(content, krw_TABLE, table_of(page.recent));
    else
        view::add(content, krw_EMPTY, no_works(page.may_write));
}

void add_to_do(view::Dictionary& cards, std::vector<ToDo> const& lines) {
    auto& content = view::add(
        cards, kd_TO_DO,
        view::Card{.title = "To do", .content = "subscriptions/to_do.tpl", .id = "to-do", .is_bare = true});
    for (auto const& each : lines) {
        auto& line = view::section(content, ktd_LINE);
        line.SetValue(ktd_HREF, each.href);
        line.SetValue(ktd_TEXT, each.text);
        line.SetValue(ktd_DETAIL, each.detail);
    }
}

// The works and, beside them, what waits.
void add_cards(view::Dictionary& body, DashboardPage const& page, std::vector<ToDo> const& lines) {
    bool const shows_works = !page.recent.empty() || is_estimate_open(page);
    if (!shows_works && lines.empty()) return;
    auto& cards = view::section(body, kd_CARDS);
    view::show_if(shows_works && !lines.empty(), cards, kd_SPLIT);
    if (shows_works) add_recent(cards, page);
    if (!lines.empty()) add_to_do(cards, lines);
}

}  // namespace

std::string sentence(subscriptions::ModuleAccess const& access) {
    auto const end = access.facts.expires_at ? display_date(*access.facts.expires_at) : std::string{};
    switch (access.reason) {
        case Reason::granted: return "Open by the office's decision";
        case Reason::staff: return "Open to staff";
        case Reason::subscribed: return "Till " + end;
        case Reason::trial: return "Trial till " + end;
        case Reason::no_subscription: return "Not subscribed";
        case Reason::pending: return "The payment is awaited";
        case Reason::expired: return "Ended on " + end;
        case Reason::cancelled: return "Cancelled, ended on " + end;
        case Reason::suspended: return "Paused by the office";
        case Reason::usage_exhausted: return "All uses of this period are taken";
        case Reason::revoked_by_staff: return "Closed by the office";
        case Reason::module_disabled: return "Closed for maintenance";
        case Reason::user_banned: return "This account is closed";
    }
    return {};
}

std::string render(DashboardPage const& page, view::Frame const& frame) {
    view::Document out{frame, "subscriptions/dashboard.tpl", "Dashboard"};
    auto const lines = to_do(page);
    view::add(out.body(), kd_HEAD, head_of(page, lines.size()));
    for (auto const& access : page.access)
        if (auto const* offer = catalog::find(page.offers, access.module))
            view::add(out.body(), kd_MODULE, card_of(*offer, access, page.now));
    for (auto const& bundle : page.bundles)
        if (auto const card = is_wanted(bundle, page) ? card_of(bundle, page.offers) : std::nullopt)
            view::add(view::section(out.body(), kd_SET), kd_CARD, *card);
    add_cards(out.body(), page, lines);
    return out.html();
}

}  // namespace ssr::subscriptions_pages
