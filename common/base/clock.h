#pragma once

#include <memory>
#include <string>

#include "base/instant.h"

namespace ssr {

/// Where business time comes from; nothing else asks for the time (decisions: expiry, limits, invoice dates).
class Clock {
public:
    virtual ~Clock() = default;
    virtual Instant now() const = 0;
};

/// The machine's clock. In development a file of eight bytes (little-endian seconds) shifts it for every
/// process that maps the file, at once.
class SystemClock final : public Clock {
public:
    explicit SystemClock(std::string const& shift_file = {});
    ~SystemClock() override;
    SystemClock(SystemClock const&) = delete;
    SystemClock& operator=(SystemClock const&) = delete;

    Instant now() const override;
    /// Development only: writes the shift that all processes see. Throws without a shift file.
    void shift_to(Instant now);
    void reset();

private:
    std::int64_t* shift_ = nullptr;
};

/// A clock that tests set.
class FixedClock final : public Clock {
public:
    explicit FixedClock(Instant at) : at_{at} {}
    Instant now() const override { return at_; }
    void advance(std::chrono::seconds by) { at_ += by; }
    void set(Instant at) { at_ = at; }

private:
    Instant at_;
};

}  // namespace ssr
