#include "auth/app.h"

namespace ssr::auth {

namespace {

std::vector<std::string> secret_keys(guard::HouseConfig const& house) {
    std::vector<std::string> keys{house.secret_key};
    if (!house.previous_secret_key.empty()) keys.push_back(house.previous_secret_key);
    return keys;
}

// "https://ssr.example.in:8443" is the host "ssr.example.in".
std::string host_of(std::string_view url) {
    url.remove_prefix(std::min(url.size(), url.find("//") + 2));
    return std::string{url.substr(0, url.find_first_of(":/"))};
}

}  // namespace

App::App(Config const& config)
    : House{config.house},
      otp{redis, db, clock, {secret_keys(config.house), host_of(config.house.public_url), config.otp}},
      totp{redis, db, clock, secret_keys(config.house)},
      door{db, clock, sessions, messages::Outbox{db, clock, config.house.secret_key},
           secret_keys(config.house)},
      users{db},
      exports{db, clock},
      downloads{clock, secret_keys(config.house)},
      blobs{config.blobs},
      departures{db, clock, sessions, secret_keys(config.house), config.house.public_url},
      organizations{db, clock, sessions, messages::Outbox{db, clock, config.house.secret_key}},
      invitations{db, clock, sessions, messages::Outbox{db, clock, config.house.secret_key},
                  config.house.public_url} {}

}  // namespace ssr::auth
