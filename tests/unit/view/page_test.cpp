#include <ctemplate/template.h>
#include <unistd.h>

#include <boost/test/unit_test.hpp>
#include <filesystem>
#include <fstream>

#include "view/error_page.h"
#include "view/page.h"

using namespace ssr;
namespace fs = std::filesystem;

namespace {

// A folder of templates with the shared ones, and a manifest that names every static file that they name.
struct Site {
    Site() : folder{fs::temp_directory_path() / ("ssr-view-" + std::to_string(getpid()))} {
        fs::remove_all(folder);
        fs::create_directories(folder);
        fs::copy(SSR_SOURCE_DIR "/templates", folder / "templates", fs::copy_options::recursive);
        write("manifest",
              "theme.css theme.1.css\ntheme.js theme.2.js\napp.js app.3.js\nhtmx.js htmx.4.js\nicons.svg "
              "icons.5.svg\n"
              "logo-mark.svg logo-mark.6.svg\npublic-sans-latin.woff2 public-sans-latin.7.woff2\n"
              "estimate.js estimate.8.js\ncheckout.js checkout.9.js\n");
    }
    ~Site() { fs::remove_all(folder); }

    void write(std::string const& name, std::string const& text) { std::ofstream{folder / name} << text; }
    void page(std::string const& text) {
        fs::create_directories(folder / "templates/test");
        write("templates/test/page.tpl", "{{%AUTOESCAPE context=\"HTML\"}}\n" + text);
    }
    void configure() { view::configure({(folder / "templates").string(), (folder / "manifest").string()}); }
    std::string complaint() {
        try {
            configure();
        } catch (std::exception const& error) {
            return error.what();
        }
        return "";
    }

    fs::path folder;
};

bool has(std::string const& text, std::string_view part) { return text.find(part) != std::string::npos; }

view::Frame frame_of(view::Area area, std::string path = "/") {
    return {.area = area,
            .path = std::move(path),
            .csrf_token = "token-1",
            .nonce = "nonce-1",
            .person = view::Person{"S. Kiran Kumar", "user"}};
}

std::string page_with(std::string const& value) {
    view::Document out{frame_of(view::Area::bare), "test/page.tpl", value};
    out.body().SetValue("VALUE", value);
    return out.html();
}

}  // namespace

BOOST_FIXTURE_TEST_SUITE(page, Site)

BOOST_AUTO_TEST_CASE(a_script_typed_into_a_field_is_inert_wherever_it_is_shown) {
    page("<p>{{VALUE}}</p><input value=\"{{VALUE}}\"><a href=\"{{VALUE}}\">x</a>");
    configure();
    auto const html = page_with("\"><script>alert(1)</script>");
    BOOST_TEST(!has(html, "<script>alert"));
    BOOST_TEST(has(html, "&quot;&gt;&lt;script&gt;"));
}

BOOST_AUTO_TEST_CASE(an_address_that_is_a_script_leads_nowhere) {
    page("<a href=\"{{VALUE}}\">x</a>");
    configure();
    BOOST_TEST(has(page_with("javascript:alert(1)"), "<a href=\"#\">"));
    BOOST_TEST(has(page_with("/works/"), "<a href=\"/works/\">"));
}

BOOST_AUTO_TEST_CASE(a_template_without_its_first_line_refuses_to_start) {
    page("");
    write("templates/test/page.tpl", "<p>{{VALUE}}</p>");
    BOOST_TEST(has(complaint(), "test/page.tpl"));
}

BOOST_AUTO_TEST_CASE(a_template_whose_section_is_not_closed_refuses_to_start) {
    page("{{#OPEN}}<p></p>");
    BOOST_TEST(has(complaint(), "test/page.tpl"));
}

BOOST_AUTO_TEST_CASE(a_template_that_names_a_static_file_which_is_not_there_refuses_to_start) {
    page("<script src=\"{{STATIC_NO_SUCH_JS}}\"></script>");
    BOOST_TEST(has(complaint(), "STATIC_NO_SUCH_JS"));
    page("<script src=\"{{STATIC_APP_JS}}\"></script>");
    BOOST_TEST(complaint() == "");
}

