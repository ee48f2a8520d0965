//! Draws synthetic merchants from the tables in merchants.toml.

use std::collections::BTreeMap;

use rand::RngExt;
use rand::rngs::StdRng;
use serde::Deserialize;

use crate::cases::Power;
use crate::claims::evidence::EvidenceInput;
use crate::claims::identity::IdentityInput;
use crate::claims::losses::{LossClass, LossInput, LossKind};
use crate::claims::{ClaimInput, Party, Region, ServiceUse};
use crate::error::Error;
use crate::input::{Email, Sha256};
use crate::law::BusinessNumber;

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
    pub name: String,
    pub email: Email,
    pub claim: ClaimInput,
    pub losses: Vec<LossInput>,
    pub evidence: Vec<EvidenceInput>,
    pub agrees_to_optional: bool,
    pub powers: BTreeMap<Power, bool>,
    pub fate: Fate,
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
        let name = format!(
            "{}{}{}",
            pick(rng, &self.surnames),
            pick(rng, &self.given),
            self.name_suffix
        );
        let services = services(industry, rng);
        let identity = self.identity(&name, n, region, industry, rng);
        let losses = self.losses(industry, rng);
        let evidence = self.evidence(&services, n, rng);
        let claim = ClaimInput {
            party: Party::Person,
            identity,
            region: Some(region.code),
            industry: Some(industry.code.clone()),
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
            name,
            email,
            claim,
            losses,
            evidence,
            agrees_to_optional: rng.random_range(0..100) < 60,
            powers: powers(rng),
            fate,
        }
    }

    fn identity(
        &self,
        name: &str,
        n: usize,
        region: &WeightedRegion,
        industry: &Industry,
        rng: &mut StdRng,
    ) -> IdentityInput {
        let (year, month, day) = (
            rng.random_range(1955..2002),
            rng.random_range(1..13),
            rng.random_range(1..29),
        );
        let (street, house) = (pick(rng, &self.streets), rng.random_range(1..400));
        let business = pick(rng, &industry.businesses);
        let number = BusinessNumber::from_first_nine(rng.random_range(100_000_000..1_000_000_000));
        IdentityInput {
            name: Some(name.into()),
            birth_date: Some(format!("{year}-{month:02}-{day:02}")),
            phone: Some(format!("{}{n:04}", self.phone_prefix)),
            address: Some(format!("{} {street} {house}", region.name.ko)),
            business_name: Some(format!("{business}{}", self.business_suffix)),
            business_number: Some(number.to_string()),
        }
    }

    fn losses(&self, industry: &Industry, rng: &mut StdRng) -> Vec<LossInput> {
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
            losses.push(LossInput {
                kind: typical.kind,
                class: typical.class,
                amount_krw: (rng.random_range(typical.low..=typical.high) / self.amount_step
                    * self.amount_step)
                    .into(),
                from_on: "2022-10-15".into(),
                until_on: format!("2022-10-{}", rng.random_range(16..22)),
                note: Some(pick(rng, &typical.notes).clone()),
                basis: (typical.class == LossClass::Special).then(|| basis.clone()),
                no_resident_number: false,
            });
        }
        losses
    }

    fn evidence(&self, services: &[ServiceUse], n: usize, rng: &mut StdRng) -> Vec<EvidenceInput> {
        let mut evidence = Vec::new();
        for (kind, files) in &self.evidence_files {
            let required = matches!(kind.as_str(), "service-use" | "sales-loss");
            if !required && rng.random_range(0..100) >= 35 {
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
