-- One role a handler, with what its code needs and no more. Runs after every migration; running it again changes nothing.
DO $$
DECLARE
    handler text;
BEGIN
    FOREACH handler IN ARRAY ARRAY['auth', 'subscriptions', 'webhooks', 'admin', 'datasets', 'support', 'estimate',
                                   'workslip', 'bill', 'self_formatted', 'worker', 'dev'] LOOP
        IF NOT EXISTS (SELECT 1 FROM pg_roles WHERE rolname = 'ssr_' || handler) THEN
            EXECUTE format('CREATE ROLE %I LOGIN', 'ssr_' || handler);
        END IF;
        EXECUTE format('ALTER ROLE %I NOSUPERUSER NOCREATEDB NOCREATEROLE CONNECTION LIMIT 40', 'ssr_' || handler);
        EXECUTE format('ALTER ROLE %I SET statement_timeout = %L', 'ssr_' || handler, CASE handler WHEN 'worker' THEN '300s' WHEN 'dev' THEN '60s' ELSE '5s' END);
        EXECUTE format('ALTER ROLE %I SET lock_timeout = %L', 'ssr_' || handler, CASE handler WHEN 'worker' THEN '10s' ELSE '2s' END);
        EXECUTE format('ALTER ROLE %I SET idle_in_transaction_session_timeout = %L', 'ssr_' || handler, '10s');
        EXECUTE format('REVOKE ALL ON ALL TABLES IN SCHEMA public FROM %I', 'ssr_' || handler);
        EXECUTE format('REVOKE ALL ON ALL FUNCTIONS IN SCHEMA public FROM %I', 'ssr_' || handler);
    END LOOP;
END $$;

REVOKE CREATE ON SCHEMA public FROM PUBLIC;
REVOKE ALL ON ALL FUNCTIONS IN SCHEMA public FROM PUBLIC;
GRANT EXECUTE ON FUNCTION uuid_v7() TO PUBLIC;

-- Every handler reads what it needs to be ready.
GRANT SELECT ON schema_migrations TO ssr_auth, ssr_subscriptions, ssr_webhooks, ssr_admin, ssr_datasets, ssr_support,
    ssr_estimate, ssr_workslip, ssr_bill, ssr_self_formatted, ssr_worker, ssr_dev;

-- Page handlers: who is signed in, what he may open.
GRANT SELECT (id, public_id, name, phone, email, role, company_name, gstin, state_code, address, avatar_blob_id, is_active, profile_completed_at,
              authz_epoch, organization_id) ON users
    TO ssr_auth, ssr_subscriptions, ssr_admin, ssr_datasets, ssr_support, ssr_estimate, ssr_workslip, ssr_bill, ssr_self_formatted;
GRANT SELECT ON user_sessions, organizations, memberships, modules, module_pricings, subscriptions, module_access_overrides, announcements
    TO ssr_auth, ssr_subscriptions, ssr_admin, ssr_datasets, ssr_support, ssr_estimate, ssr_workslip, ssr_bill, ssr_self_formatted, ssr_worker, ssr_dev;
GRANT UPDATE (last_activity) ON user_sessions
    TO ssr_auth, ssr_subscriptions, ssr_admin, ssr_datasets, ssr_support, ssr_estimate, ssr_workslip, ssr_bill, ssr_self_formatted, ssr_dev;

-- Those who change something tell the audit log; nobody can take a line back.
GRANT EXECUTE ON FUNCTION audit(bigint, text, text, text, jsonb, text, timestamptz)
    TO ssr_auth, ssr_subscriptions, ssr_admin, ssr_datasets, ssr_support, ssr_estimate, ssr_workslip, ssr_bill, ssr_self_formatted, ssr_worker;
GRANT SELECT ON audit_logs, audit_heads, audit_broken TO ssr_admin, ssr_worker;
GRANT EXECUTE ON FUNCTION audit_hash(bytea, bigint, bigint, text, text, text, jsonb, text, timestamptz) TO ssr_admin, ssr_worker;

-- Work and messages for later.
GRANT INSERT ON jobs, outbox_messages TO ssr_auth, ssr_subscriptions, ssr_admin, ssr_datasets, ssr_support, ssr_estimate, ssr_workslip, ssr_bill, ssr_self_formatted;
GRANT SELECT (id, public_id, kind, status, dedupe_key, progress, progress_total, result, user_id, created_at, finished_at) ON jobs
    TO ssr_auth, ssr_subscriptions, ssr_admin, ssr_datasets, ssr_support, ssr_estimate, ssr_workslip, ssr_bill, ssr_self_formatted;
