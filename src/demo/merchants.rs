//! Draws synthetic merchants from the tables in merchants.toml.

mod parties;

use std::collections::BTreeMap;

use rand::RngExt;
use rand::rngs::StdRng;
use serde::Deserialize;

use crate::cases::{IdentificationMethod, Power};
use crate::claims::evidence::EvidenceInput;
use crate::claims::evidence::checks::{EvidenceChannel, Finding};
use crate::claims::identity::IdentityInput;
use crate::claims::losses::weeks::{WeekInput, WeeksInput};
use crate::claims::losses::{
    CompensationForm, LossClass, LossInput, LossKind, LossMethod, Release,
};
use crate::claims::signatories::SignatoryInput;
use crate::claims::{BusinessInput, ClaimInput, Party, Region, ServiceUse};
use crate::error::Error;
use crate::input::{Amount, Email, Sha256};
use crate::law::{BusinessNumber, CorporationNumber};

/// Code of the industry whose members often work without a registered business.
const DRIVER: &str = "regional-taxi";

/// The tables in merchants.toml.
#[derive(Deserialize)]
pub struct Merchants {
    pub seed: u64,
    pub count: usize,
    amount_step: i64,
    name_suffix: String,
    business_suffix: String,
    phone_prefix: String,
    email_domain: String,
    surnames: Vec<String>,
    given: Vec<String>,
    streets: Vec<String>,
    regions: Vec<WeightedRegion>,
    foreseeability: Vec<String>,
    release_terms: Vec<String>,
    assessments: Vec<String>,
    identifications: BTreeMap<IdentificationMethod, String>,
    evidence_files: BTreeMap<String, Vec<File>>,
    industries: Vec<Industry>,
}

#[derive(Deserialize)]
struct WeightedRegion {
    code: Region,
    name: crate::cases::Bilingual,
    weight: u32,
}

#[derive(Deserialize)]
struct File {
    name: String,
    media: String,
    services: Vec<String>,
}

#[derive(Deserialize)]
struct Industry {
    code: String,
    weight: u32,
    paid_percent: u32,
    exclude_regions: Vec<Region>,
    services: Vec<String>,
    businesses: Vec<String>,
    foreseeability: Vec<String>,
    losses: Vec<TypicalLoss>,
}

#[derive(Deserialize)]
struct TypicalLoss {
    kind: LossKind,
    class: LossClass,
    low: i64,
    high: i64,
    percent: u32,
    notes: Vec<String>,
    /// In what compensation was received, by its note.
    #[serde(default)]
    forms: Vec<CompensationForm>,
}

/// How far a claim comes.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Fate {
    Draft,
    Submitted,
    UnderReview,
    Accepted,
    Rejected,
    Withdrawn,
}

/// A synthetic merchant with everything they would enter.
pub struct Merchant {
    /// The name of whoever signs in the account.
    pub signs_as: String,
    pub email: Email,
    pub claim: ClaimInput,
    /// Who signs for a party that does not sign itself, whoever has the account first.
    pub signatories: Vec<SignatoryInput>,
    pub losses: Vec<LossInput>,
    /// What the firm takes the first loss to be, and why.
    pub assessed: Option<(i64, String)>,
    pub evidence: Vec<EvidenceInput>,
    pub agrees_to_optional: bool,
    pub powers: BTreeMap<Power, bool>,
    /// A power that is given or taken back after the claim was accepted.
    pub restated: Option<Power>,
    /// How staff identified whoever signs in the account, and what shows it.
    pub identified: Option<(IdentificationMethod, String)>,
    /// Whether the claimant says that this never took place.
    pub objects: bool,
    /// What the firm found of the first file, in order, and by which way it came.
    pub found: &'static [Finding],
    pub channel: EvidenceChannel,
    /// Whether they lost their mailbox: another address waits for the second member of staff.
    pub loses_mailbox: bool,
    pub fate: Fate,
}

impl Merchant {
    /// Where mails about the claim go.
    pub fn mailboxes(&self) -> Result<Vec<Email>, Error> {
        let others = self
            .signatories
            .iter()
            .filter_map(|one| one.email.as_deref());
        let others = others.map(|email| Ok(Email::parse("email", email)?));
        std::iter::once(Ok(self.email.clone()))
            .chain(others)
            .collect()
    }
}

