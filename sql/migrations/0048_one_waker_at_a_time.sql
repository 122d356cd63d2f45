-- 0048_one_waker_at_a_time.sql
-- Why: Postgres lets transactions with a NOTIFY commit one after the other only, each with a flush of its own. One of those that
--      commit at a time is enough: the worker that it wakes finds the jobs of all. The trigger is deferred, so that this one is
--      as good as done; a job whose commit ends after the worker's look waits for the next, which comes each second anyhow.
--      It fires for rows only, which needs no look whether there are any.
-- Lock: SHARE ROW EXCLUSIVE on jobs while the trigger is made anew.
CREATE OR REPLACE FUNCTION wake_the_worker() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF pg_try_advisory_xact_lock(TG_RELID::bigint) THEN
        PERFORM pg_notify('jobs', '');
    END IF;
    RETURN NULL;
END $$;
DROP TRIGGER jobs_wake_the_worker ON jobs;
CREATE CONSTRAINT TRIGGER jobs_wake_the_worker AFTER INSERT ON jobs DEFERRABLE INITIALLY DEFERRED
    FOR EACH ROW EXECUTE FUNCTION wake_the_worker();
