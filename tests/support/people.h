#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/clock.h"
#include "db/session.h"
#include "values/email_address.h"
#include "values/phone_number.h"

// People for tests, made straight in the tables: every call is somebody new, so tests do not meet each other.
namespace ssr::test {

PhoneNumber fresh_phone();
EmailAddress fresh_email();
std::string fresh_ip_address();  // of a network of its own (/24)

struct Person {
    UserId id;
    PublicUserId public_id;
    OrganizationId organization;
    std::string name;
    PhoneNumber phone;
    EmailAddress email;
};

/// Somebody with a complete profile in that State and his own organisation.
Person a_person(db::Session& db, std::string_view role = "user", std::string_view state_code = "36");
/// Signed up, but name and State are not given yet.
Person a_newcomer(db::Session& db);

/// A live session of that person; returns the cookie's value. `is_staff_level`: confirmed with TOTP just now.
std::string a_session(db::Session& db, Person const& person, Instant now, bool is_staff_level = false);

/// The tables whose rows point at people, through however many others.
std::vector<std::string> tables_of_people(db::Session& db);

}  // namespace ssr::test
