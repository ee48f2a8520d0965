//! The messages to claimants of a case: what was written, to whom, and how many it reached.

use actix_web::web;
use askama::Template;

use crate::cases::{self, Case};
use crate::http::pages::asked::{Asked, address};
use crate::http::pages::browser::Shown;
use crate::http::pages::desk::Section;
use crate::http::pages::layout::Layout;
use crate::http::pages::staff::filter::{self, Choices};
use crate::http::pages::staff::nav;
use crate::http::pages::visit::Visit;
use crate::ids::MessageId;
use crate::messages::{self, SentMessage};
use crate::role::Role;

/// Messages a page.
const MOST: i64 = 25;

#[derive(Template)]
#[template(path = "staff/messages.html")]
struct Page {
    l: Layout,
    nav: Vec<Section>,
    case: Case,
    choices: Choices,
    sent: Vec<SentMessage>,
}

impl Page {
    fn path(&self) -> String {
        format!("/staff/cases/{}/messages", self.case.code)
    }

    fn writes(&self) -> bool {
        self.l.role == Some(Role::Lawyer)
    }

    /// To whom one went, in words.
    fn to(&self, sent: &SentMessage) -> String {
        let stored = filter::stored(&self.l, &sent.filter);
        let given = stored.iter().map(|(name, value)| (*name, value.as_str()));
        let said = filter::said(&self.l, given, &self.choices).into_iter();
        let lines: Vec<String> = said
            .map(|(name, value)| format!("{name}: {value}"))
            .collect();
        if lines.is_empty() {
            self.l.t("message-to-all")
        } else {
            lines.join(" · ")
        }
    }

    /// The page that goes on after a full one.
    fn later(&self) -> Option<String> {
        let full = self.sent.len() as i64 >= MOST;
        let last = self.sent.last().filter(|_| full)?.message.id.to_string();
        Some(address(&self.path(), [("after", last.as_str())]))
    }
}

pub async fn show(visit: Visit, case: web::Path<String>, asked: Asked) -> Shown {
    let after: Option<MessageId> = asked.0.value("after").parse().ok();
    let read = visit.look(move |r| {
        let case = cases::own::get(r, &case)?;
        let sent = messages::list(r, case.id, after, MOST)?;
        Ok((case, sent))
    });
    let (reader, (case, sent)) = read.await?;
    let l = visit.browser.layout(reader);
    visit.browser.show(&Page {
        nav: nav(&l, &case),
        choices: Choices::of(&l, &case),
        case,
        sent,
        l,
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::cases::Bilingual;
    use crate::claims::{Filter, Status};
    use crate::http::pages::layout::rendered;
    use crate::http::pages::staff::tests::layout;
    use crate::input::Time;
    use crate::messages::Message;
    use crate::text::Language;

    fn page(language: Language, role: Role, sent: Vec<SentMessage>) -> String {
        let l = layout(language, role, "/staff/cases/outage/messages");
        let case = Case::of_test();
        let page = Page {
            nav: nav(&l, &case),
            choices: Choices::of(&l, &case),
            case,
            sent,
            l,
        };
        rendered(&page)
    }

    fn sent(filter: Filter) -> SentMessage {
        let both = |ko: &str, en: &str| Bilingual {
            ko: ko.into(),
            en: en.into(),
        };
        SentMessage {
            message: Message {
                id: MessageId::new(),
                title: both("자료 요청", "Papers wanted"),
                body: both("첫 줄\n<b>둘째</b> 줄", "One line"),
                by: "김변호".into(),
                created_at: "2026-11-28T03:00:00Z".parse().unwrap(),
            },
            filter,
            members: 1234,
        }
    }

    #[test]
    fn a_message_says_whom_it_was_for_and_how_many_it_reached() {
        let filter = Filter {
            status: Some(Status::UnderReview),
            lacking: Some("use".into()),
            submitted_until: Time::new("2026-11-01T15:00:00Z".parse().unwrap()),
            ..Filter::default()
        };
        let korean = page(
            Language::Korean,
            Role::Paralegal,
            vec![sent(filter.clone())],
        );
        for shown in [
            "1,234",
            "검토 중",
            "이용 자료",
            "2026년 11월 2일 00:00",
            "&#60;b&#62;둘째",
            "Papers wanted",
        ] {
            assert!(korean.contains(shown), "{shown}: {korean}");
        }
        let english = page(Language::English, Role::Lawyer, vec![sent(filter)]);
        assert!(english.contains("Under review") && english.contains("Proof of use"));
        let all = page(
            Language::English,
            Role::Lawyer,
            vec![sent(Filter::default())],
        );
        assert!(all.contains("Everybody"), "{all}");
    }

    #[test]
    fn only_a_lawyer_is_led_to_writing_one() {
        let way = "href=\"/staff/cases/outage/messages/new\"";
        assert!(page(Language::Korean, Role::Lawyer, Vec::new()).contains(way));
        assert!(!page(Language::Korean, Role::Paralegal, Vec::new()).contains(way));
    }
}
