#include "base/clock.h"

#include <atomic>
#include <cerrno>
#include <cstring>
#include <stdexcept>

#include <fcntl.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

namespace ssr {

namespace {

Instant machine_now() { return std::chrono::floor<std::chrono::seconds>(std::chrono::system_clock::now()); }

std::int64_t* mapped(std::string const& file) {
    int const fd = ::open(file.c_str(), O_RDWR | O_CLOEXEC);
    if (fd < 0) throw std::runtime_error{"clock: cannot open " + file + ": " + std::strerror(errno)};
    struct stat about {};
    if (::fstat(fd, &about) != 0 || about.st_size < off_t(sizeof(std::int64_t))) {
        ::close(fd);
        throw std::runtime_error{"clock: " + file + " is shorter than eight bytes"};
    }
    void* const at = ::mmap(nullptr, sizeof(std::int64_t), PROT_READ | PROT_WRITE, MAP_SHARED, fd, 0);
    ::close(fd);
    if (at == MAP_FAILED) throw std::runtime_error{"clock: cannot map " + file};
    return static_cast<std::int64_t*>(at);
}

}  // namespace

SystemClock::SystemClock(std::string const& shift_file)
    : shift_{shift_file.empty() ? nullptr : mapped(shift_file)} {}

SystemClock::~SystemClock() {
    if (shift_) ::munmap(shift_, sizeof *shift_);
}

Instant SystemClock::now() const {
    if (!shift_) return machine_now();
    return machine_now() + std::chrono::seconds{std::atomic_ref{*shift_}.load(std::memory_order_relaxed)};
}

void SystemClock::shift_to(Instant now) {
    if (!shift_) throw std::logic_error{"clock: there is no shift file"};
    std::atomic_ref{*shift_}.store((now - machine_now()).count(), std::memory_order_relaxed);
}

void SystemClock::reset() { shift_to(machine_now()); }

}  // namespace ssr
