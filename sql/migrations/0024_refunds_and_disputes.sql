-- 0024_refunds_and_disputes.sql
-- Why: what was given back is the sum of its rows, never more than was paid, and each row has its credit note; a
--      second payment of one order goes back without one. Disputes freeze a payment. Events that came before their
--      payment wait for it.
-- Lock: ACCESS EXCLUSIVE on each table, columns with defaults only; payments is read once for its sums.
ALTER TABLE payments
    ADD COLUMN refunded_paise bigint NOT NULL DEFAULT 0,
    ADD COLUMN dispute_id     text,
    ADD COLUMN dispute_status text CONSTRAINT payments_dispute_status_known
                              CHECK (dispute_status IN ('created', 'under_review', 'action_required', 'won', 'lost', 'closed'));
ALTER TABLE refunds
    ADD COLUMN surplus_payment_id text,
    ADD COLUMN requested_by       bigint REFERENCES users,
    ADD COLUMN ends_access        boolean NOT NULL DEFAULT false,
    ADD COLUMN failed_at          timestamptz,
    ADD COLUMN failure_reason     text;
CREATE UNIQUE INDEX refunds_one_per_surplus ON refunds (surplus_payment_id) WHERE surplus_payment_id IS NOT NULL AND status <> 'failed';
-- A credit note whose refund failed keeps its number, and counts no more.
ALTER TABLE credit_notes ADD COLUMN cancelled_at timestamptz;
ALTER TABLE subscriptions ADD COLUMN suspended_reason text;
ALTER TABLE webhook_events ADD COLUMN parked_for text;
CREATE INDEX webhook_events_parked ON webhook_events (parked_for) WHERE parked_for IS NOT NULL AND applied_at IS NULL;

UPDATE payments p SET refunded_paise = (SELECT coalesce(sum(amount_paise), 0) FROM refunds WHERE payment_id = p.id AND status <> 'failed')
 WHERE EXISTS (SELECT FROM refunds WHERE payment_id = p.id);
ALTER TABLE payments ADD CONSTRAINT payments_refunded_within_total CHECK (refunded_paise BETWEEN 0 AND total_amount_paise);

-- Under the payment's lock, so that two refunds at once are summed up one after the other.
CREATE FUNCTION sum_up_refunds() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
    PERFORM FROM payments WHERE id = NEW.payment_id FOR UPDATE;
    UPDATE payments SET refunded_paise = (SELECT coalesce(sum(amount_paise), 0) FROM refunds
                                           WHERE payment_id = NEW.payment_id AND surplus_payment_id IS NULL AND status <> 'failed')
     WHERE id = NEW.payment_id;
    RETURN NULL;
END $$;
CREATE TRIGGER refunds_sum_up AFTER INSERT OR UPDATE OF amount_paise, status, surplus_payment_id ON refunds
    FOR EACH ROW EXECUTE FUNCTION sum_up_refunds();
