//! A position as a claimant states it, and what it says once it was checked.

use chrono::{DateTime, NaiveDate, Utc};
use serde::Deserialize;
use utoipa::ToSchema;

use crate::cases::{Case, OptionKind};
use crate::claims::losses::bounds::Bounds;
use crate::claims::losses::heads::{CompensationForm, LossClass, LossKind, LossMethod, Release};
use crate::claims::losses::weeks::{self, ComparedWeeks, Weeks, WeeksInput};
use crate::error::{Error, Fault};
use crate::ids::BusinessId;
use crate::input::{self, Amount, Faults, Field, Fields, Krw};
use crate::law;
use crate::text;

/// A position as a claimant states it.
#[derive(Deserialize, ToSchema, Clone)]
#[serde(deny_unknown_fields)]
pub struct LossInput {
    /// What was lost.
    pub kind: LossKind,
    /// Class of damage.
    pub class: LossClass,
    /// How the amount was arrived at: sales by the week of the outage, the week before or an
    /// estimate; distress by an estimate; everything else by invoices or an estimate.
    pub method: LossMethod,
    /// Sales of both weeks, for a method that compares weeks and no other.
    #[serde(default)]
    pub weeks: Option<WeeksInput>,
    /// Whole KRW, 1 to 10^12: a number, or as people type it, such as `1,200,000원`. Where weeks are
    /// compared it may be left out, and has to be their difference.
    #[serde(default)]
    #[schema(value_type = Amount, required = false)]
    pub amount_krw: Option<Amount>,
    /// That an amount above what is likely in the case is right.
    #[serde(default)]
    pub confirmed_amount: bool,
    /// First day of the loss, from the first day of the incident on, of advertising and channel
    /// friends also before; the year first: 2022-10-15. Where weeks are compared it may be left out.
    #[serde(default)]
    pub from_on: Option<String>,
    /// Last day of the loss, today at the latest: also long after the incident, as refunds may be.
    /// Where weeks are compared it may be left out.
    #[serde(default)]
    pub until_on: Option<String>,
    /// Code of the service of the case through which it was lost.
    #[serde(default)]
    pub service: Option<String>,
    /// Id of the business of the claim that had it; of several, each loss of a business names one.
    #[serde(default, deserialize_with = "input::or_none")]
    pub business: Option<BusinessId>,
    /// Compensation received: in what. It needs this, and nothing else has it.
    #[serde(default)]
    pub form: Option<CompensationForm>,
    /// Compensation received: which part of the claim was given up for it. It needs this, and nothing
    /// else has it.
    #[serde(default)]
    pub release: Option<Release>,
    /// Compensation received: what was signed; a release of anything needs it.
    #[serde(default)]
    pub release_terms: Option<String>,
    /// In the claimant's words.
    #[serde(default)]
    pub note: Option<String>,
    /// Why it was foreseeable; special damage needs it at submission.
    #[serde(default)]
    pub basis: Option<String>,
    /// That a number in the words which looks like a resident registration number is none, such as
    /// that of an order.
    #[serde(default)]
    pub no_resident_number: bool,
}

/// What a [`LossInput`] says, checked.
pub(super) struct Stated {
    pub(super) amount: Krw,
    pub(super) implausible: bool,
    pub(super) weeks: Option<ComparedWeeks>,
    pub(super) from: NaiveDate,
    pub(super) until: NaiveDate,
    pub(super) service: Option<String>,
    pub(super) release_terms: Option<String>,
    pub(super) note: Option<String>,
    pub(super) basis: Option<String>,
}

