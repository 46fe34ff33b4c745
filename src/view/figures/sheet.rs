//! One figure in words: every cell said once, rows found by value, whole or in slices. Whether a cell may be shown was
//! decided before; here there is only what may be shown.

use std::collections::{BTreeMap, HashMap};
use std::sync::{Arc, Mutex, OnceLock};

use super::row::{self, Named, Row};
use super::signs::{self, Sign};
use super::words::{self, Said};
use super::{FigureTrouble, NumberDoc, chart, package_of};
use crate::disclose::{Cell, Facts, FigureColumn, Labels, Marked, Ranges, Shape};
use crate::turkish;
use crate::view::{CellDoc, ColumnDoc, ColumnKind, FigureDoc, RangeDoc, SourceDoc, TableDoc};

/// A figure in words.
pub(super) struct Sheet {
    pub facts: Arc<Facts>,
    pub rows: Vec<Vec<Entry>>,
    /// How many records stand behind it, in words.
    pub n: Option<String>,
    /// The disclosure rule in words.
    pub disclosure: Option<String>,
    /// Whether its numbers lie in files of the same site.
    pub has_files: bool,
    /// True when counts are rounded.
    pub rounded: bool,
    /// What is marked beside its numbers.
    pub marks: Marked,
    /// Between which values uncertain shares and rates lie.
    pub ranges: Ranges,
    /// True when it has rows that may not be shown.
    pub closed: bool,
    labels: Arc<Labels>,
    places: Vec<OnceLock<HashMap<Arc<str>, Vec<u32>>>>,
    whole: OnceLock<Arc<FigureDoc>>,
    slices: Mutex<BTreeMap<String, Arc<FigureDoc>>>,
}

/// A cell of a sheet.
#[derive(Clone)]
pub(super) enum Entry {
    /// A value; its number where it is one that can be drawn, money in lira.
    Value(Said, Option<f64>),
    /// A sign in its place.
    Sign(Sign),
}

impl Entry {
    /// The words of a value that may be shown. A column of amounts without one says so, in its own words if it has any.
    pub(super) fn of(cell: &Cell, column: &FigureColumn, labels: &Labels) -> Entry {
        let shape = &column.shape;
        match (&column.missing, cell) {
            (Some(words), Cell::Null) => return Entry::Value(Said::words(words), None),
            (None, Cell::Null) if shape.is_amount() => return Entry::Sign(Sign::Missing),
            _ => {}
        }
        let number = match cell {
            Cell::Money(kurus) => Some(*kurus as f64 / 100.0),
            other => other.as_number(),
        };
        Entry::Value(words::say(cell, shape, labels), number)
    }

    fn doc(&self) -> CellDoc {
        match self {
            Entry::Value(said, _) => {
                CellDoc { text: Arc::clone(&said.text), value: Arc::clone(&said.value), url: None, marks: "", range: None }
            }
            Entry::Sign(sign) => CellDoc { text: sign.text().into(), value: "".into(), url: None, marks: "", range: None },
        }
    }

    /// As read.
    pub(super) fn text(&self) -> &str {
        match self {
            Entry::Value(said, _) => &said.text,
            Entry::Sign(sign) => sign.text(),
        }
    }

    /// What a slice names; signs have no name.
    pub(super) fn raw(&self) -> &str {
        match self {
            Entry::Value(said, _) => &said.raw,
            Entry::Sign(_) => "",
        }
    }
}

/// Rows of a sheet and the columns that chose them.
struct Slice {
    rows: Vec<u32>,
    columns: Vec<usize>,
    names: Vec<String>,
    /// What tells it from other slices.
    key: String,
    /// What is added to the figure's id.
    suffix: String,
}

impl Sheet {
    pub(super) fn new(facts: &Arc<Facts>, rows: Vec<Vec<Entry>>, labels: &Arc<Labels>) -> Sheet {
        Sheet {
            places: facts.columns.iter().map(|_| OnceLock::new()).collect(),
            facts: Arc::clone(facts),
            labels: Arc::clone(labels),
            rows,
            n: None,
            disclosure: None,
            has_files: true,
            rounded: false,
            marks: Marked::new(),
            ranges: Ranges::new(),
            closed: false,
            whole: OnceLock::new(),
            slices: Mutex::default(),
        }
    }

