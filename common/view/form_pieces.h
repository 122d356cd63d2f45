#pragma once

#include <vector>

#include "view/page.h"

// Pieces of forms. Each is added where a page's template has {{>SOME_MARKER}}; adding twice at a marker
// repeats it.
namespace ssr::view {

struct Option {
    std::string value, label;
    std::string reason;  // of a Choice: the small line under the label
    std::string icon;    // of a Segment
};

/// Label, hint, control, error: always in that order. The control's id is "f-" + name unless `id` says
/// otherwise.
struct Field {
    std::string name;
    std::string label;
    std::string hint;
    std::string value;  // of a select: the chosen option's value; of a checkbox: "1" when ticked
    std::string error;
    std::string type = "text";  // text email tel number date search password hidden, or
                                // textarea select money checkbox switch file
    std::string autocomplete, inputmode, placeholder;
    std::string prefix;                // stands before the input: "+91"
    std::string note;                  // good news below the control: "10 % off, valid till 31-12-2026"
    std::vector<Option> options = {};  // of a select
    std::string accept;                // of a file: ".xlsx,.csv"
    std::string id;
    int max_length = 0;        // characters; 0 for no limit
    bool is_optional = false;  // says "(optional)" beside the label
    bool is_disabled = false;
    bool is_large = false;
    bool has_focus = false;  // autofocus: the one field of a page that asks one thing
    bool spans_all = false;  // the whole width of a .form-grid
};

/// The field with what was typed and the complaint about it, both by its name.
Field filled(Field field, Values const& typed, Errors const& errors);

/// One input for all six digits of a one-time code: takes a paste with blanks, and offers itself to SMS
/// autofill.
struct OtpField {
    std::string name = "otp";
    std::string label = "6-digit code";
    std::string hint;
    std::string error;
    bool has_focus = true;
};

/// Two to four options that need a word of reason (radio buttons, or tick boxes where `many`).
struct Choice {
    std::string name, legend, hint, error;
    std::vector<Option> options = {};
    std::string chosen;
    bool many = false;
    bool shows_legend = true;
};

/// Two or three short options. With `links`, each option's value is an address and the chosen one is this
/// page.
struct Segment {
    std::string name, legend;
    std::vector<Option> options = {};
    std::string chosen;
    bool links = false;
};

Dictionary& add(Dictionary& into, Marker const& at, Field const& field);
Dictionary& add(Dictionary& into, Marker const& at, OtpField const& field);
Dictionary& add(Dictionary& into, Marker const& at, Choice const& choice);
Dictionary& add(Dictionary& into, Marker const& at, Segment const& segment);

}  // namespace ssr::view
