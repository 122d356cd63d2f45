#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "base/result.h"
#include "outbound/carrier.h"
#include "outbound/mime.h"

namespace ssr::outbound {

/// The provider's server, from SMTP_URL: "smtp://user:password@host:587" (STARTTLS) or "smtps://…:465" (TLS
/// from the first byte). User and password are percent-encoded where they hold : @ / or %.
struct SmtpServer {
    std::string host;
    int port = 587;
    bool is_tls_at_once = false;
    std::string user, password;  // no authentication where the user is empty

    static std::optional<SmtpServer> parse(std::string_view url);
};

struct MailConfig {
    SmtpServer server;
    EmailAddress from;
    std::string authorities;  // a file of certificates to trust; the system's where it is empty
};

/// Hands one mail to the provider, over TLS or not at all: a server that offers none, or whose certificate is
/// not its own, gets nothing, not even the password.
Result<Done, NotSent> send(Mail const& mail, MailConfig const& config);

}  // namespace ssr::outbound
