#include "support/browser.h"

#include <boost/test/unit_test.hpp>

#include <unistd.h>
#include <filesystem>
#include <fstream>
#include <sstream>

#include "base/secure.h"
#include "base/text.h"
#include "support/database.h"
#include "support/people.h"
#include "web/body.h"

namespace ssr::test {

namespace fs = std::filesystem;

namespace {

/// A folder that goes with the test binary.
class Folder {
public:
    Folder()
        : path_{fs::temp_directory_path() /
                ("ssr-test-" + std::to_string(::getpid()) + "-" + random_hex(4))} {
        fs::create_directory(path_);
    }
    ~Folder() {
        std::error_code ignored;
        fs::remove_all(path_, ignored);
    }
    Folder(Folder const&) = delete;
    Folder& operator=(Folder const&) = delete;
    fs::path const& path() const { return path_; }

private:
    fs::path path_;
};

fs::path const& folder() {
    static Folder const folder;
    return folder.path();
}

std::string const kTemplates = SSR_SOURCE_DIR "/templates";

// Every static file that a template names, under a made-up address.
std::string const& manifest() {
    static std::string const path = [] {
        auto const file = folder() / "manifest";
        std::ofstream out{file};
        for (auto const& entry : fs::recursive_directory_iterator{kTemplates}) {
            if (entry.path().extension() != ".tpl") continue;
            std::ostringstream text;
            text << std::ifstream{entry.path()}.rdbuf();
            auto const all = text.str();
            constexpr std::string_view kMarker = "{{STATIC_";
            for (auto at = all.find(kMarker); at != std::string::npos; at = all.find(kMarker, at + 1)) {
                auto const begin = at + kMarker.size();
                auto const name = all.substr(begin, all.find_first_of("}:", begin) - begin);
                out << name << ' ' << lower(name) << ".test\n";
            }
        }
        return file.string();
    }();
    return path;
}

std::string shift_file() {
    auto const file = folder() / ("clock-" + random_hex(4));
    std::ofstream{file} << std::string(8, '\0');
    return file.string();
}

}  // namespace

void show_templates() {
    static bool const shown = [] {
        view::configure({kTemplates, manifest()});
        return true;
    }();
    (void)shown;
}

guard::HouseConfig house_for(std::string const& role) {
    show_templates();
    return {.db = {.conninfo = clone_as(role)},
            .redis_url = redis_url(),
            .secret_key = std::string(64, 'k'),
            .public_url = "https://localhost:8443",
            .templates = kTemplates,
            .static_manifest = manifest(),
            .release = "test",
            .clock_file = shift_file(),
            .is_production = false};
}

Browser::Browser(Site site, guard::House& house)
    : site_{std::move(site)}, house_{house}, ip_address_{fresh_ip_address()} {}

web::Request Browser::asking(web::Method method, std::string_view address) const {
    web::Request request{.method = method};
    auto const query = address.find('?');
    request.path = address.substr(0, query);
    if (query != std::string_view::npos)
        BOOST_REQUIRE(web::read_fields(address.substr(query + 1), request.query));
    request.headers = {{"user-agent", user_agent_},
                       {"accept", prefers_json_ ? "application/json" : "text/html"}};
    return request;
}

web::Response Browser::get(std::string_view address) { return send(asking(web::Method::get, address)); }

web::Response Browser::post(std::string_view address, web::Fields fields) {
    auto request = asking(web::Method::post, address);
    request.form = std::move(fields);
    request.headers.insert_or_assign("content-type", "application/x-www-form-urlencoded");
    if (!page_.empty()) {
        request.headers.insert_or_assign("referer", "https://localhost:8443" + page_);
        request.headers.insert_or_assign("sec-fetch-site", "same-origin");
    }
    if (sends_token_) {
        auto const session = cookie(web::kSessionCookie);
        request.form.emplace("csrf_token",
                             house_.csrf.token_for(session.empty() ? cookie(web::kBrowserCookie) : session));
    }
    return send(std::move(request));
}

web::Response Browser::post_json(std::string_view address, Json const& body) {
    auto request = asking(web::Method::post, address);
    request.headers.insert_or_assign("content-type", "application/json");
    request.headers.insert_or_assign("accept", "application/json");
    request.body = body.dump();
    auto const session = cookie(web::kSessionCookie);
    if (sends_token_ && !session.empty())
        request.headers.emplace("x-csrf-token", house_.csrf.token_for(session));
    return send(std::move(request));
}

web::Response Browser::send(web::Request request) {
    request.cookies = cookies_;
    request.remote_address = ip_address_;
    request.zone = zone_;
    request.id = random_hex(16);
    request.nonce = random_hex(16);
    auto response = site_(request);
    for (auto const& [name, value] : response.headers) {
        if (name != "Set-Cookie") continue;
        auto const pair = std::string_view{value}.substr(0, value.find(';'));
        set_cookie(std::string{pair.substr(0, pair.find('='))}, std::string{pair.substr(pair.find('=') + 1)});
    }
    return response;
}

Browser& Browser::prefers_json() {
    prefers_json_ = true;
    return *this;
}

Browser& Browser::without_token() {
    sends_token_ = false;
    return *this;
}

Browser& Browser::on_page(std::string address) {
    page_ = std::move(address);
    return *this;
}

void Browser::set_cookie(std::string const& name, std::string const& value) {
    if (value.empty())
        cookies_.erase(name);
    else
        cookies_.insert_or_assign(name, value);
}

std::string Browser::cookie(std::string_view name) const {
    auto const found = cookies_.find(name);
    return found == cookies_.end() ? std::string{} : found->second;
}

std::string header(web::Response const& response, std::string_view name) {
    for (auto const& [given, value] : response.headers)
        if (given == name) return value;
    return {};
}

Json json_of(web::Response const& response) {
    auto value = Json::parse(response.body);
    BOOST_REQUIRE_MESSAGE(value, "not JSON: " << response.body.substr(0, 200));
    return *std::move(value);
}

bool shows(web::Response const& response, std::string_view text) {
    return response.body.find(text) != std::string::npos;
}

}  // namespace ssr::test
