#pragma once

#include <string>
#include <vector>

#include "dev/gateway/overview.h"
#include "dev/inbox.h"
#include "view/frame.h"

namespace ssr::dev {

/// What there is for developers, and the time that the instance believes in.
struct IndexPage {
    std::string time;
};
std::string render(IndexPage const& page, view::Frame const& frame);

/// The newest messages that would have gone out.
struct OutboxPage {
    std::vector<KeptMessage> messages;
};
std::string render(OutboxPage const& page, view::Frame const& frame);

/// The simulated gateway's books.
struct GatewayPage {
    gateway::Overview overview;
};
std::string render(GatewayPage const& page, view::Frame const& frame);

}  // namespace ssr::dev
