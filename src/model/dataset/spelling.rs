//! Words of a column (yazılış): each distinct spelling is understood once, as its bytes stand in the file. Not numbers and
//! days: those are read cell by cell.

use std::borrow::Cow;
use std::sync::Arc;

use super::at::At;
use super::column::{ColumnIntake, is_reference, shows, text};
use super::index::{hash_of, same};
use super::missing::Missing;
use super::slip;
use crate::diag::Code;
use crate::model::registry::Match;
use crate::parse::schema::FieldType;
use crate::table::Word;
use crate::turkish::encoding_damage;

/// So many distinct spellings of a column are remembered; a column of keys has more and is not worth remembering.
const MOST_SPELLINGS: usize = 4_096;

/// What is known of a spelling.
#[derive(Clone, Copy)]
pub(super) enum Spelling {
    Missing,
    Wrong,
    /// The error of a spreadsheet.
    Error,
    Known {
        word: Option<Word>,
        entry: u32,
    },
}

impl ColumnIntake<'_> {
    /// The words of a cell.
    #[inline]
    pub(super) fn words(&mut self, at: &mut At<'_, '_>, cell: &[u8], missing: &Missing<'_>) {
        let hash = hash_of(cell);
        if let Some(known) = self.index.find(hash, |i| same(&self.spellings[i as usize].0, cell)) {
            let spelling = self.spellings[known as usize].1;
            return self.spelled(at, cell, spelling);
        }
        self.new_words(at, cell, hash, missing);
    }

    /// The words of a spelling that was not met.
    #[inline(never)]
    fn new_words(&mut self, at: &mut At<'_, '_>, cell: &[u8], hash: u64, missing: &Missing<'_>) {
        let is_list = self.names.is_some();
        if !is_list && self.spellings.len() >= MOST_SPELLINGS {
            return self.plain_words(at, cell, missing);
        }
        let spelling = self.understand(at, cell, missing);
        // Wrong spellings are not worth remembering without end.
        if self.spellings.len() < 4 * MOST_SPELLINGS {
            self.index.find_or_add(hash, self.spellings.len() as u32, |_| false);
            self.spellings.push((cell.into(), spelling));
        }
        self.spelled(at, cell, spelling);
    }

    fn understand(&mut self, at: &mut At<'_, '_>, cell: &[u8], missing: &Missing<'_>) -> Spelling {
        if missing.contains(at.row, cell) {
            return Spelling::Missing;
        }
        if cell[0] == b'#' && slip::is_excel_error(&text(at)) {
            return Spelling::Error;
        }
        let words = self.checked_words(at);
        let value: Arc<str> = match &self.names {
            None => words.as_ref().into(),
            Some(names) => match names.find(&words) {
                Match::Code(code) => code,
                Match::Ambiguous | Match::Unknown(_) => return Spelling::Wrong,
            },
        };
        let word = self.values.as_mut().map(|values| values.word(&value));
        let entry = self.entries.iter().position(|known| *known == value && is_reference(self.field)).unwrap_or_else(|| {
            if is_reference(self.field) {
                self.entries.push(value);
            }
            self.entries.len().saturating_sub(1)
        });
        Spelling::Known { word, entry: entry as u32 }
    }

    #[inline]
    fn spelled(&mut self, at: &mut At<'_, '_>, cell: &[u8], spelling: Spelling) {
        match spelling {
            Spelling::Missing => return self.empty(at),
            Spelling::Error => {
                self.complain(at, Code::CELL_ERROR);
                return self.push_null();
            }
            Spelling::Wrong => {
                self.unknown(at);
                self.push_null();
            }
            Spelling::Known { word, entry } => {
                if let (Some(values), Some(word)) = (&mut self.values, word) {
                    values.push_word(word);
                }
                if self.field.valid_on.is_some() {
                    self.codes[at.place] = self.entries.get(entry as usize).cloned();
                }
                self.check_pattern(at);
            }
        }
        self.note_unique(at, cell);
    }

    /// Words of a column with too many different ones to remember.
    fn plain_words(&mut self, at: &mut At<'_, '_>, cell: &[u8], missing: &Missing<'_>) {
        if missing.contains(at.row, cell) {
            return self.empty(at);
        }
        if cell[0] == b'#' && slip::is_excel_error(&text(at)) {
            self.complain(at, Code::CELL_ERROR);
            return self.push_null();
        }
        if self.values.is_some() || !cell.is_ascii() {
            let words = self.checked_words(at);
            if let Some(values) = &mut self.values {
                values.push_text(&words);
            }
        }
        self.check_pattern(at);
        self.note_unique(at, cell);
    }

    #[inline]
    fn check_pattern(&self, at: &mut At<'_, '_>) {
        if let Some(pattern) = &self.field.constraints.pattern
            && !pattern.is_match(&text(at))
        {
            let written = pattern.as_str().to_owned();
            let shown = slip::shown(self.field, &text(at));
            at.complain(Code::OUT_OF_RANGE, self.field, |d| d.with("value", shown).with("limits", written));
        }
    }

    /// The words of a cell; bytes and letters that show damage are complained about.
    fn checked_words<'r>(&self, at: &mut At<'_, 'r>) -> Cow<'r, str> {
        let (words, mixed) = at.row.decode(at.row.bytes(at.column));
        if mixed {
            at.complain(Code::MIXED_ENCODING, self.field, |d| d);
        }
        if let Some(finding) = encoding_damage::inspect(&words).first() {
            let shown = slip::shown(self.field, &words);
            let repaired = encoding_damage::repair(&words, finding.damage).filter(|_| shows(self.field) && shown != slip::HIDDEN);
            at.complain(Code::DAMAGED_TEXT, self.field, |d| {
                let d = d.with("value", shown);
                match repaired {
                    Some(repaired) => d.with("repaired", slip::shown(self.field, &repaired)).hint("repaired"),
                    None => d,
                }
            });
        }
        words
    }

    fn unknown(&self, at: &mut At<'_, '_>) {
        let code = match &self.field.kind {
            FieldType::Reference(to) if &**to == "birimler" => Code::UNKNOWN_UNIT,
            _ => Code::UNKNOWN_VALUE,
        };
        if at.capped.is_full(code, Some(&self.field.name), at.row.line) {
            return;
        }
        let words = text(at).into_owned();
        let near = match self.names.as_ref().map(|names| names.find(&words)) {
            Some(Match::Unknown(near)) => near,
            _ => None,
        };
        let shown = slip::shown(self.field, &words);
        at.complain(code, self.field, |d| {
            let d = d.with("value", shown);
            match near {
                Some(near) => d.with("nearest", near.to_string()).hint("nearest"),
                None => d,
            }
        });
    }
}
