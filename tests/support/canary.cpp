#include "support/canary.h"

#include "base/secure.h"

namespace ssr::test {

namespace {

// {u}: the user's key, {o}: his organisation's, {m}: the mark, {n}: a name, {p}: phone, {e}: e-mail, {f}: the
// former e-mail, {t}: now, {i}: an IP address, {k} and {a}: the hashes of his attachment and his picture.
constexpr std::string_view kRows = R"(
UPDATE users SET name = 'Name {m}', company_name = 'Company {m}', address = 'Address {m}', last_login_at = '{t}' WHERE id = {u};
UPDATE organizations SET name = 'Office {m}' WHERE id = {o};
INSERT INTO user_sessions (public_id, user_id, session_key, ip_address, user_agent, device_type, browser_key, created_at, last_activity, expires_at)
VALUES (uuid_v7(), {u}, encode(sha256('{m}'), 'hex'), '{i}', 'Agent {m}', 'desktop', 'browser', '{t}', '{t}', timestamptz '{t}' + interval '30 days');
INSERT INTO payments (public_id, order_id, user_id, gateway_order_id, gateway_payment_id, status, subtotal_paise, gst_amount_paise, igst_paise,
                      total_amount_paise, pricing_snapshot, billing_name, billing_email, billing_phone, billing_state_code, billing_address, created_at, captured_at)
VALUES (uuid_v7(), 'o{m}', {u}, 'order_{m}', 'pay_{m}', 'partially_refunded', 10000, 1800, 1800, 11800, '{"price_paise": 10000}', 'Buyer {m}', '{e}', '{p}', '36',
        'Billing {m}', '{t}', '{t}');
INSERT INTO payments (public_id, order_id, user_id, gateway_order_id, status, subtotal_paise, gst_amount_paise, igst_paise,
                      total_amount_paise, pricing_snapshot, billing_name, billing_email, billing_phone, billing_state_code, billing_address, created_at)
VALUES (uuid_v7(), 'f{m}', {u}, 'failed_{m}', 'failed', 10000, 1800, 1800, 11800, '{"price_paise": 10000}', 'Unpaid {m}', '{e}', '{p}', '36', 'Unpaid {m}', '{t}');
INSERT INTO invoices (public_id, payment_id, user_id, invoice_number, series, financial_year, sequence_number, issued_at, line_items, supplier, buyer,
                      place_of_supply, sac_code, taxable_paise, cgst_paise, sgst_paise, igst_paise, total_amount_paise)
SELECT uuid_v7(), id, {u}, 'CAN/' || {u}, 'C' || {u}, '26-27', 1, '{t}', '[]', '{}', jsonb_build_object('name', billing_name, 'email', billing_email), '36', '997331',
       10000, 0, 0, 1800, 11800 FROM payments WHERE order_id = 'o{m}';
INSERT INTO refunds (public_id, payment_id, idempotency_key, amount_paise, status, reason, created_at)
SELECT uuid_v7(), id, 'refund-{m}', 100, 'processed', 'asked by staff', '{t}' FROM payments WHERE order_id = 'o{m}';
INSERT INTO credit_notes (public_id, invoice_id, refund_id, credit_note_number, series, financial_year, sequence_number, issued_at, taxable_paise,
                          cgst_paise, sgst_paise, igst_paise, total_amount_paise)
SELECT uuid_v7(), i.id, r.id, 'CNN/' || {u}, 'N' || {u}, '26-27', 1, '{t}', 100, 0, 0, 0, 100 FROM invoices i, refunds r
 WHERE i.user_id = {u} AND r.idempotency_key = 'refund-{m}';
INSERT INTO webhook_events (event_id, event_type, body, gateway_order_id, received_at, applied_at)
VALUES ('evt_{m}', 'payment.captured', '{"email": "{e}", "contact": "{p}", "note": "Event {m}"}', 'order_{m}', '{t}', '{t}');
INSERT INTO request_replays (user_id, endpoint, key, status, body, created_at) VALUES ({u}, 'checkout', 'k', 200, 'Replay {m}', '{t}');
INSERT INTO subscriptions (public_id, user_id, module_id, payment_id, status, source, started_at, expires_at, usage_reset_at, usage_count, created_at)
SELECT uuid_v7(), {u}, m.id, p.id, 'active', 'purchase', '{t}', timestamptz '{t}' + interval '1 year', '{t}', 1, '{t}' FROM modules m, payments p
 WHERE m.code = 'estimate' AND p.order_id = 'o{m}';
INSERT INTO mandates (public_id, user_id, module_id, subscription_id, status, months, pricing_snapshot, subtotal_paise, cgst_paise, sgst_paise,
                      igst_paise, total_amount_paise, billing_name, billing_email, billing_phone, billing_state_code, billing_address,
                      gateway_subscription_id, first_charge_at, authorise_by, created_at, authorised_at)
SELECT uuid_v7(), {u}, module_id, id, 'authenticated', 12, '{"price_paise": 10000}', 10000, 0, 0, 1800, 11800, 'Payer {m}', '{e}', '{p}', '36',
       'Leave {m}', 'sub_{m}', expires_at, '{t}', '{t}', '{t}' FROM subscriptions WHERE user_id = {u};
UPDATE subscriptions SET auto_renew = true WHERE user_id = {u};
INSERT INTO webhook_events (event_id, event_type, body, gateway_order_id, received_at, applied_at)
VALUES ('evs_{m}', 'subscription.authenticated', '{"email": "{e}", "note": "Leave {m}"}', 'sub_{m}', '{t}', '{t}');
INSERT INTO subscription_periods (subscription_id, payment_id, starts_at, ends_at)
SELECT id, payment_id, started_at, expires_at FROM subscriptions WHERE user_id = {u};
INSERT INTO usage_logs (user_id, subscription_id, module_code, action, metadata, ip_address, created_at)
SELECT {u}, id, 'estimate', 'estimate.made', '{"name": "Usage {m}"}', '{i}', '{t}' FROM subscriptions WHERE user_id = {u};
INSERT INTO module_access_overrides (public_id, user_id, module_id, access_type, reason, granted_by, created_at)
SELECT uuid_v7(), {u}, id, 'grant', 'Reason {m}', {u}, '{t}' FROM modules WHERE code = 'bill';
INSERT INTO folders (public_id, organization_id, name, created_at) VALUES (uuid_v7(), {o}, 'Folder {m}', '{t}');
INSERT INTO works (public_id, organization_id, user_id, folder_id, name, created_at, updated_at)
SELECT uuid_v7(), {o}, {u}, id, 'Work {m}', '{t}', '{t}' FROM folders WHERE organization_id = {o};
INSERT INTO dataset_categories (public_id, name, slug) VALUES (uuid_v7(), 'Test', 'c{n}');
INSERT INTO datasets (public_id, category_id, name, slug, created_at) SELECT uuid_v7(), id, 'Test', 'd{n}', '{t}' FROM dataset_categories WHERE slug = 'c{n}';
INSERT INTO dataset_versions (id, public_id, dataset_id, version, content_version_id, created_at) OVERRIDING SYSTEM VALUE
SELECT next, uuid_v7(), d.id, 1, next, '{t}' FROM datasets d, nextval('dataset_versions_id_seq') next WHERE d.slug = 'd{n}';
INSERT INTO estimates (public_id, work_id, work_type, area, dataset_version_id, named_provision_name, created_at, updated_at)
SELECT uuid_v7(), w.id, 'original', 'municipal', v.id, 'Provision {m}', '{t}', '{t}' FROM works w, dataset_versions v JOIN datasets d ON d.id = v.dataset_id
 WHERE w.organization_id = {o} AND d.slug = 'd{n}';
INSERT INTO estimate_items (estimate_id, position, code, name, description, unit, unit_singular, rate_paise)
SELECT e.id, 1, 'X1', 'Item', 'Item {m}', 'm', 'm', 100 FROM estimates e JOIN works w ON w.id = e.work_id WHERE w.organization_id = {o};
INSERT INTO workslips (public_id, work_id, number, content, created_at, updated_at)
SELECT uuid_v7(), id, 1, '{"note": "Workslip {m}"}', '{t}', '{t}' FROM works WHERE organization_id = {o};
INSERT INTO bills (public_id, work_id, bill_number, bill_type, content, created_at, updated_at)
SELECT uuid_v7(), id, 1, 'part', '{"note": "Bill {m}"}', '{t}', '{t}' FROM works WHERE organization_id = {o};
INSERT INTO blobs (sha256, size_bytes, media_type, storage_key, created_at) VALUES ('{k}', 1, 'text/plain', '{k}', '{t}');
INSERT INTO blobs (sha256, size_bytes, media_type, storage_key, created_at) VALUES ('{a}', 1, 'image/jpeg', '{a}', '{t}');
UPDATE users SET avatar_blob_id = (SELECT id FROM blobs WHERE sha256 = '{a}') WHERE id = {u};
INSERT INTO document_templates (public_id, organization_id, name, blob_id, created_at) SELECT uuid_v7(), {o}, 'Format {m}', id, '{t}' FROM blobs WHERE sha256 = '{k}';
INSERT INTO support_tickets (public_id, user_id, subject, category, status, priority, created_at) VALUES (uuid_v7(), {u}, 'Subject {m}', 'other', 'open', 'normal', '{t}');
INSERT INTO ticket_messages (public_id, ticket_id, sender_id, message, created_at) SELECT uuid_v7(), id, {u}, 'Message {m}', '{t}' FROM support_tickets WHERE user_id = {u};
INSERT INTO ticket_messages (public_id, ticket_id, sender_id, message, is_admin_reply, created_at)
SELECT uuid_v7(), id, {u}, 'staff-answer', true, '{t}' FROM support_tickets WHERE user_id = {u};
INSERT INTO ticket_messages (public_id, ticket_id, sender_id, message, is_admin_reply, is_internal, created_at)
SELECT uuid_v7(), id, {u}, 'staff-only-note', true, true, '{t}' FROM support_tickets WHERE user_id = {u};
INSERT INTO attachments (public_id, ticket_message_id, blob_id, file_name, created_at)
SELECT uuid_v7(), m.id, b.id, 'plan-{m}.txt', '{t}' FROM ticket_messages m JOIN support_tickets t ON t.id = m.ticket_id, blobs b
 WHERE t.user_id = {u} AND m.message = 'Message {m}' AND b.sha256 = '{k}';
INSERT INTO outbox_messages (public_id, event_key, channel, recipient, kind, sealed_body, status, user_id, created_at)
VALUES (uuid_v7(), 'welcome:{m}', 'email', '{e}', 'welcome', 'sealed', 'kept', {u}, '{t}'), (uuid_v7(), 'otp:{m}', 'sms', '{p}', 'otp', 'sealed', 'kept', NULL, '{t}'),
       (uuid_v7(), 'former:{m}', 'email', '{f}', 'contact_changed', 'sealed', 'kept', {u}, '{t}'), (uuid_v7(), 'former_otp:{m}', 'email', '{f}', 'otp', 'sealed', 'kept', NULL, '{t}');
INSERT INTO notification_preferences (user_id, topic, channel, is_on) VALUES ({u}, 'news', 'email', false);
INSERT INTO recovery_codes (user_id, code_hash, created_at) VALUES ({u}, encode(sha256('r{m}'), 'hex'), '{t}');
INSERT INTO organization_invitations (public_id, organization_id, token_hash, recipient, role, invited_by, created_at, expires_at)
VALUES (uuid_v7(), {o}, encode(sha256('t{m}'), 'hex'), '{e}', 'member', {u}, '{t}', timestamptz '{t}' + interval '30 days');
INSERT INTO account_deletions (public_id, user_id, status, requested_at, due_at, ended_at) VALUES (uuid_v7(), {u}, 'cancelled', '{t}', '{t}', '{t}');
SELECT audit({u}, 'user.signed_in', 'users', (SELECT public_id::text FROM users WHERE id = {u}), '{}', '10.20.x.x', '{t}');
)";

std::string filled(std::string text, std::vector<std::pair<std::string, std::string>> const& values) {
    for (auto const& [name, value] : values)
        for (auto at = text.find(name); at != std::string::npos; at = text.find(name, at + value.size()))
            text.replace(at, name.size(), value);
    return text;
}

}  // namespace

