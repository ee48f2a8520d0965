//! Every page that changes something leaves its entry: its form is found where people find it, filled
//! in and sent.

mod firm;

use std::collections::BTreeMap;

use actix_web::http::Method;
use serde_json::json;

use super::{attributed, leaves};
use crate::harness::browser::{Browser, Form};
use crate::harness::caller::{Caller, PASSWORD};
use crate::harness::claims::{answer_body, recovery_body};
use crate::harness::cluster::CASE;
use crate::harness::gateway::Gateway;
use crate::harness::provider::PROVIDER;
use crate::harness::routes;
use crate::harness::server::App;

const NEW_PASSWORD: &str = "지붕 위의 노란 우산 8개";
const REASON: &str = "서류를 확인하기 위해서";

/// People whose forms are sent.
struct World {
    app: App,
    gateway: Gateway,
    desks: BTreeMap<&'static str, Browser>,
}

/// Whoever sends a form, and the form filled in.
type Ready = (Browser, Form);

/// The form of a page that goes to `action`, with these fields filled in.
fn filled(browser: &Browser, page: &str, action: &str, fields: &[(&str, &str)]) -> Form {
    let form = browser.open(page).is(200).form(action);
    let fill = |form: Form, (name, value): &(&str, &str)| form.with(name, value);
    fields.iter().fold(form, fill)
}

/// The address of the account, session or file that a page leads to.
fn found(browser: &Browser, page: &str, begins: &str, ends: &str) -> String {
    let html = browser.open(page).is(200).html;
    let mut rest = html.split(begins).skip(1);
    let id = rest.find_map(|rest| Some(rest.split_once(ends)?.0).filter(|id| id.len() == 36));
    format!("{begins}{}{ends}", id.expect("it is there")).replace('"', "")
}

impl World {
    fn new() -> Self {
        let gateway = Gateway::answering(204);
        let app = App::with(&[PROVIDER, gateway.settings()].concat());
        let desks = ["paralegal", "lawyer", "auditor", "administrator"];
        let desks = desks.map(|role| (role, app.at_desk(role)));
        let desks = desks.into();
        Self {
            app,
            gateway,
            desks,
        }
    }

    fn stranger(&self) -> Browser {
        Browser::at(&self.app.url)
    }

    /// A claimant who has signed in, and who can also call the API.
    fn claimant(&self, email: &str) -> (Browser, Caller) {
        let caller = self.app.claimant(email);
        let browser = self.stranger();
        browser.sign_in(email, PASSWORD);
        (browser, caller)
    }

    /// A recovery of the account of a claim, which two of staff agreed to; returns its id.
    fn recovery(&self, claim: &str) -> String {
        let page = format!("/staff/claims/{claim}/recovery");
        let new = format!("new-{claim}@example.com");
        let asked = recovery_body(&new);
        let text = |field: &str| asked[field].as_str().expect("a text");
        let fields = ["email", "method", "identified_on", "detail", "reason"];
        let fields = fields.map(|field| (field, text(field)));
        let (browser, form) = self.at_desk("paralegal", &page, &page, &fields);
        browser.send(&form).is(200);
        let begins = format!("/staff/claims/{claim}/recoveries/");
        let confirm = found(&self.desks["lawyer"], &page, &begins, "/confirmation\"");
        let (browser, form) = self.at_desk("lawyer", &page, &confirm, &[("email", &new)]);
        browser.send(&form).is(200);
        let id = confirm.split('/').nth(5).expect("it is there");
        id.into()
    }

    /// The code of a slip for a claim that staff entered.
    fn slip(&self) -> String {
        let email = format!(
            "entering{}@example.com",
            crate::harness::caller::fresh_key()
        );
        let staff = self.app.assigned("paralegal", &email);
        staff.slip(&staff.entered())
    }

    /// The form that goes there, sent by whoever works at that desk.
    fn at_desk(&self, role: &str, page: &str, action: &str, fields: &[(&str, &str)]) -> Ready {
        let browser = self.desks[role].clone();
        let form = filled(&browser, page, action, fields);
        (browser, form)
    }

    /// The form of that route; `None` where the walk does not know it.
    fn ready(&self, path: &str) -> Option<Ready> {
        let email = format!("walk{}@example.com", path.replace(['/', '{', '}'], "-"));
        let begins = |prefixes: &[&str]| prefixes.iter().any(|prefix| path.starts_with(prefix));
        if begins(&["/claims/", "/cases/"]) {
            return self.of_a_claim(path, &email);
        }
        if begins(&["/staff/"]) {
            return self.of_the_firm(path, &email);
        }
        if begins(&["/administration", "/audit"]) {
            return self.of_the_house(path, &email);
        }
        self.of_an_account(path, &email)
    }

