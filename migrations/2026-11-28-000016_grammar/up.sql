-- What is captured fits an entry, whoever makes the change and whatever they say of themselves: a context of another form, or
-- one that no entry has room for, stopped the publication of the log for good. A key no longer changes. And under which
-- names the log was published is on record, so that a database without its guard file is not taken for a new one.

CREATE FUNCTION audit_fits(word text) RETURNS boolean
    LANGUAGE sql IMMUTABLE
    RETURN word ~ '^[A-Za-z0-9_.:/+-]*$' AND length(word) <= 200;
COMMENT ON FUNCTION audit_fits IS 'Whether a word can stand in an entry: its alphabet, and a length that leaves room for the others.';

CREATE FUNCTION audit_context() RETURNS text
    LANGUAGE sql STABLE
    RETURN CASE WHEN current_setting('registry.context', true) ~ '^[A-Za-z0-9_.:/+-]{0,200}([|][A-Za-z0-9_.:/+-]{0,200}){3}$'
                THEN current_setting('registry.context', true) ELSE audit_outside() END;
COMMENT ON FUNCTION audit_context IS 'Actor, role, action and request as the program set them; a context of any other form is captured as a change from outside the program.';
REVOKE ALL ON FUNCTION audit_fits, audit_context FROM PUBLIC;

CREATE OR REPLACE FUNCTION audit_capture_row() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path = pg_catalog, public, pg_temp
    SET timezone = 'UTC' SET datestyle = 'ISO, YMD' SET intervalstyle = 'iso_8601'
    SET bytea_output = 'hex' SET extra_float_digits = 1
AS $$
DECLARE
    context  text := audit_context();
    image    jsonb;
    row_text text;
    salt     bytea;
    drawn    bigint;
BEGIN
    -- the replay finds a row by its key, and would look for the old one for ever
    IF TG_OP = 'UPDATE' AND OLD.id IS DISTINCT FROM NEW.id THEN
        RAISE EXCEPTION 'table %: the key of a row does not change; delete the row and insert another', TG_TABLE_NAME
            USING ERRCODE = 'restrict_violation';
    END IF;
    IF TG_OP = 'DELETE' THEN
        image := to_jsonb(OLD);
    ELSE
        image := to_jsonb(NEW);
        row_text := (image - TG_ARGV[2:])::text;
        salt := uuid_send(gen_random_uuid()) || uuid_send(gen_random_uuid());
    END IF;
    IF NOT (audit_fits(image ->> 'id') AND audit_fits(coalesce(image ->> TG_ARGV[0], ''))
            AND audit_fits(coalesce(image ->> TG_ARGV[1], ''))) THEN
        RAISE EXCEPTION 'table %: the key of this row, its subject or its case cannot stand in an entry of the log', TG_TABLE_NAME
            USING ERRCODE = 'check_violation';
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

CREATE OR REPLACE FUNCTION audit_capture_truncate() RETURNS trigger
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path = pg_catalog, public, pg_temp
AS $$
DECLARE
    context text := audit_context();
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

CREATE OR REPLACE FUNCTION audit_snapshot(captured text) RETURNS void
    LANGUAGE plpgsql
    SET timezone = 'UTC' SET datestyle = 'ISO, YMD' SET intervalstyle = 'iso_8601'
    SET bytea_output = 'hex' SET extra_float_digits = 1
AS $$
DECLARE
    context text := audit_context();
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

-- rows that are there already stay as they are: the sealer and the verification read them by the same rule
ALTER TABLE change
    ADD CONSTRAINT change_tx CHECK (tx BETWEEN 0 AND 9007199254740992) NOT VALID,
    ADD CONSTRAINT change_at CHECK (at >= '0001-01-01 00:00:00+00' AND at < '10000-01-01 00:00:00+00') NOT VALID,
    ADD CONSTRAINT change_commitment CHECK (CASE WHEN op IN ('DELETE', 'TRUNCATE') THEN commitment IS NULL ELSE coalesce(length(commitment), 0) = 32 END) NOT VALID;

CREATE TABLE log_publication (
    id       text PRIMARY KEY,
    begun_at timestamptz NOT NULL CONSTRAINT log_publication_begun_at_years
                 CHECK (begun_at >= '0001-01-01 00:00+00' AND begun_at < '10000-01-01 00:00+00')
);
COMMENT ON TABLE log_publication IS 'Under which names the log was published, and since when: then a guard file that is missing is no first start.';
COMMENT ON COLUMN log_publication.id IS 'Origin of the log or of one of its incarnations.';
INSERT INTO audit_table VALUES ('log_publication', NULL, NULL);
INSERT INTO audit_column VALUES ('log_publication', 'id', 'plain'), ('log_publication', 'begun_at', 'plain');
-- whoever has a key has published, as a rule; where it is not so, `guard begin` says it
INSERT INTO log_publication SELECT split_part(vkey, '+', 1), min(created_at) FROM log_identity GROUP BY 1;
SELECT audit_snapshot('log_publication');
GRANT SELECT, INSERT ON log_publication TO registry_app;
