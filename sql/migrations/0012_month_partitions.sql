-- 0012_month_partitions.sql
-- Why: usage and audit rows lie in a partition a month, so that years of them can be moved away at no cost.
-- Lock: a new function. It locks the catch-all partition for as long as its rows of a new month take to move (there are some
--       only where the month was not made in time, or the development clock ran ahead), and holds back writes to users and
--       subscriptions for the moment in which a partition takes over their foreign keys.
CREATE FUNCTION make_month_partitions(today timestamptz) RETURNS integer LANGUAGE plpgsql SECURITY DEFINER
SET search_path = public, pg_temp SET timezone = 'UTC' SET lock_timeout = '1s' AS $$
DECLARE
    grown text;
    month timestamptz;
    part  text;
    made  integer := 0;
BEGIN
    FOREACH grown IN ARRAY ARRAY['usage_logs', 'audit_logs'] LOOP
        FOR month IN SELECT generate_series(date_trunc('month', today), date_trunc('month', today) + interval '2 months', '1 month') LOOP
            part := grown || to_char(month, '_YYYY_MM');
            CONTINUE WHEN to_regclass(part) IS NOT NULL;
            -- Attaching lets others read and write the table meanwhile; CREATE … PARTITION OF would not.
            EXECUTE format('CREATE TABLE %I (LIKE %I INCLUDING DEFAULTS INCLUDING CONSTRAINTS INCLUDING INDEXES)', part, grown);
            EXECUTE format('LOCK TABLE %I IN ACCESS EXCLUSIVE MODE', grown || '_other');
            EXECUTE format('WITH moved AS (DELETE FROM %I WHERE created_at >= %L AND created_at < %L RETURNING *)
                            INSERT INTO %I SELECT * FROM moved', grown || '_other', month, month + interval '1 month', part);
            EXECUTE format('ALTER TABLE %I ATTACH PARTITION %I FOR VALUES FROM (%L) TO (%L)', grown, part, month, month + interval '1 month');
            made := made + 1;
        END LOOP;
    END LOOP;
    RETURN made;
END $$;

SELECT make_month_partitions(now());
INSERT INTO job_schedules (name, kind, every_seconds, next_run_at) VALUES
    ('partitions.make', 'partitions.make', 86400, '2020-01-01T00:00:00Z');
