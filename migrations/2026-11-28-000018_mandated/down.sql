DROP FUNCTION mandated(claim);