    /// The rows as names.
    pub(super) fn named_rows(&self) -> Vec<Row> {
        let columns: Arc<[Arc<str>]> = self.facts.columns.iter().map(|c| Arc::clone(&c.name)).collect();
        let place = |name: &str| columns.iter().position(|c| **c == *name);
        // A list of codes with their names: the name makes the better address where the code is a number.
        let code_and_name = place("kod").zip(place("ad"));
        let named = |row: &Vec<Entry>| {
            let mut cells: Vec<Named> =
                row.iter().zip(&self.facts.columns).map(|(entry, column)| named(entry, &column.shape)).collect();
            if let Some((code, name)) = code_and_name {
                let (raw, text) = (Arc::clone(&cells[code].raw), Arc::clone(&cells[name].text));
                cells[code].slug = row::slug(&Shape::Reference("".into()), &raw, &text);
            }
            Row { columns: Arc::clone(&columns), cells }
        };
        self.rows.iter().map(named).collect()
    }

    /// The figure, whole or in part; each part is put together once.
    pub(super) fn figure(&self, slice: &[(&str, &str)]) -> Result<Arc<FigureDoc>, FigureTrouble> {
        if slice.is_empty() {
            return Ok(Arc::clone(self.whole.get_or_init(|| Arc::new(self.document(&self.everything())))));
        }
        let slice = self.slice(slice)?;
        if let Some(made) = self.slices.lock().expect("no holder of the lock panics").get(&slice.key) {
            return Ok(Arc::clone(made));
        }
        let document = Arc::new(self.document(&slice));
        let mut slices = self.slices.lock().expect("no holder of the lock panics");
        Ok(Arc::clone(slices.entry(slice.key).or_insert(document)))
    }

    /// One number.
    pub(super) fn number(&self, slice: &[(&str, &str)], column: Option<&str>) -> Result<NumberDoc, FigureTrouble> {
        let slice = if slice.is_empty() { self.everything() } else { self.slice(slice)? };
        let amounts = || self.facts.columns.iter().enumerate().filter(|(_, c)| c.shape.is_amount()).map(|(i, _)| i);
        let column = match column {
            Some(name) => Some(self.place(name)?),
            None => self.facts.counts.first().and_then(|c| self.place(c).ok()).or_else(|| amounts().next()),
        };
        match (slice.rows.as_slice(), column) {
            ([row], Some(column)) => {
                let cell = self.rows[*row as usize][column].doc();
                Ok(NumberDoc { text: cell.text, value: cell.value })
            }
            ([], Some(_)) if self.closed => Ok(NumberDoc { text: Sign::Withheld.text().into(), value: "".into() }),
            // A group that is known but has no row: nobody was counted, and of nobody there is no statistic.
            ([], Some(column)) if self.facts.counts.contains(&self.facts.columns[column].name) => {
                Ok(NumberDoc { text: "0".into(), value: "0".into() })
            }
            ([], Some(_)) => Ok(NumberDoc { text: Sign::Missing.text().into(), value: "".into() }),
            (rows, _) => {
                Err(FigureTrouble::NotOneNumber { id: self.facts.id.to_string(), rows: rows.len(), columns: amounts().count() })
            }
        }
    }

    /// The tables behind it.
    pub(super) fn sources(&self) -> Vec<SourceDoc> {
        let doc = |o: &crate::disclose::Origin| SourceDoc {
            title: o.title.to_string(),
            file: o.file.to_string(),
            synthetic: o.synthetic,
        };
        self.facts.sources.iter().map(doc).collect()
    }

    fn everything(&self) -> Slice {
        Slice {
            rows: (0..self.rows.len() as u32).collect(),
            columns: Vec::new(),
            names: Vec::new(),
            key: String::new(),
            suffix: String::new(),
        }
    }

