DO $$
DECLARE
    found record;
BEGIN
    FOR found IN
        SELECT conrelid::regclass AS bound, conname FROM pg_constraint
        WHERE connamespace = 'public'::regnamespace AND contype = 'c' AND conname LIKE '%\_years'
    LOOP
        EXECUTE format('ALTER TABLE %s DROP CONSTRAINT %I', found.bound, found.conname);
    END LOOP;
END $$;
DROP INDEX claim_submission;
DROP FUNCTION submission(claim);
SELECT audit_check(captured) FROM unnest(ARRAY['consent', 'review', 'disclosure', 'download']) captured;
ALTER TABLE consent DROP COLUMN seq;
ALTER TABLE review DROP COLUMN seq;
ALTER TABLE disclosure DROP COLUMN seq;
ALTER TABLE download DROP COLUMN seq;
DELETE FROM audit_column WHERE column_name = 'seq' AND table_name IN ('consent', 'review', 'disclosure', 'download');
SELECT audit_snapshot(captured) FROM unnest(ARRAY['consent', 'review', 'disclosure', 'download']) captured;
