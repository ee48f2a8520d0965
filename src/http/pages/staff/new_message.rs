//! Writing to claimants of a case: whom it is for and what it says, then how many it reaches and how
//! they will read it, then it is sent. Nothing that is written stands in the address.

use actix_web::http::StatusCode;
use actix_web::web;
use askama::Template;

use crate::cases::{self, Bilingual, Case};
use crate::db::Write;
use crate::error::Error;
use crate::http::pages::asked::Asked;
use crate::http::pages::browser::Shown;
use crate::http::pages::desk::Section;
use crate::http::pages::form::{Fields, Nothing, Sent, Typed};
use crate::http::pages::layout::Layout;
use crate::http::pages::staff::filter::{self, Choices};
use crate::http::pages::staff::nav;
use crate::http::pages::visit::{Visit, on_to};
use crate::messages::{self, MessageInput};

/// The fields of its words.
const WORDS: [&str; 4] = ["title.ko", "body.ko", "title.en", "body.en"];

#[derive(Template)]
#[template(path = "staff/new_message.html")]
struct Page {
    l: Layout,
    nav: Vec<Section>,
    case: Case,
    choices: Choices,
    fields: Fields,
    /// What would be sent, and to how many; none while something is to be written.
    ready: Option<(MessageInput, i64)>,
}

impl Page {
    fn path(&self) -> String {
        format!("/staff/cases/{}/messages", self.case.code)
    }

    fn said(&self) -> Vec<(String, String)> {
        filter::said(&self.l, filter::given(&self.fields), &self.choices)
    }

    /// What is sent as it was read.
    fn kept(&self) -> impl Iterator<Item = (&str, &str)> {
        let words = WORDS
            .into_iter()
            .map(|name| (name, self.fields.value(name)));
        filter::given(&self.fields).chain(words)
    }
}

/// The message of these fields.
///
/// # Errors
/// `Invalid` where the filter is none.
fn written(fields: &Fields) -> Result<MessageInput, Error> {
    let both = |ko, en| Bilingual {
        ko: fields.value(ko).into(),
        en: fields.value(en).into(),
    };
    Ok(MessageInput {
        filter: filter::of(fields)?,
        title: both("title.ko", "title.en"),
        body: both("body.ko", "body.en"),
    })
}

/// The page of these fields; `done` says whether they were written to the end and have to be right.
async fn page(
    visit: &Visit,
    case: String,
    typed: Typed,
    done: bool,
    error: Option<Error>,
) -> Shown {
    let read = visit.look(move |r| {
        let case = cases::own::get(r, &case)?;
        let fields = Fields::typed(&typed);
        let ready = done.then(|| {
            let input = written(&fields)?;
            input.parse()?;
            let reach = messages::reached(r, case.id, &input.filter)?;
            Ok((input, reach.claims))
        });
        Ok((case, fields, ready.transpose()))
    });
    let (reader, (case, mut fields, ready)) = read.await?;
    let l = visit.browser.layout(reader);
    let mut status = StatusCode::OK;
    let mut refuse = |error: &Error| {
        status = actix_web::ResponseError::status_code(error);
        fields.refuse(l.language, error);
    };
    let ready = match ready {
        Ok(ready) => ready,
        Err(wrong @ Error::Invalid(_)) => {
            refuse(&wrong);
            None
        }
        Err(other) => return Err(other),
    };
    if let (Some(error), true) = (error, ready.is_some()) {
        refuse(&error);
    }
    let page = Page {
        nav: nav(&l, &case),
        choices: Choices::of(&l, &case),
        case,
        fields,
        ready,
        l,
    };
    visit.browser.show_as(status, &page)
}

/// Shows the form, with the filter that the address asks for.
pub async fn show(visit: Visit, case: web::Path<String>, asked: Asked) -> Shown {
    let given = filter::given(&asked.0);
    let given = given.map(|(name, value)| (name.into(), value.into()));
    let typed = Typed(given.collect());
    page(&visit, case.into_inner(), typed, false, None).await
}

/// Counts whom it reaches, and shows it as they will read it.
pub async fn preview(sent: Sent<Nothing>, case: web::Path<String>) -> Shown {
    let typed = sent.typed.clone();
    page(&sent.visit, case.into_inner(), typed, true, None).await
}

/// Sends what was shown.
pub async fn send(sent: Sent<Nothing>, case: web::Path<String>) -> Shown {
    let (named, typed) = (case.clone(), sent.typed.clone());
    let send = move |w: &mut Write| {
        let case = cases::own::get(w, &named)?;
        let input = written(&Fields::typed(&typed))?;
        messages::send(w, case.id, &input)?;
        Ok(on_to(format!("/staff/cases/{}/messages", case.code)))
    };
    match sent.change(send).await {
        Ok(answer) => Ok(answer),
        Err(error @ (Error::Invalid(_) | Error::Conflict(_))) => {
            let typed = sent.typed.clone();
            page(&sent.visit, case.into_inner(), typed, true, Some(error)).await
        }
        Err(error) => Err(error),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::http::pages::layout::rendered;
    use crate::http::pages::staff::tests::layout;
    use crate::role::Role;
    use crate::text::Language;

    fn page(language: Language, fields: Fields, reached: Option<i64>) -> String {
        let l = layout(language, Role::Lawyer, "/staff/cases/outage/messages/new");
        let case = Case::of_test();
        let page = Page {
            nav: nav(&l, &case),
            choices: Choices::of(&l, &case),
            case,
            ready: reached.map(|claims| (written(&fields).unwrap(), claims)),
            fields,
            l,
        };
        rendered(&page)
    }

    const WRITTEN: [(&str, &str); 5] = [
        ("lacking", "use"),
        ("title.ko", "자료 요청"),
        ("body.ko", "첫 줄\n둘째 줄"),
        ("title.en", "Papers wanted"),
        ("body.en", "One line"),
    ];

    #[test]
    fn before_it_is_sent_both_languages_and_the_number_are_read() {
        for language in [Language::Korean, Language::English] {
            let html = page(language, Fields::of_test(&WRITTEN), Some(1234));
            for shown in [
                "1,234",
                "<p class=\"govuk-body\">둘째 줄</p>",
                "Papers wanted",
                "name=\"lacking\" value=\"use\"",
                "action=\"/staff/cases/outage/messages\"",
            ] {
                assert!(html.contains(shown), "{shown}: {html}");
            }
        }
    }

    #[test]
    fn what_reaches_nobody_has_no_button_to_send_it() {
        let sends = "action=\"/staff/cases/outage/messages\"";
        assert!(!page(Language::Korean, Fields::of_test(&WRITTEN), Some(0)).contains(sends));
        assert!(!page(Language::English, Fields::of_test(&[]), None).contains(sends));
    }
}
