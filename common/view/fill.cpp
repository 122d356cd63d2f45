#include "view/fill.h"

#include <cstring>

#include "shared/unsent_form.tpl.h"
#include "view/include.h"

namespace ssr::view {

namespace {

constexpr auto npos = std::string_view::npos;

std::string escaped(std::string_view text) {
    std::string html;
    for (char c : text) {
        switch (c) {
            case '&': html += "&amp;"; break;
            case '<': html += "&lt;"; break;
            case '>': html += "&gt;"; break;
            case '"': html += "&quot;"; break;
            default: html += c;
        }
    }
    return html;
}

std::string unescaped(std::string_view html) {
    std::string text{html};
    for (auto const& [mark, c] :
         {std::pair{"&lt;", "<"}, {"&gt;", ">"}, {"&quot;", "\""}, {"&#39;", "'"}, {"&amp;", "&"}})
        for (auto at = text.find(mark); at != std::string::npos; at = text.find(mark, at + 1))
            text.replace(at, std::strlen(mark), c);
    return text;
}

// Where ` name="value"` stands in a tag; `at` is npos where it does not.
struct Attribute {
    std::size_t at = npos, length = 0;
    std::string value;
};

Attribute attribute(std::string_view tag, std::string_view name) {
    auto const lead = " " + std::string{name} + "=\"";
    auto const at = tag.find(lead);
    auto const begin = at + lead.size();
    auto const end = at == npos ? npos : tag.find('"', begin);
    if (end == npos) return {};
    return {at, end + 1 - at, unescaped(tag.substr(begin, end - begin))};
}

std::string without(std::string tag, Attribute const& attribute) {
    if (attribute.at != npos) tag.erase(attribute.at, attribute.length);
    return tag;
}

// The tag with ` word`, as "checked" and "selected" are, or without it.
std::string switched(std::string tag, std::string const& word, bool is_on) {
    if (auto const at = tag.find(" " + word); at != npos) tag.erase(at, word.size() + 1);
    if (is_on) tag.insert(tag.find_first_of(" >"), " " + word);
    return tag;
}

std::string input(std::string tag, Values const& typed) {
    auto const name = attribute(tag, "name").value;
    auto const type = attribute(tag, "type").value;
    auto const found = typed.find(name);
    if (type == "checkbox" || type == "radio") {
        bool const is_on = found != typed.end() && found->second == attribute(tag, "value").value;
        return switched(std::move(tag), "checked", is_on);
    }
    if (found == typed.end() || name == "csrf_token" || type == "file") return tag;
    tag = without(std::move(tag), attribute(tag, "value"));
    tag.insert(tag.size() - 1, " value=\"" + escaped(found->second) + "\"");
    return tag;
}

/// The form's text, tag by tag.
class Filler {
public:
    Filler(std::string_view form, Values const& typed) : form_{form}, typed_{typed} {}

    std::string filled() {
        for (auto open = form_.find('<'); open != npos; open = form_.find('<', at_)) {
            auto const close = form_.find('>', open);
            if (close == npos) break;
            out_ += form_.substr(at_, open - at_);
            at_ = close + 1;
            take(std::string{form_.substr(open, close + 1 - open)});
        }
        return out_ + std::string{form_.substr(at_)};
    }

private:
    void take(std::string tag) {
        if (tag.starts_with("<input ")) {
            out_ += input(std::move(tag), typed_);
        } else if (tag.starts_with("<select ")) {
            chosen_ = typed_.find(attribute(tag, "name").value);
            out_ += tag;
        } else if (tag.starts_with("<option ") && chosen_ != typed_.end()) {
            out_ += switched(std::move(tag), "selected", attribute(tag, "value").value == chosen_->second);
        } else if (tag.starts_with("</select")) {
            chosen_ = typed_.end();
            out_ += tag;
        } else {
            out_ += tag;
            if (tag.starts_with("<textarea ")) fill_text(attribute(tag, "name").value);
        }
    }

    void fill_text(std::string const& name) {
        auto const found = typed_.find(name);
        auto const end = form_.find("</textarea", at_);
        if (found == typed_.end() || end == npos) return;
        out_ += "\n" + escaped(found->second);
        at_ = end;
    }

    std::string_view form_;
    Values const& typed_;
    Values::const_iterator chosen_ = typed_.end();
    std::size_t at_ = 0;
    std::string out_;
};

struct Place {
    std::size_t begin = npos, end = npos;
};

int fields_in(std::string_view form, Values const& typed) {
    int count = 0;
    for (auto const& [name, _] : typed) count += form.find(" name=\"" + escaped(name) + "\"") != npos;
    return count;
}

Place form_with(std::string_view html, std::string_view action, Values const& typed) {
    Place best;
    int most = 0;
    for (auto begin = html.find("<form "); begin != npos; begin = html.find("<form ", begin + 1)) {
        auto const tag = html.substr(begin, html.find('>', begin) + 1 - begin);
        auto const to = attribute(tag, "action").value;
        auto const end = html.find("</form>", begin);
        if (end == npos || to.substr(0, to.find('?')) != action || attribute(tag, "method").value != "post")
            continue;
        auto const count = fields_in(html.substr(begin, end - begin), typed);
        if (count <= most) continue;
        most = count;
        best = {begin, end};
    }
    return best;
}

std::size_t place_of_note(std::string_view html, std::size_t form) {
    auto const dialog = html.rfind("<dialog", form);
    bool const is_hidden = dialog != npos && html.find("</dialog>", dialog) > form;
    if (!is_hidden) return form;
    constexpr std::string_view kInner = "<div class=\"main-in\">";
    if (auto const inner = html.find(kInner); inner != npos) return inner + kInner.size();
    auto const main = html.find("<main ");
    return main == npos ? form : html.find('>', main) + 1;
}

std::string note_html(Note const& note) {
    Fragment out{{}, "shared/unsent_form.tpl"};
    add(out.body(), kuf_NOTE, note);
    return out.html();
}

}  // namespace

std::optional<std::string> filled_in(std::string_view html, std::string_view action, Values const& typed,
                                     Note const& note) {
    auto const [begin, end] = form_with(html, action, typed);
    if (begin == npos) return std::nullopt;
    auto const at = std::min(place_of_note(html, begin), begin);
    return std::string{html.substr(0, at)} + note_html(note) + std::string{html.substr(at, begin - at)} +
           Filler{html.substr(begin, end - begin), typed}.filled() + std::string{html.substr(end)};
}

}  // namespace ssr::view
