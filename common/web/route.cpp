#include "web/route.h"

namespace ssr::web {

namespace {

std::string_view take_segment(std::string_view& rest) {
    auto const slash = rest.find('/');
    auto const segment = rest.substr(0, slash);
    rest.remove_prefix(slash == std::string_view::npos ? rest.size() : slash + 1);
    return segment;
}

}  // namespace

std::optional<std::vector<std::string_view>> match(std::string_view pattern, std::string_view path) {
    // A trailing slash counts: "/pricing" is another address than "/pricing/".
    if (pattern.ends_with('/') != path.ends_with('/')) return std::nullopt;
    std::vector<std::string_view> segments;
    while (!pattern.empty() && !path.empty()) {
        auto const wanted = take_segment(pattern);
        auto const given = take_segment(path);
        if (wanted == "{}" && !given.empty())
            segments.push_back(given);
        else if (wanted != given)
            return std::nullopt;
    }
    if (!pattern.empty() || !path.empty()) return std::nullopt;
    return segments;
}

}  // namespace ssr::web
