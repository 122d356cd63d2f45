#include "domain/subscriptions/reminders.h"

#include "db/transaction.h"
#include "domain/messages/outbox.h"

namespace ssr::subscriptions {

namespace {

constexpr int kReminders[] = {1, 3, 7};  // days before the end

struct Ending {
    std::string public_id, module, name, email, phone;
    UserId user;
    bool is_to_go_on, is_trial;
    Instant starts_at, ends_at, open_till;
};

Ending to_ending(db::Row const& row) {
    return {.public_id = row.text("public_id"),
            .module = row.text("module"),
            .name = row.text("name"),
            .email = row.text_or_empty("email"),
            .phone = row.text_or_empty("phone"),
            .user = row.id<UserId>("user_id"),
            .is_to_go_on = row.flag("auto_renew"),
            .is_trial = row.text("status") == "trial",
            .starts_at = row.instant("started_at"),
            .ends_at = row.instant("expires_at"),
            .open_till = row.instant("open_till")};
}

std::string days(int count) { return count == 1 ? "1 day" : std::to_string(count) + " days"; }

messages::Message to_him(Ending const& ending, std::string const& what) {
    bool const has_mail = !ending.email.empty();
    return {.event_key = "ending:" + ending.public_id + ":" + to_iso(ending.ends_at) + ":" + what,
            .kind = "reminder",
            .channel = has_mail ? Channel::email : Channel::sms,
            .to = has_mail ? ending.email : ending.phone,
            .user = ending.user};
}

std::string what_to_do(Ending const& ending) {
    if (ending.is_trial) return "Subscribe to go on.";
    if (ending.is_to_go_on)
        return "You want it to go on: pay for the next period under My subscription. Nothing is charged by "
               "itself.";
    return "Renew it to go on; nothing is lost of the days left.";
}

messages::Message reminder(Ending const& ending, int days_left) {
    auto message = to_him(ending, std::to_string(days_left));
    auto const kind = ending.is_trial ? "Your trial of " : "Your subscription to ";
    message.subject = ending.module + " ends in " + days(days_left);
    message.text = "SSR Estimation: " + std::string{kind} + ending.module + " ends on " +
                   display_date(ending.ends_at) + ", in " + days(days_left) + ". " + what_to_do(ending);
    return message;
}

messages::Message in_grace(Ending const& ending) {
    auto message = to_him(ending, "grace");
    message.subject = ending.module + " has ended: open till " + display_date(ending.open_till);
    message.text = "SSR Estimation: Your subscription to " + ending.module + " ended on " +
                   display_date(ending.ends_at) + ". It stays open till " + display_date(ending.open_till) +
                   "; renew it to go on.";
    return message;
}

}  // namespace

std::optional<int> reminder_due(Instant starts_at, Instant ends_at, Instant now) {
    if (now >= ends_at) return std::nullopt;
    for (auto const before : kReminders) {
        auto const due = ends_at - std::chrono::days{before};
        if (now >= due) return due > starts_at ? std::optional{before} : std::nullopt;
    }
    return std::nullopt;
}

int remind(db::Session& db, Clock const& clock, std::string const& secret_key) {
    db::Transaction transaction{db};
    auto const now = clock.now();
    auto const endings = db.list(R"(
        SELECT s.public_id, m.name AS module, u.id AS user_id, u.name, u.email, u.phone, s.auto_renew, s.status, s.started_at,
               s.expires_at, s.expires_at + make_interval(days => m.grace_days) AS open_till
          FROM subscriptions s JOIN modules m ON m.id = s.module_id JOIN users u ON u.id = s.user_id
         WHERE s.status IN ('trial', 'active') AND NOT s.cancel_at_period_end AND u.is_active
           AND s.expires_at <= cast(:now AS timestamptz) + interval '7 days'
           AND s.expires_at + make_interval(days => CASE s.status WHEN 'active' THEN m.grace_days ELSE 0 END) > :now
           AND NOT EXISTS (SELECT FROM mandates d
                            WHERE d.subscription_id = s.id
                              AND (d.status IN ('authenticated', 'active') OR d.status = 'pending' AND s.expires_at > :now))
         ORDER BY s.id
    )",
                                 {{"now", now}}, to_ending);
    messages::Outbox outbox{db, clock, secret_key};
    int sent = 0;
    for (auto const& ending : endings) {
        if (ending.email.empty() && ending.phone.empty()) continue;
        if (ending.ends_at <= now)
            sent += outbox.send(in_grace(ending));
        else if (auto const left = reminder_due(ending.starts_at, ending.ends_at, now))
            sent += outbox.send(reminder(ending, *left));
    }
    transaction.commit();
    return sent;
}

}  // namespace ssr::subscriptions
