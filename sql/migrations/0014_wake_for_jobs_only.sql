-- 0014_wake_for_jobs_only.sql
-- Why: a statement that inserts no job woke the worker too. The worker's own look at the schedules is one, so it never slept.
-- Lock: SHARE ROW EXCLUSIVE on jobs while the trigger is made anew.
CREATE OR REPLACE FUNCTION wake_the_worker() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF EXISTS (SELECT FROM fresh) THEN
        PERFORM pg_notify('jobs', '');
    END IF;
    RETURN NULL;
END $$;
DROP TRIGGER jobs_wake_the_worker ON jobs;
CREATE TRIGGER jobs_wake_the_worker AFTER INSERT ON jobs REFERENCING NEW TABLE AS fresh
    FOR EACH STATEMENT EXECUTE FUNCTION wake_the_worker();
