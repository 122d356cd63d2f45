#include "auth/login.tpl.h"
#include "auth/pages.h"
#include "auth/urls.h"
#include "auth/views/notes.h"
#include "view/form_pieces.h"
#include "view/include.h"

namespace ssr::auth {

std::string render(LoginPage const& page, view::Frame const& frame) {
    view::Document out{frame.in(view::Area::bare), "auth/login.tpl", "Sign in"};
    out.show_errors(page.errors);
    out.body().SetValue(kl_NEXT, page.next);
    if (page.was_signed_out)
        view::add(out.body(), kl_NOTE,
                  view::Note{.tone = view::Tone::ok, .text = "You are signed out. Your work is saved."});
    add_refusal(out.body(), kl_NOTE, page.refusal);
    if (page.has_code_waiting)
        view::add(out.body(), kl_NOTE,
                  view::Note{.text = "You have the code?",
                             .link = "Enter it",
                             .link_href = std::string{urls::kVerifyOtp}});
    view::add(out.body(), kl_IDENTIFIER,
              view::filled({.name = "identifier",
                            .label = "Mobile number or e-mail",
                            .hint = "10 digits, for example 98480 12345, or an address like name@example.in",
                            .autocomplete = "username",
                            .is_large = true,
                            .has_focus = true},
                           page.typed, page.errors));
    return out.html();
}

}  // namespace ssr::auth
