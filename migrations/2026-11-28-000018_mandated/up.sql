-- A list for the court names whom the firm may act for: claims whose mandate is in force. A function of the row like the others,
-- so that the rule is said once.

CREATE FUNCTION mandated(claim) RETURNS boolean
    LANGUAGE sql STABLE PARALLEL SAFE
    RETURN coalesce((SELECT k.agreed AND k.withdrawn_at IS NULL
                     FROM public.consent k
                     WHERE k.claim_id = ($1).id AND k.item = 'mandate'
                     ORDER BY k.seq DESC
                     LIMIT 1), false);
COMMENT ON FUNCTION mandated IS 'Whether the latest answer to the mandate is an agreement that was not taken back.';
