#pragma once

#include <optional>
#include <string>

#include "base/clock.h"
#include "domain/accounts/sessions.h"
#include "domain/privacy/privacy_config.h"
#include "domain/privacy/tombstones.h"

namespace ssr::privacy {

/// A person to erase, and where he can be reached for the last time.
struct Leaving {
    UserId user;
    PublicUserId account;
    std::string phone, email;
    bool is_banned = false;
};

/// Makes people unknown. Invoices and credit notes stay with the buyer as he was, payments without him; the
/// audit trail keeps who acted by his key alone; all else about him goes. Every method is part of its
/// caller's transaction, but for reapply().
class Erasure {
public:
    Erasure(db::Session& db, accounts::Sessions& sessions, Clock const& clock, PrivacyConfig const& config)
        : db_{db}, sessions_{sessions}, clock_{clock}, config_{config} {}

    /// The job account.erase: {"deletion"}. Does nothing where the wish was taken back.
    void run(Json const& payload);
    /// The job account.warn_of_erasure: 48 hours before.
    void warn(Json const& payload);
    /// The job outbox.forget_address: {"event_key"}; waits until the message is delivered.
    void forget_address(Json const& payload);
    /// The job privacy.tidy: counts of codes of days ago, and invitations that nobody took, serve nobody.
    void tidy();

    /// After a restore: erases again whoever has a tombstone, in the table or in the file. Returns how many.
    int reapply();

private:
    Json certify(Leaving const& who, Json::Object erased);
    Json::Object erase(Leaving const& who);
    void bury(Leaving const& who, std::vector<std::string> const& identifiers);
    void close_books(Leaving const& who, std::string const& deletion);
    void send_certificate(Leaving const& who, std::string const& deletion, std::string const& sha256);
    bool erase_again(Tombstone const& stone);

    db::Session& db_;
    accounts::Sessions& sessions_;
    Clock const& clock_;
    PrivacyConfig const& config_;
};

}  // namespace ssr::privacy
