#include "domain/works/like.h"

#include "base/text.h"

namespace ssr::works {

std::string like_pattern(std::string_view words) {
    std::string pattern = "%";
    for (char const c : collapsed(words)) {
        if (c == '\\' || c == '%' || c == '_') pattern += '\\';
        pattern += c == ' ' ? '%' : c;
    }
    return pattern == "%" ? pattern : pattern + "%";
}

}  // namespace ssr::works
