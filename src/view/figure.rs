//! A figure as it is shown: its table in words, its chart as geometry, its method. No exact value hides in it.

use std::borrow::Cow;
use std::sync::Arc;

use super::chart::ChartDoc;

/// A figure ready to be shown to its audience (gösterge).
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct FigureDoc {
    /// Its id, with the slice's parameters folded in: an anchor and a file name.
    pub id: Arc<str>,
    /// What it shows.
    pub title: String,
    /// The chart, if the figure has one and it can be drawn.
    pub chart: Option<ChartDoc>,
    /// The same numbers.
    pub table: TableDoc,
    /// How the numbers are made: sentences.
    pub method: String,
    /// The period the numbers cover ("Ocak 2024 – Haziran 2026"), where the figure says it.
    pub period: Option<String>,
    /// How many records stand behind it, in words, where that may be said.
    pub n: Option<String>,
    /// The disclosure rule that was applied, in words; `None` for exact figures.
    pub disclosure: Option<String>,
    /// The signs used in the table, each with its meaning.
    pub legend: Vec<(String, String)>,
    /// The marks beside numbers of the table, each with its meaning.
    pub marks: Vec<(String, String)>,
    /// Names of the files the numbers come from.
    pub sources: Vec<String>,
    /// Address of its data files from the root of the site, without the endings of [`super::DataFormat`]; `None` where
    /// the numbers travel in another way.
    pub data: Option<String>,
    /// True when made of synthetic data.
    pub synthetic: bool,
}

/// A table ready to be shown (tablo).
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct TableDoc {
    /// The columns.
    pub columns: Vec<ColumnDoc>,
    /// The rows, each as long as `columns`.
    pub rows: Vec<Vec<CellDoc>>,
    /// Number of the column whose cells name their rows.
    pub header: usize,
    /// True where the cells are sentences and lists: on a narrow screen a row becomes a block of its own.
    pub wordy: bool,
}

impl TableDoc {
    /// A table of numbers, whose first column names the rows.
    pub fn new(columns: Vec<ColumnDoc>, rows: Vec<Vec<CellDoc>>) -> TableDoc {
        TableDoc { columns, rows, header: 0, wordy: false }
    }

    /// A table of words, whose column of this machine name names the rows.
    pub fn of_words(columns: Vec<ColumnDoc>, rows: Vec<Vec<CellDoc>>, header: &str) -> TableDoc {
        let header = columns.iter().position(|column| column.name == header).unwrap_or(0);
        TableDoc { columns, rows, header, wordy: true }
    }
}

/// A column of a [`TableDoc`].
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct ColumnDoc {
    /// Machine name, ASCII.
    pub name: String,
    /// Title in words, with the unit.
    pub title: String,
    /// How its cells are set and typed.
    pub kind: ColumnKind,
}

/// How a column's cells are set and typed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum ColumnKind {
    /// Words.
    Text,
    /// Whole numbers.
    Integer,
    /// Numbers with this many decimals.
    Decimal(u8),
    /// Turkish lira from whole kuruş.
    Money,
    /// A day.
    Date,
    /// A month of a year; machines read `2026-07`.
    Month,
    /// A year.
    Year,
}

impl ColumnKind {
    /// True for amounts: numbers one may add and compare, which stand at the right.
    pub fn is_amount(self) -> bool {
        matches!(self, ColumnKind::Integer | ColumnKind::Decimal(_) | ColumnKind::Money)
    }
}

/// A cell of a [`TableDoc`].
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct CellDoc {
    /// As read: `1.234,5`, `[c]`; a line break parts the entries of a list.
    pub text: Arc<str>,
    /// As computed: `1234.5`, `2026-07-01`; equals `text` for words, empty where there is no value.
    pub value: Arc<str>,
    /// Where the cell's words lead, from the root of the site.
    pub url: Option<Arc<str>>,
    /// Marks beside its number, as read: `[u]`, `[p] [r]`; empty for most.
    pub marks: &'static str,
    /// Between which values it lies by chance, where that is said.
    pub range: Option<Arc<RangeDoc>>,
}

/// The 95 % interval of a number (güven aralığı).
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct RangeDoc {
    /// As read: `30,2–63,9`.
    pub text: String,
    /// Both ends as computed.
    pub ends: [Arc<str>; 2],
}

impl FigureDoc {
    /// Everything the table's signs need explained: those in the place of numbers, then those beside them.
    pub fn signs(&self) -> impl Iterator<Item = &(String, String)> {
        self.legend.iter().chain(&self.marks)
    }
}

impl CellDoc {
    /// The marks and the interval beside its number: `[u] (30,2–63,9)`.
    pub fn beside(&self) -> Cow<'_, str> {
        match &self.range {
            None => Cow::Borrowed(self.marks),
            Some(range) => Cow::Owned(format!("{} ({})", self.marks, range.text)),
        }
    }

    /// The words with what stands beside them.
    pub fn marked(&self) -> Cow<'_, str> {
        if self.marks.is_empty() { Cow::Borrowed(&self.text) } else { Cow::Owned(format!("{} {}", self.text, self.beside())) }
    }
}
