#include "admin/access_pages.h"
#include "admin/access_urls.h"
#include "admin/access_words.h"
#include "admin/override.tpl.h"
#include "view/include.h"
#include "view/pieces.h"

namespace ssr::admin {

namespace {

using subscriptions::Override;

std::string what_happens(OverridePage const& page) {
    auto const& name = page.module_name;
    if (!page.line.is_running(page.now)) return "It has ended already. There is nothing to do.";
    if (page.line.type == Override::grant)
        return name + " closes on the person's next click, unless a subscription or trial of " + name +
               " runs. Saved papers stay. We write to the person.";
    return name +
           " is no longer closed by hand: it opens at once where a subscription or trial runs. We write to "
           "the person.";
}

}  // namespace

std::string render(OverridePage const& page, view::Frame const& frame) {
    auto const& line = page.line;
    auto const name = name_or_none(page.holder.name), back = urls::user(page.holder.public_id);
    auto const title = (line.type == Override::grant ? "End the access to " : "End the closure of ") +
                       page.module_name + "?";
    view::Document out{frame, "admin/override.tpl", title};
    view::add(out.body(), ko_HEAD,
              view::PageHead{.title = title,
                             .text = "For " + name + ".",
                             .crumbs = {{"Users", std::string{urls::kUsers}}, {name, back}, {"End", ""}}});
    if (page.refusal)
        view::add(
            out.body(), ko_NOTE,
            view::Note{
                .tone = view::Tone::bad, .strong = page.refusal->title + ".", .text = page.refusal->detail});
    out.body().SetValue(ko_ACTION, urls::end_override(page.holder.public_id, line.public_id));
    out.body().SetValue(ko_WHAT, what_happens(page));
    out.body().SetValue(ko_BY, line.granted_by);
    out.body().SetValue(ko_MADE, display_time(line.created_at));
    out.body().SetValue(ko_REASON, line.reason);
    out.body().SetValue(ko_BACK, back);
    if (line.is_running(page.now))
        view::section(out.body(), ko_RUNNING)
            .SetValue(ko_LABEL, line.type == Override::grant ? "End the access" : "End the closure");
    return out.html();
}

}  // namespace ssr::admin
