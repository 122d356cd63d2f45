#include "guard/signed_in.h"

#include "base/secure.h"
#include "base/text.h"

namespace ssr::guard {

namespace {

constexpr int kCookieBytes = 32;

std::string address_of(web::Request const& request) {
    auto address = request.path;
    char before = '?';
    for (auto const& [name, value] : request.query) {
        address += before + url_encoded(name) + "=" + url_encoded(value);
        before = '&';
    }
    return address;
}

web::Response not_signed_in(web::Request const& request) {
    if (!is_from_a_script(request)) return led_to("/accounts/login/", request, web::Unsent::signed_out);
    return web::refuse({.status = web::Status::unauthorized,
                        .code = "not_signed_in",
                        .title = "You are signed out",
                        .detail = "Sign in, then do it again. What you typed is still on the page."});
}

web::Response not_complete(web::Request const& request) {
    if (!is_from_a_script(request)) return led_to("/accounts/register/", request, web::Unsent::unconfirmed);
    return web::refuse({.status = web::Status::forbidden,
                        .code = "profile_incomplete",
                        .title = "Your details are not complete",
                        .detail = "Give your name and State first; invoices need them."});
}

view::Frame frame_of(web::Request const& request, std::string const& csrf_token,
                     accounts::Session const* session) {
    view::Frame frame{.area = session ? view::Area::app : view::Area::public_site,
                      .path = request.path,
                      .csrf_token = csrf_token,
                      .nonce = request.nonce};
    if (session)
        frame.person = view::Person{session->name, std::string{accounts::code(session->role)},
                                    session->public_user.text()};
    return frame;
}

}  // namespace

bool is_from_a_script(web::Request const& request) {
    return request.wants_json() || !request.header("hx-request").empty();
}

web::Response led_to(std::string const& page, web::Request const& request, web::Unsent why) {
    bool const is_form = request.method == web::Method::post;
    auto const back = is_form ? web::page_of_form(request) : address_of(request);
    auto response = web::redirect(web::local_path(back) ? page + "?next=" + url_encoded(back) : page);
    if (is_form) response.unsent = why;
    return response;
}

std::optional<std::string> pre_session_of(web::Request const& request) {
    auto const cookie = request.cookie(web::kBrowserCookie);
    if (from_hex(cookie).size() != kCookieBytes) return std::nullopt;
    return std::string{cookie};
}

std::string new_pre_session() { return random_hex(kCookieBytes); }

Visitor visitor(web::Request const& request, web::Csrf const& csrf, accounts::Sessions& sessions) {
    Visitor who{.request = &request};
    auto const cookie = request.cookie(web::kSessionCookie);
    if (!cookie.empty()) who.session = sessions.resume(cookie);
    if (who.session) {
        who.csrf_token = csrf.token_for(cookie);
        return who;
    }
    auto const held = pre_session_of(request);
    who.browser = held ? *held : (who.fresh_browser = new_pre_session());
    who.csrf_token = csrf.token_for(who.browser);
    return who;
}

Result<Arrived, web::Response> arrived(web::Request const& request, web::Csrf const& csrf,
                                       accounts::Sessions& sessions) {
    auto const cookie = request.cookie(web::kSessionCookie);
    auto session = cookie.empty() ? std::nullopt : sessions.resume(cookie);
    if (!session) return Err{not_signed_in(request)};
    return Arrived{&request, csrf.token_for(cookie), *std::move(session)};
}

Result<SignedIn, web::Response> signed_in(web::Request const& request, web::Csrf const& csrf,
                                          accounts::Sessions& sessions) {
    auto who = arrived(request, csrf, sessions);
    if (!who) return Err{who.error()};
    if (!who->session.is_complete) return Err{not_complete(request)};
    return SignedIn{who->request, std::move(who->csrf_token), std::move(who->session)};
}

view::Frame frame_of(Visitor const& who) {
    auto frame = frame_of(*who.request, who.csrf_token, who.session ? &*who.session : nullptr);
    frame.area = view::Area::public_site;
    return frame;
}
view::Frame frame_of(Arrived const& who) { return frame_of(*who.request, who.csrf_token, &who.session); }
view::Frame frame_of(SignedIn const& who) { return frame_of(*who.request, who.csrf_token, &who.session); }

web::Response page(Visitor const& who, std::string html, web::Status status) {
    auto response = web::html(std::move(html), status);
    if (!who.fresh_browser.empty()) response.with_cookie(web::kBrowserCookie, who.fresh_browser);
    // The cookie of a session that is over would stand in the way of the forms' tokens.
    if (!who.session && !who.request->cookie(web::kSessionCookie).empty())
        response.without_cookie(web::kSessionCookie);
    return response;
}

}  // namespace ssr::guard
