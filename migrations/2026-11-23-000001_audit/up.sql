-- The ground of the audit log: every later table is captured from its first row, so this file comes first.
-- Runs as the owner. The roles registry_app and registry_sealer exist already (`migrate --bootstrap`), because
-- roles belong to the cluster and not to this database.

CREATE TABLE audit_head (
    id   boolean PRIMARY KEY DEFAULT true CHECK (id),
    log  text   NOT NULL CHECK (log ~ '^[A-Za-z0-9_.:/+-]{1,100}$'),
    size bigint NOT NULL DEFAULT 0 CHECK (size >= 0),
    hash bytea  NOT NULL DEFAULT decode(repeat('00', 32), 'hex') CHECK (length(hash) = 32)
);
COMMENT ON TABLE audit_head IS 'The head of the chain, one row. Locking it is what makes a sealer the only one.';
COMMENT ON COLUMN audit_head.log IS 'Origin of this log, frozen at genesis; stands in every entry.';
COMMENT ON COLUMN audit_head.hash IS 'Hash of the entry size - 1; 32 zero bytes while the log is empty.';
INSERT INTO audit_head (log)
VALUES (coalesce(nullif(current_setting('registry.log', true), ''), 'localhost/claimant-registry'));

CREATE TABLE change (
    id         bigint GENERATED ALWAYS AS IDENTITY (CACHE 1) PRIMARY KEY,
    tx         bigint      NOT NULL,
    at         timestamptz NOT NULL,
    actor      text        NOT NULL,
    role       text        NOT NULL,
    action     text        NOT NULL,
    request    text        NOT NULL,
    case_id    text        NOT NULL,
    subject    text        NOT NULL,
    table_name text        NOT NULL,
    op         text        NOT NULL CHECK (op IN ('INSERT', 'UPDATE', 'DELETE', 'TRUNCATE', 'SNAPSHOT')),
    key        text        NOT NULL,
    commitment bytea,
    salt       bytea,
    row_text   text
);
COMMENT ON TABLE change IS 'What changed, written by the capture triggers in the transaction of the change; ids are causal per row, because the trigger draws them while the row is locked.';
COMMENT ON COLUMN change.commitment IS 'SHA-256(salt || row_text); null for DELETE and TRUNCATE, which keep no text that erasure would have to remove again.';

CREATE TABLE pending (change bigint PRIMARY KEY);
COMMENT ON TABLE pending IS 'Changes that no entry seals yet.';

CREATE TABLE audit_log (
    seq    bigint PRIMARY KEY,
    change bigint NOT NULL UNIQUE,
    entry  text COLLATE "C" NOT NULL,
    hash   bytea  NOT NULL
);
COMMENT ON TABLE audit_log IS 'The chain: one canonical JSON line a change, dense from 0; docs/audit-log.md gives the format.';
COMMENT ON COLUMN audit_log.hash IS 'SHA-256(0x00 || entry), the leaf hash of RFC 6962.';

CREATE TABLE audit_table (
    table_name     text PRIMARY KEY,
    subject_column text,
    case_column    text
);
COMMENT ON TABLE audit_table IS 'The captured tables, and which of their columns name the subject and the case of an entry.';

CREATE TABLE audit_column (
    table_name  text NOT NULL,
    column_name text NOT NULL,
    policy      text NOT NULL CHECK (policy IN ('plain', 'sealed', 'secret')),
    PRIMARY KEY (table_name, column_name)
);
COMMENT ON TABLE audit_column IS 'What a captured row text shows of each column: plain as it is; sealed only ever as ciphertext or keyed index; secret never.';

CREATE TABLE audit_exempt (table_name text PRIMARY KEY, reason text NOT NULL CHECK (length(reason) > 20));
COMMENT ON TABLE audit_exempt IS 'The tables that are not captured, each with its reason.';

-- ---------------------------------------------------------------- capture

