#include "dev/views/components_samples.h"

#include <ctemplate/template.h>

#include "dev/components.tpl.h"
#include "dev/components_modal.tpl.h"
#include "view/list_pieces.h"

namespace ssr::dev {
namespace {

using view::Tone;

void add_fields(view::Dictionary& out, std::string const& theme) {
    auto const add_field = [&](view::Field field) {
        field.name += "-" + theme;
        view::add(out, kc_FIELD, field);
    };
    add_field({.name = "work",
               .label = "Name of work",
               .hint = "As it should print",
               .value = "Repairs to wiring"});
    add_field({.name = "quantity",
               .label = "Quantity in Nos",
               .value = "12.3456",
               .error = "Enter a quantity between 0.001 and 9,99,99,999 with at most 3 decimals.",
               .inputmode = "decimal"});
    add_field({.name = "unit",
               .label = "Unit",
               .value = "Mtrs",
               .type = "select",
               .options = {{"Nos", "Nos"}, {"Mtrs", "Mtrs"}}});
    add_field({.name = "grand", .label = "Grand total", .value = "2,10,000.00", .type = "money"});
    add_field(
        {.name = "mobile", .label = "Mobile number", .type = "tel", .prefix = "+91", .is_optional = true});
    add_field(
        {.name = "coupon", .label = "Coupon", .value = "RAB10", .note = "10 % off, valid till 31-12-2026"});
    add_field({.name = "book", .label = "Rate book", .value = "Electrical SSR 2025-26", .is_disabled = true});
    add_field({.name = "area", .label = "Municipal area", .value = "1", .type = "checkbox"});
    add_field({.name = "remind", .label = "Send reminders", .value = "1", .type = "switch"});
    add_field({.name = "reason",
               .label = "Reason",
               .hint = "It prints on the letter",
               .type = "textarea",
               .spans_all = true});
}

void add_code_choice_and_file(view::Dictionary& out, std::string const& theme) {
    view::add(out, kc_OTP,
              view::OtpField{.name = "otp-" + theme,
                             .error = "That code is not correct. You have 3 tries left.",
                             .has_focus = false});
    view::add(out, kc_CHOICE,
              view::Choice{.name = "kind-" + theme,
                           .legend = "Kind of work",
                           .options = {{"original", "Original work", "Overhead 13.615 %"},
                                       {"repair", "Repair work", "Overhead 10.615 %"}},
                           .chosen = "original"});
    view::add(out, kc_DROP,
              view::Field{.name = "file-" + theme,
                          .label = "Template",
                          .hint = ".docx or .xlsx, up to 10 MB",
                          .type = "file",
                          .accept = ".docx,.xlsx"});
}

view::Cell text(std::string words) { return {.text = std::move(words)}; }

}  // namespace

void add_form_samples(view::Dictionary& out, std::string const& theme) {
    add_fields(out, theme);
    add_code_choice_and_file(out, theme);
}

void add_list_samples(view::Dictionary& out) {
    using Kind = view::Column::Kind;
    view::add(out, kc_FILTERS,
              view::Filters{.action = "/_dev/components/",
                            .search_label = "Find a code or an item",
                            .selects = {{.name = "status",
                                         .label = "State",
                                         .value = "new",
                                         .options = {{"", "All states"}, {"new", "New"}}}},
                            .chips = {{"New", "/_dev/components/"}},
                            .clear_href = "/_dev/components/"});
    view::add(out, kc_TABLE,
              view::Table{.caption = "Changed rates",
                          .columns = {{.label = "Code", .kind = Kind::code, .is_off_phone = true},
                                      {.label = "Item",
                                       .is_lead = true,
                                       .sort_href = "/_dev/components/?sort=item",
                                       .sorted = view::Column::Sorted::up},
                                      {.label = "State"},
                                      {.label = "Rate", .kind = Kind::number},
                                      {.kind = Kind::actions}},
                          .rows = {{text("ELE-017"),
                                    {.text = "Ceiling Fans", .href = "/datas/", .small = "1200 mm sweep"},
                                    {.pill = view::Pill{"Paid", Tone::ok, "check-circle-fill"}},
                                    text("3,637.00"),
                                    {.buttons = {{.label = "Open", .href = "/datas/", .is_small = true}}}},
                                   {text("ELE-044"),
                                    text("GI Pipe Earthing, old type"),
                                    {.pill = view::Pill{"Removed", Tone::bad}},
                                    {},
                                    {}}},
                          .foot = {text("Total"), {}, {}, text("3,637.00"), {}}});
    view::add(out, kc_PAGER, view::numbered_pager("/_dev/components/?page=", 3, 12, "51 to 75 of 300"));
}

void add_modal_sample(view::Dictionary& out, std::string const& theme) {
    auto& modal = view::add(out, kc_MODAL,
                            view::Modal{.id = "refund-" + theme,
                                        .title = "Refund ₹ 6,796.80",
                                        .text = "P. Lakshmi Devi, ORD-26-004416",
                                        .content = "dev/components_modal.tpl"});
    view::add(modal, kcm_KIND,
              view::Choice{.name = "refund-kind-" + theme,
                           .legend = "How much",
                           .options = {{"full", "Full", "₹ 6,796.80"}, {"part", "Part", "Enter amount"}},
                           .chosen = "full",
                           .shows_legend = false});
    view::add(modal, kcm_REASON,
              view::Field{.name = "refund-reason-" + theme,
                          .label = "Reason",
                          .type = "select",
                          .options = {{"twice", "Paid twice"}, {"wrong", "Wrong module"}}});
    view::add(
        modal, kcm_WARNING,
        view::Note{Tone::warn, "", "Credit note SE/CN/26-27/000012 will be made. This cannot be undone."});
}

}  // namespace ssr::dev
