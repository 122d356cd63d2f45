#include "dev/views/components_page.h"

#include <ctemplate/template.h>

#include "dev/components.tpl.h"
#include "dev/views/components_samples.h"
#include "view/figure_pieces.h"
#include "view/form_pieces.h"

namespace ssr::dev {
namespace {

using view::Button, view::Look, view::Tone;

void add_buttons(view::Dictionary& out, std::string const& theme) {
    view::add(out, kc_BUTTON, Button{.label = "Save estimate", .look = Look::primary});
    view::add(out, kc_BUTTON, Button{.label = "Save copy"});
    view::add(out, kc_BUTTON, Button{.label = "Do it later", .look = Look::ghost});
    view::add(out, kc_BUTTON, Button{.label = "Delete work", .look = Look::danger});
    view::add(out, kc_BUTTON, Button{.label = "Remove", .look = Look::danger_quiet, .icon = "trash"});
    view::add(out, kc_BUTTON, Button{.label = "Not allowed", .look = Look::primary, .is_disabled = true});
    view::add(out, kc_SIZED_BUTTON, Button{.label = "Large", .look = Look::primary, .is_large = true});
    view::add(out, kc_SIZED_BUTTON, Button{.label = "Small", .look = Look::primary, .is_small = true});
    view::add(out, kc_SIZED_BUTTON,
              view::PostButton{.button = {.label = "Sign out everywhere", .icon = "box-arrow-right"},
                               .action = "/accounts/logout-all/",
                               .fields = {{"sure", "1"}}});
    view::add(out, kc_SEGMENT,
              view::Segment{.name = "area-" + theme,
                            .legend = "Area",
                            .options = {{"municipal", "Municipal"}, {"outside", "Outside", "0.5 % less"}},
                            .chosen = "municipal"});
    view::add(out, kc_LINK_SEGMENT,
              view::Segment{.legend = "Parts of the " + theme + " sample",
                            .options = {{"/_dev/components/", "Pieces"}, {"/_dev/outbox/", "Outbox"}},
                            .chosen = "/_dev/components/",
                            .links = true});
}

void add_states(view::Dictionary& out) {
    view::add(out, kc_PILL, view::Pill{"Paid", Tone::ok, "check-circle-fill"});
    view::add(out, kc_PILL, view::Pill{"Pending", Tone::warn, "clock-fill"});
    view::add(out, kc_PILL, view::Pill{"Failed", Tone::bad, "x-circle-fill"});
    view::add(out, kc_PILL, view::Pill{"Refunded", Tone::info, "arrow-counterclockwise"});
    view::add(out, kc_PILL, view::Pill{"Bill 2", Tone::brand});
    view::add(out, kc_PILL, view::Pill{"Draft", Tone::line});
    view::add(out, kc_PILL, view::Pill{"Not subscribed", Tone::plain, "lock-fill"});
    using State = view::Paper::State;
    view::add(out, kc_CHAIN,
              view::Chain{{{{"E", "estimate", "/estimate/"}},
                           {{"W1", "workslip 1", "/workslip/"}},
                           {{"B1", "bill 1", "/bill/"},
                            {"B2", "bill 2", "/bill/", State::open},
                            {"B3", "bill 3", "", State::next}}}});
}

void add_open_modules(view::Dictionary& out) {
    using State = view::ModuleCard::State;
    auto const open = Button{.label = "Open", .href = "/estimate/", .look = Look::primary};
    view::add(out, kc_MODULE,
              view::ModuleCard{.state = State::active,
                               .name = "Estimate",
                               .text = "Priced estimate, datas and letters from the rate book.",
                               .icon = "calculator",
                               .foot = "Till 14-03-2027",
                               .meter = "38 estimates this year",
                               .meter_end = "No limit",
                               .action = open});
    view::add(out, kc_MODULE,
              view::ModuleCard{.state = State::trial,
                               .name = "Workslip",
                               .text = "Executed quantities, more and less, supplemental items.",
                               .icon = "arrow-left-right",
                               .foot = "Buy now",
                               .foot_href = "/pricing/",
                               .meter = "5 days of trial left",
                               .meter_end = "9 of 14",
                               .used = 9,
                               .limit = 14,
                               .action = open});
}

void add_closed_modules(view::Dictionary& out) {
    using State = view::ModuleCard::State;
    view::add(
        out, kc_MODULE,
        view::ModuleCard{.state = State::expired,
                         .name = "Bill",
                         .text = "Part and final bills with L.S. forms and covering letter.",
                         .icon = "receipt",
                         .foot = "Ended 18-11-2026",
                         .warning = "Saved bills open and print. New bills need renewal.",
                         .action = Button{.label = "Renew", .href = "/pricing/", .look = Look::primary}});
    view::add(out, kc_MODULE,
              view::ModuleCard{.state = State::locked,
                               .name = "Self-formatted",
                               .text = "Your own Word and Excel forms, filled from saved works.",
                               .icon = "file-earmark-text",
                               .foot = "₹ 1,200 a year",
                               .action = Button{.label = "Subscribe", .href = "/pricing/"}});
    view::add(out, kc_MODULE,
              view::ModuleCard{.state = State::disabled,
                               .name = "Temporary works",
                               .text = "Day-rate estimates for lighting and events.",
                               .icon = "lightning-charge",
                               .foot = "Back after the rate book is checked."});
    view::add(out, kc_MODULE,
              view::ModuleCard{.state = State::offer,
                               .name = "All four modules",
                               .text = "One payment, one date. You save ₹ 1,440 against buying each.",
                               .icon = "stack",
                               .foot = "₹ 5,760 a year",
                               .action = Button{.label = "See the set", .href = "/pricing/"}});
}

void add_figures(view::Dictionary& out) {
    view::add(out, kc_TILES,
              view::Tiles{{{"Active users", "1,284", "in 30 days", "6.2 %"},
                           {"Revenue", "₹ 1,12,480", "without GST"},
                           {"Failed", "3.1 %", "points", "0.8", true, false}}});
    using Kind = view::TotalRow::Kind;
    view::add(out, kc_TOTALS,
              view::Totals{.rows = {{"ECV", "1,70,327.25", Kind::sum},
                                    {"GST 18 %", "31,302.74"},
                                    {"L.S. unforeseen", "4,793.14", Kind::balance},
                                    {"Excess over sanction", "−1,299.66", Kind::negative_balance},
                                    {"Grand total", "2,10,000.00", Kind::grand}},
                           .words = "Rupees Two Lakh Ten Thousand Only",
                           .has_scale = true});
    view::add(out, kc_STEPS,
              view::Steps{"Steps of publishing", {"Upload", "Dry run", "Compare", "Publish"}, 1});
    using State = view::TimelineEntry::State;
    view::add(out, kc_TIMELINE,
              view::Timeline{{{"Estimate sanctioned", "02-06-2026"},
                              {"Workslip 1 submitted", "18-08-2026", State::now},
                              {"Final bill", "", State::awaited}}});
}

void add_messages(view::Dictionary& out, std::string const& theme) {
    view::add(out, kc_NOTE, view::Note{Tone::ok, "Saved.", "Version 18 of the estimate."});
    view::add(out, kc_NOTE,
              view::Note{Tone::info, "", "Rates of version 2 are used.", "See version 3", "/datas/"});
    view::add(out, kc_NOTE,
              view::Note{Tone::warn, "Expenditure exceeds the sanctioned amount by ₹ 1,299.66.",
                         "A revised sanction is needed."});
    view::add(out, kc_NOTE,
              view::Note{Tone::bad, "Not saved.", "The connection was lost. We try again every 5 seconds."});
    view::add(out, kc_OPEN, Button{.label = "Open a modal", .opens = "refund-" + theme});
    view::add(
        out, kc_EMPTY,
        view::Empty{
            "No works in this folder", "Start with an estimate. Workslips and bills are made from it.",
            Button{.label = "New estimate", .href = "/estimate/", .look = Look::primary, .icon = "plus-lg"}});
    view::add(out, kc_SKELETON, view::Skeleton{});
    view::add(out, kc_JOB,
              view::Job{.title = "Making Excel file",
                        .text = "Writing the abstract",
                        .done = 64,
                        .total = 100,
                        .stop = view::PostButton{.button = {.label = "Stop", .is_small = true},
                                                 .action = "/_dev/components/"}});
    view::add(out, kc_CARD,
              view::Card{.title = "A card",
                         .text = "One subject",
                         .link = "More",
                         .link_href = "/_dev/components/",
                         .content = "dev/components_card.tpl",
                         .id = "card-" + theme});
}

void add_theme(view::Dictionary& body, std::string const& theme, std::string const& title) {
    auto& out = *body.AddSectionDictionary(kc_THEME);
    out.SetValue(kc_NAME, theme);
    out.SetValue(kc_TITLE, title);
    add_buttons(out, theme);
    add_states(out);
    add_open_modules(out);
    add_closed_modules(out);
    add_figures(out);
    add_form_samples(out, theme);
    add_messages(out, theme);
    add_list_samples(out);
    add_modal_sample(out, theme);
}

}  // namespace

std::string render(ComponentsPage const&, view::Frame const& frame) {
    view::Document out{frame, "dev/components.tpl", "Components"};
    view::add(out.body(), kc_HEAD,
              view::PageHead{
                  .title = "Components",
                  .text = "Every shared piece in both themes. Pages are composed of these and nothing else.",
                  .crumbs = {{"Dashboard", "/dashboard/"}, {"Components"}},
                  .actions = {{.label = "Outbox", .href = "/_dev/outbox/"}}});
    add_theme(out.body(), "light", "Light");
    add_theme(out.body(), "dark", "Dark");
    return out.html();
}

}  // namespace ssr::dev
