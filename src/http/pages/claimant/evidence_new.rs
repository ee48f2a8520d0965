//! Files are listed. A browser with scripts sends name, size and hash of as many as were chosen;
//! without them the files themselves arrive, and are hashed on the way; whoever computed the hash
//! can write it.

use actix_web::web;
use askama::Template;
use serde::Deserialize;

use crate::cases::{self, Case, OptionKind};
use crate::claims::evidence::{self, EvidenceInput};
use crate::claims::lifecycle::Event;
use crate::claims::losses::{self, Loss};
use crate::claims::{self, Claim};
use crate::db::{Read, Write};
use crate::error::{Error, Fault};
use crate::http::pages::browser::Shown;
use crate::http::pages::claimant::{may, missing, or_now_listed};
use crate::http::pages::form::{Fields, Sent, WithFiles};
use crate::http::pages::layout::Layout;
use crate::http::pages::visit::{Visit, on_to};
use crate::ids::{ClaimId, EvidenceId};
use crate::text;

/// Files, the four fields of each in the same order, and what is said of all of them.
#[derive(Deserialize, Clone, Default)]
#[serde(default)]
pub struct Form {
    file_name: Vec<String>,
    media_type: Vec<String>,
    size_bytes: Vec<String>,
    sha256: Vec<String>,
    taken_on: String,
    note: String,
    loss_id: String,
    no_resident_number: bool,
}

impl Form {
    /// A file each.
    fn inputs(&self, kind: &str) -> Result<Vec<EvidenceInput>, Error> {
        let counts = [&self.media_type, &self.size_bytes, &self.sha256].map(Vec::len);
        if counts.iter().any(|count| *count != self.file_name.len()) {
            return Err(Error::Malformed(400, Fault::new("", "request")));
        }
        if self.file_name.is_empty() {
            return Err(Error::invalid("file", "file-missing"));
        }
        let loss = Some(&self.loss_id).filter(|id| !id.is_empty());
        let loss_id = loss.map(|id| id.parse()).transpose();
        let loss_id = loss_id.map_err(|_| Error::invalid("loss_id", "not-of-claim"))?;
        let input = |n: usize| EvidenceInput {
            kind: kind.into(),
            file_name: self.file_name[n].clone(),
            media_type: self.media_type[n].clone(),
            // what is no number is no size
            size_bytes: self.size_bytes[n].trim().parse().unwrap_or_default(),
            sha256: self.sha256[n].clone(),
            taken_on: Some(self.taken_on.clone()),
            note: Some(self.note.clone()),
            loss_id,
            no_resident_number: self.no_resident_number,
        };
        Ok((0..self.file_name.len()).map(input).collect())
    }
}

