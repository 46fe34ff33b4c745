//! What a template may ask a document for: the names of its fields, taken from the types themselves, so that no list of them
//! can fall behind. Not what stands in them.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use schemars::JsonSchema;
use schemars::generate::SchemaSettings;
use serde_json::Value;

use super::{LinkDoc, PageDoc, SiteDoc};

/// What stands under a name (alanın biçimi).
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Shape {
    /// Named fields.
    Map(BTreeMap<String, Shape>),
    /// Many of one kind.
    List(Box<Shape>),
    /// Words, a number, yes or no.
    Plain,
    /// Nobody knows.
    Any,
}

impl Shape {
    /// Named fields that are words.
    pub fn words<'n>(names: impl Iterator<Item = &'n str>) -> Shape {
        Shape::Map(names.map(|name| (name.to_owned(), Shape::Plain)).collect())
    }

    /// What one of many is.
    pub fn element(&self) -> Shape {
        match self {
            Shape::List(element) => (**element).clone(),
            _ => Shape::Any,
        }
    }

    /// What is either of two.
    pub fn or(self, other: Shape) -> Shape {
        match (self, other) {
            (Shape::Map(mut one), Shape::Map(other)) => {
                for (name, shape) in other {
                    let both = one.remove(&name).map_or(shape.clone(), |own| own.or(shape));
                    one.insert(name, both);
                }
                Shape::Map(one)
            }
            (Shape::List(one), Shape::List(other)) => Shape::List(Box::new(one.or(*other))),
            (Shape::Plain, Shape::Plain) => Shape::Plain,
            _ => Shape::Any,
        }
    }

    fn of<T: JsonSchema>() -> Shape {
        let settings = SchemaSettings::draft2020_12().with(|settings| settings.inline_subschemas = true);
        shape(settings.into_generator().into_root_schema_for::<T>().as_value())
    }
}

fn shape(schema: &Value) -> Shape {
    if let Some(fields) = schema["properties"].as_object() {
        return Shape::Map(fields.iter().map(|(name, schema)| (name.clone(), shape(schema))).collect());
    }
    if schema["items"].is_object() {
        return Shape::List(Box::new(shape(&schema["items"])));
    }
    let either = schema["anyOf"].as_array().and_then(|either| either.iter().find(|one| one["type"] != "null"));
    either.map_or(Shape::Plain, shape)
}

/// The documents that every template sees, by their names in templates.
pub static DOCUMENTS: LazyLock<[(&str, Shape); 3]> = LazyLock::new(|| {
    [
        ("page", Shape::of::<PageDoc>()),
        ("site", Shape::of::<SiteDoc>()),
        ("contents", Shape::List(Box::new(Shape::of::<LinkDoc>()))),
    ]
});

#[cfg(test)]
mod tests {
    use super::*;

    /// The field at `path` of a document; through lists without a step.
    fn at(path: &str) -> Option<Shape> {
        let mut steps = path.split('.');
        let root = steps.next()?;
        let mut shape = DOCUMENTS.iter().find(|(name, _)| *name == root).map(|(_, shape)| shape.clone())?;
        for step in steps {
            while let Shape::List(_) = shape {
                shape = shape.element();
            }
            let Shape::Map(fields) = shape else { return None };
            shape = fields.get(step)?.clone();
        }
        Some(shape)
    }

    #[test]
    fn the_types_say_which_fields_there_are() {
        for path in ["page.title", "page.url", "page.list.items.date.long", "page.language.others.url", "page.event.when"] {
            assert_eq!(at(path), Some(Shape::Plain), "{path}");
        }
        for path in ["page.data.packages.tables.files.url", "page.service.channels.title", "site.footer.links.url"] {
            assert_eq!(at(path), Some(Shape::Plain), "{path}");
        }
        assert!(matches!(at("page.groups"), Some(Shape::List(_))));
        for path in ["page.toc", "page.prose", "page.contents", "site.title", "page.list.items.link"] {
            assert_eq!(at(path), None, "{path}");
        }
    }
}
