#include "domain/privacy/export_maker.h"

#include <filesystem>
#include <fstream>

#include "base/secure.h"
#include "documents/zip_writer.h"
#include "domain/blobs/blobs.h"
#include "domain/messages/outbox.h"
#include "domain/privacy/export_page.h"
#include "domain/privacy/export_sections.h"
#include "domain/privacy/forgotten_blob.h"

namespace ssr::privacy {

namespace fs = std::filesystem;

struct ExportMaker::Asked {
    PublicExportId id;
    UserId user;
    std::string email, phone;
};

/// A folder that goes with the object.
class ExportMaker::Workbench {
public:
    Workbench() : path_{fs::temp_directory_path() / ("ssr-export-" + random_hex(8))} {
        fs::create_directory(path_);
        fs::permissions(path_, fs::perms::owner_all);
    }
    ~Workbench() {
        std::error_code ignored;
        fs::remove_all(path_, ignored);
    }
    Workbench(Workbench const&) = delete;
    Workbench& operator=(Workbench const&) = delete;
    std::string path(char const* name) const { return (path_ / name).string(); }

private:
    fs::path path_;
};

namespace {

std::ofstream written_to(std::string const& path) {
    std::ofstream out;
    out.exceptions(std::ios::failbit | std::ios::badbit);
    out.open(path, std::ios::binary);
    return out;
}

std::string read_whole(std::string const& path) {
    std::ifstream in{path, std::ios::binary};
    return {std::istreambuf_iterator<char>{in}, {}};
}

struct KeptFile {
    std::string name, sha256;
};

// Files that he gave us, and papers that we made for him.
std::vector<KeptFile> files_of(db::Session& db, UserId user) {
    return db.list(R"(
        SELECT f.name, b.sha256 FROM (
            SELECT 'picture.jpg' AS name, avatar_blob_id AS blob_id FROM users WHERE id = :user
            UNION ALL SELECT 'tickets/' || a.id || '-' || a.file_name, a.blob_id
                        FROM attachments a JOIN ticket_messages m ON m.id = a.ticket_message_id JOIN support_tickets t ON t.id = m.ticket_id
                       WHERE t.user_id = :user AND NOT m.is_internal
            UNION ALL SELECT 'formats/' || d.id || '-' || d.name, d.blob_id
                        FROM document_templates d JOIN organizations o ON o.id = d.organization_id WHERE o.owner_id = :user
            UNION ALL SELECT 'invoices/' || replace(i.invoice_number, '/', '-') || '.pdf', i.pdf_blob_id FROM invoices i WHERE i.user_id = :user
            UNION ALL SELECT 'invoices/' || replace(c.credit_note_number, '/', '-') || '.pdf', c.pdf_blob_id
                        FROM credit_notes c JOIN invoices i ON i.id = c.invoice_id WHERE i.user_id = :user
        ) f JOIN blobs b ON b.id = f.blob_id)",
                   {{"user", user}}, [](db::Row const& row) {
                       return KeptFile{row.text("name"), row.text("sha256")};
                   });
}

// A name that a person gave stays inside its folder.
std::string safe_name(std::string name) {
    for (auto at = name.find(".."); at != std::string::npos; at = name.find("..")) name.replace(at, 2, "_");
    for (auto& c : name)
        if (c == '\\' || c == ':' || (c >= 0 && c < ' ')) c = '_';
    return "files/" + name;
}

}  // namespace

void ExportMaker::make(Json const& payload, jobs::Progress& progress) {
    auto const asked =
        db_.maybe_one(R"(
        SELECT e.public_id, e.user_id, u.email, u.phone FROM data_exports e JOIN users u ON u.id = e.user_id
         WHERE e.public_id = :id AND e.status = 'running' FOR UPDATE OF e)",
                      {{"id", payload["export"].text()}}, [](db::Row const& row) {
                          return Asked{row.public_id<PublicExportId>("public_id"), row.id<UserId>("user_id"),
                                       row.text_or_empty("email"), row.text_or_empty("phone")};
                      });
    if (!asked) return;  // its owner is gone
    Workbench const bench;
    gather(*asked, progress, bench);
    give(*asked, read_whole(bench.path("data.zip")));
    tell(*asked);
}

