#pragma once

#include <optional>
#include <vector>

#include "view/page.h"

// Pieces of pages. Each is added where a page's template has {{>SOME_MARKER}}; adding twice at a marker
// repeats it. An icon is a name of nginx/theme/icons.txt ("check-circle-fill").
namespace ssr::view {

enum class Tone { plain, ok, warn, bad, info, brand, line };
enum class Look { primary, quiet, ghost, danger, danger_quiet };

/// Verb and object: "Save copy", "Refund ₹ 6,796.80". One primary a view. With `href` a link, else it submits
/// the form it stands in; with `opens`, it opens the dialog of that id.
struct Button {
    std::string label;
    std::string href;
    Look look = Look::quiet;
    std::string icon;
    std::string name, value;  // posted with the form
    std::string opens;
    bool is_small = false, is_large = false, is_wide = false, is_disabled = false;
};

/// A small form of its own around one button: POST to `action` with the token and `fields`.
struct PostButton {
    Button button;
    std::string action;
    Values fields = {};
};

/// A state in a word, with an icon where money is meant.
struct Pill {
    std::string text;
    Tone tone = Tone::plain;
    std::string icon;
};

/// Stays on the page: what is wrong and what to do. `strong` is said first, in bold.
struct Note {
    Tone tone = Tone::info;
    std::string strong, text;
    std::string link, link_href;
};

/// Name what is missing, why it matters, one button.
struct Empty {
    std::string title, text;
    std::optional<Button> action = {};
};

struct Crumb {
    std::string label, href;  // without href: this page
};

/// The head of a page: its one h1, a sentence, and what can be done. Buttons of forms stand in the page's
/// template.
struct PageHead {
    std::string title, text;
    std::vector<Crumb> crumbs = {};
    std::vector<Button> actions = {};
};

/// One subject. `content` is the template inside; the dictionary returned by add() is that template's.
struct Card {
    std::string title, text;
    std::string link, link_href;
    std::string content;
    std::string id;        // of the heading; made from the title where empty
    bool is_bare = false;  // the content brings its own padding: a table, totals, a list of links
};

/// A decision, in a dialog that a Button{.opens = id} opens. `content` is the template inside, whose
/// dictionary add() returns: a form that names the loss, and ends in <footer> with its buttons.
struct Modal {
    std::string id, title, text;
    std::string content;
};

/// Bars where a part takes over 400 ms.
struct Skeleton {
    int lines = 4;
};

Dictionary& add(Dictionary& into, Marker const& at, Button const& button);
Dictionary& add(Dictionary& into, Marker const& at, PostButton const& button);
Dictionary& add(Dictionary& into, Marker const& at, Pill const& pill);
Dictionary& add(Dictionary& into, Marker const& at, Note const& note);
Dictionary& add(Dictionary& into, Marker const& at, Empty const& empty);
Dictionary& add(Dictionary& into, Marker const& at, PageHead const& head);
Dictionary& add(Dictionary& into, Marker const& at, Card const& card);
Dictionary& add(Dictionary& into, Marker const& at, Modal const& modal);
Dictionary& add(Dictionary& into, Marker const& at, Skeleton const& skeleton);

}  // namespace ssr::view
