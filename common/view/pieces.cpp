#include "view/pieces.h"

#include "shared/action_button.tpl.h"
#include "shared/button.tpl.h"
#include "shared/card.tpl.h"
#include "shared/empty.tpl.h"
#include "shared/modal.tpl.h"
#include "shared/note.tpl.h"
#include "shared/page_head.tpl.h"
#include "shared/pill.tpl.h"
#include "shared/skeleton.tpl.h"
#include "view/include.h"

namespace ssr::view {
namespace {

char const* name_of(Look look) {
    switch (look) {
        case Look::primary: return "primary";
        case Look::quiet: return "quiet";
        case Look::ghost: return "ghost";
        case Look::danger: return "danger";
        case Look::danger_quiet: return "danger-quiet";
    }
    return "quiet";
}

char const* name_of(Tone tone) {
    switch (tone) {
        case Tone::plain: return "";
        case Tone::ok: return "ok";
        case Tone::warn: return "warn";
        case Tone::bad: return "bad";
        case Tone::info: return "info";
        case Tone::brand: return "brand";
        case Tone::line: return "line";
    }
    return "";
}

char const* icon_of(Tone tone) {
    switch (tone) {
        case Tone::ok: return "check-circle-fill";
        case Tone::warn: return "exclamation-triangle-fill";
        case Tone::bad: return "x-circle-fill";
        default: return "info-circle";
    }
}

void fill_link(Dictionary& out, Marker const& name, std::string const& label, std::string const& href) {
    if (label.empty()) return;
    auto& link = section(out, name);
    link.SetValue("LABEL", label);
    link.SetValue("HREF", href);
}

}  // namespace

Dictionary& add(Dictionary& into, Marker const& at, Button const& button) {
    auto& out = include(into, at, "shared/button.tpl");
    auto const kind = !button.href.empty() ? kb_LINK : !button.opens.empty() ? kb_OPENER : kb_SUBMIT;
    auto& form = section(out, kind);
    form.SetValue(kb_LABEL, button.label);
    form.SetValue(kb_LOOK, name_of(button.look));
    form.SetValue(kb_HREF, button.href);
    form.SetValue(kb_OPENS, button.opens);
    show(form, kb_GLYPH, kb_ICON, button.icon);
    if (button.is_small || button.is_large)
        section(form, kb_SIZE).SetValue(kb_NAME, button.is_small ? "sm" : "lg");
    show_if(button.is_wide, form, kb_WIDE);
    show_if(button.is_disabled, form, kb_DISABLED);
    if (button.name.empty()) return out;
    auto& value = section(form, kb_VALUE);
    value.SetValue(kb_NAME, button.name);
    value.SetValue(kb_CONTENT, button.value);
    return out;
}

Dictionary& add(Dictionary& into, Marker const& at, PostButton const& button) {
    auto& out = include(into, at, "shared/action_button.tpl");
    out.SetValue(kab_ACTION, button.action);
    for (auto const& [name, value] : button.fields) {
        auto& field = section(out, kab_FIELD);
        field.SetValue(kab_NAME, name);
        field.SetValue(kab_VALUE, value);
    }
    add(out, kab_BUTTON, button.button);
    return out;
}

Dictionary& add(Dictionary& into, Marker const& at, Pill const& pill) {
    auto& out = include(into, at, "shared/pill.tpl");
    out.SetValue(kp_TEXT, pill.text);
    show(out, kp_TONE, kp_NAME, name_of(pill.tone));
    show(out, kp_GLYPH, kp_ICON, pill.icon);
    return out;
}

Dictionary& add(Dictionary& into, Marker const& at, Note const& note) {
    auto& out = include(into, at, "shared/note.tpl");
    show(out, kn_TONE, kn_NAME, name_of(note.tone));
    show(out, kn_STRONG, kn_TEXT, note.strong);
    show_if(note.tone == Tone::bad, out, kn_ALERT);
    out.SetValue(kn_ICON, icon_of(note.tone));
    out.SetValue(kn_TEXT, note.text);
    fill_link(out, kn_LINK, note.link, note.link_href);
    return out;
}

Dictionary& add(Dictionary& into, Marker const& at, Empty const& empty) {
    auto& out = include(into, at, "shared/empty.tpl");
    out.SetValue(ke_TITLE, empty.title);
    out.SetValue(ke_TEXT, empty.text);
    if (empty.action) add(out, ke_ACTION, *empty.action);
    return out;
}

Dictionary& add(Dictionary& into, Marker const& at, PageHead const& head) {
    auto& out = include(into, at, "shared/page_head.tpl");
    out.SetValue(kph_TITLE, head.title);
    show(out, kph_SENTENCE, kph_TEXT, head.text);
    if (!head.crumbs.empty()) {
        auto& crumbs = section(out, kph_CRUMBS);
        for (auto const& crumb : head.crumbs)
            fill_link(section(crumbs, kph_CRUMB), crumb.href.empty() ? kph_HERE : kph_LINK, crumb.label,
                      crumb.href);
    }
    if (!head.actions.empty()) {
        auto& actions = section(out, kph_ACTIONS);
        for (auto const& action : head.actions) add(actions, kph_ACTION, action);
    }
    return out;
}

Dictionary& add(Dictionary& into, Marker const& at, Card const& card) {
    auto& out = include(into, at, "shared/card.tpl");
    out.SetValue(kc_ID, card.id);
    out.SetValue(kc_TITLE, card.title);
    show(out, kc_SENTENCE, kc_TEXT, card.text);
    fill_link(out, kc_LINK, card.link, card.link_href);
    return include(section(out, card.is_bare ? kc_BARE : kc_PADDED), kc_CONTENT, card.content);
}

Dictionary& add(Dictionary& into, Marker const& at, Modal const& modal) {
    auto& out = include(into, at, "shared/modal.tpl");
    out.SetValue(km_ID, modal.id);
    out.SetValue(km_TITLE, modal.title);
    show(out, km_SENTENCE, km_TEXT, modal.text);
    return include(out, km_CONTENT, modal.content);
}

Dictionary& add(Dictionary& into, Marker const& at, Skeleton const& skeleton) {
    auto& out = include(into, at, "shared/skeleton.tpl");
    for (int line = 0; line < skeleton.lines; ++line)
        section(out, ks_LINE).SetIntValue(ks_WIDTH, 3 - line % 3);
    return out;
}

}  // namespace ssr::view
