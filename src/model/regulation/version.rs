//! The texts of a regulation from day to day: the adopted one, and one more for every day on which amendments take effect.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use jiff::civil::Date;

use super::amend::{self, ChangeKind, Obstacle, Origins};
use super::operation::{self, Operation};
use super::read::Record;
use super::{Regulation, Standing, lifecycle};
use crate::diag::{Code, Diagnostic, Diagnostics, Place};
use crate::model::registry::Registries;
use crate::parse;
use crate::parse::regulation::{self, RegulationText, Target};

/// A regulation's text from one day on (sürüm).
#[derive(Clone, Debug, PartialEq)]
pub struct Expression {
    /// First day in force; `None` for a text that is not in force, or nobody wrote since when.
    pub from: Option<Date>,
    /// First day on which it is no longer in force.
    pub until: Option<Date>,
    /// The text.
    pub text: RegulationText,
    /// What made it differ from the one before.
    pub changes: Vec<Change>,
    /// Its clauses' names → the same clauses' names in the one before.
    pub origins: Origins,
}

/// What a decision did to a clause (değişiklik).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Change {
    /// The clause, by its name in the text from that day on; by its last name where it is gone.
    pub clause: Box<str>,
    /// What was done.
    pub kind: ChangeKind,
    /// Name of the decision's record.
    pub act: Arc<str>,
    /// Number of the decision's article.
    pub article: Option<Box<str>>,
}

/// Ties the records together: who amends and repeals whom, since when, and what the texts are then.
pub(super) fn link(
    diag: &mut Diagnostics,
    today: Date,
    registries: &Registries,
    mut records: BTreeMap<Arc<str>, Record>,
) -> BTreeMap<Arc<str>, Record> {
    complain_about_names(diag, &records);
    for record in records.values_mut() {
        lifecycle::check(diag, record, today, registries);
        record.regulation.standing = lifecycle::standing(&record.regulation, today);
    }
    let repeals = repeals(&records);
    let mut orders: BTreeMap<Arc<str>, Vec<(Arc<str>, Vec<Operation>)>> = BTreeMap::new();
    for (name, record) in &records {
        if let Some(amends) = &record.regulation.amends {
            let operations = operation::of(diag, record);
            orders.entry(Arc::clone(amends)).or_default().push((Arc::clone(name), operations));
        }
    }
    let names: Vec<Arc<str>> = records.keys().cloned().collect();
    for name in names {
        let repealed = repeals.get(&name).copied();
        let acts = orders.remove(&name).unwrap_or_default();
        let line = timeline(diag, &records, &name, acts, repealed);
        let record = records.get_mut(&name).expect("it is one of them");
        let regulation = &mut record.regulation;
        (regulation.expressions, regulation.amended_by) = line;
        let current = regulation.current(today);
        if current.changes.is_empty() {
            // The adopted text, read with its own places.
        } else {
            regulation.text = current.text.clone();
            regulation.references = regulation::references(&regulation.text);
        }
        if let Some(day) = repealed.filter(|day| *day <= today) {
            regulation.standing = Standing::Repealed(day);
        }
    }
    records
}

/// Names that records give to each other and nobody has.
fn complain_about_names(diag: &mut Diagnostics, records: &BTreeMap<Arc<str>, Record>) {
    for record in records.values() {
        let amends = record.regulation.amends.iter().map(|name| ("degistirdigi", name));
        let repeals = record.regulation.repeals.iter().filter_map(|r| r.name.as_ref()).map(|name| ("kaldirdigi", name));
        for (key, name) in amends.chain(repeals).filter(|(_, name)| !records.contains_key(*name)) {
            let complaint = Diagnostic::new(Code::UNKNOWN_REGULATION, record.place(key)).with("name", name.to_string());
            diag.push(match parse::nearest(name, records.keys().map(|k| &**k)) {
                Some(near) => complaint.with("nearest", near.to_owned()).hint("nearest"),
                None => complaint,
            });
        }
    }
}

/// The day each regulation goes out of force, by the first one that repeals it and is in force itself.
fn repeals(records: &BTreeMap<Arc<str>, Record>) -> BTreeMap<Arc<str>, Date> {
    let mut days: BTreeMap<Arc<str>, Date> = BTreeMap::new();
    for record in records.values() {
        let Some(day) = lifecycle::effective(&record.regulation) else { continue };
        for name in record.regulation.repeals.iter().filter_map(|r| r.name.as_ref()) {
            days.entry(Arc::clone(name)).and_modify(|d| *d = day.min(*d)).or_insert(day);
        }
    }
    days
}

