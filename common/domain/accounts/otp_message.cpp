#include "domain/accounts/otp_message.h"

namespace ssr::accounts {

namespace {

std::string_view what_for(Purpose purpose) {
    switch (purpose) {
        case Purpose::sign_in: return "sign-in code";
        case Purpose::prove_contact:
        case Purpose::change_contact: return "code to change your contact";
        case Purpose::close_account: return "code to close your account";
    }
    throw std::logic_error{"no such purpose"};
}

std::string minutes(std::chrono::seconds time) {
    return std::to_string(std::chrono::duration_cast<std::chrono::minutes>(time).count()) + " minutes";
}

}  // namespace

std::string event_of(OtpChallenge const& challenge) { return "otp:" + challenge.id; }

messages::Message otp_message(OtpChallenge const& challenge, Purpose purpose, std::string const& code,
                              std::chrono::seconds lifetime, std::string const& host) {
    auto const is = code + " is your " + std::string{what_for(purpose)};
    messages::Message message{.event_key = event_of(challenge),
                              .kind = "otp",
                              .channel = challenge.to.channel(),
                              .to = challenge.to.text(),
                              .otp = code};
    if (message.channel == Channel::sms) {
        message.text = is + " for SSR Estimation, valid for " + minutes(lifetime) +
                       ". We never ask for it on a call.\n\n@" + host + " #" + code;
        message.variables = {
            {"otp", code}, {"purpose", std::string{what_for(purpose)}}, {"life", minutes(lifetime)}};
        return message;
    }
    message.subject = is;
    message.text = "SSR Estimation\n\n" + is + ".\n\nIt is valid for " + minutes(lifetime) +
                   ", in the browser that asked for it.\n\n"
                   "If you did not ask for it, do nothing. No one can go on without the code.\n"
                   "We never ask for your code on a call.\n";
    return message;
}

}  // namespace ssr::accounts
