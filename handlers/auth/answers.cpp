#include "auth/answers.h"

namespace ssr::auth {

namespace {

Json text_or_null(std::string const& text) { return text.empty() ? Json{} : Json{text}; }

Json user(PublicUserId const& id, std::string const& name, std::string const& phone, std::string const& email,
          accounts::Role role) {
    return Json::Object{{"id", id.text()},
                        {"name", name},
                        {"phone", text_or_null(phone)},
                        {"email", text_or_null(email)},
                        {"role", code(role)}};
}

}  // namespace

Json challenge_json(accounts::OtpChallenge const& challenge, Instant now) {
    return Json::Object{{"challenge_id", challenge.id},
                        {"channel", code(challenge.to.channel())},
                        {"masked_to", challenge.to.masked()},
                        {"expires_in", (challenge.expires_at - now).count()},
                        {"resend_in", (challenge.resend_at - now).count()}};
}

Json user_json(accounts::Session const& session) {
    return user(session.public_user, session.name, session.phone, session.email, session.role);
}

Json entered_json(accounts::Arriving const& who) {
    return Json::Object{{"user", user(who.public_id, who.name, who.phone, who.email, who.role)},
                        {"is_new_user", who.is_new},
                        {"totp_required", who.role != accounts::Role::user}};
}

Json module_json(subscriptions::ModuleAccess const& access) {
    auto const& expires_at = access.facts.expires_at;
    return Json::Object{{"code", code(access.module)},
                        {"allowed", subscriptions::allows(access.reason)},
                        {"reason", subscriptions::code(access.reason)},
                        {"expires_at", expires_at ? Json{to_iso(*expires_at)} : Json{}},
                        {"usage_left", access.facts.usage_left}};
}

}  // namespace ssr::auth
