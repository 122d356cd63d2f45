#pragma once

#include <initializer_list>
#include <map>
#include <memory>
#include <string>
#include <string_view>

#include "view/frame.h"

namespace ctemplate {
class TemplateDictionary;
class TemplateString;
}  // namespace ctemplate

namespace ssr::view {

using Dictionary = ctemplate::TemplateDictionary;
/// A constant generated from a .tpl (`kl_NAME` of login.tpl, in "auth/login.tpl.h"): a wrong name does not
/// compile.
using Marker = ctemplate::TemplateString;

/// Complaints by field name, as web::FieldErrors has them; the name "" is the whole form's.
using Errors = std::map<std::string, std::string, std::less<>>;
using Values = std::map<std::string, std::string, std::less<>>;

struct Places {
    std::string templates;        // SSR_TEMPLATES
    std::string static_manifest;  // SSR_STATIC_MANIFEST: lines `name hashed-name`
};

/// Once, from main, before anything is rendered: loads and checks every template, whose markers may name a
/// file of the manifest (theme.css is {{STATIC_THEME_CSS}}). Throws naming the bad one: unreadable,
/// unbalanced, without its AUTOESCAPE line, or naming a static file that is not there.
void configure(Places const& places);

/// A page being made: the layout of its area around one template.
///
///     std::string render(LoginPage const& page, view::Frame const& frame) {
///         view::Document out{frame.in(view::Area::bare), "auth/login.tpl", "Sign in"};
///         out.show_errors(page.errors);
///         view::add(out.body(), kl_IDENTIFIER, view::Field{.name = "identifier", .label = "Mobile or
///         e-mail"}); return out.html();
///     }
class Document {
public:
    /// `template_file` is relative to the templates' folder; `title` goes without the product's name.
    Document(Frame const& frame, std::string const& template_file, std::string title);
    ~Document();
    Document(Document const&) = delete;
    Document& operator=(Document const&) = delete;

    /// The dictionary of the page's own template. Values are escaped where they stand, and their line ends
    /// become blanks; a text whose lines matter is written {{TEXT:pre_escape}}.
    Dictionary& body() { return *body_; }
    /// A failed post came back: the title begins with "Error:", and the template's {{>ERROR_SUMMARY}} lists
    /// the complaints with links to their fields, in `order` (field names) where given. Nothing happens
    /// without errors.
    void show_errors(Errors const& errors, std::initializer_list<std::string_view> order = {});
    /// The whole page. Throws where a template could not be expanded: nobody gets half a page.
    std::string html();

private:
    std::unique_ptr<Dictionary> layout_;
    Dictionary* body_;
    std::string title_;
    bool came_back_ = false;
};

/// A part of a page without any layout, for htmx to put in place.
class Fragment {
public:
    Fragment(Frame const& frame, std::string const& template_file);
    ~Fragment();
    Fragment(Fragment const&) = delete;
    Fragment& operator=(Fragment const&) = delete;

    Dictionary& body() { return *body_; }
    std::string html();

private:
    std::unique_ptr<Dictionary> body_;
    std::string template_file_;
};

}  // namespace ssr::view