void ExportMaker::gather(Asked const& asked, jobs::Progress& progress, Workbench const& bench) {
    auto data = written_to(bench.path("data.json")), page = written_to(bench.path("index.html"));
    auto const sections = export_sections();
    auto const total = std::int64_t(sections.size()) + 1;
    std::int64_t done = 0;
    data << R"({"made_at":")" << to_iso(clock_.now()) << '"';
    begin_page(page, clock_.now());
    for (auto const& section : sections) {
        progress.tell(done++, total);
        auto const rows = db_.list(sql_of(section), {{"user", asked.user}},
                                   [](db::Row const& row) { return row.text("row"); });
        data << ",\n\"" << section.table << "\":[";
        begin_section(page, section.heading, rows.size());
        for (std::size_t i = 0; i < rows.size(); ++i) {
            data << (i ? ",\n" : "\n") << rows[i];
            write_row(page, Json::parse(rows[i]).value_or(Json::Object{}));
        }
        data << ']';
    }
    data << "}\n";
    end_page(page);
    data.close();
    page.close();
    pack(asked.user, bench);
    progress.tell(total, total);
}

void ExportMaker::pack(UserId user, Workbench const& bench) {
    documents::ZipWriter zip{bench.path("data.zip")};
    for (auto const* name : {"data.json", "index.html"}) zip.add_file(name, bench.path(name));
    for (auto const& file : files_of(db_, user))
        if (auto const held = store_.path_of(file.sha256)) zip.add_file(safe_name(file.name), *held);
    zip.close();
}

void ExportMaker::give(Asked const& asked, std::string const& bytes) {
    auto const now = clock_.now();
    auto const blob = blobs::Blobs{db_, store_}.keep(bytes, "application/zip", now);
    db_.execute(R"(
        UPDATE data_exports SET status = 'ready', blob_id = :blob, size_bytes = :size, finished_at = :now, expires_at = :ends
         WHERE public_id = :id)",
                {{"blob", blob.id},
                 {"size", std::int64_t(bytes.size())},
                 {"now", now},
                 {"ends", now + limits_.kept},
                 {"id", asked.id}});
}

void ExportMaker::tell(Asked const& asked) {
    auto const page = config_.public_url + "/settings/export/" + asked.id.text() + "/";
    auto const till = display_date(clock_.now() + limits_.kept);
    messages::Message message{.event_key = "data_export:" + asked.id.text(),
                              .kind = "data_export",
                              .channel = asked.email.empty() ? Channel::sms : Channel::email,
                              .to = asked.email.empty() ? asked.phone : asked.email,
                              .user = asked.user};
    if (message.channel == Channel::sms) {
        message.text =
            "SSR Estimation: the copy of your data is ready. Sign in and open Settings till " + till + ".";
    } else {
        message.subject = "The copy of your data is ready";
        message.text =
            "SSR Estimation\n\nThe copy of your data that you asked for is ready. Sign in and fetch it "
            "till " +
            till + ":\n\n" + page +
            "\n\nIf you did not ask for it, sign out your other devices and write to support.\n";
    }
    messages::Outbox{db_, clock_, config_.secret_keys.at(0)}.send(message);
}

void ExportMaker::expire_due() {
    auto const blobs =
        db_.list(R"(
        WITH due AS (
            SELECT id, blob_id FROM data_exports WHERE status = 'ready' AND expires_at <= :now FOR UPDATE
        ), ended AS (
            UPDATE data_exports e SET status = 'over', blob_id = NULL FROM due WHERE e.id = due.id
        )
        SELECT blob_id FROM due)",
                 {{"now", clock_.now()}}, [](db::Row const& row) { return row.integer("blob_id"); });
    for (auto const blob : blobs) forget_blob(db_, clock_, blob);
}

void ExportMaker::remove_blob(Json const& payload) {
    auto const sha256 = payload["sha256"].text().value_or(std::string{});
    bool const is_named = db_.one("SELECT EXISTS (SELECT FROM blobs WHERE sha256 = :sha256) AS yes",
                                  {{"sha256", sha256}}, [](db::Row const& row) { return row.flag("yes"); });
    if (!is_named) store_.remove(sha256);
}

}  // namespace ssr::privacy
