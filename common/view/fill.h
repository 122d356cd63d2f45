#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "view/pieces.h"

namespace ssr::view {

/// The page with its form that posts to `action` filled in as `typed`, and `note` before that form; before
/// the page's content where the form stands in a dialog. Of several such forms it is the one with most of the
/// fields. Tokens and files stay as they are. Nothing where the page has no such form.
///
/// It reads pages that our own templates made: attributes in double quotes, no ">" in them.
std::optional<std::string> filled_in(std::string_view html, std::string_view action, Values const& typed,
                                     Note const& note);

}  // namespace ssr::view
