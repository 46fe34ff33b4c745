//! Which column of an export is which field: the roles that a profile and its schemas give to headers, and which profile
//! fits a header row best. A header without a role is taken for personal. Not the rows.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use super::book::Book;
use crate::diag::{Code, Diagnostic, Diagnostics, Place};
use crate::parse;
use crate::parse::dialect::Header;
use crate::parse::profile::{Named, Profile};
use crate::parse::schema::{Class, Field, FieldType};
use crate::turkish::{encoding_damage, fold};

/// Most records that one row may hold beside each other (`{n}` in a header).
pub(super) const MOST_BESIDE: usize = 9;

/// What a column is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Role {
    /// A field of the dataset itself, by its place.
    Field(usize),
    /// The time of day of a field of days.
    Time(usize),
    /// A field of another dataset: which of the profile's, which of the records beside each other, and its place.
    Also(usize, usize, usize),
    /// About a citizen.
    Personal,
    /// Free text.
    FreeText,
    /// Known, and needed by nobody.
    Ignored,
}

/// Why a column was dropped (atılan sütun).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Drop {
    /// The schema or the profile says it is a citizen's.
    Personal,
    /// Free text.
    FreeText,
    /// Nobody knows it, so it is taken for personal.
    Unknown,
    /// The profile says nobody needs it.
    Ignored,
}

/// A profile with the roles it gives.
pub(super) struct Candidate<'s> {
    pub(super) profile: &'s Profile,
    roles: BTreeMap<String, BTreeSet<Role>>,
}

/// A header as it is compared: repaired and folded.
pub(super) fn key(header: &str) -> String {
    fold(&encoding_damage::repair_all(header))
}

