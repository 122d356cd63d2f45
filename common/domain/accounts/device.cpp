#include "domain/accounts/device.h"

#include "base/text.h"
#include "domain/audit/audit_log.h"

namespace ssr::accounts {

namespace {

struct Sign {
    std::string_view in_agent, name;
};

// In this order: most browsers also name those that they descend from.
constexpr std::array kBrowsers{
    Sign{"edg", "Edge"},
    Sign{"opr/", "Opera"},
    Sign{"samsungbrowser", "Samsung Internet"},
    Sign{"ucbrowser", "UC Browser"},
    Sign{"firefox", "Firefox"},
    Sign{"fxios", "Firefox"},
    Sign{"crios", "Chrome"},
    Sign{"chrome", "Chrome"},
    Sign{"safari", "Safari"},
    Sign{"curl/", "curl"},
    Sign{"python", "Python"},
};
constexpr std::array kSystems{
    Sign{"android", "Android"}, Sign{"iphone", "iPhone"}, Sign{"ipad", "iPad"},
    Sign{"windows", "Windows"}, Sign{"cros", "ChromeOS"}, Sign{"mac os", "Mac"},
    Sign{"macintosh", "Mac"},   Sign{"linux", "Linux"},
};

template <std::size_t N>
std::string_view named(std::array<Sign, N> const& signs, std::string_view agent) {
    for (auto const& sign : signs)
        if (agent.find(sign.in_agent) != std::string_view::npos) return sign.name;
    return {};
}

std::string_view type_of(std::string_view browser, std::string_view system, std::string_view agent) {
    bool const is_mobile = agent.find("mobi") != std::string_view::npos;
    if (browser == "curl" || browser == "Python") return "program";
    if (system == "iPad" || (system == "Android" && !is_mobile)) return "tablet";
    return system == "iPhone" || is_mobile ? "phone" : "desktop";
}

}  // namespace

std::string DeviceName::text() const {
    auto const who = browser.empty() ? std::string{"A browser"} : browser;
    return system.empty() ? who : who + " on " + system;
}

DeviceName device_name(std::string_view user_agent) {
    auto const agent = lower(user_agent);
    auto const browser = named(kBrowsers, agent);
    auto const system = named(kSystems, agent);
    return {std::string{browser}, std::string{system}, std::string{type_of(browser, system, agent)}};
}

std::string masked_address(std::string_view ip_address) { return audit::network_of(ip_address); }

}  // namespace ssr::accounts