    fn of_an_account(&self, path: &str, email: &str) -> Option<Ready> {
        let asks = |page: &str| {
            let browser = self.stranger();
            let form = filled(&browser, page, page, &[("email", email)]);
            (browser, form)
        };
        let link = |page: &str| {
            let (browser, form) = asks(page);
            browser.send(&form).is(200);
            let page = format!("{page}/{}", self.app.mailed_token(email));
            let form = filled(&browser, &page, &page, &[("password", NEW_PASSWORD)]);
            (browser, form)
        };
        Some(match path {
            "/registration" => asks(path),
            "/registration/code" => {
                let (browser, form) = asks("/registration");
                let sent = browser.send(&form).is(200);
                let mail = self.app.mail_text(email);
                let mut words = mail.split(|letter: char| !letter.is_ascii_digit());
                let code = words.find(|word| word.len() == 6).expect("six digits");
                (
                    browser,
                    sent.form(path)
                        .with("code", code)
                        .with("password", PASSWORD),
                )
            }
            "/signatures/{token}"
            | "/signatures/{token}/{item}"
            | "/signatures/{token}/identity/provider" => {
                let (_, caller) = self.claimant(email);
                let token = self.app.asked_to_sign(&caller, "guardian@example.com");
                if path == "/signatures/{token}" {
                    let signed = format!("/api/v1/signatures/{token}/consents");
                    let answer = answer_body(&caller.consent_text("mandate"), true, "최후견");
                    self.app
                        .anybody()
                        .json("POST", &signed, &[], answer)
                        .is(204);
                    let page = format!("/signatures/{token}");
                    let browser = self.stranger();
                    let form = filled(&browser, &page, &page, &[("signed_name", "최후견")]);
                    return Some((browser, form));
                }
                let browser = self.stranger();
                if path.ends_with("/provider") {
                    let page = format!("/signatures/{token}");
                    let action = path.replace("{token}", &token);
                    let form = filled(&browser, &page, &action, &[]);
                    return Some((browser, form));
                }
                let page = format!("/signatures/{token}/privacy_optional");
                let typed = [("agreed", "yes"), ("signed_name", "최후견")];
                let form = filled(&browser, &page, &page, &typed);
                (browser, form)
            }
            "/recoveries/{token}" => {
                let (_, caller) = self.claimant(email);
                self.recovery(&caller.submitted());
                let page = format!("/recoveries/{}", self.app.mailed_token(email));
                let browser = self.stranger();
                let form = filled(&browser, &page, &page, &[]);
                (browser, form)
            }
            "/registration/{token}" => link("/registration"),
            "/password-reset" => {
                self.app.claimant(email);
                asks(path)
            }
            "/password-reset/{token}" => {
                self.app.claimant(email);
                link("/password-reset")
            }
            "/sign-in" => {
                self.app.claimant(email);
                let typed = [("email", email), ("password", PASSWORD)];
                let browser = self.stranger();
                let form = filled(&browser, path, path, &typed);
                (browser, form)
            }
            "/slip" => {
                let code = self.slip();
                let browser = self.stranger();
                let form = filled(&browser, path, path, &[("code", &code)]);
                (browser, form)
            }
            "/account/address" | "/account/address/code" => {
                let code = self.slip();
                let browser = self.stranger();
                let slip = filled(&browser, "/slip", "/slip", &[("code", &code)]);
                browser.send(&slip).is(200);
                let page = "/account/address";
                let form = filled(&browser, page, page, &[("email", email)]);
                if path == page {
                    return Some((browser, form));
                }
                let sent = browser.send(&form).is(200);
                let mail = self.app.mail_text(email);
                let mut words = mail.split(|letter: char| !letter.is_ascii_digit());
                let code = words.find(|word| word.len() == 6).expect("six digits");
                let form = sent.form(path).with("code", code);
                (browser, form.with("password", PASSWORD))
            }
            "/verify/number" => {
                let (browser, caller) = self.claimant(email);
                let claim = caller.submitted();
                let shown = caller.get(&format!("/api/v1/claims/{claim}")).json();
                let number = shown["number"].as_str()?;
                let submission = browser.open(&format!("/claims/{claim}/submission")).is(200);
                let (_, code) = submission.html.split_once("app-check-code\">")?;
                let code = &code[.."0000 0000 0000 0000".len()];
                let typed = [("number", number), ("code", code)];
                let form = filled(&browser, path, path, &typed);
                (browser, form)
            }
            _ => {
                let (browser, _) = self.claimant(email);
                let (page, action, fields) = match path {
                    "/sign-out" => ("/account", path.into(), vec![]),
                    "/account/sessions/end" => ("/account", path.into(), vec![]),
                    "/account/sessions/{session}/end" => {
                        let action = found(&browser, "/account", "/account/sessions/", "/end\"");
                        ("/account", action, vec![])
                    }
                    "/account/password" => {
                        let typed = vec![("current", PASSWORD), ("new", NEW_PASSWORD)];
                        (path, path.into(), typed)
                    }
                    "/account/erasure" => (path, path.into(), vec![("password", PASSWORD)]),
                    _ => return None,
                };
                let form = filled(&browser, page, &action, &fields);
                (browser, form)
            }
        })
    }

