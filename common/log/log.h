#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace ssr {
class PhoneNumber;
class EmailAddress;
class LoginId;
}  // namespace ssr

namespace ssr::log {

/// A named value of a log line. People's contacts do not compile: log their masked() text.
class Field {
public:
    Field(char const* name, std::string_view text);
    Field(char const* name, char const* text) : Field{name, std::string_view{text}} {}
    Field(char const* name, std::string const& text) : Field{name, std::string_view{text}} {}
    Field(char const* name, std::int64_t number);
    Field(char const* name, int number) : Field{name, std::int64_t{number}} {}
    Field(char const* name, bool flag);
    Field(char const*, PhoneNumber const&) = delete;
    Field(char const*, EmailAddress const&) = delete;
    Field(char const*, LoginId const&) = delete;

    std::string const& json() const { return json_; }  // "name":value

private:
    std::string json_;
};

/// Names the program in every later line. Called once, from main.
void begin(std::string_view service, std::string_view release);
/// The request or job that the next lines belong to.
void set_request_id(std::string_view id);

/// One JSON line to stderr; `event` is dotted.past_tense. At most 8 kB, newlines escaped.
void info(std::string_view event, std::vector<Field> const& fields = {});
void warn(std::string_view event, std::vector<Field> const& fields = {});
void error(std::string_view event, std::vector<Field> const& fields = {});

}  // namespace ssr::log
