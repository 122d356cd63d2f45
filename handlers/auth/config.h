#pragma once

#include <string>
#include <vector>

#include "domain/accounts/one_time_code.h"
#include "guard/house.h"

namespace ssr::auth {

struct Config {
    guard::HouseConfig house;
    /// Limits of sending and guessing codes; the breakers from SSR_OTP_PER_HOUR and SSR_OTP_SMS_PER_HOUR.
    accounts::OtpLimits otp;
    std::string blobs;  // SSR_BLOBS: the folder of files

    static Config from(Environment& environment);
};

}  // namespace ssr::auth
