#pragma once

#include <chrono>
#include <functional>
#include <map>
#include <string>
#include <vector>

#include "base/clock.h"
#include "db/session.h"
#include "guard/signed_in.h"

namespace ssr::guard {

/// Pages that are the same for everyone who is not signed in, but for the visitor's two secrets (the nonce,
/// the token of forms). A worker keeps each as it was made, and puts the secrets in. What is kept ends with
/// the minute, and at once when the database says that the site has changed (channel site_changed: migration
/// 0019 says by which tables).
class PublicPages {
public:
    using Make = std::function<std::string(view::Frame const& frame)>;

    PublicPages(db::Session& db, Clock const& clock) : db_{db}, clock_{clock} {}
    /// `make` renders the page in that frame; it may read what it shows from tables of that channel only.
    web::Response show(Visitor const& who, Make const& make);

private:
    struct Kept {
        std::vector<std::string>
            pieces;  // between them stands a secret: the nonce, or where it is true the token
        std::vector<bool> is_token;
    };
    Kept const& kept(view::Frame const& frame, Make const& make);

    db::Session& db_;
    Clock const& clock_;
    std::uint64_t told_ = 0;
    std::chrono::sys_time<std::chrono::minutes> made_in_{};
    std::map<std::string, Kept, std::less<>> pages_;  // by path
};

}  // namespace ssr::guard
