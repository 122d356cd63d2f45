#pragma once

#include <string>

namespace ssr::outbound {

/// Why a carrier did not take a message. `reason` is for staff: one line, without a recipient, a code or a
/// key.
struct NotSent {
    enum class Why {
        temporary,  // it was not sent; another try may help
        permanent,  // it was not sent, and never will be
        unknown,    // it was handed over, but no answer came back
    };
    Why why;
    std::string reason;
};

/// What a carrier said, made fit for staff: printable, short, digits that could be a number or a code hidden.
std::string fit_for_staff(std::string const& said);

}  // namespace ssr::outbound
