//! The settings that are in force, as `config check` prints them: no secret is shown.

use askama::Template;

use crate::config::{Setting, Value};
use crate::http::pages::admin::nav;
use crate::http::pages::browser::Shown;
use crate::http::pages::desk::Section;
use crate::http::pages::layout::Layout;
use crate::http::pages::visit::Visit;

#[derive(Template)]
#[template(path = "admin/settings.html")]
struct Page {
    l: Layout,
    nav: Vec<Section>,
    settings: Vec<Setting>,
}

pub async fn show(visit: Visit) -> Shown {
    let (reader, ()) = visit.look(|_| Ok(())).await?;
    let l = visit.browser.layout(reader);
    visit.browser.show(&Page {
        nav: nav(&l),
        l,
        settings: visit.app.in_force.clone(),
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::config::Source;
    use crate::http::pages::layout::rendered;
    use crate::http::pages::staff::tests::layout;
    use crate::role::Role;
    use crate::text::Language;

    #[test]
    fn a_setting_is_shown_with_its_source_and_a_secret_is_not() {
        let setting = |name: &str, value, source| Setting {
            name: name.into(),
            value,
            source,
        };
        for (language, words) in [
            (
                Language::Korean,
                ["보이지 않음", "정하지 않음", "환경 변수"],
            ),
            (Language::English, ["hidden", "not set", "environment"]),
        ] {
            let l = layout(language, Role::Administrator, "/administration/settings");
            let all = Source::ALL.iter();
            let of_each = all.map(|source| setting("LOG", Value::Shown("info<".into()), *source));
            let others = [
                setting("LOG_KEY", Value::Hidden, Source::Environment),
                setting("PUBLIC_URL", Value::Unset, Source::Default),
            ];
            let page = Page {
                nav: nav(&l),
                settings: of_each.chain(others).collect(),
                l,
            };
            let html = rendered(&page);
            for shown in words
                .into_iter()
                .chain(["info&#60;", "PUBLIC_URL", "LOG_KEY"])
            {
                assert!(html.contains(shown), "{shown}: {html}");
            }
        }
    }
}
