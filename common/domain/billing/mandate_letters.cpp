#include "domain/billing/mandate_letters.h"

namespace ssr::billing {

namespace {

std::string every(int months) {
    return months == 1 ? "every month" : "every " + std::to_string(months) + " months";
}

constexpr char const* kTurnOn = " You can turn auto-renew on again under My subscription.";

// The whole sentence after "Auto-renew of Estimate has ended: "; empty where nobody need be told.
std::string reason(MandateEnd why) {
    switch (why) {
        case MandateEnd::turned_off: return "you turned it off.";
        case MandateEnd::paid_by_hand:
            return std::string{"you paid yourself, and the same is not charged twice."} + kTurnOn;
        case MandateEnd::subscription_over: return "the subscription does not go on.";
        case MandateEnd::at_the_bank:
            return std::string{
                       "it was cancelled at your bank or by Razorpay. Pay under My subscription to go "
                       "on."} +
                   kTurnOn;
        case MandateEnd::failed:
            return std::string{
                       "your bank refused the charge each time. Nothing was taken; pay under My "
                       "subscription to go on."} +
                   kTurnOn;
        case MandateEnd::completed: return std::string{"it has charged as often as was agreed."} + kTurnOn;
        case MandateEnd::not_authorised:
        case MandateEnd::replaced: return {};
    }
    return {};
}

}  // namespace

bool MandateLetters::send(Mandate const& mandate, std::string const& what, std::string subject,
                          std::string text) {
    auto const& bill_to = mandate.bill_to;
    bool const has_mail = !bill_to.email.empty();
    messages::Message message{.event_key = "mandate:" + mandate.public_id.text() + ":" + what,
                              .kind = "mandate",
                              .channel = has_mail ? Channel::email : Channel::sms,
                              .to = has_mail ? bill_to.email : bill_to.phone,
                              .subject = std::move(subject),
                              .text = "SSR Estimation: " + std::move(text),
                              .user = mandate.user};
    return !message.to.empty() && outbox_.send(message);
}

void MandateLetters::is_on(Mandate const& mandate) {
    send(mandate, "on", "Auto-renew of " + mandate.name() + " is on",
         "Auto-renew of " + mandate.name() + " is on. " + mandate.total.display() + " is charged " +
             every(mandate.months) + ", first on " + display_date(mandate.first_charge_at) +
             ", and never more. You are told at least a day before each charge, and can turn it off under "
             "My subscription.");
}

bool MandateLetters::announces(Mandate const& mandate) {
    auto const day = display_date(*mandate.next_charge_at);
    return send(mandate, "charge:" + to_iso(*mandate.next_charge_at),
                mandate.name() + ": " + mandate.total.display() + " will be charged on " + day,
                mandate.total.display() + " will be charged on " + day + " for " +
                    std::to_string(mandate.months) + (mandate.months == 1 ? " month of " : " months of ") +
                    mandate.name() +
                    ", as you authorised. To prevent it, turn auto-renew off under My subscription.");
}

void MandateLetters::charge_failed(Mandate const& mandate) {
    send(mandate, "failed:" + std::to_string(mandate.standing.paid_count),
         mandate.name() + " could not be renewed",
         mandate.total.display() + " for " + mandate.name() +
             " could not be charged: your bank refused it. It is tried again for three days. You can also "
             "pay under My subscription now; then auto-renew ends and nothing is charged twice.");
}

void MandateLetters::charge_crossed(Mandate const& mandate, std::string const& gateway_payment_id) {
    send(mandate, "crossed:" + gateway_payment_id, mandate.name() + ": a last charge was on its way",
         mandate.total.display() + " for " + mandate.name() +
             " was on its way when auto-renew ended. It renewed your subscription, and nothing more is "
             "charged. If you do not want it, ask support for the money back.");
}

void MandateLetters::is_over(Mandate const& mandate, MandateEnd why) {
    auto const because = reason(why);
    if (because.empty() || !mandate.authorised_at) return;
    send(mandate, "over", "Auto-renew of " + mandate.name() + " has ended",
         "Auto-renew of " + mandate.name() + " has ended: " + because);
}

}  // namespace ssr::billing
