#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/clock.h"
#include "base/result.h"
#include "db/session.h"
#include "domain/accounts/sessions.h"
#include "domain/messages/outbox.h"

namespace ssr::privacy {

using PublicDeletionId = PublicId<struct AccountDeletionTag>;

/// Somebody who has asked us to delete his account.
struct Departure {
    PublicDeletionId id;
    UserId user;
    Instant requested_at, due_at;
};

enum class DepartureRefused { is_staff };

/// Between the wish and the deletion lie seven days.
inline constexpr std::chrono::seconds kCoolOff = std::chrono::days{7};

/// `account_deletions`, up to the day on which the worker erases (see erasure.h).
class Departures {
public:
    Departures(db::Session& db, Clock const& clock, accounts::Sessions& sessions,
               std::vector<std::string> secret_keys, std::string public_url);

    /// One transaction: the wish, its job, a word to every contact with the link to take it back, all
    /// sessions ended. A second wish is the first one.
    Result<Departure, DepartureRefused> ask(accounts::Session const& who, std::string const& ip_address);
    std::optional<Departure> pending(UserId user);
    /// False where there was nothing to take back.
    bool cancel(UserId user, std::string const& ip_address);

    /// The wish that the link of the mail names; nothing where the signature is not ours, or it is no wish
    /// any more.
    std::optional<Departure> find_by_link(PublicDeletionId const& id, std::string_view signature);
    std::string link_for(PublicDeletionId const& id) const;

private:
    void tell_of_wish(accounts::Session const& who, Departure const& departure);
    db::Session& db_;
    Clock const& clock_;
    accounts::Sessions& sessions_;
    std::vector<std::string> secret_keys_;
    std::string public_url_;
    messages::Outbox outbox_;
};

}  // namespace ssr::privacy
