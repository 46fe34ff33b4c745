//! The ways a registry's entries are written, folded, and which code each means. A wrong spelling gets the nearest name
//! as a hint, never as an answer.

use std::collections::BTreeMap;
use std::sync::Arc;

use crate::parse::nearest;
use crate::turkish::fold;

/// What a written name turned out to be.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Match {
    /// The code it means.
    Code(Arc<str>),
    /// Two entries are written like this; only a code or an alias can tell them apart.
    Ambiguous,
    /// Nobody is written like this; the name most like it, if any is.
    Unknown(Option<Arc<str>>),
}

/// Spellings → codes (yazımlar).
#[derive(Clone, Debug, Default)]
pub struct Names {
    by_fold: BTreeMap<String, Option<Arc<str>>>,
    shown: BTreeMap<String, Arc<str>>,
}

impl Names {
    /// Adds a spelling of `code`. A spelling two codes share means neither.
    pub fn add(&mut self, spelling: &str, code: &Arc<str>) {
        let folded = fold(spelling);
        self.shown.entry(folded.clone()).or_insert_with(|| spelling.into());
        let slot = self.by_fold.entry(folded).or_insert_with(|| Some(Arc::clone(code)));
        if slot.as_ref().is_some_and(|other| other != code) {
            *slot = None;
        }
    }

    /// Adds a spelling that settles what two entries share.
    pub fn settle(&mut self, spelling: &str, code: &Arc<str>) {
        let folded = fold(spelling);
        self.shown.insert(folded.clone(), spelling.into());
        self.by_fold.insert(folded, Some(Arc::clone(code)));
    }

    /// How the spelling that `text` folds to is written where it was first added.
    pub fn shown(&self, text: &str) -> Option<&str> {
        self.shown.get(&fold(text)).map(|shown| &**shown)
    }

    /// Which entry is written like `text`.
    pub fn find(&self, text: &str) -> Match {
        let folded = fold(text);
        match self.by_fold.get(&folded) {
            Some(Some(code)) => Match::Code(Arc::clone(code)),
            Some(None) => Match::Ambiguous,
            None => {
                let near = nearest(&folded, self.by_fold.keys().map(String::as_str));
                Match::Unknown(near.and_then(|near| self.shown.get(near).cloned()))
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn spellings_meet_after_folding_and_shared_ones_mean_nobody() {
        let mut names = Names::default();
        let (first, second): (Arc<str>, Arc<str>) = ("81012".into(), "99".into());
        names.add("Çay", &first);
        assert_eq!(names.find(" ÇAY "), Match::Code(Arc::clone(&first)));
        assert_eq!(names.find("Cayy"), Match::Unknown(Some("Çay".into())));
        assert_eq!(names.find("Pehlivanlar"), Match::Unknown(None));
        names.add("çay", &second);
        assert_eq!(names.find("Çay"), Match::Ambiguous);
        names.settle("Çay", &first);
        assert_eq!(names.find("Çay"), Match::Code(first));
    }
}
