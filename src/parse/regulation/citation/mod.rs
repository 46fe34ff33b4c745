//! Citations in the words of a clause (atıf): laws and decrees by number, acts by name, articles with their paragraphs
//! and points, council decisions, issues of the Official Gazette. What other files hold is not looked up here: an act by
//! name is for the model to find.
//!
//! A citation that could belong to two acts is left out: a reader is better off without a link than with a wrong one.

mod act;
mod decision;
#[cfg(test)]
mod measure;
mod named;
mod needles;
mod notes;
mod own;
mod provision;
mod quotes;
mod reader;
#[cfg(test)]
mod sample;
#[cfg(test)]
mod tests;
mod title;

use std::fmt;
use std::sync::Arc;

use jiff::civil::Date;

use super::tree::RegulationText;
use crate::diag::{Code, Diagnostic, Diagnostics, Place};

/// A citation at its place (atıf).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reference {
    /// The clause it stands in.
    pub from: Box<str>,
    /// Where it stands in that clause's text, in bytes; citations of a clause come in order and never overlap.
    pub at: (usize, usize),
    /// Its words.
    pub text: Box<str>,
    /// What it means.
    pub target: Target,
    /// Line it stands at, from 1.
    pub line: u32,
}

/// What a citation means.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Target {
    /// A law (kanun), or a provision of one.
    Law {
        /// Its number.
        law: u32,
        /// The provision; `None` for the whole law.
        provision: Option<Provision>,
    },
    /// A decree having the force of law (KHK); its numbers are not those of the laws.
    Decree {
        /// Its number.
        decree: u32,
        /// The provision; `None` for the whole decree.
        provision: Option<Provision>,
    },
    /// An act cited by its name: `Belediye Kanunu`, `… Dair Yönetmelik`, `Anayasa`.
    Named {
        /// The name as printed, in the nominative.
        title: Box<str>,
        /// The provision; `None` for the whole act.
        provision: Option<Provision>,
    },
    /// A decision of a council, a cabinet, a court (karar), or a governor's approval (onay).
    Decision {
        /// Who decided, where the sentence says it.
        body: Option<Box<str>>,
        /// When.
        date: Option<Date>,
        /// Under which number.
        number: Box<str>,
    },
    /// An issue of the Official Gazette (Resmî Gazete).
    Gazette {
        /// Its date.
        date: Option<Date>,
        /// Its number.
        number: Option<u32>,
        /// Which repeated issue of that number (mükerrer); 0 for the issue itself.
        repeat: u8,
    },
    /// A clause of the same text, by name.
    Here(Box<str>),
    /// An article, paragraph or point that the text does not have.
    Nowhere(Provision),
}

/// Stands for the number of an article's last paragraph, which only who holds the article can count.
pub const LAST: u32 = 0;

/// An article with what is meant of it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Provision {
    /// The article's number with its letter, after what kind of article it is: `26/A`, `ek 1`, `geçici 3`.
    pub article: Box<str>,
    /// The paragraph (fıkra); [`LAST`] for the last one (son fıkra).
    pub paragraph: Option<u32>,
    /// The point (bent): a letter or a number.
    pub point: Option<Box<str>>,
    /// The point within the point (alt bent).
    pub subpoint: Option<Box<str>>,
}

/// `18-m`, `15-f2-b`, `8-fson`, `ek 1`.
impl fmt::Display for Provision {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.article)?;
        match self.paragraph {
            Some(LAST) => f.write_str("-fson")?,
            Some(paragraph) => write!(f, "-f{paragraph}")?,
            None => {}
        }
        for point in [&self.point, &self.subpoint].into_iter().flatten() {
            write!(f, "-{point}")?;
        }
        Ok(())
    }
}

/// `5393/18-m`, `khk 703/200`, `Türk Medeni Kanunu/2`, `karar 2021-04-03 38`, `rg 2005-07-13 25874`, `#madde-4-f1`; `?`
/// before what leads nowhere.
impl fmt::Display for Target {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let provision = match self {
            Target::Law { law, provision } => {
                write!(f, "{law}")?;
                provision
            }
            Target::Decree { decree, provision } => {
                write!(f, "khk {decree}")?;
                provision
            }
            Target::Named { title, provision } => {
                f.write_str(title)?;
                provision
            }
            Target::Decision { date, number, .. } => {
                f.write_str("karar ")?;
                date.map_or(Ok(()), |date| write!(f, "{date} "))?;
                return f.write_str(number);
            }
            Target::Gazette { date, number, repeat } => {
                f.write_str("rg")?;
                date.map_or(Ok(()), |date| write!(f, " {date}"))?;
                number.map_or(Ok(()), |number| write!(f, " {number}"))?;
                return if *repeat > 0 { write!(f, " mükerrer {repeat}") } else { Ok(()) };
            }
            Target::Here(id) => return write!(f, "#{id}"),
            Target::Nowhere(provision) => return write!(f, "?{provision}"),
        };
        provision.as_ref().map_or(Ok(()), |provision| write!(f, "/{provision}"))
    }
}

/// All citations of a text, in reading order.
pub fn references(text: &RegulationText) -> Vec<Reference> {
    reader::read(text)
}

/// The clause of `text` that a provision names, as another text cites it; `None` where it cannot be told. A text without
/// articles is cited by its first numbers: `2 nci maddesinin (ff) bendi`.
pub fn find(text: &RegulationText, provision: &Provision) -> Option<Target> {
    own::Own::of(text).find_from_outside(provision)
}

/// Complains about citations of clauses that the text does not have.
pub fn check(diag: &mut Diagnostics, file: &Arc<str>, references: &[Reference]) {
    for reference in references {
        if let Target::Nowhere(_) = reference.target {
            let place = Place::at(Arc::clone(file), reference.line, 0);
            diag.push(Diagnostic::new(Code::REGULATION_DANGLING, place).with("text", reference.text.to_string()));
        }
    }
}
