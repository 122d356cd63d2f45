#include "auth/pages.h"
#include "auth/urls.h"
#include "auth/verify_totp.tpl.h"
#include "auth/views/notes.h"
#include "view/form_pieces.h"
#include "view/include.h"

namespace ssr::auth {

std::string render(AuthenticatorPage const& page, view::Frame const& frame) {
    view::Document out{frame.in(view::Area::bare), "auth/verify_totp.tpl", "Confirm that it is you"};
    if (!page.error.empty()) out.show_errors({{"totp", page.error}});
    out.body().SetValue(kvt_NEXT, page.next);
    add_refusal(out.body(), kvt_NOTE, page.refusal);
    if (page.by_recovery) {
        out.body().ShowSection(kvt_RECOVERY);
        view::add(out.body(), kvt_TOTP,
                  view::Field{.name = "totp",
                              .label = "Recovery code",
                              .hint = "12 letters and digits, for example K7QM-2XRA-PT5W",
                              .error = page.error,
                              .autocomplete = "off",
                              .is_large = true,
                              .has_focus = true});
        return out.html();
    }
    view::show(
        out.body(), kvt_LOST, kvt_HREF,
        urls::with_next(urls::kVerifyTotp, page.next) + (page.next.empty() ? "?" : "&") + "recovery=1");
    view::add(out.body(), kvt_TOTP,
              view::OtpField{.name = "totp", .label = "Code of the authenticator", .error = page.error});
    return out.html();
}

}  // namespace ssr::auth