-- Arguments: subject column, case column ('' for none), then the secret columns. The pinned settings are those that
-- change the text of a row; SECURITY DEFINER, because the program's own role cannot write the audit tables.
CREATE FUNCTION audit_capture_row() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path = pg_catalog, public, pg_temp
    SET timezone = 'UTC' SET datestyle = 'ISO, YMD' SET intervalstyle = 'iso_8601'
    SET bytea_output = 'hex' SET extra_float_digits = 1
AS $$
DECLARE
    context  text := coalesce(nullif(current_setting('registry.context', true), ''), audit_outside());
    image    jsonb;
    row_text text;
    salt     bytea;
    drawn    bigint;
BEGIN
    IF TG_OP = 'DELETE' THEN
        image := to_jsonb(OLD);
    ELSE
        image := to_jsonb(NEW);
        row_text := (image - TG_ARGV[2:])::text;
        salt := uuid_send(gen_random_uuid()) || uuid_send(gen_random_uuid());
    END IF;
    INSERT INTO change (tx, at, actor, role, action, request, subject, case_id, table_name, op, key, commitment, salt, row_text)
    VALUES (pg_current_xact_id()::text::bigint, transaction_timestamp(),
            split_part(context, '|', 1), split_part(context, '|', 2), split_part(context, '|', 3), split_part(context, '|', 4),
            coalesce(image ->> TG_ARGV[0], ''), coalesce(image ->> TG_ARGV[1], ''), TG_TABLE_NAME, TG_OP, image ->> 'id',
            sha256(salt || convert_to(row_text, 'UTF8')), salt, row_text)
    RETURNING id INTO drawn;
    INSERT INTO pending VALUES (drawn);
    RETURN NULL;
END $$;

CREATE FUNCTION audit_outside() RETURNS text
    LANGUAGE sql STABLE
    RETURN regexp_replace(session_user::text, '[^A-Za-z0-9_.:/+-]', '_', 'g') || '||unattributed|';
COMMENT ON FUNCTION audit_outside IS 'Context of a change that the program did not make: the database role it came from, and no action.';

CREATE FUNCTION audit_capture_truncate() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path = pg_catalog, public, pg_temp
AS $$
DECLARE
    context text := coalesce(nullif(current_setting('registry.context', true), ''), audit_outside());
    drawn   bigint;
BEGIN
    INSERT INTO change (tx, at, actor, role, action, request, subject, case_id, table_name, op, key)
    VALUES (pg_current_xact_id()::text::bigint, transaction_timestamp(),
            split_part(context, '|', 1), split_part(context, '|', 2), split_part(context, '|', 3), split_part(context, '|', 4),
            '', '', TG_TABLE_NAME, TG_OP, '')
    RETURNING id INTO drawn;
    INSERT INTO pending VALUES (drawn);
    RETURN NULL;
END $$;

CREATE FUNCTION audit_secrets(captured text) RETURNS text[]
    LANGUAGE sql STABLE
    RETURN (SELECT coalesce(array_agg(c.column_name ORDER BY c.column_name), '{}')
            FROM audit_column c WHERE c.table_name = captured AND c.policy = 'secret');

-- Refuses while a column has no policy: a new column cannot slip into the captured text unconsidered.
CREATE FUNCTION audit_arm(captured text) RETURNS void
    LANGUAGE plpgsql
    SET client_min_messages = warning
AS $$
DECLARE
    stray     text;
    arguments text;
