//! Forms of those who work in a case.

use super::{REASON, Ready, World, found};
use crate::harness::cluster::CASE;

impl World {
    pub(super) fn of_the_firm(&self, path: &str, email: &str) -> Option<Ready> {
        let claim = self.app.claimant(email).submitted();
        let at = |path: &str| path.replace("{case}", CASE).replace("{claim}", &claim);
        let lawyer = |page: &str, action: &str, fields: &[(&str, &str)]| {
            self.at_desk("lawyer", page, action, fields)
        };
        let claim_page = at("/staff/claims/{claim}");
        let reason: &[(&str, &str)] = &[("reason", REASON)];
        let new_export =
            at("/staff/cases/{case}/exports/new?profile=contact&format=csv&standing=any");
        let exports = at("/staff/cases/{case}/exports");
        let days = |offset| {
            let day = claimant_registry::law::day_in_korea(chrono::Utc::now());
            (day + chrono::Days::new(offset)).to_string()
        };
        let (today, next_week) = (days(0), days(7));
        let notice = [
            ("title.ko", "설명회"),
            ("body.ko", "설명회를 엽니다"),
            ("title.en", "Meeting"),
            ("body.en", "There is a meeting"),
            ("starts_on", &today),
            ("ends_on", &next_week),
        ];
        let written = || {
            let board = at("/staff/cases/{case}/notices");
            let (browser, form) = self.at_desk("paralegal", &board, &board, &notice);
            browser.send(&form).is(200).at
        };
        Some(match path {
            "/staff/cases/{case}/search" => {
                let by = [
                    ("search.field", "phone"),
                    ("search.value", "010-1234-5678"),
                    ("reason", REASON),
                ];
                self.at_desk("paralegal", &at(path), &at(path), &by)
            }
            "/staff/claims/{claim}/disclosures" => {
                self.at_desk("paralegal", &claim_page, &at(path), reason)
            }
            "/staff/claims/{claim}/decisions/{decision}" => {
                let start = at("/staff/claims/{claim}/decisions/start");
                self.at_desk("paralegal", &start, &start, &[])
            }
            "/staff/claims/{claim}/identifications" => {
                let seen = [
                    ("method", "office"),
                    ("identified_on", "2026-11-20"),
                    ("detail", "사무소에서 신분증을 보았습니다"),
                ];
                self.at_desk("paralegal", &at(path), &at(path), &seen)
            }
            "/staff/evidence/{evidence}/checks/{finding}" => {
                let page = self.desks["paralegal"].open(&claim_page).is(200);
                let (_, file) = page.html.split_once("id=\"file-")?;
                let path = format!("/staff/evidence/{}/checks/seen", file.split('"').next()?);
                self.at_desk("paralegal", &path, &path, &[("checked_on", "2026-11-20")])
            }
            "/staff/claims/{claim}/recovery"
            | "/staff/claims/{claim}/recoveries/{recovery}/confirmation"
            | "/staff/claims/{claim}/recoveries/{recovery}/stop" => {
                let page = at("/staff/claims/{claim}/recovery");
                let asked = [
                    ("email", "new@example.com"),
                    ("method", "office"),
                    ("identified_on", "2026-11-20"),
                    ("detail", "사무소에서 신분증을 보았습니다"),
                    ("reason", REASON),
                ];
                let (browser, form) = self.at_desk("paralegal", &page, &page, &asked);
                if path == "/staff/claims/{claim}/recovery" {
                    return Some((browser, form));
                }
                browser.send(&form).is(200);
                let begins = at("/staff/claims/{claim}/recoveries/");
                let ends = path.split_once("{recovery}")?.1;
                let ends = format!("{ends}\"");
                let action = found(&self.desks["lawyer"], &page, &begins, &ends);
                let email = [("email", "new@example.com")];
                let fields = if ends.starts_with("/stop") {
                    &[][..]
                } else {
                    &email[..]
                };
                lawyer(&page, &action, fields)
            }
            "/staff/cases/{case}/entered" => {
                let typed = [
                    ("channel", "desk"),
                    ("received_on", "2026-11-20"),
                    ("claim.party", "person"),
                    ("claim.identity.name", "김하늘"),
                ];
                let page = format!("{}/new", at(path));
                self.at_desk("paralegal", &page, &at(path), &typed)
            }
            "/staff/claims/{claim}/slip" | "/staff/claims/{claim}/papers/{item}" => {
                let staff = self.app.assigned("paralegal", &format!("entering-{email}"));
                let page = path
                    .replace("{claim}", &staff.entered())
                    .replace("{item}", "privacy_optional");
                let scan = "5c".repeat(32);
                let signed = [
                    ("agreed", "yes"),
                    ("signed_name", "김하늘"),
                    ("signed_on", "2026-11-21"),
                    ("scan_sha256", &scan),
                ];
                let typed: &[_] = match path.ends_with("slip") {
                    true => &[],
                    false => &signed,
                };
                self.at_desk("paralegal", &page, &page, typed)
            }
            "/staff/claims/{claim}/losses/{loss}/assessment" => {
                let page = self.desks["paralegal"].open(&claim_page).is(200);
                let (_, loss) = page.html.split_once("id=\"loss-")?;
                let path = at(path).replace("{loss}", loss.split('"').next()?);
                let assessed = [("amount_krw", "80만"), ("reason", REASON)];
                self.at_desk("paralegal", &path, &path, &assessed)
            }
            "/staff/claims/{claim}/hold" => lawyer(&at(path), &at(path), reason),
            "/staff/claims/{claim}/hold/release" => {
                let page = at("/staff/claims/{claim}/hold");
                let (browser, form) = lawyer(&page, &page, reason);
                browser.send(&form).is(200);
                lawyer(&claim_page, &at(path), &[])
            }
            "/staff/cases/{case}/hold" => {
                lawyer(&at("/staff/cases/{case}/holds"), &at(path), reason)
            }
            "/staff/cases/{case}/hold/release" => {
                let page = at("/staff/cases/{case}/holds");
                let held = self.desks["lawyer"]
                    .open(&page)
                    .html
                    .contains("hold/release\"");
                if !held {
                    let (browser, form) = lawyer(&page, &at("/staff/cases/{case}/hold"), reason);
                    browser.send(&form).is(200);
                }
                lawyer(&page, &at(path), &[])
            }
            "/staff/cases/{case}/exports" => lawyer(&new_export, &at(path), reason),
            "/staff/exports/{export}/content" => {
                let (browser, form) = lawyer(&new_export, &exports, reason);
                let made = browser.send(&form).is(200);
                (browser, made.only_form())
            }
            "/staff/cases/{case}/messages" | "/staff/cases/{case}/messages/new" => {
                let write = at("/staff/cases/{case}/messages/new");
                let (browser, form) = lawyer(&write, &write, &notice[..4]);
                if path.ends_with("new") {
                    return Some((browser, form));
                }
                let read = browser.send(&form).is(200);
                (browser, read.form(&at(path)))
            }
            "/staff/cases/{case}/notices" => {
                self.at_desk("paralegal", &at(path), &at(path), &notice)
            }
            "/staff/notices/{notice}" => {
                let page = written();
                self.at_desk("paralegal", &page, &page, &[("title.ko", "설명회 변경")])
            }
            "/staff/notices/{notice}/publication" => {
                let page = written();
                lawyer(&page, &format!("{page}/publication"), &[])
            }
            "/staff/notices/{notice}/ending" => {
                let page = written();
                let (browser, form) = lawyer(&page, &format!("{page}/publication"), &[]);
                browser.send(&form).is(200);
                lawyer(&page, &format!("{page}/ending"), &[])
            }
            _ => return None,
        })
    }
}
