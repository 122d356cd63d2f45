#include "domain/accounts/session_copy.h"

namespace ssr::accounts {

namespace {

constexpr int kVersion = 3;

std::int64_t seconds_of(Instant at) { return at.time_since_epoch().count(); }
Instant instant_of(std::int64_t seconds) { return Instant{std::chrono::seconds{seconds}}; }

}  // namespace

std::string written(SessionCopy const& copy) {
    auto const& session = copy.session;
    auto const& confirmed = session.confirmed_at;
    return Json{Json::Object{{"v", kVersion},
                             {"id", session.id.value()},
                             {"user", session.user.value()},
                             {"public_user", session.public_user.text()},
                             {"organization", session.organization.value()},
                             {"organization_role", code(session.organization_role)},
                             {"name", session.name},
                             {"phone", session.phone},
                             {"email", session.email},
                             {"role", code(session.role)},
                             {"staff", session.is_staff_level},
                             {"confirmed", confirmed ? Json{seconds_of(*confirmed)} : Json{}},
                             {"complete", session.is_complete},
                             {"expires", seconds_of(session.expires_at)},
                             {"touched", seconds_of(copy.touched_at)}}}
        .dump();
}

std::optional<SessionCopy> read_copy(std::string_view text) {
    auto const json = Json::parse(text);
    if (!json || (*json)["v"].integer() != kVersion) return std::nullopt;
    auto const number = [&](char const* name) { return (*json)[name].integer().value_or(0); };
    auto const confirmed = (*json)["confirmed"].integer();
    auto const string = [&](char const* name) { return (*json)[name].text().value_or(std::string{}); };
    auto const public_user = PublicUserId::parse(string("public_user"));
    auto const role = parse_role(string("role"));
    auto const organization_role = parse_organization_role(string("organization_role"));
    if (!public_user || !role || !organization_role) return std::nullopt;
    return SessionCopy{
        .session = {.id = SessionId{number("id")},
                    .user = UserId{number("user")},
                    .public_user = *public_user,
                    .organization = OrganizationId{number("organization")},
                    .name = string("name"),
                    .phone = string("phone"),
                    .email = string("email"),
                    .role = *role,
                    .organization_role = *organization_role,
                    .is_staff_level = (*json)["staff"].flag() == true,
                    .confirmed_at = confirmed ? std::optional{instant_of(*confirmed)} : std::nullopt,
                    .is_complete = (*json)["complete"].flag() == true,
                    .expires_at = instant_of(number("expires"))},
        .touched_at = instant_of(number("touched"))};
}

SessionCopy to_copy(db::Row const& row) {
    return {.session = {.id = row.id<SessionId>("id"),
                        .user = row.id<UserId>("user_id"),
                        .public_user = row.public_id<PublicUserId>("public_id"),
                        .organization = row.id<OrganizationId>("organization_id"),
                        .name = row.text("name"),
                        .phone = row.text_or_empty("phone"),
                        .email = row.text_or_empty("email"),
                        .role = parse_role(row.text("role")).value_or(Role::user),
                        .organization_role = parse_organization_role(row.text("organization_role"))
                                                 .value_or(OrganizationRole::viewer),
                        .is_staff_level = row.text("level") == "staff",
                        .confirmed_at = row.maybe_instant("confirmed_at"),
                        .is_complete = !row.is_null("profile_completed_at"),
                        .expires_at = row.instant("expires_at")},
            .touched_at = row.instant("last_activity")};
}

}  // namespace ssr::accounts
