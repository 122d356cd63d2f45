-- Each rule of sql/invariants.sql tells of the fault planted for it, and of nothing else. A fault that tells nothing is the sound twin.
\set invariants `cat "$INVARIANTS"`
CREATE TEMP TABLE rules AS SELECT :'invariants'::text AS question;
CREATE FUNCTION pg_temp.broken() RETURNS text LANGUAGE plpgsql AS $$
DECLARE told text;
BEGIN
    EXECUTE format(E'SELECT string_agg(name || ''='' || broken, '' '') FROM (%s\n) r WHERE broken <> 0', (SELECT question FROM rules)) INTO told;
    RETURN coalesce(told, '');
END $$;
CREATE FUNCTION pg_temp.seen(expected text, fault text) RETURNS text LANGUAGE plpgsql AS $$
DECLARE told text;
BEGIN
    BEGIN
        EXECUTE fault;
        told := pg_temp.broken();
        RAISE SQLSTATE 'RB000';
    EXCEPTION WHEN SQLSTATE 'RB000' THEN NULL;
    END;
    RETURN CASE WHEN told = expected THEN 'ok ' || expected ELSE 'FAIL ' || expected || ': told "' || told || '"' END;
END $$;

SELECT CASE pg_temp.broken() WHEN '' THEN 'ok the sound world breaks no rule' ELSE 'FAIL the sound world: ' || pg_temp.broken() END;
SELECT pg_temp.seen(expected, fault) FROM (VALUES
('paid_has_exactly_one_invoice=1 refunds_as_summed=1', $$UPDATE payments SET status = 'authorized' WHERE id = 1001$$),
('paid_has_exactly_one_invoice=1 numbers_without_gap=1 refunds_have_their_credit_note=1', $$DELETE FROM credit_notes WHERE id = 1001; DELETE FROM invoices WHERE id = 1001;
    UPDATE credit_notes SET sequence_number = 1$$),
('paid_gives_access_or_is_in_review=1', $$DELETE FROM subscription_periods WHERE payment_id = 1001;
    INSERT INTO subscription_periods (subscription_id, payment_id, starts_at, ends_at) VALUES (1001, 1002, '2026-11-01Z', '2027-11-01Z')$$),
('', $$UPDATE payments SET review_reason = 'another amount' WHERE id = 1001; DELETE FROM subscription_periods WHERE payment_id = 1001;
    UPDATE subscriptions SET status = 'cancelled' WHERE id = 1001$$),
('purchased_access_is_paid=1', $$UPDATE subscription_periods SET payment_id = NULL WHERE payment_id = 1001;
    UPDATE payments SET review_reason = 'x' WHERE id = 1001$$),
('one_live_subscription_per_module=1 mandates_renew_what_they_say=1', $$DROP INDEX subscriptions_one_live_per_module;
    UPDATE subscriptions SET module_id = (SELECT module_id FROM subscriptions WHERE id = 1001) WHERE id = 1002$$),
('one_period_per_payment=1', $$ALTER TABLE subscription_periods DROP CONSTRAINT subscription_periods_one_per_payment;
    INSERT INTO subscription_periods (subscription_id, payment_id, starts_at, ends_at) VALUES (1001, 1001, '2026-11-01Z', '2027-11-01Z')$$),
('numbers_without_gap=3', $$UPDATE invoices SET sequence_number = 5 WHERE id = 1002$$),
('numbers_without_gap=1', $$UPDATE credit_notes SET sequence_number = 3 WHERE id = 1002$$),
('numbers_without_gap=2', $$UPDATE invoices SET financial_year = '27-28', sequence_number = 3 WHERE id = 1002$$),
('usage_is_what_was_logged=1', $$UPDATE subscriptions SET usage_count = 2 WHERE id = 1001$$),
('usage_is_what_was_logged=1', $$DELETE FROM usage_logs WHERE subscription_id = 1002$$),
('usage_is_what_was_logged=1', $$ALTER TABLE subscriptions DROP CONSTRAINT subscriptions_not_used_beyond_limit; UPDATE subscriptions SET usage_limit = 0 WHERE id = 1001$$),
('', $$UPDATE subscriptions SET usage_count = 0, usage_reset_at = '2026-11-03Z' WHERE id = 1001$$),
('coupons_used_as_counted=1', $$UPDATE coupons SET times_used = 1 WHERE id = 1001$$),
('coupons_used_as_counted=1', $$UPDATE payments SET coupon_released_at = '2026-11-02Z' WHERE id = 1001$$),
('coupons_used_as_counted=1', $$ALTER TABLE coupons DROP CONSTRAINT coupons_not_used_beyond_limit; UPDATE coupons SET usage_limit = 1 WHERE id = 1001$$),
('amounts_as_priced=1 invoices_as_paid=1', $$ALTER TABLE payments DROP CONSTRAINT payments_add_up;
    UPDATE payments SET total_amount_paise = 254879 WHERE id = 1001$$),
('amounts_as_priced=1', $$ALTER TABLE payments DROP CONSTRAINT payments_of_the_snapshot_s_price;
    UPDATE payments SET pricing_snapshot = '{"price_paise": 1}' WHERE id = 1001$$),
('invoices_as_paid=1', $$UPDATE invoices SET igst_paise = 38879, taxable_paise = 216001 WHERE id = 1001$$),
('invoices_as_paid=1', $$UPDATE invoices SET taxable_paise = 215999, total_amount_paise = 254879 WHERE id = 1001$$),
('refunds_as_summed=1', $$UPDATE payments SET refunded_paise = 11801 WHERE id = 1001$$),
('refunds_as_summed=1', $$UPDATE payments SET status = 'captured' WHERE id = 1001$$),
('', $$UPDATE refunds SET status = 'processed' WHERE id = 1003$$),
('refunds_have_their_credit_note=1', $$UPDATE credit_notes SET cancelled_at = '2026-11-02Z' WHERE id = 1001$$),
('refunds_have_their_credit_note=1', $$UPDATE refunds SET amount_paise = 11801 WHERE id = 1001$$),
('refunds_have_their_credit_note=1', $$UPDATE refunds SET surplus_payment_id = NULL, amount_paise = 100 WHERE id = 1003$$),
('', $$UPDATE refunds SET status = 'failed' WHERE id = 1001; UPDATE credit_notes SET cancelled_at = '2026-11-02Z' WHERE id = 1001;
    UPDATE payments SET status = 'captured' WHERE id = 1001$$),
('credit_notes_within_their_invoice=1', $$UPDATE credit_notes SET cgst_paise = 900, sgst_paise = 900, igst_paise = 0 WHERE id = 1001$$),
('mandates_charge_what_was_agreed=1', $$UPDATE payments SET mandate_id = 1001 WHERE id = 1001; UPDATE mandates SET subtotal_paise = 200000,
    igst_paise = 54880, pricing_snapshot = '{"price_paise": 200000}', total_amount_paise = 254881, cgst_paise = 0, sgst_paise = 1 WHERE id = 1001$$),
('', $$UPDATE payments SET mandate_id = 1001 WHERE id = 1001$$),
('mandates_renew_what_they_say=1', $$UPDATE subscriptions SET auto_renew = false WHERE id = 1001$$),
('mandates_renew_what_they_say=1', $$UPDATE mandates SET module_id = (SELECT module_id FROM subscriptions WHERE id = 1002), status = 'cancelled',
    ended_at = '2026-11-02Z', end_reason = 'turned_off' WHERE id = 1001$$),
('one_published_version=1', $$UPDATE dataset_versions SET is_published = false WHERE id = 1001$$),
('one_published_version=1', $$DROP INDEX dataset_versions_one_published; UPDATE dataset_versions SET is_published = true, published_at = '2026-11-01Z' WHERE id = 1002$$),
('one_published_version=1', $$UPDATE datasets SET current_version = 1 WHERE id = 1002$$),
('row_counts_are_true=2', $$DELETE FROM dataset_rows WHERE id = 1002$$),
('row_counts_are_true=1', $$UPDATE dataset_versions SET row_count = 3 WHERE id = 1002$$),
('no_job_is_stuck=1', $$UPDATE jobs SET heartbeat_at = now() - interval '61 s' WHERE id = 1002$$),
('', $$UPDATE jobs SET heartbeat_at = now() - interval '59 s' WHERE id = 1002$$),
('audit_chain_holds=1', $$UPDATE audit_logs SET action = 'user.greeted' WHERE id = 2$$),
('audit_chain_holds=1', $$DELETE FROM audit_logs WHERE id = 2$$),
('audit_chain_holds=1', $$DELETE FROM audit_logs WHERE id = 3$$),
('audit_chain_holds=3', $$DELETE FROM audit_logs WHERE id = 1; UPDATE audit_logs SET id = id + 10 WHERE id = 3$$),
('attachments_have_their_blob=1', $$ALTER TABLE attachments DROP CONSTRAINT attachments_blob_id_fkey; DELETE FROM blobs WHERE id = 1002$$)
) AS faults (expected, fault);
