TRUNCATE log_publication;
DROP TABLE log_publication;
DELETE FROM audit_table WHERE table_name = 'log_publication';
DELETE FROM audit_column WHERE table_name = 'log_publication';
ALTER TABLE change DROP CONSTRAINT change_tx, DROP CONSTRAINT change_at, DROP CONSTRAINT change_commitment;

CREATE OR REPLACE FUNCTION audit_capture_row() RETURNS trigger
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

CREATE OR REPLACE FUNCTION audit_capture_truncate() RETURNS trigger
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

CREATE OR REPLACE FUNCTION audit_snapshot(captured text) RETURNS void
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
DROP FUNCTION audit_context;
DROP FUNCTION audit_fits;
