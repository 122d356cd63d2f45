#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>

#include "domain/messages/outbox.h"

namespace ssr::messages {

inline constexpr std::string_view kSealPurpose = "message";

/// What `outbox_messages.sealed_body` keeps; read by who sends it, and by the development outbox.
struct Body {
    std::string subject, text, otp;
    std::map<std::string, std::string> variables;
};

std::string sealed(Message const& message, std::string_view secret_key);
/// Nothing where the key is another or the text was altered.
std::optional<Body> unsealed(std::string_view text, std::string_view secret_key);

}  // namespace ssr::messages
