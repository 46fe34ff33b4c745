//! The places of a map's keys, kept beyond the reading of it. Not the places of its values.

use std::sync::Arc;

use super::Tree;
use crate::diag::Place;

/// Where the keys of a map stand, for complaints that are made when the map is long gone (anahtar yerleri).
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct KeyPlaces(Box<[(Box<str>, Place)]>);

impl KeyPlaces {
    pub(super) fn of_entries(file: &Arc<str>, entries: &[(Tree, Tree)]) -> KeyPlaces {
        let place = |key: &Tree| Place::at(Arc::clone(file), key.line, key.column);
        let named = |key: &Tree| Some((Box::from(key.scalar()?), place(key)));
        KeyPlaces(entries.iter().filter_map(|(key, _)| named(key)).collect())
    }

    /// The place of `key`; below `around` where it is not written.
    pub fn of(&self, key: &'static str, around: &Place) -> Place {
        let found = self.0.iter().find(|(name, _)| **name == *key).map(|(_, place)| place);
        found.unwrap_or(around).clone().field(key)
    }
}
