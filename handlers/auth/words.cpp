#include "auth/words.h"

namespace ssr::auth {

namespace {

using std::chrono::seconds;
using web::Refusal, web::Status;

std::string counted(std::int64_t number, char const* unit) {
    return std::to_string(number) + " " + unit + (number == 1 ? "" : "s");
}

std::string tries(int left) { return left == 1 ? "1 try" : std::to_string(left) + " tries"; }

Refusal locked(seconds wait) {
    return {.status = Status::too_many,
            .code = "locked",
            .title = "Sign-in is locked in this browser",
            .detail = "Five codes were wrong. You can ask for a new one in " + in_words(wait) + ".",
            .retry_after = wait};
}

Refusal too_many_wrong(seconds wait) {
    return {.status = Status::too_many,
            .code = "locked",
            .title = "Too many wrong codes today",
            .detail =
                "Use a browser in which you have signed in before, or your other contact, e-mail or mobile. "
                "Here you can try again in " +
                in_words(wait) + ".",
            .retry_after = wait};
}

}  // namespace

std::string in_words(seconds time) {
    if (time <= seconds{90}) return counted(std::max<std::int64_t>(1, time.count()), "second");
    if (time <= std::chrono::minutes{90})
        return counted(std::chrono::ceil<std::chrono::minutes>(time).count(), "minute");
    return counted(std::chrono::ceil<std::chrono::hours>(time).count(), "hour");
}

std::string on_a_clock(seconds time) {
    auto const rest = time.count() % 60;
    return std::to_string(time.count() / 60) + (rest < 10 ? ":0" : ":") + std::to_string(rest);
}

Refusal explain(accounts::OtpRefused const& refused) {
    using enum accounts::OtpRefused::Why;
    auto const wait = refused.retry_after;
    switch (refused.why) {
        case accounts::OtpRefused::Why::locked: return auth::locked(wait);
        case accounts::OtpRefused::Why::too_many_wrong: return auth::too_many_wrong(wait);
        case cooling_down:
            return {.status = Status::too_many,
                    .code = "cooling_down",
                    .title = "A code was sent a moment ago",
                    .detail =
                        "It may take a little to arrive. You can ask for another in " + in_words(wait) + ".",
                    .retry_after = wait};
        case too_many_codes:
            return {.status = Status::too_many,
                    .code = "too_many_codes",
                    .title = "Too many codes were asked for",
                    .detail = "The next one can be sent in " + in_words(wait) + ".",
                    .retry_after = wait};
        case too_many_from_here:
            return {.status = Status::too_many,
                    .code = "too_many_from_here",
                    .title = "Too many codes were asked for from your network",
                    .detail = "The next one can be sent in " + in_words(wait) + ".",
                    .retry_after = wait};
        case breaker:
            return {
                .status = Status::unavailable,
                .code = "codes_paused",
                .title = "Codes are paused for a while",
                .detail = "More codes are being asked for than usual. Try again in " + in_words(wait) +
                          ", or use your other contact: e-mail if this was a number, mobile if an address.",
                .retry_after = wait};
    }
    throw std::logic_error{"no such refusal"};
}

Refusal explain(accounts::OtpWrong const& wrong) {
    switch (wrong.why) {
        case accounts::OtpWrong::Why::wrong:
            return {.status = Status::unauthorized,
                    .code = "wrong_otp",
                    .title = "That code is not correct",
                    .detail = "You have " + tries(wrong.tries_left) + " left."};
        case accounts::OtpWrong::Why::expired:
            return {
                .status = Status::unauthorized,
                .code = "expired_otp",
                .title = "That code has expired",
                .detail =
                    "A code is good once, for 5 minutes, in the browser that asked for it. Send a new one."};
        case accounts::OtpWrong::Why::locked: return locked(wrong.retry_after);
        case accounts::OtpWrong::Why::too_many_wrong: return too_many_wrong(wrong.retry_after);
    }
    throw std::logic_error{"no such fault"};
}

Refusal explain(accounts::TotpWrong const& wrong) {
    switch (wrong.why) {
        case accounts::TotpWrong::Why::wrong:
            return {.status = Status::unauthorized,
                    .code = "wrong_totp",
                    .title = "That code is not correct",
                    .detail = "Each code of the app counts once. Wait for the next one; you have " +
                              tries(wrong.tries_left) + " left."};
        case accounts::TotpWrong::Why::locked:
            return {
                .status = Status::too_many,
                .code = "locked",
                .title = "The authenticator is locked",
                .detail = "Five codes were wrong. You can try again in " + in_words(wrong.retry_after) + ".",
                .retry_after = wrong.retry_after};
        case accounts::TotpWrong::Why::not_set_up:
            return {.status = Status::conflict,
                    .code = "totp_not_set_up",
                    .title = "No authenticator is set up",
                    .detail = "Ask a superadmin to set one up for your account."};
    }
    throw std::logic_error{"no such fault"};
}

Refusal explain(accounts::EntryRefused) {
    return {.status = Status::forbidden,
            .code = "user_banned",
            .title = "This account is closed",
            .detail = "Our staff closed it. Write to support if you think that this is a mistake."};
}

std::string_view field_of(Channel channel) { return channel == Channel::sms ? "phone" : "email"; }

std::string_view yours_already(Channel channel) {
    return channel == Channel::sms ? "This is the number that you have now. Enter the new one."
                                   : "This is the address that you have now. Enter the new one.";
}

Refusal explain(accounts::ContactRefused const& refused, Channel channel) {
    if (std::holds_alternative<accounts::ContactTaken>(refused))
        return explain(
            web::FieldErrors{{std::string{field_of(channel)},
                              channel == Channel::sms ? "This number is of another account. Sign in with it "
                                                        "there and change it first, or enter another."
                                                      : "This address is of another account. Sign in with it "
                                                        "there and change it first, or enter another."}});
    auto const* unsent = std::get_if<accounts::OtpRefused>(&refused);
    auto refusal = unsent ? explain(*unsent) : explain(std::get<accounts::OtpWrong>(refused));
    if (refusal.code == "locked") refusal.title = "This change is locked for a while";
    return refusal;
}

Refusal explain(web::FieldErrors const& errors) {
    return {.status = Status::unprocessable,
            .code = "invalid",
            .title = "There is a problem",
            .detail = errors.empty() ? std::string{} : errors.begin()->second,
            .errors = errors};
}

Refusal no_code_asked_for() {
    return {.status = Status::conflict,
            .code = "no_challenge",
            .title = "No code is on its way to you",
            .detail = "Ask for a code first; then enter it in the same browser."};
}

}  // namespace ssr::auth
