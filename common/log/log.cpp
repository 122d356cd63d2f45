#include "log/log.h"

#include <unistd.h>
#include <chrono>

#include "base/instant.h"
#include "base/json.h"
#include "base/text.h"

namespace ssr::log {

namespace {

constexpr std::size_t kLongest = 8000;  // what a pipe and journald take in one piece

bool is_plain(std::string_view text) {
    for (auto const c : text)
        if (c < ' ' || c > '~' || c == '"' || c == '\\') return false;
    return true;
}

std::string quoted(std::string_view text) {
    if (is_plain(text))
        return '"' + std::string{text} + '"';  // nearly every text, and every request logs nine
    if (is_utf8(text)) return Json{text}.dump();
    std::string printable{text};
    for (auto& c : printable)
        if (static_cast<unsigned char>(c) > 126) c = '?';
    return Json{printable}.dump();
}

std::string named(char const* name, std::string_view value) {
    return '"' + std::string{name} + "\":" + std::string{value};
}

// Who writes: set once by begin(), and by each request. A process has one thread.
struct Writer {
    std::string self = R"("svc":"ssr","ver":"-")", request_id;
} writer;

std::string now_in_json() {
    auto const now = std::chrono::system_clock::now();
    auto const whole = std::chrono::floor<std::chrono::seconds>(now);
    auto const thousandths = std::chrono::duration_cast<std::chrono::milliseconds>(now - whole).count();
    auto stamp = to_iso(whole);
    return stamp.replace(stamp.size() - 1, 1, "." + std::to_string(1000 + thousandths).substr(1) + "Z");
}

void write(char const* level, std::string_view event, std::vector<Field> const& fields) {
    std::string line;
    line.reserve(512);
    line.append(R"({"ts":")").append(now_in_json()).append(R"(","lvl":")").append(level).append("\",");
    line.append(writer.self).append(writer.request_id).append(R"(,"event":)").append(quoted(event));
    for (auto const& field : fields)
        if (line.size() + field.json().size() < kLongest) line.append(",").append(field.json());
    line += "}\n";
    // One write a line: lines of several processes do not mix in a pipe. A full pipe never stops a request.
    [[maybe_unused]] auto const written = ::write(STDERR_FILENO, line.data(), line.size());
}

}  // namespace

Field::Field(char const* name, std::string_view text) : json_{named(name, quoted(text))} {}
Field::Field(char const* name, std::int64_t number) : json_{named(name, std::to_string(number))} {}
Field::Field(char const* name, bool flag) : json_{named(name, flag ? "true" : "false")} {}

void begin(std::string_view service, std::string_view release) {
    writer.self = named("svc", quoted(service)) + "," + named("ver", quoted(release)) + "," +
                  named("pid", std::to_string(::getpid()));
}

void set_request_id(std::string_view id) {
    writer.request_id = id.empty() ? std::string{} : "," + named("rid", quoted(id));
}

void info(std::string_view event, std::vector<Field> const& fields) { write("info", event, fields); }
void warn(std::string_view event, std::vector<Field> const& fields) { write("warn", event, fields); }
void error(std::string_view event, std::vector<Field> const& fields) { write("error", event, fields); }

}  // namespace ssr::log