fn pick<'t, T>(rng: &mut StdRng, from: &'t [T]) -> &'t T {
    &from[rng.random_range(0..from.len())]
}

fn weighted<'t, T>(rng: &mut StdRng, from: &'t [T], weight: impl Fn(&T) -> u32) -> &'t T {
    let mut left = rng.random_range(0..from.iter().map(&weight).sum::<u32>());
    from.iter()
        .find(|item| {
            let hit = left < weight(item);
            left = left.saturating_sub(weight(item));
            hit
        })
        .unwrap_or(&from[0])
}

/// The first service of the industry and some of the others, some of them paid for.
fn services(industry: &Industry, rng: &mut StdRng) -> Vec<ServiceUse> {
    let named: Vec<&String> = industry
        .services
        .iter()
        .enumerate()
        .filter(|(i, _)| *i == 0 || rng.random_range(0..100) < 55)
        .map(|(_, service)| service)
        .collect();
    let used = |service: &String| ServiceUse {
        service: service.clone(),
        paid: rng.random_range(0..100) < industry.paid_percent,
    };
    named.into_iter().map(used).collect()
}

/// Some claims that were handed in or accepted have sent a file; one sent another one.
fn found(n: usize) -> &'static [Finding] {
    match n % 20 {
        _ if n == 40 => &[Finding::Received, Finding::Differs],
        3 => &[Finding::Received, Finding::Seen],
        0 | 8 | 18 => &[Finding::Received],
        _ => &[],
    }
}

/// What the firm needs is given by everybody, the rest by some.
fn powers(rng: &mut StdRng) -> BTreeMap<Power, bool> {
    let needed = [Power::Settlement, Power::SubCounsel];
    let given = |power: &Power| {
        let given = needed.contains(power) || rng.random_range(0..100) < 40;
        (*power, given)
    };
    Power::ALL.iter().map(given).collect()
}

impl Merchants {
    pub fn read() -> Result<Self, Error> {
        toml::from_str(include_str!("merchants.toml")).map_err(Error::internal)
    }

    /// The `n`-th merchant.
    pub fn draw(&self, n: usize, rng: &mut StdRng) -> Merchant {
        let industry = weighted(rng, &self.industries, |industry| industry.weight);
        let region = loop {
            let region = weighted(rng, &self.regions, |region| region.weight);
            if !industry.exclude_regions.contains(&region.code) {
                break region;
            }
        };
        let name = self.name(rng);
        let services = services(industry, rng);
        let mut identity = self.identity(&name, n, region, rng);
        let business = self.business(n, industry, region, rng);
        let mut businesses = vec![business];
        let mut losses = self.losses(industry, &services, rng);
        let assessed = self.assessed(n, &mut losses[0], rng);
        let mut parts = (&mut identity, &mut businesses[0]);
        let signatories = parties::represent(self, n, &mut parts, rng);
        let evidence = self.evidence(&businesses[0], industry, &services, n, rng);
        if n % 30 == 6 {
            businesses.push(self.second(industry, rng));
        }
        let claim = ClaimInput {
            party: parties::party(n),
            identity,
            address_hidden: n % 47 == 8,
            businesses,
            services,
        };
        let fate = match n % 20 {
            1 | 11 => Fate::Draft,
            2 | 7 | 12 => Fate::UnderReview,
            3 | 8 | 13 | 18 => Fate::Accepted,
            4 => Fate::Rejected,
            5 => Fate::Withdrawn,
            _ => Fate::Submitted,
        };
        let email = format!("claimant-{n:03}@{}", self.email_domain);
        let email = Email::parse("email", &email).expect("the domain in merchants.toml is one");
        Merchant {
            signs_as: signatories.first().map_or(name, |own| own.name.clone()),
            email,
            claim,
            signatories,
            losses,
            assessed,
            evidence,
            agrees_to_optional: rng.random_range(0..100) < 60,
            powers: powers(rng),
            restated: (n % 60 == 18).then_some(Power::Withdrawal),
            identified: self.identified(n),
            objects: n == 43,
            found: found(n),
            channel: EvidenceChannel::ALL[n % EvidenceChannel::ALL.len()],
            loses_mailbox: n == 3,
            fate,
        }
    }

