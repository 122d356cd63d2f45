#include "dev/seed.h"

#include "domain/accounts/totp.h"

namespace ssr::dev {

void seed_authenticators(db::Session& db, std::string_view secret_key) {
    constexpr std::string_view kSecret =
        "JBSWY3DPEHPK3PXP";  // the published example; it guards a development instance
    db.execute(
        "UPDATE users SET totp_secret_sealed = :sealed WHERE role <> 'user' AND email LIKE '%@example.test'",
        {{"sealed", accounts::sealed_totp_secret(secret_key, kSecret)}});
}

}  // namespace ssr::dev
