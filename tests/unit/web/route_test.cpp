#include <boost/test/unit_test.hpp>

#include "values/ids.h"
#include "web/form.h"
#include "web/serve.h"

using namespace ssr;
using namespace ssr::web;

namespace {

struct Digits {
    std::string text;
    static std::optional<Digits> parse(std::string_view text) {
        if (text.empty() || text.find_first_not_of("0123456789") != std::string_view::npos)
            return std::nullopt;
        return Digits{std::string{text}};
    }
};

struct App {
    Csrf csrf{"key", "old key", "https://ssr.test"};
};

struct Named {
    std::string name;
    static std::optional<Named> read(FieldReader& field) {
        auto const digits = field.required<Digits>("name", "Enter digits.");
        if (!digits) return std::nullopt;
        return Named{digits->text};
    }
};

Response show(App&) { return html("shown"); }
Response show_one(App&, Digits const& id) { return html("one " + id.text); }
Response change(App&, Form<Named> const& form) {
    return form.values ? html("changed to " + form.values->name)
                       : html(form.errors.at("name"), Status::unprocessable);
}
Response hook(App&, RawBody const& body) { return html(body.bytes); }
Response fail(App&) { throw std::runtime_error{"secret detail"}; }

Route<App> const kRoutes[] = {
    get("/things/", show), get("/things/{}/", show_one), post("/things/", change),
    post("/hook/", hook),  get("/fail/", fail),
};

Dispatched asked(Request const& request) {
    App app;
    return dispatch<App>(kRoutes, app, request);
}

int status_of(Request const& request) { return int(asked(request).response.status); }

Request form_post(Fields fields) {
    Request request{.method = Method::post, .path = "/things/", .form = std::move(fields)};
    request.cookies.emplace(kSessionCookie, "sid");
    return request;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(routes)

BOOST_AUTO_TEST_CASE(a_path_finds_its_endpoint_and_only_that) {
    BOOST_TEST(asked({.path = "/things/"}).response.body == "shown");
    BOOST_TEST(asked({.path = "/things/7/"}).response.body == "one 7");
    BOOST_TEST(asked({.path = "/things/7/"}).route == "/things/{}/");
    for (auto const* path :
         {"/things", "/things/7", "/things/x/", "/things/7/8/", "/Things/", "//things/", "/", ""})
        BOOST_TEST(status_of({.path = path}) == 404, path);
}

BOOST_AUTO_TEST_CASE(another_method_is_not_allowed) {
    BOOST_TEST(status_of({.method = Method::post, .path = "/things/7/"}) == 405);
    BOOST_TEST(status_of({.path = "/hook/"}) == 405);
}

BOOST_AUTO_TEST_CASE(a_form_needs_the_token_of_its_own_session) {
    Csrf const csrf{"key", "", "https://ssr.test"};
    BOOST_TEST(status_of(form_post({{"name", "7"}, {"csrf_token", csrf.token_for("sid")}})) == 200);
    BOOST_TEST(status_of(form_post({{"name", "7"}})) == 403);
    BOOST_TEST(status_of(form_post({{"name", "7"}, {"csrf_token", csrf.token_for("another's")}})) == 403);
    BOOST_TEST(status_of({.method = Method::post,
                          .path = "/things/",
                          .form = {{"csrf_token", csrf.token_for("")}}}) == 403);
}

BOOST_AUTO_TEST_CASE(a_token_of_the_previous_key_still_counts) {
    Csrf const before{"old key", "", ""};
    BOOST_TEST(status_of(form_post({{"name", "7"}, {"csrf_token", before.token_for("sid")}})) == 200);
}

BOOST_AUTO_TEST_CASE(a_form_from_another_site_is_refused_even_with_its_token) {
    Csrf const csrf{"key", "", ""};
    auto request = form_post({{"name", "7"}, {"csrf_token", csrf.token_for("sid")}});
    request.headers = {{"origin", "https://ssr.test"}, {"sec-fetch-site", "same-origin"}};
    BOOST_TEST(status_of(request) == 200);
    request.headers = {{"origin", "https://evil.test"}};
    BOOST_TEST(status_of(request) == 403);
    request.headers = {{"sec-fetch-site", "cross-site"}};
    BOOST_TEST(status_of(request) == 403);
}

BOOST_AUTO_TEST_CASE(a_wrong_field_reaches_the_endpoint_as_its_complaint) {
    Csrf const csrf{"key", "", ""};
    auto const answer = asked(form_post({{"name", "x"}, {"csrf_token", csrf.token_for("sid")}}));
    BOOST_TEST(int(answer.response.status) == 422);
    BOOST_TEST(answer.response.body == "Enter digits.");
}

BOOST_AUTO_TEST_CASE(each_route_knows_who_may_call_it) {
    BOOST_TEST(kRoutes[0].access == "public");
    BOOST_TEST(kRoutes[3].access == "gateway");
}

BOOST_AUTO_TEST_SUITE_END()

BOOST_AUTO_TEST_SUITE(answers)

namespace {

Response served(Request const& request) {
    Service const service{
        .name = "test", .release = "r1", .error_page = [](Refusal const& refusal, Request const&) {
            return "<h1>" + refusal.title + "</h1>";
        }};
    std::string_view route;
    return answered(service, asked, request, route);
}

std::string header(Response const& response, std::string_view name) {
    for (auto const& [key, value] : response.headers)
        if (key == name) return value;
    return {};
}

}  // namespace

BOOST_AUTO_TEST_CASE(a_fault_shows_no_detail) {
    auto const page = served({.path = "/fail/", .id = "r7"});
    BOOST_TEST(int(page.status) == 500);
    BOOST_TEST(page.body.find("secret") == std::string::npos);
    Request const api{.path = "/fail/", .headers = {{"accept", "application/json"}}, .id = "r7"};
    auto const problem = served(api);
    BOOST_TEST(header(problem, "Content-Type") == "application/problem+json");
    BOOST_TEST(problem.body.find("secret") == std::string::npos);
    BOOST_TEST(problem.body.find("\"request_id\":\"r7\"") != std::string::npos);
}

BOOST_AUTO_TEST_CASE(every_answer_carries_the_house_headers) {
    for (auto const* path : {"/things/", "/nowhere/", "/fail/"}) {
        auto const response = served({.path = path, .nonce = "abc"});
        BOOST_TEST(header(response, "Content-Security-Policy").find("'nonce-abc'") != std::string::npos);
        BOOST_TEST(header(response, "X-Content-Type-Options") == "nosniff");
        BOOST_TEST(header(response, "Cache-Control") == "no-store");
        BOOST_TEST(header(response, "X-Ver") == "r1");
    }
}

BOOST_AUTO_TEST_CASE(a_header_cannot_be_split) {
    Response response;
    BOOST_CHECK_THROW(response.with_header("Location", "/x\r\nSet-Cookie: a=b"), std::logic_error);
    BOOST_CHECK_THROW(redirect("//evil.test/"), std::logic_error);
    BOOST_CHECK_NO_THROW(redirect("/dashboard/"));
}

BOOST_AUTO_TEST_CASE(cookies_follow_the_host_rules) {
    Response response;
    response.with_cookie(kSessionCookie, "v", std::chrono::seconds{60});
    BOOST_TEST(header(response, "Set-Cookie") ==
               "__Host-sid=v; Path=/; Secure; HttpOnly; SameSite=Lax; Max-Age=60");
}

BOOST_AUTO_TEST_CASE(next_stays_on_the_site) {
    for (auto const* path : {"/", "/works/?q=a%20b", "/estimate/0190-7/"})
        BOOST_TEST(bool(local_path(path)), path);
    for (auto const* path :
         {"", "//evil", "/\\evil", "https:evil", "works/", "/\tevil", "/a\r\nb", "javascript:alert(1)"})
        BOOST_TEST(!local_path(path), path);
}

BOOST_AUTO_TEST_SUITE_END()
