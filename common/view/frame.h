#pragma once

#include <optional>
#include <string>
#include <vector>

namespace ssr::view {

/// What stands around a page: the public bar and footer; side bar and tab bar; the staff's side bar; the same
/// as app with a rail of icons, for editors; the public bar alone, for sign-in and errors.
enum class Area { public_site, app, admin, editor, bare };

struct Person {
    std::string name;  // as the person wrote it; may be empty before the profile is complete
    std::string role;  // "user", "support", "admin", "superadmin"
    std::string id;    // public; tells an old page that somebody else is signed in now
};

/// Done just now, said once after a redirect. Never for errors: those stay on the page as a Note.
struct Toast {
    std::string text;
    std::string action, action_href;  // "Undo" and where it leads; both empty for none
};

/// For all, above the top bar; a form posts to `dismiss_href` to hide it, empty where it cannot be hidden.
struct Announcement {
    std::string text;
    std::string link, link_href;
    std::string dismiss_href;
};

/// A line of the bell's menu.
struct Notice {
    std::string text, href;
    bool is_new = true;
};

/// Everything around a page's content. A page's render() takes it beside the page's own struct.
struct Frame {
    Area area = Area::public_site;
    std::string path;        // of this page: marks the current place in the navigation
    std::string csrf_token;  // every template sees it as {{CSRF_TOKEN}}
    std::string nonce;       // of the Content-Security-Policy; every template sees it as {{NONCE}}
    std::optional<Person> person;
    std::optional<Toast> toast;
    std::optional<Announcement> announcement;
    std::vector<Notice> notices;

    /// The same frame in another area: `view::Document out{frame.in(view::Area::bare), "auth/login.tpl",
    /// "Sign in"}`.
    Frame in(Area other) const {
        auto frame = *this;
        frame.area = other;
        return frame;
    }
};

}  // namespace ssr::view