/// The expressions of one regulation, and the names of what amends it.
fn timeline(
    diag: &mut Diagnostics,
    records: &BTreeMap<Arc<str>, Record>,
    name: &Arc<str>,
    acts: Vec<(Arc<str>, Vec<Operation>)>,
    repealed: Option<Date>,
) -> (Vec<Expression>, Vec<Arc<str>>) {
    let base = &records[name].regulation;
    let from = lifecycle::effective(base);
    let adopted = Expression { from, until: None, text: base.text.clone(), changes: Vec::new(), origins: Origins::new() };
    let mut line = vec![adopted];
    let mut waiting: Vec<(Arc<str>, Operation, Date)> = Vec::new();
    let mut names = Vec::new();
    for (act, operations) in acts {
        let record = &records[&act];
        let Some(day) = lifecycle::effective(&record.regulation) else {
            diag.push(
                Diagnostic::new(Code::AMENDMENT_NOT_IN_FORCE, Place::file(Arc::clone(&record.file)))
                    .with("name", name.to_string()),
            );
            names.push((None, act));
            continue;
        };
        let begins = base.adoption.as_ref().and_then(|a| a.date).max(from);
        if begins.is_some_and(|begins| day < begins) || repealed.is_some_and(|end| day > end) {
            let which = if repealed.is_some_and(|end| day > end) { "after-repeal" } else { "before-adoption" };
            let complaint = Diagnostic::new(Code::REGULATION_DATE_ORDER, record.place("yururluk"));
            let other = if which == "after-repeal" { repealed } else { begins };
            diag.push(
                complaint
                    .with("earlier", base.title.clone())
                    .with("earlier_date", other.map(|d| d.to_string()).unwrap_or_default())
                    .with("later", record.regulation.title.clone())
                    .with("later_date", day.to_string())
                    .hint(which),
            );
        }
        names.push((Some(day), Arc::clone(&act)));
        waiting.extend(operations.into_iter().map(|o| (Arc::clone(&act), o, day)));
    }
    let key = |act: &Arc<str>| {
        let adoption = records[act].regulation.adoption.as_ref();
        let number = adoption.and_then(|a| a.number.as_ref()).and_then(|n| n.parse::<u64>().ok());
        (adoption.and_then(|a| a.date), number, Arc::clone(act))
    };
    names.sort_by_cached_key(|(day, act)| (day.is_none(), *day, key(act)));
    waiting.sort_by_cached_key(|(act, operation, day)| (operation.in_force.unwrap_or(*day), key(act)));
    for (act, operation, day) in waiting {
        let day = operation.in_force.unwrap_or(day);
        if line.last().is_none_or(|last| last.from != Some(day) || line.len() == 1) {
            let before = line.last_mut().expect("the adopted text is there");
            before.until = Some(day);
            let text = before.text.clone();
            let mut origins = Origins::new();
            text.each(&mut |node| {
                origins.insert(node.id.clone(), node.id.clone());
            });
            line.push(Expression { from: Some(day), until: None, text, changes: Vec::new(), origins });
        }
        let now = line.last_mut().expect("one was just put there");
        carry_out(diag, now, &act, &records[&act].regulation, &operation);
    }
    if let Some(last) = line.last_mut() {
        last.until = repealed;
    }
    (line, names.into_iter().map(|(_, act)| act).collect())
}

fn carry_out(diag: &mut Diagnostics, now: &mut Expression, act: &Arc<str>, decision: &Regulation, operation: &Operation) {
    let place = || Place::at(Arc::clone(&operation.file), operation.instruction.line, 0);
    match amend::apply(&now.text, &operation.instruction, &repeal_note(decision, operation)) {
        Ok(applied) => {
            complain_about_new_gaps(diag, &now.text, &applied.text, &place());
            // What was changed before today's step may have another name after it.
            let names_now: BTreeMap<&str, &Box<str>> = applied.origins.iter().map(|(now, was)| (&**was, now)).collect();
            for change in &mut now.changes {
                if let Some(name) = names_now.get(&*change.clause) {
                    change.clause = (*name).clone();
                }
            }
            let origins = applied.origins.iter().filter_map(|(id, was)| Some((id.clone(), now.origins.get(was)?.clone())));
            now.origins = origins.collect();
            let article = &operation.instruction.article;
            now.changes.extend(applied.changes.into_iter().map(|(clause, kind)| Change {
                clause,
                kind,
                act: Arc::clone(act),
                article: article.clone(),
            }));
            now.text = applied.text;
        }
        Err(obstacle) => diag.push(complaint(obstacle, place())),
    }
}

