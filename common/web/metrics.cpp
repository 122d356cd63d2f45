#include "web/metrics.h"

#include <algorithm>
#include <array>
#include <atomic>
#include <cstring>
#include <map>

#include <fcntl.h>
#include <sys/mman.h>
#include <unistd.h>

#include "base/fault.h"

namespace ssr::web {

namespace {

constexpr char const* kLayout = ".1";  // ends the file's name: another one wherever Slot or Place change
constexpr int kSlots = 8;
constexpr std::size_t kPlaces = 120;  // routes of a handler; what comes later is counted together in the last
constexpr std::size_t kLongestRoute = 79;
constexpr std::array kBounds{1, 2, 5, 10, 25, 50, 100, 250, 500, 1000, 2500, 5000};  // milliseconds
constexpr std::array kCodes{200, 201, 202, 204, 206, 302, 303, 304, 308, 400, 401, 403, 404,
                            405, 409, 410, 413, 415, 422, 429, 500, 502, 503, 507, 0};  // the last: any other

// Each is written by one process and read by any; nothing is promised about their order.
using Counter = std::atomic<std::uint64_t>;
void add(Counter& counter, std::uint64_t by = 1) { counter.fetch_add(by, std::memory_order_relaxed); }
std::uint64_t read(Counter const& counter) { return counter.load(std::memory_order_relaxed); }

std::size_t at_code(Status status) {
    auto const found = std::find(kCodes.begin(), kCodes.end(), int(status));
    return std::size_t(std::min(found - kCodes.begin(), std::ptrdiff_t{kCodes.size() - 1}));
}

std::string quoted(std::string_view text) {
    std::string out = "\"";
    for (auto const c : text) {
        if (c == '"' || c == '\\') out += '\\';
        out += c == '\n' ? ' ' : c;
    }
    return out + "\"";
}

std::string seconds(std::uint64_t microseconds) {
    auto const rest = std::to_string(1'000'000 + microseconds % 1'000'000).substr(1);
    return std::to_string(microseconds / 1'000'000) + "." + rest;
}

void begin_family(std::string& out, std::string_view name, std::string_view type, std::string_view help) {
    out.append("# HELP ").append(name).append(" ").append(help).append("\n# TYPE ");
    out.append(name).append(" ").append(type).append("\n");
}

}  // namespace

struct Metrics::Place {
    char route[kLongestRoute + 1];  // "GET /pricing/"; empty: not taken yet
    std::array<Counter, kCodes.size()> by_code;
    std::array<Counter, kBounds.size() + 1> by_time;
    Counter microseconds;
};

struct Metrics::Slot {
    Counter starts, statements, database_microseconds, round_trips, cache_microseconds;
    std::array<Place, kPlaces> places;
};

Metrics::Metrics(std::string const& file, int slot) {
    static_assert(Counter::is_always_lock_free);
    constexpr auto kSize = sizeof(Slot) * kSlots;
    void* at = MAP_FAILED;
    auto const path = file + kLayout;
    if (int const opened = file.empty() ? -1 : ::open(path.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0600);
        opened >= 0) {
        if (::ftruncate(opened, kSize) == 0)
            at = ::mmap(nullptr, kSize, PROT_READ | PROT_WRITE, MAP_SHARED, opened, 0);
        ::close(opened);
    }
    if (at == MAP_FAILED)
        at = ::mmap(nullptr, kSize, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
    if (at == MAP_FAILED) throw Fault{"no memory for the counters", false};
    slots_ = static_cast<Slot*>(at);  // a new file is all zeros, as counters begin
    own_ = slots_ + std::clamp(slot, 1, kSlots) - 1;
    add(own_->starts);
}

Metrics::~Metrics() { ::munmap(slots_, sizeof(Slot) * kSlots); }

Metrics::Place& Metrics::place_of(Method method, std::string_view route) {
    auto wanted = (method == Method::get ? "GET " : "POST ") + std::string{route.empty() ? "-" : route};
    wanted.resize(std::min(wanted.size(), kLongestRoute));
    for (auto& place : own_->places) {
        if (!place.route[0]) std::memcpy(place.route, wanted.c_str(), wanted.size() + 1);
        if (wanted == place.route) return place;
    }
    return own_->places.back();
}

void Metrics::count(Method method, std::string_view route, Status status, std::chrono::microseconds took,
                    Cost const& cost) {
    auto& place = place_of(method, route);
    auto const bucket = std::find_if(kBounds.begin(), kBounds.end(),
                                     [&](int bound) { return took <= std::chrono::milliseconds{bound}; });
    add(place.by_code[at_code(status)]);
    add(place.by_time[std::size_t(bucket - kBounds.begin())]);
    add(place.microseconds, std::uint64_t(took.count()));
    add(own_->statements, std::uint64_t(cost.statements));
    add(own_->database_microseconds, std::uint64_t(cost.database.count()));
    add(own_->round_trips, std::uint64_t(cost.round_trips));
    add(own_->cache_microseconds, std::uint64_t(cost.cache.count()));
}

namespace {

// The slots' places of one route, added up.
struct Sum {
    std::array<std::uint64_t, kCodes.size()> by_code{};
    std::array<std::uint64_t, kBounds.size() + 1> by_time{};
    std::uint64_t microseconds = 0;
};

void tell(std::string& out, std::string const& handler, std::map<std::string, Sum> const& routes) {
    begin_family(out, "ssr_requests_total", "counter", "Requests answered.");
    for (auto const& [label, sum] : routes)
        for (std::size_t code = 0; code < kCodes.size(); ++code)
            if (sum.by_code[code] > 0)
                out += "ssr_requests_total{" + handler + "," + label + ",code=\"" +
                       (kCodes[code] ? std::to_string(kCodes[code]) : "other") + "\"} " +
                       std::to_string(sum.by_code[code]) + "\n";
    begin_family(out, "ssr_request_seconds", "histogram", "How long a request took in the handler.");
    for (auto const& [label, sum] : routes) {
        std::uint64_t so_far = 0;
        for (std::size_t at = 0; at <= kBounds.size(); ++at) {
            so_far += sum.by_time[at];
            auto const bound = at < kBounds.size() ? seconds(std::uint64_t(kBounds[at]) * 1000) : "+Inf";
            out += "ssr_request_seconds_bucket{" + handler + "," + label + ",le=\"" + bound + "\"} " +
                   std::to_string(so_far) + "\n";
        }
        out += "ssr_request_seconds_sum{" + handler + "," + label + "} " + seconds(sum.microseconds) + "\n";
        out += "ssr_request_seconds_count{" + handler + "," + label + "} " + std::to_string(so_far) + "\n";
    }
}

std::string label_of(std::string_view route) {
    auto const blank = route.find(' ');
    return "method=" + quoted(route.substr(0, blank)) + ",route=" + quoted(route.substr(blank + 1));
}

}  // namespace

std::string Metrics::text(std::string_view handler, std::string_view release) const {
    auto const name = "handler=" + quoted(handler);
    std::map<std::string, Sum> routes;
    std::array<std::uint64_t, 5> totals{};
    for (auto const* slot = slots_; slot < slots_ + kSlots; ++slot) {
        std::array const counters{&slot->starts, &slot->statements, &slot->database_microseconds,
                                  &slot->round_trips, &slot->cache_microseconds};
        for (std::size_t at = 0; at < totals.size(); ++at) totals[at] += read(*counters[at]);
        for (auto const& place : slot->places) {
            if (!place.route[0]) continue;
            auto& sum = routes[label_of({place.route, ::strnlen(place.route, kLongestRoute)})];
            for (std::size_t at = 0; at < sum.by_code.size(); ++at)
                sum.by_code[at] += read(place.by_code[at]);
            for (std::size_t at = 0; at < sum.by_time.size(); ++at)
                sum.by_time[at] += read(place.by_time[at]);
            sum.microseconds += read(place.microseconds);
        }
    }
    std::string out;
    begin_family(out, "ssr_build_info", "gauge", "The release that answers.");
    out += "ssr_build_info{" + name + ",version=" + quoted(release) + "} 1\n";
    auto const counter = [&](std::string_view what, std::string_view help, std::string const& value) {
        begin_family(out, what, "counter", help);
        out.append(what).append("{").append(name).append("} ").append(value).append("\n");
    };
    counter("ssr_worker_starts_total", "Starts of workers.", std::to_string(totals[0]));
    counter("ssr_db_statements_total", "SQL statements.", std::to_string(totals[1]));
    counter("ssr_db_seconds_total", "Time spent on the database.", seconds(totals[2]));
    counter("ssr_redis_round_trips_total", "Round trips to Redis.", std::to_string(totals[3]));
    counter("ssr_redis_seconds_total", "Time spent on Redis.", seconds(totals[4]));
    tell(out, name, routes);
    return out;
}

}  // namespace ssr::web
