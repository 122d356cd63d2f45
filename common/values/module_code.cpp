#include "values/module_code.h"

namespace ssr {

std::string_view code(Module module) {
    switch (module) {
        case Module::estimate: return "estimate";
        case Module::workslip: return "workslip";
        case Module::bill: return "bill";
        case Module::self_formatted: return "self_formatted";
    }
    return {};
}

std::string_view home(Module module) {
    switch (module) {
        case Module::estimate: return "/estimate/";
        case Module::workslip: return "/workslip/";
        case Module::bill: return "/bill/";
        case Module::self_formatted: return "/self-formatted/";
    }
    return {};
}

std::optional<Module> parse_module(std::string_view text) {
    for (auto const module : kModules) {
        if (code(module) == text) return module;
    }
    return std::nullopt;
}

}  // namespace ssr
