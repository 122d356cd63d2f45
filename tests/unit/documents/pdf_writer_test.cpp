#include <boost/test/unit_test.hpp>

#include "documents/pdf_writer.h"
#include "support/pdf_text.h"

using namespace ssr;
using documents::PdfWriter;

namespace {

Instant const kThen = *parse_instant("2026-11-24T10:00:00Z");

std::string page_of(std::string_view text) {
    PdfWriter pdf{"Paper", "SSR Estimation", kThen};
    pdf.text({50, 50}, 400, text);
    return pdf.finish();
}

}  // namespace

BOOST_AUTO_TEST_SUITE(pdf_pages)

BOOST_AUTO_TEST_CASE(the_rupee_sign_and_the_scripts_of_the_offices_can_be_read_out) {
    auto const text = test::text_of_pdf(page_of("₹ 1,23,456.50 కిరణ్ कुमार <b>&"));
    for (auto const* part : {"₹ 1,23,456.50", "కిరణ్", "कुमार", "<b>&"})
        BOOST_TEST(text.find(part) != std::string::npos, part);
}

BOOST_AUTO_TEST_CASE(the_same_calls_give_the_same_bytes_and_others_do_not) {
    BOOST_TEST((page_of("one") == page_of("one")));
    BOOST_TEST((page_of("one") != page_of("two")));
}

BOOST_AUTO_TEST_CASE(a_long_text_takes_more_lines_within_its_width) {
    PdfWriter pdf{"Paper", "SSR Estimation", kThen};
    auto const one = pdf.height_of(400, "word");
    std::string const many(300, 'w');
    BOOST_TEST(pdf.height_of(100, many) > 4 * one);
    BOOST_TEST(pdf.text({50, 50}, 100, many) == pdf.height_of(100, many));
}

BOOST_AUTO_TEST_CASE(figures_end_at_the_right_edge) {
    PdfWriter pdf{"Paper", "SSR Estimation", kThen};
    pdf.text({50, 50}, 200, "1.00", {.align = documents::Align::right});
    pdf.text({50, 80}, 200, "1,00,000.00", {.align = documents::Align::right});
    auto const words = test::text_of_pdf(pdf.finish(), "-bbox");
    auto const right_edge = [&](std::string_view figure) {
        auto const at = words.rfind("xMax=", words.find(figure));
        return std::stod(words.substr(at + 6));
    };
    BOOST_TEST(std::abs(right_edge(">1.00<") - 250) < 0.5);
    BOOST_TEST(std::abs(right_edge(">1,00,000.00<") - 250) < 0.5);
}

BOOST_AUTO_TEST_CASE(each_page_is_a_page) {
    PdfWriter pdf{"Paper", "SSR Estimation", kThen};
    pdf.text({50, 50}, 200, "first");
    pdf.new_page();
    pdf.text({50, 50}, 200, "second");
    auto const text = test::text_of_pdf(pdf.finish());
    BOOST_TEST(std::count(text.begin(), text.end(), '\f') == 2);
}

BOOST_AUTO_TEST_SUITE_END()
