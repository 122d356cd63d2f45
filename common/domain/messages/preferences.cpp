#include "domain/messages/preferences.h"

#include <algorithm>

namespace ssr::messages {

namespace {

constexpr std::array<std::string_view, 3> kCodes{"renewals", "support", "news"};

bool is_same(Preference const& a, Preference const& b) {
    return a.topic == b.topic && a.channel == b.channel;
}

}  // namespace

std::string_view code(Topic topic) { return kCodes[std::size_t(topic)]; }

std::vector<Preference> offered_preferences() {
    return {{Topic::renewals, Channel::email},
            {Topic::renewals, Channel::sms},
            {Topic::support, Channel::email},
            {Topic::news, Channel::email}};
}

std::vector<Preference> Preferences::list(UserId user) {
    auto preferences = offered_preferences();
    db_.each("SELECT topic, channel FROM notification_preferences WHERE user_id = :user AND NOT is_on",
             {{"user", user}}, [&](db::Row const& row) {
                 for (auto& each : preferences)
                     if (row.text("topic") == code(each.topic) && row.text("channel") == code(each.channel))
                         each.is_on = false;
             });
    return preferences;
}

void Preferences::change(UserId user, std::vector<Preference> const& preferences) {
    std::vector<std::string> topics, channels, switches;
    for (auto const& offered : offered_preferences())
        for (auto const& chosen : preferences) {
            if (!is_same(offered, chosen)) continue;
            topics.emplace_back(code(chosen.topic));
            channels.emplace_back(code(chosen.channel));
            switches.emplace_back(chosen.is_on ? "t" : "f");
        }
    db_.execute(R"(
        INSERT INTO notification_preferences (user_id, topic, channel, is_on)
        SELECT cast(:user AS bigint), topic, channel, cast(is_on AS boolean)
          FROM unnest(cast(:topics AS text[]), cast(:channels AS text[]), cast(:switches AS text[])) AS chosen (topic, channel, is_on)
        ON CONFLICT (user_id, topic, channel) DO UPDATE SET is_on = excluded.is_on)",
                {{"user", user},
                 {"topics", db::array_of(topics)},
                 {"channels", db::array_of(channels)},
                 {"switches", db::array_of(switches)}});
}

bool Preferences::wants(UserId user, Topic topic, Channel channel) {
    return db_.one(R"(
        SELECT NOT EXISTS (SELECT FROM notification_preferences
                            WHERE user_id = :user AND topic = :topic AND channel = :channel AND NOT is_on) AS yes)",
                   {{"user", user}, {"topic", code(topic)}, {"channel", code(channel)}},
                   [](db::Row const& row) { return row.flag("yes"); });
}

}  // namespace ssr::messages
