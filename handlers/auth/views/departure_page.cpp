#include "auth/delete_account.tpl.h"
#include "auth/departure_note.tpl.h"
#include "auth/pages.h"
#include "auth/urls.h"
#include "auth/views/notes.h"
#include "auth/words.h"
#include "view/form_pieces.h"
#include "view/include.h"

namespace ssr::auth {

namespace {

void show_leaving(view::Dictionary& body, privacy::Departure const& departure) {
    auto& part = view::section(body, kda_LEAVING);
    part.SetValue(kda_DAY, display_date(departure.due_at));
    view::add(part, kda_KEEP,
              view::PostButton{{.label = "Keep my account", .look = view::Look::primary},
                               std::string{urls::kCancelDeletion}});
}

void show_staying(view::Dictionary& body, DeparturePage const& page) {
    auto& part = view::section(body, kda_STAYING);
    if (!page.code) {
        view::section(part, kda_ASK).SetValue(kda_TO, page.to);
        part.ShowSection(kda_SEND);
        return;
    }
    auto& code = view::section(part, kda_CODE);
    code.SetValue(kda_TO, page.to);
    view::add(code, kda_OTP, view::OtpField{.error = page.error});
    auto& again = view::section(part, kda_AGAIN);
    if (page.resend_in.count() <= 0) return;
    again.ShowSection(kda_WAIT);
    auto& left = view::section(again, kda_LEFT);
    left.SetIntValue(kda_SECONDS, page.resend_in.count());
    left.SetValue(kda_CLOCK, on_a_clock(page.resend_in));
}

}  // namespace

std::string render(DeparturePage const& page, view::Frame const& frame) {
    view::Document out{frame, "auth/delete_account.tpl", "Delete the account"};
    if (!page.error.empty()) out.show_errors({{"otp", page.error}});
    view::add(
        out.body(), kda_HEAD,
        view::PageHead{.title = "Delete the account",
                       .crumbs = {{"Settings", std::string{urls::kSettings}}, {"Delete the account", ""}}});
    add_refusal(out.body(), kda_NOTE, page.refusal);
    if (page.pending)
        show_leaving(out.body(), *page.pending);
    else
        show_staying(out.body(), page);
    return out.html();
}

std::string render(DepartureNotePage const& page, view::Frame const& frame) {
    view::Document out{frame.in(view::Area::bare), "auth/departure_note.tpl", page.title};
    out.body().SetValue(kdn_TITLE, page.title);
    out.body().SetValue(kdn_TEXT, page.text);
    if (page.keep_action.empty()) {
        auto& done = view::section(out.body(), kdn_DONE);
        done.SetValue(kdn_HREF, frame.person ? "/dashboard/" : "/accounts/login/");
        done.SetValue(kdn_LABEL, frame.person ? "Open the dashboard" : "Sign in");
        return out.html();
    }
    auto& keep = view::section(out.body(), kdn_KEEP);
    keep.SetValue(kdn_ACTION, page.keep_action);
    keep.SetValue(kdn_SIGNATURE, page.signature);
    return out.html();
}

}  // namespace ssr::auth
