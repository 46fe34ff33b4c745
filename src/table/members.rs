//! Which records a count counts: the groups of a plain statement, record by record. No count leaves this file without its
//! table's record, and what the statement shows is not computed here.

use polars::prelude::{DataFrame, DataType, LazyFrame, PlSmallStr, PolarsResult};
use polars::sql::SQLContext;

use super::groups::Groups;
use super::plain::Plain;
use super::{Cells, Mentions, Sql, Table};

/// The column of the records' places, a name no dataset has.
pub(super) const PLACE: &str = "tellal_kayit_sirasi";

/// Which records the counts of a statement count (kayıtlar).
pub struct Members {
    keys: Table,
    /// For each count: for each record of the table the number of its group, or [`Members::NONE`].
    pub counted: Vec<Vec<u32>>,
}

impl Members {
    /// The group of a record that is not counted.
    pub const NONE: u32 = u32::MAX;

    /// The groups, each as the values it is grouped by.
    pub fn groups(&self, reason: &'static str) -> Cells<'_> {
        self.keys.reveal(reason)
    }

    /// How many groups there are.
    pub fn len(&self) -> usize {
        self.keys.height()
    }

    /// True without groups.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }
}

impl Sql {
    /// The records of `records` that each of `counts` counts in each group of `by`; `None` where the statement is not
    /// plain, a count is no count of records, or a record is counted twice.
    pub fn members(&self, sql: &str, records: &str, by: &[&str], counts: &[&str]) -> Option<Members> {
        let plain = Plain::of(sql)?;
        let handed_on = counts.iter().map(|count| plain.handed_on(count)).collect::<Option<Vec<_>>>();
        if let Some([(inner, column)]) = handed_on.as_deref() {
            // Groups are told by the same names there; whether they are the same, the recount says.
            return self.members(inner, records, by, &[column]);
        }
        let keys: Vec<String> =
            by.iter().enumerate().map(|(i, c)| Some(format!("{} AS k{i}", plain.key(c)?))).collect::<Option<_>>()?;
        let addends: Vec<String> = counts.iter().map(|c| plain.addend(c)).collect::<Option<_>>()?;
        // Where every record counts, there is nothing to ask of any.
        let asked: Vec<bool> = addends.iter().map(|addend| addend != "1").collect();
        let addends = addends.iter().enumerate().filter(|(i, _)| asked[*i]).map(|(i, addend)| format!("{addend} AS c{i}"));
        let height = self.table(records)?.height();
        let frame = self.places(&plain, records, keys.into_iter().chain(addends))?;
        read(&frame, height, by.len(), &asked)
    }

    /// For each row of a plain list of records its place in `records`; `None` where the statement is no such list.
    pub fn listed(&self, sql: &str, records: &str) -> Option<Vec<u32>> {
        let plain = Plain::of(sql).filter(Plain::is_a_list)?;
        let frame = self.places(&plain, records, std::iter::empty())?;
        places_of(&frame)
    }

    pub(super) fn places(&self, plain: &Plain, records: &str, more: impl Iterator<Item = String>) -> Option<DataFrame> {
        let mut items: Vec<String> = std::iter::once(format!("{PLACE} AS {PLACE}")).chain(more).collect();
        let filter = plain.filter.as_ref().map(|f| format!(" WHERE {f}")).unwrap_or_default();
        let selected = items.join(", ");
        items.push(filter.clone());
        let sql = format!("SELECT {selected} FROM {}{filter}", plain.tables_for(&items));
        self.table(records)?;
        std::panic::catch_unwind(std::panic::AssertUnwindSafe(|| self.with_places(&sql, records))).ok()?.ok()
    }

    fn with_places(&self, sql: &str, records: &str) -> PolarsResult<DataFrame> {
        let mentions = Mentions::of(sql);
        let mut context = SQLContext::new();
        for (name, table) in self.tables() {
            let frame = super::sql::with_helpers(table, &mentions)?;
            let its_own = self.table(records).is_some_and(|t| std::ptr::eq(t, table));
            context.register(name, if its_own { frame.with_row_index(PLACE, None) } else { frame });
        }
        LazyFrame::from(context.execute(sql)?.logical_plan).collect()
    }
}

/// `asked` says of each count whether the frame has a column of what a record adds to it; else each adds one.
fn read(frame: &DataFrame, records: usize, by: usize, asked: &[bool]) -> Option<Members> {
    let places = places_of(frame)?;
    let mut seen = vec![false; records];
    if places.iter().any(|place| std::mem::replace(&mut seen[*place as usize], true)) {
        return None;
    }
    let (group_of, firsts) = groups(frame, by).ok()?;
    let mut counted = Vec::new();
    for (count, asked) in asked.iter().enumerate() {
        let mut members = vec![Members::NONE; records];
        if !asked {
            places.iter().zip(&group_of).for_each(|(place, group)| members[*place as usize] = *group);
            counted.push(members);
            continue;
        }
        let column = frame.column(&format!("c{count}")).ok()?;
        let values = column.as_materialized_series().strict_cast(&DataType::Float64).ok()?;
        for ((value, place), group) in values.f64().ok()?.iter().zip(&places).zip(&group_of) {
            match value.unwrap_or(0.0) {
                0.0 => {}
                1.0 => members[*place as usize] = *group,
                _ => return None,
            }
        }
        counted.push(members);
    }
    let names: Vec<PlSmallStr> = (0..by).map(|i| format!("k{i}").into()).collect();
    let keys = frame.select(names).ok()?;
    let keys = keys.take(&firsts).ok()?;
    Some(Members { keys: super::sql::natural_table(keys)?, counted })
}

/// The place of each row's record.
pub(super) fn places_of(frame: &DataFrame) -> Option<Vec<u32>> {
    let places = frame.column(PLACE).ok()?.as_materialized_series().rechunk();
    Some(places.u32().ok()?.cont_slice().ok()?.to_vec())
}

/// The group of each row, and the first row of each group.
pub(super) fn groups(frame: &DataFrame, by: usize) -> PolarsResult<(Vec<u32>, polars::prelude::IdxCa)> {
    use polars::prelude::{IdxCa, NewChunkedArray};
    if by == 0 {
        let firsts: &[u32] = if frame.height() == 0 { &[] } else { &[0] };
        return Ok((vec![0; frame.height()], IdxCa::from_slice(PlSmallStr::EMPTY, firsts)));
    }
    let names: Vec<PlSmallStr> = (0..by).map(|i| format!("k{i}").into()).collect();
    let keys: Vec<_> = names.iter().map(|name| Ok(frame.column(name)?.as_materialized_series())).collect::<PolarsResult<_>>()?;
    if let Some(groups) = Groups::by(&keys) {
        let firsts = groups.firsts();
        return Ok((groups.of_row, firsts));
    }
    let grouped = frame.group_by_stable(names)?;
    let mut group_of = vec![0; frame.height()];
    let mut firsts = Vec::new();
    for (number, group) in grouped.get_groups().iter().enumerate() {
        firsts.push(group.first());
        match group {
            polars::prelude::GroupsIndicator::Idx((_, rows)) => {
                rows.iter().for_each(|row| group_of[*row as usize] = number as u32);
            }
            polars::prelude::GroupsIndicator::Slice([first, length]) => {
                (first..first + length).for_each(|row| group_of[row as usize] = number as u32);
            }
        }
    }
    Ok((group_of, IdxCa::from_slice(PlSmallStr::EMPTY, &firsts)))
}
