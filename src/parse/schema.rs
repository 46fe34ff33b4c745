//! `dataset.yaml` → a schema: which files, which columns, of which type and class. A Frictionless Table Schema in YAML
//! with what a Turkish office needs besides. Not the data, and no other file is looked at: whether a registry exists is
//! the model's question.

use std::sync::Arc;

use super::nearest;
use super::shape::Shape;
use super::tree::{self, Keys, Tree};
use crate::diag::{Code, Diagnostic, Diagnostics, Place};
use crate::turkish::number::Separators;

/// Who may see a column (sütun sınıfı).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Class {
    /// Rows may be published.
    Public,
    /// Staff may see rows; citizens see disclosed figures.
    Internal,
    /// Names of personnel: internal and custody forms only.
    Staff,
    /// Addresses of machines and the like: internal only, never in a public aggregate.
    Secret,
    /// Citizens' own: never read.
    Personal,
}

/// What a column's cells are (alan türü).
#[derive(Clone, Debug, PartialEq)]
pub enum FieldType {
    /// Words or codes, kept as written.
    String,
    /// A whole number.
    Integer,
    /// A number with a fraction.
    Decimal,
    /// An amount of lira, kept as whole kuruş.
    Money,
    /// A day.
    Date,
    /// A day with its time.
    DateTime,
    /// Yes or no.
    Boolean,
    /// One of the listed values.
    Enum,
    /// A code of a registry (`birimler`, `mahalleler`) or a key of another dataset.
    Reference(Arc<str>),
    /// Free prose; never public.
    Text,
}

/// What must hold for every cell of a column (kısıtlar).
#[derive(Clone, Debug, Default)]
pub struct Constraints {
    /// Every row has a value.
    pub required: bool,
    /// No value stands twice.
    pub unique: bool,
    /// Smallest number (money: in lira) or first day, as written in the schema.
    pub minimum: Option<String>,
    /// Greatest number or last day.
    pub maximum: Option<String>,
    /// What the whole text looks like.
    pub pattern: Option<regex::Regex>,
    /// The allowed values, in the order of the schema.
    pub values: Vec<Arc<str>>,
}

/// A column's declaration (alan).
#[derive(Clone, Debug)]
pub struct Field {
    /// Machine name.
    pub name: Arc<str>,
    /// Title in words.
    pub title: Option<Arc<str>>,
    /// What the cells are.
    pub kind: FieldType,
    /// Who may see them.
    pub class: Class,
    /// Headers under which exports carry the column; its name and title count too.
    pub headers: Vec<String>,
    /// The file of other spellings, beside the registry's own: alias → code.
    pub aliases: Option<Arc<str>>,
    /// What must hold.
    pub constraints: Constraints,
    /// Other spellings of enum values: spelling → value.
    pub spellings: Vec<(String, Arc<str>)>,
    /// Which separators numbers use.
    pub separators: Separators,
    /// The field with the day on which a reference must have been valid.
    pub valid_on: Option<Arc<str>>,
    /// Line of the declaration in the schema.
    pub line: u32,
}

/// A key into another dataset (yabancı anahtar).
#[derive(Clone, Debug)]
pub struct ForeignKey {
    /// Fields of this dataset.
    pub fields: Vec<Arc<str>>,
    /// The other dataset.
    pub resource: Arc<str>,
    /// Its fields, in the same order.
    pub reference: Vec<Arc<str>>,
    /// Line in the schema.
    pub line: u32,
}

/// A dataset's description (veri kümesi şeması).
#[derive(Clone, Debug)]
pub struct Schema {
    /// The schema's own file.
    pub file: Arc<str>,
    /// Machine name, as the folder is usually called.
    pub name: Arc<str>,
    /// Title in words.
    pub title: Arc<str>,
    /// What the dataset is, in a sentence or two.
    pub description: Option<String>,
    /// Code of the responsible unit.
    pub unit: Option<String>,
    /// Patterns of file names, with `*`.
    pub files: Vec<String>,
    /// The sheet of a workbook; the first one when absent.
    pub sheet: Option<String>,
    /// Fields that together name a row.
    pub primary_key: Vec<Arc<str>>,
    /// Keys into other datasets.
    pub foreign_keys: Vec<ForeignKey>,
    /// Texts that mean "no value", folded; the empty text always does.
    pub missing: Vec<String>,
    /// The columns, in order.
    pub fields: Vec<Field>,
    /// True when made up: everything made from it says "örnek veri".
    pub synthetic: bool,
    /// The field whose day says to which period a row belongs.
    pub period: Option<Arc<str>>,
    /// Where the data come from, in words.
    pub source: Option<String>,
    /// Under which licence rows are published.
    pub licence: Option<String>,
}

impl Schema {
    /// The field of that name.
    pub fn field(&self, name: &str) -> Option<&Field> {
        self.fields.iter().find(|f| &*f.name == name)
    }
}

/// Reads a schema. `None` when the file is no map or the dataset has no name; what else is wrong is said and left out.
pub fn read(diag: &mut Diagnostics, file: &Arc<str>, text: &str) -> Option<Schema> {
    let tree = tree::read(diag, file, text)?;
    of_tree(diag, file, &tree)
}

