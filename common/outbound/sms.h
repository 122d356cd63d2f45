#pragma once

#include <map>
#include <string>

#include "base/result.h"
#include "outbound/carrier.h"
#include "outbound/http_client.h"
#include "values/phone_number.h"

namespace ssr::outbound {

/// MSG91's account. Every text is an approved template (DLT) with only its variables filled in, so a kind of
/// message without a template cannot be sent.
struct SmsConfig {
    std::string api_url;   // "https://control.msg91.com", without a slash
    std::string auth_key;  // MSG91_AUTH_KEY
    std::string template_id;
};

/// One text to one phone: what stands in the template's places, by the names that the template gives them.
struct Text {
    PhoneNumber to;
    std::map<std::string, std::string> variables;
};

/// Hands one text to the carrier. MSG91 tells of its errors with the status 200, so the answer's words count.
Result<Done, NotSent> send(Text const& text, SmsConfig const& config, HttpClient& http);

}  // namespace ssr::outbound