    fn name(&self, rng: &mut StdRng) -> String {
        let (surname, given) = (pick(rng, &self.surnames), pick(rng, &self.given));
        format!("{surname}{given}{}", self.name_suffix)
    }

    /// Staff identified some of those whose claims are accepted.
    fn identified(&self, n: usize) -> Option<(IdentificationMethod, String)> {
        let method = match n % 60 {
            3 | 43 => IdentificationMethod::Call,
            8 => IdentificationMethod::Office,
            13 | 53 => IdentificationMethod::SealCertificate,
            _ => return None,
        };
        Some((method, self.identifications[&method].clone()))
    }

    fn identity(
        &self,
        name: &str,
        n: usize,
        region: &WeightedRegion,
        rng: &mut StdRng,
    ) -> IdentityInput {
        let (year, month, day) = (
            rng.random_range(1955..2002),
            rng.random_range(1..13),
            rng.random_range(1..29),
        );
        let (street, house) = (pick(rng, &self.streets), rng.random_range(1..400));
        let corporation = parties::party(n) == Party::Corporation;
        let number = rng.random_range(110_111_000_000..110_112_000_000);
        let number = CorporationNumber::from_first_twelve(number);
        IdentityInput {
            name: Some(name.into()),
            birth_date: Some(format!("{year}-{month:02}-{day:02}")),
            phone: Some(format!("{}{n:04}", self.phone_prefix)),
            address: Some(format!("{} {street} {house}", region.name.ko)),
            corporation_number: corporation.then(|| number.to_string()),
        }
    }

    fn business(
        &self,
        n: usize,
        industry: &Industry,
        region: &WeightedRegion,
        rng: &mut StdRng,
    ) -> BusinessInput {
        let business = pick(rng, &industry.businesses);
        let number = BusinessNumber::from_first_nine(rng.random_range(100_000_000..1_000_000_000));
        // many drivers have no registered business
        let registered = industry.code != DRIVER
            || parties::party(n) == Party::Corporation
            || n.is_multiple_of(2);
        BusinessInput {
            id: None,
            name: registered.then(|| format!("{business}{}", self.business_suffix)),
            number: registered.then(|| number.to_string()),
            region: Some(region.code),
            industry: Some(industry.code.clone()),
        }
    }

    /// Another shop of the same trade.
    fn second(&self, industry: &Industry, rng: &mut StdRng) -> BusinessInput {
        let business = pick(rng, &industry.businesses);
        let number = BusinessNumber::from_first_nine(rng.random_range(100_000_000..1_000_000_000));
        BusinessInput {
            id: None,
            name: Some(format!("{business} 2호점{}", self.business_suffix)),
            number: Some(number.to_string()),
            region: Some(pick(rng, &self.regions).code),
            industry: Some(industry.code.clone()),
        }
    }

    fn losses(
        &self,
        industry: &Industry,
        services: &[ServiceUse],
        rng: &mut StdRng,
    ) -> Vec<LossInput> {
        let mut losses = Vec::new();
        for (i, typical) in industry.losses.iter().enumerate() {
            if i > 0 && rng.random_range(0..100) >= typical.percent {
                continue;
            }
            let basis = if rng.random_range(0..2) == 0 {
                pick(rng, &self.foreseeability)
            } else {
                pick(rng, &industry.foreseeability)
            };
            let amount =
                rng.random_range(typical.low..=typical.high) / self.amount_step * self.amount_step;
            let note = rng.random_range(0..typical.notes.len());
            let method = *pick(rng, typical.kind.methods());
            let from_on = match typical.kind {
                // paid for in the weeks before
                LossKind::Advertising => format!("2022-10-{:02}", rng.random_range(1..15)),
                _ => "2022-10-15".into(),
            };
            let released = typical.kind.is_received().then(|| {
                let of = [
                    (Release::Nothing, 7),
                    (Release::Partial, 2),
                    (Release::Full, 1),
                ];
                weighted(rng, &of, |(_, weight)| *weight).0
            });
            let signed = released.filter(|release| *release != Release::Nothing);
            let weeks = method.computes().then(|| self.weeks(method, amount, rng));
            losses.push(LossInput {
                kind: typical.kind,
                class: typical.class,
                method,
                amount_krw: weeks.is_none().then(|| amount.into()),
                weeks,
                confirmed_amount: false,
                from_on: Some(from_on),
                until_on: Some(format!("2022-10-{}", rng.random_range(16..22))),
                service: (rng.random_range(0..100) < 70)
                    .then(|| pick(rng, services).service.clone()),
                business: None,
                form: typical.forms.get(note).copied(),
                release: released,
                release_terms: signed.map(|_| pick(rng, &self.release_terms).clone()),
                note: Some(typical.notes[note].clone()),
                basis: (typical.class == LossClass::Special).then(|| basis.clone()),
                no_resident_number: false,
            });
        }
        losses
    }

