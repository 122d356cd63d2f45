#pragma once

#include <string>

#include "guard/signed_in.h"

namespace ssr::guard {

/// What makes a request that comes again the same one: the header Idempotency-Key, else the form's own field;
/// empty for none. At most 200 bytes of UTF-8: what is longer, or no text, is known by its SHA-256.
std::string key_of(SignedIn const& who, std::string const& of_form);

}  // namespace ssr::guard
