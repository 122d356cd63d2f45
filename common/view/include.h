#pragma once

#include <ctemplate/template.h>

#include <string>
#include <string_view>

#include "view/page.h"

// For the .cpp files of this library, and views that make pieces of their own.
namespace ssr::view {

/// One more include of `file` where the template has the marker; the dictionary returned is that of the
/// included file.
inline Dictionary& include(Dictionary& into, Marker const& at, std::string const& file) {
    auto* out = into.AddIncludeDictionary(at);
    out->SetFilename(file);
    return *out;
}

/// Shows {{#SECTION}}...{{/SECTION}} once more.
inline Dictionary& section(Dictionary& into, Marker const& name) { return *into.AddSectionDictionary(name); }

/// Shows a section that has a single value in it, unless the value is empty.
inline void show(Dictionary& into, Marker const& name, Marker const& value_name, std::string const& value) {
    if (!value.empty()) section(into, name).SetValue(value_name, value);
}

inline void show_if(bool is_shown, Dictionary& into, Marker const& name) {
    if (is_shown) into.ShowSection(name);
}

}  // namespace ssr::view
