#include "admin/access_words.h"

#include <stdexcept>

#include "admin/answers.h"

namespace ssr::admin {

using subscriptions::InterventionRefused, subscriptions::ModuleAccess, subscriptions::OverrideRefused,
    subscriptions::Reason, subscriptions::Source, subscriptions::Status;
using web::FieldErrors, web::Refusal;
using HttpStatus = web::Status;

namespace {

Refusal himself() {
    return {.status = HttpStatus::forbidden,
            .code = "not_himself",
            .title = "Nobody changes his own access",
            .detail = "Ask another administrator to do it. Nothing was changed."};
}

Refusal outranked() {
    return {.status = HttpStatus::forbidden,
            .code = "role_not_enough",
            .title = "Your role does not reach so far",
            .detail = "Only a superadministrator changes the access of administrators. Nothing was changed."};
}

std::string till(std::optional<Instant> const& end) {
    return end ? "till " + display_date(*end) : "for good";
}
std::string on(std::optional<Instant> const& end) { return end ? " on " + display_date(*end) : ""; }

std::string of_subscription(ModuleAccess const& access, Instant now) {
    auto const& facts = access.facts;
    if (subscriptions::is_in_grace(facts, now))
        return "Ended" + on(facts.expires_at) + "; open till " +
               display_date(*facts.expires_at + facts.grace) + " to be renewed.";
    if (facts.ends_at_period_end) return "Cancelled; runs out" + on(facts.expires_at) + ".";
    return "Paid for, " + till(facts.expires_at) + ".";
}

std::string why_over(billing::MandateEnd why) {
    using enum billing::MandateEnd;
    switch (why) {
        case turned_off: return "turned off by the person";
        case paid_by_hand: return "paid by hand";
        case subscription_over: return "the subscription does not go on";
        case not_authorised: return "not authorised in time";
        case replaced: return "replaced by a newer one";
        case at_the_bank: return "cancelled at the bank or by Razorpay";
        case failed: return "the bank refused every try of a charge";
        case completed: return "charged as often as was agreed";
    }
    return {};
}

}  // namespace

std::string role_name(accounts::Role role) {
    switch (role) {
        case accounts::Role::user: return "User";
        case accounts::Role::support: return "Support";
        case accounts::Role::admin: return "Administrator";
        case accounts::Role::superadmin: return "Superadministrator";
    }
    return {};
}

std::string name_or_none(std::string const& name) { return name.empty() ? "Without a name" : name; }

view::Pill pill_of(ModuleAccess const& access, Instant now) {
    using view::Tone;
    switch (access.reason) {
        case Reason::subscribed:
            if (subscriptions::is_in_grace(access.facts, now))
                return {"Ended, still open", Tone::warn, "hourglass-split"};
            return {"Open", Tone::ok, "check-circle-fill"};
        case Reason::trial: return {"Open, trial", Tone::warn, "hourglass-split"};
        case Reason::granted: return {"Open by us", Tone::info, "check-circle-fill"};
        case Reason::staff: return {"Open to staff", Tone::info, "check-circle-fill"};
        case Reason::no_subscription: return {"Closed", Tone::plain, "lock-fill"};
        case Reason::pending: return {"Payment awaited", Tone::warn, "clock-fill"};
        case Reason::expired: return {"Expired", Tone::bad, "exclamation-circle-fill"};
        case Reason::cancelled: return {"Cancelled", Tone::bad, "x-circle-fill"};
        case Reason::suspended: return {"Paused", Tone::bad, "pause-circle"};
        case Reason::usage_exhausted: return {"All uses taken", Tone::bad, "exclamation-circle-fill"};
        case Reason::revoked_by_staff: return {"Closed by us", Tone::bad, "slash-circle"};
        case Reason::module_disabled: return {"Maintenance", Tone::plain, "pause-circle"};
        case Reason::user_banned: return {"Account closed", Tone::bad, "slash-circle"};
    }
    return {};
}

std::string why(ModuleAccess const& access, Instant now) {
    auto const& facts = access.facts;
    switch (access.reason) {
        case Reason::subscribed: return of_subscription(access, now);
        case Reason::trial: return "Trial, " + till(facts.expires_at) + ".";
        case Reason::granted: return "Opened by hand; no subscription is asked for.";
        case Reason::staff: return "Staff open every module.";
        case Reason::no_subscription: return "Never bought, no trial taken.";
        case Reason::pending: return "Waits for its payment.";
        case Reason::expired: return "Ended" + on(facts.expires_at) + ".";
        case Reason::cancelled: return "Cancelled; ended" + on(facts.expires_at) + ".";
        case Reason::suspended: return "The subscription is paused: by us, or by a dispute at the bank.";
        case Reason::usage_exhausted:
            return "Every use that was paid for is taken; runs " + till(facts.expires_at) + ".";
        case Reason::revoked_by_staff: return "Closed by hand, whatever was paid.";
        case Reason::module_disabled: return "Closed for everybody.";
        case Reason::user_banned: return "The account is closed: nothing opens, a grant neither.";
    }
    return {};
}

view::Pill pill_of(Status status, Instant expires_at, bool ends_at_period_end, Instant now) {
    using view::Tone;
    switch (status) {
        case Status::trial: return {"Trial", Tone::warn, "hourglass-split"};
        case Status::active:
            if (expires_at <= now) return {"Ended, in grace", Tone::warn, "hourglass-split"};
            if (ends_at_period_end) return {"Cancelled, runs out", Tone::warn, "hourglass-split"};
            return {"Active", Tone::ok, "check-circle-fill"};
        case Status::pending: return {"Payment awaited", Tone::warn, "clock-fill"};
        case Status::expired: return {"Expired", Tone::bad, "exclamation-circle-fill"};
        case Status::cancelled: return {"Cancelled", Tone::bad, "x-circle-fill"};
        case Status::suspended: return {"Paused", Tone::bad, "pause-circle"};
    }
    return {};
}

std::string source_name(Source source) {
    switch (source) {
        case Source::purchase: return "Payment";
        case Source::trial: return "Trial";
        case Source::grant: return "Given by us";
    }
    return {};
}

std::string auto_renew(std::optional<billing::Mandate> const& mandate) {
    using enum billing::MandateStatus;
    if (!mandate) return "No mandate";
    auto const charge = mandate->total.display();
    auto const next = display_date(mandate->next_charge_at.value_or(mandate->first_charge_at));
    switch (mandate->status()) {
        case created: return "Not authorised yet; can be till " + display_time(mandate->authorise_by);
        case authenticated:
        case active:
            return "On: " + charge + " on " + next + " by " +
                   (mandate->method == "upi" ? "UPI" : mandate->method);
        case pending: return "The bank refused " + charge + "; tried again on " + next;
        case cancelled:
        case completed:
        case halted: return "Off since " + display_date(*mandate->ended_at) + ": " + why_over(*mandate->end);
    }
    return {};
}

Refusal explain(OverrideRefused why) {
    switch (why) {
        case OverrideRefused::unknown_user: return *web::not_found().refusal;
        case OverrideRefused::banned:
            return {.status = HttpStatus::conflict,
                    .code = "user_banned",
                    .title = "This account is closed",
                    .detail = "Nothing can be opened to a person who may not come in. Nothing was changed."};
        case OverrideRefused::himself: return himself();
        case OverrideRefused::outranked: return outranked();
        case OverrideRefused::no_reason: return not_valid(FieldErrors{{"reason", "Enter a reason."}});
        case OverrideRefused::ends_in_the_past:
            return not_valid(FieldErrors{{"valid_until", "Enter a day that is not over."}});
        case OverrideRefused::not_running:
            return {.status = HttpStatus::conflict,
                    .code = "not_running",
                    .title = "This has ended already",
                    .detail = "Somebody ended it, or its last day is over. Nothing was changed."};
    }
    throw std::logic_error{"no such refusal"};
}

Refusal explain(InterventionRefused why) {
    switch (why) {
        case InterventionRefused::unknown: return *web::not_found().refusal;
        case InterventionRefused::himself: return himself();
        case InterventionRefused::outranked: return outranked();
        case InterventionRefused::not_running:
            return {.status = HttpStatus::conflict,
                    .code = "not_running",
                    .title = "This subscription does not run now",
                    .detail = "It is paused already, or has ended. Nothing was changed."};
        case InterventionRefused::not_suspended:
            return {.status = HttpStatus::conflict,
                    .code = "not_suspended",
                    .title = "There is no pause of ours to end",
                    .detail =
                        "It runs already, or is paused by a dispute at the bank, which ends there. Nothing "
                        "was changed."};
    }
    throw std::logic_error{"no such refusal"};
}

std::optional<view::Toast> toast_of_access(std::string_view done) {
    if (done == "granted") return view::Toast{.text = "The module is open. The person is told."};
    if (done == "revoked") return view::Toast{.text = "The module is closed. The person is told."};
    if (done == "ended") return view::Toast{.text = "It is ended. The person is told."};
    if (done == "suspended") return view::Toast{.text = "The subscription is paused. The person is told."};
    if (done == "resumed") return view::Toast{.text = "The subscription goes on. The person is told."};
    return std::nullopt;
}

}  // namespace ssr::admin
