#include <boost/test/unit_test.hpp>

#include <regex>

#include "handlers/subscriptions_site.h"
#include "subscriptions/pages.h"

using namespace ssr;
using test::header, test::shows;
using web::Status;

BOOST_FIXTURE_TEST_SUITE(pages_of_subscriptions, test::Shopfront)

BOOST_AUTO_TEST_CASE(the_price_page_shows_every_price_to_a_stranger) {
    auto const page = stranger().get("/pricing/");
    BOOST_TEST(int(page.status) == 200);
    for (auto const* price : {"499.00", "1,349.00", "2,499.00", "4,490.00", "199.00"})
        BOOST_TEST(shows(page, price), price);
    BOOST_TEST(app.db.statements() <= 2);
}

BOOST_AUTO_TEST_CASE(each_offer_of_the_price_page_leads_to_its_checkout) {
    auto const page = stranger().get("/pricing/?months=3");
    for (auto const* text :
         {"?module=estimate&amp;duration_months=3\"", "?module=self_formatted&amp;duration_months=12\"",
          "?bundle=all&amp;duration_months=3\"", "Buy the set", "aria-current=\"page\">3 months"})
        BOOST_TEST(shows(page, text), text);
    BOOST_TEST(shows(stranger().get("/pricing/?months=5"), "aria-current=\"page\">12 months"));
}

BOOST_AUTO_TEST_CASE(a_public_page_is_made_once_and_has_each_visitors_own_secrets) {
    auto const secret = [](std::string const& page, std::string const& before) {
        auto const at = page.find(before) + before.size();
        return page.substr(at, page.find('"', at) - at);
    };
    auto const first = stranger().get("/pricing/");
    app.db.reset_counts();
    auto const second = stranger().get("/pricing/");
    BOOST_TEST(app.db.statements() == 0);
    BOOST_TEST(first.body.size() == second.body.size());
    for (auto const* const page : {&first, &second}) {
        auto const nonce = secret(page->body, "nonce=\"");
        BOOST_TEST(nonce.size() == 32u);
        BOOST_TEST(header(*page, "Content-Security-Policy").find("'nonce-" + nonce + "'") !=
                   std::string::npos);
    }
    BOOST_TEST(secret(first.body, "csrf-token\" content=\"") !=
               secret(second.body, "csrf-token\" content=\""));
    BOOST_TEST(secret(first.body, "nonce=\"") != secret(second.body, "nonce=\""));
    BOOST_TEST(!shows(signed_in().get("/pricing/"), "href=\"/accounts/login/\""));  // nobody's page but his
}

BOOST_AUTO_TEST_CASE(a_price_that_changes_is_shown_at_once) {
    BOOST_TEST(shows(stranger().get("/pricing/"), "499.00"));
    auto const set = [&](int from, int to) {
        owner.db.execute(
            "UPDATE module_pricings SET sale_price_paise = NULL, base_price_paise = :to WHERE "
            "base_price_paise = :from",
            {{"to", to}, {"from", from}});
    };
    auto const prices_before = owner.db.one(
        "SELECT json_agg(json_build_array(id, base_price_paise, sale_price_paise))::text AS all FROM "
        "module_pricings",
        {}, [](db::Row const& row) { return row.text("all"); });
    set(49900, 51700);
    bool is_shown = false;
    for (auto const till = std::chrono::steady_clock::now() + std::chrono::seconds{20};
         !is_shown && std::chrono::steady_clock::now() < till;)
        is_shown = shows(stranger().get("/pricing/"), "517.00");
    BOOST_TEST(is_shown);
    owner.db.execute(R"(
        UPDATE module_pricings p SET base_price_paise = (was->>1)::bigint, sale_price_paise = (was->>2)::bigint
          FROM json_array_elements(cast(:was AS json)) was WHERE p.id = (was->>0)::bigint
    )",
                     {{"was", prices_before}});
}

BOOST_AUTO_TEST_CASE(the_landing_page_leads_to_the_door) {
    auto const page = stranger().get("/");
    BOOST_TEST(
        shows(page, "<a class=\"btn btn-primary btn-lg\" href=\"/accounts/login/\">Start 7-day trial</a>"));
    BOOST_TEST(!shows(page, "Open my dashboard"));
}

BOOST_AUTO_TEST_CASE(the_landing_page_leads_whoever_is_signed_in_to_his_dashboard) {
    auto const page = signed_in().get("/");
    BOOST_TEST(shows(page, "href=\"/dashboard/\">Open my dashboard</a>"));
    BOOST_TEST(!shows(page, "Start 7-day trial"));
}

