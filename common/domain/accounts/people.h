#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "db/session.h"
#include "domain/accounts/session.h"

namespace ssr::accounts {

/// Whom staff mean by what they typed: the holder of a mobile number or e-mail address, in any spelling; else
/// all who have a name with words that begin so, in any order. Each way has its index.
struct Sought {
    enum class By { everybody, phone, email, name, nobody };
    By by = By::everybody;
    std::string text;  // E.164, the address in lower case, or the words as to_tsquery takes them
};
/// Pure. Nobody is meant by a single letter, or by signs alone.
Sought sought(std::string_view typed);
/// The condition on `users u` with :sought, after AND; empty for everybody.
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