fn complaint(obstacle: Obstacle, place: Place) -> Diagnostic {
    match obstacle {
        Obstacle::NoTarget(target) => Diagnostic::new(Code::AMENDMENT_NO_TARGET, place).with("target", target),
        Obstacle::ManyTargets(target, found) => {
            Diagnostic::new(Code::AMENDMENT_NO_TARGET, place).with("target", target).with("found", found).hint("many")
        }
        Obstacle::NoPhrase(words) => Diagnostic::new(Code::AMENDMENT_NO_PHRASE, place).with("words", words.to_string()),
        Obstacle::ManyPhrases(words, count) => {
            Diagnostic::new(Code::AMENDMENT_MANY_PHRASES, place).with("words", words.to_string()).with("count", count.to_string())
        }
        Obstacle::Misread(words) => Diagnostic::new(Code::AMENDMENT_MISREAD, place).with("words", words.to_string()),
    }
}

/// An amendment may leave a citation without its clause.
fn complain_about_new_gaps(diag: &mut Diagnostics, before: &RegulationText, after: &RegulationText, place: &Place) {
    let dangling = |text: &RegulationText| -> BTreeSet<String> {
        let all = regulation::references(text);
        all.into_iter().filter(|r| matches!(r.target, Target::Nowhere(_))).map(|r| r.text.to_string()).collect()
    };
    let old = dangling(before);
    for text in dangling(after).into_iter().filter(|t| !old.contains(t)) {
        diag.push(Diagnostic::new(Code::REGULATION_DANGLING, place.clone()).with("text", text));
    }
}

/// What stands in the place of a repealed clause, as official texts write it: `(Mülga: 4/5/2022-45/2 md.)`.
fn repeal_note(decision: &Regulation, operation: &Operation) -> String {
    let adoption = decision.adoption.as_ref();
    let date = adoption.and_then(|a| a.date).or(decision.in_force);
    let date = date.map(|d| format!(" {}/{}/{}", d.day(), d.month(), d.year())).unwrap_or_default();
    let number = adoption.and_then(|a| a.number.as_ref()).map(|n| format!("-{n}")).unwrap_or_default();
    let article = operation.instruction.article.as_ref().map(|a| format!("/{a} md.")).unwrap_or_default();
    format!("(Mülga:{date}{number}{article})")
}

#[cfg(test)]
mod tests {
    use super::super::load;
    use crate::diag::Diagnostics;
    use crate::model::registry::Registries;
    use crate::source::Memory;

    const BASE: &str = "MADDE 1- (1) Süre 0 gündür.\n(2) Değişmez.\n";

    /// The regulation `a`, and amendments of its number, each in the order they are given: (year, old number, new number).
    fn world(amendments: &[(u16, usize, usize)], backwards: bool) -> Memory {
        let mut world =
            Memory::new().with("data/mevzuat/a.yaml", "baslik: A\nyururluk: 2000-01-01\n").with("data/mevzuat/a.txt", BASE);
        for (nth, (year, old, new)) in amendments.iter().enumerate() {
            // Names say nothing of the order.
            let name = if backwards { 999 - nth } else { nth };
            let record = format!("baslik: D\ndegistirdigi: a\nyururluk: {year}-01-01\n");
            let text = format!(
                "A Yönetmeliğinin 1 inci maddesinin birinci fıkrasında yer alan “{old} gündür” ibaresi “{new} gündür” şeklinde değiştirilmiştir.\n"
            );
            world =
                world.with(&format!("data/mevzuat/d{name:03}.yaml"), record).with(&format!("data/mevzuat/d{name:03}.txt"), text);
        }
        world
    }

    proptest::proptest! {
        /// However the files are called, amendments are carried out in the order of their days, and each finds the words
        /// the one before it left.
        #[test]
        fn amendments_follow_their_days(years in proptest::collection::btree_set(2001u16..2025, 0..8), backwards: bool) {
            let amendments: Vec<(u16, usize, usize)> = years.iter().enumerate().map(|(i, year)| (*year, i, i + 1)).collect();
            let mut diag = Diagnostics::new();
            let regulations = load(&mut diag, &world(&amendments, backwards), &Registries::default());
            proptest::prop_assert!(!diag.has_errors(), "{diag:?}");
            let regulation = &regulations.by_name["a"];
            // Without amendments the text is the adopted one, byte for byte.
            proptest::prop_assert_eq!(regulation.expressions[0].text.to_source(), BASE);
            proptest::prop_assert_eq!(regulation.expressions.len(), amendments.len() + 1);
            for (count, expression) in regulation.expressions.iter().enumerate() {
                let words = format!("Süre {count} gündür.");
                proptest::prop_assert!(expression.text.read().contains(&words) && expression.text.read().contains("Değişmez."));
            }
            let last = regulation.text.to_source();
            proptest::prop_assert_eq!(last, BASE.replace("0 gündür", &format!("{} gündür", amendments.len())));
        }
    }
}
