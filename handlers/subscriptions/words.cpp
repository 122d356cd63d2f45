#include "subscriptions/words.h"

namespace ssr::subscriptions_pages {

std::string duration(int months) { return months == 1 ? "1 month" : std::to_string(months) + " months"; }

std::string cheapest(catalog::ModuleOffer const& offer) {
    if (offer.prices.empty()) return {};
    auto const& price = *std::min_element(offer.prices.begin(), offer.prices.end(),
                                          [](auto const& a, auto const& b) { return a.asked() < b.asked(); });
    return "From " + price.asked().display() + " for " + duration(price.months) + ", plus GST";
}

std::string tax(std::vector<catalog::ModuleOffer> const& offers) {
    std::vector<int> percents;
    for (auto const& offer : offers)
        for (auto const& price : offer.prices) percents.push_back(price.gst_percent);
    if (percents.empty()) return "GST is added.";
    auto const [least, most] = std::minmax_element(percents.begin(), percents.end());
    auto const range =
        *least == *most ? std::to_string(*most) : std::to_string(*least) + " to " + std::to_string(*most);
    return "GST of " + range + " % is added.";
}

}  // namespace ssr::subscriptions_pages
