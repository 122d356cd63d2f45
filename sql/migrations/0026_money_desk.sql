-- 0026_money_desk.sql
-- Why: each night's comparison of our books with the gateway's is kept; money in review says whose it is, so that staff can
--      send it back.
-- Lock: ACCESS EXCLUSIVE on payments, two columns only; a new table.
ALTER TABLE payments
    ADD COLUMN held_payment_id   text,
    ADD COLUMN held_amount_paise bigint;
CREATE TABLE reconciliation_reports (
    id            bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    public_id     uuid NOT NULL UNIQUE,
    from_at       timestamptz NOT NULL,
    until_at      timestamptz NOT NULL,
    payments_seen integer NOT NULL,
    refunds_seen  integer NOT NULL,
    differences   jsonb NOT NULL,
    created_at    timestamptz NOT NULL,
    CONSTRAINT reconciliation_reports_one_a_day UNIQUE (from_at),
    CONSTRAINT reconciliation_reports_end_after_they_start CHECK (until_at > from_at)
);
INSERT INTO job_schedules (name, kind, every_seconds, next_run_at) VALUES
    ('payments.compare', 'payments.compare', 3600, '2020-01-01T00:00:00Z');
