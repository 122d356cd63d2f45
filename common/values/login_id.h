#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <variant>

#include "values/email_address.h"
#include "values/phone_number.h"

namespace ssr {

enum class Channel { sms, email };
std::string_view code(Channel channel);  // "sms", "email"

/// What a person types at the door: a mobile number or an e-mail address.
class LoginId {
public:
    static std::optional<LoginId> parse(std::string_view text);
    explicit LoginId(PhoneNumber phone) : value_{std::move(phone)} {}
    explicit LoginId(EmailAddress email) : value_{std::move(email)} {}

    Channel channel() const { return value_.index() == 0 ? Channel::sms : Channel::email; }
    PhoneNumber const* phone() const { return std::get_if<PhoneNumber>(&value_); }
    EmailAddress const* email() const { return std::get_if<EmailAddress>(&value_); }
    std::string const& text() const;  // E.164 or the address: one text for all spellings
    std::string masked() const;

private:
    std::variant<PhoneNumber, EmailAddress> value_;
};

}  // namespace ssr
