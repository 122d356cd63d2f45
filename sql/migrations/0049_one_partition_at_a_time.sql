-- 0049_one_partition_at_a_time.sql
-- Why: a call that made partitions of both tables held the catch-all of the one while it waited for that of the other. A dump
--      reads both, in an order of its own, and each waited for the other. A call makes one now; whoever wants all calls again.
-- Lock: none; a new body of a function.
CREATE OR REPLACE FUNCTION make_month_partitions(today timestamptz) RETURNS integer LANGUAGE plpgsql SECURITY DEFINER
SET search_path = public, pg_temp SET timezone = 'UTC' SET lock_timeout = '1s' AS $$
DECLARE
    grown text;
    month timestamptz;
    part  text;
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
            RETURN 1;
        END LOOP;
    END LOOP;
    RETURN 0;
END $$;
