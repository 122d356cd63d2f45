#include <ctemplate/template.h>

#include "subscriptions/mandate.tpl.h"
#include "subscriptions/pages.h"
#include "subscriptions/urls.h"
#include "subscriptions/words.h"
#include "view/include.h"
#include "view/pieces.h"

namespace ssr::subscriptions_pages {

namespace {

using billing::Mandate, billing::MandateEnd, billing::MandateStatus;
using view::Tone;

/// The words of one standing.
struct Words {
    Tone tone = Tone::plain;
    std::string icon, title, text;
    std::optional<view::Note> note = {};
    std::vector<std::string> points = {};
};

std::string next_charge(Mandate const& mandate) {
    return display_date(mandate.next_charge_at.value_or(mandate.first_charge_at));
}

std::string capitalised(std::string text) {
    if (!text.empty() && text.front() >= 'a' && text.front() <= 'z') text.front() -= 'a' - 'A';
    return text;
}

Words to_authorise(MandatePage const& page) {
    auto const& mandate = page.mandate;
    Words words{.icon = "lock-fill",
                .title = "Let " + mandate.name() + " renew itself",
                .text = mandate.total.display() + " is charged " + every(mandate.months) + ", first on " +
                        display_date(mandate.first_charge_at) + ". Razorpay asks your bank or UPI app once.",
                .points = {"Today only ₹ 1 to ₹ 5 may be taken to check it; it returns by itself.",
                           "The price that you see is never changed, and never more is charged.",
                           "You are told at least a day before each charge.",
                           "Turn it off at any time under My subscription; nothing is charged after that."}};
    if (page.happened.was_closed)
        words.note =
            view::Note{.tone = Tone::warn,
                       .strong = "Nothing was authorised.",
                       .text = "You closed Razorpay’s window, or your bank said no. You can try again."};
    if (page.happened.is_awaited)
        words.note = view::Note{.tone = Tone::warn,
                                .strong = "Waiting for your bank.",
                                .text =
                                    "It has not confirmed yet. You need not do it again: a message tells you "
                                    "when auto-renew is on."};
    return words;
}

Words lapsed() {
    return {.tone = Tone::warn,
            .icon = "clock",
            .title = "This was not authorised in time",
            .text = "Auto-renew is off, and nothing is charged. You can turn it on again."};
}

Words on(Mandate const& mandate) {
    return {
        .icon = "check-lg",
        .title = "Auto-renew is on",
        .text = mandate.total.display() + " is charged on " + next_charge(mandate) + " by " +
                method_of(mandate) +
                ". You are told at least a day before. If you pay by hand before that, auto-renew ends, so "
                "that nothing is charged twice."};
}

Words failed(Mandate const& mandate) {
    return {
        .tone = Tone::warn,
        .icon = "exclamation-circle-fill",
        .title = "The renewal could not be charged",
        .text = "Your bank refused " + mandate.total.display() +
                ". It is tried again on the three days after the first try; the module stays open meanwhile. "
                "To be sure, pay by hand now: then auto-renew ends, and nothing is charged twice."};
}

std::string why_over(MandateEnd why) {
    switch (why) {
        case MandateEnd::turned_off: return "You turned it off.";
        case MandateEnd::paid_by_hand: return "You paid by hand, and the same is not charged twice.";
        case MandateEnd::subscription_over: return "The subscription does not go on.";
        case MandateEnd::not_authorised: return "It was not authorised in time.";
        case MandateEnd::replaced: return "A newer one took its place.";
        case MandateEnd::at_the_bank: return "It was cancelled at your bank or by Razorpay.";
        case MandateEnd::failed: return "Your bank refused the charge each time, and nothing was taken.";
        case MandateEnd::completed: return "It has charged as often as was agreed.";
    }
    return {};
}

Words over(Mandate const& mandate) {
    bool const is_trouble = mandate.end == MandateEnd::failed || mandate.end == MandateEnd::at_the_bank;
    return {.tone = is_trouble ? Tone::bad : Tone::warn,
            .icon = is_trouble ? "x-lg" : "clock",
            .title = "Auto-renew is off",
            .text = why_over(*mandate.end) + " Nothing more is charged by itself."};
}

Words words_of(MandatePage const& page) {
    auto const& mandate = page.mandate;
    switch (mandate.status()) {
        case MandateStatus::created:
            return can_be_authorised(mandate, page.now) ? to_authorise(page) : lapsed();
        case MandateStatus::authenticated:
        case MandateStatus::active: return on(mandate);
        case MandateStatus::pending: return failed(mandate);
        case MandateStatus::cancelled:
        case MandateStatus::completed:
        case MandateStatus::halted: return over(mandate);
    }
    return {};
}

view::Button by_hand(Mandate const& mandate) {
    auto const module = parse_module(billing::lines_of(mandate.snapshot).front().module);
    return {.label = "Pay by hand",
            .href = module ? urls::checkout({.module = *module, .months = mandate.months})
                           : std::string{urls::kPricing},
            .look = view::Look::primary};
}

view::PostButton turn(Mandate const& mandate, bool is_on) {
    return {.button = {.label = is_on ? "Turn auto-renew on" : "Turn auto-renew off"},
            .action = urls::toggle_renewal(mandate.public_subscription),
            .fields = {{"auto_renew", is_on ? "1" : "0"}}};
}

void add_actions(view::Dictionary& body, MandatePage const& page) {
    auto const& mandate = page.mandate;
    auto const status = mandate.status();
    if (status == MandateStatus::pending || mandate.end == MandateEnd::failed ||
        mandate.end == MandateEnd::at_the_bank)
        view::add(body, km_ACTION, by_hand(mandate));
    if (billing::is_live(status)) view::add(body, km_ACTION, turn(mandate, false));
    bool const is_off = billing::is_over(status) || status == MandateStatus::created;
    if (is_off && page.takes_mandates && !can_be_authorised(mandate, page.now))
        view::add(body, km_ACTION, turn(mandate, true));
    view::add(body, km_ACTION,
              view::Button{.label = "My subscription", .href = std::string{urls::kSubscriptions}});
}

void fill_authorise(view::Dictionary& body, MandatePage const& page) {
    auto const& mandate = page.mandate;
    auto& part = view::section(body, km_AUTHORISE);
    part.SetValue(km_LABEL, "Authorise auto-renew");
    part.SetValue(km_KEY, page.razorpay.key_id);
    part.SetValue(km_SUBSCRIPTION, *mandate.gateway_subscription_id);
    part.SetValue(km_DESCRIPTION, mandate.name() + ", " + every(mandate.months));
    part.SetValue(km_NAME, mandate.bill_to.name);
    part.SetValue(km_EMAIL, mandate.bill_to.email);
    part.SetValue(km_CONTACT, mandate.bill_to.phone);
}

void fill_facts(view::Dictionary& body, Mandate const& mandate) {
    auto const add = [&](std::string const& label, std::string const& value) {
        auto& fact = view::section(body, km_FACT);
        fact.SetValue(km_LABEL, label);
        fact.SetValue(km_VALUE, value);
    };
    add("Module", mandate.name());
    add("Each charge", mandate.total.display() + ", " + mandate.tax.total().display() + " of it GST");
    add("How often", capitalised(every(mandate.months)) + ", at most " +
                         std::to_string(billing::charges_of_mandate(mandate.months)) + " times");
    if (mandate.next_charge_at)
        add("Next charge", next_charge(mandate));
    else
        add("First charge", display_date(mandate.first_charge_at));
    if (!mandate.method.empty()) add("Taken from", method_of(mandate));
    add("Limit of the rules", billing::kMandateLimit.display() + " a charge");
    add("Billed to", mandate.bill_to.name);
    if (mandate.authorised_at) add("Authorised", display_time(*mandate.authorised_at));
    if (mandate.ended_at) add("Ended", display_time(*mandate.ended_at));
}

}  // namespace

bool can_be_authorised(billing::Mandate const& mandate, Instant now) {
    return mandate.status() == MandateStatus::created && mandate.gateway_subscription_id &&
           now < mandate.authorise_by;
}

std::string render(MandatePage const& page, view::Frame const& frame) {
    auto const words = words_of(page);
    auto subscriptions_frame = frame;
    subscriptions_frame.path = urls::kSubscriptions;  // it belongs to a line of that page
    view::Document out{subscriptions_frame, "subscriptions/mandate.tpl", words.title};
    auto& body = out.body();
    view::show(body, km_TONE, km_NAME,
               words.tone == Tone::bad    ? "bad"
               : words.tone == Tone::warn ? "warn"
                                          : "");
    body.SetValue(km_ICON, words.icon);
    body.SetValue(km_TITLE, words.title);
    body.SetValue(km_TEXT, words.text);
    body.SetValue(km_CHECK, urls::check(page.mandate.public_id));
    body.SetValue(km_SCRIPT, page.razorpay.script);
    if (words.note || !words.points.empty()) {
        auto& told = view::section(body, km_TOLD);
        if (words.note) view::add(told, km_NOTE, *words.note);
        if (!words.points.empty()) {
            auto& points = view::section(told, km_POINTS);
            for (auto const& point : words.points) view::section(points, km_POINT).SetValue(km_TEXT, point);
        }
    }
    if (can_be_authorised(page.mandate, page.now)) fill_authorise(body, page);
    add_actions(body, page);
    fill_facts(body, page.mandate);
    return out.html();
}

}  // namespace ssr::subscriptions_pages
