#include "auth/pages.h"
#include "auth/urls.h"
#include "auth/verify_otp.tpl.h"
#include "auth/views/notes.h"
#include "view/form_pieces.h"
#include "view/include.h"

namespace ssr::auth {

std::string render(VerificationPage const& page, view::Frame const& frame) {
    view::Document out{frame.in(view::Area::bare), "auth/verify_otp.tpl", "Enter the code"};
    auto& body = out.body();
    auto const& challenge = page.pending.challenge;
    bool const is_sms = challenge.to.channel() == Channel::sms;
    bool const is_locked = page.pending.locked_for.count() > 0;
    body.SetValue(kvo_CARRIER, is_sms ? "SMS" : "e-mail");
    body.SetValue(kvo_SENT_TO, readable(challenge.to));
    body.SetValue(kvo_CHANGE, is_sms ? "Change number" : "Change address");
    if (page.was_sent_again && !page.pending.is_expired)
        view::add(body, kvo_NOTE,
                  view::Note{.tone = view::Tone::ok,
                             .text = "A new code is on its way. The last one is no longer good."});
    if (page.pending.is_undelivered)
        view::add(body, kvo_NOTE,
                  view::Note{.tone = view::Tone::warn,
                             .strong = is_sms ? "The text could not be sent." : "The mail could not be sent.",
                             .text = "Your other contact works as well.",
                             .link = is_sms ? "Sign in by e-mail" : "Sign in by mobile number",
                             .link_href = std::string{urls::kLogin}});
    add_refusal(body, kvo_LOCK, page.refusal);
    if (is_locked) return out.html();
    if (page.pending.is_expired) {
        view::add(body, kvo_NOTE,
                  view::Note{.tone = view::Tone::warn,
                             .strong = "That code has expired.",
                             .text = "Send a new one and enter it here."});
    } else {
        out.show_errors(page.error.empty() ? view::Errors{} : view::Errors{{"otp", page.error}});
        auto& form = view::section(body, kvo_OPEN);
        form.SetValue(kvo_NEXT, challenge.return_to);
        view::add(form, kvo_OTP, view::OtpField{.error = page.error});
    }
    add_send_again(body, kvo_AGAIN,
                   {.action = std::string{urls::kResendOtp},
                    .is_expired = page.pending.is_expired,
                    .timing = page.timing});
    return out.html();
}

}  // namespace ssr::auth
