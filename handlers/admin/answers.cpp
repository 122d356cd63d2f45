#include "admin/answers.h"

namespace ssr::admin {

web::Refusal not_valid(web::FieldErrors errors) {
    return {.status = web::Status::unprocessable,
            .code = "not_valid",
            .title = "Some details are missing or wrong",
            .detail = errors.empty() ? "Check what was sent." : errors.begin()->second,
            .errors = std::move(errors)};
}

}  // namespace ssr::admin
