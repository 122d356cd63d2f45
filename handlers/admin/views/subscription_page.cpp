#include "admin/access_pages.h"
#include "admin/access_urls.h"
#include "admin/access_words.h"
#include "admin/subscription.tpl.h"
#include "view/form_pieces.h"
#include "view/include.h"

namespace ssr::admin {

namespace {

using subscriptions::RollLine, subscriptions::Status;

std::string used(RollLine const& line) {
    auto const times = std::to_string(line.used);
    return line.usage_limit ? times + " of " + std::to_string(*line.usage_limit) : times + ", no limit";
}

void fill_facts(view::Dictionary& out, SubscriptionPage const& page) {
    auto const& line = page.line;
    view::add(out, ks_STATE, pill_of(line.status, line.expires_at, line.ends_at_period_end, page.now));
    out.SetValue(ks_PERSON_HREF, urls::user(line.user));
    out.SetValue(ks_PERSON, name_or_none(line.user_name));
    out.SetValue(ks_SOURCE, source_name(line.source));
    out.SetValue(ks_FROM, display_date(line.started_at));
    out.SetValue(ks_TILL, display_time(line.expires_at));
    out.SetValue(ks_USED, used(line));
    out.SetValue(ks_RENEWAL, auto_renew(page.mandate));
    if (line.suspended_at) view::section(out, ks_PAUSED).SetValue(ks_SINCE, display_time(*line.suspended_at));
}

bool is_running(SubscriptionPage const& page) {
    auto const& line = page.line;
    return (line.status == Status::active || line.status == Status::trial) && line.expires_at > page.now;
}

bool is_paused_by_us(RollLine const& line) { return line.status == Status::suspended && !line.is_frozen; }

struct FormWords {
    std::string title, what, action;
    view::Button button;
};

FormWords words_of(RollLine const& line) {
    auto const& name = line.module_name;
    if (is_paused_by_us(line))
        return {.title = "Let it go on",
                .what = name +
                        " opens at once. The time since the pause is added at its end, and what was paid "
                        "ahead moves along. We write to the person, without the reason.",
                .action = urls::resume(line.public_id),
                .button = {.label = "Let " + name + " go on", .look = view::Look::primary}};
    return {.title = "Pause it",
            .what = name +
                    " closes on the person's next click. The closed time is added at its end when it goes "
                    "on. Saved papers stay. We write to the person, without the reason.",
            .action = urls::suspend(line.public_id),
            .button = {.label = "Pause " + name, .look = view::Look::danger}};
}

void add_form(view::Dictionary& out, SubscriptionPage const& page) {
    auto const words = words_of(page.line);
    auto& form = view::section(out, ks_FORM);
    form.SetValue(ks_TITLE, words.title);
    form.SetValue(ks_WHAT, words.what);
    form.SetValue(ks_ACTION, words.action);
    view::add(form, ks_FIELD,
              view::filled({.name = "reason",
                            .label = "Reason",
                            .hint = "Written to the audit log; the person does not see it",
                            .type = "textarea",
                            .max_length = 500},
                           page.typed, page.errors));
    view::add(form, ks_BUTTON, words.button);
}

std::string why_nothing(RollLine const& line) {
    if (line.is_frozen)
        return "It is paused because its payment is in dispute at the bank. It goes on by itself where the "
               "dispute "
               "is won.";
    return "It has ended. A new purchase begins a new one.";
}

}  // namespace

std::string render(SubscriptionPage const& page, view::Frame const& frame) {
    auto const& line = page.line;
    auto const name = name_or_none(line.user_name);
    view::Document out{frame, "admin/subscription.tpl", line.module_name + " of " + name};
    out.show_errors(page.errors, {"reason"});
    view::add(out.body(), ks_HEAD,
              view::PageHead{
                  .title = line.module_name + " of " + name,
                  .crumbs = {{"Subscriptions", std::string{urls::kSubscriptions}}, {line.module_name, ""}}});
    if (page.refusal)
        view::add(
            out.body(), ks_NOTE,
            view::Note{
                .tone = view::Tone::bad, .strong = page.refusal->title + ".", .text = page.refusal->detail});
    fill_facts(out.body(), page);
    if (is_running(page) || is_paused_by_us(line))
        add_form(out.body(), page);
    else
        view::section(out.body(), ks_NOTHING).SetValue(ks_TEXT, why_nothing(line));
    return out.html();
}

}  // namespace ssr::admin
