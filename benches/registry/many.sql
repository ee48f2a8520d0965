-- A case of many claims, as it lies in the database after a month of intake: what people have in common is mixed like people
-- are. `drawn` holds the numbers that were drawn. Foreign keys and capture are off; the rows are right by the way in which
-- they are made.

SET session_replication_role = replica;
SET work_mem = '256MB';
SET jit = off;
SELECT setseed(0.5);

-- Of a hundred or so, how many.
CREATE TEMP TABLE mix AS
SELECT ARRAY(SELECT code FROM (VALUES ('submitted', 40), ('under_review', 20), ('accepted', 32), ('rejected', 3), ('withdrawn', 5))
             v (code, share), generate_series(1, share)) AS statuses,
       ARRAY(SELECT code FROM (VALUES ('gyeonggi', 52), ('seoul', 38), ('busan', 13), ('gyeongnam', 12), ('incheon', 11),
                 ('gyeongbuk', 10), ('daegu', 9), ('chungnam', 8), ('jeonbuk', 7), ('jeonnam', 7), ('chungbuk', 6), ('gangwon', 6),
                 ('gwangju', 6), ('daejeon', 6), ('ulsan', 4), ('jeju', 3), ('sejong', 2))
             v (code, share), generate_series(1, share)) AS regions,
       ARRAY(SELECT code FROM (VALUES ('restaurant', 48), ('nail-hair', 40), ('cafe', 24), ('regional-taxi', 20),
                 ('delivery-agency', 14), ('side-dish', 12), ('education', 10), ('cake-maker', 9), ('interior', 7), ('other', 6),
                 ('gift-voucher', 4), ('channel-operator', 3), ('event-goods', 2), ('rental', 1))
             v (code, share), generate_series(1, share)) AS industries;
-- How likely each is named, and listed. What a submission demands was taken off again by few.
CREATE TEMP TABLE named (service text, share float);
INSERT INTO named VALUES ('talk-channel', 0.6), ('talk-message', 0.55), ('alimtalk', 0.35), ('kakao-pay', 0.18), ('channel-ads', 0.12),
    ('gift', 0.09), ('kakao-t', 0.09), ('kakao-map', 0.06), ('daum-mail', 0.03), ('kakao-login', 0.02), ('melon', 0.01), ('other', 0.01);
CREATE TEMP TABLE listed (kind text, share float);
INSERT INTO listed VALUES ('service-use', 0.998), ('sales-loss', 0.999), ('business-registration', 0.8), ('bank-book', 0.6),
    ('small-merchant', 0.45), ('refund-record', 0.12), ('substitute-cost', 0.06), ('compensation', 0.04), ('ad-spend', 0.03), ('other', 0.1);

-- They come in the order of their numbers, some days after they began; a tenth as many have only begun.
CREATE TEMP TABLE came AS
SELECT place, number, account, begun, submitted, (lpad(to_hex((extract(epoch FROM begun) * 1000)::bigint), 12, '0')
           || '7' || substr(md5(account::text), 1, 3) || '8' || substr(md5(account::text), 4, 15))::uuid AS id,
       CASE WHEN number IS NULL THEN 'draft' ELSE status END AS status, region, industry
FROM (SELECT place, number, gen_random_uuid() AS account, came.submitted - random() * interval '5 days' AS begun, came.submitted,
             statuses[1 + floor(random() * cardinality(statuses))::int] AS status,
             regions[1 + floor(random() * cardinality(regions))::int] AS region,
             industries[1 + floor(random() * cardinality(industries))::int] AS industry
      FROM mix, (SELECT count(*) AS count FROM drawn) numbers,
           generate_series(1, count + count / 10) place LEFT JOIN drawn USING (place),
           LATERAL (SELECT now() - interval '30 days' * (1 - least(place, count)::float / count) AS submitted) came) people;

INSERT INTO account (id, role, state, email_index, sealed, commitments, password_hash, password_changed_at, created_at)
SELECT account, 'claimant', 'active', sha256(uuid_send(account)), decode(repeat(md5(place::text), 5), 'hex'),
       jsonb_build_object('email', encode(sha256(uuid_send(id)), 'hex')), '', begun, begun
FROM came;

