#include "domain/privacy/download_link.h"

#include <algorithm>
#include <charconv>

#include "base/secure.h"

namespace ssr::privacy {

namespace {

constexpr std::chrono::seconds kGood = std::chrono::minutes{15};

std::string signature_of(std::string const& key, PublicExportId const& id, SessionId session,
                         std::string_view until) {
    return hmac_sha256_hex("data-export|" + key,
                           id.text() + "|" + std::to_string(session.value()) + "|" + std::string{until});
}

}  // namespace

std::string DownloadLinks::query_for(PublicExportId const& id, SessionId session) const {
    auto const until = std::to_string((clock_.now() + kGood).time_since_epoch().count());
    return "until=" + until + "&signature=" + signature_of(secret_keys_.at(0), id, session, until);
}

bool DownloadLinks::allows(PublicExportId const& id, SessionId session, std::string_view until,
                           std::string_view signature) const {
    std::int64_t end = 0;
    auto const [rest, fault] = std::from_chars(until.data(), until.data() + until.size(), end);
    if (fault != std::errc{} || rest != until.data() + until.size()) return false;
    if (clock_.now().time_since_epoch().count() >= end) return false;
    return std::ranges::any_of(secret_keys_, [&](std::string const& key) {
        return equal_in_constant_time(signature_of(key, id, session, until), signature);
    });
}

}  // namespace ssr::privacy
