#include "view/form_pieces.h"

#include <array>

#include "shared/choice.tpl.h"
#include "shared/field.tpl.h"
#include "shared/otp_field.tpl.h"
#include "shared/segment.tpl.h"
#include "view/include.h"

namespace ssr::view {
namespace {

std::string id_of(std::string const& name) { return "f-" + name; }

// Joins the control with its hint, its note and its error, for those who hear the page.
void describe(Dictionary& control, std::string const& id, bool has_hint, bool has_note, bool has_error) {
    std::string ids;
    for (auto const& [is_there, suffix] : {std::pair{has_hint, "-h"}, {has_note, "-n"}, {has_error, "-e"}})
        if (is_there) ids += (ids.empty() ? "" : " ") + id + suffix;
    show(control, "DESCRIBED", "IDS", ids);
    show_if(has_error, control, "WRONG");
}

void fill_hint_and_error(Dictionary& out, std::string const& id, std::string const& hint,
                         std::string const& error) {
    out.SetValue("ID", id);
    show(out, "HINT", "TEXT", hint);
    show(out, "ERROR", "TEXT", error);
}

// Which section of field.tpl draws the control.
Marker kind_of(Field const& field) {
    if (field.type == "money") return kf_MONEY;
    if (field.type == "textarea") return kf_TEXTAREA;
    if (field.type == "select") return kf_SELECT;
    if (field.type == "checkbox" || field.type == "switch") return kf_TICK;
    if (field.type == "file") return kf_FILE;
    return field.prefix.empty() ? kf_INPUT : kf_PREFIXED;
}

void fill_options(Dictionary& control, Field const& field) {
    for (auto const& option : field.options) {
        auto& out = section(control, kf_OPTION);
        out.SetValue(kf_VALUE, option.value);
        out.SetValue(kf_LABEL, option.label);
        show_if(option.value == field.value, out, kf_CHOSEN);
    }
}

void fill_control(Dictionary& control, Field const& field) {
    control.SetValue(kf_NAME, field.name);
    control.SetValue(kf_TYPE, field.type);
    control.SetValue(kf_VALUE, field.value);
    control.SetValue(kf_PREFIX, field.prefix);
    show(control, kf_AUTOCOMPLETE, kf_VALUE, field.autocomplete);
    show(control, kf_INPUTMODE, kf_VALUE, field.inputmode);
    show(control, kf_PLACEHOLDER, kf_VALUE, field.placeholder);
    show(control, kf_ACCEPT, kf_VALUE, field.accept);
    show(control, kf_MAX, kf_VALUE, field.max_length > 0 ? std::to_string(field.max_length) : "");
    show_if(field.is_large, control, kf_LARGE);
    show_if(field.is_disabled, control, kf_DISABLED);
    show_if(field.has_focus, control, kf_FOCUS);
    show_if(field.type == "switch", control, kf_SWITCH);
    show_if(field.value == "1", control, kf_TICKED);
    fill_options(control, field);
}

}  // namespace

Field filled(Field field, Values const& typed, Errors const& errors) {
    if (auto const value = typed.find(field.name); value != typed.end()) field.value = value->second;
    if (auto const error = errors.find(field.name); error != errors.end()) field.error = error->second;
    return field;
}

Dictionary& add(Dictionary& into, Marker const& at, Field const& field) {
    auto& out = include(into, at, "shared/field.tpl");
    auto const id = field.id.empty() ? id_of(field.name) : field.id;
    fill_hint_and_error(out, id, field.hint, field.error);
    out.SetValue(kf_LABEL, field.label);
    show(out, kf_NOTE, kf_TEXT, field.note);
    show_if(!field.error.empty(), out, kf_WRONG);
    show_if(!field.note.empty(), out, kf_GOOD);
    show_if(field.spans_all, out, kf_SPANS);
    auto& control = section(out, kind_of(field));
    describe(control, id, !field.hint.empty(), !field.note.empty(), !field.error.empty());
    fill_control(control, field);
    if (field.type == "checkbox" || field.type == "switch") return out;  // their label stands beside them
    auto& label = section(out, kf_LABELLED);
    show_if(field.is_optional, label, kf_OPTIONAL);
    return out;
}

Dictionary& add(Dictionary& into, Marker const& at, OtpField const& field) {
    auto& out = include(into, at, "shared/otp_field.tpl");
    auto const id = id_of(field.name);
    fill_hint_and_error(out, id, field.hint, field.error);
    describe(out, id, !field.hint.empty(), false, !field.error.empty());
    show_if(field.has_focus, out, kof_FOCUS);
    out.SetValue(kof_NAME, field.name);
    out.SetValue(kof_LABEL, field.label);
    return out;
}

Dictionary& add(Dictionary& into, Marker const& at, Choice const& choice) {
    auto& out = include(into, at, "shared/choice.tpl");
    auto const id = id_of(choice.name);
    fill_hint_and_error(out, id, choice.hint, choice.error);
    describe(out, id, !choice.hint.empty(), false, !choice.error.empty());
    out.SetValue(kc_LEGEND, choice.legend);
    out.ShowSection(choice.shows_legend ? kc_SHOWN : kc_UNSHOWN);
    for (auto const& option : choice.options) {
        auto& line = section(out, kc_OPTION);
        line.SetValue(kc_TYPE, choice.many ? "checkbox" : "radio");
        line.SetValue(kc_NAME, choice.name);
        line.SetValue(kc_VALUE, option.value);
        line.SetValue(kc_LABEL, option.label);
        show(line, kc_REASON, kc_TEXT, option.reason);
        show_if(option.value == choice.chosen, line, kc_CHOSEN);
    }
    return out;
}

Dictionary& add(Dictionary& into, Marker const& at, Segment const& segment) {
    auto& out = include(into, at, "shared/segment.tpl");
    auto& kind = section(out, segment.links ? ks_LINKS : ks_RADIOS);
    kind.SetValue(ks_LEGEND, segment.legend);
    for (std::size_t i = 0; i < segment.options.size(); ++i) {
        auto const& option = segment.options[i];
        auto& line = section(kind, ks_OPTION);
        line.SetValue(ks_NAME, segment.name);
        line.SetValue(ks_ID, id_of(segment.name) + "-" + std::to_string(i));
        line.SetValue(ks_VALUE, option.value);
        line.SetValue(ks_LABEL, option.label);
        show(line, ks_GLYPH, ks_ICON, option.icon);
        show(line, ks_REASON, ks_TEXT, option.reason);
        show_if(option.value == segment.chosen, line, ks_CHOSEN);
    }
    return out;
}

}  // namespace ssr::view
