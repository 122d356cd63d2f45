#include "guard/entitled.h"

namespace ssr::guard {

web::Response looks_only() {
    return web::refuse(
        {.status = web::Status::forbidden,
         .code = "looks_only",
         .title = "You may look at these works, not change them",
         .detail = "You are a viewer of this organisation. Its owner can make you a member; in Settings you "
                   "can go back to your own organisation."});
}

web::Response closed(Module module, subscriptions::Reason reason, web::Request const& request) {
    bool const is_from_a_script = request.wants_json() || !request.header("hx-request").empty();
    if (!is_from_a_script) return web::redirect("/modules/" + std::string{code(module)} + "/");
    return web::refuse(
        {.status = web::Status::forbidden,
         .code = std::string{subscriptions::code(reason)},
         .title = "This module is not open to you now",
         .detail = "The page /modules/" + std::string{code(module)} + "/ says why, and what opens it."});
}

}  // namespace ssr::guard
