#pragma once

#include <chrono>
#include <cstdint>
#include <string>
#include <string_view>

#include "web/http.h"

namespace ssr::web {

/// What one request took of the neighbours.
struct Cost {
    int statements = 0;
    std::chrono::microseconds database{};
    int round_trips = 0;
    std::chrono::microseconds cache{};
};

/// The counters of one handler, in one file that all its workers map: each adds in its own slot's place, and
/// whoever is asked answers for all. They outlive workers and releases, so that they never go back. Adding
/// costs some nanoseconds and no system call.
class Metrics {
public:
    /// Without a file, or where it cannot be mapped, the counters are this process's alone. `slot` is 1 to 8.
    Metrics(std::string const& file, int slot);
    ~Metrics();
    Metrics(Metrics const&) = delete;
    Metrics& operator=(Metrics const&) = delete;

    void count(Method method, std::string_view route, Status status, std::chrono::microseconds took,
               Cost const& cost);
    /// In Prometheus's text format.
    std::string text(std::string_view handler, std::string_view release) const;

private:
    struct Slot;
    struct Place;
    Place& place_of(Method method, std::string_view route);
    Slot* slots_;
    Slot* own_;
};

}  // namespace ssr::web
