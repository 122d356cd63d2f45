#pragma once

#include <optional>
#include <string>
#include <vector>

#include "domain/works/estimates.h"
#include "web/form.h"

namespace ssr::estimate {

/// /works/?q=…&page=2
struct WorksQuery {
    std::string words;
    int page = 1;
    std::optional<PublicWorkId> deleted = {};  // just now: it can be brought back
    std::string problem = {};                  // why the last change was not taken; not read from the address
    static std::optional<WorksQuery> read(web::FieldReader& read);
};

struct RenameForm {
    works::WorkName name;
    static std::optional<RenameForm> read(web::FieldReader& read);
};

struct NewEstimateForm {
    works::NewEstimate estimate;
    static std::optional<NewEstimateForm> read(web::FieldReader& read);
};

/// What the picker shows: /estimate/…/?group=Fans, or ?q=led+panel
struct EditorQuery {
    std::string group, words;
    bool was_saved = false;  // just now, by the form without script
    static std::optional<EditorQuery> read(web::FieldReader& read);
};

struct VersionForm {
    int version;  // that the person saw
    static std::optional<VersionForm> read(web::FieldReader& read);
};

/// Fields of the editor; what is not among them stays. Of an item: qty.<code>, text.<code>.
struct SaveForm {
    int version;
    works::Changes changes;
    static std::optional<SaveForm> read(web::FieldReader& read);
};

/// item.<code> for each item that was ticked.
struct AddForm {
    int version;
    std::vector<std::string> codes;
    std::string group;
    static std::optional<AddForm> read(web::FieldReader& read);
};

struct ItemForm {
    int version;
    std::string code;
    static std::optional<ItemForm> read(web::FieldReader& read);
};

struct MoveForm {
    int version;
    std::string code;
    int place;  // from 1
    static std::optional<MoveForm> read(web::FieldReader& read);
};

struct ItemQuery {
    std::string code;
    static std::optional<ItemQuery> read(web::FieldReader& read);
};

}  // namespace ssr::estimate
