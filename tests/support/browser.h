#pragma once

#include <functional>
#include <string>
#include <string_view>

#include "base/json.h"
#include "guard/serve.h"

// Routes in process, as nginx would call them: a request goes in, the answer comes out with its headers.
namespace ssr::test {

/// Shows the templates of the source tree with made-up names of static files. Once a binary is enough; more
/// do no harm.
void show_templates();

/// Settings for a handler in a test: this binary's database clone as `role`, the test's Redis, a clock of its
/// own that the test may shift (house.clock.shift_to(…)).
guard::HouseConfig house_for(std::string const& role);

/// A browser that keeps cookies, like a person's. By default it also sends the token of its cookies with each
/// POST.
class Browser {
public:
    using Site = std::function<web::Response(web::Request const&)>;
    explicit Browser(Site site, guard::House& house);

    /// Over a handler's route table: Browser ravi{"auth", auth::routes(), app, config.house};
    template <class App>
    Browser(std::string const& handler, std::span<web::Route<App> const> routes, App& app,
            guard::HouseConfig const& config)
        : Browser{[service = guard::service_of({.name = handler}, config, app), routes,
                   &app](web::Request const& request) {
                      std::string_view route;
                      guard::reset_costs(app);
                      return web::answered(
                          service,
                          [&](web::Request const& asked) { return guard::answer<App>(routes, app, asked); },
                          request, route);
                  },
                  app} {}

    web::Response get(std::string_view address);
    web::Response post(std::string_view address, web::Fields fields = {});
    web::Response post_json(std::string_view address, Json const& body);
    /// Any request, with this browser's cookies; keeps the cookies of the answer.
    web::Response send(web::Request request);

    /// Asks for JSON from now on (Accept: application/json).
    Browser& prefers_json();
    Browser& without_token();
    /// Posts come from that page of ours from now on, as real browsers say (Referer, Sec-Fetch-Site).
    Browser& on_page(std::string address);
    void set_cookie(std::string const& name, std::string const& value);
    std::string cookie(std::string_view name) const;
    void set_ip_address(std::string address) { ip_address_ = std::move(address); }
    /// Comes in by another of nginx's servers: "gateway".
    void set_zone(std::string zone) { zone_ = std::move(zone); }
    void set_user_agent(std::string agent) { user_agent_ = std::move(agent); }

private:
    web::Request asking(web::Method method, std::string_view address) const;
    Site site_;
    guard::House& house_;
    web::Fields cookies_;
    std::string zone_ = "site", ip_address_,
                user_agent_ = "Mozilla/5.0 (X11; Linux x86_64) Chrome/130.0 Safari/537.36";
    std::string page_;
    bool prefers_json_ = false, sends_token_ = true;
};

/// A header of the answer; empty where it has none.
std::string header(web::Response const& response, std::string_view name);
/// The answer's body as JSON; fails the test where it is none.
Json json_of(web::Response const& response);
bool shows(web::Response const& response, std::string_view text);

}  // namespace ssr::test
