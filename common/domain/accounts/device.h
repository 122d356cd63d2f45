#pragma once

#include <string>
#include <string_view>

namespace ssr::accounts {

/// Where a session is used from.
struct Device {
    std::string ip_address;
    std::string user_agent;
    std::string browser;  // the known-browser cookie's value; empty where there is none
};

/// What a person would call his device. Browsers say little and not always the truth, so this knows the few
/// names that most people have, and says "A browser" of the rest.
struct DeviceName {
    std::string browser;  // "Chrome"
    std::string system;   // "Windows"; empty where it is not said
    std::string type;     // "desktop", "phone", "tablet", "program"

    std::string text() const;  // "Chrome on Windows"
};

DeviceName device_name(std::string_view user_agent);

/// "49.205.x.x": enough to know one's own network again, for pages that others may look at.
std::string masked_address(std::string_view ip_address);

}  // namespace ssr::accounts
