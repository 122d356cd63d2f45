#include "auth/views/notes.h"

#include "auth/lock.tpl.h"
#include "auth/send_again.tpl.h"
#include "auth/words.h"
#include "view/include.h"

namespace ssr::auth {

namespace {

constexpr std::chrono::seconds kLongestCountdown = std::chrono::hours{1};

void count_down(view::Dictionary& out, view::Marker const& at, std::chrono::seconds time) {
    auto& part = view::section(out, at);
    part.SetIntValue(ksa_SECONDS, time.count());
    part.SetValue(ksa_CLOCK, on_a_clock(time));
}

}  // namespace

void add_refusal(view::Dictionary& out, view::Marker const& at, std::optional<web::Refusal> const& refusal) {
    if (!refusal) return;
    auto& note = view::include(out, at, "auth/lock.tpl");
    note.SetValue(kl_TITLE, refusal->title + ".");
    note.SetValue(kl_DETAIL, refusal->detail);
    if (!refusal->retry_after || *refusal->retry_after > kLongestCountdown) return;
    auto& countdown = view::section(note, kl_COUNTDOWN);
    countdown.SetIntValue(kl_SECONDS, refusal->retry_after->count());
    countdown.SetValue(kl_CLOCK, on_a_clock(*refusal->retry_after));
}

void add_send_again(view::Dictionary& out, view::Marker const& at, SendAgain const& again) {
    auto& form = view::include(out, at, "auth/send_again.tpl");
    form.SetValue(ksa_ACTION, again.action);
    view::show_if(again.has_field, form, ksa_FIELD);
    if (!again.is_expired) count_down(form, ksa_VALID, again.timing.valid_for);
    if (again.timing.resend_in.count() > 0) {
        count_down(form, ksa_WAIT, again.timing.resend_in);
        return;
    }
    auto& now = view::section(form, ksa_NOW);
    now.SetValue(ksa_LOOK, again.is_expired ? "primary btn-lg w-100" : "quiet btn-sm");
    now.SetValue(ksa_LABEL, again.is_expired ? "Send a new code" : "Send again");
}

CodeTiming timing_of(accounts::OtpPending const& pending, Instant now) {
    using std::chrono::seconds;
    auto const& challenge = pending.challenge;
    return {std::max(seconds{0}, seconds{challenge.expires_at - now}),
            std::max(seconds{0}, seconds{challenge.resend_at - now})};
}

std::string readable(LoginId const& contact) {
    if (!contact.phone()) return contact.text();
    auto const& number = contact.phone()->e164();
    return number.substr(0, 3) + " " + number.substr(3, 5) + " " + number.substr(8);
}

view::Frame saved_frame(guard::SignedIn const& who, SavedQuery const& query) {
    auto frame = frame_of(who);
    if (query.is_saved) frame.toast = view::Toast{.text = "Saved"};
    return frame;
}

}  // namespace ssr::auth
