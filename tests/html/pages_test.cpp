// Renders the component page and the frame of each area into build/tests/html, where pages.mjs looks at them.
#include <boost/test/unit_test.hpp>
#include <filesystem>
#include <fstream>

#include "dev/views/components_page.h"
#include "view/error_page.h"

using namespace ssr;
namespace fs = std::filesystem;

namespace {

struct BuiltSite {
    BuiltSite() {
        view::configure({SSR_SOURCE_DIR "/templates", SSR_BUILD_DIR "/static/manifest"});
        fs::create_directories(folder);
    }
    void write(std::string const& name, std::string const& html) {
        std::ofstream{folder / (name + ".html")} << html;
    }

    fs::path folder = SSR_BUILD_DIR "/tests/html";
};

view::Frame frame(view::Area area) {
    return {.area = area,
            .path = area == view::Area::admin ? "/admin-panel/users/" : "/estimate/",
            .csrf_token = "token",
            .nonce = "nonce",
            .person = view::Person{"S. Kiran Kumar", area == view::Area::admin ? "admin" : "user"}};
}

}  // namespace

BOOST_FIXTURE_TEST_SUITE(html, BuiltSite)

BOOST_AUTO_TEST_CASE(every_piece_is_on_the_component_page) {
    auto in_app = frame(view::Area::app);
    in_app.announcement =
        view::Announcement{"Electrical SSR 2026-27, version 3, is published.", "See changed rates", "/datas/",
                           "/support/announcements/1/dismiss/"};
    in_app.toast = view::Toast{"Line removed.", "Undo", "/works/"};
    in_app.notices = {{"Invoice 26-27/000123 is ready", "/payments/"}};
    write("components", dev::render(dev::ComponentsPage{}, in_app));
    write("components-editor", dev::render(dev::ComponentsPage{}, frame(view::Area::editor)));
    write("components-admin", dev::render(dev::ComponentsPage{}, frame(view::Area::admin)));
    auto stranger = frame(view::Area::public_site);
    stranger.person.reset();
    write("components-public", dev::render(dev::ComponentsPage{}, stranger));
    write("error", view::render(view::ErrorPage{.status = 404,
                                                .title = "This page does not exist",
                                                .detail = "Check the address.",
                                                .request_id = "5f1c2a"},
                                stranger));
    BOOST_TEST(fs::file_size(folder / "components.html") > 20000u);
}

BOOST_AUTO_TEST_SUITE_END()
