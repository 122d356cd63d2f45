-- Two sound rows, 1001 and 1002, in every table that has rules; all that sql/invariants.sql asks holds.
INSERT INTO blobs (id, sha256, size_bytes, media_type, storage_key, created_at) OVERRIDING SYSTEM VALUE VALUES
    (1001, 'aa', 10, 'text/plain', 'aa', '2026-11-01Z'), (1002, 'bb', 10, 'text/plain', 'bb', '2026-11-01Z');
INSERT INTO users (id, public_id, name, phone, email, state_code, created_at) OVERRIDING SYSTEM VALUE VALUES
    (1001, uuid_v7(), 'Gita', '+919876500001', 'gita@example.org', '37', '2026-11-01Z'),
    (1002, uuid_v7(), 'Hari', '+919876500002', 'hari@example.org', '36', '2026-11-01Z');
INSERT INTO user_sessions (id, public_id, user_id, session_key, created_at, last_activity, expires_at) OVERRIDING SYSTEM VALUE
SELECT id, uuid_v7(), id, encode(sha256(id::text::bytea), 'hex'), '2026-11-01Z', '2026-11-01Z', '2026-12-01Z' FROM users WHERE id > 1000;
INSERT INTO recovery_codes (id, user_id, code_hash, created_at) OVERRIDING SYSTEM VALUE
SELECT id, id, encode(sha256(id::text::bytea), 'hex'), '2026-11-01Z' FROM users WHERE id > 1000;
INSERT INTO notification_preferences (user_id, topic, channel, is_on) SELECT id, 'news', 'email', false FROM users WHERE id > 1000;
INSERT INTO organizations (id, public_id, name, owner_id, created_at) OVERRIDING SYSTEM VALUE
SELECT id, uuid_v7(), name, id, '2026-11-01Z' FROM users WHERE id > 1000;
INSERT INTO memberships (id, organization_id, user_id, role, created_at) OVERRIDING SYSTEM VALUE VALUES
    (1001, 1001, 1001, 'owner', '2026-11-01Z'), (1002, 1001, 1002, 'member', '2026-11-01Z');
INSERT INTO bundles (id, public_id, code, name) OVERRIDING SYSTEM VALUE VALUES (1001, uuid_v7(), 'b1', 'B1'), (1002, uuid_v7(), 'b2', 'B2');
INSERT INTO bundle_pricings (id, bundle_id, duration_months, discount_percent) OVERRIDING SYSTEM VALUE VALUES (1001, 1001, 3, 5), (1002, 1001, 6, 5);

INSERT INTO coupons (id, public_id, code, discount_type, discount_value, usage_limit, per_user_limit, times_used, created_at) OVERRIDING SYSTEM VALUE
VALUES (1001, uuid_v7(), 'RAB10', 'percent', 10, 5, 1, 2, '2026-11-01Z'), (1002, uuid_v7(), 'FLAT', 'flat', 10000, 1, 1, 0, '2026-11-01Z');
INSERT INTO payments (id, public_id, order_id, user_id, gateway_order_id, gateway_payment_id, status, subtotal_paise, discount_amount_paise,
                      cgst_paise, sgst_paise, igst_paise, gst_amount_paise, total_amount_paise, pricing_snapshot, coupon_id, billing_name,
                      billing_state_code, idempotency_key, created_at, captured_at) OVERRIDING SYSTEM VALUE VALUES
    (1001, uuid_v7(), 'r1', 1001, 'order_1', 'pay_1', 'partially_refunded', 240000, 24000, 0, 0, 38880, 38880, 254880,
     '{"price_paise": 240000}', 1001, 'Gita', '37', 'k1', '2026-11-01Z', '2026-11-01Z'),
    (1002, uuid_v7(), 'r2', 1001, 'order_2', 'pay_2', 'partially_refunded', 240000, 24000, 19440, 19440, 0, 38880, 254880,
     '{"price_paise": 240000}', 1001, 'Hari', '36', 'k2', '2026-11-01Z', '2026-11-01Z');
INSERT INTO invoice_counters VALUES ('TST', '26-27', 2), ('TCN', '26-27', 2);
INSERT INTO invoices (id, public_id, payment_id, user_id, invoice_number, series, financial_year, sequence_number, issued_at, line_items, supplier,
                      buyer, place_of_supply, sac_code, taxable_paise, cgst_paise, sgst_paise, igst_paise, total_amount_paise) OVERRIDING SYSTEM VALUE
