#include "domain/subscriptions/status.h"

#include "base/fault.h"

namespace ssr::subscriptions {

std::string_view code(Status status) {
    switch (status) {
        case Status::trial: return "trial";
        case Status::active: return "active";
        case Status::pending: return "pending";
        case Status::expired: return "expired";
        case Status::cancelled: return "cancelled";
        case Status::suspended: return "suspended";
    }
    return "expired";
}

Status parse_status(std::string_view text) {
    using enum Status;
    for (auto const status : {trial, active, pending, expired, cancelled, suspended})
        if (code(status) == text) return status;
    throw Fault{"a status of a subscription that nobody knows", false};
}

}  // namespace ssr::subscriptions
