#include <boost/test/unit_test.hpp>

#include "domain/jobs/runner.h"
#include "domain/privacy/export_maker.h"
#include "handlers/auth_door.h"

using namespace ssr;
using namespace std::chrono_literals;
using test::header, test::json_of, test::shows;
using web::Status;

namespace {

struct Settings : test::Door {
    test::Person ravi = test::a_person(all.db);
    test::Browser desk = browser_of(ravi);
    privacy::PrivacyConfig privacy{.secret_keys = {config.house.secret_key},
                                   .public_url = config.house.public_url,
                                   .blobs = config.blobs,
                                   .tombstones = files.path("tombstones.jsonl")};

    void work() {
        privacy::ExportMaker maker{all.db, app.clock, privacy};
        db::Session beside{{test::clone()}};
        jobs::Runner runner{all.db, app.clock, {{"account.export", [&](jobs::Job const& job) {
                                                     jobs::Progress progress{beside, job};
                                                     maker.make(job.payload, progress);
                                                 }}}};
        while (runner.run_one()) {
        }
    }
    std::string export_page() { return header(desk.post("/settings/export-data/"), "Location"); }
    /// Where the button of the page leads.
    std::string link_on(web::Response const& page) {
        auto const at = page.body.find("/download/?");
        if (at == std::string::npos) return {};
        auto const begin = page.body.rfind('"', at) + 1;
        auto link = page.body.substr(begin, page.body.find('"', at) - begin);
        for (auto amp = link.find("&amp;"); amp != std::string::npos; amp = link.find("&amp;"))
            link.erase(amp + 1, 4);
        return link;
    }
    web::Response confirm(test::Browser& browser) {
        browser.post("/settings/delete-account/");
        return browser.post("/settings/delete-account/", {{"otp", code_for(ravi.phone.e164())}});
    }
    /// What the mail about leaving offers.
    struct KeepingLink {
        std::string address, path, signature;
    };
    KeepingLink link_of_the_mail() {
        auto const text = inbox.text(ravi.email.text());
        auto const at = text.find("/settings/keep-account/");
        BOOST_REQUIRE(at != std::string::npos);
        auto const address = text.substr(at, text.find('\n', at) - at);
        return {address, address.substr(0, address.find('?')), address.substr(address.find('=') + 1)};
    }
    bool is_signed_in(test::Browser& browser) { return browser.get("/api/auth/me/").status == Status::ok; }
};

}  // namespace

BOOST_FIXTURE_TEST_SUITE(a_copy_of_my_data, Settings)

BOOST_AUTO_TEST_CASE(settings_show_what_can_be_done_to_whoever_is_signed_in) {
    auto const page = desk.get("/settings/");
    for (auto const* text : {"/accounts/sessions/", "/settings/notifications/", "/settings/organisation/",
                             "/settings/export-data/", "/settings/delete-account/"})
        BOOST_TEST(shows(page, text), text);
    BOOST_TEST(header(browser().get("/settings/"), "Location") == "/accounts/login/?next=%2Fsettings%2F");
}

BOOST_AUTO_TEST_CASE(a_copy_is_made_in_the_background_and_fetched_from_its_page) {
    auto const page = export_page();
    BOOST_TEST(shows(desk.get(page), "Waiting for its turn"));
    BOOST_TEST(link_on(desk.get(page)) == "");
    work();
    auto const link = link_on(desk.get(page));
    auto const file = desk.get(link);
    BOOST_TEST((file.status == Status::ok));
    BOOST_TEST(file.body.starts_with("PK"));
    BOOST_TEST(header(file, "Content-Type") == "application/zip");
    BOOST_TEST(header(file, "Content-Disposition").starts_with("attachment"));
}

BOOST_AUTO_TEST_CASE(a_link_opens_for_its_owner_s_session_alone_and_for_a_quarter_of_an_hour) {
    auto const page = export_page();
    work();
    auto const link = link_on(desk.get(page));
    auto other_device = browser_of(ravi), stranger = browser_of(test::a_person(all.db)), nobody = browser();
    BOOST_TEST((other_device.get(link).status == Status::gone));
    BOOST_TEST((stranger.get(link).status == Status::not_found));
    BOOST_TEST((stranger.get(page).status == Status::not_found));
    BOOST_TEST((nobody.get(link).status == Status::see_other));
    BOOST_TEST((desk.get(page + "download/").status == Status::gone));
    BOOST_TEST((desk.get(link).status == Status::ok));
    advance(15min);
    BOOST_TEST((desk.get(link).status == Status::gone));
    BOOST_TEST((desk.get(link_on(desk.get(page))).status == Status::ok));
}

BOOST_AUTO_TEST_CASE(a_program_is_told_how_far_it_is) {
    desk.prefers_json();
    auto const begun = desk.post("/settings/export-data/");
    BOOST_TEST((begun.status == Status::accepted));
    auto const address = "/settings/export/" + json_of(begun)["export_id"].text().value() + "/";
    BOOST_TEST(json_of(desk.get(address))["status"].text().value() == "running");
    work();
    auto const ready = json_of(desk.get(address));
    BOOST_TEST(ready["status"].text().value() == "ready");
    BOOST_TEST(ready["progress"].integer().value() > 20);
    BOOST_TEST((desk.get(ready["download_url"].text().value()).status == Status::ok));
}

BOOST_AUTO_TEST_CASE(a_wish_without_the_form_s_token_is_refused) {
    BOOST_TEST((desk.without_token().post("/settings/export-data/").status == Status::forbidden));
    BOOST_TEST((browser().post("/settings/export-data/").status == Status::see_other));
}

