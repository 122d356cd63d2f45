#pragma once

#include <optional>
#include <string>

#include "domain/accounts/sessions.h"
#include "view/page.h"
#include "web/csrf.h"
#include "web/route.h"

// An App whose endpoints take these parameters has the members `csrf` (web::Csrf) and `sessions`
// (accounts::Sessions).
namespace ssr::guard {

/// Someone at a page that all may see; `session` where he is signed in.
struct Visitor {
    web::Request const* request;
    std::string csrf_token;
    std::optional<accounts::Session> session;
    std::string browser;        // the pre-session's cookie; empty where he is signed in
    std::string fresh_browser;  // the same, where the browser came with none and is to be given it
};

/// Someone with a session and a complete profile. Others are sent to sign in, or to complete it.
struct SignedIn {
    web::Request const* request;
    std::string csrf_token;
    accounts::Session session;
};

/// Someone with a session, also while his profile is incomplete.
struct Arrived {
    web::Request const* request;
    std::string csrf_token;
    accounts::Session session;
};

Visitor visitor(web::Request const& request, web::Csrf const& csrf, accounts::Sessions& sessions);
Result<Arrived, web::Response> arrived(web::Request const& request, web::Csrf const& csrf,
                                       accounts::Sessions& sessions);
Result<SignedIn, web::Response> signed_in(web::Request const& request, web::Csrf const& csrf,
                                          accounts::Sessions& sessions);

/// The browser's own mark before sign-in (cookie __Host-pre): forms' tokens and one-time codes are bound to
/// it. Nothing where it has none, or one that we did not make.
std::optional<std::string> pre_session_of(web::Request const& request);
std::string new_pre_session();

/// A script asks for JSON or, with htmx, for a part of a page; neither can show another page in its place.
bool is_from_a_script(web::Request const& request);
/// To a page of the door, which leads back afterwards: to the page asked for, or to that of the form sent.
web::Response led_to(std::string const& page, web::Request const& request, web::Unsent why);

/// What stands around the page: who is signed in, the token for its forms, the nonce of its scripts.
view::Frame frame_of(Visitor const& who);
view::Frame frame_of(Arrived const& who);
view::Frame frame_of(SignedIn const& who);

/// A page for this visitor; gives his browser its pre-session where it has none.
web::Response page(Visitor const& who, std::string html, web::Status status = web::Status::ok);
inline web::Response page(SignedIn const&, std::string html, web::Status status = web::Status::ok) {
    return web::html(std::move(html), status);
}
inline web::Response page(Arrived const&, std::string html, web::Status status = web::Status::ok) {
    return web::html(std::move(html), status);
}

}  // namespace ssr::guard

namespace ssr::web {

template <>
struct Arg<guard::Visitor> {
    template <class App>
    static Result<guard::Visitor, Response> take(Call<App>& call) {
        return guard::visitor(call.request, call.app.csrf, call.app.sessions);
    }
};

template <>
struct Arg<guard::Arrived> {
    static constexpr std::string_view access = "signed_in";
    template <class App>
    static Result<guard::Arrived, Response> take(Call<App>& call) {
        return guard::arrived(call.request, call.app.csrf, call.app.sessions);
    }
};

template <>
struct Arg<guard::SignedIn> {
    static constexpr std::string_view access = "signed_in";
    template <class App>
    static Result<guard::SignedIn, Response> take(Call<App>& call) {
        return guard::signed_in(call.request, call.app.csrf, call.app.sessions);
    }
};

}  // namespace ssr::web
