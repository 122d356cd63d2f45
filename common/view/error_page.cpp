#include "view/error_page.h"

#include "shared/error_page.tpl.h"
#include "view/include.h"

namespace ssr::view {

std::string render(ErrorPage const& page, Frame const& frame) {
    Document out{frame.in(Area::bare), "shared/error_page.tpl", page.title};
    out.body().SetIntValue(kep_STATUS, page.status);
    out.body().SetValue(kep_TITLE, page.title);
    out.body().SetValue(kep_DETAIL, page.detail);
    show(out.body(), kep_NUMBER, kep_REQUEST_ID, page.request_id);
    auto const home = frame.person ? Button{.label = "Go to the dashboard", .href = "/dashboard/"}
                                   : Button{.label = "Go to the first page", .href = "/"};
    auto action = page.action.value_or(home);
    action.look = Look::primary;
    add(out.body(), kep_ACTION, action);
    return out.html();
}

}  // namespace ssr::view
