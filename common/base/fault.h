#pragma once

#include <stdexcept>
#include <string>

namespace ssr {

/// Something that should not happen did: a neighbour is gone, an invariant broke. what() never shows what a
/// user typed, so it may be logged. A temporary one is worth trying again in a moment (503), any other is a
/// bug (500).
class Fault : public std::runtime_error {
public:
    Fault(std::string const& what, bool is_temporary) : runtime_error{what}, is_temporary_{is_temporary} {}
    bool is_temporary() const { return is_temporary_; }

private:
    bool is_temporary_;
};

}  // namespace ssr
