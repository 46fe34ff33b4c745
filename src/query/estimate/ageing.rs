//! How old is what is still open (açık işlerin yaşı): counts in bands of whole days. Not how long it will take: that is
//! [`super::survival`].

use super::spans::{self, DAY};
use super::{Followed, Given, Made, count, table};
use crate::diag::Diagnostics;
use crate::model::figure::Times;
use crate::table::{Cell, Kind, Table};

/// For every group: `acik`, and the open of each band: with bands 7, 15, 30 the columns `yas_0_7`, `yas_8_15`, `yas_16_30`
/// and `yas_31`.
pub(super) fn bands(diag: &mut Diagnostics, given: &Given<'_>, records: &Table, times: &Times, bands: &[u32]) -> Option<Made> {
    let spans = spans::read(diag, given, records, times)?;
    let mut own = vec![("acik".to_owned(), "Açık".to_owned())];
    let mut from = 0;
    for to in bands {
        own.push((format!("yas_{from}_{to}"), format!("{from}–{to} gün")));
        from = to + 1;
    }
    own.push((format!("yas_{from}"), format!("{} günden çok", from - 1)));
    let mut counts = vec![vec![0; bands.len() + 1]; spans.groups.keys.len()];
    let mut followed: Vec<Followed> = own.iter().map(|(name, _)| Followed::new(name, records)).collect();
    for span in spans.list.iter().filter(|span| span.end.is_none()) {
        let age = spans.last_day - span.start.div_euclid(DAY);
        let band = bands.partition_point(|band| i64::from(*band) < age);
        counts[span.group as usize][band] += 1;
        // The first counts all of them.
        for place in [0, band + 1] {
            followed[place].rows[span.row as usize] = span.group;
        }
    }
    let own: Vec<(&str, &str, Kind)> = own.iter().map(|(name, title)| (name.as_str(), title.as_str(), Kind::Integer)).collect();
    let rows = counts.into_iter().zip(&spans.groups.keys).map(|(bands, key)| {
        let all: [Cell; 1] = [count(bands.iter().sum())];
        key.iter().cloned().chain(all).chain(bands.into_iter().map(count)).collect()
    });
    Some(Made { table: table(records, &given.syntax.by, &own, rows), traced: Some(followed.into()) })
}
