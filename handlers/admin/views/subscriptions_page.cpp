#include "admin/access_pages.h"
#include "admin/access_urls.h"
#include "admin/access_words.h"
#include "admin/subscriptions.tpl.h"
#include "admin/views/leaf_pager.h"
#include "domain/subscriptions/status.h"

namespace ssr::admin {

namespace {

using subscriptions::Status;

std::size_t shown_of(SubscriptionsPage const& page) {
    return std::min(page.lines.size(), std::size_t(page.wanted.size));
}

std::string used(subscriptions::RollLine const& line) {
    auto const times = std::to_string(line.used);
    return line.usage_limit ? times + " of " + std::to_string(*line.usage_limit) : times;
}

view::Table table_of(SubscriptionsPage const& page) {
    view::Table table{.caption = "Subscriptions",
                      .columns = {{.label = "Module", .is_lead = true},
                                  {.label = "Person"},
                                  {.label = "State"},
                                  {.label = "By"},
                                  {.label = "From"},
                                  {.label = "Till"},
                                  {.label = "Used", .kind = view::Column::Kind::number}}};
    for (std::size_t i = 0; i < shown_of(page); ++i) {
        auto const& line = page.lines[i];
        table.rows.push_back(
            {{.text = line.module_name, .href = urls::subscription(line.public_id)},
             {.text = name_or_none(line.user_name),
              .href = urls::user(line.user),
              .small = line.phone.empty() ? line.email : line.phone},
             {.pill = pill_of(line.status, line.expires_at, line.ends_at_period_end, page.now)},
             {.text = source_name(line.source)},
             {.text = display_date(line.started_at)},
             {.text = display_date(line.expires_at)},
             {.text = used(line)}});
    }
    return table;
}

std::string state_code(SubscriptionsPage const& page) {
    return page.wanted.status ? std::string{code(*page.wanted.status)} : std::string{};
}
std::string module_code(SubscriptionsPage const& page) {
    return page.wanted.module ? std::string{code(*page.wanted.module)} : std::string{};
}
std::string days_code(SubscriptionsPage const& page) {
    return page.wanted.ends_within_days ? std::to_string(*page.wanted.ends_within_days) : std::string{};
}

view::Filters filters_of(SubscriptionsPage const& page) {
    view::Field module{.name = "module",
                       .label = "Module",
                       .value = module_code(page),
                       .type = "select",
                       .options = {{"", "All modules"}}};
    for (auto const& offer : page.modules)
        module.options.push_back({std::string{code(offer.module)}, offer.name});
    view::Field state{.name = "state",
                      .label = "State",
                      .value = state_code(page),
                      .type = "select",
                      .options = {{"", "All states"},
                                  {"active", "Active"},
                                  {"trial", "Trial"},
                                  {"pending", "Payment awaited"},
                                  {"suspended", "Paused"},
                                  {"cancelled", "Cancelled"},
                                  {"expired", "Expired"}}};
    view::Field ends{
        .name = "ends",
        .label = "End",
        .value = days_code(page),
        .type = "select",
        .options = {{"", "Any end"}, {"7", "Ends within 7 days"}, {"30", "Ends within 30 days"}}};
    return {.action = std::string{urls::kSubscriptions},
            .search_label = "Mobile number, e-mail or name",
            .search_value = page.wanted.text,
            .selects = {std::move(module), std::move(state), std::move(ends)}};
}

view::Pager pager_of(SubscriptionsPage const& page) {
    auto const& wanted = page.wanted;
    auto const base = std::string{urls::kSubscriptions} + "?q=" + url_encoded(wanted.text) +
                      "&module=" + module_code(page) + "&state=" + state_code(page) +
                      "&ends=" + days_code(page) + "&page=";
    return leaf_pager(base, wanted.number, wanted.size, shown_of(page), page.lines.size() > shown_of(page));
}

bool is_filtered(subscriptions::RollFilter const& wanted) {
    return wanted.number > 1 || wanted.module || wanted.status || wanted.ends_within_days ||
           !wanted.text.empty();
}

view::Empty nothing(subscriptions::RollFilter const& wanted) {
    if (is_filtered(wanted))
        return {.title = "No subscription like that",
                .text = "Look for another person, module, state or end, or see all.",
                .action = view::Button{.label = "See all subscriptions",
                                       .href = std::string{urls::kSubscriptions}}};
    return {.title = "No subscriptions yet",
            .text = "Purchases and trials of all people stand here from the first one on."};
}

}  // namespace

std::string render(SubscriptionsPage const& page, view::Frame const& frame) {
    view::Document out{frame, "admin/subscriptions.tpl", "Subscriptions"};
    view::add(out.body(), ks_HEAD,
              view::PageHead{.title = "Subscriptions", .text = "Who has which module, and till when."});
    view::add(out.body(), ks_FILTERS, filters_of(page));
    if (page.lines.empty()) {
        view::add(out.body(), ks_TABLE, nothing(page.wanted));
        return out.html();
    }
    view::add(out.body(), ks_TABLE, table_of(page));
    view::add(out.body(), ks_PAGER, pager_of(page));
    return out.html();
}

}  // namespace ssr::admin
