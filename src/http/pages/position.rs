//! A business and a loss in words, line by line.

use crate::cases::{Case, OptionKind};
use crate::claims::Business;
use crate::claims::losses::weeks::{self, ComparedWeeks};
use crate::claims::losses::{Loss, LossMethod};
use crate::http::pages::layout::Layout;
use crate::text::say;

/// What the comparison of two weeks came to.
pub fn compared(l: &Layout, method: LossMethod, sales: &ComparedWeeks) -> String {
    let first = sales.compared.from_on;
    let week = format!("{} – {}", l.day(&first), l.day(&weeks::last(first)));
    let values = [
        ("week", week),
        ("compared", l.money(sales.compared.sales_krw.0)),
        ("outage", l.money(sales.outage.sales_krw.0)),
        ("lost", l.money(sales.difference().0)),
    ];
    let key = format!("loss-compared-{}", method.as_str());
    say(l.language, &key, &values)
}

/// What an option of the case is called.
fn called(l: &Layout, case: &Case, kind: OptionKind, code: &str) -> String {
    let mut options = case.options.iter();
    let named = options.find(|option| option.kind == kind && option.code == code);
    named.map_or(code, |option| l.both(&option.name)).to_owned()
}

/// What is known of a business: its name and number where they are open, industry and region.
pub fn business(l: &Layout, case: &Case, business: &Business) -> Vec<String> {
    let industry = business.industry.as_deref();
    let industry = industry.map(|code| called(l, case, OptionKind::Industry, code));
    let region = business.region;
    let lines = [
        business.name.clone(),
        business.number.as_ref().map(ToString::to_string),
        industry,
        region.map(|region| l.of("region", region.as_str())),
    ];
    lines.into_iter().flatten().collect()
}

/// What a claimant stated of a loss, and what the firm took it to be: key and value of each line.
pub fn lines(
    l: &Layout,
    case: &Case,
    businesses: &[Business],
    loss: &Loss,
) -> Vec<(String, String)> {
    let service = loss.service.as_deref();
    let service = service.map(|code| called(l, case, OptionKind::Service, code));
    let had = businesses.iter().find(|one| Some(one.id) == loss.business);
    let had = had.map(|one| business(l, case, one).join(", "));
    let sales = loss.method.zip(loss.weeks.as_ref());
    let sales = sales.map(|(method, sales)| compared(l, method, sales));
    let method = loss.method.map(|how| l.of("loss-method", how.as_str()));
    let days = format!("{} – {}", l.day(&loss.from_on), l.day(&loss.until_on));
    let class = (!loss.kind.is_received()).then(|| l.of("loss-class", loss.class.as_str()));
    let form = loss.form.map(|form| l.of("loss-form", form.as_str()));
    let release = loss.release;
    let release = release.map(|release| l.of("loss-release", release.as_str()));
    let waits = loss.implausible && loss.assessed.is_none();
    let assessed = loss.assessed.as_ref().map(|assessed| {
        let (amount, by) = (l.money(assessed.amount_krw.0), &assessed.by);
        format!("{amount} ({by}, {})", l.time(&assessed.created_at))
    });
    let reason = loss.assessed.as_ref();
    let reason = reason.and_then(|assessed| assessed.reason.clone());
    let lines = [
        ("loss-amount", Some(l.money(loss.amount_krw.0))),
        ("loss-method", method),
        ("loss-weeks", sales),
        (
            "loss-implausible",
            waits.then(|| l.t("loss-implausible-words")),
        ),
        ("loss-assessed", assessed),
        ("loss-assessed-reason", reason),
        ("loss-days", Some(days)),
        ("business", had),
        ("loss-service", service),
        ("loss-class", class),
        ("loss-basis", loss.basis.clone()),
        ("loss-form", form),
        ("loss-release", release),
        ("loss-release-terms", loss.release_terms.clone()),
        ("loss-note", loss.note.clone()),
    ];
    let given = lines.into_iter();
    given
        .filter_map(|(key, value)| Some((l.t(key), value?)))
        .collect()
}
