#include "domain/accounts/user_store.h"

#include "db/failure.h"

namespace ssr::accounts {

namespace {

constexpr std::string_view kReturning = R"(
    RETURNING id, public_id, name, phone, email, role, is_active, profile_completed_at IS NOT NULL AS is_complete,
              xmax = 0 AS is_new)";

Arriving to_arriving(db::Row const& row) {
    return {.id = row.id<UserId>("id"),
            .public_id = row.public_id<PublicUserId>("public_id"),
            .name = row.text("name"),
            .phone = row.text_or_empty("phone"),
            .email = row.text_or_empty("email"),
            .role = parse_role(row.text("role")).value_or(Role::user),
            .is_active = row.flag("is_active"),
            .is_complete = row.flag("is_complete"),
            .is_new = row.flag("is_new")};
}

}  // namespace

Arriving UserStore::find_or_insert(LoginId const& id, Instant now) {
    static std::string const by_phone = std::string{R"(
        INSERT INTO users AS u (public_id, phone, phone_verified_at, last_login_at, created_at)
        VALUES (:public_id, :identifier, :now, :now, :now)
        ON CONFLICT (phone) DO UPDATE
           SET last_login_at = excluded.last_login_at,
               phone_verified_at = coalesce(u.phone_verified_at, excluded.phone_verified_at))"} +
                                        std::string{kReturning};
    static std::string const by_email = std::string{R"(
        INSERT INTO users AS u (public_id, email, email_verified_at, last_login_at, created_at)
        VALUES (:public_id, :identifier, :now, :now, :now)
        ON CONFLICT (email) DO UPDATE
           SET last_login_at = excluded.last_login_at,
               email_verified_at = coalesce(u.email_verified_at, excluded.email_verified_at))"} +
                                        std::string{kReturning};
    return db_.one(id.channel() == Channel::sms ? by_phone : by_email,
                   {{"public_id", PublicUserId::fresh()}, {"identifier", id.text()}, {"now", now}},
                   to_arriving);
}

void UserStore::insert_organization(UserId owner, std::string_view name, Instant now) {
    db_.execute(R"(
        WITH own AS (
            INSERT INTO organizations (public_id, name, owner_id, created_at)
            VALUES (:public_id, :name, :owner, :now) RETURNING id
        )
        INSERT INTO memberships (organization_id, user_id, role, created_at) SELECT id, :owner, 'owner', :now FROM own)",
                {{"public_id", new_public_id()}, {"name", name}, {"owner", owner}, {"now", now}});
}

ProfileText UserStore::find_profile(UserId user) {
    return db_.one(
        "SELECT name, state_code, company_name, gstin, address, avatar_blob_id IS NOT NULL AS has_picture "
        "FROM users WHERE id = :user",
        {{"user", user}}, [](db::Row const& row) {
            return ProfileText{row.text("name"),
                               row.text_or_empty("state_code"),
                               row.text_or_empty("company_name"),
                               row.text_or_empty("gstin"),
                               row.text("address"),
                               row.flag("has_picture")};
        });
}

void UserStore::complete_profile(UserId user, Profile const& profile, Instant now) {
    auto const& company = profile.company;
    db_.execute(R"(
        WITH person AS (
            UPDATE users SET name = :name, state_code = :state, company_name = :company, gstin = :gstin,
                             profile_completed_at = coalesce(profile_completed_at, :now)
             WHERE id = :user RETURNING id
        )
        UPDATE organizations SET name = coalesce(nullif(:company, ''), :name)
          FROM person WHERE owner_id = person.id AND is_personal)",
                {{"name", profile.name.text()},
                 {"state", profile.state.code()},
                 {"company", company ? company->text() : std::string{}},
                 {"gstin", profile.gstin ? db::Param{profile.gstin->text()} : db::Param{nullptr}},
                 {"user", user},
                 {"now", now}});
}

std::vector<std::string> UserStore::change_details(UserId user, Details const& details) {
    return db_.list(R"(
        WITH before AS (
            SELECT id, name, state_code, company_name, gstin, address FROM users WHERE id = :user
        ), person AS (
            UPDATE users SET name = :name, state_code = :state, company_name = :company, gstin = :gstin, address = :address
             WHERE id = :user RETURNING id, name, state_code, company_name, gstin, address
        ), own AS (
            UPDATE organizations o SET name = coalesce(nullif(person.company_name, ''), person.name)
              FROM person WHERE o.owner_id = person.id AND o.is_personal
        )
        SELECT field.name FROM person JOIN before USING (id), LATERAL (VALUES
            ('name', person.name IS DISTINCT FROM before.name),
            ('state_code', person.state_code IS DISTINCT FROM before.state_code),
            ('company_name', person.company_name IS DISTINCT FROM before.company_name),
            ('gstin', person.gstin IS DISTINCT FROM before.gstin),
            ('address', person.address IS DISTINCT FROM before.address)) AS field (name, is_other)
         WHERE field.is_other)",
                    {{"name", details.name.text()},
                     {"state", details.state.code()},
                     {"company", details.company ? details.company->text() : std::string{}},
                     {"gstin", details.gstin ? db::Param{details.gstin->text()} : db::Param{nullptr}},
                     {"address", details.address ? details.address->text() : std::string{}},
                     {"user", user}},
                    [](db::Row const& row) { return row.text("name"); });
}

void UserStore::change_picture(UserId user, std::optional<BlobId> picture) {
    db_.execute("UPDATE users SET avatar_blob_id = :picture WHERE id = :user",
                {{"picture", picture}, {"user", user}});
}

std::optional<std::string> UserStore::find_picture(UserId user) {
    return db_.maybe_one(
        "SELECT b.sha256 FROM users u JOIN blobs b ON b.id = u.avatar_blob_id WHERE u.id = :user",
        {{"user", user}}, [](db::Row const& row) { return row.text("sha256"); });
}

bool UserStore::change_contact(UserId user, LoginId const& to, Instant now) {
    // Looked up first: the database's own complaint would write the contact into its log. The constraint
    // decides.
    constexpr std::string_view kPhone = R"(
        UPDATE users SET phone = :to, phone_verified_at = :now
         WHERE id = :user AND NOT EXISTS (SELECT FROM users WHERE phone = :to))";
    constexpr std::string_view kEmail = R"(
        UPDATE users SET email = :to, email_verified_at = :now
         WHERE id = :user AND NOT EXISTS (SELECT FROM users WHERE email = :to))";
    try {
        return db_.execute(to.channel() == Channel::sms ? kPhone : kEmail,
                           {{"to", to.text()}, {"now", now}, {"user", user}}) == 1;
    } catch (db::Failure const& failure) {
        if (failure.violates("users_phone_is_unique") || failure.violates("users_email_is_unique"))
            return false;
        throw;
    }
}

}  // namespace ssr::accounts
