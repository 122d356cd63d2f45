#include "view/layout.h"

#include "base/text.h"
#include "shared/announcement.tpl.h"
#include "shared/app_surroundings.tpl.h"
#include "shared/layout.tpl.h"
#include "shared/masthead.tpl.h"
#include "shared/public_surroundings.tpl.h"
#include "shared/side_bar.tpl.h"
#include "shared/tab_bar.tpl.h"
#include "shared/toast.tpl.h"
#include "view/include.h"
#include "view/navigation.h"

namespace ssr::view {
namespace {

std::string text(std::string_view view) { return std::string{view}; }

// "S. Kiran Kumar" is SK; the first letters of the first and the second word, whatever their script.
std::string initials_of(std::string const& name) {
    std::string initials;
    auto const words = split(name, ' ');
    for (auto const word : words) {
        if (word.empty() || initials.size() >= 8) continue;
        std::size_t end = 1;
        while (end < word.size() && (static_cast<unsigned char>(word[end]) & 0xC0) == 0x80) ++end;
        initials += word.substr(0, end);
        if (utf8_length(initials) == 2) break;
    }
    return initials.empty() ? "?" : upper(initials);
}

bool is_staff(Person const& person) { return person.role != "user" && !person.role.empty(); }

bool is_shown(Place const& place, Frame const& frame) {
    return place.is_for_support || !frame.person || frame.person->role != "support";
}

void announce(Dictionary& layout, Announcement const& announcement) {
    auto& banner = include(layout, kl_ANNOUNCEMENT, "shared/announcement.tpl");
    banner.SetValue(ka_TEXT, announcement.text);
    if (!announcement.link.empty()) {
        auto& link = section(banner, ka_LINK);
        link.SetValue(ka_HREF, announcement.link_href);
        link.SetValue(ka_LABEL, announcement.link);
    }
    show(banner, ka_DISMISS, ka_ACTION, announcement.dismiss_href);
}

void say(Dictionary& layout, Toast const& toast) {
    auto& out = include(layout, kl_TOAST, "shared/toast.tpl");
    out.SetValue(kt_TEXT, toast.text);
    if (toast.action.empty()) return;
    auto& action = section(out, kt_ACTION);
    action.SetValue(kt_HREF, toast.action_href);
    action.SetValue(kt_LABEL, toast.action);
}

void add_place(Dictionary& list, Marker const& name, Place const& place, std::string_view label,
               bool is_current) {
    auto& out = section(list, name);
    out.SetValue(ksb_HREF, text(place.href));
    out.SetValue(ksb_ICON, text(place.icon));
    out.SetValue(ksb_LABEL, text(label));
    show_if(is_current, out, ksb_CURRENT);
}

void fill_navigation(Dictionary& out, Frame const& frame) {
    auto const places = places_of(frame.area);
    auto const* current = current_place(places, frame.path);
    auto& side = include(out, kas_SIDE_BAR, "shared/side_bar.tpl");
    auto& tabs = include(out, kas_TAB_BAR, "shared/tab_bar.tpl");
    include(out, kas_SEARCH, "shared/search.tpl");
    Dictionary* group = nullptr;
    std::string_view heading;
    for (auto const& place : places) {
        if (!is_shown(place, frame)) continue;
        if (!group || heading != place.group) {
            heading = place.group;
            group = &section(side, ksb_GROUP);
            group->SetValue(ksb_HEADING, text(heading));
        }
        add_place(*group, ksb_PLACE, place, place.label, &place == current);
        if (!place.short_label.empty())
            add_place(tabs, ktb_PLACE, place, place.short_label, &place == current);
    }
}

void fill_bell(Dictionary& bar, Frame const& frame) {
    std::size_t fresh = 0;
    for (auto const& notice : frame.notices) {
        auto& line = section(bar, km_NOTICE);
        line.SetValue(km_HREF, notice.href);
        line.SetValue(km_TEXT, notice.text);
        fresh += notice.is_new;
    }
    show_if(frame.notices.empty(), bar, km_NO_NOTICES);
    show_if(fresh > 0, bar, km_FRESH);
    bar.SetValue(km_BELL, fresh > 0 ? "Notices: " + std::to_string(fresh) + " new" : "Notices");
}

void fill_masthead(Dictionary& bar, Frame const& frame) {
    include(bar, km_BRAND, "shared/brand.tpl");
    fill_bell(bar, frame);
    show_if(frame.area == Area::admin, bar, km_STAFF);
    if (!frame.person) return;
    auto& person = section(bar, km_PERSON);
    person.SetValue(km_INITIALS, initials_of(frame.person->name));
    person.SetValue(km_NAME, frame.person->name.empty() ? "you" : frame.person->name);
    if (is_staff(*frame.person)) person.ShowSection(frame.area == Area::admin ? km_FROM_STAFF : km_TO_STAFF);
}

Dictionary& surround_with_app(Dictionary& layout, Frame const& frame) {
    auto const in_admin = frame.area == Area::admin;
    layout.SetTemplateGlobalValue("HOME", in_admin ? "/admin-panel/" : "/dashboard/");
    layout.SetTemplateGlobalValue("SEARCH_ACTION", in_admin ? "/admin-panel/users/" : "/works/");
    layout.SetTemplateGlobalValue("SEARCH_LABEL", in_admin ? "Search users" : "Search works");
    auto& out = include(layout, kl_SURROUNDINGS, "shared/app_surroundings.tpl");
    fill_masthead(include(out, kas_MASTHEAD, "shared/masthead.tpl"), frame);
    fill_navigation(out, frame);
    show_if(frame.area == Area::editor, out, kas_RAIL);
    include(out, kas_BRAND, "shared/brand.tpl");
    include(out, kas_SESSION_ENDED, "shared/session_ended.tpl");
    return out;
}

Dictionary& surround_with_public(Dictionary& layout, Frame const& frame) {
    auto& out = include(layout, kl_SURROUNDINGS, "shared/public_surroundings.tpl");
    include(out, kps_BRAND, "shared/brand.tpl");
    out.ShowSection(frame.person ? kps_SIGNED_IN : kps_SIGNED_OUT);
    show_if(frame.area == Area::public_site, out, kps_FOOT);
    return out;
}

}  // namespace

Dictionary& lay_out(Dictionary& layout, Frame const& frame) {
    if (frame.announcement) announce(layout, *frame.announcement);
    if (frame.person) layout.SetValue(kl_PERSON, frame.person->id);
    if (frame.toast) say(layout, *frame.toast);
    auto const is_public = frame.area == Area::public_site || frame.area == Area::bare;
    return is_public ? surround_with_public(layout, frame) : surround_with_app(layout, frame);
}

}  // namespace ssr::view
