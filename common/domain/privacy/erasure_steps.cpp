#include "domain/privacy/erasure_steps.h"

namespace ssr::privacy {

namespace {

// Works of an organisation that he has to himself go with him; what others share stays theirs.
#define SSR_HIS_ALONE                                                                                       \
    "(SELECT o.id FROM organizations o WHERE o.owner_id = :user AND NOT EXISTS (SELECT FROM memberships m " \
    "WHERE "                                                                                                \
    "m.organization_id = o.id AND m.user_id <> :user))"
#define SSR_HIS_WORKS "(SELECT w.id FROM works w WHERE w.organization_id IN " SSR_HIS_ALONE ")"
#define SSR_HIS_TICKETS "(SELECT t.id FROM support_tickets t WHERE t.user_id = :user)"

// In this order: what points comes before what it points at.
constexpr ErasureStep kSteps[] = {
    // What he shares goes on without him: the highest of his colleagues, and among equals the first, takes it
    // over.
    {"memberships", "",
     "DELETE FROM memberships WHERE user_id = :user AND organization_id NOT IN " SSR_HIS_ALONE},
    {"memberships", "",
     "UPDATE memberships SET role = 'owner' WHERE id IN (SELECT DISTINCT ON (m.organization_id) m.id FROM "
     "memberships m JOIN "
     "organizations o ON o.id = m.organization_id WHERE o.owner_id = :user AND m.user_id <> :user ORDER BY "
     "m.organization_id, "
     "array_position(ARRAY['admin', 'member', 'viewer'], m.role), m.id)"},
    {"organizations", "organisations handed on",
     "UPDATE organizations o SET owner_id = m.user_id, is_personal = false FROM memberships m WHERE "
     "m.organization_id = o.id "
     "AND m.role = 'owner' AND m.user_id <> :user AND o.owner_id = :user"},
    {"organization_invitations", "",
     "DELETE FROM organization_invitations WHERE organization_id IN " SSR_HIS_ALONE
     " OR recipient = ANY (cast(:identifiers AS text[]))",
     true},

    {"estimate_items", "",
     "DELETE FROM estimate_items WHERE estimate_id IN (SELECT id FROM estimates WHERE work_id "
     "IN " SSR_HIS_WORKS ")"},
    {"estimates", "estimates", "DELETE FROM estimates WHERE work_id IN " SSR_HIS_WORKS},
    {"workslips", "workslips", "DELETE FROM workslips WHERE work_id IN " SSR_HIS_WORKS},
    {"bills", "bills", "DELETE FROM bills WHERE work_id IN " SSR_HIS_WORKS},
    {"works", "works", "DELETE FROM works WHERE organization_id IN " SSR_HIS_ALONE},
    {"folders", "folders", "DELETE FROM folders WHERE organization_id IN " SSR_HIS_ALONE},
    {"document_templates", "formats",
     "DELETE FROM document_templates WHERE organization_id IN " SSR_HIS_ALONE},
    {"organizations", "", "UPDATE organizations SET name = 'Deleted account' WHERE id IN " SSR_HIS_ALONE},

    {"attachments", "files of tickets",
     "DELETE FROM attachments WHERE ticket_message_id IN (SELECT id FROM ticket_messages WHERE ticket_id "
     "IN " SSR_HIS_TICKETS ")"},
    {"ticket_messages", "words in tickets",
     "UPDATE ticket_messages SET message = '(erased)' WHERE ticket_id IN " SSR_HIS_TICKETS
     " OR sender_id = :user"},
    {"support_tickets", "tickets", "UPDATE support_tickets SET subject = '(erased)' WHERE user_id = :user"},

    {"outbox_messages", "mails and texts",
     "UPDATE outbox_messages SET recipient = '(erased)', sealed_body = '', attachments = '[]', last_error = "
     "NULL, "
     "status = CASE status WHEN 'queued' THEN 'failed' ELSE status END "
     "WHERE user_id = :user OR recipient = ANY (cast(:identifiers AS text[]))",
     true},
    {"user_sessions", "devices and sign-ins", "DELETE FROM user_sessions WHERE user_id = :user"},
    {"usage_logs", "", "UPDATE usage_logs SET metadata = '{}', ip_address = NULL WHERE user_id = :user"},
    {"module_access_overrides", "",
     "UPDATE module_access_overrides SET reason = '(erased)', ended_at = coalesce(ended_at, :now) WHERE "
     "user_id = :user",
     false, true},
    {"request_replays", "", "DELETE FROM request_replays WHERE user_id = :user"},
    {"data_exports", "copies of data",
     "UPDATE data_exports SET status = 'over', blob_id = NULL WHERE user_id = :user AND status IN ('ready', "
     "'running')"},
    {"jobs", "",
     "UPDATE jobs SET payload = '{}', result = NULL, last_error = NULL WHERE user_id = :user AND status IN "
     "('done', 'dead')"},

    // The gateway's words hold his number and address; what they led to stands in payments. Orders that can
    // still
    // be paid late keep their buyer, for the invoice.
    {"webhook_events", "",
     "UPDATE webhook_events w SET body = '{}' FROM payments p WHERE p.user_id = :user AND w.applied_at IS "
     "NOT NULL AND "
     "(w.gateway_order_id = p.gateway_order_id OR position(p.gateway_payment_id IN w.body) > 0)"},
    {"payments", "orders that were never paid",
     "UPDATE payments SET billing_name = '(erased)', billing_email = NULL, billing_phone = NULL, "
     "billing_gstin = NULL, "
     "billing_address = '' WHERE user_id = :user AND status IN ('created', 'attempted', 'failed') AND "
     "created_at < "
     "cast(:now AS timestamptz) - interval '5 days'",
     false, true},
    {"subscriptions", "",
     "UPDATE subscriptions SET status = 'cancelled', cancelled_at = coalesce(cancelled_at, :now), "
     "cancel_at_period_end = true, "
     "auto_renew = false WHERE user_id = :user AND status IN ('trial', 'active', 'pending', 'suspended')",
     false, true},
    {"users", "account and profile",
     "UPDATE users SET name = 'Deleted account', phone = NULL, email = NULL, company_name = '', gstin = "
     "NULL, state_code = NULL, "
     "address = '', organization_id = NULL, avatar_blob_id = NULL, is_active = false, banned_reason = NULL, "
     "phone_verified_at = NULL, "
     "email_verified_at = NULL, totp_secret_sealed = NULL, last_login_at = NULL, erased_at = :now WHERE id = "
     ":user",
     false, true},
};

#undef SSR_HIS_ALONE
#undef SSR_HIS_WORKS
#undef SSR_HIS_TICKETS

}  // namespace

std::span<ErasureStep const> erasure_steps() { return kSteps; }

}  // namespace ssr::privacy