SELECT id, uuid_v7(), id, user_id, 'TST/26-27/' || id - 1000, 'TST', '26-27', id - 1000, '2026-11-01Z', '[]', '{}', '{}', billing_state_code,
       '997331', 216000, cgst_paise, sgst_paise, igst_paise, total_amount_paise FROM payments WHERE id > 1000;
INSERT INTO refunds (id, public_id, payment_id, gateway_refund_id, idempotency_key, amount_paise, status, created_at) OVERRIDING SYSTEM VALUE
SELECT id, uuid_v7(), id, 'rfnd_' || id, 'refund-' || id, 11800, 'processed', '2026-11-01Z' FROM payments WHERE id > 1000;
INSERT INTO refunds (id, public_id, payment_id, surplus_payment_id, idempotency_key, amount_paise, status, created_at) OVERRIDING SYSTEM VALUE
VALUES (1003, uuid_v7(), 1001, 'pay_9', 'refund-surplus', 254880, 'pending', '2026-11-01Z');
INSERT INTO credit_notes (id, public_id, invoice_id, refund_id, credit_note_number, series, financial_year, sequence_number, issued_at,
                          taxable_paise, cgst_paise, sgst_paise, igst_paise, total_amount_paise) OVERRIDING SYSTEM VALUE
SELECT r.id, uuid_v7(), r.id, r.id, 'TCN/26-27/' || r.id - 1000, 'TCN', '26-27', r.id - 1000, '2026-11-01Z', 10000,
       CASE WHEN igst_paise = 0 THEN 900 ELSE 0 END, CASE WHEN igst_paise = 0 THEN 900 ELSE 0 END,
       CASE WHEN igst_paise = 0 THEN 0 ELSE 1800 END, 11800
  FROM refunds r JOIN payments p ON p.id = r.payment_id WHERE r.id IN (1001, 1002);
INSERT INTO reconciliation_reports (id, public_id, from_at, until_at, payments_seen, refunds_seen, differences, created_at) OVERRIDING SYSTEM VALUE
VALUES (1001, uuid_v7(), '2026-11-01Z', '2026-11-02Z', 0, 0, '[]', '2026-11-02Z'), (1002, uuid_v7(), '2026-11-02Z', '2026-11-03Z', 0, 0, '[]', '2026-11-03Z');
INSERT INTO webhook_events (id, event_id, event_type, body, received_at) OVERRIDING SYSTEM VALUE VALUES
    (1001, 'e1', 'payment.captured', '{}', '2026-11-01Z'), (1002, 'e2', 'order.paid', '{}', '2026-11-01Z');

INSERT INTO subscriptions (id, public_id, user_id, module_id, payment_id, status, source, started_at, expires_at, usage_count, usage_limit,
                           usage_reset_at, created_at) OVERRIDING SYSTEM VALUE
SELECT p.id, uuid_v7(), 1001, m.id, p.id, 'active', 'purchase', '2026-11-01Z', '2027-11-01Z', 1, 10, '2026-11-01Z', '2026-11-01Z'
  FROM payments p JOIN modules m ON m.code = CASE p.id WHEN 1001 THEN 'estimate' ELSE 'bill' END WHERE p.id > 1000;
INSERT INTO mandates (id, public_id, user_id, module_id, subscription_id, status, months, pricing_snapshot, subtotal_paise, cgst_paise, sgst_paise,
                      igst_paise, total_amount_paise, billing_name, billing_state_code, gateway_subscription_id, first_charge_at, authorise_by,
                      created_at, authorised_at) OVERRIDING SYSTEM VALUE
SELECT id, uuid_v7(), user_id, module_id, id, 'authenticated', 12, '{"price_paise": 216000}', 216000, 0, 0, 38880, 254880, 'Gita', '37', 'sub_' || id,
       expires_at, '2026-11-02Z', '2026-11-01Z', '2026-11-01Z' FROM subscriptions WHERE id > 1000;
UPDATE subscriptions SET auto_renew = true WHERE id > 1000;
INSERT INTO gateway_plans (id, key_id, name, months, amount_paise, gateway_plan_id, created_at) OVERRIDING SYSTEM VALUE VALUES
    (1001, 'k', 'Estimate', 12, 254880, 'plan_1', '2026-11-01Z'), (1002, 'k', 'Bill', 12, 254880, 'plan_2', '2026-11-01Z');
