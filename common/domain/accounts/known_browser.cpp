#include "domain/accounts/known_browser.h"

#include "base/secure.h"

namespace ssr::accounts {

std::string hash_of_known(std::string_view known_browser) {
    return sha256_hex("browser|" + std::string{known_browser});
}

}  // namespace ssr::accounts
