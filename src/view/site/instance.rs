//! One page of the site: a page as written, or one row's page of it, at its final address.

use std::sync::Arc;

use foldhash::{HashMap, HashMapExt};

use super::Input;
use super::release::{self, Standing, Word};
use crate::diag::{Code, Diagnostic, Diagnostics};
use crate::model::content::{Address, Page};
use crate::view::figures::Row;

/// A page at its address (sayfa örneği).
pub(super) struct Instance<'v> {
    /// The page as written.
    pub page: &'v Page,
    /// Its index among the content's pages.
    pub index: usize,
    /// Where this one stands.
    pub address: Arc<str>,
    /// The row it is made from, with the row's name in placeholders.
    pub row: Option<(&'v str, Row)>,
    /// True for the first row's page: what all rows share is said once.
    pub first: bool,
    /// Where it stands in the release calendar, if it is a release.
    pub standing: Option<Standing<'v>>,
    /// How many corrections it has seen; each moved it to a new address.
    pub corrections: usize,
}

impl<'v> Instance<'v> {
    /// Where its first edition stands.
    pub fn first_address(&self) -> Arc<str> {
        match self.corrections {
            0 => Arc::clone(&self.address),
            number => self.address.strip_suffix(&format!("duzeltme-{number}/")).unwrap_or(&self.address).into(),
        }
    }

    /// Puts it to the place that its standing in the calendar gives it.
    fn stands(&mut self, standing: Option<Standing<'v>>, today: jiff::civil::Date) {
        self.standing = standing;
        self.corrections = standing.and_then(|s| s.release).map_or(0, |r| r.corrections_on(today).count());
        if self.corrections > 0 {
            self.address = release::edition(&self.address, self.corrections).into();
        }
    }

    /// `text` with its placeholders filled; `None` when there is none in it.
    pub fn fill(&self, text: &str) -> Option<String> {
        let (name, row) = self.row.as_ref()?;
        let mut out = String::new();
        let mut rest = text;
        while let Some(start) = rest.find('{') {
            let Some(length) = rest[start..].find('}') else { break };
            let inner = &rest[start + 1..start + length];
            out.push_str(&rest[..start]);
            match lookup(name, row, inner) {
                Some(words) => out.push_str(words),
                None => out.push_str(&rest[start..=start + length]),
            }
            rest = &rest[start + length + 1..];
        }
        if out.is_empty() && rest.len() == text.len() {
            return None;
        }
        out.push_str(rest);
        Some(out)
    }

    /// `text` with its placeholders filled, or as it is.
    pub fn filled(&self, text: &str) -> String {
        self.fill(text).unwrap_or_else(|| text.to_owned())
    }

    /// The first placeholder of `text` that the row cannot fill.
    fn unfillable<'t>(&self, text: &'t str) -> Option<&'t str> {
        let (name, row) = self.row.as_ref()?;
        text.split('{')
            .skip(1)
            .filter_map(|t| t.split_once('}'))
            .map(|(inner, _)| inner)
            .find(|inner| lookup(name, row, inner).is_none())
    }
}

fn lookup<'r>(name: &str, row: &'r Row, inner: &str) -> Option<&'r str> {
    let inner = inner.trim();
    match inner.strip_prefix(name) {
        Some("") => row.get("ad").or_else(|| row.get("kod")),
        Some(rest) => row.get(rest.strip_prefix('.')?),
        None => None,
    }
}

/// Every page at its address; pages with `each:` once per row of their figure.
pub(super) fn expand<'v>(diag: &mut Diagnostics, input: &Input<'v>) -> Vec<Instance<'v>> {
    let mut instances = Vec::with_capacity(input.content.pages.len());
    for (index, page) in input.content.pages.iter().enumerate() {
        match &page.address {
            Address::Fixed(address) => {
                let period = page.syntax.front.release.as_ref().map_or("", |r| r.period.as_str());
                let Word::Out(standing) = release::ask(diag, input, page, period) else { continue };
                let address = Arc::clone(address);
                let mut instance = Instance { page, index, address, row: None, first: true, standing: None, corrections: 0 };
                instance.stands(standing, input.today);
                instances.push(instance);
            }
            Address::PerRow(pattern) => instances.extend(per_row(diag, input, page, index, pattern)),
        }
    }
    complain_about_duplicates(diag, &instances);
    instances
}

