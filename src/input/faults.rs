//! Collects what is wrong with a request, so that the user learns of all of it in one answer.

use crate::error::{Error, Fault};

#[derive(Default)]
pub struct Faults(Vec<Fault>);

/// A field that was parsed. Without a value it has noted a fault, and [`Faults::finish`] will not
/// succeed.
pub struct Field<T>(Option<T>);

impl<T> Field<T> {
    /// A value in which nothing can be wrong.
    pub fn given(value: T) -> Self {
        Self(Some(value))
    }

    /// The value, to check it together with another field's.
    pub fn get(&self) -> Option<&T> {
        self.0.as_ref()
    }

    pub fn map<U>(self, f: impl FnOnce(T) -> U) -> Field<U> {
        Field(self.0.map(f))
    }
}

impl Faults {
    pub fn add(&mut self, fault: Fault) {
        self.0.push(fault);
    }

    /// The value, or a note of what is wrong with it.
    pub fn take<T>(&mut self, parsed: Result<T, Fault>) -> Field<T> {
        Field(parsed.map_err(|fault| self.add(fault)).ok())
    }

    /// As [`Faults::take`], where the field may be left out; forms send that as an empty text.
    pub fn optional<T>(
        &mut self,
        typed: Option<&str>,
        parse: impl FnOnce(&str) -> Result<T, Fault>,
    ) -> Field<Option<T>> {
        let typed = typed.filter(|typed| !typed.trim().is_empty());
        self.take(typed.map(parse).transpose())
    }

    /// As [`Faults::take`], of a value in which several things can be wrong.
    ///
    /// # Errors
    /// What is not about what was typed.
    pub fn merge<T>(&mut self, parsed: Result<T, Error>) -> Result<Field<T>, Error> {
        match parsed {
            Err(Error::Invalid(noted)) => {
                self.0.extend(noted);
                Ok(Field(None))
            }
            parsed => parsed.map(Field::given),
        }
    }

    /// Notes a fault of that field unless the condition holds.
    pub fn demand(&mut self, holds: bool, field: &str, code: &'static str) {
        if !holds {
            self.add(Fault::new(field, code));
        }
    }

    /// The end of parsing: the values of these fields, or everything that was noted. The fields
    /// come out of this collector.
    pub fn finish<F: Fields>(self, fields: F) -> Result<F::Values, Error> {
        if !self.0.is_empty() {
            return Err(Error::Invalid(self.0));
        }
        let values = fields.together().0;
        Ok(values.expect("a field without a value has noted its fault"))
    }
}

/// Fields that become one: a field, or a tuple of them.
pub trait Fields {
    type Values;
    /// One field with the values of all; without a value where one of them has none.
    fn together(self) -> Field<Self::Values>;
}

impl<T> Fields for Field<T> {
    type Values = T;
    fn together(self) -> Field<T> {
        self
    }
}

impl Fields for () {
    type Values = ();
    fn together(self) -> Field<()> {
        Field(Some(()))
    }
}

macro_rules! tuples {
    ($(($($of:ident $field:ident),+))+) => {$(
        impl<$($of),+> Fields for ($(Field<$of>,)+) {
            type Values = ($($of,)+);
            fn together(self) -> Field<Self::Values> {
                let ($($field,)+) = self;
                match ($($field.0,)+) {
                    ($(Some($field),)+) => Field(Some(($($field,)+))),
                    _ => Field(None),
                }
            }
        }
    )+};
}
tuples! {
    (A a, B b)
    (A a, B b, C c)
    (A a, B b, C c, D d)
    (A a, B b, C c, D d, E e)
    (A a, B b, C c, D d, E e, F f)
    (A a, B b, C c, D d, E e, F f, G g)
    (A a, B b, C c, D d, E e, F f, G g, H h)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_fault_is_reported_and_only_checked_values_come_out() {
        let mut faults = Faults::default();
        let good = faults.take(Ok(1));
        let bad: Field<i32> = faults.take(Err(Fault::new("b", "missing")));
        faults.demand(false, "c", "missing");
        let Err(Error::Invalid(noted)) = faults.finish((good, bad)) else {
            panic!("two faults were noted");
        };
        assert_eq!(
            noted
                .iter()
                .map(|fault| fault.field.as_str())
                .collect::<Vec<_>>(),
            ["b", "c"]
        );
        let mut faults = Faults::default();
        let (one, none) = (faults.take(Ok(1)), faults.optional(None, |_| Ok(2)));
        assert_eq!(faults.finish((one, none)).unwrap(), (1, None));
    }
}
