//! The small registries everything else refers to: units, neighbourhoods, holidays, monetary limits, other names.
//! Small enough to be structs; for SQL the first two are also tables. Not datasets: nothing here is about a citizen.

mod names;
mod read;

pub use crate::parse::geometry::Rings;
pub use names::{Match, Names};
pub(crate) use read::aliases;
pub(in crate::model) use read::each;
pub use read::{load, shapes};

use std::collections::BTreeMap;
use std::sync::Arc;

use jiff::civil::Date;

use crate::table::{Column, Kind, Table, TableBuilder, Values};
use crate::turkish::collate::Order;
use crate::turkish::workdays::{Calendar, Holiday};

/// When an entry of a registry holds (geçerlilik). An open end is unknown or not yet.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Validity {
    /// First day.
    pub from: Option<Date>,
    /// Last day.
    pub to: Option<Date>,
}

impl Validity {
    /// True when the entry held on `day`.
    pub fn holds_on(&self, day: Date) -> bool {
        self.from.is_none_or(|from| from <= day) && self.to.is_none_or(|to| day <= to)
    }
}

/// An organisational unit (birim, müdürlük).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Unit {
    /// Its code: ASCII, never changes.
    pub code: Arc<str>,
    /// Full name.
    pub name: Arc<str>,
    /// Short name; the full one where none is given.
    pub short_name: Arc<str>,
    /// When it exists.
    pub validity: Validity,
    /// Code of the unit above.
    pub parent: Option<Arc<str>>,
    /// Where this is known from.
    pub source: Option<String>,
    /// True when the name is not confirmed and serves only the made-up data.
    pub sample: bool,
}

/// A neighbourhood (mahalle), keyed by the national address register's code because names repeat.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Neighbourhood {
    /// Code in the national address register.
    pub code: Arc<str>,
    /// Name without "Mahallesi".
    pub name: Arc<str>,
    /// When it belongs to the municipality.
    pub validity: Validity,
    /// Inhabitants, if known.
    pub population: Option<Population>,
}

/// A count of inhabitants (nüfus).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Population {
    /// How many.
    pub people: u32,
    /// At the end of which year; `None` where nobody confirmed it.
    pub year: Option<i16>,
    /// Where this is known from.
    pub source: Option<String>,
}

/// A monetary limit of procurement law (parasal limit), as it holds between two days.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Limit {
    /// Article of Law 4734: `22/d`.
    pub article: Arc<str>,
    /// Which of the article's limits.
    pub class: Arc<str>,
    /// When it holds.
    pub validity: Validity,
    /// The amount in kuruş.
    pub kurus: i64,
    /// Where this is known from.
    pub source: Option<String>,
}

/// Outlines by code (sınırlar).
pub type Outlines = BTreeMap<Arc<str>, Rings>;

/// All registries (kayıtlar).
#[derive(Clone, Debug, Default)]
pub struct Registries {
    /// Units, in the order of their file.
    pub units: Vec<Unit>,
    /// Neighbourhoods, in the order of their file.
    pub neighbourhoods: Vec<Neighbourhood>,
    /// Public holidays, by date.
    pub holidays: Vec<Holiday>,
    /// Monetary limits, in the order of their file.
    pub limits: Vec<Limit>,
    /// The outlines of neighbourhoods by code; empty where none are known.
    pub outlines: Arc<Outlines>,
    /// How units are written.
    pub unit_names: Names,
    /// How neighbourhoods are written.
    pub neighbourhood_names: Names,
}

impl Registries {
    /// The unit with this code.
    pub fn unit(&self, code: &str) -> Option<&Unit> {
        self.units.iter().find(|unit| &*unit.code == code)
    }

    /// The units' names by code.
    pub fn titles_of_units(&self) -> BTreeMap<String, String> {
        self.units.iter().map(|unit| (unit.code.to_string(), unit.name.to_string())).collect()
    }

    /// The neighbourhood with this code.
    pub fn neighbourhood(&self, code: &str) -> Option<&Neighbourhood> {
        self.neighbourhoods.iter().find(|n| &*n.code == code)
    }

    /// The names and entries a `to:` of a schema means, if it is a registry.
    pub fn names_of(&self, registry: &str) -> Option<&Names> {
        match registry {
            "birimler" => Some(&self.unit_names),
            "mahalleler" => Some(&self.neighbourhood_names),
            _ => None,
        }
    }

