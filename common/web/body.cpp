#include "web/body.h"

#include <fstream>

#include <Poco/Exception.h>
#include <Poco/Net/HTMLForm.h>
#include <Poco/Net/HTTPRequest.h>
#include <Poco/Net/MessageHeader.h>
#include <Poco/Net/PartHandler.h>
#include <Poco/URI.h>

#include "base/secure.h"
#include "base/text.h"

namespace ssr::web {

namespace {

constexpr int kMostFields = 2000;
constexpr int kLongestField = 64 * 1024;

bool is_plain(std::string_view text) { return is_utf8(text) && !has_control_characters(text); }

// Poco leaves '+' alone outside a whole address.
std::string decoded(std::string_view encoded) {
    std::string spaced{encoded}, text;
    std::replace(spaced.begin(), spaced.end(), '+', ' ');
    Poco::URI::decode(spaced, text);
    return text;
}

bool put(Fields& fields, std::string const& name, std::string const& value) {
    return is_plain(name) && is_plain(value) && fields.size() < kMostFields &&
           fields.emplace(name, value).second;
}

Refusal malformed_form() {
    return {.status = Status::bad_request,
            .code = "malformed",
            .title = "The form could not be read",
            .detail = "Go back, reload the page and send the form again."};
}

Refusal too_large() {
    return {.status = Status::too_large,
            .code = "too_large",
            .title = "What was sent is too large",
            .detail = "Send a smaller file or less text."};
}

// Writes each file part to disk under a name of ours while Poco streams it.
class ToDisk : public Poco::Net::PartHandler {
public:
    ToDisk(BodyLimits const& limits, Request& request) : limits_{limits}, request_{request} {}

    void handlePart(Poco::Net::MessageHeader const& header, std::istream& in) override {
        Upload upload{.path = limits_.upload_directory + "/upload-" + random_hex(16)};
        std::string disposition;
        Poco::Net::NameValueCollection parameters;
        Poco::Net::MessageHeader::splitParameters(header.get("Content-Disposition", ""), disposition,
                                                  parameters);
        upload.field = parameters.get("name", "");
        upload.file_name = parameters.get("filename", "");
        std::ofstream out{upload.path, std::ios::binary};
        char chunk[64 * 1024];
        while (in.read(chunk, sizeof chunk), in.gcount() > 0) {
            out.write(chunk, in.gcount());
            upload.size_bytes += in.gcount();
        }
        out.close();
        is_full = is_full || !out;
        is_good = is_good && is_plain(upload.field) && is_plain(upload.file_name);
        request_.uploads.push_back(std::move(upload));
    }

    bool is_good = true, is_full = false;

private:
    BodyLimits const& limits_;
    Request& request_;
};

std::optional<Refusal> read_multipart(std::istream& in, BodyLimits const& limits, Request& request) {
    ToDisk to_disk{limits, request};
    // Poco reads a form out of a request of its own kind.
    Poco::Net::HTTPRequest poco{Poco::Net::HTTPRequest::HTTP_POST, "/"};
    poco.setContentType(std::string{request.header("content-type")});
    Poco::Net::HTMLForm form;
    form.setFieldLimit(kMostFields);
    form.setValueLengthLimit(kLongestField);
    form.load(poco, in, to_disk);
    if (to_disk.is_full)
        return Refusal{.status = Status::full,
                       .code = "no_room",
                       .title = "There is no room for the file just now",
                       .detail = "Nothing was changed. Try again in a few minutes."};
    for (auto const& [name, value] : form)
        if (!put(request.form, name, value)) return malformed_form();
    return to_disk.is_good ? std::nullopt : std::optional{malformed_form()};
}

std::string read_all(std::istream& in, std::int64_t length) {
    std::string bytes(std::size_t(length), '\0');
    in.read(bytes.data(), length);
    bytes.resize(std::size_t(in.gcount()));
    return bytes;
}

}  // namespace

bool read_fields(std::string_view encoded, Fields& fields) {
    if (encoded.empty()) return true;
    for (auto const pair : split(encoded, '&')) {
        if (pair.empty()) continue;
        auto const at = pair.find('=');
        std::string name, value;
        try {
            name = decoded(pair.substr(0, at));
            if (at != std::string_view::npos) value = decoded(pair.substr(at + 1));
        } catch (Poco::Exception const&) {
            return false;
        }
        if (value.size() > kLongestField || !put(fields, name, value)) return false;
    }
    return true;
}

std::optional<Refusal> read_body(std::istream& in, std::int64_t length, BodyLimits const& limits,
                                 Request& request) {
    auto const type = lower(request.header("content-type"));
    bool const is_multipart = type.starts_with("multipart/form-data");
    if (length > (is_multipart ? limits.largest_upload : limits.largest_body)) return too_large();
    if (is_multipart) {
        try {
            return read_multipart(in, limits, request);
        } catch (Poco::Exception const&) {
            return malformed_form();
        }
    }
    request.body = read_all(in, length);
    if (std::int64_t(request.body.size()) != length) return malformed_form();
    if (!type.starts_with("application/x-www-form-urlencoded")) return std::nullopt;
    auto const encoded = std::exchange(request.body, {});
    return read_fields(encoded, request.form) ? std::nullopt : std::optional{malformed_form()};
}

}  // namespace ssr::web
