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

messages::Outbox outbox_of(guard::House& house, guard::HouseConfig const& config) {
    return {house.db, house.clock, config.secret_key};
}

}  // namespace

App::App(Config const& config)
    : House{config.house},
      otp{redis, db, clock, {secret_keys(config.house), host_of(config.house.public_url), config.otp}},
      totp{redis, db, clock, secret_keys(config.house)},
      authenticators{db,       clock,
                     totp,     accounts::RecoveryCodes{db, secret_keys(config.house)},
                     sessions, outbox_of(*this, config.house)},
      door{db, clock, sessions, outbox_of(*this, config.house), secret_keys(config.house)},
      users{db},
      profiles{db, clock, sessions},
      contacts{db, clock, otp, sessions, outbox_of(*this, config.house)},
      preferences{db},
      blob_store{config.blobs},
      blobs{db, blob_store},
      exports{db, clock},
      downloads{clock, secret_keys(config.house)},
      departures{db, clock, sessions, secret_keys(config.house), config.house.public_url},
      organizations{db, clock, sessions, outbox_of(*this, config.house)},
      invitations{db, clock, sessions, outbox_of(*this, config.house), config.house.public_url} {}

}  // namespace ssr::auth
