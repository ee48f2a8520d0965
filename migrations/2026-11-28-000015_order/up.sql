-- What came last is said by a sequence, never by a clock: a clock that is set back would let an earlier answer count. A
-- row draws its place while the claim or case that it belongs to is locked. Also bounds every time and day to the years
-- that programs write and read, so that no row set by hand (`infinity`) keeps a list from being shown.

-- Gives the rows of a captured table their places in the order in which they were captured first.
CREATE OR REPLACE FUNCTION pg_temp.number_rows(captured text) RETURNS void
    LANGUAGE plpgsql
AS $$
BEGIN
    PERFORM audit_check(captured);
    EXECUTE format('ALTER TABLE %I ADD COLUMN seq bigint', captured);
    -- the snapshot below captures every row with its place
    EXECUTE format('ALTER TABLE %I DISABLE TRIGGER audit_row', captured);
    EXECUTE format(
        'UPDATE %I t SET seq = placed.seq
         FROM (SELECT live.id, row_number() OVER (ORDER BY first.change, live.id) AS seq
               FROM %I live
               LEFT JOIN (SELECT key, min(id) AS change FROM change WHERE table_name = %L GROUP BY key) first
                   ON first.key = live.id::text) placed
         WHERE placed.id = t.id', captured, captured, captured);
    EXECUTE format('ALTER TABLE %I ALTER COLUMN seq SET NOT NULL, ALTER COLUMN seq ADD GENERATED ALWAYS AS IDENTITY (CACHE 1)', captured);
    EXECUTE format('SELECT setval(pg_get_serial_sequence(%L, ''seq''), count(*) + 1, false) FROM %I', captured, captured);
    EXECUTE format('CREATE UNIQUE INDEX %I ON %I (seq)', captured || '_seq', captured);
    INSERT INTO audit_column VALUES (captured, 'seq', 'plain');
    PERFORM audit_snapshot(captured);
END $$;
SELECT pg_temp.number_rows(captured) FROM unnest(ARRAY['consent', 'review', 'disclosure', 'download']) captured;
COMMENT ON COLUMN consent.seq IS 'Its place among all answers: of two to one item the later counts.';
COMMENT ON COLUMN review.seq IS 'Its place among all decisions.';
COMMENT ON COLUMN disclosure.seq IS 'Its place among all disclosures.';
COMMENT ON COLUMN download.seq IS 'Its place among all downloads.';

CREATE FUNCTION submission(claim) RETURNS bigint
    LANGUAGE sql IMMUTABLE PARALLEL SAFE
    RETURN substring(($1).number FROM '-([0-9]{1,18})-')::bigint;
COMMENT ON FUNCTION submission IS 'The number that the claim drew when it was handed in: its place in lists.';
CREATE INDEX claim_submission ON claim (case_id, (substring(number FROM '-([0-9]{1,18})-')::bigint));

DO $$
DECLARE
    found record;
BEGIN
    FOR found IN
        SELECT c.relname, a.attname
        FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid
        WHERE c.relnamespace = 'public'::regnamespace AND c.relkind = 'r' AND a.attnum > 0 AND NOT a.attisdropped
          AND a.atttypid IN ('timestamptz'::regtype, 'date'::regtype)
    LOOP
        EXECUTE format('ALTER TABLE %I ADD CONSTRAINT %I CHECK (%I >= ''0001-01-01 00:00+00'' AND %I < ''10000-01-01 00:00+00'')',
                       found.relname, found.relname || '_' || found.attname || '_years', found.attname, found.attname);
    END LOOP;
END $$;
