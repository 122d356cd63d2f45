#include "log/log.h"

#include <unistd.h>
#include <chrono>

#include "base/instant.h"
#include "base/json.h"
#include "base/text.h"

namespace ssr::log {

namespace {

constexpr std::size_t kLongest = 8000;  // what a pipe and journald take in one piece

// Who writes: set once by begin(), and by each request. A process has one thread.
struct Writer {
    std::string service = "ssr", release = "-", request_id;
} writer;

std::string valid(std::string_view text) {
    if (is_utf8(text)) return std::string{text};
    std::string plain{text};
    for (auto& c : plain)
        if (static_cast<unsigned char>(c) > 126) c = '?';
    return plain;
}

void write(char const* level, std::string_view event, std::vector<Field> const& fields) {
    auto const now = std::chrono::system_clock::now();
    auto const whole = std::chrono::floor<std::chrono::seconds>(now);
    auto const thousandths = std::chrono::duration_cast<std::chrono::milliseconds>(now - whole).count();
    auto stamp = to_iso(whole);
    stamp.replace(stamp.size() - 1, 1, "." + std::to_string(1000 + thousandths).substr(1) + "Z");
    std::string line = "{" + Field{"ts", stamp}.json() + "," + Field{"lvl", level}.json() + "," +
                       Field{"svc", writer.service}.json() + "," + Field{"ver", writer.release}.json() + "," +
                       Field{"pid", std::int64_t{::getpid()}}.json();
    if (!writer.request_id.empty()) line += "," + Field{"rid", writer.request_id}.json();
    line += "," + Field{"event", event}.json();
    for (auto const& field : fields)
        if (line.size() + field.json().size() < kLongest) line += "," + field.json();
    line += "}\n";
    // One write a line: lines of several processes do not mix in a pipe. A full pipe never stops a request.
    [[maybe_unused]] auto const written = ::write(STDERR_FILENO, line.data(), line.size());
}

}  // namespace

Field::Field(char const* name, std::string_view text)
    : json_{Json{name}.dump() + ":" + Json{valid(text)}.dump()} {}
Field::Field(char const* name, std::int64_t number)
    : json_{Json{name}.dump() + ":" + std::to_string(number)} {}
Field::Field(char const* name, bool flag) : json_{Json{name}.dump() + (flag ? ":true" : ":false")} {}

void begin(std::string_view service, std::string_view release) {
    writer.service = service;
    writer.release = release;
}

void set_request_id(std::string_view id) { writer.request_id = id; }

void info(std::string_view event, std::vector<Field> const& fields) { write("info", event, fields); }
void warn(std::string_view event, std::vector<Field> const& fields) { write("warn", event, fields); }
void error(std::string_view event, std::vector<Field> const& fields) { write("error", event, fields); }

}  // namespace ssr::log
