//! Making an export: what it is for, with its columns, and whose claims it reaches, with their
//! number, before anybody gives the reason. What was chosen stands in the address; the reason never
//! does.

use actix_web::http::StatusCode;
use actix_web::web;
use askama::Template;

use crate::cases::{self, Case};
use crate::db::{Read, Write};
use crate::disclosures::request::DisclosureInput;
use crate::disclosures::{self, Standing};
use crate::error::{Error, Fault};
use crate::exports::{Format, Profile};
use crate::http::pages::asked::{Asked, address};
use crate::http::pages::browser::Shown;
use crate::http::pages::desk::Section;
use crate::http::pages::form::{Fields, Nothing, Sent, Typed};
use crate::http::pages::layout::Layout;
use crate::http::pages::staff::filter::{self, Choices};
use crate::http::pages::staff::nav;
use crate::http::pages::visit::{Visit, on_to};
use crate::ids::ClaimId;
use crate::input::Faults;

#[derive(Template)]
#[template(path = "staff/new_export.html")]
struct Page {
    l: Layout,
    nav: Vec<Section>,
    case: Case,
    choices: Choices,
    fields: Fields,
    /// What was chosen and how many claims it reaches; none while something is to be chosen.
    reach: Option<Reach>,
}

struct Reach {
    profile: Profile,
    format: Format,
    claims: i64,
}

impl Page {
    fn path(&self) -> String {
        format!("/staff/cases/{}/exports/new", self.case.code)
    }

    /// Claims that were ticked in the table.
    fn named(&self) -> Vec<&str> {
        self.fields.all("claims").collect()
    }

    fn profiles(&self) -> Vec<(String, String)> {
        let choice = |profile: &Profile| {
            let code = profile.as_str();
            (code.into(), self.l.of("profile", code))
        };
        Profile::ALL.iter().map(choice).collect()
    }

    fn formats(&self) -> Vec<(String, String)> {
        let choice = |format: &Format| {
            let code = format.as_str();
            (code.into(), self.l.of("staff-format", code))
        };
        Format::ALL.iter().map(choice).collect()
    }

    fn standings(&self) -> Vec<(String, String)> {
        let choice = |standing: &Standing| {
            let code = standing.as_str();
            (code.into(), self.l.of("staff-standing", code))
        };
        Standing::ALL.iter().map(choice).collect()
    }

    fn said(&self) -> Vec<(String, String)> {
        filter::said(&self.l, filter::given(&self.fields), &self.choices)
    }

    /// The choice once more, to change it.
    fn change(&self) -> String {
        let kept = ["standing"].map(|name| (name, self.fields.value(name)));
        let named = self.fields.all("claims").map(|claim| ("claims", claim));
        let chosen = filter::given(&self.fields).chain(kept);
        address(&self.path(), chosen.chain(named))
    }
}

/// What was chosen.
struct Chosen {
    profile: Profile,
    format: Format,
    standing: Option<Standing>,
    input: DisclosureInput,
}

/// Reads the choice out of the fields, and the reason where it stands there.
fn chosen(fields: &Fields) -> Result<Chosen, Error> {
    let filter = filter::of(fields)?;
    let mut faults = Faults::default();
    let missing = |field: &'static str| move |_| Fault::new(field, "choice-missing");
    let profile = faults.take(fields.value("profile").parse().map_err(missing("profile")));
    let format = faults.take(fields.value("format").parse().map_err(missing("format")));
    let standing = faults.optional(
        Some(fields.value("standing")).filter(|s| !s.is_empty()),
        |code| code.parse().map_err(missing("standing")),
    );
    let claims: Result<Vec<ClaimId>, _> = fields.all("claims").map(str::parse).collect();
    let claims = faults.take(claims.map_err(|_| Fault::new("", "id")));
    let (profile, format, standing, claims) = faults.finish((profile, format, standing, claims))?;
    let named = !claims.is_empty();
    Ok(Chosen {
        profile,
        format,
        standing,
        input: DisclosureInput {
            reason: fields.value("reason").into(),
            filter: (!named).then_some(filter),
            claims: named.then_some(claims),
            search: None,
            no_resident_number: fields.has("no_resident_number", "true"),
        },
    })
}

fn reach(r: &mut Read, case: &Case, fields: &Fields) -> Result<Reach, Error> {
    let Chosen {
        profile,
        format,
        standing,
        input,
    } = chosen(fields)?;
    let (selection, standing) = input.parse_reach(standing)?;
    let claims = disclosures::reached(r, case.id, &selection, standing)?;
    format.holds(i32::try_from(claims).unwrap_or(i32::MAX))?;
    Ok(Reach {
        profile,
        format,
        claims,
    })
}

/// The page of these fields; `asked` says whether something was chosen that has to be right.
async fn page(
    visit: &Visit,
    case: String,
    typed: Typed,
    asked: bool,
    error: Option<Error>,
) -> Shown {
    let read = visit.look(move |r| {
        let case = cases::own::get(r, &case)?;
        let fields = Fields::typed(&typed);
        let reach = asked.then(|| reach(r, &case, &fields)).transpose();
        Ok((case, fields, reach))
    });
    let (reader, (case, mut fields, reach)) = read.await?;
    let l = visit.browser.layout(reader);
    let mut status = StatusCode::OK;
    let reach = match reach.map_err(filter::fault_of_page) {
        Ok(reach) => reach,
        Err(wrong @ (Error::Invalid(_) | Error::Conflict(_))) => {
            fields.refuse(l.language, &wrong);
            None
        }
        Err(other) => return Err(other),
    };
    if let Some(error) = error.map(of_the_whole) {
        status = actix_web::ResponseError::status_code(&error);
        fields.refuse(l.language, &error);
    }
    let page = Page {
        nav: nav(&l, &case),
        choices: Choices::of(&l, &case),
        case,
        fields,
        reach,
        l,
    };
    visit.browser.show_as(status, &page)
}

/// A claim that was ticked in the table has no field here that an error could lead to.
fn of_the_whole(error: Error) -> Error {
    match error {
        Error::Malformed(status, fault) => {
            let field = String::new();
            Error::Malformed(status, Fault { field, ..fault })
        }
        other => other,
    }
}

pub async fn show(visit: Visit, case: web::Path<String>, asked: Asked) -> Shown {
    let Asked(fields) = asked;
    let chosen = ["profile", "format", "counted"];
    let counted = chosen.iter().any(|name| !fields.value(name).is_empty());
    let typed = Typed(fields.shown().cloned().collect());
    page(&visit, case.into_inner(), typed, counted, None).await
}

/// Makes the export that was counted. What was chosen is read out of the fields, as for counting.
pub async fn make(sent: Sent<Nothing>, case: web::Path<String>) -> Shown {
    let named = case.clone();
    let typed = sent.typed.clone();
    let make = move |w: &mut Write| {
        let case = cases::id(w, &named)?;
        let account = w.account()?;
        let Chosen {
            profile,
            format,
            standing,
            input,
        } = chosen(&Fields::typed(&typed))?;
        let request = input.parse_export(standing)?;
        let file = Some((profile, format));
        let id = disclosures::make(w, account, case, file, &request)?;
        Ok(on_to(format!("/staff/exports/{id}")))
    };
    match sent.change(make).await {
        Ok(answer) => Ok(answer),
        Err(error @ (Error::Invalid(_) | Error::Conflict(_) | Error::Malformed(404, _))) => {
            let typed = Typed(sent.typed.again().cloned().collect());
            page(&sent.visit, case.into_inner(), typed, true, Some(error)).await
        }
        Err(error) => Err(error),
    }
}
