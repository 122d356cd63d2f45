#include "guard/put_back.h"

#include "guard/signed_in.h"
#include "view/fill.h"
#include "web/body.h"

namespace ssr::guard {

namespace {

using web::Unsent;

constexpr std::string_view kFormCookie = "__Host-form";

UnsentForm form_of(web::Request const& request, Unsent why) {
    UnsentForm form{.page = web::page_of_form(request),
                    .action = request.path,
                    .why = why,
                    .typed = request.form,
                    .had_files = !request.uploads.empty()};
    form.typed.erase("csrf_token");
    return form;
}

// Only a button was pressed: there is nothing to keep.
bool is_empty(UnsentForm const& form) {
    return std::all_of(form.typed.begin(), form.typed.end(),
                       [](auto const& field) { return field.second.empty(); });
}

view::Note note_on(UnsentForm const& form) {
    std::string const file = form.had_files ? " Choose the file again." : "";
    switch (form.why) {
        case Unsent::signed_out:
            return {
                .strong = "Your form is as you left it.",
                .text = "The session had ended, so nothing was sent. Look it over and send it now." + file};
        case Unsent::unconfirmed:
            return {.strong = "Your form is as you left it.",
                    .text = "Nothing was sent before you confirmed. Look it over and send it now." + file};
        case Unsent::stale_token:
            return {
                .tone = view::Tone::warn,
                .strong = "Nothing was sent.",
                .text =
                    "You signed in or out since the page was opened. What you typed is still here: send it "
                    "again." +
                    file};
    }
    throw std::logic_error{"no such reason"};
}

bool is_page(web::Response const& response) {
    if (response.status != web::Status::ok || response.refusal) return false;
    for (auto const& [name, value] : response.headers)
        if (name == "Content-Type") return value.starts_with("text/html");
    return false;
}

// The page of the form, asked for by the same browser.
std::optional<web::Request> asking_for(UnsentForm const& form, web::Request const& request) {
    auto asked = request;
    asked.method = web::Method::get;
    asked.form.clear();
    asked.uploads.clear();
    asked.query.clear();
    auto const query = form.page.find('?');
    asked.path = form.page.substr(0, query);
    if (query != std::string::npos && !web::read_fields(form.page.substr(query + 1), asked.query))
        return std::nullopt;
    return asked;
}

void show_again(UnsentForm const& form, web::Request const& request, Show const& show,
                web::Response& response) {
    auto const asked = asking_for(form, request);
    if (!asked) return;
    auto page = show(*asked).response;
    if (!is_page(page)) return;
    auto html = view::filled_in(page.body, form.action, form.typed, note_on(form));
    if (!html) return;
    page.body = *std::move(html);
    page.status = web::Status::forbidden;
    response = std::move(page);
}

void keep(House& house, UnsentForm const& form, web::Request const& request, web::Response& response) {
    if (!house.csrf.allows(request)) return;
    auto const user = house.sessions.owner(request.cookie(web::kSessionCookie));
    auto const cookie = user ? house.unsent_forms.keep(*user, form) : std::nullopt;
    if (cookie) response.with_cookie(kFormCookie, *cookie, kFormIsKept);
}

void put_back(House& house, web::Request const& request, web::Response& response) {
    if (!is_page(response)) return;
    auto const session = house.sessions.resume(request.cookie(web::kSessionCookie));
    if (!session) return;  // not yet through the door
    auto const form = house.unsent_forms.find(session->user, request.cookie(kFormCookie));
    if (form && form->page.substr(0, form->page.find('?')) != request.path) return;  // he is on his way to it
    response.without_cookie(kFormCookie);
    if (!form) return;
    house.unsent_forms.forget(session->user);
    if (auto html = view::filled_in(response.body, form->action, form->typed, note_on(*form)))
        response.body = *std::move(html);
}

}  // namespace

void see_to_form(House& house, web::Request const& request, Show const& show, web::Response& response) {
    if (request.method == web::Method::get) {
        if (!request.cookie(kFormCookie).empty()) put_back(house, request, response);
        return;
    }
    if (!response.unsent) return;
    auto const form = form_of(request, *response.unsent);
    if (is_empty(form)) return;
    if (form.why != Unsent::stale_token)
        keep(house, form, request, response);
    else if (house.csrf.is_from_our_page(request))
        show_again(form, request, show, response);
}

}  // namespace ssr::guard
