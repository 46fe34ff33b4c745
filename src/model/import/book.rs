//! The records of a dataset in columns, by their keys: what the folder has and what exports bring, merged one input after
//! another. Not a table of figures: cells are kept as the canonical file writes them.
//!
//! The rule, for two versions of one record: a dated fact after the day of an export proves the other version later; without
//! one the export is later than what was there before it. Within one export the version with the latest date is the later,
//! and of two such the one further down.

use std::collections::BTreeSet;
use std::sync::Arc;

use super::cell::Kept;
use super::moment;
use super::words::Words;
use crate::model::dataset::index::{Index, folded};
use crate::parse::schema::{Class, Field, FieldType, Schema};

/// A column of kept cells.
struct Column {
    words: Words,
    cells: Cells,
}

enum Cells {
    Words(Vec<u32>),
    Moments(Vec<u64>),
}

impl Column {
    fn get(&self, row: u32) -> Kept {
        match &self.cells {
            Cells::Words(cells) => Kept::from(cells[row as usize]),
            Cells::Moments(cells) => cells[row as usize],
        }
    }

    fn push(&mut self, cell: Kept) {
        match &mut self.cells {
            Cells::Words(cells) => cells.push(cell as u32),
            Cells::Moments(cells) => cells.push(cell),
        }
    }

    fn set(&mut self, row: u32, cell: Kept) {
        match &mut self.cells {
            Cells::Words(cells) => cells[row as usize] = cell as u32,
            Cells::Moments(cells) => cells[row as usize] = cell,
        }
    }
}

/// What became of the records of one input, and how (birleştirme sayıları).
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Merged {
    /// Records nobody had before.
    pub new: u64,
    /// Records that were there already, word for word.
    pub same: u64,
    /// Records whose later version came.
    pub updated: u64,
    /// Records of which the folder, or an export read before, holds the later version.
    pub kept: u64,
    /// Rows that say once more what another row of the same file says.
    pub repeated: u64,
}

/// Two versions that contradict each other beyond one being the later (çakışma).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Conflict {
    /// The record.
    pub key: Arc<str>,
    /// What happened.
    pub kind: ConflictKind,
}

/// The kinds of conflicts.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum ConflictKind {
    /// What was there is later than the export and was kept.
    Kept,
    /// A day that was there is gone in the later version: reopened, or an older export.
    DayGone,
}

/// What became of one row.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Pushed {
    Taken,
    /// The same file has another row with this key and other contents.
    Contradicts,
}

/// A dataset's records (defter).
pub(super) struct Book {
    pub(super) schema: Arc<Schema>,
    /// The fields that are kept, by their place in the schema.
    fields: Vec<usize>,
    columns: Vec<Column>,
    key: Vec<usize>,
    period: Option<usize>,
    index: Index,
    /// The month each row belongs to, which is its file; 0 is none.
    months: Vec<u32>,
    /// The input each row's version came from; 0 is the folder.
    inputs: Vec<u16>,
    /// The day of each input; nothing for the folder.
    days: Vec<u64>,
    /// The first row of the current input.
    first: u32,
    /// For each row: the row of the current input that contests it, one more so that 0 is none. Shorter than the rows.
    contested: Vec<u32>,
    contests: Vec<u32>,
    dead: Vec<bool>,
    /// Without a key: how often each row stands, and how often so far in the current input.
    copies: Vec<(u32, u32)>,
    touched: BTreeSet<u32>,
    current: u16,
    merged: Merged,
    /// Days after this one are slips, and prove nothing.
    today: u64,
}

