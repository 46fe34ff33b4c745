//! The tree that `rapor.typ` walks: the keys of `/veri.json`, as types. Every string in it is a value to Typst.
//! Not a document of the view: [`super::data`] makes this from one.

use serde::Serialize;

/// A report as the template reads it.
#[derive(Serialize)]
pub struct Data {
    pub title: String,
    pub author: String,
    pub summary: Option<String>,
    pub letterhead: Vec<String>,
    /// The title at the top of the pages after the first, in one line.
    pub running_title: String,
    /// Publisher and date at the foot of every page.
    pub running_publisher: String,
    pub url: String,
    /// The day in words.
    pub date: Option<String>,
    pub synthetic: bool,
    /// True when the first page lists the headings.
    pub contents: bool,
    pub body: Vec<Node>,
    /// Tables with the numbers of the charts.
    pub appendix: Vec<Node>,
    /// The footnotes, number = place + 1.
    pub notes: Vec<Vec<Node>>,
    pub legend: Vec<(String, String)>,
    pub sources: Vec<Source>,
}

/// A file the report was made from.
#[derive(Serialize)]
pub struct Source {
    pub title: String,
    pub file: String,
    pub synthetic: bool,
}

/// A block.
#[derive(Serialize)]
#[serde(tag = "t", rename_all = "lowercase")]
pub enum Node {
    Heading {
        level: u8,
        c: Vec<Word>,
    },
    Paragraph {
        c: Vec<Word>,
    },
    Plain {
        c: Vec<Word>,
    },
    Bullets {
        items: Vec<Vec<Node>>,
    },
    Numbers {
        start: u64,
        items: Vec<Vec<Node>>,
    },
    Quote {
        title: Option<&'static str>,
        c: Vec<Node>,
    },
    Code {
        text: String,
    },
    Table {
        align: Vec<&'static str>,
        head: Vec<Vec<Word>>,
        cells: Vec<Vec<Word>>,
    },
    Rule,
    Definitions {
        items: Vec<Definition>,
    },
    Chart(Chart),
    Data(DataTable),
    /// Blocks on paper turned sideways.
    Landscape {
        c: Vec<Node>,
    },
}

/// A term with its definition.
#[derive(Serialize)]
pub struct Definition {
    pub term: Vec<Word>,
    pub c: Vec<Node>,
}

/// A drawing.
#[derive(Serialize)]
pub struct Chart {
    /// Path of the SVG among the virtual files.
    pub file: String,
    /// The text alternative.
    pub alt: String,
    pub caption: Vec<Word>,
    pub remarks: Vec<(&'static str, String)>,
    /// Label of the table with the same numbers.
    pub numbers: Option<String>,
}

/// A table made from data.
#[derive(Serialize)]
pub struct DataTable {
    /// Unique in the report.
    pub label: String,
    pub caption: Vec<Word>,
    pub columns: Vec<Column>,
    pub rows: Vec<Vec<String>>,
    /// Letter size in points.
    pub size: f32,
    /// True when it is short enough never to be split between pages.
    pub whole: bool,
    pub remarks: Vec<(&'static str, String)>,
    /// As in [`Chart`]; a table has its numbers itself.
    pub numbers: Option<String>,
}

/// A column of a [`DataTable`].
#[derive(Serialize)]
pub struct Column {
    pub title: String,
    /// True when its cells stand at the line's end, as numbers do.
    pub end: bool,
}

/// A piece of a line: words, or marked words.
#[derive(Serialize)]
#[serde(untagged)]
pub enum Word {
    Text(String),
    Mark(Mark),
}

/// Marked words.
#[derive(Serialize)]
#[serde(tag = "t", rename_all = "lowercase")]
pub enum Mark {
    Emphasis {
        c: Vec<Word>,
    },
    Strong {
        c: Vec<Word>,
    },
    Strike {
        c: Vec<Word>,
    },
    Code {
        text: String,
    },
    Link {
        url: String,
        c: Vec<Word>,
    },
    Number {
        text: String,
    },
    Break,
    /// The number of a footnote.
    Note {
        number: u32,
    },
}
