#include "support/people.h"

#include "base/secure.h"

namespace ssr::test {

namespace {

constexpr Instant kMade = std::chrono::sys_days{std::chrono::year{2026} / 4 / 1};

struct Profile {
    std::string_view name, role, state_code;
};

Person insert(db::Session& db, Profile const& profile) {
    auto const phone = fresh_phone();
    auto const email = fresh_email();
    auto const public_id = PublicUserId::fresh();
    bool const is_complete = !profile.state_code.empty();
    auto const user = db.one(R"(
        INSERT INTO users (public_id, name, phone, email, role, state_code, profile_completed_at, created_at)
        VALUES (:public_id, :name, :phone, :email, :role, nullif(:state_code, ''), :completed, :made)
        RETURNING id)",
                             {{"public_id", public_id},
                              {"name", profile.name},
                              {"phone", phone.e164()},
                              {"email", email.text()},
                              {"role", profile.role},
                              {"state_code", profile.state_code},
                              {"completed", is_complete ? db::Param{kMade} : db::Param{nullptr}},
                              {"made", kMade}},
                             [](db::Row const& row) { return row.id<UserId>("id"); });
    auto const organization =
        db.one(R"(
        WITH own AS (
            INSERT INTO organizations (public_id, name, owner_id, created_at)
            VALUES (:public_id, :name, :user, :made) RETURNING id
        ), member AS (
            INSERT INTO memberships (organization_id, user_id, role, created_at) SELECT id, :user, 'owner', :made FROM own
        )
        SELECT id FROM own)",
               {{"public_id", new_public_id()}, {"name", profile.name}, {"user", user}, {"made", kMade}},
               [](db::Row const& row) { return row.id<OrganizationId>("id"); });
    return {user, public_id, organization, std::string{profile.name}, phone, email};
}

}  // namespace

PhoneNumber fresh_phone() { return *PhoneNumber::parse("9" + random_digits(9)); }

EmailAddress fresh_email() { return *EmailAddress::parse("p" + random_hex(6) + "@example.test"); }

std::string fresh_ip_address() {
    auto const byte = [] { return std::to_string(std::stoi(random_digits(4)) % 254 + 1); };
    return "10." + byte() + "." + byte() + "." + byte();
}

Person a_person(db::Session& db, std::string_view role, std::string_view state_code) {
    return insert(db, {.name = "Ravi Kumar", .role = role, .state_code = state_code});
}

Person a_newcomer(db::Session& db) { return insert(db, {.name = "", .role = "user", .state_code = ""}); }

std::string a_session(db::Session& db, Person const& person, Instant now, bool is_staff_level) {
    auto const cookie = random_hex(32);
    db.execute(R"(
        INSERT INTO user_sessions (public_id, user_id, session_key, ip_address, user_agent, device_type, level,
                                   confirmed_at, created_at, last_activity, expires_at)
        VALUES (:public_id, :user, :key, '10.0.0.1', 'Boost.Test', 'desktop', :level, :confirmed, :now, :now, :ends))",
               {{"public_id", new_public_id()},
                {"user", person.id},
                {"key", sha256_hex(cookie)},
                {"level", is_staff_level ? "staff" : "user"},
                {"confirmed", is_staff_level ? db::Param{now} : db::Param{nullptr}},
                {"now", now},
                {"ends", now + std::chrono::days{30}}});
    return cookie;
}

std::vector<std::string> tables_of_people(db::Session& db) {
    return db.list(R"(
        WITH RECURSIVE held AS (
            SELECT cast('users' AS regclass) AS "table"
            UNION SELECT cast(c.conrelid AS regclass) FROM pg_constraint c JOIN held ON c.confrelid = held."table" WHERE c.contype = 'f'
        )
        SELECT DISTINCT cast(h."table" AS text) AS name FROM held h JOIN pg_class c ON c.oid = h."table"
         WHERE NOT c.relispartition ORDER BY name)",
                   {}, [](db::Row const& row) { return row.text("name"); });
}

}  // namespace ssr::test
