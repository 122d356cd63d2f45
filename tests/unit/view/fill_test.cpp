#include "view/fill.h"

#include <boost/test/unit_test.hpp>

#include <filesystem>
#include <fstream>

#include "base/secure.h"

using namespace ssr;
namespace fs = std::filesystem;

namespace {

// The shared templates, whose static files are named as they are.
struct Site {
    Site() {
        fs::create_directory(folder);
        fs::copy(SSR_SOURCE_DIR "/templates/shared", folder / "shared");
        std::ofstream manifest{folder / "manifest"};
        for (auto const* name :
             {"theme.css", "theme.js", "app.js", "icons.svg", "logo-mark.svg", "public-sans-latin.woff2"})
            manifest << name << ' ' << name << '\n';
        manifest.close();
        view::configure({folder.string(), (folder / "manifest").string()});
    }
    ~Site() { fs::remove_all(folder); }
    fs::path const folder = fs::temp_directory_path() / ("ssr-fill-" + random_hex(6));
};

std::optional<std::string> filled(std::string const& html, view::Values const& typed) {
    return view::filled_in(html, "/profile/", typed, {.strong = "Kept."});
}

std::string form(std::string const& inner) {
    return "<form class=\"stack\" method=\"post\" action=\"/profile/\">" + inner + "</form>";
}

bool has(std::optional<std::string> const& text, std::string_view part) {
    return text && text->find(part) != std::string::npos;
}

}  // namespace

BOOST_FIXTURE_TEST_SUITE(forms_put_back, Site)

BOOST_AUTO_TEST_CASE(what_was_typed_stands_in_its_fields_again) {
    auto const html =
        filled("<p>before</p>" + form("<input name=\"name\" type=\"text\" value=\"Old\" autofocus>") +
                   "<p>after</p>",
               {{"name", "S. Kiran Kumar"}});
    BOOST_TEST(has(html, "<input name=\"name\" type=\"text\" autofocus value=\"S. Kiran Kumar\">"));
    BOOST_TEST(html->find("Kept.") < html->find("<form"));
    BOOST_TEST(has(html, "<p>before</p>"));
    BOOST_TEST(has(html, "<p>after</p>"));
}

BOOST_AUTO_TEST_CASE(what_was_typed_cannot_leave_its_field) {
    auto const html = filled(form("<input name=\"name\" value=\"\"><textarea name=\"address\">\n</textarea>"),
                             {{"name", "\"><script>alert(1)</script>"}, {"address", "</textarea><b>"}});
    BOOST_TEST(has(html, "value=\"&quot;&gt;&lt;script&gt;alert(1)&lt;/script&gt;\""));
    BOOST_TEST(has(html, "\n&lt;/textarea&gt;&lt;b&gt;</textarea>"));
    BOOST_TEST(!has(html, "<script>"));
}

BOOST_AUTO_TEST_CASE(choices_and_ticks_are_those_that_were_made) {
    auto const html = filled(form("<select name=\"state\"><option value=\"36\" selected>T</option><option "
                                  "value=\"37\">A</option></select>"
                                  "<input name=\"kind\" type=\"radio\" value=\"a\" checked><input "
                                  "name=\"kind\" type=\"radio\" value=\"b\">"
                                  "<input name=\"news\" type=\"checkbox\" value=\"1\" checked>"),
                             {{"state", "37"}, {"kind", "b"}});
    BOOST_TEST(has(html, "<option value=\"36\">"));
    BOOST_TEST(has(html, "<option selected value=\"37\">"));
    BOOST_TEST(has(html, "type=\"radio\" value=\"a\">"));
    BOOST_TEST(has(html, "<input checked name=\"kind\" type=\"radio\" value=\"b\">"));
    BOOST_TEST(has(html, "type=\"checkbox\" value=\"1\">"));
}

BOOST_AUTO_TEST_CASE(the_token_stays_that_of_the_page_and_hidden_fields_are_as_sent) {
    auto const html =
        filled(form("<input type=\"hidden\" name=\"csrf_token\" value=\"fresh\">"
                    "<input type=\"hidden\" name=\"version\" value=\"9\"><input name=\"name\" value=\"\">"),
               {{"csrf_token", "stale"}, {"version", "8"}, {"name", "R"}});
    BOOST_TEST(has(html, "value=\"fresh\""));
    BOOST_TEST(has(html, "name=\"version\" value=\"8\""));
}

BOOST_AUTO_TEST_CASE(of_several_forms_the_one_that_was_sent_is_filled) {
    auto const html =
        filled(form("<input name=\"otp\" value=\"\">") + form("<input name=\"phone\" value=\"\">"),
               {{"phone", "98480 12345"}});
    BOOST_TEST(has(html, "<input name=\"otp\" value=\"\">"));
    BOOST_TEST(has(html, "<input name=\"phone\" value=\"98480 12345\">"));
}

BOOST_AUTO_TEST_CASE(a_note_on_a_form_in_a_dialog_stands_where_it_is_seen) {
    auto const html = filled("<main id=\"main\"><h1>Page</h1><dialog>" +
                                 form("<input name=\"name\" value=\"\">") + "</dialog></main>",
                             {{"name", "R"}});
    BOOST_TEST(html->find("Kept.") < html->find("<h1>"));
}

BOOST_AUTO_TEST_CASE(a_page_without_that_form_is_left_alone) {
    BOOST_TEST(
        !filled("<form method=\"post\" action=\"/works/\"><input name=\"name\"></form>", {{"name", "R"}}));
    BOOST_TEST(
        !filled("<form method=\"get\" action=\"/profile/\"><input name=\"name\"></form>", {{"name", "R"}}));
    BOOST_TEST(!filled(form("<input name=\"other\">"), {{"name", "R"}}));
}

BOOST_AUTO_TEST_SUITE_END()
