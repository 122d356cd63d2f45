-- 0011_schedules.sql
-- Why: what the worker does again and again.
-- Lock: none, new rows only.
INSERT INTO job_schedules (name, kind, every_seconds, next_run_at) VALUES
    ('subscriptions.expire', 'subscriptions.expire', 300, '2020-01-01T00:00:00Z');
