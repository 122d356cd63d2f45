#include <ctemplate/template.h>

#include <boost/test/unit_test.hpp>

#include "view/list_pieces.h"

using namespace ssr;

namespace {

bool has(std::string const& text, std::string_view part) { return text.find(part) != std::string::npos; }

// A piece by itself, as a page would get it.
template <class Piece>
std::string shown(Piece const& piece) {
    ctemplate::mutable_default_template_cache()->SetTemplateRootDirectory(SSR_SOURCE_DIR "/templates");
    std::string const key = "pieces-test";
    ctemplate::StringToTemplateCache(key, "{{%AUTOESCAPE context=\"HTML\"}}{{>PIECE}}",
                                     ctemplate::STRIP_BLANK_LINES);
    ctemplate::TemplateDictionary page{"page"};
    view::add(page, "PIECE", piece);
    std::string html;
    BOOST_TEST(ctemplate::ExpandTemplate(key, ctemplate::STRIP_BLANK_LINES, &page, &html));
    return html;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(pieces)

BOOST_AUTO_TEST_CASE(a_wrong_field_is_joined_with_its_hint_and_its_error) {
    auto const html = shown(view::Field{
        .name = "gstin", .label = "GSTIN", .hint = "15 letters and digits", .error = "Check it."});
    BOOST_TEST(has(html, "<label class=\"form-label\" for=\"f-gstin\">GSTIN</label>"));
    BOOST_TEST(has(html, "aria-describedby=\"f-gstin-h f-gstin-e\" aria-invalid=\"true\""));
    BOOST_TEST(html.find("<label") < html.find("f-gstin-h\">"));
    BOOST_TEST(html.find("<input") < html.find("id=\"f-gstin-e\""));
}

BOOST_AUTO_TEST_CASE(a_right_field_is_not_called_wrong) {
    auto const html = shown(view::Field{.name = "gstin", .label = "GSTIN"});
    BOOST_TEST(!has(html, "aria-invalid"));
    BOOST_TEST(!has(html, "aria-describedby"));
    BOOST_TEST(!has(html, "is-bad"));
}

BOOST_AUTO_TEST_CASE(what_was_typed_is_shown_again_and_cannot_break_out) {
    auto const field = view::filled({.name = "name", .label = "Name"},
                                    {{"name", "\"><script>alert(1)</script>"}}, {{"name", "No."}});
    auto const html = shown(field);
    BOOST_TEST(has(html, "value=\"&quot;&gt;&lt;script&gt;"));
    BOOST_TEST(!has(html, "<script>"));
    BOOST_TEST(has(html, "No."));
}

BOOST_AUTO_TEST_CASE(a_text_area_keeps_lines_and_cannot_be_closed_from_inside) {
    auto const html = shown(
        view::Field{.name = "note", .label = "Note", .value = "one\ntwo</textarea><b>", .type = "textarea"});
    BOOST_TEST(has(html, "one\ntwo&lt;/textarea&gt;"));
}

BOOST_AUTO_TEST_CASE(a_select_chooses_by_value) {
    auto const html = shown(view::Field{.name = "state_code",
                                        .label = "State",
                                        .value = "36",
                                        .type = "select",
                                        .options = {{"36", "Telangana"}, {"37", "Andhra Pradesh"}}});
    BOOST_TEST(has(html, "<option value=\"36\" selected>Telangana</option>"));
    BOOST_TEST(has(html, "<option value=\"37\">Andhra Pradesh</option>"));
}

BOOST_AUTO_TEST_CASE(a_one_time_code_has_one_field_that_phones_can_fill) {
    auto const html = shown(view::OtpField{});
    BOOST_TEST(has(html, "autocomplete=\"one-time-code\""));
    BOOST_TEST(has(html, "inputmode=\"numeric\""));
    BOOST_TEST(html.find("<input") == html.rfind("<input"));
    BOOST_TEST(!has(html, "maxlength"));
}

BOOST_AUTO_TEST_CASE(a_button_is_a_link_or_submits_or_opens) {
    BOOST_TEST(has(shown(view::Button{.label = "Open", .href = "/works/"}),
                   "<a class=\"btn btn-quiet\" href=\"/works/\">"));
    BOOST_TEST(has(shown(view::Button{.label = "Save", .name = "act", .value = "save"}),
                   "name=\"act\" value=\"save\""));
    BOOST_TEST(has(shown(view::Button{.label = "Refund", .opens = "refund"}),
                   "type=\"button\" data-open=\"refund\""));
}

BOOST_AUTO_TEST_CASE(a_module_shows_its_state_and_one_next_step) {
    auto const html = shown(view::ModuleCard{.state = view::ModuleCard::State::trial,
                                             .name = "Workslip",
                                             .icon = "receipt",
                                             .meter = "5 days of trial left",
                                             .meter_end = "9 of 14",
                                             .used = 9,
                                             .limit = 14,
                                             .action = view::Button{.label = "Open", .href = "/workslip/"}});
    BOOST_TEST(has(html, "module is-trial"));
    BOOST_TEST(has(html, ">Trial</span>"));
    BOOST_TEST(has(html, "max=\"14\" value=\"9\""));
    BOOST_TEST(html.find("class=\"btn") == html.rfind("class=\"btn"));
}

BOOST_AUTO_TEST_CASE(a_cell_carries_its_columns_label_to_a_phone) {
    auto const html =
        shown(view::Table{.caption = "Works",
                          .columns = {{.label = "Work", .is_lead = true},
                                      {.label = "Sanctioned", .kind = view::Column::Kind::number}},
                          .rows = {{{.text = "Block C", .href = "/works/1/"}, {.text = "2,10,000.00"}}}});
    BOOST_TEST(has(html, "<td class=\"t-lead\"><a href=\"/works/1/\">Block C</a>"));
    BOOST_TEST(has(html, "<td class=\"n\" data-label=\"Sanctioned\">2,10,000.00</td>"));
}

BOOST_AUTO_TEST_CASE(a_mark_stands_apart_from_the_words_of_its_cell) {
    auto const html = shown(view::Table{.caption = "Members",
                                        .columns = {{.label = "Name", .is_lead = true}},
                                        .rows = {{{.text = "Lakshmi", .pill = view::Pill{"You"}}}}});
    BOOST_TEST(has(html, "Lakshmi <span class=\"pill"));
}

BOOST_AUTO_TEST_CASE(pages_far_from_the_current_one_are_left_out) {
    auto const html = shown(view::numbered_pager("/works/?page=", 6, 12, "126 to 150 of 300"));
    BOOST_TEST(has(html, "aria-current=\"page\">6</span>"));
    BOOST_TEST(has(html, "href=\"/works/?page=12\""));
    BOOST_TEST(has(html, "…"));
    BOOST_TEST(!has(html, ">2</a>"));
}

BOOST_AUTO_TEST_CASE(one_page_needs_neither_previous_nor_next) {
    auto const html = shown(view::numbered_pager("/works/?page=", 1, 1, "1 to 3 of 3"));
    BOOST_TEST(!has(html, "rel=\"prev\""));
    BOOST_TEST(!has(html, "rel=\"next\""));
}

BOOST_AUTO_TEST_SUITE_END()
