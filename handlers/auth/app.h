#pragma once

#include "auth/config.h"
#include "domain/accounts/authenticators.h"
#include "domain/accounts/contact_change.h"
#include "domain/accounts/door.h"
#include "domain/accounts/invitations.h"
#include "domain/accounts/otp.h"
#include "domain/accounts/profiles.h"
#include "domain/accounts/totp.h"
#include "domain/blobs/blobs.h"
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
    accounts::Authenticators authenticators;
    accounts::Door door;
    accounts::UserStore users;
    accounts::Profiles profiles;
    accounts::ContactChange contacts;
    messages::Preferences preferences;
    outbound::BlobStore blob_store;
    blobs::Blobs blobs;
    privacy::DataExports exports;
    privacy::DownloadLinks downloads;
    privacy::Departures departures;
    accounts::Organizations organizations;
    accounts::Invitations invitations;
};

}  // namespace ssr::auth