INSERT INTO subscription_periods (id, subscription_id, payment_id, starts_at, ends_at) OVERRIDING SYSTEM VALUE
SELECT id, id, id, started_at, expires_at FROM subscriptions WHERE id > 1000
UNION ALL SELECT 1003, 1001, NULL, '2027-11-01Z', '2027-12-01Z';
INSERT INTO usage_logs (user_id, subscription_id, module_code, action, created_at)
SELECT user_id, id, 'estimate', 'download', '2026-11-02Z' FROM subscriptions WHERE id > 1000;
INSERT INTO module_access_overrides (id, public_id, user_id, module_id, access_type, reason, granted_by, created_at) OVERRIDING SYSTEM VALUE
SELECT 1002, uuid_v7(), 1001, min(id), 'grant', 'to try', 1002, '2026-11-01Z' FROM modules;

INSERT INTO dataset_categories (id, public_id, name, slug) OVERRIDING SYSTEM VALUE VALUES (1001, uuid_v7(), 'C1', 'c1'), (1002, uuid_v7(), 'C2', 'c2');
INSERT INTO datasets (id, public_id, category_id, name, slug, current_version, created_at) OVERRIDING SYSTEM VALUE VALUES
    (1001, uuid_v7(), 1001, 'D1', 'd1', 1, '2026-11-01Z'), (1002, uuid_v7(), 1001, 'D2', 'd2', NULL, '2026-11-01Z');
INSERT INTO dataset_import_jobs (id, public_id, dataset_id, file_name, status, created_at) OVERRIDING SYSTEM VALUE
VALUES (1002, uuid_v7(), 1001, 'book.xlsx', 'stored', '2026-11-01Z');
INSERT INTO dataset_versions (id, public_id, dataset_id, version, content_version_id, is_published, published_at, row_count, created_at) OVERRIDING SYSTEM VALUE
VALUES (1001, uuid_v7(), 1001, 1, 1001, true, '2026-11-01Z', 2, '2026-11-01Z'), (1002, uuid_v7(), 1001, 2, 1001, false, NULL, 2, '2026-11-01Z');
INSERT INTO dataset_groups (id, version_id, position, name) OVERRIDING SYSTEM VALUE VALUES (1001, 1001, 1, 'G1'), (1002, 1001, 2, 'G2');
INSERT INTO dataset_rows (id, version_id, position, code, name, description, unit, unit_singular, group_name, rate_paise, rate_municipal_original_paise,
                          rate_municipal_repair_paise, rate_outside_original_paise, rate_outside_repair_paise) OVERRIDING SYSTEM VALUE
SELECT id, 1001, id, 'ELE-' || id, 'Plug', 'A plug', 'Nos', 'No', 'G1', 81600, 83800, 81600, 73900, 72000 FROM generate_series(1001, 1002) id;
INSERT INTO dataset_analysis_lines (id, row_id, seq, kind, source_row, cells) OVERRIDING SYSTEM VALUE VALUES
    (1001, 1001, 1, 'heading', 1, '{}'), (1002, 1001, 2, 'final', 2, '{}');

INSERT INTO folders (id, public_id, organization_id, name, created_at) OVERRIDING SYSTEM VALUE VALUES
    (1001, uuid_v7(), 1001, 'F1', '2026-11-01Z'), (1002, uuid_v7(), 1001, 'F2', '2026-11-01Z');
INSERT INTO works (id, public_id, organization_id, user_id, name, created_at, updated_at) OVERRIDING SYSTEM VALUE
SELECT id, uuid_v7(), 1001, 1001, 'W' || id, '2026-11-01Z', '2026-11-01Z' FROM generate_series(1001, 1003) id;
INSERT INTO estimates (id, public_id, work_id, work_type, area, dataset_version_id, items_total_paise, ecv_paise, sub_total_paise, minimum_paise,
                       grand_total_paise, created_at, updated_at) OVERRIDING SYSTEM VALUE
SELECT id, uuid_v7(), id, 'repair', 'municipal', 1001, 1000, 1000, 1000, 1000, 1000, '2026-11-01Z', '2026-11-01Z' FROM generate_series(1001, 1002) id;
INSERT INTO estimate_items (id, estimate_id, position, code, name, description, unit, unit_singular, quantity_thousandths, rate_paise, amount_paise) OVERRIDING SYSTEM VALUE
SELECT id, 1001, id, 'ELE-' || id, 'Plug', 'A plug', 'Nos', 'No', 42000, 81600, 3427200 FROM generate_series(1001, 1002) id;
INSERT INTO workslips (id, public_id, work_id, number, created_at, updated_at) OVERRIDING SYSTEM VALUE VALUES
    (1001, uuid_v7(), 1001, 1, '2026-11-01Z', '2026-11-01Z'), (1002, uuid_v7(), 1001, 2, '2026-11-01Z', '2026-11-01Z');
