#pragma once

#include <string>
#include <string_view>

namespace ssr::accounts {

/// What `user_sessions.browser_key` keeps of the known-browser cookie, which a browser gets at its first
/// sign-in and keeps through sign-outs.
std::string hash_of_known(std::string_view known_browser);

}  // namespace ssr::accounts