GRANT SELECT (id, event_key) ON outbox_messages TO ssr_auth, ssr_subscriptions, ssr_admin, ssr_datasets, ssr_support;
GRANT SELECT ON notification_preferences TO ssr_auth, ssr_subscriptions, ssr_admin, ssr_datasets, ssr_support, ssr_estimate, ssr_workslip,
    ssr_bill, ssr_self_formatted, ssr_worker;
GRANT INSERT ON jobs TO ssr_webhooks;
GRANT SELECT (id, dedupe_key) ON jobs TO ssr_webhooks;
GRANT EXECUTE ON FUNCTION wake_the_worker(), tell_that_the_site_changed() TO PUBLIC;

-- auth: people and their sessions. Not the role, not the standing: nobody promotes himself.
GRANT SELECT ON users, otp_rate_limits TO ssr_auth;
GRANT INSERT ON users, user_sessions, organizations, memberships TO ssr_auth;
GRANT UPDATE (name, owner_id, is_personal) ON organizations TO ssr_auth;
GRANT UPDATE (role), DELETE ON memberships TO ssr_auth;
GRANT UPDATE (organization_id) ON users TO ssr_auth;
GRANT SELECT, INSERT, UPDATE ON organization_invitations TO ssr_auth;
GRANT UPDATE (name, phone, email, company_name, gstin, state_code, address, avatar_blob_id, phone_verified_at, email_verified_at,
              profile_completed_at, totp_secret_sealed, totp_last_step, last_login_at) ON users TO ssr_auth;
GRANT UPDATE (session_key, level, last_activity, expires_at, is_active, ended_at, ended_reason, browser_key, confirmed_at) ON user_sessions TO ssr_auth;
GRANT INSERT, UPDATE ON otp_rate_limits TO ssr_auth;
GRANT INSERT, UPDATE ON notification_preferences TO ssr_auth;
GRANT SELECT, INSERT, DELETE, UPDATE (used_at) ON recovery_codes TO ssr_auth;
GRANT SELECT (status) ON outbox_messages TO ssr_auth;
GRANT SELECT, INSERT ON blobs TO ssr_auth;
GRANT SELECT (user_id, module_code, subscription_id, created_at) ON usage_logs TO ssr_auth;
GRANT SELECT, INSERT, UPDATE (status, finished_at) ON data_exports TO ssr_auth;
GRANT SELECT (id, public_id, user_id, status, requested_at, due_at), INSERT, UPDATE (status, ended_at) ON account_deletions TO ssr_auth;
GRANT SELECT ON tombstones TO ssr_auth;

-- admin: roles and standing, which end the person's sessions.
GRANT UPDATE (role, is_active, banned_reason, authz_epoch) ON users TO ssr_admin;
GRANT UPDATE (is_active, ended_at, ended_reason) ON user_sessions TO ssr_admin;

-- subscriptions and worker: where money is captured, and nowhere else.
GRANT SELECT, INSERT ON payments, invoices, subscription_periods, trials_used, usage_logs, request_replays TO ssr_subscriptions, ssr_worker;
GRANT UPDATE (status, gateway_order_id, gateway_payment_id, failure_reason, review_reason, attempted_at, authorized_at, captured_at,
              failed_at, next_check_at, checks, coupon_released_at) ON payments TO ssr_subscriptions, ssr_worker;