impl Book {
    pub(super) fn new(schema: &Arc<Schema>, today: u64) -> Book {
        let kept = |field: &Field| field.class != Class::Personal;
        let fields: Vec<usize> = (0..schema.fields.len()).filter(|i| kept(&schema.fields[*i])).collect();
        let place = |name: &Arc<str>| fields.iter().position(|i| schema.fields[*i].name == *name);
        let columns = fields.iter().map(|i| Column {
            words: Words::default(),
            cells: match schema.fields[*i].kind {
                FieldType::Date | FieldType::DateTime => Cells::Moments(Vec::new()),
                _ => Cells::Words(Vec::new()),
            },
        });
        let columns: Vec<Column> = columns.collect();
        let period = schema.period.as_ref().and_then(place).filter(|i| matches!(columns[*i].cells, Cells::Moments(_)));
        Book {
            key: schema.primary_key.iter().filter_map(place).collect(),
            period,
            columns,
            fields,
            schema: Arc::clone(schema),
            index: Index::default(),
            months: Vec::new(),
            inputs: Vec::new(),
            days: vec![0],
            first: 0,
            contested: Vec::new(),
            contests: Vec::new(),
            dead: Vec::new(),
            copies: Vec::new(),
            touched: BTreeSet::new(),
            current: 0,
            merged: Merged::default(),
            today,
        }
    }

    /// The kept field at a place.
    pub(super) fn field(&self, place: usize) -> &Field {
        &self.schema.fields[self.fields[place]]
    }

    /// How many fields are kept.
    pub(super) fn width(&self) -> usize {
        self.fields.len()
    }

    /// Whether a field is one of days.
    pub(super) fn is_day(&self, place: usize) -> bool {
        matches!(self.columns[place].cells, Cells::Moments(_))
    }

    /// The place of a field among the kept ones.
    pub(super) fn place(&self, name: &str) -> Option<usize> {
        self.fields.iter().position(|i| &*self.schema.fields[*i].name == name)
    }

    /// The places of the fields of the key.
    pub(super) fn key(&self) -> &[usize] {
        &self.key
    }

    pub(super) fn words(&mut self, place: usize) -> &mut Words {
        &mut self.columns[place].words
    }

    /// The first field of the key of a row that is not in the book yet.
    pub(super) fn key_text(&self, cells: &[Kept]) -> Option<Arc<str>> {
        let place = *self.key.first()?;
        (cells[place] != 0).then(|| self.text(place, cells[place]))
    }

    fn text(&self, place: usize, cell: Kept) -> Arc<str> {
        let mut out = Vec::new();
        self.write_cell(place, cell, &mut out);
        String::from_utf8_lossy(&out).as_ref().into()
    }

    /// The latest day a row tells of, slips into the future left out.
    fn latest(&self, cells: impl Fn(usize) -> Kept) -> u64 {
        let days = (0..self.columns.len()).filter(|i| matches!(self.columns[*i].cells, Cells::Moments(_)));
        days.map(cells).filter(|at| *at <= self.today).max().unwrap_or(0)
    }

    fn hash(&self, cells: impl Fn(usize) -> Kept) -> u64 {
        match self.key.is_empty() {
            true => (0..self.columns.len()).fold(0, |sum, i| folded(sum, cells(i))),
            false => self.key.iter().fold(0, |sum, i| folded(sum, cells(*i))),
        }
    }

    /// The month a row belongs to by its own period.
    pub(super) fn month_of(&self, cells: &[Kept]) -> u32 {
        self.period.map_or(0, |i| moment::month_of(cells[i]))
    }

    /// Takes a row of the current input that belongs to a month.
    pub(super) fn push(&mut self, cells: &[Kept], month: u32) -> Pushed {
        let hash = self.hash(|i| cells[i]);
        let (columns, key) = (&self.columns, &self.key);
        let new = self.inputs.len() as u32;
        let same = |row: u32| match key.is_empty() {
            true => columns.iter().zip(cells).all(|(column, cell)| column.get(row) == *cell),
            false => key.iter().all(|i| columns[*i].get(row) == cells[*i]),
        };
        match self.index.find_or_add(hash, new, same) {
            None => {
                self.append(cells, month);
                self.copies_of_new();
                self.merged.new += u64::from(self.current > 0);
                self.touch(new);
                Pushed::Taken
            }
            Some(row) if self.key.is_empty() => self.copy(row),
            Some(row) => {
                let contender = self.contested.get(row as usize).copied().unwrap_or(0);
                match (contender, self.inputs[row as usize] == self.current) {
                    (0, false) => {
                        self.append(cells, month);
                        self.contested.resize(self.contested.len().max(row as usize + 1), 0);
                        self.contested[row as usize] = new + 1;
                        self.contests.push(row);
                        Pushed::Taken
                    }
                    (0, true) => self.repeat(row, cells, month),
                    (contender, _) => self.repeat(contender - 1, cells, month),
                }
            }
        }
    }

