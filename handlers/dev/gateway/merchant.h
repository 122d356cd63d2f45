#pragma once

#include "base/secure.h"
#include "base/text.h"
#include "dev/gateway/entities.h"
#include "web/route.h"

// The simulator answers on the gateway's own port alone. An App whose endpoints take these parameters has the
// member `billing`, and `ripen()`, which lets happen what is due.
namespace ssr::dev::gateway {

/// Who came in by the gateway's port: the customer, and those who play him.
struct AtGateway {};

/// Who also knows the account's key and secret.
struct Merchant {};

/// The id of a path, whether it exists or not.
struct EntityId {
    std::string text;
    static std::optional<EntityId> parse(std::string_view text) {
        constexpr std::size_t kLongest = 40;
        if (text.size() > kLongest) return std::nullopt;
        return EntityId{std::string{text}};
    }
};

}  // namespace ssr::dev::gateway

namespace ssr::web {

template <>
struct Arg<dev::gateway::AtGateway> {
    template <class App>
    static Result<dev::gateway::AtGateway, Response> take(Call<App>& call) {
        if (call.request.zone != "gateway") return Err{not_found()};
        call.app.ripen();
        return dev::gateway::AtGateway{};
    }
};

template <>
struct Arg<dev::gateway::Merchant> {
    static constexpr std::string_view access = "gateway";
    template <class App>
    static Result<dev::gateway::Merchant, Response> take(Call<App>& call) {
        if (call.request.zone != "gateway") return Err{not_found()};
        auto const& [key_id, key_secret, _] = call.app.billing.gateway;
        auto const expected = "Basic " + to_base64(key_id + ":" + key_secret);
        if (!equal_in_constant_time(call.request.header("authorization"), expected))
            return Err{dev::gateway::denied({"Authentication failed", "", Status::unauthorized})};
        call.app.ripen();
        return dev::gateway::Merchant{};
    }
};

}  // namespace ssr::web
