#pragma once

#include <chrono>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/fault.h"

namespace ssr::cache {

/// Redis did not answer in time, or refused. The caller fails closed.
struct Failure : Fault {
    explicit Failure(std::string const& what) : Fault{what, true} {}
};

/// A Lua script with its SHA-1, so that it travels once.
class Script {
public:
    explicit Script(std::string source);
    std::string const& source() const { return source_; }
    std::string const& sha1() const { return sha1_; }

private:
    std::string source_, sha1_;
};

/// The handful of Redis commands that we use. Every key that is written expires.
/// One connection, opened at first use; 250 ms for each answer; an idle connection that died is replaced
/// unnoticed, any other before the next command, but after a time-out only when half a second has passed.
class Redis {
public:
    /// "unix:///path/redis.sock?user=name&password=secret"
    explicit Redis(std::string url);
    ~Redis();
    Redis(Redis const&) = delete;
    Redis& operator=(Redis const&) = delete;

    std::optional<std::string> get(std::string_view key);
    void set(std::string_view key, std::string_view value, std::chrono::seconds lives);
    bool claim(std::string_view key, std::chrono::seconds lives);           // true for the first caller only
    std::int64_t count(std::string_view key, std::chrono::seconds window);  // opens at the first count
    std::optional<std::chrono::seconds> time_left(std::string_view key);
    void erase(std::string_view key);
    void erase_all(std::vector<std::string> const& keys);
    /// Runs a script; its answer as text (integers in decimal), an array's elements one by one.
    std::vector<std::string> run(Script const& script, std::vector<std::string> const& keys,
                                 std::vector<std::string> const& arguments);
    bool is_ready();  // PING; false, never a throw

    int round_trips() const { return round_trips_; }
    std::chrono::microseconds spent() const { return spent_; }
    void reset_counts();

private:
    struct Connection;
    Connection& open();
    std::vector<std::string> command(std::vector<std::string_view> const& words, bool* is_nil = nullptr);
    std::string url_;
    std::unique_ptr<Connection> connection_;
    std::chrono::steady_clock::time_point rests_until_{};
    int round_trips_ = 0;
    std::chrono::microseconds spent_{};
};

}  // namespace ssr::cache
