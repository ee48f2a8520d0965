//! The table of claims: found by number without a reason, by a person with one, filtered, sorted and
//! read on.

use super::{REASON, path, submitted};
use crate::harness::browser::Page;
use crate::harness::cluster::CASE;
use crate::harness::server::App;

fn claims(query: &str) -> String {
    format!("/staff/cases/{CASE}/claims?{query}")
}

#[test]
fn a_number_leads_to_its_claim_and_needs_no_reason() {
    let app = App::start();
    let (claim, number) = submitted(&app, "merchant@example.com");
    let paralegal = app.at_desk("paralegal");
    let found = paralegal.open(&claims(&format!("number={}", number.to_lowercase())));
    assert_eq!(found.is(200).at, path(&claim));
    let lost = paralegal.open(&claims("number=KAKAO-000")).is(200);
    lost.says("오류:").says("id=\"number-error\"");
    paralegal
        .open(&claims("number=A-%00"))
        .is(200)
        .says("id=\"number-error\"");
    assert_eq!(app.count("SELECT count(*) FROM disclosure"), 0);
}

#[test]
fn a_person_is_found_with_a_reason() {
    let app = App::start();
    let (claim, number) = submitted(&app, "merchant@example.com");
    let paralegal = app.at_desk("paralegal");
    let page = paralegal
        .open(&format!("/staff/cases/{CASE}/search"))
        .is(200);
    let nothing = paralegal.send(&page.only_form()).is(422);
    nothing.says("id=\"search-field-error\"");
    let form = nothing.only_form().with("search.field", "phone");
    let form = form.with("search.value", "010 1234 5678");
    let curt = paralegal.send(&form).is(422);
    curt.says("id=\"reason-error\"");
    let found = paralegal
        .send(&curt.only_form().with("reason", REASON))
        .is(200);
    found.says(&number).says("김하늘");
    assert!(!found.at.contains("1234"), "{}", found.at);
    // whom the search has shown is open for a while
    paralegal
        .open(&path(&claim))
        .is(200)
        .says("서울특별시 가상로 1");
    let form = page.only_form().with("search.field", "name");
    let none = form.with("search.value", "박바다").with("reason", REASON);
    paralegal.send(&none).is(200).says("그런 신청이 없습니다");
    // another of the staff has not asked
    let lawyer = app.at_desk("lawyer");
    lawyer.open(&found.at).is(404);
    lawyer
        .open(&path(&claim))
        .is(200)
        .says_not("서울특별시 가상로 1");
}

/// The numbers on a page, from top to bottom.
fn numbers(page: &Page) -> Vec<String> {
    let rows = page.html.split("href=\"/staff/claims/").skip(1);
    let number = |row: &str| row.split(['>', '<']).nth(1).expect("a number").to_owned();
    rows.map(number).collect()
}

fn link(page: &Page, rel: &str) -> Option<String> {
    let (before, _) = page.html.split_once(&format!("\" rel=\"{rel}\""))?;
    let (_, to) = before.rsplit_once("href=\"")?;
    Some(to.replace("&#38;", "&").replace("&amp;", "&"))
}

#[test]
fn a_table_is_read_on_and_back_in_every_order() {
    let app = App::start();
    let (claim, _) = submitted(&app, "merchant@example.com");
    let summed = "SELECT count(*) FROM claim c
                  WHERE total_krw = (SELECT sum(l.net_krw) FROM loss l WHERE l.claim_id = c.id)";
    assert_eq!(app.count(summed), 1);
    // as many as fill two pages, and one more
    app.sql(&format!(
        "INSERT INTO claim (id, case_id, number, status, party, regions, industries, sealed, commitments,
                            version, created_at, updated_at, submitted_at)
         SELECT gen_random_uuid(), case_id, regexp_replace(number, '-[0-9]+-', '-' || (900000 + n) || '-'), status, party,
                '{{jeju}}', industries, sealed, commitments, version, created_at, updated_at, submitted_at
         FROM claim, generate_series(1, 100) n WHERE id = '{claim}'"
    ));
    app.sql("UPDATE claim c SET total_krw = 1 + (c.submission % 7) WHERE 'jeju' = ANY (c.regions)");
    let desk = app.at_desk("paralegal");
    for order in ["oldest", "newest", "amount"] {
        let first = desk.open(&claims(&format!("order={order}"))).is(200);
        first.says("찾은 신청 101건");
        assert!(link(&first, "prev").is_none());
        let mut pages = vec![first];
        while let Some(next) = link(pages.last().expect("one at least"), "next") {
            pages.push(desk.open(&next).is(200));
        }
        let read: Vec<Vec<String>> = pages.iter().map(numbers).collect();
        assert_eq!(
            read.iter().map(Vec::len).collect::<Vec<_>>(),
            [50, 50, 1],
            "{order}"
        );
        let mut all = read.concat();
        all.sort();
        all.dedup();
        assert_eq!(all.len(), 101, "{order}: each once");
        let back = link(&pages[2], "prev").expect("there is one before");
        let back = desk.open(&back).is(200);
        assert_eq!(numbers(&back), read[1], "{order}");
        let back = desk
            .open(&link(&back, "prev").expect("and one before"))
            .is(200);
        assert_eq!(numbers(&back), read[0], "{order}");
        assert!(link(&back, "prev").is_none(), "{order}");
    }
    let oldest = numbers(&desk.open(&claims("order=oldest")));
    assert_eq!(
        numbers(&desk.open(&claims("order=newest&region=seoul"))),
        oldest[..1]
    );
    assert_eq!(
        numbers(&desk.open(&claims("order=amount")))[0],
        oldest[0],
        "the largest"
    );
    desk.open(&claims("region=jeju&status=submitted&service=alimtalk"))
        .is(200)
        .says("찾은 신청 0건");
    desk.open(&claims(
        "submitted_from=2001-01-01&submitted_until=2001-01-01",
    ))
    .is(200)
    .says("찾은 신청 0건");
    let wrong = desk
        .open(&claims("submitted_from=soon&industry=piracy"))
        .is(200);
    wrong
        .says("id=\"submitted_from-error\"")
        .says("value=\"soon\"");
    desk.open(&claims("industry=piracy"))
        .is(200)
        .says("id=\"industry-error\"");
}