BOOST_AUTO_TEST_CASE(the_landing_page_promises_no_trial_that_is_not_given) {
    auto const landing = [](std::vector<int> const& days) {
        subscriptions_pages::LandingPage page;
        for (int const each : days)
            page.offers.push_back({.id = ModuleId{1}, .name = "Bill", .is_active = true, .trial_days = each});
        return subscriptions_pages::render(page, {});
    };
    BOOST_TEST(landing({14, 14}).find("Each module can be tried for 14 days.") != std::string::npos);
    BOOST_TEST(landing({14, 0}).find("Many modules can be tried for up to 14 days.") != std::string::npos);
    BOOST_TEST(landing({0, 0}).find("Sign in with a code") != std::string::npos);
    BOOST_TEST(landing({0, 0}).find("trial") == std::string::npos);
}

BOOST_AUTO_TEST_CASE(the_estimate_on_the_landing_page_adds_up) {
    auto const page = subscriptions_pages::render(subscriptions_pages::LandingPage{}, {});
    // Lines have the amount in their last cell; of the totals ECV and the grand total are sums.
    std::int64_t paise = 0;
    auto const add = [&](std::string const& pattern) {
        std::regex const amounts{pattern};
        for (std::sregex_iterator at{page.begin(), page.end(), amounts}, end; at != end; ++at) {
            auto amount = (*at)[1].str();
            std::erase(amount, ',');
            std::erase(amount, '.');
            paise += std::stoll(amount);
        }
    };
    add("<td class=\"n\">([0-9,]+\\.[0-9]{2})</td></tr>");
    BOOST_TEST(paise == 17382725);
    paise -= 350000;  // less old material
    add("<dt>(?:Cesses|GST 18 %|L.S. unforeseen)</dt><dd>([0-9,.]+)</dd>");
    BOOST_TEST(paise == 21000000);
    BOOST_TEST(page.find("₹ 2,10,000.00") != std::string::npos);
}

BOOST_AUTO_TEST_CASE(a_price_says_its_own_duration_and_its_own_tax) {
    using catalog::ModuleOffer, catalog::Price;
    ModuleOffer const yearly{
        .id = ModuleId{1},
        .module = Module::bill,
        .name = "Bill",
        .is_active = true,
        .prices = {{.id = PricingId{1}, .months = 12, .base = Money::from_rupees(1200), .gst_percent = 12}}};
    auto const landing = subscriptions_pages::render(subscriptions_pages::LandingPage{{yearly}}, {});
    BOOST_TEST(landing.find("1,200.00 for 12 months") != std::string::npos);
    BOOST_TEST(landing.find("a month") == std::string::npos);
    auto const prices = subscriptions_pages::render(subscriptions_pages::PricesPage{{yearly}}, {});
    BOOST_TEST(prices.find("GST of 12 %") != std::string::npos);
    BOOST_TEST(prices.find("18 %") == std::string::npos);
}

BOOST_AUTO_TEST_CASE(the_dashboard_sends_a_stranger_to_the_door) {
    auto const answer = stranger().get("/dashboard/");
    BOOST_TEST(int(answer.status) == 303);
    BOOST_TEST(header(answer, "Location").starts_with("/accounts/login/?next="));
}

BOOST_AUTO_TEST_CASE(the_dashboard_shows_each_module_in_its_state) {
    subscribe("estimate", "active", std::chrono::days{30});
    subscribe("bill", "expired", std::chrono::days{-1});
    auto const page = signed_in().get("/dashboard/");
    BOOST_TEST(shows(page, "Open Estimate"));
    BOOST_TEST(!shows(page, "Open Bill"));
    BOOST_TEST(shows(page, "Ended on "));
    BOOST_TEST(shows(page, "Not subscribed"));
}

BOOST_AUTO_TEST_CASE(the_set_is_offered_to_whoever_lacks_a_part_of_it_or_will_soon) {
    for (auto const* module : {"estimate", "workslip", "bill"})
        subscribe(module, "active", std::chrono::days{200});
    BOOST_TEST(shows(signed_in().get("/dashboard/"), "Buy the set"));
    subscribe("self_formatted", "active", std::chrono::days{31});
    BOOST_TEST(!shows(signed_in().get("/dashboard/"), "Buy the set"));
    owner.db.execute(
        "UPDATE subscriptions SET expires_at = expires_at - interval '2 days' WHERE user_id = :user",
        {{"user", sita.id}});
    BOOST_TEST(shows(signed_in().get("/dashboard/"), "Buy the set"));
}

BOOST_AUTO_TEST_CASE(a_module_opens_for_who_has_it_and_says_why_to_others) {
    auto const closed = signed_in().get("/modules/self-formatted/");
    BOOST_TEST(int(closed.status) == 200);
    BOOST_TEST(shows(closed, "Not subscribed"));
    subscribe("self_formatted", "active", std::chrono::days{30});
    BOOST_TEST(header(signed_in().get("/modules/self_formatted/"), "Location") == "/self-formatted/");
}

BOOST_AUTO_TEST_CASE(what_nobody_owns_does_not_exist) {
    for (auto const* path : {"/modules/nothing/", "/nowhere/", "/dashboard"})
        BOOST_TEST(int(signed_in().get(path).status) == 404, path);
    BOOST_TEST(int(stranger().post("/pricing/").status) == 405);
}

BOOST_AUTO_TEST_SUITE_END()