/// What a schema file may hold.
pub fn shape() -> Shape {
    Shape::of(|diag, file, tree| drop(of_tree(diag, file, tree)))
}

fn of_tree(diag: &mut Diagnostics, file: &Arc<str>, tree: &Tree) -> Option<Schema> {
    let mut keys = Keys::of(diag, file, tree, "dataset.yaml")?;
    let name = keys.required(diag, "name");
    let title = keys.required(diag, "title");
    let mut files = keys.texts(diag, "files");
    if files.is_empty() {
        files = vec!["*.csv".into(), "*.xlsx".into()];
    }
    let fields: Vec<Field> = keys.list(diag, "fields").iter().filter_map(|tree| field(diag, file, tree)).collect();
    let foreign_keys = keys.list(diag, "foreignKeys").iter().filter_map(|tree| foreign_key(diag, file, tree)).collect();
    let schema = Schema {
        file: Arc::clone(file),
        description: keys.text(diag, "description"),
        unit: keys.text(diag, "unit"),
        files,
        sheet: keys.text(diag, "sheet"),
        primary_key: names(keys.texts(diag, "primaryKey")),
        foreign_keys,
        missing: keys.texts(diag, "missingValues").iter().map(|m| crate::turkish::fold(m)).filter(|m| !m.is_empty()).collect(),
        fields,
        synthetic: keys.flag(diag, "synthetic"),
        period: keys.text(diag, "period").map(Into::into),
        source: keys.text(diag, "source"),
        licence: keys.text(diag, "licence"),
        title: title.or_else(|| name.clone()).unwrap_or_default().into(),
        name: name.as_deref().unwrap_or_default().into(),
    };
    let place = keys.place();
    keys.finish(diag);
    check(diag, &schema, &place);
    name.map(|_| schema)
}

/// What one schema must agree on with itself.
fn check(diag: &mut Diagnostics, schema: &Schema, place: &Place) {
    let at = |line: u32| Place::at(Arc::clone(&schema.file), line, 0);
    for (i, field) in schema.fields.iter().enumerate() {
        if schema.fields[..i].iter().any(|f| f.name == field.name) {
            diag.push(bad(at(field.line), "twice", &field.name));
        }
        if field.kind == FieldType::Text && field.class == Class::Public {
            diag.push(bad(at(field.line), "public-text", &field.name));
        }
        if field.kind == FieldType::Enum && field.constraints.values.is_empty() && field.class != Class::Personal {
            diag.push(bad(at(field.line), "empty-enum", &field.name));
        }
    }
    let is_personal = |name: &str| schema.field(name).is_some_and(|f| f.class == Class::Personal);
    let keys = schema.primary_key.iter().filter(|name| !is_personal(name));
    let own = keys.chain(&schema.period).map(|name| (name, place.line));
    let own = own.chain(schema.fields.iter().filter_map(|f| f.valid_on.as_ref().map(|name| (name, f.line))));
    for field in schema.primary_key.iter().filter_map(|name| schema.field(name)) {
        match field.class {
            Class::Personal => diag.push(bad(at(field.line), "personal-key", &field.name)),
            Class::Secret | Class::Staff => {
                diag.push(Diagnostic::new(Code::PROTECTED_KEY, at(field.line)).with("name", field.name.to_string()));
            }
            Class::Public | Class::Internal => {}
        }
    }
    for (name, line) in own.chain(schema.foreign_keys.iter().flat_map(|k| k.fields.iter().map(|n| (n, k.line)))) {
        if schema.field(name).is_none() || is_personal(name) {
            diag.push(bad(at(line), "no-field", name));
        }
    }
    for key in schema.foreign_keys.iter().filter(|key| key.fields.len() != key.reference.len()) {
        diag.push(bad(at(key.line), "key-length", &key.resource));
    }
    if schema.fields.is_empty() {
        diag.push(Diagnostic::new(Code::MISSING_KEY, place.clone()).with("key", "fields"));
    }
}

fn bad(place: Place, why: &'static str, name: &str) -> Diagnostic {
    Diagnostic::new(Code::BAD_SCHEMA, place).with("why", why).with("name", name.to_owned())
}

const TYPES: [&str; 11] =
    ["string", "integer", "decimal", "number", "money", "date", "datetime", "boolean", "enum", "reference", "text"];
const CLASSES: &[(&str, Class)] = &[
    ("public", Class::Public),
    ("internal", Class::Internal),
    ("staff", Class::Staff),
    ("secret", Class::Secret),
    ("personal", Class::Personal),
];

