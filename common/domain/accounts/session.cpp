#include "domain/accounts/session.h"

namespace ssr::accounts {

namespace {

constexpr std::array<std::string_view, 4> kCodes{"user", "support", "admin", "superadmin"};

}  // namespace

std::string_view code(Role role) { return kCodes[std::size_t(role)]; }

std::optional<Role> parse_role(std::string_view code) {
    for (std::size_t i = 0; i < kCodes.size(); ++i)
        if (kCodes[i] == code) return Role(i);
    return std::nullopt;
}

}  // namespace ssr::accounts