    fn append(&mut self, cells: &[Kept], month: u32) {
        self.months.push(month);
        self.columns.iter_mut().zip(cells).for_each(|(column, cell)| column.push(*cell));
        self.inputs.push(self.current);
        self.dead.push(false);
    }

    fn copies_of_new(&mut self) {
        if self.key.is_empty() {
            self.copies.push((1, 1));
        }
    }

    /// One more row with these very words, in a dataset without a key: as many stay as the input with most of them has.
    fn copy(&mut self, row: u32) -> Pushed {
        let (copies, so_far) = &mut self.copies[row as usize];
        *so_far += 1;
        if *so_far > *copies {
            *copies += 1;
            self.merged.new += u64::from(self.current > 0);
            self.touch(row);
        } else {
            self.merged.same += 1;
        }
        Pushed::Taken
    }

    /// The current input has this key already, in `row`.
    fn repeat(&mut self, row: u32, cells: &[Kept], month: u32) -> Pushed {
        self.merged.repeated += 1;
        if self.columns.iter().zip(cells).all(|(column, cell)| column.get(row) == *cell) {
            return Pushed::Taken;
        }
        if self.latest(|i| cells[i]) >= self.latest(|i| self.columns[i].get(row)) {
            self.touch(row);
            self.columns.iter_mut().zip(cells).for_each(|(column, cell)| column.set(row, *cell));
            self.months[row as usize] = month;
            self.touch(row);
        }
        Pushed::Contradicts
    }

    /// A new input begins.
    pub(super) fn begin(&mut self, input: u16) {
        self.current = input;
        self.first = self.inputs.len() as u32;
        self.days.resize(usize::from(input) + 1, 0);
        self.merged = Merged::default();
        self.copies.iter_mut().for_each(|(_, so_far)| *so_far = 0);
    }

    /// The latest day the current input tells of.
    pub(super) fn as_of(&self) -> u64 {
        (self.first..self.inputs.len() as u32).map(|row| self.latest(|i| self.columns[i].get(row))).max().unwrap_or(0)
    }

    /// The current input is read. `as_of` is its day; `absent` says which fields it does not have: of these, what is there
    /// stays. Rows are told from the conflicts.
    pub(super) fn finish(&mut self, as_of: u64, absent: &[bool]) -> (Merged, Vec<Conflict>) {
        let mut conflicts = Vec::new();
        self.days[usize::from(self.current)] = as_of;
        for row in std::mem::take(&mut self.contests) {
            let contender = self.contested[row as usize] - 1;
            self.dead[contender as usize] = true;
            let is_later_export = as_of >= self.days[usize::from(self.inputs[row as usize])];
            if is_later_export {
                self.inputs[row as usize] = self.current;
            }
            let given = |i: &usize| !absent[*i];
            let differs =
                (0..self.columns.len()).filter(given).any(|i| self.columns[i].get(row) != self.columns[i].get(contender));
            if !differs {
                self.merged.same += 1;
                continue;
            }
            let key = self.key.first().map(|i| self.text(*i, self.columns[*i].get(row))).unwrap_or_default();
            if !is_later_export || self.latest(|i| self.columns[i].get(row)) > as_of {
                self.merged.kept += 1;
                conflicts.push(Conflict { key, kind: ConflictKind::Kept });
                continue;
            }
            let is_day = |i: &usize| matches!(self.columns[*i].cells, Cells::Moments(_));
            let gone = |i: usize| self.columns[i].get(row) != 0 && self.columns[i].get(contender) == 0;
            if (0..self.columns.len()).filter(given).filter(is_day).any(gone) {
                conflicts.push(Conflict { key, kind: ConflictKind::DayGone });
            }
            self.merged.updated += 1;
            self.touch(row);
            for i in (0..self.columns.len()).filter(given) {
                let cell = self.columns[i].get(contender);
                self.columns[i].set(row, cell);
            }
            if self.period.is_none_or(|i| !absent[i]) {
                self.months[row as usize] = self.months[contender as usize];
            }
            self.touch(row);
        }
        self.contested.clear();
        (self.merged, conflicts)
    }

