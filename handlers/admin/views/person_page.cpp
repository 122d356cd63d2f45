#include "admin/access_pages.h"
#include "admin/access_urls.h"
#include "admin/access_words.h"
#include "admin/day_fields.h"
#include "admin/person.tpl.h"
#include "values/gstin.h"
#include "view/include.h"
#include "view/list_pieces.h"

namespace ssr::admin {

namespace {

using subscriptions::Override;

std::string module_name(PersonPage const& page, Module module) {
    auto const* offer = catalog::find(page.modules, module);
    return offer ? offer->name : std::string{code(module)};
}

view::Table modules_of(PersonPage const& page) {
    view::Table table{
        .caption = "What the person may open now, and why",
        .columns = {{.label = "Module", .is_lead = true}, {.label = "Access"}, {.label = "Why"}}};
    for (auto const& access : page.access)
        table.rows.push_back({{.text = module_name(page, access.module)},
                              {.pill = pill_of(access, page.now)},
                              {.text = why(access, page.now)}});
    return table;
}

view::Cell paid_for(subscriptions::Stretch const& stretch) {
    if (!stretch.payment) return {.text = source_name(stretch.source)};
    return {.text = "Payment",
            .href = urls::payment(*stretch.payment),
            .small = stretch.price > Money{} ? stretch.price.display() : ""};
}

std::string used(subscriptions::Stretch const& stretch) {
    auto const times = std::to_string(stretch.used);
    return stretch.usage_limit ? times + " of " + std::to_string(*stretch.usage_limit) : times;
}

view::Table periods_of(PersonPage const& page) {
    view::Table table{.caption = "Subscriptions by period, newest first",
                      .columns = {{.label = "Module", .is_lead = true},
                                  {.label = "State"},
                                  {.label = "Period"},
                                  {.label = "By"},
                                  {.label = "Used", .kind = view::Column::Kind::number}}};
    for (auto const& stretch : page.history)
        table.rows.push_back(
            {{.text = stretch.module_name, .href = urls::subscription(stretch.subscription)},
             {.pill = pill_of(stretch.status, stretch.expires_at, stretch.ends_at_period_end, page.now)},
             {.text = display_date(stretch.starts_at) + " to " + display_date(stretch.ends_at)},
             paid_for(stretch),
             {.text = used(stretch)}});
    return table;
}

view::Pill override_pill(subscriptions::OverrideLine const& line, Instant now) {
    if (!line.is_running(now)) return {line.type == Override::grant ? "Was open" : "Was closed"};
    if (line.type == Override::grant) return {"Opened", view::Tone::info, "check-circle-fill"};
    return {"Closed", view::Tone::bad, "slash-circle"};
}

view::Cell till(subscriptions::OverrideLine const& line) {
    if (line.ended_at) return {.text = "Ended", .small = display_date(*line.ended_at)};
    if (line.valid_until) return {.text = "Till", .small = last_day(*line.valid_until)};
    return {.text = "Until ended"};
}

view::Table overrides_of(PersonPage const& page) {
    view::Table table{.caption = "What staff opened and closed by hand, newest first",
                      .columns = {{.label = "Module", .is_lead = true},
                                  {.label = "What"},
                                  {.label = "Till"},
                                  {.label = "Why"},
                                  {.label = "By"},
                                  {.kind = view::Column::Kind::actions}}};
    for (auto const& line : page.holder.overrides) {
        view::Cell end;
        if (line.is_running(page.now) && page.may_change)
            end.buttons.push_back({.label = "End",
                                   .href = urls::end_override(page.holder.public_id, line.public_id),
                                   .is_small = true});
        table.rows.push_back({{.text = module_name(page, line.module)},
                              {.pill = override_pill(line, page.now)},
                              till(line),
                              {.text = line.reason},
                              {.text = line.granted_by, .small = display_date(line.created_at)},
                              std::move(end)});
    }
    return table;
}

void fill_facts(view::Dictionary& out, subscriptions::Holder const& holder) {
    auto const fact = [&](std::string const& name, std::string const& value) {
        auto& line = view::section(out, kp_FACT);
        line.SetValue(kp_NAME, name);
        line.SetValue(kp_VALUE, value.empty() ? "Not given" : value);
    };
    fact("Mobile", holder.phone);
    fact("E-mail", holder.email);
    auto const state = State::parse(holder.state_code);
    fact("State", state ? holder.state_code + " " + std::string{state->name()} : "");
    fact("Company", holder.company_name);
    fact("GSTIN", holder.gstin);
    fact("Role", role_name(holder.role));
    fact("Member since", display_date(holder.created_at));
    fact("Last sign-in", holder.last_login_at ? display_time(*holder.last_login_at) : "Never");
    auto const& contact = holder.phone.empty() ? holder.email : holder.phone;
    if (!contact.empty()) view::section(out, kp_PAYMENTS).SetValue(kp_HREF, urls::found(contact));
}

struct FormWords {
    Override type;
    char const *id, *title, *what, *button;
    view::Look look;
};

constexpr FormWords kForms[] = {
    {Override::grant, "grant", "Open a module",
     "The person can open it at once, whatever was paid, till the last day or until it is ended. What was "
     "set by "
     "hand for the module before ends. We write to the person, without the reason.",
     "Open module", view::Look::primary},
    {Override::revoke, "revoke", "Close a module",
     "It closes on the person's next click, also where it was paid for; nothing is paid back. Saved papers "
     "stay. "
     "What was set by hand for the module before ends. We write to the person, without the reason.",
     "Close module", view::Look::danger},
};

std::vector<view::Field> fields_of(PersonPage const& page) {
    std::vector<view::Option> modules{{"", "Choose a module"}};
    for (auto const& offer : page.modules) modules.push_back({std::string{code(offer.module)}, offer.name});
    return {{.name = "module", .label = "Module", .type = "select", .options = std::move(modules)},
            {.name = "valid_until",
             .label = "Last day",
             .hint = "Empty: until it is ended",
             .autocomplete = "off",
             .placeholder = "31-12-2026",
             .max_length = 30,
             .is_optional = true},
            {.name = "reason",
             .label = "Reason",
             .hint = "Written to the audit log; the person does not see it",
             .type = "textarea",
             .max_length = 500}};
}

// Ids stand once on a page; those of the form that came back are the ones that the summary leads to.
void add_fields(view::Dictionary& form, PersonPage const& page, FormWords const& words) {
    auto const& back = page.came_back;
    bool const is_back = back && back->type == words.type;
    bool const has_plain_ids = back ? is_back : words.type == Override::grant;
    for (auto& field : fields_of(page)) {
        if (!has_plain_ids) field.id = std::string{words.id} + "-" + field.name;
        view::add(form, kp_FIELD, is_back ? view::filled(field, back->typed, back->errors) : field);
    }
}

void add_form(view::Dictionary& out, PersonPage const& page, FormWords const& words) {
    auto const& user = page.holder.public_id;
    auto& form = view::section(out, kp_FORM);
    form.SetValue(kp_ID, words.id);
    form.SetValue(kp_TITLE, words.title);
    form.SetValue(kp_WHAT, words.what);
    form.SetValue(kp_KEY, page.key + words.id);
    form.SetValue(kp_ACTION,
                  words.type == Override::grant ? urls::grant_access(user) : urls::revoke_access(user));
    add_fields(form, page, words);
    view::add(form, kp_BUTTON, view::Button{.label = words.button, .look = words.look});
}

std::string why_not(PersonPage const& page) {
    if (page.holder.has_left) return "The account is deleted: there is nothing left to open.";
    return "Nobody changes his own access, and only a superadministrator changes that of administrators.";
}

void add_forms(view::Dictionary& out, PersonPage const& page) {
    if (!page.may_change) {
        view::section(out, kp_UNCHANGEABLE).SetValue(kp_TEXT, why_not(page));
        return;
    }
    for (auto const& words : kForms)
        if (page.holder.is_active || words.type == Override::revoke) add_form(out, page, words);
}

void add_notes(view::Dictionary& out, PersonPage const& page) {
    if (page.refusal)
        view::add(
            out, kp_NOTE,
            view::Note{
                .tone = view::Tone::bad, .strong = page.refusal->title + ".", .text = page.refusal->detail});
    if (page.holder.is_active || page.holder.has_left) return;
    auto const& reason = page.holder.banned_reason;
    view::add(out, kp_NOTE,
              view::Note{.tone = view::Tone::warn,
                         .strong = "This account is closed.",
                         .text = (reason.empty() ? "" : "Reason: " + reason + ". ") +
                                 std::string{"Nothing can be opened to the person."}});
}

view::Empty nothing(std::string title, std::string text) {
    return {.title = std::move(title), .text = std::move(text)};
}

}  // namespace

std::string render(PersonPage const& page, view::Frame const& frame) {
    auto const name = name_or_none(page.holder.name);
    view::Document out{frame, "admin/person.tpl", name};
    if (page.came_back) out.show_errors(page.came_back->errors, {"module", "valid_until", "reason"});
    view::add(out.body(), kp_HEAD,
              view::PageHead{.title = name,
                             .text = "What this person may open, what was bought, and what we set by hand.",
                             .crumbs = {{"Users", std::string{urls::kUsers}}, {name, ""}}});
    add_notes(out.body(), page);
    view::add(out.body(), kp_MODULES, modules_of(page));
    if (page.history.empty())
        view::add(out.body(), kp_PERIODS,
                  nothing("No subscription yet", "Purchases and trials stand here from the first one on."));
    else
        view::add(out.body(), kp_PERIODS, periods_of(page));
    if (page.holder.overrides.empty())
        view::add(out.body(), kp_OVERRIDES,
                  nothing("Nothing by hand",
                          "What staff open or close to this person stands here with the reason."));
    else
        view::add(out.body(), kp_OVERRIDES, overrides_of(page));
    fill_facts(out.body(), page.holder);
    add_forms(out.body(), page);
    return out.html();
}

}  // namespace ssr::admin
