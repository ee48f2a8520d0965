-- Three rules that several queries repeated, each said once: what a position adds to the total, which claims were handed in,
-- which were erased. They are functions of the row, read like a column (`loss.net_krw`), and no generated columns: those would
-- stand in every captured row text. Also corrects two comments. Rows and columns stay as they are, so nothing is captured anew.

CREATE FUNCTION net_krw(loss) RETURNS bigint
    LANGUAGE sql IMMUTABLE PARALLEL SAFE
    RETURN CASE WHEN ($1).kind = 'compensation_received' THEN -($1).amount_krw ELSE ($1).amount_krw END;
COMMENT ON FUNCTION net_krw IS 'What a position adds to the total of its claim: compensation received is set against the loss.';

CREATE FUNCTION submitted(claim) RETURNS boolean
    LANGUAGE sql IMMUTABLE PARALLEL SAFE
    RETURN ($1).number IS NOT NULL;
COMMENT ON FUNCTION submitted IS 'Whether the claim was handed in once, whatever became of it; before that it is its owner''s alone.';

CREATE FUNCTION erased(claim) RETURNS boolean
    LANGUAGE sql IMMUTABLE PARALLEL SAFE
    RETURN ($1).sealed = '';
COMMENT ON FUNCTION erased IS 'Whether an erasure has emptied the claim: its row is there for the statistics alone.';

COMMENT ON COLUMN claim.account_id IS 'Null once the claim was erased.';
COMMENT ON COLUMN mail.sealed IS 'Sealed document: to, text, token, language; emptied once the mail is sent.';
