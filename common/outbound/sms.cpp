#include "outbound/sms.h"

#include "base/json.h"

namespace ssr::outbound {

namespace {

using Why = NotSent::Why;

std::string payload(Text const& text, SmsConfig const& config) {
    Json::Object recipient{{"mobiles", text.to.e164().substr(1)}};  // with 91, without +
    for (auto const& [name, value] : text.variables) recipient.emplace(name, value);
    return Json{Json::Object{{"template_id", config.template_id},
                             {"short_url", "0"},
                             {"recipients", Json::Array{std::move(recipient)}}}}
        .dump();
}

Err<NotSent> not_sent(Why why, std::string const& reason) {
    return Err{NotSent{why, fit_for_staff("sms: " + reason)}};
}

}  // namespace

Result<Done, NotSent> send(Text const& text, SmsConfig const& config, HttpClient& http) {
    auto const answer = http.send({.method = "POST",
                                   .url = config.api_url + "/api/v5/flow",
                                   .body = payload(text, config),
                                   .headers = {{"authkey", config.auth_key}}});
    if (!answer) {
        if (answer.error() == HttpFailure::unreachable)
            return not_sent(Why::temporary, "the carrier is away");
        return not_sent(Why::unknown, "the carrier gave no answer");
    }
    if (answer->status == 429 || answer->status >= 500)
        return not_sent(Why::temporary, "the carrier is busy: " + std::to_string(answer->status));
    auto const said = Json::parse(answer->body).value_or(Json{});
    if (answer->status == 200 && said["type"].text() == "success") return Done{};
    // A stranger's page with 200 says neither; whether the text went out nobody knows.
    if (answer->status == 200 && said["type"].text() != "error")
        return not_sent(Why::unknown, "the carrier gave an answer that is none");
    return not_sent(Why::permanent, "refused: " + std::to_string(answer->status) + " " +
                                        said["message"].text().value_or("without a word"));
}

}  // namespace ssr::outbound
