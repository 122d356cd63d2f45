#include "auth/change_contact.tpl.h"
#include "auth/pages.h"
#include "auth/urls.h"
#include "auth/views/notes.h"
#include "auth/words.h"
#include "view/figure_pieces.h"
#include "view/form_pieces.h"
#include "view/include.h"

namespace ssr::auth {

namespace {

bool is_phone(ContactPage const& page) { return page.channel == Channel::sms; }

std::string noun(ContactPage const& page) { return is_phone(page) ? "number" : "address"; }

std::string title(ContactPage const& page) {
    auto const what = std::string{is_phone(page) ? "mobile number" : "e-mail"};
    return (page.present.empty() ? "Add " : "Change ") + what;
}

std::size_t step_of(ContactPage const& page) { return !page.step ? 0u : page.step->is_new_one ? 2u : 1u; }

view::Field contact_field(ContactPage const& page) {
    view::Field field{
        .name = std::string{field_of(page.channel)},
        .label = is_phone(page) ? "New mobile number" : "New e-mail",
        .hint = is_phone(page) ? "10 digits, for example 98480 12345" : "For example name@example.in",
        .type = is_phone(page) ? "tel" : "email",
        .autocomplete = is_phone(page) ? "tel" : "email",
        .has_focus = true};
    return view::filled(field, page.typed, page.errors);
}

void ask_for_contact(view::Dictionary& body, ContactPage const& page) {
    auto& ask = view::section(body, kcc_ASK);
    ask.SetValue(kcc_PROVING, readable(page.proving));
    view::add(ask, kcc_CONTACT, contact_field(page));
}

void ask_for_code(view::Dictionary& body, ContactPage const& page) {
    auto const& [is_new_one, to, pending] = *page.step;
    auto& code = view::section(body, kcc_CODE);
    code.SetValue(kcc_SENT_TO, readable(pending.challenge.to));
    if (pending.locked_for.count() > 0) return;
    if (!pending.is_expired) {
        auto& open = view::section(code, kcc_OPEN);
        open.SetValue(kcc_LABEL, is_new_one ? "Change " + noun(page) : "Go on");
        auto const error = page.errors.find("otp");
        view::add(open, kcc_OTP, view::OtpField{.error = error == page.errors.end() ? "" : error->second});
    }
    add_send_again(code, kcc_AGAIN, {page.address, true, pending.is_expired, page.timing});
}

}  // namespace

std::string render(ContactPage const& page, view::Frame const& frame) {
    view::Document out{frame, "auth/change_contact.tpl", title(page)};
    auto& body = out.body();
    body.SetValue(kcc_ACTION, page.address);
    body.SetValue(kcc_NOUN, noun(page));
    view::add(body, kcc_HEAD,
              view::PageHead{.title = title(page),
                             .crumbs = {{"Profile", std::string{urls::kProfile}}, {title(page), ""}}});
    view::add(
        body, kcc_STEPS,
        view::Steps{
            "Steps", {"New " + noun(page), "Code to the present one", "Code to the new one"}, step_of(page)});
    out.show_errors(page.errors);
    add_refusal(body, kcc_NOTE, page.refusal);
    if (page.step && page.step->pending.is_expired)
        view::add(body, kcc_NOTE,
                  view::Note{.tone = view::Tone::warn,
                             .strong = "That code has expired.",
                             .text = "Send a new one and enter it here."});
    if (page.step)
        ask_for_code(body, page);
    else
        ask_for_contact(body, page);
    return out.html();
}

}  // namespace ssr::auth
