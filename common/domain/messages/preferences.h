#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "db/session.h"
#include "values/login_id.h"

namespace ssr::messages {

/// What people may switch off. A message without a topic is of security or billing, and always goes out.
enum class Topic { renewals, support, news };
std::string_view code(Topic topic);

/// Whether a person wants to be told of a topic in that way.
struct Preference {
    Topic topic;
    Channel channel;
    bool is_on = true;
};

/// Every pair that we offer, as it is for somebody who never chose: all of it.
std::vector<Preference> offered_preferences();

/// `notification_preferences`: what people chose otherwise.
class Preferences {
public:
    explicit Preferences(db::Session& db) : db_{db} {}

    std::vector<Preference> list(UserId user);
    /// One statement for all; pairs that are not offered are left out.
    void change(UserId user, std::vector<Preference> const& preferences);
    bool wants(UserId user, Topic topic, Channel channel);

private:
    db::Session& db_;
};

}  // namespace ssr::messages
