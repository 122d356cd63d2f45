-- 0006_audit.sql
-- Why: who did what, chained by hash: a row altered or taken out by hand shows.
-- Lock: none, new objects only.
CREATE TABLE audit_logs (
    id         bigint NOT NULL,
    user_id    bigint,
    action     text NOT NULL,
    model_name text NOT NULL,
    object_id  text NOT NULL,
    changes    jsonb NOT NULL DEFAULT '{}',
    ip_address text NOT NULL DEFAULT '',
    created_at timestamptz NOT NULL,
    previous   bytea NOT NULL,
    hash       bytea NOT NULL,
    PRIMARY KEY (id, created_at)
) PARTITION BY RANGE (created_at);
CREATE TABLE audit_logs_other PARTITION OF audit_logs DEFAULT;
CREATE INDEX audit_logs_by_object ON audit_logs (model_name, object_id);
CREATE INDEX audit_logs_by_user ON audit_logs (user_id, id);

-- The chain's last link, in one row that appending locks: links follow in order of commit.
CREATE TABLE audit_heads (
    one     boolean PRIMARY KEY DEFAULT true CONSTRAINT audit_heads_is_one_row CHECK (one),
    last_id bigint NOT NULL,
    hash    bytea NOT NULL
);
INSERT INTO audit_heads (last_id, hash) VALUES (0, '\x00');

CREATE FUNCTION audit_hash(previous bytea, id bigint, user_id bigint, action text, model_name text, object_id text,
                           changes jsonb, ip_address text, created_at timestamptz)
RETURNS bytea LANGUAGE sql IMMUTABLE AS $$
    SELECT sha256(previous || convert_to(jsonb_build_array(id, user_id, action, model_name, object_id, changes, ip_address,
                                                           extract(epoch FROM created_at))::text, 'UTF8'))
$$;

-- The only way in: handlers may execute it, and may neither change nor delete a row.
CREATE FUNCTION audit(by_user bigint, what text, model text, object text, diff jsonb, ip text, at timestamptz)
RETURNS bigint LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
    head audit_heads;
    link bytea;
BEGIN
    SELECT * INTO head FROM audit_heads FOR UPDATE;
    link := audit_hash(head.hash, head.last_id + 1, by_user, what, model, object, diff, ip, at);
    INSERT INTO audit_logs VALUES (head.last_id + 1, by_user, what, model, object, diff, ip, at, head.hash, link);
    UPDATE audit_heads SET last_id = head.last_id + 1, hash = link;
    RETURN head.last_id + 1;
END $$;

CREATE VIEW audit_broken AS
SELECT id, action, created_at
  FROM (SELECT a.*, lag(hash, 1, '\x00'::bytea) OVER (ORDER BY id) AS hash_before, lag(id, 1, 0::bigint) OVER (ORDER BY id) AS id_before
          FROM audit_logs a) chain
 WHERE previous <> hash_before OR id <> id_before + 1
    OR hash <> audit_hash(previous, id, user_id, action, model_name, object_id, changes, ip_address, created_at)
UNION ALL
SELECT last_id, 'the last row is missing', NULL FROM audit_heads
 WHERE last_id <> coalesce((SELECT max(id) FROM audit_logs), 0);
