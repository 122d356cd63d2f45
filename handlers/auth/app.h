#pragma once

#include "auth/config.h"
#include "domain/accounts/door.h"
#include "domain/accounts/invitations.h"
#include "domain/accounts/otp.h"
#include "domain/accounts/totp.h"
#include "domain/privacy/data_exports.h"
#include "domain/privacy/departures.h"
#include "domain/privacy/download_link.h"
#include "guard/house.h"
#include "outbound/blob_store.h"

namespace ssr::auth {

/// What this binary's endpoints may touch; nothing else exists for them.
struct App : guard::House {
    explicit App(Config const& config);

    accounts::Otp otp;
    accounts::Totp totp;
    accounts::Door door;
    accounts::UserStore users;

    privacy::DataExports exports;
    privacy::DownloadLinks downloads;
    outbound::BlobStore blobs;
    privacy::Departures departures;
    accounts::Organizations organizations;
    accounts::Invitations invitations;
};

}  // namespace ssr::auth
