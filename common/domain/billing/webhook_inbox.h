#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/clock.h"
#include "db/session.h"

namespace ssr::billing {

/// Hex HMAC-SHA256 of the raw bytes with one of the secrets: the present one, and for a while the one before.
bool is_signed_by_gateway(std::string_view bytes, std::string_view signature,
                          std::vector<std::string> const& secrets);

enum class WebhookReceipt { stored, seen_before, not_json };

/// Keeps what the gateway said and leaves the rest to the job payment.apply_event: one statement, and a
/// repeated event makes nothing. `event_id` is the header's; where it is empty, the body's hash stands for
/// it. The signature was checked before.
WebhookReceipt receive(db::Session& db, Clock const& clock, std::string_view bytes,
                       std::string_view event_id);

}  // namespace ssr::billing
