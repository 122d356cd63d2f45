#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "db/session.h"

namespace ssr::dev {

/// A message as its recipient would have it.
struct KeptMessage {
    std::string id, channel, to, subject, text, otp;
    Json attachments;
    Instant created_at;
};

/// Newest first, at most 200; those to one phone or address where `to` (any spelling) is given.
std::vector<KeptMessage> kept_messages(db::Session& db, std::string_view secret_key,
                                       std::string_view to = {});
Json to_json(KeptMessage const& message);

}  // namespace ssr::dev
