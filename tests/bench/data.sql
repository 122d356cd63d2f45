-- The large tables of the benchmarks: `:people` persons with their organisation, a subscription each, a session for one
-- in ten, and for one in five a payment with its invoice. Every invariant holds. Running it again adds only what is
-- missing up to `:people`; nothing of it can sign in, since its addresses end in .bench.test.
\set ON_ERROR_STOP on
-- The owner's right: foreign keys hold by construction, and to check each would take most of the time.
SET session_replication_role = replica;
SET synchronous_commit = off;
SET maintenance_work_mem = '256MB';
SELECT count(*) AS had FROM users WHERE email LIKE '%.bench.test' \gset
SELECT :had < :people AS grows \gset
\if :grows
CREATE TEMPORARY TABLE fresh AS
    SELECT n, ('01900000-0000-7000-8b00-' || lpad(to_hex(n), 12, '0'))::uuid AS public_id, now() - (n % 700) * interval '1 day' AS since
      FROM generate_series(:had + 1, :people) n;
INSERT INTO users (public_id, name, phone, email, company_name, state_code, phone_verified_at, profile_completed_at, created_at)
    SELECT public_id, (ARRAY['Ravi', 'Sita', 'Anil', 'Lakshmi', 'Imran', 'Mary', 'Gopal', 'Padma'])[1 + n % 8] || ' ' ||
           (ARRAY['Rao', 'Devi', 'Kumar', 'Reddy', 'Khan', 'Thomas', 'Naidu'])[1 + n % 7] || ' ' || n,
           '+916' || lpad(n::text, 9, '0'), 'person' || n || '@office.bench.test', 'Sub-division ' || n % 4000,
           (ARRAY['36', '37', '29', '33'])[1 + n % 4], since, since, since
      FROM fresh;
CREATE TEMPORARY TABLE person AS SELECT f.*, u.id AS user_id FROM fresh f JOIN users u USING (public_id);
INSERT INTO organizations (public_id, name, owner_id, created_at)
    SELECT public_id, 'Sub-division ' || n, user_id, since FROM person;
INSERT INTO memberships (organization_id, user_id, role, created_at)
    SELECT o.id, p.user_id, 'owner', p.since FROM person p JOIN organizations o ON o.owner_id = p.user_id;
INSERT INTO user_sessions (public_id, user_id, session_key, device_type, user_agent, created_at, last_activity, expires_at)
    SELECT public_id, user_id, encode(sha256(public_id::text::bytea), 'hex'), 'computer', 'bench', now(), now(), now() + interval '30 days'
      FROM person WHERE n % 10 = 0;
INSERT INTO payments (public_id, order_id, user_id, gateway_order_id, gateway_payment_id, status, subtotal_paise, igst_paise, gst_amount_paise,
                      total_amount_paise, pricing_snapshot, billing_name, billing_state_code, created_at, captured_at)
    SELECT public_id, 'BENCH-' || n, user_id, 'order_bench' || n, 'pay_bench' || n, 'captured', 100000, 18000, 18000, 118000,
           '{"price_paise": 100000, "lines": [{"module_id": 1, "pricing_id": 1, "module": "estimate", "name": "Estimate", "months": 3,
             "price_paise": 100000, "discount_paise": 0, "gst_percent": 18}]}', 'Sub-division ' || n, '29', since, since
      FROM person WHERE n % 5 = 0;
INSERT INTO invoices (public_id, payment_id, user_id, invoice_number, series, financial_year, sequence_number, issued_at, line_items, supplier, buyer,
                      place_of_supply, sac_code, taxable_paise, cgst_paise, sgst_paise, igst_paise, total_amount_paise)
    SELECT public_id, p.id, p.user_id, 'BN/26-27/' || lpad((f.n / 5)::text, 7, '0'), 'BN', '26-27', f.n / 5, p.created_at,
           '[{"description": "Estimate, 3 months", "sac_code": "997331", "price_paise": 100000, "discount_paise": 0, "taxable_paise": 100000,
             "gst_percent": 18}]',
           '{"name": "Bench", "address": "", "gstin": "36AAACI1681G1ZQ", "state_code": "36", "state_name": "Telangana"}',
           '{"name": "Sub-division", "address": "", "gstin": "", "state_code": "29", "state_name": "Karnataka"}', '29', '997331', 100000, 0, 0, 18000, 118000
      FROM fresh f JOIN payments p USING (public_id);
INSERT INTO subscriptions (public_id, user_id, module_id, payment_id, status, source, started_at, expires_at, usage_reset_at, created_at)
    SELECT p.public_id, p.user_id, m.id, y.id, 'active', CASE WHEN y.id IS NULL THEN 'grant' ELSE 'purchase' END, p.since,
           now() + (1 + p.n % 365) * interval '1 day', p.since, p.since
      FROM person p JOIN modules m ON m.display_order = (SELECT min(display_order) FROM modules) LEFT JOIN payments y ON y.public_id = p.public_id;
INSERT INTO subscription_periods (subscription_id, payment_id, starts_at, ends_at)
    SELECT s.id, s.payment_id, s.started_at, s.expires_at FROM fresh f JOIN subscriptions s USING (public_id);
ANALYZE;
\endif
SELECT count(*) || ' persons of the benchmarks' FROM users WHERE email LIKE '%.bench.test';