BOOST_AUTO_TEST_SUITE_END()

BOOST_FIXTURE_TEST_SUITE(delete_my_account, Settings)

BOOST_AUTO_TEST_CASE(the_page_says_what_goes_and_what_stays_and_sends_a_code) {
    auto const page = desk.get("/settings/delete-account/");
    BOOST_TEST(shows(page, "What goes"));
    BOOST_TEST(shows(page, "What stays"));
    BOOST_TEST(!shows(page, "name=\"otp\""));
    BOOST_TEST(header(desk.post("/settings/delete-account/"), "Location") == "/settings/delete-account/");
    BOOST_TEST(shows(desk.get("/settings/delete-account/"), "name=\"otp\""));
    BOOST_TEST((inbox.text(ravi.phone.e164()).find("close your account") != std::string::npos));
}

BOOST_AUTO_TEST_CASE(the_code_signs_out_everywhere_and_a_wrong_one_does_nothing) {
    auto phone_browser = browser_of(ravi);
    desk.post("/settings/delete-account/");
    auto const wrong = desk.post("/settings/delete-account/", {{"otp", wrong_code_for(ravi.phone.e164())}});
    BOOST_TEST((wrong.status == Status::unprocessable));
    BOOST_TEST(shows(wrong, "That code is not correct"));
    auto const empty = desk.post("/settings/delete-account/", {{"otp", ""}});
    BOOST_TEST(shows(empty, "Enter the 6 digits"));
    BOOST_TEST(is_signed_in(phone_browser));
    auto const right = desk.post("/settings/delete-account/", {{"otp", code_for(ravi.phone.e164())}});
    BOOST_TEST(header(right, "Location") == "/settings/delete-account/asked/");
    BOOST_TEST(!is_signed_in(phone_browser));
    BOOST_TEST(!is_signed_in(desk));
    BOOST_TEST(shows(desk.get("/settings/delete-account/asked/"), "will be deleted in 7 days"));
}

BOOST_AUTO_TEST_CASE(a_code_of_another_device_or_for_signing_in_deletes_nothing) {
    auto other = browser_of(ravi);
    desk.post("/settings/delete-account/");
    auto const from_other = other.post("/settings/delete-account/", {{"otp", code_for(ravi.phone.e164())}});
    BOOST_TEST((from_other.status == Status::conflict));
    auto visitor = browser();
    advance(61s);
    visitor.get("/accounts/login/");
    visitor.post("/accounts/login/", {{"identifier", ravi.phone.e164()}});
    auto const sign_in_code = code_for(ravi.phone.e164());
    BOOST_TEST(
        (desk.post("/settings/delete-account/", {{"otp", sign_in_code}}).status == Status::unprocessable));
    BOOST_TEST(!app.departures.pending(ravi.id).has_value());
}

BOOST_AUTO_TEST_CASE(signing_in_again_shows_how_to_keep_the_account) {
    confirm(desk);
    advance(61s);
    auto back = browser();
    BOOST_TEST(sign_in(back, ravi.phone.e164(), ravi.phone.e164(), "/works/") == "/settings/delete-account/");
    BOOST_TEST(shows(back.get("/settings/delete-account/"), "Keep my account"));
    BOOST_TEST(header(back.post("/settings/delete-account/cancel/"), "Location") == "/settings/");
    BOOST_TEST(!app.departures.pending(ravi.id).has_value());
    advance(61s);
    auto again = browser();
    BOOST_TEST(sign_in(again, ravi.phone.e164(), ravi.phone.e164(), "/works/") == "/works/");
}

BOOST_AUTO_TEST_CASE(the_mail_s_link_keeps_the_account_without_signing_in_and_a_look_at_it_changes_nothing) {
    confirm(desk);
    auto const [link, path, signature] = link_of_the_mail();
    auto anybody = browser();
    BOOST_TEST((anybody.get(path + "?signature=" + std::string(64, '0')).status == Status::not_found));
    BOOST_TEST(shows(anybody.get(link), "Keep my account"));
    BOOST_TEST(app.departures.pending(ravi.id).has_value());
    BOOST_TEST((anybody.post(path, {{"signature", "0"}}).status == Status::not_found));
    auto const kept = anybody.post(path, {{"signature", signature}});
    BOOST_TEST(shows(kept, "Your account stays"));
    BOOST_TEST(shows(kept, "Sign in"));
    BOOST_TEST(!app.departures.pending(ravi.id).has_value());
    BOOST_TEST((anybody.get(link).status == Status::not_found));
}

BOOST_AUTO_TEST_CASE(who_keeps_it_while_signed_in_is_not_asked_to_sign_in) {
    confirm(desk);
    auto const link = link_of_the_mail();
    auto other = browser_of(test::a_person(all.db));
    auto const kept = other.post(link.path, {{"signature", link.signature}});
    BOOST_TEST(shows(kept, "Open the dashboard"));
    BOOST_TEST(!shows(kept, "Sign in"));
}

BOOST_AUTO_TEST_CASE(staff_are_sent_to_a_superadmin) {
    auto admin = browser_of(test::a_person(all.db, "admin"), true);
    BOOST_TEST((admin.post("/settings/delete-account/").status == Status::conflict));
}

BOOST_AUTO_TEST_CASE(without_a_session_or_a_token_nothing_is_asked) {
    BOOST_TEST((browser().get("/settings/delete-account/").status == Status::see_other));
    BOOST_TEST((browser().post("/settings/delete-account/cancel/").status == Status::see_other));
    BOOST_TEST((desk.without_token().post("/settings/delete-account/").status == Status::forbidden));
}

BOOST_AUTO_TEST_SUITE_END()