BOOST_AUTO_TEST_CASE(missing_templates_or_a_missing_manifest_refuse_to_start) {
    fs::rename(folder / "manifest", folder / "elsewhere");
    BOOST_TEST(has(complaint(), "manifest"));
    fs::rename(folder / "elsewhere", folder / "manifest");
    fs::remove_all(folder / "templates");
    BOOST_TEST(has(complaint(), "templates"));
}

BOOST_AUTO_TEST_CASE(a_page_that_includes_a_missing_template_is_not_sent_by_half) {
    page("<p>first half</p>{{>PART}}");
    configure();
    view::Document out{frame_of(view::Area::bare), "test/page.tpl", "Half"};
    out.body().AddIncludeDictionary("PART")->SetFilename("test/no_such.tpl");
    BOOST_CHECK_THROW(out.html(), std::runtime_error);
}

BOOST_AUTO_TEST_CASE(a_form_that_came_back_says_error_in_its_title_and_links_to_its_fields) {
    page("{{>ERROR_SUMMARY}}");
    configure();
    view::Document out{frame_of(view::Area::bare), "test/page.tpl", "Sign in"};
    out.show_errors({{"gstin", "Check the GSTIN."}, {"name", "Enter your name."}, {"", "Nothing was paid."}},
                    {"name", "gstin"});
    auto const html = out.html();
    BOOST_TEST(has(html, "<title>Error: Sign in - SSR Estimation</title>"));
    BOOST_TEST(has(html, "<a href=\"#f-name\">Enter your name.</a>"));
    BOOST_TEST(html.find("Enter your name.") < html.find("Check the GSTIN."));
    BOOST_TEST(has(html, "<li>Nothing was paid.</li>"));
}

BOOST_AUTO_TEST_CASE(a_form_without_errors_keeps_its_title) {
    page("{{>ERROR_SUMMARY}}");
    configure();
    view::Document out{frame_of(view::Area::bare), "test/page.tpl", "Sign in"};
    out.show_errors({});
    auto const html = out.html();
    BOOST_TEST(has(html, "<title>Sign in - SSR Estimation</title>"));
    BOOST_TEST(!has(html, "error-summary"));
}

BOOST_AUTO_TEST_CASE(every_template_of_a_page_sees_its_token_and_its_nonce) {
    page("{{CSRF_TOKEN}} {{NONCE}}");
    configure();
    auto const html = page_with("x");
    BOOST_TEST(has(html, "token-1 nonce-1"));
    BOOST_TEST(has(html, "<script src=\"/static/app.3.js\" nonce=\"nonce-1\" type=\"module\"></script>"));
}

BOOST_AUTO_TEST_CASE(the_side_bar_marks_the_place_that_the_path_belongs_to) {
    page("");
    configure();
    view::Document out{frame_of(view::Area::app, "/works/018f/edit/"), "test/page.tpl", "Works"};
    auto const html = out.html();
    BOOST_TEST(has(html, "href=\"/works/\" aria-current=\"page\""));
    BOOST_TEST(!has(html, "href=\"/dashboard/\" aria-current=\"page\""));
    BOOST_TEST(has(html, ">SK</span>"));
}

BOOST_AUTO_TEST_CASE(only_staff_see_the_way_to_the_admin_panel) {
    page("");
    configure();
    auto frame = frame_of(view::Area::app);
    BOOST_TEST(!has((view::Document{frame, "test/page.tpl", "x"}.html()), "/admin-panel/"));
    frame.person->role = "support";
    BOOST_TEST(has((view::Document{frame, "test/page.tpl", "x"}.html()), "/admin-panel/"));
    BOOST_TEST(!has((view::Document{frame.in(view::Area::admin), "test/page.tpl", "x"}.html()),
                    "/admin-panel/payments/"));
}

BOOST_AUTO_TEST_CASE(an_error_page_says_what_to_do_and_the_number_to_quote) {
    page("");
    configure();
    auto const html = view::render(view::ErrorPage{.status = 500,
                                                   .title = "Something failed on our side",
                                                   .detail = "Try again in one minute.",
                                                   .request_id = "a1b2"},
                                   frame_of(view::Area::app));
    BOOST_TEST(has(html, "Something failed on our side"));
    BOOST_TEST(has(html, "<strong class=\"num\">a1b2</strong>"));
    BOOST_TEST(has(html, "href=\"/dashboard/\""));
}

BOOST_AUTO_TEST_SUITE_END()