#[test]
fn of_thousands_those_of_a_period_are_found_in_every_order() {
    let app = App::start();
    let (claim, _) = submitted(&app, "merchant@example.com");
    // one a minute, and what comes later amounts to more
    app.sql(&format!(
        "INSERT INTO claim (id, case_id, number, status, party, regions, industries, sealed, commitments,
                            version, created_at, updated_at, submitted_at, total_krw)
         SELECT gen_random_uuid(), case_id, 'KKO-' || 100000 + n || '-A', status, party, '{{jeju}}', industries,
                sealed, commitments, version, created_at, updated_at, timestamptz '2023-01-01 00:00+09' + n * interval '1 minute', n
         FROM claim, generate_series(0, 5 * 1440 - 1) n WHERE id = '{claim}'"
    ));
    let desk = app.at_desk("paralegal");
    let shown = |query: &str| {
        let page = desk.open(&claims(query)).is(200);
        let shown = numbers(&page);
        let [first, .., last] = &shown[..] else {
            panic!("{query}: {}", page.html)
        };
        let number = |number: &String| number[4..10].parse::<u32>().expect("a number") - 100_000;
        (number(first), number(last), page)
    };
    // of two days in the middle, and of one, which are few
    for (until, count, last) in [("03", "2,880", 3 * 1440 - 1), ("02", "1,440", 2 * 1440 - 1)] {
        let days = format!("submitted_from=2023-01-02&submitted_until=2023-01-{until}&region=jeju");
        for (order, first, fiftieth) in [
            ("oldest", 1440, 1440 + 49),
            ("newest", last, last - 49),
            ("amount", last, last - 49),
        ] {
            let (from, to, page) = shown(&format!("{days}&order={order}"));
            page.says(&format!("찾은 신청 {count}건"));
            assert_eq!((from, to), (first, fiftieth), "{order} {until}");
            assert_eq!(link(&page, "prev"), None, "{order}");
            let next = desk
                .open(&link(&page, "next").expect("there are more"))
                .is(200);
            assert_eq!(numbers(&next).len(), 50, "{order}");
        }
    }
    let oldest = desk.open(&claims("order=oldest"));
    assert_eq!(numbers(&oldest).len(), 50);
    oldest.says("찾은 신청 7,201건");
}

#[test]
fn whoever_works_through_a_list_goes_on_to_the_next_and_back_to_the_same_list() {
    let app = App::start();
    let (first, _) = submitted(&app, "first@example.com");
    let (second, _) = submitted(&app, "second@example.com");
    let (third, _) = submitted(&app, "third@example.com");
    app.sql(&format!(
        "UPDATE claim SET regions = '{{jeju}}' WHERE id = '{second}'"
    ));
    let desk = app.at_desk("paralegal");
    let list = claims("status=submitted&region=seoul&order=newest");
    let table = desk.open(&list).is(200);
    let along = "?status=submitted&#38;region=seoul&#38;order=newest";
    table.says(&format!("href=\"{}{along}\"", path(&third)));
    let along = along.replace("&#38;", "&");
    let last = desk.open(&format!("{}{along}", path(&third))).is(200);
    assert_eq!(link(&last, "prev"), None, "the newest stands first");
    // a claim that was decided fits no longer, and keeps its place in the list
    let start = desk.open(&format!("{}/decisions/start{along}", path(&third)));
    let begun = desk.send(&start.is(200).only_form()).is(200);
    assert_eq!(begun.at, format!("{}{along}", path(&third)));
    let next = link(&begun, "next").expect("there is one more");
    assert_eq!(next, format!("{}{along}", path(&first)));
    let next = desk.open(&next).is(200);
    next.says(&format!(
        "/staff/cases/{CASE}/claims{}",
        along.replace('&', "&#38;")
    ));
    assert_eq!((link(&next, "next"), link(&next, "prev")), (None, None));
    // opening an identity loses the list as little
    let form = next.form(&format!("{}/disclosures{along}", path(&first)));
    let opened = desk.send(&form.with("reason", REASON)).is(200);
    assert_eq!(opened.at, format!("{}{along}#identity", path(&first)));
    // whoever came by the number has no list
    let alone = desk.open(&path(&first)).is(200);
    alone.says(&format!("href=\"/staff/cases/{CASE}/claims\""));
    assert_eq!(link(&alone, "next"), None);
    desk.open(&format!("{}?order=oldest&industry=piracy", path(&first)))
        .is(200);
}
