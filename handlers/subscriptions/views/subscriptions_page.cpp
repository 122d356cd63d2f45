#include <ctemplate/template.h>

#include "domain/billing/upgrade.h"
#include "subscriptions/next_step.h"
#include "subscriptions/pages.h"
#include "subscriptions/subscriptions.tpl.h"
#include "subscriptions/urls.h"
#include "subscriptions/words.h"
#include "view/include.h"
#include "view/list_pieces.h"
#include "view/pieces.h"

namespace ssr::subscriptions_pages {

namespace {

using std::chrono::days;
using subscriptions::ModuleAccess, subscriptions::Reason, subscriptions::Source, subscriptions::Status,
    subscriptions::Stretch;

constexpr days kSoon{15};

// The newest of a module: what decides about it.
Stretch const* newest(SubscriptionsPage const& page, Module module) {
    for (auto const& stretch : page.history)
        if (stretch.module == module) return &stretch;
    return nullptr;
}

// The newest leave to charge its renewals.
billing::Mandate const* mandate_of(SubscriptionsPage const& page, Stretch const& stretch) {
    for (auto const& mandate : page.mandates)
        if (mandate.public_subscription == stretch.subscription) return &mandate;
    return nullptr;
}

// It will be charged by itself, as far as anybody knows.
bool renews_itself(billing::Mandate const* mandate) {
    return mandate && (mandate->status() == billing::MandateStatus::authenticated ||
                       mandate->status() == billing::MandateStatus::active);
}

bool is_running(Stretch const& stretch, Instant now) {
    return (stretch.status == Status::active || stretch.status == Status::trial) && stretch.expires_at > now;
}

view::Pill pill_of(ModuleAccess const& access, Stretch const* held, Instant now) {
    using view::Tone;
    switch (access.reason) {
        case Reason::subscribed:
            if (subscriptions::is_in_grace(access.facts, now))
                return {"Ended, still open", Tone::warn, "hourglass-split"};
            if (held && held->ends_at_period_end)
                return {"Cancelled, runs out", Tone::warn, "hourglass-split"};
            return {"Active", Tone::ok, "check-circle-fill"};
        case Reason::trial:
            if (held && held->ends_at_period_end) return {"Trial, cancelled", Tone::warn, "hourglass-split"};
            return {"Trial", Tone::warn, "hourglass-split"};
        case Reason::granted: return {"Open by the office", Tone::info, "check-circle-fill"};
        case Reason::staff: return {"Open to staff", Tone::info, "check-circle-fill"};
        case Reason::no_subscription: return {"Not subscribed", Tone::plain, "lock-fill"};
        case Reason::pending: return {"Payment awaited", Tone::warn, "clock-fill"};
        case Reason::expired: return {"Expired", Tone::bad, "exclamation-circle-fill"};
        case Reason::cancelled: return {"Cancelled", Tone::bad, "x-circle-fill"};
        case Reason::suspended: return {"Paused by the office", Tone::bad, "pause-circle"};
        case Reason::usage_exhausted: return {"All uses taken", Tone::bad, "exclamation-circle-fill"};
        case Reason::revoked_by_staff: return {"Closed by the office", Tone::bad, "slash-circle"};
        case Reason::module_disabled: return {"Maintenance", Tone::plain, "pause-circle"};
        case Reason::user_banned: return {"Account closed", Tone::bad, "slash-circle"};
    }
    return {};
}

std::string used(Stretch const* held) {
    if (!held) return {};
    auto const count = std::to_string(held->used);
    if (held->usage_limit) return count + " of " + std::to_string(*held->usage_limit);
    return held->used == 1 ? "1 time" : count + " times";
}

bool is_in_use(Stretch const& stretch, Instant now) {
    return stretch.payment && stretch.status == Status::active && !stretch.ends_at_period_end &&
           stretch.starts_at <= now && now < stretch.ends_at;
}

// Something longer that costs more is sold, and what is in use is worth something.
bool can_be_more(Stretch const& stretch, SubscriptionsPage const& page) {
    auto const* offer = catalog::find(page.offers, stretch.module);
    if (!offer || !offer->is_active || !offer->prorates_upgrades) return false;
    if (!is_in_use(stretch, page.now) || stretch.price == Money{}) return false;
    return std::any_of(offer->prices.begin(), offer->prices.end(), [&](auto const& price) {
        return price.asked() > stretch.price &&
               billing::is_longer(price.months, stretch.starts_at, stretch.ends_at);
    });
}

view::Cell actions_of(catalog::ModuleOffer const& offer, ModuleAccess const& access) {
    view::Cell cell;
    auto const step = next_step(offer, access);
    if (step == NextStep::start_trial) {
        cell.post_buttons.push_back(trial_button(offer));
        cell.post_buttons.back().button.is_small = true;
    }
    bool const is_sold = offer.is_active && !offer.prices.empty();
    bool const is_paid_for = access.facts.status && access.reason != Reason::trial;
    if (step == NextStep::open && is_sold)
        cell.buttons.push_back(
            {.label = is_paid_for ? "Renew" : "Buy", .href = checkout_of(offer), .is_small = true});
    if (step == NextStep::open || step == NextStep::start_trial) return cell;
    auto button = button_of(step, offer);
    button.is_small = true;
    if (step == NextStep::buy) button.label = "Buy";
    if (step == NextStep::renew) button.label = "Renew";
    cell.buttons.push_back(std::move(button));
    return cell;
}

view::Table table_of(SubscriptionsPage const& page) {
    view::Table table{.caption = "Your modules",
                      .columns = {{.label = "Module", .is_lead = true},
                                  {.label = "Status"},
                                  {.label = "From"},
                                  {.label = "Till"},
                                  {.label = "Used"},
                                  {.kind = view::Column::Kind::actions}}};
    for (auto const& access : page.access) {
        auto const* offer = catalog::find(page.offers, access.module);
        if (!offer) continue;
        auto const* held = newest(page, access.module);
        table.rows.push_back({{.text = offer->name},
                              {.pill = pill_of(access, held, page.now)},
                              {.text = held ? display_date(held->started_at) : "Not taken"},
                              {.text = held ? display_date(held->expires_at) : ""},
                              {.text = used(held)},
                              actions_of(*offer, access)});
    }
    return table;
}

view::Note grace_note(catalog::ModuleOffer const& offer, subscriptions::AccessFacts const& facts) {
    return {.tone = view::Tone::warn,
            .strong = offer.name + " ended on " + display_date(*facts.expires_at) + ".",
            .text = "It stays open till " + display_date(*facts.expires_at + facts.grace) +
                    ". A renewal joins on where it ended.",
            .link = "Renew it",
            .link_href = checkout_of(offer)};
}

view::Note failed_note(billing::Mandate const& mandate) {
    return {.tone = view::Tone::warn,
            .strong = mandate.name() + " could not be renewed.",
            .text = "Your bank refused " + mandate.total.display() +
                    ". It is tried again for three days; paying by hand ends auto-renew.",
            .link = "See what to do",
            .link_href = urls::mandate(mandate.public_id)};
}

// What ends within two weeks is said above all else.
void warn(view::Dictionary& body, SubscriptionsPage const& page) {
    for (auto const& access : page.access) {
        auto const* held = newest(page, access.module);
        auto const* offer = catalog::find(page.offers, access.module);
        auto const* mandate = held ? mandate_of(page, *held) : nullptr;
        if (mandate && mandate->status() == billing::MandateStatus::pending)
            view::add(body, ks_NOTE, failed_note(*mandate));
        else if (offer && !renews_itself(mandate) && subscriptions::is_in_grace(access.facts, page.now))
            view::add(body, ks_NOTE, grace_note(*offer, access.facts));
        if (renews_itself(mandate)) continue;
        if (!held || !offer || !is_running(*held, page.now) || held->expires_at > page.now + kSoon) continue;
        view::add(body, ks_NOTE,
                  view::Note{.tone = view::Tone::warn,
                             .strong = offer->name + (held->status == Status::trial ? " trial" : "") +
                                       " ends on " + display_date(held->expires_at) + ".",
                             .text = "Saved papers stay yours; new ones need a subscription.",
                             .link = held->status == Status::trial ? "Buy it" : "Renew it",
                             .link_href = checkout_of(*offer)});
    }
}

/// How auto-renew of a subscription stands.
struct Renewal {
    std::string text;
    bool can_turn_on = false, can_turn_off = false;
    std::optional<view::Button> see = {};
};

// Without a mandate it is only a wish: it decides what the reminders say.
Renewal wish_to_renew(Stretch const& stretch) {
    return {.text = std::string{stretch.auto_renew ? "On: reminders ask you to pay for more."
                                                   : "Off: reminders only say when it ends."} +
                    " Nothing is charged by itself.",
            .can_turn_on = !stretch.auto_renew,
            .can_turn_off = stretch.auto_renew};
}

std::string why_off(billing::Mandate const* mandate) {
    if (mandate && mandate->end == billing::MandateEnd::failed)
        return "Off: your bank refused the charge each time. Pay by hand to go on.";
    if (mandate && mandate->end == billing::MandateEnd::at_the_bank)
        return "Off: it was cancelled at your bank.";
    if (mandate && mandate->end == billing::MandateEnd::paid_by_hand)
        return "Off, because you paid by hand. Nothing is charged by itself.";
    return "Off: nothing is charged by itself.";
}

Renewal renewal_of(Stretch const& stretch, SubscriptionsPage const& page) {
    auto const* mandate = mandate_of(page, stretch);
    auto const see = [&](std::string label) {
        return view::Button{
            .label = std::move(label), .href = urls::mandate(mandate->public_id), .is_small = true};
    };
    if (renews_itself(mandate))
        return {.text = "On: " + mandate->total.display() + " on " +
                        display_date(mandate->next_charge_at.value_or(mandate->first_charge_at)) + " by " +
                        method_of(*mandate) + " mandate.",
                .can_turn_off = true,
                .see = see("See auto-renew")};
    if (mandate && mandate->status() == billing::MandateStatus::pending)
        return {.text = "A charge of " + mandate->total.display() +
                        " failed. It is tried again for three days, or pay by hand.",
                .can_turn_off = true,
                .see = see("See what to do")};
    if (mandate && can_be_authorised(*mandate, page.now))
        return {.text = "Not authorised yet: nothing is charged.", .see = see("Authorise auto-renew")};
    if (!page.takes_mandates) return wish_to_renew(stretch);
    return {.text = why_off(mandate), .can_turn_on = true};
}

view::PostButton renewal_button(Stretch const& stretch, bool is_on) {
    return {.button = {.label = is_on ? "Turn auto-renew on" : "Turn auto-renew off", .is_small = true},
            .action = urls::toggle_renewal(stretch.subscription),
            .fields = {{"auto_renew", is_on ? "1" : "0"}}};
}

view::PostButton keep_button(Stretch const& stretch) {
    return {.button = {.label = "Keep " + stretch.module_name, .is_small = true},
            .action = urls::keep(stretch.subscription)};
}

// What can be done with a subscription that runs.
void add_actions(view::Dictionary& period, Stretch const& stretch, SubscriptionsPage const& page) {
    if (stretch.ends_at_period_end) {
        period.ShowSection(ks_CANCELLED);
        view::add(view::section(period, ks_ACTIONS), ks_ACTION, keep_button(stretch));
        return;
    }
    auto& cancel = view::section(period, ks_CANCEL);
    cancel.SetValue(ks_HREF, urls::cancel(stretch.subscription));
    cancel.SetValue(ks_NAME, stretch.module_name);
    if (!stretch.payment) return;
    auto& actions = view::section(period, ks_ACTIONS);
    if (can_be_more(stretch, page))
        view::add(actions, ks_ACTION,
                  view::Button{.label = "Upgrade " + stretch.module_name,
                               .href = urls::upgrades(stretch.module),
                               .is_small = true});
    auto const renewal = renewal_of(stretch, page);
    if (renewal.see) view::add(actions, ks_ACTION, *renewal.see);
    if (renewal.can_turn_on) view::add(actions, ks_ACTION, renewal_button(stretch, true));
    if (renewal.can_turn_off) view::add(actions, ks_ACTION, renewal_button(stretch, false));
    view::show(period, ks_RENEWAL, ks_TEXT, renewal.text);
}

void add_uses(view::Dictionary& period, Stretch const& stretch) {
    if (!stretch.usage_limit) return;
    auto& uses = view::section(period, ks_USES);
    uses.SetIntValue(ks_USED, stretch.used);
    uses.SetIntValue(ks_LIMIT, *stretch.usage_limit);
    uses.SetValue(ks_NAME, stretch.module_name);
}

// In the order of the table.
std::vector<Stretch> in_use(SubscriptionsPage const& page) {
    std::vector<Stretch> found;
    for (auto const& access : page.access)
        for (auto const& stretch : page.history)
            if (stretch.module == access.module && stretch.starts_at <= page.now &&
                page.now < stretch.ends_at && is_running(stretch, page.now))
                found.push_back(stretch);
    return found;
}

void add_periods(view::Dictionary& body, SubscriptionsPage const& page) {
    for (auto const& stretch : in_use(page)) {
        auto const whole = std::chrono::ceil<days>(stretch.ends_at - stretch.starts_at).count();
        auto const over = std::chrono::floor<days>(page.now - stretch.starts_at).count();
        auto& period = view::section(body, ks_PERIOD);
        period.SetValue(ks_NAME, stretch.module_name);
        period.SetIntValue(ks_OVER, over);
        period.SetIntValue(ks_WHOLE, whole);
        period.SetValue(ks_BEGAN, display_date(stretch.starts_at));
        period.SetValue(ks_ENDS, display_date(stretch.ends_at));
        add_uses(period, stretch);
        add_actions(period, stretch, page);
        if (stretch.payment)
            view::section(period, ks_PAYMENT).SetValue(ks_HREF, urls::payment(*stretch.payment));
    }
}

struct Event {
    Instant at;
    view::TimelineEntry entry;
};

view::TimelineEntry beginning_of(Stretch const& stretch) {
    using State = view::TimelineEntry::State;
    auto const dates = display_date(stretch.starts_at) + " to " + display_date(stretch.ends_at);
    if (stretch.payment) return {stretch.module_name + " bought", dates, State::done};
    if (stretch.source == Source::trial) return {stretch.module_name + " trial", dates, State::now};
    return {stretch.module_name + " given by the office", dates, State::done};
}

view::Timeline timeline_of(SubscriptionsPage const& page) {
    using State = view::TimelineEntry::State;
    std::vector<Event> events;
    std::optional<PublicSubscriptionId> last;
    for (auto const& stretch : page.history) {
        if (last != stretch.subscription) {  // the newest stretch of each tells of its end
            if (stretch.cancelled_at)
                events.push_back(
                    {*stretch.cancelled_at,
                     {stretch.module_name + " cancelled", display_date(*stretch.cancelled_at), State::bad}});
            if (stretch.expires_at <= page.now)
                events.push_back(
                    {stretch.expires_at,
                     {stretch.module_name + " ended", display_date(stretch.expires_at), State::bad}});
        }
        last = stretch.subscription;
        events.push_back({stretch.starts_at, beginning_of(stretch)});
    }
    std::stable_sort(events.begin(), events.end(), [](auto const& a, auto const& b) { return a.at > b.at; });
    view::Timeline timeline;
    for (auto& event : events) timeline.entries.push_back(std::move(event.entry));
    return timeline;
}

}  // namespace

std::string render(SubscriptionsPage const& page, view::Frame const& frame) {
    view::Document out{frame, "subscriptions/subscriptions.tpl", "My subscription"};
    view::add(out.body(), ks_HEAD,
              view::PageHead{.title = "My subscription",
                             .text = "What you have, till when, and what to renew.",
                             .actions = {{.label = "Add or renew",
                                          .href = std::string{urls::kPricing},
                                          .look = view::Look::primary}}});
    warn(out.body(), page);
    view::add(out.body(), ks_TABLE, table_of(page));
    add_periods(out.body(), page);
    if (!page.history.empty())
        view::add(view::section(out.body(), ks_HISTORY), ks_TIMELINE, timeline_of(page));
    return out.html();
}

}  // namespace ssr::subscriptions_pages