INSERT INTO bills (id, public_id, work_id, bill_number, bill_type, created_at, updated_at) OVERRIDING SYSTEM VALUE VALUES
    (1001, uuid_v7(), 1001, 1, 'part', '2026-11-01Z', '2026-11-01Z'), (1002, uuid_v7(), 1001, 2, 'final', '2026-11-01Z', '2026-11-01Z');
INSERT INTO document_templates (id, public_id, organization_id, name, blob_id, created_at) OVERRIDING SYSTEM VALUE VALUES
    (1001, uuid_v7(), 1001, 'T1', 1001, '2026-11-01Z'), (1002, uuid_v7(), 1001, 'T2', 1001, '2026-11-01Z');

INSERT INTO jobs (id, public_id, kind, dedupe_key, status, run_at, heartbeat_at, locked_until, created_at) OVERRIDING SYSTEM VALUE VALUES
    (1001, uuid_v7(), 'message.send', 'j1', 'queued', '2026-11-01Z', NULL, NULL, '2026-11-01Z'),
    (1002, uuid_v7(), 'message.send', 'j2', 'running', '2026-11-01Z', now(), now(), '2026-11-01Z');
INSERT INTO outbox_messages (id, public_id, event_key, channel, recipient, kind, sealed_body, created_at) OVERRIDING SYSTEM VALUE VALUES
    (1001, uuid_v7(), 'm1', 'sms', '+919876500001', 'otp', 'x', '2026-11-01Z'), (1002, uuid_v7(), 'm2', 'email', 'hari@example.org', 'otp', 'x', '2026-11-01Z');
INSERT INTO faq_categories (id, name, slug) OVERRIDING SYSTEM VALUE VALUES (1001, 'Q1', 'q1'), (1002, 'Q2', 'q2');
INSERT INTO help_guides (id, public_id, title, content) OVERRIDING SYSTEM VALUE VALUES (1002, uuid_v7(), 'H', 'h');
INSERT INTO support_tickets (id, public_id, user_id, subject, category, status, priority, created_at) OVERRIDING SYSTEM VALUE
VALUES (1002, uuid_v7(), 1001, 'S', 'other', 'open', 'normal', '2026-11-01Z');
INSERT INTO attachments (id, public_id, blob_id, file_name, created_at) OVERRIDING SYSTEM VALUE VALUES (1002, uuid_v7(), 1002, 'a.txt', '2026-11-01Z');
INSERT INTO announcements (id, public_id, title, content, type, created_at) OVERRIDING SYSTEM VALUE VALUES (1002, uuid_v7(), 'A', 'a', 'info', '2026-11-01Z');
SELECT audit(1001, 'subscription.cancelled', 'subscriptions', 'x', '{"status": ["active", "cancelled"]}', '127.0.0.1', '2026-11-01Z') \g /dev/null
SELECT audit(1001, 'user.banned', 'users', 'x', '{}', '127.0.0.1', '2026-12-01Z') \g /dev/null
SELECT audit(NULL, 'job.retried', 'jobs', 'x', '{}', '', '2026-12-02Z') \g /dev/null
INSERT INTO jobs (id, public_id, kind, run_at, created_at) OVERRIDING SYSTEM VALUE VALUES (1101, uuid_v7(), 'account.export', '2026-11-01Z', '2026-11-01Z');
INSERT INTO data_exports (id, public_id, user_id, job_id, created_at) OVERRIDING SYSTEM VALUE VALUES
    (1001, uuid_v7(), 1001, 1101, '2026-11-01Z'), (1002, uuid_v7(), 1002, 1101, '2026-11-01Z');
INSERT INTO account_deletions (id, public_id, user_id, status, requested_at, due_at) OVERRIDING SYSTEM VALUE VALUES
    (1001, uuid_v7(), 1001, 'pending', '2026-11-01Z', '2026-11-08Z'), (1002, uuid_v7(), 1002, 'pending', '2026-11-01Z', '2026-11-08Z');
INSERT INTO organization_invitations (id, public_id, organization_id, token_hash, recipient, role, invited_by, created_at, expires_at) OVERRIDING SYSTEM VALUE VALUES
    (1001, uuid_v7(), 1001, repeat('a', 64), 'x@example.org', 'member', 1001, '2026-11-01Z', '2026-11-08Z'),
    (1002, uuid_v7(), 1001, repeat('b', 64), 'y@example.org', 'member', 1001, '2026-11-01Z', '2026-11-08Z');