BEGIN
    SELECT string_agg(coalesce(a.attname, c.column_name), ', ') INTO stray
    FROM (SELECT attname::text FROM pg_attribute
          WHERE attrelid = captured::regclass AND attnum > 0 AND NOT attisdropped) a
    FULL JOIN (SELECT column_name FROM audit_column WHERE table_name = captured) c ON c.column_name = a.attname
    WHERE a.attname IS NULL OR c.column_name IS NULL;
    IF stray IS NOT NULL THEN
        RAISE EXCEPTION 'table %: no policy in audit_column, or a policy without a column: %', captured, stray;
    END IF;
    SELECT string_agg(quote_literal(argument), ', ') INTO arguments
    FROM audit_table t,
         unnest(ARRAY[coalesce(t.subject_column, ''), coalesce(t.case_column, '')] || audit_secrets(captured)) argument
    WHERE t.table_name = captured;
    EXECUTE format('DROP TRIGGER IF EXISTS audit_row ON %I', captured);
    EXECUTE format('DROP TRIGGER IF EXISTS audit_truncate ON %I', captured);
    EXECUTE format('CREATE TRIGGER audit_row AFTER INSERT OR UPDATE OR DELETE ON %I FOR EACH ROW EXECUTE FUNCTION audit_capture_row(%s)', captured, arguments);
    EXECUTE format('CREATE TRIGGER audit_truncate AFTER TRUNCATE ON %I FOR EACH STATEMENT EXECUTE FUNCTION audit_capture_truncate()', captured);
    EXECUTE format('ALTER TABLE %I ENABLE ALWAYS TRIGGER audit_row', captured);
    EXECUTE format('ALTER TABLE %I ENABLE ALWAYS TRIGGER audit_truncate', captured);
END $$;
COMMENT ON FUNCTION audit_arm IS 'Makes the capture triggers of a table anew from audit_table and audit_column.';

-- Replay: the last captured text of every key against the live row.
CREATE FUNCTION audit_check(captured text) RETURNS void
    LANGUAGE plpgsql
    SET timezone = 'UTC' SET datestyle = 'ISO, YMD' SET intervalstyle = 'iso_8601'
    SET bytea_output = 'hex' SET extra_float_digits = 1
AS $$
DECLARE
    differing text;
