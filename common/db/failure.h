#pragma once

#include <string>
#include <string_view>

#include "base/fault.h"

namespace ssr::db {

/// A statement that did not do what it should. what() never shows bound values, so it may be logged.
class Failure : public Fault {
public:
    enum class Kind { connection_lost, constraint, conflict, timeout, other };

    Failure(Kind kind, std::string sqlstate, std::string constraint);

    Kind kind() const { return kind_; }
    std::string const& sqlstate() const { return sqlstate_; }
    /// The violated constraint's name; empty where the fault is another.
    std::string const& constraint() const { return constraint_; }
    bool violates(std::string_view constraint) const { return constraint_ == constraint; }

private:
    Kind kind_;
    std::string sqlstate_;
    std::string constraint_;
};

}  // namespace ssr::db
