-- A claim draws its number while nobody else of its case does, so that whoever has read the list to its end has seen every
-- number before the last. Lock and number are one question: a submission asks no more often than it has to.

CREATE FUNCTION draw_claim_number(numbers_of_case bigint) RETURNS bigint
    LANGUAGE plpgsql VOLATILE
AS $$
BEGIN
    PERFORM pg_advisory_xact_lock(numbers_of_case);
    RETURN nextval('public.claim_number');
END $$;
COMMENT ON FUNCTION draw_claim_number IS 'Takes the lock of a case''s numbers until the end of the transaction, and draws the next.';
