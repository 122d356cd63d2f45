#include "domain/privacy/erasure_steps.h"

#include <string>
#include <vector>

namespace ssr::privacy {

namespace {

std::vector<ErasureStep> steps() {
    // Works of an organisation that he has to himself go with him; what others share stays theirs.
    std::string const his_alone = R"(
        (SELECT o.id FROM organizations o WHERE o.owner_id = :user AND NOT EXISTS
            (SELECT FROM memberships m WHERE m.organization_id = o.id AND m.user_id <> :user)))";
    std::string const his_works = "(SELECT w.id FROM works w WHERE w.organization_id IN " + his_alone + ")";
    std::string const his_tickets = "(SELECT t.id FROM support_tickets t WHERE t.user_id = :user)";

    // In this order: what points comes before what it points at.
    return {
        // What he shares goes on without him: the highest of his colleagues, and among equals the first,
        // takes it over.
        {"memberships", "",
         "DELETE FROM memberships WHERE user_id = :user AND organization_id NOT IN " + his_alone},
        {"memberships", "", R"(
            UPDATE memberships SET role = 'owner' WHERE id IN (
                SELECT DISTINCT ON (m.organization_id) m.id
                  FROM memberships m JOIN organizations o ON o.id = m.organization_id
                 WHERE o.owner_id = :user AND m.user_id <> :user
              ORDER BY m.organization_id, array_position(ARRAY['admin', 'member', 'viewer'], m.role), m.id))"},
        {"organizations", "organisations handed on", R"(
            UPDATE organizations o SET owner_id = m.user_id, is_personal = false FROM memberships m
             WHERE m.organization_id = o.id AND m.role = 'owner' AND m.user_id <> :user AND o.owner_id = :user)"},
        {"organization_invitations", "",
         "DELETE FROM organization_invitations WHERE recipient = ANY (cast(:identifiers AS text[])) "
         "OR organization_id IN " +
             his_alone},

        {"estimate_items", "",
         "DELETE FROM estimate_items WHERE estimate_id IN (SELECT id FROM estimates WHERE work_id IN " +
             his_works + ")"},
        {"estimates", "estimates", "DELETE FROM estimates WHERE work_id IN " + his_works},
        {"workslips", "workslips", "DELETE FROM workslips WHERE work_id IN " + his_works},
        {"bills", "bills", "DELETE FROM bills WHERE work_id IN " + his_works},
        {"works", "works", "DELETE FROM works WHERE organization_id IN " + his_alone},
        {"folders", "folders", "DELETE FROM folders WHERE organization_id IN " + his_alone},
        {"document_templates", "formats",
         "DELETE FROM document_templates WHERE organization_id IN " + his_alone},
        {"organizations", "", "UPDATE organizations SET name = 'Deleted account' WHERE id IN " + his_alone},

        {"attachments", "files of tickets",
         "DELETE FROM attachments WHERE ticket_message_id IN (SELECT id FROM ticket_messages WHERE ticket_id "
         "IN " +
             his_tickets + ")"},
        {"ticket_messages", "words in tickets",
         "UPDATE ticket_messages SET message = '(erased)' WHERE sender_id = :user OR ticket_id IN " +
             his_tickets},
        {"support_tickets", "tickets",
         "UPDATE support_tickets SET subject = '(erased)' WHERE user_id = :user"},

        {"outbox_messages", "mails and texts", R"(
            UPDATE outbox_messages SET recipient = '(erased)', sealed_body = '', attachments = '[]', last_error = NULL,
                   status = CASE status WHEN 'queued' THEN 'failed' ELSE status END
             WHERE user_id = :user OR recipient = ANY (cast(:identifiers AS text[])))"},
        {"notification_preferences", "", "DELETE FROM notification_preferences WHERE user_id = :user"},
        {"recovery_codes", "", "DELETE FROM recovery_codes WHERE user_id = :user"},
        {"user_sessions", "devices and sign-ins", "DELETE FROM user_sessions WHERE user_id = :user"},
        {"usage_logs", "", "UPDATE usage_logs SET metadata = '{}', ip_address = NULL WHERE user_id = :user"},
        {"module_access_overrides", "", R"(
            UPDATE module_access_overrides SET reason = '(erased)', ended_at = coalesce(ended_at, :now)
             WHERE user_id = :user)"},
        {"request_replays", "", "DELETE FROM request_replays WHERE user_id = :user"},
        {"data_exports", "copies of data", R"(
            UPDATE data_exports SET status = 'over', blob_id = NULL
             WHERE user_id = :user AND status IN ('ready', 'running'))"},
        {"jobs", "", R"(
            UPDATE jobs SET payload = '{}', result = NULL, last_error = NULL
             WHERE user_id = :user AND status IN ('done', 'dead'))"},

        // The gateway's words hold his number and address; what they led to stands in payments. Orders that
        // can still be paid late keep their buyer, for the invoice.
        {"webhook_events", "", R"(
            UPDATE webhook_events w SET body = '{}' FROM payments p
             WHERE p.user_id = :user AND w.applied_at IS NOT NULL
               AND (w.gateway_order_id = p.gateway_order_id OR position(p.gateway_payment_id IN w.body) > 0))"},
        {"webhook_events", "", R"(
            UPDATE webhook_events SET body = '{}'
             WHERE applied_at IS NOT NULL
               AND gateway_order_id IN (SELECT gateway_subscription_id FROM mandates WHERE user_id = :user))"},
        // Nothing more is charged; the gateway is told by a job.
        {"jobs", "", R"(
            INSERT INTO jobs (public_id, kind, payload, dedupe_key, run_at, created_at, max_attempts)
            SELECT uuid_v7(), 'mandate.cancel', jsonb_build_object('mandate', public_id), 'mandate.cancel:' || public_id,
                   cast(:now AS timestamptz), cast(:now AS timestamptz), 40
              FROM mandates WHERE user_id = :user AND ended_at IS NULL AND gateway_subscription_id IS NOT NULL
            ON CONFLICT ON CONSTRAINT jobs_one_per_key DO NOTHING)"},
        {"mandates", "leave to charge renewals", R"(
            UPDATE mandates SET status = CASE WHEN ended_at IS NULL THEN 'cancelled' ELSE status END,
                   ended_at = coalesce(ended_at, :now), end_reason = coalesce(end_reason, 'subscription_over'),
                   next_charge_at = NULL, billing_name = '(erased)', billing_email = NULL, billing_phone = NULL,
                   billing_gstin = NULL, billing_address = ''
             WHERE user_id = :user)"},
        // The law's buyer stands in the invoice.
        {"payments", "buyers of payments", R"(
            UPDATE payments SET billing_name = '(erased)', billing_email = NULL, billing_phone = NULL,
                   billing_gstin = NULL, billing_address = ''
             WHERE user_id = :user
               AND (EXISTS (SELECT FROM invoices i WHERE i.payment_id = payments.id)
                    OR status IN ('created', 'attempted', 'failed') AND created_at < cast(:now AS timestamptz) - interval '5 days'))"},
        {"subscriptions", "", R"(
            UPDATE subscriptions SET status = 'cancelled', cancelled_at = coalesce(cancelled_at, :now),
                   cancel_at_period_end = true, auto_renew = false
             WHERE user_id = :user AND status IN ('trial', 'active', 'pending', 'suspended'))"},
        {"users", "account and profile", R"(
            UPDATE users SET name = 'Deleted account', phone = NULL, email = NULL, company_name = '', gstin = NULL,
                   state_code = NULL, address = '', organization_id = NULL, avatar_blob_id = NULL, is_active = false,
                   banned_reason = NULL, phone_verified_at = NULL, email_verified_at = NULL, totp_secret_sealed = NULL,
                   totp_last_step = 0, last_login_at = NULL, erased_at = :now
             WHERE id = :user)"},
    };
}

constexpr NotErased kNotErased[] = {
    {"account_deletions", "says when and what was erased, and names nobody"},
    {"audit_logs", "a chain that nothing may be taken out of; it knows people by their keys"},
    {"credit_notes", "kept by law, with the buyer as printed"},
    {"dataset_analysis_lines", "rate books, which our staff publish for all"},
    {"dataset_groups", "rate books, which our staff publish for all"},
    {"dataset_import_jobs", "the work of our staff on rate books"},
    {"dataset_rows", "rate books, which our staff publish for all"},
    {"dataset_versions", "rate books, which our staff publish for all"},
    {"invoices", "kept by law, with the buyer as printed"},
    {"refunds", "kept by law with the payments"},
    {"subscription_periods", "what the payments paid for; dates alone"},
};

}  // namespace

std::span<ErasureStep const> erasure_steps() {
    static auto const all = steps();
    return all;
}
std::span<NotErased const> not_erased() { return kNotErased; }

}  // namespace ssr::privacy
