#pragma once

#include "base/json.h"
#include "estimate/endpoints.h"
#include "estimate/pages.h"

namespace ssr::estimate {

works::Owner owner_of(SignedIn const& who);

/// What the editor's script is told of a save: version, time, totals, and those lines (all: where rates
/// changed). Amounts are paise.
Json::Object saved_answer(works::Estimate const& estimate, std::vector<std::string> const& codes);

/// Nothing was saved: a script gets the reason, and of a stale save how its fields stand now; a browser gets
/// the editor with all that it typed.
Response not_saved(App& app, Finishing const& who, works::NotSaved const& why, web::Fields const& typed);

/// What was typed comes back on the page that it was typed on: the editor, or the page of one item.
Response shown_again(App& app, Finishing const& who, EditorPage page, web::Status status);

/// The page of one item of the estimate.
Response item(App& app, Finishing const& who, ItemPage page, web::Status status = web::Status::ok);

/// The editor with complaints beside its fields.
Response editor(App& app, Finishing const& who, EditorPage page, web::Status status = web::Status::ok);

}  // namespace ssr::estimate
