#include "config/environment.h"

#include <charconv>
#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <iterator>

#include "base/text.h"

extern char** environ;

namespace ssr {

namespace {

constexpr int kBadConfiguration = 78;  // EX_CONFIG of sysexits.h

std::map<std::string, std::string> of_this_process() {
    std::map<std::string, std::string> variables;
    for (char** entry = environ; *entry; ++entry) {
        std::string_view const text{*entry};
        auto const at = text.find('=');
        if (at != std::string_view::npos) variables.emplace(text.substr(0, at), text.substr(at + 1));
    }
    return variables;
}

}  // namespace

Environment::Environment() : Environment{of_this_process()} {}

Environment::Environment(std::map<std::string, std::string> variables) : variables_{std::move(variables)} {}

std::optional<std::string> Environment::find(std::string const& name) {
    auto const file = variables_.find(name + "_FILE");
    if (file != variables_.end()) {
        std::ifstream in{file->second};
        if (!in) {
            complain(name + "_FILE names " + file->second + ", which cannot be read");
            return std::nullopt;
        }
        std::string const content{std::istreambuf_iterator<char>{in}, {}};
        return std::string{trimmed(content)};
    }
    auto const found = variables_.find(name);
    if (found == variables_.end() || found->second.empty()) return std::nullopt;
    return found->second;
}

std::string Environment::required(std::string const& name) {
    auto const before = complaints_.size();
    auto const value = find(name);
    if (!value && complaints_.size() == before) complain(name + " is missing");
    return value.value_or(std::string{});
}

std::string Environment::optional(std::string const& name, std::string_view otherwise) {
    return find(name).value_or(std::string{otherwise});
}

int Environment::number(std::string const& name, int otherwise, int least, int most) {
    auto const text = find(name);
    if (!text) return otherwise;
    int value = 0;
    auto const [end, fault] = std::from_chars(text->data(), text->data() + text->size(), value);
    if (fault == std::errc{} && end == text->data() + text->size() && value >= least && value <= most)
        return value;
    complain(name + " must be a whole number from " + std::to_string(least) + " to " + std::to_string(most));
    return otherwise;
}

bool Environment::is_production() {
    auto const kind = find("SSR_ENV").value_or(std::string{});
    if (kind != "production" && kind != "development") complain("SSR_ENV must be development or production");
    return kind != "development";
}

std::string Environment::development_only(std::string const& name) {
    auto const value = find(name);
    if (value && find("SSR_ENV") != "development") complain(name + " may be set in development only");
    return value.value_or(std::string{});
}

void Environment::exit_if_incomplete() const {
    if (complaints_.empty()) return;
    for (auto const& complaint : complaints_) std::fprintf(stderr, "configuration: %s\n", complaint.c_str());
    std::exit(kBadConfiguration);
}

}  // namespace ssr
