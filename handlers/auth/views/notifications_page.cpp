#include "auth/notifications.tpl.h"
#include "auth/pages.h"
#include "auth/urls.h"
#include "view/include.h"
#include "view/pieces.h"

namespace ssr::auth {

namespace {

using messages::Topic;

struct Line {
    std::optional<Topic> topic;  // none: cannot be switched off
    char const *label, *text;
};

constexpr std::array kLines{
    Line{std::nullopt, "Security", "Codes, new devices, changes of contacts. Cannot be switched off."},
    Line{std::nullopt, "Payments and invoices", "Receipts, refunds, credit notes. Cannot be switched off."},
    Line{Topic::renewals, "Renewals", "7, 3 and 1 days before a module ends"},
    Line{Topic::support, "Support", "Answers to your tickets"},
    Line{Topic::news, "News", "New rate books, changes of the product"},
};

view::Dictionary& add_way(view::Dictionary& line, Channel channel) {
    auto& way = view::section(line, kn_WAY);
    way.SetValue(kn_WAY_NAME, channel == Channel::sms ? "SMS" : "E-mail");
    return way;
}

void fill_way(view::Dictionary& out, Line const& line, Channel channel, NotificationsPage const& page) {
    auto& way = add_way(out, channel);
    if (!line.topic) {
        way.ShowSection(kn_ALWAYS);
        return;
    }
    for (auto const& each : page.preferences) {
        if (each.topic != *line.topic || each.channel != channel) continue;
        auto& choice = view::section(way, kn_CHOICE);
        choice.SetValue(kn_NAME, field_of(each));
        choice.SetValue(kn_FULL_NAME,
                        std::string{line.label} + (channel == Channel::sms ? " by SMS" : " by e-mail"));
        view::show_if(each.is_on, choice, kn_ON);
        return;
    }
    way.ShowSection(kn_NEVER);
}

}  // namespace

std::string render(NotificationsPage const& page, view::Frame const& frame) {
    view::Document out{frame, "auth/notifications.tpl", "Notifications"};
    view::add(out.body(), kn_HEAD,
              view::PageHead{.title = "Notifications",
                             .text = "What we write to you about, and how.",
                             .crumbs = {{"Settings", std::string{urls::kSettings}}, {"Notifications", ""}}});
    for (auto const& line : kLines) {
        auto& topic = view::section(out.body(), kn_TOPIC);
        topic.SetValue(kn_LABEL, line.label);
        topic.SetValue(kn_TEXT, line.text);
        for (auto const channel : {Channel::email, Channel::sms}) fill_way(topic, line, channel, page);
    }
    return out.html();
}

}  // namespace ssr::auth
