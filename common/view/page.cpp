#include "view/page.h"

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <sstream>
#include <stdexcept>
#include <vector>

#include "base/text.h"
#include "shared/error_summary.tpl.h"
#include "shared/layout.tpl.h"
#include "view/include.h"
#include "view/layout.h"

namespace ssr::view {
namespace {

namespace fs = std::filesystem;

// Line ends inside a template are white space to a browser, and dropping them would join words.
constexpr auto kStrip = ctemplate::STRIP_BLANK_LINES;
constexpr std::string_view kPragma = "{{%AUTOESCAPE context=\"HTML\"}}";
constexpr std::string_view kStaticMarker = "{{STATIC_";

std::string whole_file(std::filesystem::path const& path) {
    std::ifstream in{path, std::ios::binary};
    if (!in) throw std::runtime_error{"cannot read " + path.string()};
    std::ostringstream text;
    text << in.rdbuf();
    return std::move(text).str();
}

// "theme.css" is {{STATIC_THEME_CSS}}.
std::string marker_of(std::string_view file_name) {
    auto marker = "STATIC_" + upper(file_name);
    std::replace_if(
        marker.begin(), marker.end(), [](char c) { return c == '.' || c == '-'; }, '_');
    return marker;
}

using StaticFiles = std::map<std::string, std::string, std::less<>>;  // marker, address

StaticFiles read_manifest(std::string const& path) {
    StaticFiles files;
    std::istringstream lines{whole_file(path)};
    for (std::string name, hashed_name; lines >> name >> hashed_name;)
        files.emplace(marker_of(name), "/static/" + hashed_name);
    return files;
}

void check_static_names(std::string const& text, std::string const& file, StaticFiles const& files) {
    for (auto at = text.find(kStaticMarker); at != std::string::npos; at = text.find(kStaticMarker, at + 1)) {
        auto const marker = text.substr(at + 2, text.find_first_of("}:", at) - at - 2);
        if (!files.contains(marker))
            throw std::runtime_error{file + ": no static file for {{" + marker + "}}"};
    }
}

void load(fs::path const& path, std::string const& file, StaticFiles const& files) {
    auto const text = whole_file(path);
    if (!text.starts_with(kPragma))
        throw std::runtime_error{file + ": does not begin with " + std::string{kPragma}};
    check_static_names(text, file, files);
    if (!ctemplate::LoadTemplate(file, kStrip))
        throw std::runtime_error{file + ": not a template that can be loaded"};
}

std::string expanded(std::string const& file, Dictionary const& dictionary) {
    std::string out;
    if (!ctemplate::ExpandTemplate(file, kStrip, &dictionary, &out))
        throw std::runtime_error{"template " + file + " or one that it includes could not be expanded"};
    return out;
}

// Values that every template of the page sees, whatever includes it.
void set_page_wide(Dictionary& dictionary, Frame const& frame) {
    dictionary.SetTemplateGlobalValue("CSRF_TOKEN", frame.csrf_token);
    dictionary.SetTemplateGlobalValue("NONCE", frame.nonce);
    dictionary.SetTemplateGlobalValue("PAGE_PATH", frame.path);
}

}  // namespace

void configure(Places const& places) {
    if (!fs::is_directory(places.templates)) throw std::runtime_error{"no templates at " + places.templates};
    ctemplate::mutable_default_template_cache()->ClearCache();
    ctemplate::mutable_default_template_cache()->SetTemplateRootDirectory(places.templates);
    auto const files = read_manifest(places.static_manifest);
    for (auto const& [marker, address] : files)
        ctemplate::TemplateDictionary::SetGlobalValue(marker, address);
    for (auto const& entry : fs::recursive_directory_iterator{places.templates})
        if (entry.path().extension() == ".tpl")
            load(entry.path(), fs::relative(entry.path(), places.templates).string(), files);
}

Document::Document(Frame const& frame, std::string const& template_file, std::string title)
    : layout_{std::make_unique<Dictionary>("page")}, title_{std::move(title)} {
    set_page_wide(*layout_, frame);
    body_ = &include(lay_out(*layout_, frame), "BODY", template_file);
}

Document::~Document() = default;

void Document::show_errors(Errors const& errors, std::initializer_list<std::string_view> order) {
    if (errors.empty()) return;
    came_back_ = true;
    std::vector<std::pair<std::string, std::string>> sorted{errors.begin(), errors.end()};
    auto const place = [&](auto const& error) { return std::find(order.begin(), order.end(), error.first); };
    std::stable_sort(sorted.begin(), sorted.end(),
                     [&](auto const& a, auto const& b) { return place(a) < place(b); });

    auto& summary = include(body(), "ERROR_SUMMARY", "shared/error_summary.tpl");
    for (auto const& [name, complaint] : sorted) {
        auto& line = section(summary, kes_COMPLAINT);
        if (name.empty()) {
            section(line, kes_OF_FORM).SetValue(kes_TEXT, complaint);
            continue;
        }
        auto& linked = section(line, kes_OF_FIELD);
        linked.SetValue(kes_NAME, name);
        linked.SetValue(kes_TEXT, complaint);
    }
}

std::string Document::html() {
    layout_->SetValue(kl_TITLE, came_back_ ? "Error: " + title_ : title_);
    return expanded("shared/layout.tpl", *layout_);
}

Fragment::Fragment(Frame const& frame, std::string const& template_file)
    : body_{std::make_unique<Dictionary>("fragment")}, template_file_{template_file} {
    set_page_wide(*body_, frame);
}

Fragment::~Fragment() = default;

std::string Fragment::html() { return expanded(template_file_, *body_); }

}  // namespace ssr::view
