#include "auth/views/notes.h"

#include "auth/lock.tpl.h"
#include "auth/words.h"
#include "view/include.h"

namespace ssr::auth {

namespace {

constexpr std::chrono::seconds kLongestCountdown = std::chrono::hours{1};

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

}  // namespace ssr::auth
