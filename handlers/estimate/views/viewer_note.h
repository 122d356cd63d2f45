#pragma once

#include "view/pieces.h"

namespace ssr::estimate {

/// For viewers of an organisation, on what they may look at.
inline view::Note looks_only() {
    return {.tone = view::Tone::info,
            .strong = "You look at these works.",
            .text = "Members of this organisation change them.",
            .link = "See the organisation",
            .link_href = "/settings/organisation/"};
}

}  // namespace ssr::estimate
