#include "guard/public_pages.h"

#include "base/secure.h"

namespace ssr::guard {

namespace {

constexpr int kMarkBytes = 32;
constexpr std::size_t kMostPages =
    200;  // of one worker: help has many, and an address is not what a visitor wishes

}  // namespace

web::Response PublicPages::show(Visitor const& who, Make const& make) {
    auto const frame = frame_of(who);
    // What was said to one visitor, or asked by the address, is his alone.
    bool const is_for_all = !who.session && !frame.toast && who.request->query.empty();
    if (!is_for_all) return page(who, make(frame));
    auto const& [pieces, is_token] = kept(frame, make);
    std::string html = pieces.front();
    for (std::size_t at = 0; at < is_token.size(); ++at)
        html.append(is_token[at] ? frame.csrf_token : frame.nonce).append(pieces[at + 1]);
    return page(who, std::move(html));
}

PublicPages::Kept const& PublicPages::kept(view::Frame const& frame, Make const& make) {
    auto const minute = std::chrono::floor<std::chrono::minutes>(clock_.now());
    auto const told = db_.last_told("site_changed");
    if (told != told_ || minute != made_in_ || pages_.size() > kMostPages) pages_.clear();
    told_ = told;
    made_in_ = minute;
    if (auto const found = pages_.find(frame.path); found != pages_.end()) return found->second;

    // Marks that nobody can know, and so nobody can have written into what the page shows.
    auto marked = frame;
    marked.nonce = random_hex(kMarkBytes);
    marked.csrf_token = random_hex(kMarkBytes);
    auto const html = make(marked);
    Kept fresh;
    std::size_t from = 0;
    while (true) {
        auto const nonce = html.find(marked.nonce, from);
        auto const token = html.find(marked.csrf_token, from);
        auto const at = std::min(nonce, token);
        fresh.pieces.push_back(html.substr(from, at == std::string::npos ? at : at - from));
        if (at == std::string::npos) break;
        fresh.is_token.push_back(at == token);
        from = at + 2 * kMarkBytes;
    }
    return pages_.insert_or_assign(frame.path, std::move(fresh)).first->second;
}

}  // namespace ssr::guard
