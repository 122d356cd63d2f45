#include "dev/app.h"

#include "worker/jobs.h"

namespace ssr::dev {

Config Config::from(Environment& environment) {
    Config config{guard::HouseConfig::from(environment), billing::BillingConfig::from(environment),
                  gateway::WebhookConfig::from(environment), privacy::PrivacyConfig::from(environment)};
    if (config.house.is_production)
        environment.complain("the handler dev runs with SSR_ENV=development only");
    return config;
}

App::App(Config const& config)
    : House{config.house},
      billing{config.billing},
      privacy{config.privacy},
      beside{config.house.db},
      secret_key{config.house.secret_key},
      runner{db, clock,
             worker::table({.db = db,
                            .clock = clock,
                            .billing = billing,
                            .beside = beside,
                            .privacy = privacy,
                            .redis = redis})},
      deliveries{db, clock, config.webhook} {}

}  // namespace ssr::dev