fn field(diag: &mut Diagnostics, file: &Arc<str>, tree: &Tree) -> Option<Field> {
    let mut keys = Keys::of(diag, file, tree, "fields")?;
    let name = keys.required(diag, "name")?;
    // Where nobody said who may see it, nobody may.
    let class = keys.chosen(diag, "class", CLASSES).unwrap_or(Class::Personal);
    let kind = kind(diag, &mut keys);
    let constraints = keys.sub(diag, "constraints").map(|keys| constraints(diag, &kind, keys)).unwrap_or_default();
    let field = Field {
        title: keys.text(diag, "title").map(Into::into),
        headers: keys.texts(diag, "headers"),
        aliases: keys.text(diag, "aliases").map(Into::into),
        spellings: spellings(diag, &mut keys),
        separators: keys.chosen(diag, "format", SEPARATORS).unwrap_or(Separators::Unstated),
        valid_on: keys.text(diag, "validOn").map(Into::into),
        name: name.into(),
        kind,
        class,
        constraints,
        line: tree.line,
    };
    keys.text(diag, "description");
    keys.finish(diag);
    Some(field)
}

fn kind(diag: &mut Diagnostics, keys: &mut Keys<'_>) -> FieldType {
    const EXPECTED: &str = "string | integer | decimal | money | date | datetime | boolean | enum | reference | text";
    let to = keys.text(diag, "to");
    let Some(tree) = keys.get_as("type", Shape::Choice(TYPES.to_vec())) else { return FieldType::String };
    match tree.scalar().unwrap_or_default() {
        "string" => FieldType::String,
        "integer" => FieldType::Integer,
        "decimal" | "number" => FieldType::Decimal,
        "money" => FieldType::Money,
        "date" => FieldType::Date,
        "datetime" => FieldType::DateTime,
        "boolean" => FieldType::Boolean,
        "enum" => FieldType::Enum,
        "text" => FieldType::Text,
        "reference" if keys.demand(diag, "to") => to.map_or(FieldType::String, |to| FieldType::Reference(to.into())),
        "reference" => FieldType::String,
        other => {
            let near = nearest(other, TYPES.iter().copied()).filter(|near| *near != other);
            let _: Option<()> =
                keys.bad(diag, "type", tree, near.and_then(|n| TYPES.iter().find(|t| **t == n)).copied().unwrap_or(EXPECTED));
            FieldType::String
        }
    }
}

/// How numbers are separated, by the name of the way.
pub(super) const SEPARATORS: &[(&str, Separators)] =
    &[("tr", Separators::Turkish), ("en", Separators::Us), ("plain", Separators::Plain)];

fn constraints(diag: &mut Diagnostics, kind: &FieldType, mut keys: Keys<'_>) -> Constraints {
    let constraints = Constraints {
        required: keys.flag(diag, "required"),
        unique: keys.flag(diag, "unique"),
        minimum: keys.text(diag, "minimum"),
        maximum: keys.text(diag, "maximum"),
        pattern: keys.parsed(diag, "pattern", "[0-9]{4}/[0-9]+", |p| regex::Regex::new(&format!("^(?:{p})$")).ok()),
        values: names(keys.texts(diag, "enum")),
    };
    for (key, limit) in [("minimum", &constraints.minimum), ("maximum", &constraints.maximum)] {
        // A limit that nobody understands would let every cell through.
        if let Some(limit) = limit.as_ref().filter(|limit| !is_limit(kind, limit)) {
            let expected = if matches!(kind, FieldType::Date | FieldType::DateTime) { "2026-01-31" } else { "1250.50" };
            let complaint = Diagnostic::new(Code::BAD_VALUE, keys.place().field(key)).with("key", key);
            diag.push(complaint.with("value", limit.clone()).with("expected", expected));
        }
    }
    keys.finish(diag);
    constraints
}

/// Whether a limit can be compared with the cells of its column.
fn is_limit(kind: &FieldType, text: &str) -> bool {
    match kind {
        FieldType::Date | FieldType::DateTime => text.parse::<jiff::civil::Date>().is_ok(),
        _ => text.parse::<f64>().is_ok_and(f64::is_finite),
    }
}

/// `values: {Telefon: [Çağrı merkezi, Tel]}`.
fn spellings(diag: &mut Diagnostics, keys: &mut Keys<'_>) -> Vec<(String, Arc<str>)> {
    let Some(tree) = keys.get_as("values", Shape::Named(Box::new(Shape::Texts))) else { return Vec::new() };
    let tree::Node::Map(entries) = &tree.node else {
        return keys.bad(diag, "values", tree, "{değer: [yazım, …]}").unwrap_or_default();
    };
    let mut out = Vec::new();
    for (value, spellings) in entries {
        let value: Arc<str> = value.scalar().unwrap_or_default().into();
        out.extend(spellings.items().iter().filter_map(|s| s.scalar()).map(|s| (s.to_owned(), Arc::clone(&value))));
    }
    out
}

fn foreign_key(diag: &mut Diagnostics, file: &Arc<str>, tree: &Tree) -> Option<ForeignKey> {
    let mut keys = Keys::of(diag, file, tree, "foreignKeys")?;
    let fields = names(keys.texts(diag, "fields"));
    let target = keys.sub(diag, "reference");
    keys.finish(diag);
    let mut inner = target?;
    let resource = inner.required(diag, "resource")?.into();
    let reference = names(inner.texts(diag, "fields"));
    inner.finish(diag);
    Some(ForeignKey { fields, resource, reference, line: tree.line })
}

fn names(texts: Vec<String>) -> Vec<Arc<str>> {
    texts.into_iter().map(Into::into).collect()
}
