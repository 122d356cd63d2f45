#include <ctemplate/template.h>

#include "dev/index.tpl.h"
#include "dev/pages.h"
#include "view/page.h"
#include "view/pieces.h"

namespace ssr::dev {

std::string render(IndexPage const& page, view::Frame const& frame) {
    view::Document out{frame, "dev/index.tpl", "Development"};
    view::add(out.body(), ki_HEAD,
              view::PageHead{.title = "Development",
                             .text = "The instance believes that it is " + page.time + "."});
    return out.html();
}

}  // namespace ssr::dev