    /// Sales of two weeks that differ by that much, some of them day by day.
    fn weeks(&self, method: LossMethod, lost: i64, rng: &mut StdRng) -> WeeksInput {
        let sold = lost * rng.random_range(2..15) / 10 / self.amount_step * self.amount_step;
        let days = [sold / 7; 6].into_iter().chain([sold - sold / 7 * 6]);
        let days = days.map(|day| Some(Amount::from(day))).collect();
        let daily = rng.random_range(0..10) == 0;
        let best = ["2022-09-03", "2022-09-17", "2022-09-24", "2022-10-01"];
        let best = pick(rng, &best).to_string();
        WeeksInput {
            outage: WeekInput {
                from_on: None,
                sales_krw: (!daily).then(|| sold.into()),
                days_krw: daily.then_some(days),
            },
            compared: WeekInput {
                from_on: (method == LossMethod::OutageWeek).then_some(best),
                sales_krw: Some((sold + lost).into()),
                days_krw: None,
            },
        }
    }

    /// What the firm takes a loss to be. A few merchants typed three zeros too many and confirmed it;
    /// the firm has seen most of these.
    fn assessed(&self, n: usize, loss: &mut LossInput, rng: &mut StdRng) -> Option<(i64, String)> {
        let meant = rng.random_range(200..900) * self.amount_step;
        let why = pick(rng, &self.assessments).clone();
        match n {
            42 | 106 | 187 | 263 | 348 | 412 => {
                loss.method = LossMethod::Estimate;
                loss.weeks = None;
                loss.amount_krw = Some((meant * 1_000).into());
                loss.confirmed_amount = true;
                (n % 2 == 1 || n == 42).then(|| {
                    let slip = "0을 세 개 더 적으신 것을 전화로 확인하여 바로잡았습니다.";
                    (meant, slip.into())
                })
            }
            _ if n % 40 == 3 => Some((meant / 5, why)),
            _ => None,
        }
    }

    fn evidence(
        &self,
        business: &BusinessInput,
        industry: &Industry,
        services: &[ServiceUse],
        n: usize,
        rng: &mut StdRng,
    ) -> Vec<EvidenceInput> {
        let drives = industry.code == DRIVER && business.name.is_none();
        let mut evidence = Vec::new();
        for (kind, files) in &self.evidence_files {
            let listed = match kind.as_str() {
                "service-use" => true,
                "sales-loss" => !drives,
                "trip-income" => drives,
                "representation" => parties::party(n) != Party::Person,
                _ => rng.random_range(0..100) < 35,
            };
            if !listed {
                continue;
            }
            let fitting: Vec<&File> = files
                .iter()
                .filter(|file| {
                    file.services.is_empty()
                        || file
                            .services
                            .iter()
                            .any(|service| services.iter().any(|used| used.service == *service))
                })
                .collect();
            let file = if fitting.is_empty() {
                &files[0]
            } else {
                *pick(rng, &fitting)
            };
            evidence.push(EvidenceInput {
                kind: kind.clone(),
                file_name: file.name.clone(),
                media_type: file.media.clone(),
                size_bytes: rng.random_range(20_000..4_000_000),
                sha256: Sha256::of(&format!("synthetic {n} {kind}")).to_string(),
                taken_on: Some(format!("2022-10-{}", rng.random_range(17..30))),
                note: None,
                loss_id: None,
                no_resident_number: false,
            });
        }
        evidence
    }
}
