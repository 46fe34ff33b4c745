//! What figures may ask: the datasets and registries as tables, and how far each column's values may travel. The three
//! sets of tables are the first wall: a figure for citizens is computed where private columns do not exist.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use jiff::civil::Date;

use crate::model::registry::Outlines;
use crate::table::{Cell, Sql, Table};
use crate::turkish::workdays::Calendar;

/// How far a column's values may travel.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Reach {
    /// Rows may be published (class `public`, registries).
    Everyone,
    /// Citizens see disclosed figures of it (class `internal`).
    Figures,
    /// Never beyond the staff (classes `staff` and `secret`).
    Staff,
}

/// A column of a [`Source`].
#[derive(Clone, Debug)]
pub struct Field {
    /// Its name in the table.
    pub name: Arc<str>,
    /// How far its values may travel.
    pub reach: Reach,
    /// The registry whose codes it holds.
    pub reference: Option<Arc<str>>,
}

/// What kind of table a [`Source`] is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SourceKind {
    /// Records of what happened.
    Dataset,
    /// A list of names (kütük): units, neighbourhoods. Its codes are in the column `kod`, its names in `ad`.
    Registry,
}

/// A table that figures may ask (kaynak).
#[derive(Clone, Debug)]
pub struct Source {
    /// Its name; `halk-masasi` is called `halk_masasi` in SQL.
    pub name: Arc<str>,
    /// What it is called.
    pub title: Arc<str>,
    /// Dataset or registry.
    pub kind: SourceKind,
    /// The rows.
    pub table: Table,
    /// Its columns; a column of the table without a field never travels.
    pub fields: Vec<Field>,
    /// True when the records are about people: its schema names personal columns.
    pub about_people: bool,
    /// The files the rows come from.
    pub files: Vec<Arc<str>>,
    /// True for made-up data.
    pub synthetic: bool,
    /// The date column that tells which period the rows cover.
    pub date: Option<Arc<str>>,
}

impl Source {
    /// How far the values of `column` may travel.
    pub fn reach(&self, column: &str) -> Reach {
        self.fields.iter().find(|f| &*f.name == column).map_or(Reach::Staff, |f| f.reach)
    }

    /// The table without the columns that may not travel as far as `to`; `None` when none is left.
    fn for_reach(&self, to: Reach) -> Option<Table> {
        let columns = self.table.columns().iter().map(|c| &*c.name);
        let kept: Vec<&str> = columns.filter(|name| self.reach(name) <= to).collect();
        if kept.is_empty() { None } else { self.table.select(&kept) }
    }
}

/// All tables that figures may ask.
pub struct Sources {
    list: Vec<Source>,
    exact: Sql,
    guarded: Sql,
    open: Sql,
    calendar: Calendar,
    today: Option<Date>,
    outlines: Arc<Outlines>,
}

impl Sources {
    /// Prepares the three sets of tables.
    pub fn new(mut list: Vec<Source>) -> Sources {
        list.sort_by(|a, b| a.name.cmp(&b.name));
        let (mut exact, mut guarded, mut open) = (Sql::new(), Sql::new(), Sql::new());
        for source in &list {
            exact.add(&source.name, source.table.clone());
            if let Some(table) = source.for_reach(Reach::Figures) {
                guarded.add(&source.name, table);
            }
            if let Some(table) = source.for_reach(Reach::Everyone).filter(|_| !source.about_people) {
                open.add(&source.name, table);
            }
        }
        Sources { list, exact, guarded, open, calendar: Calendar::new(&[], []), today: None, outlines: Arc::default() }
    }

    /// The same with a calendar of working days and the day of the build.
    #[must_use]
    pub fn with_calendar(mut self, calendar: Calendar, today: Date) -> Sources {
        self.calendar = calendar;
        self.today = Some(today);
        self
    }

    /// The same with the outlines of neighbourhoods.
    #[must_use]
    pub fn with_outlines(mut self, outlines: Arc<Outlines>) -> Sources {
        self.outlines = outlines;
        self
    }

    /// The outlines of the entries of a registry, where there are any.
    pub fn outlines(&self, registry: &str) -> Option<&Arc<Outlines>> {
        Some(&self.outlines).filter(|outlines| registry == "mahalleler" && !outlines.is_empty())
    }

    /// The day of the build, where one is known.
    pub fn today(&self) -> Option<Date> {
        self.today
    }

    /// The working days of the years whose holidays are listed.
    pub fn calendar(&self) -> &Calendar {
        &self.calendar
    }

    /// All sources, by name.
    pub fn iter(&self) -> impl Iterator<Item = &Source> {
        self.list.iter()
    }

    /// The source of that name, in either spelling.
    pub fn get(&self, name: &str) -> Option<&Source> {
        self.list.iter().find(|s| *s.name == *name || sql_name(&s.name) == name)
    }

    /// Every column: for the staff's figures.
    pub fn exact(&self) -> &Sql {
        &self.exact
    }

    /// Every column, for who needs nothing else.
    pub fn into_exact(self) -> Sql {
        self.exact
    }

    /// Without the columns that never travel: for figures that pass the disclosure rule.
    pub fn guarded(&self) -> &Sql {
        &self.guarded
    }

    /// Only what may be published row by row: for figures that are open as they are.
    pub fn open(&self) -> &Sql {
        &self.open
    }

    /// The sources a statement may read, each with the columns it may touch; more rather than fewer.
    pub fn touched(&self, sql: &str) -> Vec<(&Source, BTreeSet<Arc<str>>)> {
        let touched = self.exact.columns_mentioned(sql).into_iter();
        touched.filter_map(|(name, columns)| Some((self.get(&name)?, columns))).collect()
    }

    /// The names of each registry's codes: `birimler` → `fen-isleri` → `Fen İşleri Müdürlüğü`.
    pub fn labels(&self) -> BTreeMap<Arc<str>, Arc<BTreeMap<Arc<str>, Arc<str>>>> {
        let registries = self.list.iter().filter(|s| s.kind == SourceKind::Registry);
        registries.map(|s| (Arc::clone(&s.name), Arc::new(labels_of(&s.table)))).collect()
    }
}

fn labels_of(registry: &Table) -> BTreeMap<Arc<str>, Arc<str>> {
    let cells = registry.reveal("registries are public: reads the names of codes");
    let (Some(codes), Some(names)) = (cells.column("kod"), cells.column("ad")) else { return BTreeMap::new() };
    let named = codes.zip(names).filter_map(|(code, name)| match (code, name) {
        (Cell::Text(code), Cell::Text(name)) => Some((code, name)),
        (Cell::Integer(code), Cell::Text(name)) => Some((code.to_string().into(), name)),
        _ => None,
    });
    named.collect()
}

fn sql_name(name: &str) -> String {
    name.replace('-', "_").to_ascii_lowercase()
}
