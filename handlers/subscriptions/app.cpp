#include "subscriptions/app.h"

namespace ssr::subscriptions_pages {

App::App(Config const& config)
    : House{config.house},
      razorpay{config.razorpay},
      supplier{config.billing.supplier},
      users{db},
      gateway{config.billing.gateway},
      capture{db, clock, config.billing},
      checkout{db, clock, config.billing, gateway, billing::CouponGuesses{redis, clock}},
      verification{db, clock, gateway, capture},
      reconciler{db, clock, gateway, capture},
      mandates{db, clock, config.billing, gateway, capture},
      payments{db},
      subscriptions{db, clock, config.billing.secret_keys},
      blobs{config.billing.blobs},
      papers{db, clock, blobs} {}

}  // namespace ssr::subscriptions_pages