GRANT SELECT, INSERT, UPDATE ON invoice_counters TO ssr_subscriptions, ssr_worker;
GRANT INSERT, UPDATE ON subscriptions TO ssr_subscriptions, ssr_worker;
GRANT SELECT ON coupons, coupon_modules, bundles, bundle_modules, bundle_pricings, refunds, credit_notes TO ssr_subscriptions, ssr_worker;
GRANT UPDATE (times_used) ON coupons TO ssr_subscriptions, ssr_worker;
GRANT SELECT, INSERT, UPDATE ON mandates TO ssr_subscriptions, ssr_worker;
GRANT SELECT, INSERT ON gateway_plans TO ssr_subscriptions, ssr_worker;
GRANT INSERT ON refunds TO ssr_subscriptions;
GRANT INSERT, UPDATE ON refunds, credit_notes TO ssr_worker;
GRANT UPDATE (held_payment_id, held_amount_paise) ON payments TO ssr_subscriptions, ssr_worker;
GRANT UPDATE (dispute_id, dispute_status) ON payments TO ssr_worker;
GRANT SELECT, INSERT ON reconciliation_reports TO ssr_worker;
GRANT UPDATE (starts_at, ends_at, price_paise) ON subscription_periods TO ssr_subscriptions, ssr_worker;
GRANT SELECT, INSERT ON blobs TO ssr_subscriptions;
GRANT UPDATE (pdf_blob_id, pdf_sha256) ON invoices, credit_notes TO ssr_subscriptions, ssr_worker;

-- subscriptions: the list of works on the dashboard, and nothing that stands in a paper.
GRANT SELECT (id, public_id, organization_id, name, updated_at, deleted_at) ON works TO ssr_subscriptions;
GRANT SELECT (id, public_id, work_id, grand_total_paise) ON estimates TO ssr_subscriptions;
GRANT SELECT (work_id) ON workslips, bills TO ssr_subscriptions;

-- admin: gives money back; the worker sends it.
GRANT SELECT ON payments, invoices, credit_notes, refunds TO ssr_admin;
GRANT UPDATE (review_reason) ON payments TO ssr_admin;
GRANT INSERT ON refunds, credit_notes TO ssr_admin;
GRANT SELECT ON reconciliation_reports, webhook_events TO ssr_admin;
GRANT UPDATE (applied_at, parked_for, result) ON webhook_events TO ssr_admin;
GRANT SELECT ON subscription_periods, mandates TO ssr_admin;
GRANT UPDATE (status, expires_at, suspended_reason, suspended_at) ON subscriptions TO ssr_admin;
GRANT UPDATE (starts_at, ends_at) ON subscription_periods TO ssr_admin;
GRANT INSERT ON module_access_overrides TO ssr_admin;
GRANT UPDATE (ended_at) ON module_access_overrides TO ssr_admin;
GRANT SELECT, INSERT, UPDATE ON invoice_counters TO ssr_admin;
GRANT SELECT, INSERT ON blobs TO ssr_admin;
GRANT UPDATE (pdf_blob_id, pdf_sha256) ON invoices, credit_notes TO ssr_admin;
GRANT SELECT, INSERT, UPDATE ON coupons TO ssr_admin;
GRANT SELECT, INSERT, DELETE ON coupon_modules TO ssr_admin;
GRANT SELECT ON bundles, bundle_modules, bundle_pricings TO ssr_admin;

-- admin: finds people, and gives the first answer again to a request that is repeated.
GRANT SELECT (banned_reason, created_at, last_login_at, erased_at) ON users TO ssr_admin;
GRANT SELECT, INSERT ON request_replays TO ssr_admin;

-- webhooks: stores what the gateway said, and reads nothing.
GRANT INSERT ON webhook_events TO ssr_webhooks;
GRANT SELECT (id, event_id) ON webhook_events TO ssr_webhooks;

-- The papers.
GRANT SELECT, INSERT, UPDATE ON works, folders TO ssr_estimate, ssr_workslip, ssr_bill;
GRANT SELECT, INSERT, UPDATE, DELETE ON estimates, estimate_items TO ssr_estimate;
GRANT SELECT ON estimates, estimate_items TO ssr_workslip, ssr_bill, ssr_self_formatted;
GRANT SELECT, INSERT, UPDATE ON workslips TO ssr_workslip;
GRANT SELECT ON workslips TO ssr_estimate, ssr_bill, ssr_self_formatted;
GRANT SELECT, INSERT, UPDATE ON bills TO ssr_bill;
GRANT SELECT ON bills TO ssr_estimate, ssr_workslip, ssr_self_formatted;
GRANT SELECT ON works, document_templates TO ssr_self_formatted;
GRANT INSERT, UPDATE ON document_templates TO ssr_self_formatted;
GRANT SELECT, INSERT ON usage_logs TO ssr_estimate, ssr_workslip, ssr_bill, ssr_self_formatted;
GRANT UPDATE (usage_count) ON subscriptions TO ssr_estimate, ssr_workslip, ssr_bill, ssr_self_formatted;
GRANT SELECT ON dataset_categories, datasets, dataset_versions, dataset_groups, dataset_rows, dataset_analysis_lines
    TO ssr_estimate, ssr_workslip, ssr_bill, ssr_datasets, ssr_worker, ssr_dev;

