#pragma once

#include <optional>
#include <string>

#include "domain/billing/gateway.h"
#include "domain/billing/mandate_words.h"
#include "domain/billing/verification.h"

namespace ssr::billing {

enum class MandateRefused {
    switched_off,  // new mandates are not taken now
    not_his,
    not_running,
    not_bought,     // a trial or a grant: there is no price to renew it at
    not_sold,       // not for so long any more
    above_limit,    // a charge would be more than may be debited without his own word
    ends_too_soon,  // no time for the notice before the charge: paid by hand first
    gateway_away,
};

/// Somebody's wish about one of his subscriptions.
struct MandateWish {
    UserId user;
    PublicSubscriptionId subscription;
    std::string ip_address;
};

/// How auto-renew is after somebody set it; on needs his authorisation first, where mandates are taken.
struct Renewal {
    bool is_on;
    std::optional<Mandate> to_authorise = {};
};

/// What Checkout handed to the customer's browser when he authorised a mandate.
struct MandateWord {
    UserId user;
    std::string subscription_id, payment_id, signature;
    std::string ip_address;
};

/// Auto-renew by the gateway's subscriptions.
class Mandates {
public:
    Mandates(db::Session& db, Clock const& clock, BillingConfig const& config, Gateway& gateway,
             Capture& capture)
        : db_{db},
          clock_{clock},
          begins_{config.begins_mandates},
          supplier_{config.supplier},
          gateway_{gateway},
          subscriptions_{db, clock, config.secret_keys},
          ending_{db, clock, config},
          words_{db, clock, config, capture} {}

    bool can_begin() const { return begins_; }

    /// Turns auto-renew on or off; without a word the other way round than before. Where no new mandates are
    /// taken, and for what was given or tried, on is only a wish: it changes what the reminders say.
    Result<Renewal, MandateRefused> set(MandateWish const& wish, std::optional<bool> is_on);
    /// A mandate that he can authorise: the next periods of what he bought, as long as the last one, at
    /// today's price, billed as before; first charged where what is paid ends. The same wish again gives the
    /// same one, also where it is authorised.
    Result<Mandate, MandateRefused> begin(MandateWish const& wish);
    /// Cancels the subscription, and with it what would renew it.
    Result<subscriptions::Standing, subscriptions::CancelRefused> cancel(
        subscriptions::Cancellation const& wish);

    /// Checkout's word that he authorised it. The signature is checked with the number of our own table, then
    /// the gateway is asked; only its answer turns anything on. Where it is away, a job asks again.
    Result<Mandate, WordRefused> take(MandateWord const& word);
    /// Asks the gateway how it stands. False where it is away.
    bool ask(Mandate const& mandate);

    /// The job mandate.check, {"mandate": public id}: the same, and books charges of which nothing was heard.
    void check(Json const& payload);
    /// The job mandate.cancel, {"mandate": public id}: tells the gateway of an end. Throws where it is away.
    void cancel_at_gateway(Json const& payload);

private:
    struct Renewed;
    std::optional<Renewed> find_renewed(MandateWish const& wish);
    std::optional<MandateRefused> fault(std::optional<Renewed> const& held);
    bool needs_mandate(Renewed const& held) const;
    bool is_on(Renewed const& held);
    Result<Renewal, MandateRefused> set_wish(MandateWish const& wish, bool is_on);
    Result<Quote, MandateRefused> priced(Renewed const& held, Payment const& last);
    Mandate placed(Renewed const& held, Payment const& last, Quote quote, std::string const& ip_address);
    Result<Mandate, MandateRefused> known_to_gateway(Mandate const& mandate);
    std::optional<std::string> plan_of(Mandate const& mandate);
    std::optional<WordRefused> fault(std::optional<Mandate> const& mandate, MandateWord const& word);
    void book_charges(Mandate const& mandate);
    void look_again(Mandate const& mandate);

    db::Session& db_;
    Clock const& clock_;
    bool begins_;
    Supplier supplier_;
    Gateway& gateway_;
    subscriptions::Subscriptions subscriptions_;
    MandateEnding ending_;
    MandateWords words_;
};

/// A job mandate.check for each mandate of which a word should have come by now. Returns how many.
int reconcile_mandates(db::Session& db, Clock const& clock);

/// What is charged within three days is announced, once for each charge. Returns how many.
int announce_charges(db::Session& db, Clock const& clock, std::string const& secret_key);

}  // namespace ssr::billing
