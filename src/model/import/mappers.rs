//! What every field's words may mean, put together from schema, registries and the profile of a file. Not the mapping of a
//! cell.

use std::sync::Arc;

use indexmap::IndexMap;

use super::book::Book;
use super::cell::{Mapper, Setting};
use crate::diag::{Code, Diagnostic, Diagnostics, Place};
use crate::model::dataset::intake::names_of;
use crate::model::registry::{Match, Names, Registries};
use crate::parse;
use crate::parse::profile::{Named, Profile};
use crate::parse::schema::{Field, FieldType, Schema};
use crate::source::World;
use crate::turkish::date::Form;

/// The vocabularies of all books (sözlükler).
pub(super) struct Mappers<'s> {
    schemas: Vec<&'s Schema>,
    /// By book, by place.
    names: Vec<Vec<Option<Names>>>,
    places: Vec<Vec<usize>>,
}

impl<'s> Mappers<'s> {
    /// The vocabularies of some datasets, without a profile. `books` are theirs.
    pub(super) fn new(
        diag: &mut Diagnostics,
        world: &dyn World,
        registries: &Registries,
        all: &'s IndexMap<Arc<str>, Arc<Schema>>,
        books: &[Book],
    ) -> Mappers<'s> {
        let (mut schemas, mut names, mut places) = (Vec::new(), Vec::new(), Vec::new());
        for book in books {
            let schema: &'s Schema = all.get(&book.schema.name).expect("a book is of one of the schemas");
            let of_book = |name: &Arc<str>| schema.fields.iter().position(|field| field.name == *name);
            let own: Vec<usize> = (0..book.width()).filter_map(|place| of_book(&book.field(place).name)).collect();
            names.push(own.iter().map(|i| words(diag, world, registries, all, schema, &schema.fields[*i])).collect());
            places.push(own);
            schemas.push(schema);
        }
        Mappers { schemas, names, places }
    }

    /// The mapper of a book's field for files of a profile. A spelling of the profile for a value that is not there is
    /// complained about.
    pub(super) fn of(&self, diag: &mut Diagnostics, book: usize, place: usize, profile: &'s Profile) -> Mapper<'s> {
        let schema = self.schemas[book];
        let field = &schema.fields[self.places[book][place]];
        let also = profile.also.iter().find(|also| also.dataset == schema.name);
        let of_also = also.map(|also| also.values.as_slice()).unwrap_or_default();
        let own = if also.is_some() { of_also } else { &profile.values };
        let mut names = self.names[book][place].clone();
        for (spellings, value) in own.iter().filter(|(spellings, _)| spellings.name == field.name) {
            add(diag, profile, field, &mut names, spellings, value);
        }
        let is_link = matches!(field.kind, FieldType::Reference(_)) && names.is_none();
        let setting = Setting {
            names,
            separators: profile.separators,
            form: Form { order: profile.order, century: profile.century },
            missing: &schema.missing,
            profile_missing: &profile.missing,
            is_key: is_link || schema.primary_key.contains(&field.name),
        };
        Mapper::new(field, setting)
    }
}

/// The words of a field's own: a registry's, or those of the schema's list.
fn words(
    diag: &mut Diagnostics,
    world: &dyn World,
    registries: &Registries,
    all: &IndexMap<Arc<str>, Arc<Schema>>,
    schema: &Schema,
    field: &Field,
) -> Option<Names> {
    if field.kind != FieldType::Enum {
        return names_of(diag, world, registries, schema, all, field);
    }
    let mut names = Names::default();
    let own = field.constraints.values.iter().map(|value| (&**value, value));
    for (spelling, value) in own.chain(field.spellings.iter().map(|(spelling, value)| (&**spelling, value))) {
        names.add(spelling, value);
    }
    Some(names)
}

fn add(diag: &mut Diagnostics, profile: &Profile, field: &Field, names: &mut Option<Names>, spellings: &Named, value: &Arc<str>) {
    let is_list = matches!(field.kind, FieldType::Enum | FieldType::Reference(_));
    let known = names.get_or_insert_default();
    let meant = match known.find(value) {
        Match::Code(code) => code,
        _ if !is_list => {
            known.add(value, value);
            Arc::clone(value)
        }
        found => {
            let place = Place::at(Arc::clone(&profile.file), spellings.line, 0).field(Arc::clone(&field.name));
            let complaint = Diagnostic::new(Code::UNKNOWN_VALUE, place).with("value", value.to_string());
            diag.push(match found {
                Match::Unknown(Some(near)) => complaint.with("nearest", near.to_string()).hint("nearest"),
                _ => complaint,
            });
            return;
        }
    };
    spellings.texts.iter().for_each(|spelling| known.settle(spelling, &meant));
}

/// The profiles of a dataset, in the order of their names, and the one that was asked for.
pub(super) fn profiles(
    diag: &mut Diagnostics,
    (world, inputs): (&dyn World, &dyn World),
    schema: &Schema,
    wanted: Option<&str>,
) -> Vec<Profile> {
    let folder = format!("{}profiller", schema.file.trim_end_matches("dataset.yaml"));
    if let Some(path) = wanted.filter(|name| name.ends_with(".yaml")) {
        return read(diag, inputs, &path.into()).into_iter().collect();
    }
    let files = world.list(diag, &folder);
    let paths: Vec<Arc<str>> = files.into_iter().map(|file| file.path).filter(|path| path.ends_with(".yaml")).collect();
    let name_of = |path: &Arc<str>| path.rsplit('/').next().unwrap_or(path).trim_end_matches(".yaml").to_owned();
    match wanted {
        None => paths.iter().filter_map(|path| read(diag, world, path)).collect(),
        Some(wanted) => match paths.iter().find(|path| name_of(path) == wanted) {
            Some(path) => read(diag, world, path).into_iter().collect(),
            None => {
                let names: Vec<String> = paths.iter().map(name_of).collect();
                let complaint = Diagnostic::new(Code::UNKNOWN_PROFILE, Place::file(folder)).with("name", wanted.to_owned());
                diag.push(match parse::nearest(wanted, names.iter().map(String::as_str)) {
                    Some(near) => complaint.with("nearest", near.to_owned()).hint("nearest"),
                    None => complaint.with("names", names.join(", ")),
                });
                Vec::new()
            }
        },
    }
}

fn read(diag: &mut Diagnostics, world: &dyn World, path: &Arc<str>) -> Option<Profile> {
    match world.read(path) {
        Ok(bytes) => {
            let text = parse::utf8(diag, path, &bytes)?;
            parse::profile::read(diag, path, text)
        }
        Err(error) => {
            let place = Place::file(Arc::clone(path));
            diag.push(Diagnostic::unreadable(place, &error));
            None
        }
    }
}