    fn of_a_claim(&self, path: &str, email: &str) -> Option<Ready> {
        let (browser, caller) = self.claimant(email);
        let case = |path: &str| path.replace("{case}", CASE);
        if path == "/cases/{case}/claims" {
            let form = filled(&browser, "/claims", &case(path), &[]);
            return Some((browser, form));
        }
        if path == "/cases/{case}/checklist" {
            let form = filled(
                &browser,
                &case(path),
                &case(path),
                &[("services", "alimtalk")],
            );
            return Some((browser, form));
        }
        if path.starts_with("/claims/{claim}/signatories") {
            let (claim, guardian) = caller.draft_for_ward("guardian@example.com");
            let page = format!("/claims/{claim}/signatories");
            let action = path
                .replace("{claim}", &claim)
                .replace("{signatory}", &guardian);
            let typed = [
                ("capacity", "guardian"),
                ("name", "김하늘"),
                ("own", "true"),
            ];
            let typed = if path.ends_with("signatories") {
                &typed[..]
            } else {
                &[]
            };
            let form = filled(&browser, &page, &action, typed);
            return Some((browser, form));
        }
        if path.starts_with("/claims/{claim}/phone-code") {
            let claim = caller.draft();
            let page = format!("/claims/{claim}/signatories");
            let action = format!("/claims/{claim}/phone-code");
            let form = filled(&browser, &page, &action, &[]);
            if path.ends_with("/phone-code") {
                return Some((browser, form));
            }
            let typed = browser.send(&form).is(200);
            let form = typed.form(&format!("{action}/confirmation"));
            return Some((browser, form.with("code", &self.gateway.code())));
        }
        if path == "/claims/{claim}/identity" {
            let claim = caller.submitted();
            let page = format!("/claims/{claim}/signatories");
            let action = format!("/claims/{claim}/identity");
            let form = filled(&browser, &page, &action, &[]);
            return Some((browser, form));
        }
        if path == "/claims/{claim}/recoveries/{recovery}/stop" {
            let claim = caller.submitted();
            let recovery = self.recovery(&claim);
            let action = format!("/claims/{claim}/recoveries/{recovery}/stop");
            let form = filled(&browser, &format!("/claims/{claim}"), &action, &[]);
            return Some((browser, form));
        }
        if path.ends_with("/objection") {
            let claim = caller.submitted();
            let records = format!("/api/v1/claims/{claim}/identifications");
            let seen = json!({"method": "office", "identified_on": "2026-11-20", "detail": "사무소에서 신분증을 보았습니다"});
            let lawyer = self.app.assigned("lawyer", "identifying@example.com");
            lawyer.post(&records, seen).is(201);
            let page = format!("/claims/{claim}/signatories");
            let action = found(
                &browser,
                &page,
                &format!("/claims/{claim}/identifications/"),
                "/objection\"",
            );
            let form = filled(&browser, &page, &action, &[]);
            return Some((browser, form));
        }
        let claim = caller.draft();
        let at = |path: &str| path.replace("{claim}", &claim);
        let one = |of: &str, ends: &str| {
            let list = at(&format!("/claims/{{claim}}/{of}"));
            found(&browser, &list, &format!("{list}/"), ends)
        };
        let business = [("region", "jeju"), ("industry", "cafe")];
        let loss = [
            ("amount_krw", "1000000"),
            ("class", "ordinary"),
            ("method", "estimate"),
        ];
        let (page, fields): (String, &[(&str, &str)]) = match path {
            "/claims/{claim}/questions/{question}" => {
                let phone = &[("identity.phone", "010-9876-5432")];
                (at("/claims/{claim}/questions/phone"), phone)
            }
            "/claims/{claim}/businesses/new" => (at("/claims/{claim}/businesses/new"), &business),
            "/claims/{claim}/businesses/{business}" => (one("businesses", "\""), &business),
            "/claims/{claim}/businesses/{business}/removal" => {
                (one("businesses", "/removal\""), &[])
            }
            "/claims/{claim}/losses/comparison" => {
                let page = at("/claims/{claim}/losses/new/sales");
                let weeks = [
                    ("weeks.outage.sales_krw", "100"),
                    ("weeks.compared.sales_krw", "200"),
                    ("weeks.compared.from_on", "2022-10-01"),
                ];
                let mut form = filled(&browser, &page, &page, &weeks);
                form.action = at(path);
                return Some((browser, form));
            }
            "/claims/{claim}/losses/new/{kind}" => (at("/claims/{claim}/losses/new/sales"), &loss),
            "/claims/{claim}/losses/{loss}" => (one("losses", "\""), &loss),
            "/claims/{claim}/losses/{loss}/removal" => (one("losses", "/removal\""), &[]),
            "/claims/{claim}/evidence/new/{kind}"
            | "/claims/{claim}/evidence/{evidence}/replacement" => {
                let page = if path.ends_with("replacement") {
                    one("evidence", "/replacement\"")
                } else {
                    at("/claims/{claim}/evidence/new/other")
                };
                let mut form = browser.open(&page).is(200).form(&page);
                form.fields.retain(|(name, _)| name.starts_with("form-"));
                let file = form
                    .with("file_name", "매출.txt")
                    .with("media_type", "text/plain")
                    .with("size_bytes", "2000")
                    .with("sha256", &"5".repeat(64));
                return Some((browser, file));
            }
            "/claims/{claim}/evidence/{evidence}/removal" => (one("evidence", "/removal\""), &[]),
            "/claims/{claim}/consents/{item}" => {
                let answer = &[("agreed", "yes"), ("signed_name", "김하늘")];
                (at("/claims/{claim}/consents/privacy_optional"), answer)
            }
            "/claims/{claim}/consents/{item}/withdrawal" => {
                (at("/claims/{claim}/consents/mandate/withdrawal"), &[])
            }
            "/claims/{claim}/reaffirmation" => (at(path), &[("signed_name", "김하늘")]),
            "/claims/{claim}/powers/{power}" => (
                at("/claims/{claim}/powers/appeal"),
                &[("signed_name", "김하늘")],
            ),
            "/claims/{claim}/submission" => {
                let form = filled(&browser, &at("/claims/{claim}/check"), &at(path), &[]);
                return Some((browser, form));
            }
            "/claims/{claim}/withdrawal" | "/claims/{claim}/erasure" => (at(path), &[]),
            _ => return None,
        };
        let form = filled(&browser, &page, &page, fields);
        Some((browser, form))
    }

