#include "documents/picture.h"

#include <fstream>
#include <sstream>

#include "auth/came_back.h"
#include "auth/endpoints.h"
#include "auth/profile.h"
#include "auth/urls.h"
#include "auth/words.h"

namespace ssr::auth {

namespace {

constexpr int kSide = 256;  // pixels: shown at 96 and less

std::string bytes_of(web::Upload const& upload) {
    std::ostringstream bytes;
    bytes << std::ifstream{upload.path, std::ios::binary}.rdbuf();
    return bytes.str();
}

// What it is, its bytes say: neither its name nor what the browser took it for.
std::optional<std::string> picture_in(web::Request const& request) {
    for (auto const& upload : request.uploads)
        if (upload.field == "picture" && upload.size_bytes <= std::int64_t{documents::kLargestPicture})
            return documents::square_picture(bytes_of(upload), kSide);
    return std::nullopt;
}

}  // namespace

Response change_picture(App& app, SignedIn const& who, Form<Press> const&) {
    auto const picture = picture_in(*who.request);
    if (!picture) {
        web::FieldErrors const errors{
            {"picture", "Choose a photo as JPEG or PNG, of at most 4 MB and 24 megapixels."}};
        auto page = profile_page(app, who);
        page.errors = errors;
        return came_back(who, explain(errors), render(page, frame_of(who)));
    }
    auto const blob = app.blobs.keep(*picture, "image/jpeg", app.clock.now());
    app.users.change_picture(who.session.user, blob.id);
    if (who.request->wants_json()) return web::no_content();
    return web::redirect(urls::saved(urls::kProfile));
}

Response remove_picture(App& app, SignedIn const& who, Form<Press> const&) {
    app.users.change_picture(who.session.user, std::nullopt);
    if (who.request->wants_json()) return web::no_content();
    return web::redirect(urls::saved(urls::kProfile));
}

Response show_picture(App& app, SignedIn const& who) {
    auto const sha256 = app.users.find_picture(who.session.user);
    if (!sha256) return web::not_found();
    Response response{.body = app.blobs.read(*sha256)};
    response.with_header("Content-Type", "image/jpeg");
    return response;
}

}  // namespace ssr::auth
