#pragma once

#include <array>
#include <span>
#include <string_view>

#include "view/frame.h"

namespace ssr::view {

/// An entry of a side bar. It is the current one where the page's path begins with `href` or `also`, unless
/// another entry fits better.
struct Place {
    std::string_view group;  // the heading above it
    std::string_view label, href, icon;
    std::array<std::string_view, 4> also = {};  // more paths that belong to it
    std::string_view short_label = {};          // on the tab bar of phones; empty where it has no place there
    bool is_for_support = true;                 // shown to the support role as well
};

/// The side bar of an area: the staff's for admin, the work's else.
std::span<Place const> places_of(Area area);

/// The entry that the page belongs to; nullptr for none.
Place const* current_place(std::span<Place const> places, std::string_view path);

}  // namespace ssr::view
