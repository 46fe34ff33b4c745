//! The tree that `rapor.typ` walks: the keys of `/veri.json`, as types. Every string in it is a value to Typst.
//! Not a document of the view: [`super::data`] makes this from one.

use serde::Serialize;

/// A report as the template reads it.
#[derive(Serialize)]
pub struct Data {
    /// Title of the document and of the first page.
    pub title: String,
    /// Publisher, as a property of the document.
    pub author: String,
    /// Publisher with its unit, at the end.
    pub publisher: String,
    /// One or two sentences.
    pub summary: Option<String>,
    /// Lines of the letterhead.
    pub letterhead: Vec<String>,
    /// The title at the top of the pages after the first, in one line.
    pub running_title: String,
    /// Publisher and date at the foot of every page.
    pub running_publisher: String,
    /// Address of the report on its own site.
    pub url: String,
    /// The day in words.
    pub date: Option<String>,
    /// True when every page says "örnek veri".
    pub synthetic: bool,
    /// True when the first page lists the headings.
    pub contents: bool,
    /// The text.
    pub body: Vec<Node>,
    /// Tables with the numbers of the charts.
    pub appendix: Vec<Node>,
    /// The footnotes, number = place + 1.
    pub notes: Vec<Vec<Node>>,
    /// Every sign of the report with its meaning.
    pub legend: Vec<(String, String)>,
    /// Heading of the last section, which says who published what.
    pub about: &'static str,
    /// Where the facts come from.
    pub sources: Vec<Source>,
}

/// A file the report was made from.
#[derive(Serialize)]
pub struct Source {
    /// What it is called.
    pub title: String,
    /// Its path in the repository.
    pub file: String,
    /// True for made-up data.
    pub synthetic: bool,
}

/// A block, under the name the template knows it by; fields as in `prose::Block`.
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
    Picture(Picture),
    Data(DataTable),
    /// Blocks on paper turned sideways.
    Landscape {
        c: Vec<Node>,
    },
}

/// A term with its definition.
#[derive(Serialize)]
pub struct Definition {
    /// The term.
    pub term: Vec<Word>,
    /// What it means.
    pub c: Vec<Node>,
}

/// A drawing.
#[derive(Serialize)]
pub struct Chart {
    /// Path of the SVG among the virtual files.
    pub file: String,
    /// The text alternative.
    pub alt: String,
    /// What it shows.
    pub caption: Vec<Word>,
    /// Method, period and the like: label and words.
    pub remarks: Vec<(&'static str, String)>,
    /// Label of the table with the same numbers.
    pub numbers: Option<String>,
}

/// A picture.
#[derive(Serialize)]
pub struct Picture {
    /// Its path among the virtual files.
    pub file: String,
    /// The text alternative; `None` where it only decorates.
    pub alt: Option<String>,
    /// Width in pixels of the web (1/96 inch): it is not printed larger.
    pub width: u32,
    /// The line below it.
    pub caption: Option<String>,
}

/// A table made from data.
#[derive(Serialize)]
pub struct DataTable {
    /// Unique in the report.
    pub label: String,
    /// What it shows.
    pub caption: Vec<Word>,
    /// The columns; the first is the row's header.
    pub columns: Vec<Column>,
    /// The rows, each as long as `columns`.
    pub rows: Vec<Vec<String>>,
    /// Letter size in points.
    pub size: f32,
    /// True when it is short enough never to be split between pages.
    pub whole: bool,
    /// Method, period and the like: label and words.
    pub remarks: Vec<(&'static str, String)>,
    /// As in [`Chart`]; a table has its numbers itself.
    pub numbers: Option<String>,
}

/// A column of a [`DataTable`].
#[derive(Serialize)]
pub struct Column {
    /// What stands in its head.
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
    Foreign {
        /// Its code.
        language: String,
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
