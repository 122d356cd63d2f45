#include "view/greeting.h"

#include "base/text.h"

namespace ssr::view {

namespace {

constexpr std::chrono::hours kNoon{12}, kEvening{17};

std::string part_of_day(Instant now) {
    auto const since_midnight = now - ist_midnight(ist_date(now));
    if (since_midnight < kNoon) return "morning";
    return since_midnight < kEvening ? "afternoon" : "evening";
}

}  // namespace

std::string_view called_name(std::string_view name) {
    for (auto word : split(name, ' ')) {
        if (auto const dot = word.rfind('.'); dot != std::string_view::npos) word.remove_prefix(dot + 1);
        if (utf8_length(word) > 1) return word;
    }
    return {};
}

std::string greeting(std::string_view name, Instant now) {
    auto text = "Good " + part_of_day(now);
    if (auto const called = called_name(name); !called.empty()) text.append(", ").append(called);
    return text;
}

}  // namespace ssr::view
