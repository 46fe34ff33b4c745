//! Complaints about one data file, the first twenty of each kind and column; the rest become one number. A wrong column
//! of a million rows must not bury the other mistakes. Not a filter: every mistake is counted.

use std::collections::BTreeMap;
use std::sync::Arc;

use crate::diag::{Code, Diagnostic, Diagnostics, Place};

/// How many complaints of one code about one column of one file are shown one by one.
pub const SHOWN: u64 = 20;

/// Counts complaints about one file (tanı sınırlayıcı).
pub struct Capped {
    file: Arc<str>,
    counts: BTreeMap<(&'static str, Option<Arc<str>>), (Code, u64, u32)>,
}

impl Capped {
    /// Nothing complained about yet.
    pub fn new(file: Arc<str>) -> Capped {
        Capped { file, counts: BTreeMap::new() }
    }

    /// The file.
    pub fn file(&self) -> &Arc<str> {
        &self.file
    }

    /// True when a further complaint of `code` about `field` would only be counted; such a complaint need not be worded.
    /// It is counted by this call.
    pub fn is_full(&mut self, code: Code, field: Option<&Arc<str>>, line: u32) -> bool {
        let entry = self.counts.entry((code.id(), field.cloned())).or_insert((code, 0, line));
        if entry.1 < SHOWN {
            return false;
        }
        entry.1 += 1;
        true
    }

    /// Complains, or only counts.
    pub fn push(&mut self, diag: &mut Diagnostics, complaint: Diagnostic) {
        let key = (complaint.code.id(), complaint.place.field.clone());
        let entry = self.counts.entry(key).or_insert((complaint.code, 0, complaint.place.line));
        entry.1 += 1;
        if entry.1 <= SHOWN {
            entry.2 = complaint.place.line;
            diag.push(complaint);
        }
    }

    /// Says how many more there were of each kind, after the last one shown.
    pub fn finish(self, diag: &mut Diagnostics) {
        for ((id, field), (code, count, last_line)) in self.counts {
            if count > SHOWN {
                let mut place = Place::row(Arc::clone(&self.file), last_line);
                place.field = field;
                let more = crate::turkish::number::integer((count - SHOWN) as i64);
                let summary = Diagnostic::new(Code::MORE_OF_THE_SAME, place).severity_is(code.severity());
                diag.push(summary.with("count", more).with("code", id));
            }
        }
    }
}
