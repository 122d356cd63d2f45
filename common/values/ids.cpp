#include "values/ids.h"

#include <chrono>

#include "base/secure.h"

namespace ssr {

std::optional<std::string> parse_uuid(std::string_view text) {
    if (text.size() != 36) return std::nullopt;
    for (std::size_t at = 0; at < text.size(); ++at) {
        char const c = text[at];
        auto const is_dash = at == 8 || at == 13 || at == 18 || at == 23;
        if (is_dash ? c != '-' : !((c >= '0' && c <= '9') || (c >= 'a' && c <= 'f'))) return std::nullopt;
    }
    return std::string{text};
}

std::string new_public_id() {
    // The machine's own time: ids only have to rise, and business time may stand still or be moved.
    auto const since = std::chrono::system_clock::now().time_since_epoch();
    return new_uuid_v7(std::chrono::duration_cast<std::chrono::milliseconds>(since).count());
}

}  // namespace ssr
