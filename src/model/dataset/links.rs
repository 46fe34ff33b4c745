//! Keys into other datasets: every one of them must be there. Not registries: those are looked up cell by cell.

use std::collections::BTreeSet;
use std::sync::Arc;

use indexmap::{IndexMap, IndexSet};

use super::dataset_key;
use super::intake::Read;
use crate::diag::{Code, Diagnostic, Diagnostics, Place};
use crate::parse::capped::Capped;
use crate::parse::schema::Schema;
use crate::table::Cell;

type Schemas = IndexMap<Arc<str>, Arc<Schema>>;

/// The fields of a link and the fields they point to.
struct Link {
    fields: Vec<Arc<str>>,
    resource: Arc<str>,
    reference: Vec<Arc<str>>,
    line: u32,
}

fn links(schema: &Schema, schemas: &Schemas) -> Vec<Link> {
    let declared = schema.foreign_keys.iter().map(|key| Link {
        fields: key.fields.clone(),
        resource: Arc::clone(&key.resource),
        reference: key.reference.clone(),
        line: key.line,
    });
    let references = schema.fields.iter().filter_map(|field| {
        let (target, key) = dataset_key(&field.kind, schemas)?;
        let (fields, reference) = (vec![Arc::clone(&field.name)], vec![Arc::clone(key)]);
        Some(Link { fields, resource: Arc::clone(&target.name), reference, line: field.line })
    });
    declared.chain(references).collect()
}

/// The columns of `schema` that some link needs, on either side.
pub(super) fn columns(schema: &Schema, schemas: &Schemas) -> BTreeSet<Arc<str>> {
    let own = links(schema, schemas).into_iter().flat_map(|link| link.fields);
    let others = schemas.values().flat_map(|other| links(other, schemas)).filter(|link| link.resource == schema.name);
    own.chain(others.flat_map(|link| link.reference)).collect()
}

/// Complains about every row whose key the other dataset does not have.
pub(super) fn check(diag: &mut Diagnostics, read: &[Arc<Read>], schemas: &Schemas) {
    for this in read {
        let schema = &this.dataset.schema;
        for link in links(schema, schemas) {
            let place = Place::at(Arc::clone(&schema.file), link.line, 0);
            let Some(other) = read.iter().find(|r| r.dataset.schema.name == link.resource) else {
                diag.push(
                    Diagnostic::new(Code::BAD_SCHEMA, place).with("why", "no-dataset").with("name", link.resource.to_string()),
                );
                continue;
            };
            let (Some(ours), Some(theirs)) = (keys(this, &link.fields), keys(other, &link.reference)) else {
                diag.push(Diagnostic::new(Code::BAD_SCHEMA, place).with("why", "no-field").with("name", link.fields.join(", ")));
                continue;
            };
            let theirs: IndexSet<String> = theirs.into_iter().flatten().collect();
            report(diag, this, &link, ours.iter().enumerate().filter_map(|(row, key)| Some((row, key.as_ref()?))), &theirs);
        }
    }
}

fn report<'k>(
    diag: &mut Diagnostics,
    this: &Read,
    link: &Link,
    ours: impl Iterator<Item = (usize, &'k String)>,
    theirs: &IndexSet<String>,
) {
    let mut capped: IndexMap<Arc<str>, Capped> = IndexMap::new();
    for (row, key) in ours.filter(|(_, key)| !theirs.contains(*key)) {
        let (file, line) = this.lines.place(row);
        let field = link.fields.first().cloned().unwrap_or_default();
        // A key that spans lines may have swallowed rows.
        let shown =
            if this.shows(&field) && !key.contains('\n') { key.replace('\u{1f}', " ") } else { super::slip::HIDDEN.to_owned() };
        let complaint = Diagnostic::new(Code::BROKEN_REFERENCE, Place::cell(Arc::clone(&file), line, field));
        let complaint = complaint.with("value", shown).with("resource", link.resource.to_string());
        capped.entry(Arc::clone(&file)).or_insert_with(|| Capped::new(file)).push(diag, complaint);
    }
    capped.into_values().for_each(|c| c.finish(diag));
}

/// The key of every row, its fields joined; a row with an empty field has none. `None` when a field was not read.
fn keys(read: &Read, fields: &[Arc<str>]) -> Option<Vec<Option<String>>> {
    let table = read.dataset.exact();
    let cells = table.reveal("dataset: compares keys with those of another dataset");
    let mut keys: Vec<Option<String>> = vec![Some(String::new()); table.height()];
    for field in fields {
        for (key, cell) in keys.iter_mut().zip(cells.column(field)?) {
            let text = match cell {
                Cell::Text(text) => Some(text.to_string()),
                Cell::Integer(number) => Some(number.to_string()),
                Cell::Date(date) => Some(date.to_string()),
                _ => None,
            };
            *key = key.take().zip(text).map(|(key, text)| if key.is_empty() { text } else { format!("{key}\u{1f}{text}") });
        }
    }
    Some(keys)
}