impl<'s> Candidate<'s> {
    /// The roles of a profile; what it says about fields that are not there is complained about. `also` are the books of
    /// the profile's other datasets, in its order.
    pub(super) fn new(diag: &mut Diagnostics, profile: &'s Profile, book: &Book, also: &[Option<&Book>]) -> Candidate<'s> {
        let mut roles: BTreeMap<String, BTreeSet<Role>> = BTreeMap::new();
        let mut give = |header: &str, role| {
            roles.entry(key(header)).or_default().insert(role);
        };
        for (names, is_time) in [(&profile.headers, false), (&profile.times, true)] {
            for named in names {
                let Some(place) = place_of(diag, profile, book, named) else { continue };
                let role = match is_time {
                    _ if book.field(place).kind == FieldType::Text => Role::FreeText,
                    true => Role::Time(place),
                    false => Role::Field(place),
                };
                named.texts.iter().for_each(|header| give(header, role));
            }
        }
        for (i, (other, declared)) in also.iter().zip(&profile.also).enumerate() {
            let Some(other) = other else { continue };
            for (n, record) in declared.records.iter().enumerate() {
                for named in &record.headers {
                    let Some(place) = place_of(diag, profile, other, named) else { continue };
                    named.texts.iter().for_each(|header| give(header, Role::Also(i, n, place)));
                }
            }
            for named in &declared.headers {
                let Some(place) = place_of(diag, profile, other, named) else { continue };
                for header in &named.texts {
                    match header.contains("{n}") {
                        true => (1..=MOST_BESIDE)
                            .for_each(|n| give(&header.replace("{n}", &n.to_string()), Role::Also(i, n - 1, place))),
                        false => give(header, Role::Also(i, 0, place)),
                    }
                }
            }
        }
        profile.personal.iter().for_each(|header| give(header, Role::Personal));
        profile.ignored.iter().for_each(|header| give(header, Role::Ignored));
        let mut candidate = Candidate { profile, roles };
        candidate.add_schema(diag, book, &|field| field.class == Class::Personal || field.kind == FieldType::Text);
        candidate
    }

    /// The roles of what the repository holds already: free text of things, not of citizens, stays there.
    pub(super) fn of_folder(diag: &mut Diagnostics, plain: &'s Profile, book: &Book) -> Candidate<'s> {
        let mut candidate = Candidate { profile: plain, roles: BTreeMap::new() };
        candidate.add_schema(diag, book, &|field| field.class == Class::Personal);
        candidate
    }

    /// The schema's own headers. A citizen's column is one under every profile.
    fn add_schema(&mut self, diag: &mut Diagnostics, book: &Book, drops: &dyn Fn(&Field) -> bool) {
        for field in &book.schema.fields {
            let headers = field.headers.iter().map(String::as_str).chain(field.title.as_deref()).chain([&*field.name]);
            for header in headers {
                let known = self.roles.entry(key(header)).or_default();
                if drops(field) {
                    if known.iter().any(|role| matches!(role, Role::Field(_) | Role::Time(_) | Role::Also(..))) {
                        let place = Place::file(Arc::clone(&self.profile.file));
                        diag.push(Diagnostic::new(Code::PROFILE_UNCOVERS, place).with("header", header.to_owned()));
                    }
                    let role = if field.kind == FieldType::Text { Role::FreeText } else { Role::Personal };
                    *known = BTreeSet::from([role]);
                } else if let Some(place) = book.place(&field.name)
                    && known.is_empty()
                {
                    known.insert(Role::Field(place));
                }
            }
        }
    }

    /// Whether it knows a header.
    pub(super) fn knows(&self, header: &str) -> bool {
        self.roles.contains_key(&key(header))
    }

    /// The roles of a column.
    pub(super) fn roles(&self, header: &str) -> impl Iterator<Item = Role> {
        self.roles.get(&key(header)).into_iter().flatten().copied()
    }

    /// How well it fits: required fields that are missing (the fewer the better), fields found, unknown headers.
    fn fit(&self, header: &Header, book: &Book) -> (std::cmp::Reverse<usize>, usize, std::cmp::Reverse<usize>) {
        let found: BTreeSet<Role> = header.names.iter().flat_map(|name| self.roles(name)).collect();
        let matched = found.iter().filter(|role| matches!(role, Role::Field(_) | Role::Time(_) | Role::Also(..))).count();
        let unknown = header.names.iter().filter(|name| !name.is_empty() && !self.knows(name)).count();
        (std::cmp::Reverse(missing(&found, book).count()), matched, std::cmp::Reverse(unknown))
    }

    /// The required fields that a header row lacks.
    pub(super) fn missing(&self, header: &Header, book: &Book) -> Vec<Arc<str>> {
        let found: BTreeSet<Role> = header.names.iter().flat_map(|name| self.roles(name)).collect();
        missing(&found, book).collect()
    }

    /// The unknown header most like one of a field's.
    pub(super) fn like(&self, field: usize, header: &Header, book: &Book) -> Option<Arc<str>> {
        let field = book.field(field);
        let wanted: Vec<String> = field.headers.iter().map(|h| key(h)).chain([key(&field.name)]).collect();
        let unknown = header.names.iter().filter(|name| !name.is_empty() && !self.knows(name));
        unknown.into_iter().find(|name| parse::nearest(&key(name), wanted.iter().map(String::as_str)).is_some()).cloned()
    }
}

fn missing(found: &BTreeSet<Role>, book: &Book) -> impl Iterator<Item = Arc<str>> {
    let lacks = |place: &usize| {
        let needed = book.field(*place).constraints.required || book.key().contains(place);
        needed && !found.contains(&Role::Field(*place))
    };
    (0..book.width()).filter(lacks).map(|place| Arc::clone(&book.field(place).name)).collect::<Vec<_>>().into_iter()
}

/// The candidate that fits best; of equals the first one.
pub(super) fn best(candidates: &[Candidate<'_>], header: &Header, book: &Book) -> usize {
    let fits: Vec<_> = candidates.iter().map(|candidate| candidate.fit(header, book)).collect();
    (0..fits.len()).rev().max_by_key(|i| fits[*i]).unwrap_or(0)
}

pub(super) fn place_of(diag: &mut Diagnostics, profile: &Profile, book: &Book, named: &Named) -> Option<usize> {
    let place = book.place(&named.name);
    if place.is_none() {
        let known: Vec<&str> = (0..book.width()).map(|place| &*book.field(place).name).collect();
        diag.push(parse::unknown_key(Place::at(Arc::clone(&profile.file), named.line, 0), &named.name, &known));
    }
    place
}
