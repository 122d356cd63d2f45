#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "db/session.h"
#include "domain/accounts/session.h"

namespace ssr::accounts {

/// Whom staff mean by what they typed: the holder of a mobile number or e-mail address, in any spelling; else
/// all whose name begins so. Nobody's name has to be read for it: each way has its index.
struct Sought {
    enum class By { nothing, phone, email, name };
    By by = By::nothing;
    std::string text;   // E.164, the address in lower case, or the beginning of a name in lower case
    std::string until;  // what comes after all names that begin so
};
Sought sought(std::string_view typed);
/// The condition on `users u` with :sought and :until, after AND; empty where nothing was typed.
std::string_view condition(Sought const& sought);

/// A person in the staff's list.
struct PersonLine {
    PublicUserId public_id;
    std::string name, phone, email;
    Role role;
    bool is_active;
    Instant created_at;
    std::optional<Instant> last_login_at;
};

struct PeopleFilter {
    std::string text = {};          // as sought() reads it
    std::optional<Role> role = {};  // empty: all
    std::optional<bool> is_active = {};
    int number = 1;  // of the page, from 1
    int size = 25;
};

/// A page of people; one more line than its size says that there is another page. By name where a name was
/// typed, else the newest first. Who left is not among them. One statement.
std::vector<PersonLine> list_people(db::Session& db, PeopleFilter const& filter);

/// Whether staff of one role may change what a person of the other has: only those below, but superadmins
/// everybody's. Nobody changes his own.
bool may_manage(Role by, Role whom);

}  // namespace ssr::accounts