    fn of_the_house(&self, path: &str, email: &str) -> Option<Ready> {
        if path == "/audit/verification" {
            return Some(self.at_desk("auditor", path, path, &[]));
        }
        if path == "/administration/mails/{mail}/retry" {
            let action = path.replace("{mail}", &self.app.failed_mail());
            return Some(self.at_desk("administrator", "/administration/mails", &action, &[]));
        }
        let invited = || {
            let page = "/administration/accounts/new";
            let typed = [("email", email), ("name", "박사무"), ("role", "paralegal")];
            self.at_desk("administrator", page, "/administration/accounts", &typed)
        };
        if path == "/administration/accounts" {
            return Some(invited());
        }
        let (browser, form) = invited();
        let account = browser.send(&form).is(200).at;
        let action = path
            .replace("/administration/accounts/{account}", &account)
            .replace("{case}", CASE);
        let fields: &[(&str, &str)] = match path.rsplit('/').next()? {
            "role" => &[("role", "lawyer")],
            "state" | "end" | "join" => &[],
            "leave" => {
                let join = action.replace("leave", "join");
                browser
                    .send(&filled(&browser, &account, &join, &[]))
                    .is(200);
                &[]
            }
            _ => return None,
        };
        let form = filled(&browser, &account, &action, fields);
        Some((browser, form))
    }
}

#[test]
fn every_form_leaves_what_the_table_says() {
    let world = World::new();
    let forms = routes::pages().filter(|route| route.method == Method::POST);
    for route in forms {
        let (browser, form) = world
            .ready(&route.path)
            .unwrap_or_else(|| panic!("the walk does not know {}", route.path));
        let answer = browser.post(&form);
        let taken = matches!(answer.status, 200 | 303);
        assert!(taken, "{}: {} {}", route.path, answer.status, answer.html);
        leaves(&world.app, route, &answer.headers["x-request-id"]);
    }
    attributed(&world.app);
}
