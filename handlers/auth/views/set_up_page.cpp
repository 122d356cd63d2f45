#include "auth/authenticator.tpl.h"
#include "auth/pages.h"
#include "auth/views/notes.h"
#include "view/form_pieces.h"
#include "view/include.h"

namespace ssr::auth {

namespace {

// "JBSW Y3DP EHPK 3PXP": as people copy it.
std::string in_fours(std::string const& key) {
    std::string text;
    for (std::size_t at = 0; at < key.size(); at += 4) text += (at > 0 ? " " : "") + key.substr(at, 4);
    return text;
}

void say(view::Dictionary& body, std::string const& title, std::string const& sentence) {
    body.SetValue(ka_TITLE, title);
    body.SetValue(ka_SENTENCE, sentence);
}

void show_key(view::Dictionary& body, SetUpPage const& page) {
    say(body, "Set up your authenticator",
        "Staff pages open with a code of an app on your phone. Scan the picture with it, then enter the code "
        "that it shows.");
    auto& offer = view::section(body, ka_OFFER);
    offer.SetValue(ka_KEY, in_fours(page.key));
    offer.SetValue(ka_NEXT, page.next);
    view::add(
        offer, ka_TOTP,
        view::OtpField{
            .name = "totp", .label = "Code that the app shows", .error = page.error, .has_focus = false});
}

void show_codes(view::Dictionary& body, SetUpPage const& page) {
    say(body, "Keep your recovery codes", "They let you in on the day when your phone is lost.");
    auto& codes = view::section(body, ka_CODES);
    codes.SetValue(ka_ONWARD, page.next);
    for (auto const& code : page.codes) view::section(codes, ka_RECOVERY).SetValue(ka_TEXT, code);
}

void show_state(view::Dictionary& body, SetUpPage const& page) {
    say(body, "Your authenticator",
        "It is set up. Staff pages ask for its code once a sign-in, and again before what cannot be taken "
        "back.");
    view::section(body, ka_STATE)
        .SetValue(ka_LEFT, page.codes_left == 0
                               ? std::string{"You have no recovery code left."}
                               : "Recovery codes left: " + std::to_string(page.codes_left) + " of 10.");
}

}  // namespace

std::string render(SetUpPage const& page, view::Frame const& frame) {
    view::Document out{frame.in(view::Area::bare), "auth/authenticator.tpl", "Authenticator"};
    if (!page.error.empty()) out.show_errors({{"totp", page.error}});
    add_refusal(out.body(), ka_NOTE, page.refusal);
    if (!page.codes.empty())
        show_codes(out.body(), page);
    else if (!page.key.empty())
        show_key(out.body(), page);
    else
        show_state(out.body(), page);
    return out.html();
}

}  // namespace ssr::auth
