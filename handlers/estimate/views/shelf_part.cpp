#include <algorithm>

#include "estimate/pages.h"
#include "estimate/shelf.tpl.h"
#include "estimate/tick.tpl.h"
#include "estimate/urls.h"
#include "estimate/views/editor_parts.h"
#include "view/include.h"

namespace ssr::estimate {

namespace {

using works::ShelfItem;

void fill_tick(view::Dictionary& into, works::Estimate const& estimate, ShelfItem const& item,
               std::string const& name) {
    auto& out = view::include(into, ks_TICK, "estimate/tick.tpl");
    out.SetValue(kt_CODE, item.code);
    out.SetValue(kt_NAME, name);
    out.SetValue(kt_DESCRIPTION, item.description);
    out.SetValue(kt_RATE, item.rate.grouped());
    view::show_if(estimate.line(item.code) != nullptr, out, kt_SELECTED);
}

// "Light & Bell Points : Residential Building" under its family is "Residential Building".
std::string name_of_variant(ShelfItem const& item) {
    auto const colon = item.name.find(':');
    return colon == std::string::npos ? item.name : std::string{trimmed(item.name.substr(colon + 1))};
}

void fill_family(view::Dictionary& entry, works::Estimate const& estimate,
                 std::vector<ShelfItem const*> const& variants) {
    auto& family = view::section(entry, ks_FAMILY);
    family.SetValue(ks_NAME, variants.front()->variant_of);
    family.SetValue(ks_COUNT, std::to_string(variants.size()));
    for (auto const* variant : variants) {
        if (estimate.line(variant->code)) family.ShowSection(ks_HAS_CHOSEN);
        fill_tick(view::section(family, ks_ITEM), estimate, *variant, name_of_variant(*variant));
    }
}

void fill_items(view::Dictionary& out, EditorPage const& page) {
    std::vector<std::string> shown_families;
    for (auto const& item : page.shelf.items) {
        std::vector<ShelfItem const*> variants;
        if (!item.variant_of.empty() && page.query.words.empty())
            for (auto const& other : page.shelf.items)
                if (other.variant_of == item.variant_of) variants.push_back(&other);
        if (variants.size() < 2) {
            fill_tick(view::section(out, ks_ENTRY), page.estimate, item, item.name);
        } else if (std::find(shown_families.begin(), shown_families.end(), item.variant_of) ==
                   shown_families.end()) {
            shown_families.push_back(item.variant_of);
            fill_family(view::section(out, ks_ENTRY), page.estimate, variants);
        }
    }
}

std::string nothing_text(EditorPage const& page) {
    if (page.shelf.groups.empty()) return "This rate book has no items.";
    return "No item has all these words. Look for fewer of them.";
}

}  // namespace

void fill_shelf(view::Dictionary& out, EditorPage const& page) {
    auto const& id = page.estimate.public_id;
    for (auto const& group : page.shelf.groups) {
        auto& row = view::section(out, ks_GROUP);
        row.SetValue(ks_HREF, urls::group(id, group.name));
        row.SetValue(ks_NAME, group.name);
        row.SetValue(ks_COUNT, std::to_string(group.item_count));
        view::show_if(group.name == page.shelf.group, row, ks_CHOSEN);
    }
    auto const count = page.shelf.items.size();
    out.SetValue(ks_TITLE, page.query.words.empty() ? page.shelf.group : "Found");
    out.SetValue(ks_FOUND, std::to_string(count) + (count == 1 ? " item" : " items"));
    out.SetValue(ks_SHELF_URL, urls::of(id, "shelf"));
    out.SetValue(ks_EDITOR, urls::editor(id));
    out.SetValue(ks_WORDS, page.query.words);
    out.SetValue(ks_ADD, urls::of(id, "add"));
    out.SetValue(ks_VERSION, std::to_string(page.estimate.version));
    out.SetValue(ks_CHOSEN_GROUP, page.shelf.group);
    fill_items(out, page);
    if (count == 0) view::section(out, ks_NOTHING).SetValue(ks_TEXT, nothing_text(page));
    view::show_if(page.shelf.has_more, out, ks_MORE);
}

std::string render_shelf(EditorPage const& page, view::Frame const& frame) {
    view::Fragment out{frame, "estimate/shelf.tpl"};
    fill_shelf(out.body(), page);
    return out.html();
}

}  // namespace ssr::estimate
