#pragma once

#include <functional>
#include <optional>
#include <span>
#include <string>
#include <tuple>
#include <type_traits>
#include <vector>

#include "base/result.h"
#include "web/http.h"

// Assumptions: a pattern's segment is literal or "{}", never both; a trailing slash counts; the table is
// small and searched in order; one endpoint a method and pattern. HEAD is answered as GET without its body.
namespace ssr::web {

/// One request on its way to an endpoint.
template <class App>
struct Call {
    App& app;
    Request const& request;
    std::span<std::string_view const> unread;  // path segments that no parameter has taken yet
};

/// How an endpoint's parameter is obtained: `take(call)` gives it, or the response to send instead.
/// Specialised once per kind of parameter: a path id, a form, the signed-in user, a member of staff.
/// A guard also says `access`, the word for it in the route listing.
template <class Param>
struct Arg;

template <class Param>
concept Parseable = requires(std::string_view text) {
    { Param::parse(text) } -> std::same_as<std::optional<Param>>;
};

template <Parseable Param>
struct Arg<Param> {  // a path segment; one that does not parse is a page that does not exist
    template <class App>
    static Result<Param, Response> take(Call<App>& call) {
        auto value = call.unread.empty() ? std::nullopt : Param::parse(call.unread.front());
        if (!value) return Err{not_found()};
        call.unread = call.unread.subspan(1);
        return *std::move(value);
    }
};

template <>
struct Arg<Request> {
    template <class App>
    static Result<Request, Response> take(Call<App>& call) {
        return call.request;
    }
};

template <class App>
struct Route {
    Method method;
    std::string_view path;    // "/accounts/sessions/{}/revoke/"
    std::string_view access;  // "public", "signed_in", "entitled:estimate", "staff:admin", "gateway"
    Response (*run)(Call<App>, void (*endpoint)());
    void (*endpoint)();
};

namespace detail {

template <class Param>
constexpr std::string_view access_of() {
    if constexpr (requires { Arg<Param>::access; })
        return Arg<Param>::access;
    else
        return {};
}

template <class... Params>
constexpr std::string_view access_of_all() {
    std::string_view access = "public";
    ((access = access == "public" && !access_of<Params>().empty() ? access_of<Params>() : access), ...);
    return access;
}

// Parameters are taken left to right; the first that cannot be had answers the request.
template <class App, class... Params>
struct Taker {
    using Endpoint = Response (*)(App&, Params...);

    template <class... Taken>
    static Response run(Call<App>& call, Endpoint endpoint, Taken&... taken) {
        if constexpr (sizeof...(Taken) == sizeof...(Params)) {
            return endpoint(call.app, taken...);
        } else {
            using Next = std::remove_cvref_t<std::tuple_element_t<sizeof...(Taken), std::tuple<Params...>>>;
            auto next = Arg<Next>::take(call);
            if (!next) return next.error();
            return run(call, endpoint, taken..., *next);
        }
    }
};

}  // namespace detail

template <class App, class... Params>
constexpr Route<App> route(Method method, std::string_view path, Response (*endpoint)(App&, Params...)) {
    return {method, path, detail::access_of_all<std::remove_cvref_t<Params>...>(),
            [](Call<App> call, void (*erased)()) {
                auto const typed = reinterpret_cast<Response (*)(App&, Params...)>(erased);
                return detail::Taker<App, Params...>::run(call, typed);
            },
            reinterpret_cast<void (*)()>(endpoint)};
}

template <class App, class... Params>
Route<App> get(std::string_view path, Response (*endpoint)(App&, Params...)) {
    return route(Method::get, path, endpoint);
}

template <class App, class... Params>
Route<App> post(std::string_view path, Response (*endpoint)(App&, Params...)) {
    return route(Method::post, path, endpoint);
}

/// The segments of `path` that stand where `pattern` has "{}"; nothing if it does not match.
std::optional<std::vector<std::string_view>> match(std::string_view pattern, std::string_view path);

/// What dispatch found, with the pattern for the access log.
struct Dispatched {
    Response response;
    std::string_view route;  // empty: no route of that path
};

template <class App>
Dispatched dispatch(std::span<Route<App> const> routes, App& app, Request const& request) {
    std::string_view other_method;
    for (auto const& route : routes) {
        auto const segments = match(route.path, request.path);
        if (!segments) continue;
        if (route.method == request.method)
            return {route.run({app, request, *segments}, route.endpoint), route.path};
        other_method = route.path;
    }
    if (other_method.empty()) return {not_found(), {}};
    return {refuse({.status = Status::method_not_allowed,
                    .code = "method_not_allowed",
                    .title = "This address takes another kind of request",
                    .detail = "Go back and use the page's own button."}),
            other_method};
}

}  // namespace ssr::web
