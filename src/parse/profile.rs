//! How one system writes its exports, in YAML: headers, vocabularies, forms of dates and numbers. Only tells a dataset's
//! fields under other names; what a field is stands in its schema. Not the mapping itself (`model::import`).

use std::sync::Arc;

use super::shape::Shape;
use super::tree::{self, Keys, Node, Tree};
use crate::diag::{Code, Diagnostic, Diagnostics, Place};
use crate::turkish::date::Order;
use crate::turkish::fold;
use crate::turkish::number::Separators;

/// How a system writes its exports (döküm profili).
#[derive(Clone, Debug)]
pub struct Profile {
    /// Its own file.
    pub file: Arc<str>,
    /// Machine name: that of its file.
    pub name: Arc<str>,
    /// Title in words.
    pub title: Arc<str>,
    /// The sheet of a workbook; the first one when absent.
    pub sheet: Option<String>,
    /// Which part of a date stands first.
    pub order: Order,
    /// The century of years of two digits (2000); without it they are refused.
    pub century: Option<i16>,
    /// Which separators numbers use; the field's own when absent.
    pub separators: Option<Separators>,
    /// Field → headers under which this system carries it.
    pub headers: Vec<Named>,
    /// Field of days → headers of a second column with the time of day.
    pub times: Vec<Named>,
    /// Headers of columns about citizens: known, and dropped.
    pub personal: Vec<String>,
    /// Headers of columns that nobody needs.
    pub ignored: Vec<String>,
    /// Field → value → spellings.
    pub values: Vec<(Named, Arc<str>)>,
    /// Texts that mean "no value", folded.
    pub missing: Vec<String>,
    /// How rows begin that are no records, folded: `rapor tarihi`.
    pub footers: Vec<String>,
    /// Other datasets that the same rows fill.
    pub also: Vec<Also>,
}

/// A name with texts and its line.
#[derive(Clone, Debug)]
pub struct Named {
    /// The field.
    pub name: Arc<str>,
    /// The texts.
    pub texts: Vec<String>,
    /// Its line in the profile.
    pub line: u32,
}

/// Another dataset that the same rows fill (ek veri kümesi): the referrals of a request.
#[derive(Clone, Debug)]
pub struct Also {
    /// The dataset.
    pub dataset: Arc<str>,
    /// The field that counts a request's records: 1, 2, 3 in the order of `order`.
    pub number: Option<Arc<str>>,
    /// Field → headers. With `{n}` in a header one row holds several records: `Sevk 1`, `Sevk 2`.
    pub headers: Vec<Named>,
    /// Records of a row that have columns of their own, each with what its columns do not say: `İlk Kapanış` is a day on
    /// which something was closed.
    pub records: Vec<Beside>,
    /// Field → value → spellings.
    pub values: Vec<(Named, Arc<str>)>,
    /// Line in the profile.
    pub line: u32,
}

/// One record among the columns of a row (yandaki kayıt).
#[derive(Clone, Debug)]
pub struct Beside {
    /// Field → headers.
    pub headers: Vec<Named>,
    /// Field → the value it always has.
    pub fixed: Vec<Named>,
}

impl Also {
    /// True when a row holds several records beside each other; else every row is one.
    pub fn is_wide(&self) -> bool {
        let numbered = self.headers.iter().flat_map(|h| &h.texts).any(|text| text.contains("{n}"));
        numbered || !self.records.is_empty()
    }
}

impl Profile {
    /// A profile that adds nothing to a schema: files that carry the schema's own headers.
    pub fn plain(file: &Arc<str>) -> Profile {
        Profile {
            file: Arc::clone(file),
            name: "".into(),
            title: "".into(),
            sheet: None,
            order: Order::DayFirst,
            century: None,
            separators: None,
            headers: Vec::new(),
            times: Vec::new(),
            personal: Vec::new(),
            ignored: Vec::new(),
            values: Vec::new(),
            missing: Vec::new(),
            footers: Vec::new(),
            also: Vec::new(),
        }
    }

    /// True when one request may stand in several rows.
    pub fn repeats_rows(&self) -> bool {
        self.also.iter().any(|also| !also.is_wide())
    }
}

/// Reads a profile. `None` when the file is no map; what else is wrong is said and left out.
pub fn read(diag: &mut Diagnostics, file: &Arc<str>, text: &str) -> Option<Profile> {
    let tree = tree::read(diag, file, text)?;
    of_tree(diag, file, &tree)
}

/// What a profile may hold.
pub fn shape() -> Shape {
    Shape::of(|diag, file, tree| drop(of_tree(diag, file, tree)))
}

fn of_tree(diag: &mut Diagnostics, file: &Arc<str>, tree: &Tree) -> Option<Profile> {
    let mut keys = Keys::of(diag, file, tree, "profil")?;
    let stem = file.rsplit('/').next().unwrap_or(file).trim_end_matches(".yaml");
    let folded = |texts: Vec<String>| texts.iter().map(|t| fold(t)).filter(|t| !t.is_empty()).collect::<Vec<_>>();
    let mut profile = Profile::plain(file);
    profile.name = stem.into();
    profile.title = keys.text(diag, "title").unwrap_or_else(|| stem.to_owned()).into();
    profile.sheet = keys.text(diag, "sheet");
    profile.order = keys.chosen(diag, "dates", ORDERS).unwrap_or(Order::DayFirst);
    profile.century = keys.chosen(diag, "century", &[("1900", 1900), ("2000", 2000)]);
    profile.separators = keys.chosen(diag, "numbers", super::schema::SEPARATORS);
    profile.headers = keys.get_as("headers", texts_by_field()).map(|tree| named(diag, file, tree, "headers")).unwrap_or_default();
    profile.times = keys.get_as("times", texts_by_field()).map(|tree| named(diag, file, tree, "times")).unwrap_or_default();
    profile.personal = keys.texts(diag, "personal");
    profile.ignored = keys.texts(diag, "ignored");
    profile.values =
        keys.get_as("values", Shape::Named(Box::new(texts_by_field()))).map(|tree| values(diag, file, tree)).unwrap_or_default();
    profile.missing = folded(keys.texts(diag, "missing"));
    profile.footers = folded(keys.texts(diag, "footers"));
    profile.also = keys.list(diag, "also").iter().filter_map(|tree| also(diag, file, tree)).collect();
    keys.finish(diag);
    Some(profile)
}