    fn place(&self, column: &str) -> Result<usize, FigureTrouble> {
        self.facts.columns.iter().position(|c| *c.name == *column).ok_or_else(|| FigureTrouble::UnknownColumn {
            id: self.facts.id.to_string(),
            column: column.to_owned(),
            known: self.facts.columns.iter().map(|c| c.name.to_string()).collect(),
        })
    }

    fn slice(&self, wanted: &[(&str, &str)]) -> Result<Slice, FigureTrouble> {
        let mut slice =
            Slice { rows: Vec::new(), columns: Vec::new(), names: Vec::new(), key: String::new(), suffix: String::new() };
        for (i, (column, value)) in wanted.iter().enumerate() {
            let place = self.place(column)?;
            let found = self.index(place).get(*value).map_or(&[][..], Vec::as_slice);
            let shape = &self.facts.columns[place].shape;
            if found.is_empty() && !self.closed && !self.is_known(shape, value) {
                let (id, column, value) = (self.facts.id.to_string(), (*column).to_owned(), (*value).to_owned());
                return Err(FigureTrouble::NoSuchRow { id, column, value });
            }
            match i {
                0 => slice.rows.extend_from_slice(found),
                _ => slice.rows.retain(|row| found.binary_search(row).is_ok()),
            }
            slice.columns.push(place);
            slice.names.push(self.name_of(shape, value));
            slice.key.push_str(&format!("{column}={value}\n"));
            slice.suffix.push('-');
            turkish::slug_into(value, &mut slice.suffix);
        }
        Ok(slice)
    }

    /// Rows by value of one column, made when first asked for.
    fn index(&self, column: usize) -> &HashMap<Arc<str>, Vec<u32>> {
        self.places[column].get_or_init(|| {
            let mut index: HashMap<Arc<str>, Vec<u32>> = HashMap::new();
            for (i, row) in self.rows.iter().enumerate() {
                if let Entry::Value(said, _) = &row[column] {
                    index.entry(Arc::clone(&said.raw)).or_default().push(i as u32);
                }
            }
            index
        })
    }

    /// True when a row may well come whose column has this slug: `birim.slug`, `slug` (of the first column), `ay`.
    pub(super) fn may_come(&self, placeholder: &str, slug: &str) -> bool {
        let place = |name: &str| self.facts.columns.iter().find(|c| *c.name == *name);
        let column = match placeholder.split_once('.') {
            Some((name, _)) => place(name),
            None => place(placeholder).or(self.facts.columns.first()),
        };
        column.is_some_and(|column| match &column.shape {
            Shape::Reference(registry) => self.labels.get(registry).is_some_and(|names| {
                names.iter().any(|(code, name)| **code == *slug || *row::slug(&column.shape, code, name) == *slug)
            }),
            shape => self.is_known(shape, slug),
        })
    }

    /// True for values a figure may well have no row of: codes of the registry, months.
    fn is_known(&self, shape: &Shape, value: &str) -> bool {
        match shape {
            Shape::Reference(registry) => self.labels.get(registry).is_some_and(|names| names.contains_key(value)),
            Shape::Month => words::month_words(value) != value,
            _ => false,
        }
    }

    fn name_of(&self, shape: &Shape, value: &str) -> String {
        match shape {
            Shape::Reference(registry) => {
                let name = self.labels.get(registry).and_then(|names| names.get(value));
                name.map_or_else(|| value.to_owned(), |name| name.to_string())
            }
            Shape::Month => words::month_words(value),
            _ => value.to_owned(),
        }
    }

    /// How many records stand behind a slice: the sum of its count, where every one of them may be said.
    fn n_of(&self, rows: &[&[Entry]]) -> Option<String> {
        let count = self.place(self.facts.counts.first()?).ok()?;
        let counted = rows.iter().map(|row| match &row[count] {
            Entry::Value(_, number) => *number,
            Entry::Sign(_) => None,
        });
        let n = turkish::number::integer(counted.sum::<Option<f64>>()? as i64);
        Some(if self.rounded { format!("Yaklaşık {n} kayıt") } else { format!("{n} kayıt") })
    }

