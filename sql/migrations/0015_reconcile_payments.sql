-- 0015_reconcile_payments.sql
-- Why: what the gateway never told is asked for. An order's first look is 15 minutes after it was made.
-- Lock: none, a new row only.
INSERT INTO job_schedules (name, kind, every_seconds, next_run_at) VALUES
    ('payments.reconcile', 'payments.reconcile', 300, '2020-01-01T00:00:00Z');
