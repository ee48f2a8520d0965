-- Failed sign-ins are counted for each lane: a source, a device that signed in before, a session, so that a stranger who guesses
-- slows strangers and not the owner. A link carries no password any more: who follows it sets one. The counts so far go: they are
-- two days old at most, and belong to no lane.

DELETE FROM sign_in_delay;
ALTER TABLE sign_in_delay ADD COLUMN lane bytea NOT NULL, DROP CONSTRAINT sign_in_delay_pkey, ADD PRIMARY KEY (email_index, lane);
COMMENT ON TABLE sign_in_delay IS 'Failed sign-ins an e-mail address, known or not, and lane; delays, never locks out.';
COMMENT ON COLUMN sign_in_delay.lane IS 'Keyed index of the source, device or session that guessed; empty for all strangers together.';

ALTER TABLE one_time_link DROP COLUMN password_hash;
