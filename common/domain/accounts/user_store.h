#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "db/session.h"
#include "domain/accounts/user.h"

namespace ssr::accounts {

/// `users`, and the organisation that each has of his own.
class UserStore {
public:
    explicit UserStore(db::Session& db) : db_{db} {}

    /// The account of that identifier, made if there is none; notes the sign-in. One statement, also where
    /// two browsers bring a new number at once.
    Arriving find_or_insert(LoginId const& id, Instant now);
    /// Every person works in an organisation; at first in his own.
    void insert_organization(UserId owner, std::string_view name, Instant now);

    ProfileText find_profile(UserId user);
    void complete_profile(UserId user, Profile const& profile, Instant now);
    /// The names of the columns that are others now; none where nothing was changed.
    std::vector<std::string> change_details(UserId user, Details const& details);
    void change_picture(UserId user, std::optional<BlobId> picture);
    std::optional<std::string> find_picture(UserId user);  // its SHA-256
    /// False where another account has that contact.
    bool change_contact(UserId user, LoginId const& to, Instant now);

private:
    db::Session& db_;
};

}  // namespace ssr::accounts
