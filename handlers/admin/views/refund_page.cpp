#include "admin/money_pages.h"
#include "admin/money_urls.h"
#include "admin/money_words.h"
#include "admin/refund.tpl.h"
#include "domain/billing/refunds.h"
#include "view/form_pieces.h"
#include "view/include.h"

namespace ssr::admin {

namespace {

using billing::RefundRefused;

std::string typed(RefundPage const& page, std::string_view name, std::string otherwise = {}) {
    auto const found = page.typed.find(name);
    return found == page.typed.end() ? otherwise : found->second;
}

view::Choice choice_of(RefundPage const& page) {
    auto const& payment = page.payment;
    auto const left = payment.total - payment.refunded;
    bool const is_whole = payment.refunded == Money{};
    return {.name = "how",
            .legend = "How much",
            .options = {{.value = "full",
                         .label = is_whole ? "All of it" : "All that is left",
                         .reason = left.display()},
                        {.value = "part", .label = "A part", .reason = "Enter the amount"}},
            .chosen = typed(page, "how", "full")};
}

std::vector<view::Field> fields_of() {
    std::vector<view::Option> reasons;
    for (auto const reason : kRefundReasons) reasons.push_back({std::string{reason}, std::string{reason}});
    return {{.name = "amount",
             .label = "Amount of a part",
             .hint = "In rupees; empty where all goes back",
             .type = "money",
             .is_optional = true},
            {.name = "reason",
             .label = "Reason",
             .hint = "For our records; the customer does not see it",
             .type = "select",
             .options = std::move(reasons)},
            {.name = "words",
             .label = "More about it",
             .max_length = 200,
             .is_optional = true,
             .spans_all = true},
            {.name = "ends_access",
             .label = "Close what it bought when the money has gone back",
             .hint = "Take the tick away where the customer keeps the module, as mostly with a part",
             .value = "1",
             .type = "checkbox",
             .spans_all = true}};
}

void add_form(view::Dictionary& body, RefundPage const& page) {
    auto const& payment = page.payment;
    auto const left = payment.total - payment.refunded;
    auto& form = view::section(body, kr_FORM);
    form.SetValue(kr_ACTION, urls::refund(payment.public_id));
    form.SetValue(kr_BACK, urls::payment(payment.public_id));
    form.SetValue(kr_KEY, page.key);
    form.SetValue(kr_LEFT, std::to_string(left.paise()));
    view::add(form, kr_CHOICE, choice_of(page));
    view::Errors const errors = page.refusal ? page.refusal->errors : view::Errors{};
    for (auto field : fields_of()) {
        // A form that came back without the tick was sent without it.
        if (field.name == "ends_access" && !page.typed.empty()) field.value.clear();
        view::add(form, kr_FIELD, view::filled(std::move(field), page.typed, errors));
    }
    view::add(
        form, kr_WARNING,
        view::Note{.tone = view::Tone::warn,
                   .text = "Credit note " + page.next_note +
                           " will be made, or the number after it where another refund comes first. This "
                           "cannot be undone."});
}

view::Note why_not(RefundPage const& page, RefundRefused bar) {
    if (bar == RefundRefused::more_than_left)
        return {.strong = "All of it goes back already.",
                .text = "Nothing is left of " + page.payment.total.display() + "."};
    auto const refusal = explain(bar, "amount");
    return {.tone = view::Tone::warn, .strong = refusal.title + ".", .text = refusal.detail};
}

}  // namespace

std::string render(RefundPage const& page, view::Frame const& frame) {
    auto const& payment = page.payment;
    view::Document out{frame, "admin/refund.tpl", "Refund " + payment.order_number};
    auto& body = out.body();
    view::add(body, kr_HEAD,
              view::PageHead{.title = "Refund " + payment.order_number,
                             .text = payment.bill_to.name + ", " + payment.total.display() + " paid" +
                                     (payment.refunded > Money{}
                                          ? ", " + payment.refunded.display() + " given back or on its way"
                                          : ""),
                             .crumbs = {{"Payments", std::string{urls::kPayments}},
                                        {payment.order_number, urls::payment(payment.public_id)},
                                        {"Refund", ""}}});
    if (auto const bar = billing::bar_to_refund(payment, page.now)) {
        view::add(body, kr_NOTE, why_not(page, *bar));
        return out.html();
    }
    if (page.refusal && page.refusal->errors.empty())
        view::add(body, kr_NOTE,
                  view::Note{view::Tone::bad, page.refusal->title + ".", page.refusal->detail});
    if (page.refusal) out.show_errors(page.refusal->errors, {"amount", "reason", "words"});
    add_form(body, page);
    return out.html();
}

}  // namespace ssr::admin
