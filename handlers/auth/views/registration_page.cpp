#include "auth/pages.h"
#include "auth/register.tpl.h"
#include "auth/views/detail_fields.h"
#include "view/figure_pieces.h"
#include "view/form_pieces.h"
#include "view/include.h"

namespace ssr::auth {

std::string render(RegistrationPage const& page, view::Frame const& frame) {
    view::Document out{frame.in(view::Area::bare), "auth/register.tpl", "Complete your profile"};
    out.show_errors(page.errors, {"name", "state_code", "company_name", "gstin"});
    out.body().SetValue(kr_NEXT, page.next);
    view::add(out.body(), kr_STEPS,
              view::Steps{"Steps", {page.verified, "Your details", "Choose modules"}, 1});
    for (auto field : detail_fields()) {
        field.has_focus = field.name == "name";
        view::add(out.body(), kr_FIELD, view::filled(field, page.typed, page.errors));
    }
    return out.html();
}

}  // namespace ssr::auth