BEGIN
    EXECUTE format('LOCK TABLE %I IN ACCESS EXCLUSIVE MODE', captured);
    EXECUTE format(
        'SELECT key
         FROM (SELECT to_jsonb(t) ->> ''id'' AS key, (to_jsonb(t) - %L::text[])::text AS row_text FROM %I t) live
         FULL JOIN (SELECT DISTINCT ON (key) key, row_text FROM change
                    WHERE table_name = %L AND op <> ''TRUNCATE''
                      AND id > (SELECT coalesce(max(id), 0) FROM change WHERE table_name = %L AND op = ''TRUNCATE'')
                    ORDER BY key, id DESC) logged USING (key)
         WHERE live.row_text IS DISTINCT FROM logged.row_text
         ORDER BY key LIMIT 1', audit_secrets(captured), captured, captured, captured)
    INTO differing;
    IF differing IS NOT NULL THEN
        RAISE EXCEPTION 'table %, key %: the live row differs from the log; find out why before this migration goes on', captured, differing;
    END IF;
END $$;
COMMENT ON FUNCTION audit_check IS 'First step of a migration that reshapes a captured table: locks it and stops where a live row differs from the log.';

CREATE FUNCTION audit_snapshot(captured text) RETURNS void
    LANGUAGE plpgsql
    SET timezone = 'UTC' SET datestyle = 'ISO, YMD' SET intervalstyle = 'iso_8601'
    SET bytea_output = 'hex' SET extra_float_digits = 1
AS $$
DECLARE
    context text := coalesce(nullif(current_setting('registry.context', true), ''), audit_outside());
    t       audit_table;
BEGIN
    SELECT * INTO STRICT t FROM audit_table WHERE table_name = captured;
    PERFORM audit_arm(captured);
    EXECUTE format(
        'WITH taken AS (
             INSERT INTO change (tx, at, actor, role, action, request, subject, case_id, table_name, op, key, commitment, salt, row_text)
             SELECT pg_current_xact_id()::text::bigint, transaction_timestamp(),
                    split_part($1, ''|'', 1), split_part($1, ''|'', 2), split_part($1, ''|'', 3), split_part($1, ''|'', 4),
                    subject, case_id, %L, ''SNAPSHOT'', key, sha256(salt || convert_to(row_text, ''UTF8'')), salt, row_text
             FROM (SELECT coalesce(to_jsonb(t) ->> $2, '''') AS subject, coalesce(to_jsonb(t) ->> $3, '''') AS case_id,
                          to_jsonb(t) ->> ''id'' AS key, (to_jsonb(t) - %L::text[])::text AS row_text,
                          uuid_send(gen_random_uuid()) || uuid_send(gen_random_uuid()) AS salt
                   FROM %I t OFFSET 0) image
             RETURNING id)
         INSERT INTO pending SELECT id FROM taken', captured, audit_secrets(captured), captured)
    USING context, coalesce(t.subject_column, ''), coalesce(t.case_column, '');
END $$;
COMMENT ON FUNCTION audit_snapshot IS 'Last step of a migration that reshapes or adds a captured table: arms its triggers and captures every row as it is now.';

-- ---------------------------------------------------------------- append only

CREATE FUNCTION audit_refuse() RETURNS trigger
    LANGUAGE plpgsql
AS $$
BEGIN
    RAISE EXCEPTION 'table % is append-only', TG_TABLE_NAME USING ERRCODE = 'insufficient_privilege';
END $$;
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON audit_log FOR EACH STATEMENT EXECUTE FUNCTION audit_refuse();
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON change FOR EACH STATEMENT EXECUTE FUNCTION audit_refuse();
ALTER TABLE audit_log ENABLE ALWAYS TRIGGER append_only;
ALTER TABLE change ENABLE ALWAYS TRIGGER append_only;

-- the capture functions run as the owner and look names up in public: nobody else may put a name there
REVOKE CREATE ON SCHEMA public FROM PUBLIC;
REVOKE ALL ON FUNCTION audit_capture_row, audit_capture_truncate, audit_arm, audit_check, audit_snapshot FROM PUBLIC;

-- ---------------------------------------------------------------- the first captured tables

CREATE TABLE migration (
    id         text PRIMARY KEY CHECK (id ~ '^[A-Za-z0-9_.:/+-]+$'),
    applied_at timestamptz NOT NULL
);
COMMENT ON TABLE migration IS 'Every migration file that ran; the id is path and SHA-256 of the file, so that its entry in the log names the bytes.';

CREATE TABLE key_fingerprint (
    id          text PRIMARY KEY CHECK (id ~ '^[a-z]+:[0-9]+$'),
    fingerprint bytea NOT NULL CHECK (length(fingerprint) = 32)
);
COMMENT ON TABLE key_fingerprint IS 'Which keys this registry was begun with (purpose:version); a server with another key refuses to start.';

INSERT INTO audit_table (table_name) VALUES ('migration'), ('key_fingerprint');
INSERT INTO audit_column VALUES
    ('migration', 'id', 'plain'), ('migration', 'applied_at', 'plain'),
    ('key_fingerprint', 'id', 'plain'), ('key_fingerprint', 'fingerprint', 'plain');
INSERT INTO audit_exempt VALUES
    ('audit_head', 'the audit log itself: moves with every sealed batch'),
    ('change', 'the audit log itself: holds what the triggers captured'),
    ('pending', 'the audit log itself: the queue of the sealer'),
    ('audit_log', 'the audit log itself: append-only and chained'),
    ('audit_table', 'policy of the audit log: only a migration changes it, whose file digest is in the log'),
    ('audit_column', 'policy of the audit log: only a migration changes it, whose file digest is in the log'),
    ('audit_exempt', 'policy of the audit log: only a migration changes it, whose file digest is in the log'),
    ('__diesel_schema_migrations', 'which versions are applied, as diesel keeps it; the captured table migration records the same with the digest');
SELECT audit_snapshot('migration'), audit_snapshot('key_fingerprint');

GRANT SELECT ON audit_head, change, pending, audit_log, audit_table, audit_column, audit_exempt, migration, key_fingerprint,
    __diesel_schema_migrations TO registry_app;
GRANT INSERT ON key_fingerprint TO registry_app;
GRANT SELECT ON change TO registry_sealer;
GRANT SELECT, DELETE ON pending TO registry_sealer;
GRANT SELECT, INSERT ON audit_log TO registry_sealer;
GRANT SELECT, UPDATE (size, hash) ON audit_head TO registry_sealer;