fn per_row<'v>(diag: &mut Diagnostics, input: &Input<'v>, page: &'v Page, index: usize, pattern: &str) -> Vec<Instance<'v>> {
    let each = page.syntax.front.each.as_ref().expect("only pages with `each` have an address per row");
    let Some(rows) = input.figures.rows(&each.figure) else {
        let place = page.syntax.key_place("each");
        diag.push(Diagnostic::new(Code::UNKNOWN_FIGURE, place).with("id", each.figure.clone()));
        return Vec::new();
    };
    if input.figures.is_closed(&each.figure) {
        let place = page.syntax.key_place("each");
        diag.push(Diagnostic::new(Code::PAGES_NOT_MADE, place).with("id", each.figure.clone()));
    }
    let mut instances: Vec<Instance<'v>> = Vec::with_capacity(rows.len());
    for row in rows {
        let row = Some((each.name.as_str(), row));
        let first = instances.is_empty();
        let mut instance = Instance { page, index, address: Arc::from(""), row, first, standing: None, corrections: 0 };
        let texts = [
            ("path", pattern),
            ("title", &page.syntax.front.title),
            ("summary", page.syntax.front.summary.as_deref().unwrap_or("")),
            ("release", page.syntax.front.release.as_ref().map_or("", |r| r.period.as_str())),
        ];
        if let Some((key, name)) = texts.iter().find_map(|(key, text)| Some((*key, instance.unfillable(text)?))) {
            // One complaint is enough: every row has the same names.
            diag.push(unfillable(page, key, name, &instance));
            return Vec::new();
        }
        instance.address = instance.filled(pattern).into();
        let plain = instance
            .address
            .split('/')
            .all(|p| p.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b"-_.".contains(&b)) && p != "..");
        if !plain || instance.address.contains("//") {
            let complaint = Diagnostic::new(Code::BAD_ADDRESS, page.syntax.key_place("path"));
            diag.push(complaint.with("address", instance.address.to_string()).hint("row"));
            return Vec::new();
        }
        let period = instance.filled(page.syntax.front.release.as_ref().map_or("", |r| r.period.as_str()));
        match release::ask(diag, input, page, &period) {
            Word::Out(standing) => instance.stands(standing, input.today),
            // One complaint is enough.
            Word::Held if diag.has_errors() => return instances,
            Word::Held => continue,
        }
        instances.push(instance);
    }
    instances
}

fn unfillable(page: &Page, key: &'static str, name: &str, instance: &Instance<'_>) -> Diagnostic {
    let (row_name, row) = instance.row.as_ref().expect("only a row's page has placeholders");
    let known: Vec<String> = row.names().map(|n| format!("{{{row_name}.{n}}}")).collect();
    Diagnostic::new(Code::UNKNOWN_PLACEHOLDER, page.syntax.key_place(key))
        .with("name", name.to_owned())
        .with("known", known.join(", "))
}

/// Pages from rows may meet each other or a page that stands there already.
fn complain_about_duplicates(diag: &mut Diagnostics, instances: &[Instance<'_>]) {
    if instances.iter().all(|instance| instance.row.is_none()) {
        return;
    }
    let mut seen: HashMap<&str, &Instance<'_>> = HashMap::with_capacity(instances.len());
    for instance in instances {
        let other = seen.insert(&instance.address, instance);
        if let Some(other) = other.filter(|o| o.row.is_some() || instance.row.is_some()) {
            let complaint = Diagnostic::new(Code::DUPLICATE_ADDRESS, instance.page.syntax.key_place("path"));
            diag.push(complaint.with("address", instance.address.to_string()).with("other", other.page.syntax.file.to_string()));
        }
    }
}