-- worker: what happens later.
GRANT SELECT (id, public_id, name, phone, email, role, company_name, gstin, state_code, address, is_active, banned_reason,
              phone_verified_at, email_verified_at, profile_completed_at, authz_epoch, created_at, last_login_at) ON users TO ssr_worker;
GRANT SELECT ON blobs, works, estimates, estimate_items, workslips, bills, otp_rate_limits TO ssr_worker;
GRANT EXECUTE ON FUNCTION make_month_partitions(timestamptz) TO ssr_worker;
GRANT SELECT, INSERT, UPDATE, DELETE ON jobs, job_schedules TO ssr_worker;
GRANT SELECT, INSERT, UPDATE ON outbox_messages, webhook_events, blobs TO ssr_worker;
GRANT UPDATE (last_activity, is_active, ended_at, ended_reason) ON user_sessions TO ssr_worker;
GRANT INSERT, UPDATE, DELETE ON dataset_categories, datasets, dataset_versions, dataset_groups, dataset_rows, dataset_analysis_lines TO ssr_worker;
GRANT SELECT, INSERT, UPDATE ON dataset_import_jobs TO ssr_worker;
GRANT USAGE ON SEQUENCE dataset_versions_id_seq TO ssr_worker;

-- worker: gathers all that is held about a person, for his copy of it.
GRANT SELECT (avatar_blob_id) ON users TO ssr_worker;
GRANT SELECT, UPDATE (status, blob_id, size_bytes, finished_at, expires_at) ON data_exports TO ssr_worker;
GRANT SELECT ON folders, document_templates, support_tickets, ticket_messages, attachments, recovery_codes TO ssr_worker;
GRANT EXECUTE ON FUNCTION forget_blob(bigint) TO ssr_worker;
-- And erases whoever left; what he paid for stays.
GRANT SELECT, INSERT, UPDATE ON account_deletions TO ssr_worker;
GRANT SELECT, INSERT ON tombstones TO ssr_worker;
GRANT SELECT (erased_at, organization_id), UPDATE (name, phone, email, company_name, gstin, state_code, address, avatar_blob_id, is_active, banned_reason,
              phone_verified_at, email_verified_at, totp_secret_sealed, totp_last_step, last_login_at, erased_at, organization_id) ON users TO ssr_worker;
GRANT UPDATE (name, owner_id, is_personal) ON organizations TO ssr_worker;
GRANT UPDATE (role), DELETE ON memberships TO ssr_worker;
GRANT SELECT, UPDATE (status, ended_at, recipient), DELETE ON organization_invitations TO ssr_worker;
GRANT DELETE ON user_sessions, recovery_codes, notification_preferences, request_replays, otp_rate_limits, works, folders, estimates,
    estimate_items, workslips, bills, document_templates, attachments TO ssr_worker;
GRANT UPDATE (subject) ON support_tickets TO ssr_worker;
GRANT UPDATE (message) ON ticket_messages TO ssr_worker;
GRANT UPDATE (metadata, ip_address) ON usage_logs TO ssr_worker;
GRANT UPDATE (reason, ended_at) ON module_access_overrides TO ssr_worker;
GRANT UPDATE (billing_name, billing_email, billing_phone, billing_gstin, billing_address) ON payments TO ssr_worker;

-- support: reads help and tickets, and how long work has been waiting (/status).
GRANT SELECT (run_at) ON jobs TO ssr_support;
GRANT SELECT (next_run_at) ON job_schedules TO ssr_support;
GRANT SELECT ON faq_categories, faq_items, help_guides, support_tickets, ticket_messages, attachments, blobs TO ssr_support;

-- dev (development only): plays the outside world, runs the worker's jobs, works and buys as its people do, keeps the gateway's own tables in a schema of its own.
GRANT ssr_worker, ssr_estimate, ssr_subscriptions TO ssr_dev;
GRANT UPDATE (totp_secret_sealed) ON users TO ssr_dev;
SELECT format('GRANT CREATE ON DATABASE %I TO ssr_dev', current_database()) \gexec