/// A file that was read, and waits because something else was wrong.
struct Waiting {
    name: String,
    fields: [(&'static str, String); 4],
}

#[derive(Template)]
#[template(path = "claimant/evidence_new.html")]
struct Page {
    l: Layout,
    claim: Claim,
    case: Case,
    losses: Vec<Loss>,
    kind: String,
    /// The listed file that another one takes the place of.
    replaced: Option<EvidenceId>,
    fields: Fields,
    waiting: Vec<Waiting>,
}

impl Page {
    fn title(&self) -> String {
        missing::name(&self.l, &self.case, OptionKind::Evidence, &self.kind)
    }

    fn hint(&self) -> &str {
        let mut options = self.case.options.iter();
        let kind = options.find(|o| o.kind == OptionKind::Evidence && o.code == self.kind);
        kind.map_or("", |kind| self.l.both(&kind.hint))
    }

    fn losses(&self) -> Vec<(String, String)> {
        let loss = |loss: &Loss| {
            let kind = self.l.of("loss-kind", loss.kind.as_str());
            let words = format!("{kind}, {}", self.l.money(loss.amount_krw.0));
            (loss.id.to_string(), words)
        };
        self.losses.iter().map(loss).collect()
    }

    /// Whether a single file waits, whose fields can be corrected by hand.
    fn by_hand(&self) -> bool {
        self.waiting.len() == 1
    }
}

async fn read(
    visit: &Visit,
    claim: ClaimId,
    kind: impl Fn(&mut Read) -> Result<String, Error> + Send + 'static,
) -> Result<Page, Error> {
    let read = move |r: &mut Read| {
        let claim = claims::get(r, claim)?;
        may(&claim, Event::Evidence)?;
        let (case, kind) = (cases::get(r, claim.case)?, kind(r)?);
        let losses = losses::of_claim(r, claim.id)?;
        let known = case.offers(OptionKind::Evidence, &kind);
        known
            .then_some((claim, case, kind, losses))
            .ok_or(Error::NotFound)
    };
    let (reader, (claim, case, kind, losses)) = visit.look(read).await?;
    Ok(Page {
        l: visit.browser.layout(reader),
        claim,
        case,
        losses,
        kind,
        replaced: None,
        fields: Fields::default(),
        waiting: Vec::new(),
    })
}

/// The fields that every file has.
const OF_FILE: [&str; 4] = ["file_name", "media_type", "size_bytes", "sha256"];

/// Of several files none has fields that an error could lead to: what is wrong with one names it, as
/// `files[3]`, and about a number the box is asked.
fn of_file(n: usize, fault: Fault) -> Fault {
    let field = match fault.code {
        _ if !OF_FILE.contains(&&*fault.field) => return fault,
        "resident-number-like" => "no_resident_number".into(),
        _ => format!("files[{n}]"),
    };
    Fault { field, ..fault }
}

/// Which of several files it is about.
fn number(fault: &Fault) -> Option<usize> {
    let (number, _) = fault.field.strip_prefix("files[")?.split_once(']')?;
    number.parse().ok()
}

fn refused(sent: &Sent<Form>, page: Page, error: Error) -> Shown {
    let form = &sent.value;
    let (unfit, error) = match error {
        Error::Invalid(faults) => {
            let (unfit, rest): (Vec<_>, _) =
                faults.into_iter().partition(|it| number(it).is_some());
            (unfit, Error::Invalid(rest))
        }
        other => (Vec::new(), other),
    };
    let mut refused = sent.refused(error)?;
    for fault in &unfit {
        let name = number(fault).map_or("", |n| form.file_name[n].as_str());
        let words = text::fault(sent.visit.language, fault);
        refused.fields.add_error(format!("{name}: {words}"));
    }
    let waiting = |n: usize| Waiting {
        name: form.file_name[n].clone(),
        fields: [
            ("file_name", form.file_name[n].clone()),
            ("media_type", form.media_type[n].clone()),
            ("size_bytes", form.size_bytes[n].clone()),
            ("sha256", form.sha256[n].clone()),
        ],
    };
    // a file that cannot be listed is named and left out, and where another choice is asked for none
    // waits
    let fits = |n: &usize| unfit.iter().all(|fault| number(fault) != Some(*n));
    let chosen = match refused.fields.error("file") {
        Some(_) => 0,
        None => form.file_name.len(),
    };
    let page = Page {
        waiting: (0..chosen).filter(fits).map(waiting).collect(),
        fields: refused.fields,
        ..page
    };
    sent.visit.browser.show_as(refused.status, &page)
}

pub async fn show(visit: Visit, at: web::Path<(ClaimId, String)>) -> Shown {
    let (claim, kind) = at.into_inner();
    let page = read(&visit, claim, move |_| Ok(kind.clone())).await?;
    visit.browser.show(&page)
}

pub async fn add(sent: WithFiles<Form>, at: web::Path<(ClaimId, String)>) -> Shown {
    let (WithFiles(sent), (claim, kind)) = (sent, at.into_inner());
    let (form, of) = (sent.value.clone(), kind.clone());
    let add = move |w: &mut Write| {
        let (inputs, mut faults) = (form.inputs(&of)?, Vec::new());
        for (n, input) in inputs.iter().enumerate() {
            let more = match evidence::add(w, claim, input) {
                Err(Error::Invalid(more)) if inputs.len() > 1 => more,
                added => added.map(|_| Vec::new())?,
            };
            for fault in more.into_iter().map(|fault| of_file(n, fault)) {
                // what is said of all of them is wrong once
                if !faults.contains(&fault) {
                    faults.push(fault);
                }
            }
        }
        if !faults.is_empty() {
            return Err(Error::Invalid(faults));
        }
        Ok(on_to(format!("/claims/{claim}/evidence")))
    };
    match sent.change(add).await {
        Ok(answer) => Ok(answer),
        Err(error) => {
            let page = read(&sent.visit, claim, move |_| Ok(kind.clone())).await?;
            refused(&sent, page, error)
        }
    }
}

fn kind_of(r: &mut Read, claim: ClaimId, id: EvidenceId) -> Result<String, Error> {
    let mut files = evidence::of_claim(r, claim)?.into_iter();
    let file = files.find(|file| file.id == id);
    file.map(|file| file.kind).ok_or(Error::NotFound)
}

async fn read_replaced(visit: &Visit, claim: ClaimId, id: EvidenceId) -> Result<Page, Error> {
    let page = read(visit, claim, move |r| kind_of(r, claim, id)).await?;
    Ok(Page {
        replaced: Some(id),
        ..page
    })
}

/// Another file in the place of a listed one.
pub async fn show_replacement(visit: Visit, at: web::Path<(ClaimId, EvidenceId)>) -> Shown {
    let shown = async {
        visit
            .browser
            .show(&read_replaced(&visit, at.0, at.1).await?)
    };
    or_now_listed(&visit, at.0, "evidence", shown).await
}

pub async fn replace(sent: WithFiles<Form>, at: web::Path<(ClaimId, EvidenceId)>) -> Shown {
    let (WithFiles(sent), (claim, id)) = (sent, at.into_inner());
    let form = sent.value.clone();
    let replace = move |w: &mut Write| {
        let inputs = form.inputs(&kind_of(w, claim, id)?)?;
        let [input] = inputs.as_slice() else {
            return Err(Error::invalid("file", "file-one"));
        };
        evidence::replace(w, id, input)?;
        Ok(on_to(format!("/claims/{claim}/evidence")))
    };
    let shown = async {
        match sent.change(replace).await {
            Err(error) => refused(&sent, read_replaced(&sent.visit, claim, id).await?, error),
            answer => answer,
        }
    };
    or_now_listed(&sent.visit, claim, "evidence", shown).await
}
