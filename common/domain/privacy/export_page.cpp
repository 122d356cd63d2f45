#include "domain/privacy/export_page.h"

#include <ostream>

#include "values/money.h"

namespace ssr::privacy {

namespace {

constexpr std::string_view kStyle =
    "body{font:16px/1.5 system-ui,sans-serif;max-width:60rem;margin:2rem auto;padding:0 1rem;color:#16232a}"
    "h2{margin-top:2.5rem;border-bottom:2px solid "
    "#0e6170}dl{display:grid;grid-template-columns:minmax(8rem,14rem) 1fr;"
    "gap:.15rem 1rem;margin:1rem 0;padding-bottom:1rem;border-bottom:1px solid #d5dde0}dt{color:#4d5f68}"
    "dd{margin:0;overflow-wrap:anywhere;white-space:pre-wrap}";

constexpr std::string_view kPaise = "_paise";

// "billing_state_code" is "Billing state code", "total_amount_paise" is "Total amount".
std::string label_of(std::string_view key) {
    if (key.ends_with(kPaise)) key.remove_suffix(kPaise.size());
    std::string label{key};
    for (auto& c : label)
        if (c == '_') c = ' ';
    if (!label.empty() && label[0] >= 'a' && label[0] <= 'z') label[0] = char(label[0] - 'a' + 'A');
    return label;
}

std::string shown(std::string_view key, Json const& value) {
    if (value.is_null()) return "-";
    if (auto const flag = value.flag()) return *flag ? "yes" : "no";
    if (auto const number = value.integer(); number && key.ends_with(kPaise))
        return Money::from_paise(*number).display();
    auto const text = value.text_or_number();
    if (!text) return value.dump();
    auto const at = key.ends_with("_at") ? parse_instant(*text) : std::nullopt;
    return at ? display_time(*at) : *text;
}

}  // namespace

std::string html_escaped(std::string_view text) {
    std::string safe;
    for (char c : text) switch (c) {
            case '&': safe += "&amp;"; break;
            case '<': safe += "&lt;"; break;
            case '>': safe += "&gt;"; break;
            case '"': safe += "&quot;"; break;
            case '\'': safe += "&#39;"; break;
            default: safe += c;
        }
    return safe;
}

void begin_page(std::ostream& out, Instant made) {
    out << "<!doctype html>\n<html lang=\"en-IN\"><head><meta charset=\"utf-8\"><meta "
           "http-equiv=\"Content-Security-Policy\" "
           "content=\"default-src 'none'; style-src 'unsafe-inline'\"><title>Your data at SSR "
           "Estimation</title><style>"
        << kStyle
        << "</style></head><body>\n<h1>Your data at SSR Estimation</h1>\n<p>Everything that we hold about "
           "you, as of "
        << display_time(made)
        << " (India). The same is in data.json, for programs. Files that you gave us are in the folder "
           "files.</p>\n";
}

void begin_section(std::ostream& out, std::string_view heading, std::size_t rows) {
    out << "<h2>" << html_escaped(heading) << "</h2>\n";
    if (rows == 0) out << "<p>Nothing.</p>\n";
}

void write_row(std::ostream& out, Json const& row) {
    out << "<dl>";
    for (auto const& [key, value] : *row.object())
        if (key != "id" && !key.ends_with("_id"))
            out << "<dt>" << html_escaped(label_of(key)) << "</dt><dd>" << html_escaped(shown(key, value))
                << "</dd>";
    out << "</dl>\n";
}

void end_page(std::ostream& out) { out << "</body></html>\n"; }

}  // namespace ssr::privacy
