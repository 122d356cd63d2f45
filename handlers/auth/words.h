#pragma once

#include <chrono>
#include <string>

#include "domain/accounts/contact_change.h"
#include "domain/accounts/door.h"
#include "domain/accounts/one_time_code.h"
#include "domain/accounts/totp.h"
#include "web/http.h"

// What people and programs are told of each outcome.
namespace ssr::auth {

web::Refusal explain(accounts::OtpRefused const& refused);
web::Refusal explain(accounts::OtpWrong const& wrong);
web::Refusal explain(accounts::TotpWrong const& wrong);
web::Refusal explain(accounts::EntryRefused refused);
web::Refusal explain(accounts::ContactRefused const& refused, Channel channel);
/// "phone", "email": the field of the form that changes it.
std::string_view field_of(Channel channel);
std::string_view yours_already(Channel channel);
/// A form that came back: each complaint stands beside its field.
web::Refusal explain(web::FieldErrors const& errors);
web::Refusal no_code_asked_for();

std::string in_words(std::chrono::seconds time);    // "30 minutes", rounded up
std::string on_a_clock(std::chrono::seconds time);  // "4:05"

}  // namespace ssr::auth
