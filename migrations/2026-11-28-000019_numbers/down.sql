DROP FUNCTION draw_claim_number(bigint);