    /// The month or year a slice was cut to.
    fn period_of(&self, slice: &Slice) -> Option<String> {
        let in_time = |column: &usize| matches!(self.facts.columns[*column].shape, Shape::Month | Shape::Year);
        let place = slice.columns.iter().position(in_time)?;
        slice.names.get(place).cloned()
    }

    /// Months of no year, which lay years side by side, are words.
    fn kind_of(&self, column: usize) -> ColumnKind {
        match words::kind(&self.facts.columns[column].shape) {
            ColumnKind::Month if self.rows.iter().any(|row| matches!(row[column].raw().len(), 1..=6)) => ColumnKind::Text,
            kind => kind,
        }
    }

    /// The interval of a cell in words, as exact as the cell.
    fn range(&self, row: u32, column: usize) -> Option<Arc<RangeDoc>> {
        let (low, high) = self.ranges.get(&(row as usize, column))?;
        let [low, high] =
            [low, high].map(|end| words::say(&Cell::Decimal(*end), &self.facts.columns[column].shape, &self.labels));
        Some(Arc::new(RangeDoc { text: format!("{}–{}", low.text, high.text), ends: [low.value, high.value] }))
    }

    fn document(&self, slice: &Slice) -> FigureDoc {
        let facts = &self.facts;
        let shown: Vec<usize> = (0..facts.columns.len()).filter(|i| !slice.columns.contains(i)).collect();
        let rows: Vec<&[Entry]> = slice.rows.iter().map(|row| self.rows[*row as usize].as_slice()).collect();
        let title = match slice.names.is_empty() {
            true => facts.title.clone(),
            false => format!("{}: {}", facts.title, slice.names.join(", ")),
        };
        let stands = |sign| rows.iter().any(|r| shown.iter().any(|i| matches!(r[*i], Entry::Sign(s) if s == sign)));
        let has = |sign: Sign| stands(sign) || (self.closed && sign == Sign::Withheld);
        let meaning = |sign: Sign| if self.closed && sign == Sign::Withheld { signs::CLOSED } else { sign.meaning() };
        let legend = Sign::ALL.into_iter().filter(|s| has(*s)).map(|s| (s.text().to_owned(), meaning(s).to_owned()));
        let marks = |row: u32, column: usize| self.marks.get(&(row as usize, column)).copied().unwrap_or_default();
        let cells = |(at, row): (&u32, &&[Entry])| {
            let cell = |i: &usize| CellDoc { marks: signs::beside(marks(*at, *i)), range: self.range(*at, *i), ..row[*i].doc() };
            shown.iter().map(cell).collect()
        };
        let ranged = slice.rows.iter().any(|row| shown.iter().any(|i| self.ranges.contains_key(&(*row as usize, *i))));
        let every_mark = slice.rows.iter().flat_map(|row| shown.iter().map(|i| marks(*row, *i)));
        let column = |i: &usize| {
            let column = &facts.columns[*i];
            ColumnDoc { name: column.name.to_string(), title: column.title.clone(), kind: self.kind_of(*i) }
        };
        FigureDoc {
            id: format!("{}{}", facts.id, slice.suffix).into(),
            chart: chart::draw(facts, &title, &slice.columns, &rows),
            table: TableDoc::new(shown.iter().map(column).collect(), slice.rows.iter().zip(&rows).map(cells).collect()),
            legend: legend.collect(),
            marks: signs::explained(every_mark, ranged),
            method: facts.method.clone(),
            period: self.period_of(slice).or_else(|| facts.period.clone()),
            n: if slice.columns.is_empty() { self.n.clone() } else { self.n_of(&rows) },
            disclosure: self.disclosure.clone(),
            sources: facts.sources.iter().map(|o| o.file.to_string()).collect(),
            data: self.has_files.then(|| format!("/veri/{}/{}", package_of(facts.sources.iter().map(|o| &*o.file)), facts.id)),
            synthetic: facts.synthetic,
            title,
        }
    }
}

fn named(entry: &Entry, shape: &Shape) -> Named {
    Named { raw: entry.raw().into(), text: entry.text().into(), slug: row::slug(shape, entry.raw(), entry.text()) }
}
