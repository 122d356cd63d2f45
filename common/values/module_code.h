#pragma once

#include <array>
#include <optional>
#include <string_view>

namespace ssr {

/// The four work modules that are sold.
enum class Module { estimate, workslip, bill, self_formatted };

inline constexpr std::array kModules{Module::estimate, Module::workslip, Module::bill,
                                     Module::self_formatted};

std::string_view code(Module module);  // "estimate", "workslip", "bill", "self_formatted"
std::string_view home(Module module);  // "/estimate/", …, "/self-formatted/"
std::optional<Module> parse_module(std::string_view code);

}  // namespace ssr