    /// The file a row belongs to has changed.
    fn touch(&mut self, row: u32) {
        if self.current > 0 {
            self.touched.insert(self.month(row));
        }
    }

    fn month(&self, row: u32) -> u32 {
        self.months[row as usize]
    }

    /// The name of the file of a month; 0 is no month.
    pub(super) fn file_name(&self, month: u32) -> String {
        match (self.period, month) {
            (Some(_), 0) => "tarihsiz.csv".to_owned(),
            (Some(_), month) => format!("{}.csv", moment::month_name(month)),
            (None, _) => format!("{}.csv", self.schema.name),
        }
    }

    /// The months of the rows of the folder's file that was just read, from row `first` on.
    pub(super) fn months_from(&self, first: usize) -> BTreeSet<u32> {
        (first as u32..self.inputs.len() as u32).map(|row| self.month(row)).collect()
    }

    /// How many rows there are.
    pub(super) fn rows(&self) -> usize {
        self.inputs.len()
    }

    /// The months whose files changed.
    pub(super) fn touched(&self) -> impl Iterator<Item = u32> {
        self.touched.iter().copied()
    }

    /// The rows of every file that changed, in the order of the key: a month, its rows, and how many lines they make.
    pub(super) fn changed(&self) -> Vec<(u32, Vec<u32>, u64)> {
        let mut files: std::collections::BTreeMap<u32, Vec<u32>> =
            self.touched.iter().map(|month| (*month, Vec::new())).collect();
        for row in (0..self.inputs.len() as u32).filter(|row| !self.dead[*row as usize]) {
            if let Some(rows) = files.get_mut(&self.month(row)) {
                rows.push(row);
            }
        }
        let by: Vec<usize> = if self.key.is_empty() { (0..self.columns.len()).collect() } else { self.key.clone() };
        let sorted = files.into_iter().map(|(month, mut rows)| {
            rows.sort_by(|a, b| self.compare(&by, *a, *b));
            let lines = rows.iter().map(|row| u64::from(self.copies_of(*row))).sum();
            (month, rows, lines)
        });
        sorted.collect()
    }

    fn copies_of(&self, row: u32) -> u32 {
        self.copies.get(row as usize).map_or(1, |(copies, _)| *copies)
    }

    fn compare(&self, by: &[usize], a: u32, b: u32) -> std::cmp::Ordering {
        let one = |column: &Column| match &column.cells {
            Cells::Moments(cells) => cells[a as usize].cmp(&cells[b as usize]),
            Cells::Words(cells) => column.words.word(cells[a as usize]).cmp(column.words.word(cells[b as usize])),
        };
        by.iter().map(|i| one(&self.columns[*i])).find(|order| order.is_ne()).unwrap_or(std::cmp::Ordering::Equal)
    }

    /// Writes the line of a row, as often as it stands.
    pub(super) fn write_row(&self, row: u32, out: &mut Vec<u8>) {
        let start = out.len();
        for i in 0..self.columns.len() {
            if i > 0 {
                out.push(b',');
            }
            self.write_cell(i, self.columns[i].get(row), out);
        }
        out.push(b'\n');
        let end = out.len();
        (1..self.copies_of(row)).for_each(|_| out.extend_from_within(start..end));
    }

    fn write_cell(&self, place: usize, cell: Kept, out: &mut Vec<u8>) {
        match &self.columns[place].cells {
            Cells::Moments(_) => moment::write(cell, out),
            Cells::Words(_) => out.extend_from_slice(self.columns[place].words.word(cell as u32)),
        }
    }
}
