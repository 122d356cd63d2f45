#include <boost/test/unit_test.hpp>

#include <unistd.h>
#include <fstream>
#include <iterator>
#include <sstream>

#include "web/reading.h"

using namespace ssr;
using namespace ssr::web;

namespace {

BodyLimits const kLimits{64, 4096, "/tmp"};

Result<Request, Refusal> read(Params params, std::string const& body = {}) {
    std::string const length = std::to_string(body.size());
    params.emplace_back("CONTENT_LENGTH", length);
    std::istringstream in{body};
    return read_request(params, in, kLimits);
}

Params const kGet{{"REQUEST_METHOD", "GET"}, {"DOCUMENT_URI", "/help/"}};
Params const kForm{{"REQUEST_METHOD", "POST"},
                   {"DOCUMENT_URI", "/x/"},
                   {"CONTENT_TYPE", "application/x-www-form-urlencoded"}};

Params with(Params params, std::string_view name, std::string_view value) {
    params.emplace_back(name, value);
    return params;
}

int status_of(Result<Request, Refusal> const& read) { return read ? 200 : int(read.error().status); }

}  // namespace

BOOST_AUTO_TEST_SUITE(reading_requests)

BOOST_AUTO_TEST_CASE(fields_are_decoded_once) {
    auto const request = read(with(kGet, "QUERY_STRING", "q=%2526lt%253B&name=R+%26+B"));
    BOOST_REQUIRE(request);
    BOOST_TEST(request->query.at("q") == "%26lt%3B");
    BOOST_TEST(request->query.at("name") == "R & B");
}

BOOST_AUTO_TEST_CASE(malformed_text_is_refused_for_all_handlers) {
    for (auto const* query : {"q=%zz", "q=%ff", "q=%00", "q=a%0d%07", "id=1&id=2"})
        BOOST_TEST(status_of(read(with(kGet, "QUERY_STRING", query))) == 400, query);
    for (std::string body : {"a=%zz", "a=%ff", "a=%00", "a=1&a=2"})
        BOOST_TEST(status_of(read(kForm, body)) == 400, body);
}

BOOST_AUTO_TEST_CASE(a_header_that_may_stand_once_is_refused_twice) {
    BOOST_TEST(status_of(read(with(kGet, "HTTP_COOKIE", "a=1"))) == 200);
    BOOST_TEST(status_of(read(with(with(kGet, "HTTP_COOKIE", "a=1"), "HTTP_COOKIE", "a=2"))) == 400);
    BOOST_TEST(status_of(read(with(kGet, "HTTP_COOKIE", "__Host-sid=1; __Host-sid=2"))) == 400);
}

BOOST_AUTO_TEST_CASE(headers_that_only_nginx_may_set_stay_outside) {
    auto const request = read(with(with(with(kGet, "HTTP_X_FORWARDED_FOR", "1.1.1.1"), "HTTP_PROXY", "evil"),
                                   "HTTP_ACCEPT", "application/json"));
    BOOST_REQUIRE(request);
    BOOST_TEST(request->headers.size() == 1u);
    BOOST_TEST(request->wants_json());
}

BOOST_AUTO_TEST_CASE(a_body_over_its_limit_is_too_large) {
    BOOST_TEST(status_of(read(kForm, "a=" + std::string(62, 'x'))) == 200);
    BOOST_TEST(status_of(read(kForm, "a=" + std::string(63, 'x'))) == 413);
}

BOOST_AUTO_TEST_CASE(a_body_cut_short_is_refused) {
    Params params = with(kForm, "CONTENT_LENGTH", "10");
    std::istringstream in{"a=1"};
    BOOST_TEST(status_of(read_request(params, in, kLimits)) == 400);
    Params const nonsense = with(kForm, "CONTENT_LENGTH", "-1");
    BOOST_TEST(status_of(read_request(nonsense, in, kLimits)) == 400);
}

BOOST_AUTO_TEST_CASE(bytes_that_are_no_form_arrive_raw) {
    auto const request =
        read({{"REQUEST_METHOD", "POST"}, {"DOCUMENT_URI", "/x/"}, {"CONTENT_TYPE", "application/json"}},
             R"({"a" : 1})");
    BOOST_REQUIRE(request);
    BOOST_TEST(request->body == R"({"a" : 1})");
}

BOOST_AUTO_TEST_CASE(an_upload_lands_on_disk_under_a_name_of_ours) {
    std::string const body =
        "--b\r\nContent-Disposition: form-data; name=\"note\"\r\n\r\nhello\r\n"
        "--b\r\nContent-Disposition: form-data; name=\"file\"; "
        "filename=\"../../x.csv\"\r\n\r\ncode,rate\r\n--b--\r\n";
    auto const request = read({{"REQUEST_METHOD", "POST"},
                               {"DOCUMENT_URI", "/x/"},
                               {"CONTENT_TYPE", "multipart/form-data; boundary=b"}},
                              body);
    BOOST_REQUIRE(request);
    BOOST_TEST(request->form.at("note") == "hello");
    BOOST_REQUIRE(request->uploads.size() == 1u);
    auto const& upload = request->uploads[0];
    BOOST_TEST(upload.file_name == "../../x.csv");
    BOOST_TEST(upload.path.starts_with("/tmp/upload-"));
    std::ifstream in{upload.path};
    BOOST_TEST((std::string{std::istreambuf_iterator<char>{in}, {}}) == "code,rate");
    ::unlink(upload.path.c_str());
}

BOOST_AUTO_TEST_CASE(a_multipart_without_end_or_boundary_is_refused) {
    Params const multipart{{"REQUEST_METHOD", "POST"},
                           {"DOCUMENT_URI", "/x/"},
                           {"CONTENT_TYPE", "multipart/form-data; boundary=b"}};
    BOOST_TEST(status_of(read(multipart, "--b\r\nContent-Disposition: form-data; name=\"a\"\r\n\r\nhel")) ==
               400);
    BOOST_TEST(status_of(read({{"REQUEST_METHOD", "POST"}, {"CONTENT_TYPE", "multipart/form-data"}}, "x")) ==
               400);
}

BOOST_AUTO_TEST_CASE(other_methods_are_not_taken) {
    for (auto const* method : {"PUT", "DELETE", "TRACE", "OPTIONS", "get", ""})
        BOOST_TEST(status_of(read({{"REQUEST_METHOD", method}, {"DOCUMENT_URI", "/"}})) == 405, method);
}

BOOST_AUTO_TEST_SUITE_END()
