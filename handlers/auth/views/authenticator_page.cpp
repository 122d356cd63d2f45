#include "auth/pages.h"
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
    view::add(out.body(), kvt_TOTP,
              view::OtpField{.name = "totp", .label = "Code of the authenticator", .error = page.error});
    return out.html();
}

}  // namespace ssr::auth
