#include "domain/works/like.h"

#include "base/text.h"
#include "db/session.h"

namespace ssr::works {

std::string like_patterns(std::string_view words) {
    std::vector<std::string> patterns{"%"};
    for (char const c : collapsed(words)) {
        if (c == ' ') {
            patterns.back() += '%';
            patterns.emplace_back("%");
            continue;
        }
        if (c == '\\' || c == '%' || c == '_') patterns.back() += '\\';
        patterns.back() += c;
    }
    patterns.back() += '%';
    return db::array_of(patterns);
}

}  // namespace ssr::works