    /// All codes of a registry.
    pub fn codes_of(&self, registry: &str) -> Vec<Arc<str>> {
        match registry {
            "birimler" => self.units.iter().map(|unit| Arc::clone(&unit.code)).collect(),
            "mahalleler" => self.neighbourhoods.iter().map(|n| Arc::clone(&n.code)).collect(),
            _ => Vec::new(),
        }
    }

    /// When the entry `code` of a registry holds; always, where it is not known.
    pub fn validity(&self, registry: &str, code: &str) -> Validity {
        let found = match registry {
            "birimler" => self.unit(code).map(|unit| unit.validity),
            "mahalleler" => self.neighbourhood(code).map(|n| n.validity),
            _ => None,
        };
        found.unwrap_or_default()
    }

    /// The limit of an article and class on a day.
    pub fn limit(&self, article: &str, class: &str, day: Date) -> Option<&Limit> {
        self.limits.iter().find(|l| &*l.article == article && &*l.class == class && l.validity.holds_on(day))
    }

    /// The calendar of working days. A year counts as known when any of its holidays is listed.
    pub fn calendar(&self) -> Calendar {
        let mut years: Vec<i16> = self.holidays.iter().map(|holiday| holiday.date.year()).collect();
        years.sort_unstable();
        years.dedup();
        Calendar::new(&self.holidays, years)
    }

    /// The table `birimler` of SQL: kod, ad, kisa_ad, baslangic, bitis, ust, ornek.
    pub fn units_table(&self) -> Table {
        let mut columns = Columns::new(&[
            ("kod", Kind::Text),
            ("ad", Kind::Text),
            ("kisa_ad", Kind::Text),
            ("baslangic", Kind::Date),
            ("bitis", Kind::Date),
            ("ust", Kind::Text),
            ("ornek", Kind::Boolean),
        ]);
        for unit in &self.units {
            let [code, name, short, from, to, parent, sample] = &mut columns.0[..] else { unreachable!("seven were made") };
            code.1.push_text(&unit.code);
            name.1.push_text(&unit.name);
            short.1.push_text(&unit.short_name);
            push_date(&mut from.1, unit.validity.from);
            push_date(&mut to.1, unit.validity.to);
            match &unit.parent {
                Some(code) => parent.1.push_text(code),
                None => parent.1.push_null(),
            }
            sample.1.push_boolean(unit.sample);
        }
        columns.finish()
    }

    /// The table `mahalleler` of SQL: kod, ad, sira, baslangic, bitis, nufus, nufus_yili; `sira` is the place in Turkish
    /// alphabetical order, which SQL does not know.
    pub fn neighbourhoods_table(&self) -> Table {
        let mut columns = Columns::new(&[
            ("kod", Kind::Text),
            ("ad", Kind::Text),
            ("sira", Kind::Integer),
            ("baslangic", Kind::Date),
            ("bitis", Kind::Date),
            ("nufus", Kind::Integer),
            ("nufus_yili", Kind::Integer),
        ]);
        let mut names: Vec<&str> = self.neighbourhoods.iter().map(|n| &*n.name).collect();
        let order = Order::new();
        names.sort_by(|a, b| order.compare(a, b));
        for n in &self.neighbourhoods {
            let [code, name, place, from, to, people, year] = &mut columns.0[..] else { unreachable!("seven were made") };
            code.1.push_text(&n.code);
            name.1.push_text(&n.name);
            push_integer(&mut place.1, names.iter().position(|other| *other == &*n.name).map(|at| at as i64 + 1));
            push_date(&mut from.1, n.validity.from);
            push_date(&mut to.1, n.validity.to);
            push_integer(&mut people.1, n.population.as_ref().map(|p| i64::from(p.people)));
            push_integer(&mut year.1, n.population.as_ref().and_then(|p| p.year).map(i64::from));
        }
        columns.finish()
    }
}

struct Columns(Vec<(Column, Values)>);

impl Columns {
    fn new(described: &[(&str, Kind)]) -> Columns {
        Columns(described.iter().map(|(name, kind)| (Column::new(*name, *kind), Values::new(*kind))).collect())
    }

    fn finish(self) -> Table {
        let mut builder = TableBuilder::new();
        for (column, values) in self.0 {
            builder.column(column, values);
        }
        builder.finish()
    }
}

fn push_date(values: &mut Values, date: Option<Date>) {
    match date {
        Some(date) => values.push_date(date),
        None => values.push_null(),
    }
}

fn push_integer(values: &mut Values, number: Option<i64>) {
    match number {
        Some(number) => values.push_integer(number),
        None => values.push_null(),
    }
}
