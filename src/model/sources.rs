//! Datasets and registries as the tables that figures may ask, each column with how far its values may travel.

use std::sync::Arc;

use jiff::civil::Date;

use super::dataset::{Dataset, Datasets};
use super::figure::{Field, Reach, Source, SourceKind, Sources};
use super::registry::Registries;
use crate::parse::schema::{Class, FieldType};
use crate::table::{Column, Kind, Table, TableBuilder, Values};

/// Everything a figure's SQL may name: datasets, registries, and `bugun` (column `tarih`), the day of the build.
pub fn of(datasets: &Datasets, registries: &Registries, today: Date) -> Sources {
    let units = registry("birimler", "Birimler", registries.units_table(), "data/birimler/birimler.yaml");
    let neighbourhoods =
        registry("mahalleler", "Mahalleler", registries.neighbourhoods_table(), "data/mahalleler/mahalleler.yaml");
    let mut list = vec![units, neighbourhoods, Source { files: Vec::new(), ..registry("bugun", "Bugün", day(today), "") }];
    list.extend(datasets.iter().map(dataset));
    Sources::new(list).with_calendar(registries.calendar(), today).with_outlines(Arc::clone(&registries.outlines))
}

fn day(today: Date) -> Table {
    let mut values = Values::new(Kind::Date);
    values.push_date(today);
    let mut builder = TableBuilder::new();
    builder.column(Column::new("tarih", Kind::Date), values);
    builder.finish()
}

fn registry(name: &str, title: &str, table: Table, file: &str) -> Source {
    let fields = table
        .columns()
        .iter()
        .map(|c| Field { name: Arc::clone(&c.name), reach: Reach::Everyone, reference: (&*c.name == "kod").then(|| name.into()) })
        .collect();
    Source {
        name: name.into(),
        title: title.into(),
        kind: SourceKind::Registry,
        table,
        fields,
        about_people: false,
        files: vec![file.into()],
        synthetic: false,
        date: None,
    }
}

fn dataset(dataset: &Dataset) -> Source {
    let schema = &dataset.schema;
    let fields = schema.fields.iter().filter_map(|field| {
        let reach = match field.class {
            Class::Public => Reach::Everyone,
            Class::Internal => Reach::Figures,
            Class::Staff | Class::Secret => Reach::Staff,
            // Such a column was never read; leaving it out keeps it unsayable in SQL too.
            Class::Personal => return None,
        };
        let reference = match &field.kind {
            FieldType::Reference(to) => Some(Arc::clone(to)),
            _ => None,
        };
        Some(Field { name: Arc::clone(&field.name), reach, reference })
    });
    Source {
        name: Arc::clone(&schema.name),
        title: Arc::clone(&schema.title),
        kind: SourceKind::Dataset,
        table: dataset.exact().clone(),
        fields: fields.collect(),
        about_people: schema.fields.iter().any(|f| f.class == Class::Personal),
        files: dataset.files.clone(),
        synthetic: schema.synthetic,
        date: schema.period.clone(),
    }
}
