#include "auth/pages.h"
#include "auth/verify_otp.tpl.h"
#include "auth/views/notes.h"
#include "auth/words.h"
#include "view/form_pieces.h"
#include "view/include.h"

namespace ssr::auth {

namespace {

// "+91 98480 12345"
std::string readable(LoginId const& to) {
    if (!to.phone()) return to.text();
    auto const& number = to.phone()->e164();
    return number.substr(0, 3) + " " + number.substr(3, 5) + " " + number.substr(8);
}

void count_down(view::Dictionary& out, view::Marker const& at, std::chrono::seconds time) {
    auto& part = view::section(out, at);
    part.SetIntValue(kvo_SECONDS, time.count());
    part.SetValue(kvo_CLOCK, on_a_clock(time));
}

void offer_another(view::Dictionary& out, VerificationPage const& page) {
    auto& again = view::section(out, kvo_AGAIN);
    bool const is_expired = page.pending.is_expired;
    if (!is_expired) count_down(again, kvo_VALID, page.valid_for);
    if (page.resend_in.count() > 0) {
        count_down(again, kvo_WAIT, page.resend_in);
        return;
    }
    auto& now = view::section(again, kvo_NOW);
    now.SetValue(kvo_LOOK, is_expired ? "primary btn-lg w-100" : "quiet btn-sm");
    now.SetValue(kvo_LABEL, is_expired ? "Send a new code" : "Send again");
}

}  // namespace

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
    offer_another(body, page);
    return out.html();
}

}  // namespace ssr::auth
