#include "values/login_id.h"

namespace ssr {

std::string_view code(Channel channel) { return channel == Channel::sms ? "sms" : "email"; }

std::optional<LoginId> LoginId::parse(std::string_view text) {
    if (auto const phone = PhoneNumber::parse(text)) return LoginId{*phone};
    if (auto const email = EmailAddress::parse(text)) return LoginId{*email};
    return std::nullopt;
}

std::string const& LoginId::text() const { return phone() ? phone()->e164() : email()->text(); }

std::string LoginId::masked() const { return phone() ? phone()->masked() : email()->masked(); }

}  // namespace ssr
