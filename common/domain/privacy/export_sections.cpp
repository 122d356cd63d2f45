#include "domain/privacy/export_sections.h"

#include <vector>

namespace ssr::privacy {

namespace {

std::vector<ExportSection> sections() {
    // A work is his where it lies in an organisation of his, or where he made it in another.
    std::string const his_places = "(SELECT id FROM organizations WHERE owner_id = :user)";
    std::string const his_works =
        "(SELECT id FROM works WHERE user_id = :user OR organization_id IN " + his_places + ")";
    std::string const his_contacts = "(SELECT unnest(ARRAY[phone, email]) FROM users WHERE id = :user)";
    std::string const his_messages = R"(
        (SELECT m.* FROM ticket_messages m JOIN support_tickets s ON s.id = m.ticket_id
          WHERE s.user_id = :user AND NOT m.is_internal))";
    return {
        {"users", "Account and profile", R"(
            (SELECT public_id, name, phone, email, role, company_name, gstin, state_code, address, is_active,
                    banned_reason, phone_verified_at, email_verified_at, profile_completed_at, created_at,
                    last_login_at, erased_at
               FROM users WHERE id = :user) t)",
         "id,organization_id,avatar_blob_id,totp_secret_sealed,totp_last_step,authz_epoch"},
        {"user_sessions", "Devices and sign-ins", "user_sessions t WHERE t.user_id = :user",
         "id,user_id,session_key,browser_key"},
        {"recovery_codes", "Recovery codes of your authenticator", "recovery_codes t WHERE t.user_id = :user",
         "id,user_id,code_hash"},
        {"notification_preferences", "What you chose to be told of",
         "notification_preferences t WHERE t.user_id = :user", "user_id"},
        {"organizations", "Organisations of yours", "organizations t WHERE t.owner_id = :user",
         "id,owner_id"},
        {"memberships", "Organisations that you belong to", R"(
            (SELECT o.name AS organization, m.role, m.created_at
               FROM memberships m JOIN organizations o ON o.id = m.organization_id WHERE m.user_id = :user) t)",
         "id,user_id,organization_id"},
        {"organization_invitations", "Invitations to organisations",
         R"(
            (SELECT o.name AS organization, i.recipient, i.role, i.status, i.created_at, i.expires_at, i.ended_at
               FROM organization_invitations i JOIN organizations o ON o.id = i.organization_id
              WHERE i.invited_by = :user OR i.recipient IN )" +
             his_contacts + ") t",
         "id,public_id,organization_id,token_hash,invited_by"},
        {"subscriptions", "Subscriptions", R"(
            (SELECT s.*, m.name AS module FROM subscriptions s JOIN modules m ON m.id = s.module_id
              WHERE s.user_id = :user) t)",
         "user_id,module_id,pricing_id,payment_id"},
        {"subscription_periods", "Periods of access", R"(
            (SELECT p.* FROM subscription_periods p JOIN subscriptions s ON s.id = p.subscription_id
              WHERE s.user_id = :user) t)",
         "payment_id"},
        {"module_access_overrides", "Decisions of our staff on your access",
         "module_access_overrides t WHERE t.user_id = :user", "id,user_id,granted_by"},
        {"usage_logs", "Use of the modules", "usage_logs t WHERE t.user_id = :user", "id,user_id"},
        {"payments", "Payments", "payments t WHERE t.user_id = :user",
         "id,user_id,coupon_id,next_check_at,checks,mandate_id"},
        {"mandates", "Your leave to charge renewals", R"(
            (SELECT d.*, m.name AS module FROM mandates d JOIN modules m ON m.id = d.module_id
              WHERE d.user_id = :user) t)",
         "id,user_id,module_id,subscription_id,next_check_at"},
        {"invoices", "Invoices", "invoices t WHERE t.user_id = :user", "id,user_id,payment_id,pdf_blob_id"},
        {"refunds", "Refunds", R"(
            (SELECT r.* FROM refunds r JOIN payments p ON p.id = r.payment_id WHERE p.user_id = :user) t)",
         "id,payment_id,requested_by"},
        {"credit_notes", "Credit notes", R"(
            (SELECT c.* FROM credit_notes c JOIN invoices i ON i.id = c.invoice_id WHERE i.user_id = :user) t)",
         "id,invoice_id,refund_id,pdf_blob_id"},
        {"webhook_events", "What the payment gateway told us", R"(
            (SELECT w.* FROM webhook_events w
              WHERE w.gateway_order_id IN (SELECT gateway_order_id FROM payments WHERE user_id = :user
                                           UNION SELECT gateway_subscription_id FROM mandates WHERE user_id = :user)) t)",
         "id"},
        {"request_replays", "Answers kept for repeated requests", "request_replays t WHERE t.user_id = :user",
         "user_id"},
        {"folders", "Folders", "folders t WHERE t.organization_id IN " + his_places, "organization_id"},
        {"works", "Works", "works t WHERE t.id IN " + his_works, "user_id,organization_id"},
        {"estimates", "Estimates", "estimates t WHERE t.work_id IN " + his_works, "dataset_version_id"},
        {"estimate_items", "Items of the estimates",
         "estimate_items t WHERE t.estimate_id IN (SELECT id FROM estimates WHERE work_id IN " + his_works +
             ")",
         "dataset_row_id"},
        {"workslips", "Workslips", "workslips t WHERE t.work_id IN " + his_works, ""},
        {"bills", "Bills", "bills t WHERE t.work_id IN " + his_works, ""},
        {"document_templates", "Formats of yours",
         "document_templates t WHERE t.organization_id IN " + his_places,
         "organization_id,blob_id,previous_blob_id"},
        {"support_tickets", "Tickets", "support_tickets t WHERE t.user_id = :user", "user_id,assigned_to"},
        {"ticket_messages", "Messages in your tickets", his_messages + " t", "sender_id,is_internal"},
        {"attachments", "Files in your tickets",
         "attachments t WHERE t.ticket_message_id IN (SELECT id FROM " + his_messages + " m)", "blob_id"},
        {"outbox_messages", "Mails and texts to you",
         "outbox_messages t WHERE t.user_id = :user OR t.recipient IN " + his_contacts,
         "id,user_id,sealed_body,last_error"},
        {"jobs", "Work done for you in the background", "jobs t WHERE t.user_id = :user",
         "id,user_id,payload,dedupe_key,lease_token,locked_until,heartbeat_at,last_error,request_id"},
        {"audit_logs", "What was done by you, and to your account", R"(
            (SELECT a.action, a.model_name, a.object_id, a.changes, a.created_at,
                    CASE WHEN a.user_id = :user THEN a.ip_address ELSE '' END AS ip_address
               FROM audit_logs a
              WHERE a.user_id = :user OR (a.model_name = 'users' AND a.object_id =
                                          (SELECT cast(public_id AS text) FROM users WHERE id = :user))) t)",
         "id,user_id,previous,hash"},
        {"account_deletions", "Wishes to delete your account", "account_deletions t WHERE t.user_id = :user",
         "id,user_id"},
        {"data_exports", "Copies of your data that you asked for", "data_exports t WHERE t.user_id = :user",
         "id,user_id,job_id,blob_id"},
    };
}

constexpr NotExported kNotExported[] = {
    {"dataset_import_jobs", "the work of our staff on rate books"},
    {"dataset_versions", "rate books, which our staff publish for all"},
    {"dataset_groups", "rate books, which our staff publish for all"},
    {"dataset_rows", "rate books, which our staff publish for all"},
    {"dataset_analysis_lines", "rate books, which our staff publish for all"},
};

}  // namespace

std::span<ExportSection const> export_sections() {
    static auto const all = sections();
    return all;
}
std::span<NotExported const> not_exported() { return kNotExported; }

std::string sql_of(ExportSection const& section) {
    return "SELECT cast(to_jsonb(t) - cast('{" + std::string{section.withheld} +
           "}' AS text[]) AS text) AS row FROM " + section.rows +
           " ORDER BY cast(to_jsonb(t) ->> 'id' AS bigint)";
}

}  // namespace ssr::privacy
