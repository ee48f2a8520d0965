//! Who signed, for whom, in which capacity, how they were identified, and which powers that gives:
//! as a signed statement says it, and as a manifest does. web/verify/signed.js says the same.

use serde_json::Value;

use super::{Statement, named, written};
use crate::audit::verify::receipt::manifest::{self, Manifest};
use crate::text::{Language, harmless};

/// A line of the statement: its key, and what is put in.
type Line = (&'static str, Vec<(&'static str, String)>);

/// What a business is said to be.
const OF_BUSINESS: [&str; 2] = ["industry", "region"];

/// What a loss is said to be beside the words of its line.
const OF_LOSS: [&str; 6] = [
    "business",
    "form",
    "implausible",
    "method",
    "release",
    "service",
];

/// What a signed statement says. What is not there, as in older ones, is passed over.
fn of_statement(language: Language, said: &Value) -> Vec<Line> {
    let mut lines: Vec<Line> = Vec::new();
    let (party, signatory, mandate) = (&said["party"], &said["signatory"], &said["mandate"]);
    if let Some(kind) = party["kind"].as_str() {
        lines.push(for_party(language, kind, party["name"].as_str()));
    }
    if let Some(capacity) = signatory["capacity"].as_str() {
        let capacity = named(language, "capacity", capacity);
        lines.push(("receipt-signed-capacity", vec![("capacity", capacity)]));
    }
    for (key, line) in [
        ("office", "receipt-signed-office"),
        ("share", "receipt-signed-share"),
    ] {
        let value = signatory[key].as_str();
        lines.extend(value.map(|value| (line, vec![(key, harmless(value))])));
    }
    let known = said["identification"].as_array().into_iter().flatten();
    lines.extend(known.filter_map(|one| identified(language, one)));
    lines.extend(on_paper(&said["paper"]));
    for counsel in mandate["counsel"].as_array().into_iter().flatten() {
        if let (Some(name), Some(registration)) =
            (counsel["name"].as_str(), counsel["registration"].as_str())
        {
            let args = vec![
                ("name", harmless(name)),
                ("registration", harmless(registration)),
            ];
            lines.push(("receipt-signed-counsel", args));
        }
    }
    if let Some(instance) = mandate["instance"].as_str() {
        let instance = named(language, "instance", instance);
        lines.push(("receipt-signed-instance", vec![("instance", instance)]));
    }
    lines.extend(powers(language, &mandate["powers"]));
    let stated = said["power"].as_str();
    lines.extend(stated.and_then(|power| answer(language, power, &said["granted"])));
    lines
}

fn for_party(language: Language, kind: &str, name: Option<&str>) -> Line {
    let party = ("party", named(language, "party", kind));
    match name {
        Some(name) => (
            "receipt-signed-party",
            vec![("name", harmless(name)), party],
        ),
        None => ("receipt-signed-party-unnamed", vec![party]),
    }
}

fn identified(language: Language, one: &Value) -> Option<Line> {
    let method = named(language, "identified", one["method"].as_str()?);
    let on = harmless(one["on"].as_str()?);
    Some((
        "receipt-signed-identified",
        vec![("method", method), ("on", on)],
    ))
}

/// On which paper somebody signed, and who put it on record.
fn on_paper(paper: &Value) -> Option<Line> {
    let said = |key: &str| paper[key].as_str().map(harmless);
    let args = vec![
        ("on", said("signed_on")?),
        ("scan", said("scan_sha256")?),
        ("by", said("recorded_by")?),
    ];
    Some(("receipt-signed-paper", args))
}

/// Each power with yes or no.
fn powers(language: Language, powers: &Value) -> Vec<Line> {
    let powers = powers.as_object().into_iter().flatten();
    let lines = powers.filter_map(|(power, given)| answer(language, power, given));
    lines.collect()
}

fn answer(language: Language, power: &str, given: &Value) -> Option<Line> {
    let line = match given.as_bool()? {
        true => "receipt-signed-power-yes",
        false => "receipt-signed-power-no",
    };
    Some((line, vec![("power", named(language, "power", power))]))
}

