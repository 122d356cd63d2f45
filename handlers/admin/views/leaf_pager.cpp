#include "admin/views/leaf_pager.h"

namespace ssr::admin {

view::Pager leaf_pager(std::string const& base, int number, int size, std::size_t shown, bool has_more) {
    auto const first = (number - 1) * size + 1;
    view::Pager pager{.range = std::to_string(first) + " to " + std::to_string(first + int(shown) - 1)};
    if (number > 1) pager.previous_href = base + std::to_string(number - 1);
    if (has_more) pager.next_href = base + std::to_string(number + 1);
    return pager;
}

}  // namespace ssr::admin
