#include "estimate/line.tpl.h"
#include "estimate/urls.h"
#include "estimate/views/editor_parts.h"
#include "view/include.h"

namespace ssr::estimate {

void fill_line(view::Dictionary& row, works::Estimate const& estimate, LineShown const& shown) {
    auto const& line = shown.line;
    row.SetValue(kl_CODE, line.code);
    row.SetValue(kl_NAME, line.name);
    row.SetValue(kl_NUMBER, std::to_string(shown.number));
    row.SetValue(kl_PAISE, std::to_string(line.rate.paise()));
    row.SetValue(kl_RATE, line.rate.grouped());
    row.SetValue(kl_AMOUNT, line.amount.grouped());
    row.SetValue(kl_QUANTITY, shown.quantity);
    row.SetValue(kl_UNIT, line.unit);
    row.SetValue(kl_HREF, urls::item(estimate.public_id, line.code));
    view::show_if(!shown.error.empty(), row, kl_WRONG);
    view::show(row, kl_ERROR, kl_TEXT, shown.error);
    if (works::is_fraction_of_a_count(line))
        view::section(row, kl_HINT).SetValue(kl_TEXT, line.unit + " are counted: is a part of one meant?");
}

std::string render_line(works::Estimate const& estimate, works::Line const& line, view::Frame const& frame) {
    view::Fragment out{frame, "estimate/line.tpl"};
    fill_line(out.body(), estimate,
              {line,
               static_cast<int>(&line - estimate.lines.data()) + 1,
               line.quantity ? line.quantity->text() : std::string{},
               {}});
    return out.html();
}

}  // namespace ssr::estimate