INSERT INTO claim_service (id, claim_id, case_id, service, paid)
SELECT gen_random_uuid(), came.id, c.id, service, random() < 0.3
FROM came, court_case c, named WHERE random() + 0 * place < share;
INSERT INTO claim_service (id, claim_id, case_id, service, paid)
SELECT gen_random_uuid(), came.id, c.id, 'talk-channel', false
FROM came, court_case c WHERE NOT EXISTS (SELECT FROM claim_service s WHERE s.claim_id = came.id);

INSERT INTO loss (id, claim_id, case_id, kind, class, amount_krw, from_on, until_on, sealed, commitments, created_at)
SELECT gen_random_uuid(), came.id, c.id, kind, 'ordinary', (1000 * floor(20 * exp(4 * random()) * part))::bigint + 1000, '2022-10-15',
       '2022-10-19', decode(repeat(md5(place::text), 6), 'hex'), jsonb_build_object('note', encode(sha256(uuid_send(account)), 'hex')), begun
FROM came, court_case c, (VALUES ('sales', 1.0, 1.0), ('refunds', 0.2, 0.3), ('compensation_received', 0.15, 0.05)) v (kind, share, part)
WHERE random() + 0 * place < share;

INSERT INTO evidence (id, claim_id, case_id, kind, media_type, size_bytes, sha256, sealed, commitments, created_at, ended_at)
SELECT gen_random_uuid(), came.id, c.id, kind, 'image/png', 1000 + floor(random() * 5000000)::bigint,
       sha256(uuid_send(gen_random_uuid())), decode(repeat(md5(place::text), 6), 'hex'),
       jsonb_build_object('file_name', encode(sha256(uuid_send(account)), 'hex')), begun,
       CASE WHEN random() < 0.02 AND file > 1 THEN submitted END
FROM came, court_case c, listed, generate_series(1, 2) file WHERE random() + 0 * place < share / (file * file * file);

INSERT INTO claim (id, case_id, account_id, number, status, party, regions, industries, sealed, commitments, name_index,
                   phone_index, version, created_at, updated_at, submitted_at, total_krw, plausible_krw, ended_at, lacking, services)
SELECT came.id, c.id, account, number, status, CASE WHEN place % 20 = 0 THEN 'corporation' ELSE 'person' END, ARRAY[region],
       ARRAY[industry], decode(repeat(md5(place::text), 25), 'hex'), jsonb_build_object('name', hash, 'birth_date', hash, 'phone', hash,
           'address', hash), sha256(place::text::bytea), sha256(uuid_send(account)), 3, begun, submitted,
       CASE WHEN number IS NOT NULL THEN submitted END, krw, krw,
       CASE WHEN status IN ('rejected', 'withdrawn') THEN submitted END,
       ARRAY(SELECT code FROM case_option o WHERE o.kind = 'evidence' AND code <> ALL (coalesce(kinds, '{}')) ORDER BY position),
       ARRAY(SELECT service FROM claim_service s WHERE s.claim_id = came.id ORDER BY service)
FROM came CROSS JOIN court_case c CROSS JOIN LATERAL (SELECT encode(sha256(uuid_send(account)), 'hex') AS hash) hashed
     JOIN (SELECT l.claim_id, sum(l.net_krw) AS krw FROM loss l GROUP BY l.claim_id) losses ON losses.claim_id = came.id
     LEFT JOIN (SELECT claim_id, array_agg(kind) AS kinds FROM evidence WHERE ended_at IS NULL GROUP BY claim_id) files
         ON files.claim_id = came.id;

-- Of a hundred claims one also has its consents and reviews: one whose page is looked at.
INSERT INTO consent (id, claim_id, case_id, text_id, item, agreed, signature_method, powers, sealed, commitments, answered_at)
SELECT gen_random_uuid(), came.id, t.case_id, t.id, item, true, 'typed_name', '{}', decode(repeat(md5(place::text), 35), 'hex'),
       jsonb_build_object('statement', encode(sha256(uuid_send(account)), 'hex')), begun
FROM came, consent_text t WHERE t.language = 'ko' AND place % 100 = 0;
INSERT INTO review (id, claim_id, case_id, account_id, decision, sealed, commitments, created_at)
SELECT gen_random_uuid(), came.id, c.id, a.id, decision, '', '', submitted
FROM came, court_case c, (SELECT id FROM account WHERE role = 'lawyer' LIMIT 1) a,
     (VALUES ('start', 'under_review'), ('start', 'accepted'), ('accept', 'accepted'), ('start', 'rejected'), ('reject', 'rejected'))
     v (decision, of)
WHERE of = status AND place % 100 = 0;
