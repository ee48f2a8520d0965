//! Every page answers every role as the table says.

use claimant_registry::role::Role;

use crate::harness::browser::Browser;
use crate::harness::caller::PASSWORD;
use crate::harness::cluster::CASE;
use crate::harness::gateway::Gateway;
use crate::harness::provider::PROVIDER;
use crate::harness::routes;
use crate::harness::server::App;

#[test]
fn every_page_asks_for_the_roles_of_the_table() {
    let gateway = Gateway::answering(204);
    let app = App::with(&[PROVIDER, gateway.settings()].concat());
    app.claimant("claimant@example.com");
    let unknown = "0190a3c1-0000-7000-8000-000000000000";
    for role in Role::ALL {
        let browser = Browser::at(&app.url);
        let email = format!("{}@example.com", role.as_str());
        let password = match role {
            Role::Claimant => PASSWORD.into(),
            role => app.staff_password(role.as_str(), &email),
        };
        browser.sign_in(&email, &password);
        let token = browser.open("/account").form("/sign-out");
        for route in routes::pages() {
            let Some(roles) = route.roles.filter(|roles| !roles.contains(role)) else {
                continue;
            };
            let mut path = route.path.replace("{case}", CASE);
            for (part, some) in [
                ("kind", "sales"),
                ("item", "mandate"),
                ("power", "settlement"),
                ("receipt", "1"),
            ] {
                path = path.replace(&format!("{{{part}}}"), some);
            }
            while let Some((before, rest)) = path.split_once('{') {
                let after = rest.split_once('}').map_or("", |(_, after)| after);
                path = format!("{before}{unknown}{after}");
            }
            for (of, known) in [
                ("questions", "name"),
                ("decisions", "start"),
                ("entries", "0"),
                ("checks", "seen"),
            ] {
                path = path.replace(&format!("{of}/{unknown}"), &format!("{of}/{known}"));
            }
            let answer = if route.method == "GET" {
                browser.once("GET", &path, String::new())
            } else {
                let mut form = token.clone();
                form.action = path.clone();
                browser.post(&form)
            };
            let what = format!("{} {} {path} {roles:?}", role.as_str(), route.method);
            assert_eq!(answer.status, 403, "{what}: {}", answer.html);
        }
    }
}

#[test]
fn every_page_that_is_not_for_everybody_asks_strangers_to_sign_in() {
    let app = App::start();
    for route in routes::pages().filter(|route| route.roles.is_some() && route.method == "GET") {
        let path = route.path.replace(['{', '}'], "");
        let answer = Browser::at(&app.url).once("GET", &path, String::new());
        assert!(
            matches!(answer.status, 303 | 404),
            "{path}: {}",
            answer.status
        );
    }
}
