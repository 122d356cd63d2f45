#include <boost/test/unit_test.hpp>

#include <fstream>

#include "base/text.h"
#include "handlers/auth_door.h"

using namespace ssr;
using test::header, test::json_of, test::shows, test::Door;
using web::Status;

namespace {

web::Fields const kDetails{{"name", "S. Kiran Kumar"},
                           {"state_code", "36"},
                           {"company_name", "R&B Division, Warangal"},
                           {"gstin", "19aaaci1681g1dv"},
                           {"address", "12-3, Main Road\r\nWarangal"}};

}  // namespace

BOOST_FIXTURE_TEST_SUITE(profile, Door)

BOOST_AUTO_TEST_CASE(a_person_sees_and_changes_what_stands_on_his_papers) {
    auto const person = test::a_person(all.db);
    auto ravi = browser_of(person);
    auto const before = ravi.get("/profile/");
    BOOST_TEST(shows(before, "value=\"" + person.name + "\""));
    BOOST_TEST(shows(before, person.email.text()));
    BOOST_TEST(app.db.statements() <= 3);
    BOOST_TEST(header(ravi.post("/profile/", kDetails), "Location") == "/profile/?saved=1");
    auto const after = ravi.get("/profile/?saved=1");
    for (auto const* text : {"value=\"S. Kiran Kumar\"", "R&amp;B Division, Warangal", "19AAACI1681G1DV",
                             "12-3, Main Road\nWarangal", "Number of a tax deductor (TDS)", ">Saved<"})
        BOOST_TEST(shows(after, text), text);
    BOOST_TEST(json_of(ravi.get("/api/auth/me/"))["user"]["name"].text().value() == "S. Kiran Kumar");
}

BOOST_AUTO_TEST_CASE(faults_stand_beside_their_fields_and_all_that_was_typed_is_kept) {
    auto ravi = browser_of(test::a_person(all.db));
    auto wrong = kDetails;
    wrong["name"] = "";
    wrong["gstin"] = "19AAACI1681G1DX";  // the check digit
    wrong["address"] = std::string(301, 'a');
    auto const answer = ravi.post("/profile/", wrong);
    BOOST_TEST((answer.status == Status::unprocessable));
    for (auto const* text : {"Enter your name", "as on its certificate", "at most 300 characters",
                             "value=\"19AAACI1681G1DX\"", "R&amp;B Division, Warangal", "Error: Profile"})
        BOOST_TEST(shows(answer, text), text);
}

BOOST_AUTO_TEST_CASE(a_change_stands_in_the_audit_log_by_its_fields_without_what_stood_in_them) {
    auto const person = test::a_person(all.db);
    auto ravi = browser_of(person);
    ravi.post("/profile/", kDetails);
    ravi.post("/profile/", kDetails);  // nothing is another now
    std::vector<std::string> changes;
    all.db.each(
        "SELECT changes::text AS changes FROM audit_logs WHERE user_id = :user AND action = "
        "'user.profile_changed'",
        {{"user", person.id}}, [&](db::Row const& row) { changes.push_back(row.text("changes")); });
    BOOST_REQUIRE(changes.size() == 1u);
    BOOST_TEST(changes[0].find("gstin") != std::string::npos);
    BOOST_TEST(changes[0].find("Kiran") == std::string::npos);
}

BOOST_AUTO_TEST_CASE(nobody_gives_himself_a_role) {
    auto const person = test::a_person(all.db);
    auto ravi = browser_of(person);
    auto fields = kDetails;
    fields.insert({{"role", "admin"}, {"user_id", "1"}, {"is_active", "0"}, {"phone", "9848012345"}});
    ravi.post("/profile/", fields);
    auto const me = json_of(ravi.get("/api/auth/me/"))["user"];
    BOOST_TEST(me["role"].text().value() == "user");
    BOOST_TEST(me["phone"].text().value() == person.phone.e164());
}

BOOST_AUTO_TEST_CASE(a_program_changes_it_as_well) {
    auto ravi = browser_of(test::a_person(all.db));
    ravi.prefers_json();
    BOOST_TEST(json_of(ravi.post("/profile/", kDetails))["user"]["name"].text().value() == "S. Kiran Kumar");
    auto const wrong = ravi.post("/profile/", {{"name", ""}});
    BOOST_TEST((wrong.status == Status::unprocessable));
    BOOST_TEST(json_of(wrong)["errors"]["state_code"].text().has_value());
}

BOOST_AUTO_TEST_CASE(the_other_addresses_of_the_blueprint_lead_to_the_pages) {
    auto ravi = browser_of(test::a_person(all.db));
    BOOST_TEST(header(ravi.get("/profile/edit/"), "Location") == "/profile/");
    BOOST_TEST(header(ravi.get("/profile/phone/"), "Location") == "/profile/change-phone/");
    BOOST_TEST(header(ravi.get("/profile/email/"), "Location") == "/profile/change-email/");
    auto stranger = browser();
    BOOST_TEST(header(stranger.get("/profile/"), "Location").starts_with("/accounts/login/"));
}

BOOST_AUTO_TEST_SUITE_END()

