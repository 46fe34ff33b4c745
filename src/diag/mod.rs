//! Places and complaints, in Turkish and English.
//!
//! A [`Diagnostic`] is a value: a [`Code`], a [`Place`] and named arguments. Its words live in the Fluent
//! catalogues beside this file and are chosen only when it is shown ([`message`]). This room knows no other room,
//! opens no file and prints nothing: the text around a place comes in through a closure.

mod cause;
mod codes;
mod message;
mod place;
mod report;

pub use codes::Code;
pub use message::{Lang, Words};
pub use place::{LineIndex, Place};
pub use report::{Format, Summary, notes, report};

use std::borrow::Cow;

/// How bad it is (ağırlık). Only [`Severity::Error`] stops publishing.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Severity {
    /// Worth knowing; the input is taken as it is.
    Note,
    /// Probably a mistake; the build goes on.
    Warning,
    /// Wrong input: nothing is published until it is mended.
    Error,
}

impl Severity {
    /// The machine name: `note`, `warning`, `error`.
    pub fn as_str(self) -> &'static str {
        match self {
            Severity::Note => "note",
            Severity::Warning => "warning",
            Severity::Error => "error",
        }
    }
}

/// One complaint about the input (tanı): what, where, and the words' arguments.
///
/// The arguments may be shown to anyone who may see the build log: never put a personal or secret value in one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Diagnostic {
    /// What is wrong; also the name of its message in the catalogues.
    pub code: Code,
    /// Where it is wrong.
    pub place: Place,
    /// Values for the message's and hint's variables, by name.
    pub args: Vec<(&'static str, String)>,
    /// Which hint of the catalogue to show: `.hint`, or `.hint-<variant>` when a better one is known.
    pub hint: Option<&'static str>,
    /// The severity, where it differs from the code's usual one.
    severity: Option<Severity>,
}

impl Diagnostic {
    /// A complaint with `code` at `place`.
    pub fn new(code: Code, place: Place) -> Self {
        Diagnostic { code, place, args: Vec::new(), hint: None, severity: None }
    }

    /// The same with one more argument for its words.
    #[must_use]
    pub fn with(mut self, name: &'static str, value: impl Into<Cow<'static, str>>) -> Self {
        self.args.push((name, value.into().into_owned()));
        self
    }

    /// The same with the hint attribute `hint-<variant>` instead of `hint`.
    #[must_use]
    pub fn hint(mut self, variant: &'static str) -> Self {
        self.hint = Some(variant);
        self
    }

    /// The same with another severity than its code's usual one.
    #[must_use]
    pub fn severity_is(mut self, severity: Severity) -> Self {
        self.severity = Some(severity);
        self
    }

    /// How bad it is.
    pub fn severity(&self) -> Severity {
        self.severity.unwrap_or(self.code.severity())
    }
}

/// A growing list of complaints (tanılar). Stages take `&mut Diagnostics` first and go on with what they have.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Diagnostics(Vec<Diagnostic>);

impl Diagnostics {
    /// An empty list.
    pub fn new() -> Self {
        Self::default()
    }

    /// Adds one complaint.
    pub fn push(&mut self, diagnostic: Diagnostic) {
        self.0.push(diagnostic);
    }

    /// Adds all of `other`.
    pub fn extend(&mut self, other: impl IntoIterator<Item = Diagnostic>) {
        self.0.extend(other);
    }

    /// Makes the complaint with `code` about the field `field` of `file` an error; false when there is none.
    pub fn worsen(&mut self, code: Code, file: &str, field: &str) -> bool {
        let is_it = |d: &&mut Diagnostic| {
            let named = |(name, value): &(&str, String)| *name == "field" && value.rsplit('.').next() == Some(field);
            d.code == code && *d.place.file == *file && d.args.iter().any(named)
        };
        let found = self.0.iter_mut().find(is_it).map(|d| d.severity = Some(Severity::Error));
        found.is_some()
    }

    /// Leaves out what only follows from something else that has been said.
    pub fn without(&mut self, follows: impl Fn(&Diagnostic) -> bool) {
        if self.0.iter().any(|d| d.severity() == Severity::Error && !follows(d)) {
            self.0.retain(|d| !follows(d));
        }
    }

    /// True when one of them stops publishing.
    pub fn has_errors(&self) -> bool {
        self.0.iter().any(|d| d.severity() == Severity::Error)
    }

    /// In the order shown: by file, line, column, then code; each distinct complaint once.
    pub fn sort(&mut self) {
        self.0.sort_by(|a, b| a.place.cmp(&b.place).then_with(|| a.code.id().cmp(b.code.id())).then_with(|| a.args.cmp(&b.args)));
        self.0.dedup();
    }

    /// All complaints.
    pub fn iter(&self) -> std::slice::Iter<'_, Diagnostic> {
        self.0.iter()
    }

    /// How many.
    pub fn len(&self) -> usize {
        self.0.len()
    }

    /// True when nothing was complained about.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}

impl IntoIterator for Diagnostics {
    type Item = Diagnostic;
    type IntoIter = std::vec::IntoIter<Diagnostic>;
    fn into_iter(self) -> Self::IntoIter {
        self.0.into_iter()
    }
}