impl Statement {
    /// What a signed statement says of who signed; nothing where it says nothing.
    pub(super) fn signed(&mut self, said: &Value) {
        let lines = of_statement(self.language, said);
        if !lines.is_empty() {
            self.line("receipt-signed", &[]);
        }
        self.lines(lines);
    }

    fn lines(&mut self, lines: impl IntoIterator<Item = Line>) {
        for (key, args) in lines {
            self.line(key, &args);
        }
    }

    /// The party of a manifest, who signs for it, and how they were identified.
    pub(super) fn signing(&mut self, manifest: &Manifest) {
        let (said, language) = (&manifest.said, self.language);
        let kind = said["party"].as_str().unwrap_or_default();
        let name = opened(manifest, &said["identity"]);
        self.lines([for_party(language, kind, name)]);
        self.values(manifest, &said["identity"]);
        self.identifications(manifest, &Value::Null);
        for signatory in manifest::list(said, "signatories") {
            let line = match signatory["own"] == true {
                true => "receipt-signed-here",
                false => "receipt-signed-link",
            };
            let capacity = signatory["capacity"].as_str().unwrap_or_default();
            self.line(line, &[("capacity", named(language, "capacity", capacity))]);
            self.values(manifest, &signatory["commitments"]);
            self.identifications(manifest, &signatory["id"]);
        }
    }

    fn identifications(&mut self, manifest: &Manifest, of: &Value) {
        let known = manifest::list(&manifest.said, "identification");
        for one in known.filter(|one| one["signatory"] == *of) {
            self.lines(identified(self.language, one));
            self.values(manifest, &one["commitments"]);
        }
    }

    /// Who gave an answer that a manifest names, and the powers that counsel has by it.
    pub(super) fn answered(&mut self, manifest: &Manifest, consent: &Value) {
        let (said, language) = (&manifest.said, self.language);
        if let Some(id) = consent.get("signatory") {
            let mut signatories = manifest::list(said, "signatories");
            let (id, capacity, sealed) = match signatories.find(|one| one["id"] == *id) {
                None => (&said["claim"], "self", &said["identity"]),
                Some(one) => (
                    id,
                    one["capacity"].as_str().unwrap_or_default(),
                    &one["commitments"],
                ),
            };
            let name = opened(manifest, sealed).map_or_else(|| written(id), harmless);
            let capacity = named(language, "capacity", capacity);
            self.line(
                "receipt-signed-by",
                &[("name", name), ("capacity", capacity)],
            );
        }
        self.lines(powers(language, &consent["powers"]));
    }

    /// What was stated on powers after the mandate.
    pub(super) fn stated(&mut self, manifest: &Manifest) {
        for stated in manifest::list(&manifest.said, "powers") {
            let line = match stated["granted"] == true {
                true => "receipt-signed-given",
                false => "receipt-signed-taken",
            };
            let power = stated["power"].as_str().unwrap_or_default();
            let power = named(self.language, "power", power);
            self.line(line, &[("power", power)]);
            self.values(manifest, &stated["commitments"]);
        }
    }

    /// The businesses of the party.
    pub(super) fn businesses(&mut self, manifest: &Manifest) {
        for business in manifest::list(&manifest.said, "businesses") {
            self.line(
                "receipt-handed-in-business",
                &[("id", written(&business["id"]))],
            );
            self.values_of(business, &OF_BUSINESS);
            self.values(manifest, &business["commitments"]);
        }
    }

    /// How a loss was arrived at, and what else it is said to be.
    pub(super) fn of_loss(&mut self, loss: &Value) {
        self.values_of(loss, &OF_LOSS);
    }

    fn values_of(&mut self, one: &Value, keys: &[&str]) {
        for key in keys.iter().filter(|key| !one[**key].is_null()) {
            self.value(key, written(&one[*key]));
        }
    }
}

/// The name among these commitments, where it is shown.
pub(super) fn opened<'m>(manifest: &'m Manifest, commitments: &'m Value) -> Option<&'m str> {
    let mut shown = manifest.values(commitments).into_iter();
    let name = shown.find(|(field, _)| *field == "name");
    name.map(|(_, name)| name)
}
