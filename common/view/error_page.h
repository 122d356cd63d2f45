#pragma once

#include "view/pieces.h"

namespace ssr::view {

/// A request that is not answered as asked: what happened, what to do now, and a number to quote.
struct ErrorPage {
    int status = 404;
    std::string title;   // "This page does not exist"
    std::string detail;  // "Check the address, or go to your dashboard."
    std::string request_id;
    std::optional<Button> action = {};  // where empty: home
};

std::string render(ErrorPage const& page, Frame const& frame);

}  // namespace ssr::view
