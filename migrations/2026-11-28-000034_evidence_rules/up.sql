-- Which evidence a claim needs depends on what was lost, and on who lost it where: a driver without a business has no card sales,
-- and who claims distress alone proves that they used the service and nothing else. Where several kinds prove the same, one of
-- them suffices.

SELECT audit_check('case_option');
ALTER TABLE case_option
    ADD COLUMN heads text[] NOT NULL DEFAULT '{}',
    ADD COLUMN industries text[] NOT NULL DEFAULT '{}',
    ADD COLUMN services text[] NOT NULL DEFAULT '{}',
    ADD COLUMN any_of text NOT NULL DEFAULT '';
ALTER TABLE case_option
    ALTER COLUMN heads DROP DEFAULT, ALTER COLUMN industries DROP DEFAULT, ALTER COLUMN services DROP DEFAULT,
    ALTER COLUMN any_of DROP DEFAULT;
COMMENT ON COLUMN case_option.required IS 'Of a kind of evidence and a consent item: no submission without it, whatever the claim.';
COMMENT ON COLUMN case_option.parties IS 'Of a kind of evidence: demanded of these parties only; empty where any will do.';
COMMENT ON COLUMN case_option.heads IS 'Of a kind of evidence: demanded for these kinds of loss only; empty where any will do.';
COMMENT ON COLUMN case_option.industries IS 'Of a kind of evidence: demanded in these industries only; empty where any will do.';
COMMENT ON COLUMN case_option.services IS 'Of a kind of evidence: demanded where one of these services was used only; empty where any will do.';
COMMENT ON COLUMN case_option.any_of IS 'Of a kind of evidence: its group; of the kinds of a group that are demanded one suffices. Empty for none.';
INSERT INTO audit_column VALUES
    ('case_option', 'heads', 'plain'), ('case_option', 'industries', 'plain'), ('case_option', 'services', 'plain'),
    ('case_option', 'any_of', 'plain');
SELECT audit_snapshot('case_option');