BOOST_FIXTURE_TEST_SUITE(notifications, Door)

BOOST_AUTO_TEST_CASE(a_person_chooses_what_he_is_told_of) {
    auto const person = test::a_person(all.db);
    auto ravi = browser_of(person);
    BOOST_TEST(shows(ravi.get("/settings/notifications/"),
                     "name=\"news_email\" value=\"1\" aria-label=\"News by e-mail\" checked"));
    BOOST_TEST(header(ravi.post("/settings/notifications/", {{"renewals_email", "1"}}), "Location") ==
               "/settings/notifications/?saved=1");
    auto const page = ravi.get("/settings/notifications/");
    BOOST_TEST(shows(page, "aria-label=\"Renewals by e-mail\" checked"));
    BOOST_TEST(!shows(page, "aria-label=\"News by e-mail\" checked"));

    messages::Outbox outbox{app.db, app.clock, config.house.secret_key};
    messages::Message message{
        .kind = "test", .channel = Channel::email, .to = person.email.text(), .user = person.id};
    auto const is_sent = [&](std::optional<messages::Topic> topic) {
        message.event_key = "test:" + new_public_id();
        message.topic = topic;
        return outbox.send(message);
    };
    BOOST_TEST(is_sent(messages::Topic::renewals));
    BOOST_TEST(!is_sent(messages::Topic::news));
    BOOST_TEST(is_sent(std::nullopt), "security and billing cannot be switched off");
}

BOOST_AUTO_TEST_CASE(security_and_billing_have_no_switch) {
    auto const person = test::a_person(all.db);
    auto ravi = browser_of(person);
    ravi.post("/settings/notifications/", {{"security_email", "0"}, {"billing_email", "0"}});
    auto const rows = all.db.one(
        "SELECT count(*) AS n FROM notification_preferences WHERE user_id = :user AND topic NOT IN "
        "('renewals', 'support', 'news')",
        {{"user", person.id}}, [](db::Row const& row) { return row.integer("n"); });
    BOOST_TEST(rows == 0);
    BOOST_TEST(shows(ravi.get("/settings/notifications/"), "Always"));
}

BOOST_AUTO_TEST_SUITE_END()

namespace {

// Four pixels by two, with a comment that says "canary".
std::string const kPng = from_hex(
    "89504e470d0a1a0a0000000d4948445200000004000000020802000000f0caea340000000e74455874436f6d6d656e740063616e"
    "61727905c45cad"
    "000000134944415478da63f8cfc0004460e23f0332070067b207f9f79256820000000049454e44ae426082");

struct Pictures : Door {
    web::Response send(test::Browser& with, std::string const& bytes, std::string const& name) {
        auto const path = config.blobs + "-upload";
        std::ofstream{path, std::ios::binary} << bytes;
        web::Request request{.method = web::Method::post, .path = "/profile/picture/"};
        request.headers = {{"accept", "text/html"}};
        request.form = {{"csrf_token", app.csrf.token_for(with.cookie("__Host-sid"))}};
        request.uploads = {
            {.field = "picture", .file_name = name, .path = path, .size_bytes = std::int64_t(bytes.size())}};
        return with.send(std::move(request));
    }
};

}  // namespace

BOOST_FIXTURE_TEST_SUITE(pictures_of_people, Pictures)

BOOST_AUTO_TEST_CASE(a_picture_is_shown_to_its_owner_as_pixels_alone) {
    auto ravi = browser_of(test::a_person(all.db));
    BOOST_TEST((ravi.get("/profile/picture/").status == Status::not_found));
    BOOST_TEST(header(send(ravi, kPng, "me.png"), "Location") == "/profile/?saved=1");
    auto const shown = ravi.get("/profile/picture/");
    BOOST_TEST(header(shown, "Content-Type") == "image/jpeg");
    BOOST_TEST(header(shown, "X-Content-Type-Options") == "nosniff");
    BOOST_TEST(shown.body.starts_with("\xff\xd8\xff"));
    BOOST_TEST(!shows(shown, "canary"));
    BOOST_TEST(shows(ravi.get("/profile/"), "src=\"/profile/picture/\""));
    auto sita = browser_of(test::a_person(all.db));
    BOOST_TEST((sita.get("/profile/picture/").status == Status::not_found));
    ravi.post("/profile/picture/remove/");
    BOOST_TEST((ravi.get("/profile/picture/").status == Status::not_found));
}

BOOST_AUTO_TEST_CASE(what_is_no_picture_is_refused_beside_its_field_whatever_its_name) {
    auto ravi = browser_of(test::a_person(all.db));
    for (auto const* bytes : {"<svg onload=alert(1)>", "MZ", ""}) {
        auto const refused = send(ravi, bytes, "me.png");
        BOOST_TEST((refused.status == Status::unprocessable));
        BOOST_TEST(shows(refused, "Choose a photo as JPEG or PNG"));
    }
    BOOST_TEST((ravi.post("/profile/picture/").status == Status::unprocessable), "no file");
    BOOST_TEST((ravi.get("/profile/picture/").status == Status::not_found));
}

BOOST_AUTO_TEST_SUITE_END()
