#include "auth/config.h"

namespace ssr::auth {

namespace {

// The accounts that every development instance has, so that checks can sign in often.
std::vector<std::string> demonstration_accounts() {
    return {"+919000000001",     "+919000000002",           "+919000000003",      "+919000000010",
            "+919000000011",     "superadmin@example.test", "admin@example.test", "support@example.test",
            "ravi@example.test", "sita@example.test"};
}

}  // namespace

Config Config::from(Environment& environment) {
    Config config{.house = guard::HouseConfig::from(environment), .blobs = environment.required("SSR_BLOBS")};
    auto& limits = config.otp;
    limits.all_per_hour = environment.number("SSR_OTP_PER_HOUR", limits.all_per_hour, 1, 1'000'000);
    limits.all_sms_per_hour =
        environment.number("SSR_OTP_SMS_PER_HOUR", limits.all_sms_per_hour, 1, 1'000'000);
    if (!config.house.is_production) limits.exempt = demonstration_accounts();
    return config;
}

}  // namespace ssr::auth