Canary::Canary(db::Session& db, Instant now, outbound::BlobStore& blobs)
    : person{a_person(db)},
      mark{"canary" + random_hex(6)},
      former_email{mark + "@former.example.test"},
      file{"The file of " + mark},
      picture{"The picture of " + mark} {
    ip_address = "198.51.100." + std::to_string(100 + person.id.value() % 150);
    attachment_key = blobs.put(file);
    picture_key = blobs.put(picture);
    db.run_script(filled(std::string{kRows}, {{"{u}", std::to_string(person.id.value())},
                                              {"{o}", std::to_string(person.organization.value())},
                                              {"{m}", mark},
                                              {"{n}", random_hex(6)},
                                              {"{p}", person.phone.e164()},
                                              {"{e}", person.email.text()},
                                              {"{f}", former_email},
                                              {"{i}", ip_address},
                                              {"{k}", attachment_key},
                                              {"{a}", picture_key},
                                              {"{t}", to_iso(now)}}));
    attachment =
        db.one("SELECT id FROM attachments WHERE file_name = :name", {{"name", "plan-" + mark + ".txt"}},
               [](db::Row const& row) { return row.integer("id"); });
}

std::vector<std::string> Canary::values() const {
    std::vector<std::string> values{person.phone.e164(), person.email.text(), former_email, ip_address};
    for (auto const* word :
         {"Name ",      "Company ", "Address ",  "Office ", "Agent ",  "Buyer ",   "Billing ",
          "Unpaid ",    "Event ",   "Replay ",   "Usage ",  "Reason ", "Folder ",  "Work ",
          "Provision ", "Item ",    "Workslip ", "Bill ",   "Format ", "Subject ", "Message "})
        values.push_back(word + mark);
    return values;
}

std::vector<std::string> Canary::kept_values() const { return {person.email.text(), "Buyer " + mark}; }

}  // namespace ssr::test
