#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace ssr {

/// Reads settings and gathers every complaint, so that a handler names all of them at once.
/// `NAME_FILE` holds the path of a file with the value of `NAME`.
class Environment {
public:
    Environment();  // this process's
    explicit Environment(std::map<std::string, std::string> variables);

    std::string required(std::string const& name);
    std::string optional(std::string const& name, std::string_view otherwise = {});
    int number(std::string const& name, int otherwise, int least, int most);
    /// SSR_ENV: "development" or "production"; anything else is a complaint.
    bool is_production();
    /// A setting that exists in development only; a complaint in production.
    std::string development_only(std::string const& name);
    void complain(std::string complaint) { complaints_.push_back(std::move(complaint)); }

    std::vector<std::string> const& complaints() const { return complaints_; }
    /// Prints the complaints to stderr and ends with 78 (EX_CONFIG), if there are any.
    void exit_if_incomplete() const;

private:
    std::optional<std::string> find(std::string const& name);
    std::map<std::string, std::string> variables_;
    std::vector<std::string> complaints_;
};

}  // namespace ssr
