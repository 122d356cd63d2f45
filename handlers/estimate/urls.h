#pragma once

#include <string>
#include <string_view>

#include "base/text.h"
#include "values/ids.h"

namespace ssr::estimate::urls {

inline constexpr std::string_view kWorks = "/works/";
inline constexpr std::string_view kStart = "/estimate/";
inline constexpr std::string_view kWhyClosed = "/modules/estimate/";

inline std::string work(PublicWorkId const& work, std::string_view step) {
    return std::string{kWorks} + work.text() + "/" + std::string{step} + "/";
}

inline std::string editor(PublicEstimateId const& estimate) {
    return std::string{kStart} + estimate.text() + "/";
}
inline std::string of(PublicEstimateId const& estimate, std::string_view step) {
    return editor(estimate) + std::string{step} + "/";
}
inline std::string group(PublicEstimateId const& estimate, std::string_view group) {
    return editor(estimate) + "?group=" + url_encoded(group) + "#add";
}
inline std::string item(PublicEstimateId const& estimate, std::string_view code) {
    return of(estimate, "item") + "?code=" + url_encoded(code);
}

}  // namespace ssr::estimate::urls
