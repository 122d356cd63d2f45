#include "guard/unsent_forms.h"

#include "base/json.h"
#include "base/secure.h"

namespace ssr::guard {

namespace {

constexpr int kCookieBytes = 32;
constexpr std::size_t kLargestForm = 128 * 1024;

std::string key_of(UserId user) { return "pre:form:" + std::to_string(user.value()); }

std::int64_t seconds_of(Instant at) { return at.time_since_epoch().count(); }

}  // namespace

std::optional<std::string> UnsentForms::keep(UserId user, UnsentForm const& form) {
    Json::Object typed;
    for (auto const& [name, value] : form.typed) typed.emplace(name, value);
    auto const text = Json{Json::Object{{"page", form.page},
                                        {"action", form.action},
                                        {"why", int(form.why)},
                                        {"typed", std::move(typed)},
                                        {"had_files", form.had_files},
                                        {"until", seconds_of(clock_.now() + kFormIsKept)}}}
                          .dump();
    if (text.size() > kLargestForm) return std::nullopt;
    auto cookie = random_hex(kCookieBytes);
    redis_.set(key_of(user), seal(secret_key_, purpose(cookie), text), kFormIsKept);
    return cookie;
}

std::optional<UnsentForm> UnsentForms::find(UserId user, std::string_view cookie) {
    auto const held = redis_.get(key_of(user));
    auto const text = held ? unseal(secret_key_, purpose(cookie), *held) : std::nullopt;
    auto const json = text ? Json::parse(*text) : std::nullopt;
    if (!json || (*json)["until"].integer().value_or(0) <= seconds_of(clock_.now())) return std::nullopt;
    UnsentForm form{.page = (*json)["page"].text().value_or(""),
                    .action = (*json)["action"].text().value_or(""),
                    .why = web::Unsent((*json)["why"].integer().value_or(0)),
                    .had_files = (*json)["had_files"].flag() == true};
    auto const typed = (*json)["typed"];
    if (auto const* fields = typed.object())
        for (auto const& [name, value] : *fields) form.typed.emplace(name, value.text().value_or(""));
    return form;
}

void UnsentForms::forget(UserId user) { redis_.erase(key_of(user)); }

}  // namespace ssr::guard