/// Which part of a date stands first, by the name of the order.
const ORDERS: &[(&str, Order)] = &[("day-first", Order::DayFirst), ("month-first", Order::MonthFirst)];

/// `{alan: [metin, …]}`
fn texts_by_field() -> Shape {
    Shape::Named(Box::new(Shape::Texts))
}

fn also(diag: &mut Diagnostics, file: &Arc<str>, tree: &Tree) -> Option<Also> {
    let mut keys = Keys::of(diag, file, tree, "also")?;
    let also = Also {
        dataset: keys.required(diag, "dataset")?.into(),
        number: keys.text(diag, "number").map(Into::into),
        headers: keys.get_as("headers", texts_by_field()).map(|tree| named(diag, file, tree, "headers")).unwrap_or_default(),
        values: keys
            .get_as("values", Shape::Named(Box::new(texts_by_field())))
            .map(|tree| values(diag, file, tree))
            .unwrap_or_default(),
        records: keys.list(diag, "records").iter().filter_map(|tree| beside(diag, file, tree)).collect(),
        line: tree.line,
    };
    keys.finish(diag);
    Some(also)
}

fn beside(diag: &mut Diagnostics, file: &Arc<str>, tree: &Tree) -> Option<Beside> {
    let mut keys = Keys::of(diag, file, tree, "records")?;
    let mut of_key = |key| keys.get_as(key, texts_by_field()).map(|tree| named(diag, file, tree, key)).unwrap_or_default();
    let beside = Beside { headers: of_key("headers"), fixed: of_key("fixed") };
    keys.finish(diag);
    Some(beside)
}

/// `{alan: [metin, …]}`.
fn named(diag: &mut Diagnostics, file: &Arc<str>, tree: &Tree, key: &'static str) -> Vec<Named> {
    let Node::Map(entries) = &tree.node else {
        diag.push(bad(file, tree, key, "{alan: [metin, …]}"));
        return Vec::new();
    };
    let one = |(name, texts): &(Tree, Tree)| Named {
        name: name.scalar().unwrap_or_default().into(),
        texts: texts.items().iter().filter_map(|t| t.scalar().map(str::to_owned)).collect(),
        line: name.line,
    };
    entries.iter().map(one).collect()
}

/// `{alan: {değer: [yazım, …]}}`.
fn values(diag: &mut Diagnostics, file: &Arc<str>, tree: &Tree) -> Vec<(Named, Arc<str>)> {
    let Node::Map(fields) = &tree.node else {
        diag.push(bad(file, tree, "values", "{alan: {değer: [yazım, …]}}"));
        return Vec::new();
    };
    let mut out = Vec::new();
    for (field, of_field) in fields {
        let name: Arc<str> = field.scalar().unwrap_or_default().into();
        for value in named(diag, file, of_field, "values") {
            let spellings = Named { name: Arc::clone(&name), texts: value.texts, line: value.line };
            out.push((spellings, value.name));
        }
    }
    out
}

fn bad(file: &Arc<str>, tree: &Tree, key: &'static str, expected: &'static str) -> Diagnostic {
    let shown = tree.scalar().unwrap_or("[…]").to_owned();
    let place = Place::at(Arc::clone(file), tree.line, tree.column);
    Diagnostic::new(Code::BAD_VALUE, place).with("key", key).with("value", shown).with("expected", expected)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_profile_is_read_with_its_lines_and_every_slip_is_said() {
        let text = "title: Örnek sistem\ndates: month-first\ncentury: 2000\nheaders:\n  no: [Talep No, Takip No]\n\
                    values:\n  durum: {Sonuçlandı: [Kapalı, Çözüldü]}\nalso:\n  - {dataset: sevk, headers: {birim: 'Birim {n}'}}\n\
                    kisisel: [Ad]\n";
        let mut diag = Diagnostics::new();
        let profile = read(&mut diag, &"data/x/profiller/örnek.yaml".into(), text).expect("is a map");
        assert_eq!((&*profile.name, &*profile.title, profile.order), ("örnek", "Örnek sistem", Order::MonthFirst));
        assert_eq!((&*profile.headers[0].name, profile.headers[0].texts.len(), profile.headers[0].line), ("no", 2, 5));
        let (spellings, value) = &profile.values[0];
        assert_eq!((&*spellings.name, &**value, spellings.texts.join(" ")), ("durum", "Sonuçlandı", "Kapalı Çözüldü".to_owned()));
        assert!(profile.also[0].is_wide() && !profile.repeats_rows());
        let said: Vec<_> = diag.iter().map(|d| (d.code.id(), d.place.line)).collect();
        assert_eq!(said, [("unknown-key", 10)]);
    }
}