impl LossInput {
    pub(super) fn parse(
        &self,
        case: &Case,
        bounds: &Bounds,
        now: DateTime<Utc>,
    ) -> Result<Stated, Error> {
        let mut faults = Faults::default();
        let methods = self.kind.methods();
        if !methods.contains(&self.method) {
            let known: Vec<&str> = methods.iter().map(|method| method.as_str()).collect();
            faults.add(Fault::new("method", "method-of-kind").with("known", known.join(", ")));
        }
        let amount = self.amount(case, &mut faults)?;
        let exceeded = amount.get().and_then(|(lost, _)| bounds.exceeded(*lost));
        if let Some(code) = exceeded {
            faults.demand(self.confirmed_amount, "amount_krw", code);
        }
        let days = self.days(case, now, &mut faults);
        let service = faults.optional(self.service.as_deref(), |typed| {
            let offered = case.offers(OptionKind::Service, typed.trim());
            let unknown = || Fault::new("service", "not-of-case");
            offered.then(|| typed.trim().to_owned()).ok_or_else(unknown)
        });
        let mut words = |field: &'static str, typed: &Option<String>| {
            faults.optional(typed.as_deref(), |typed| {
                input::note(field, typed, input::limits::NOTE, self.no_resident_number)
            })
        };
        let (note, basis) = (words("note", &self.note), words("basis", &self.basis));
        let release_terms = words("release_terms", &self.release_terms);
        let terms = release_terms.get().map(Option::is_some);
        self.received(terms, &mut faults);
        let words = (note, basis, release_terms).together();
        let ((amount, weeks), (from, until), service, (note, basis, release_terms)) =
            faults.finish((amount, days, service, words))?;
        Ok(Stated {
            amount,
            implausible: exceeded.is_some(),
            weeks,
            from,
            until,
            service,
            release_terms,
            note,
            basis,
        })
    }

    /// The amount, which is worked out anew where weeks are compared.
    fn amount(
        &self,
        case: &Case,
        faults: &mut Faults,
    ) -> Result<Field<(Krw, Option<ComparedWeeks>)>, Error> {
        let stated = self.amount_krw.as_ref();
        let stated = stated.map(|typed| Krw::parse("amount_krw", typed));
        let stated = faults.take(stated.transpose());
        if !self.method.computes() {
            faults.demand(self.weeks.is_none(), "weeks", "weeks-not-asked");
            let missing = matches!(stated.get(), Some(None));
            faults.demand(!missing, "amount_krw", "missing");
            return Ok(stated.map(|stated| (stated.unwrap_or_default(), None)));
        }
        let nothing = WeeksInput::default();
        let typed = self.weeks.as_ref().unwrap_or(&nothing);
        let weeks = faults.merge(typed.compare(self.method, &Weeks::of(case)))?;
        let lost = weeks.map(|weeks| (weeks.difference(), Some(weeks)));
        if let (Some(Some(stated)), Some((lost, _))) = (stated.get(), lost.get())
            && stated != lost
        {
            let right = text::grouped(&lost.0.to_string());
            faults.add(Fault::new("amount_krw", "amount-differs").with("amount", right));
        }
        Ok(lost)
    }

    /// First and last day: where weeks are compared and nothing else is said, those of the week of the
    /// outage.
    fn days(
        &self,
        case: &Case,
        now: DateTime<Utc>,
        faults: &mut Faults,
    ) -> Field<(NaiveDate, NaiveDate)> {
        let first = Weeks::of(case).outage;
        let mut day = |field: &'static str, typed: &Option<String>, of_week| {
            let typed = faults.optional(typed.as_deref(), |typed| input::date(field, typed));
            let missing = matches!(typed.get(), Some(None)) && !self.method.computes();
            faults.demand(!missing, field, "missing");
            typed.map(|day: Option<NaiveDate>| day.unwrap_or(of_week))
        };
        let from = day("from_on", &self.from_on, first);
        let until = day("until_on", &self.until_on, weeks::last(first));
        let days = (from, until).together();
        if let Some((from, until)) = days.get() {
            let begun = law::day_in_korea(case.incident_from);
            let early = *from < begun && !self.kind.may_precede();
            faults.demand(!early, "from_on", "before-incident");
            faults.demand(until >= from, "until_on", "dates-order");
            let today = law::day_in_korea(now);
            faults.demand(*until <= today, "until_on", "date-future");
        }
        days
    }

    /// What is asked of compensation, and of nothing else. `terms` says whether something was written
    /// of what was signed.
    fn received(&self, terms: Option<bool>, faults: &mut Faults) {
        let (form, release) = (self.form.is_some(), self.release.is_some());
        let of_kind = |given| given == self.kind.is_received();
        let code = if self.kind.is_received() {
            "choose"
        } else {
            "received-only"
        };
        faults.demand(of_kind(form), "form", code);
        faults.demand(of_kind(release), "release", code);
        let released = matches!(self.release, Some(Release::Partial | Release::Full));
        if self.kind.is_received() {
            faults.demand(
                !released || terms != Some(false),
                "release_terms",
                "missing",
            );
        } else {
            faults.demand(terms != Some(true), "release_terms", "received-only");
        }
    }
}
