//! `data/meclis/*.yaml` → the council. An entry that makes no sense is left out; why is said at its line.

use std::sync::Arc;

use jiff::civil::{Date, Time};

use super::{
    Attachment, Council, Decision, FOLDER, Item, Meeting, MeetingKind, Outcome, PERIODS, Period, Report, Rule, Sent, Sitting,
    Vote, clock, named,
};
use crate::diag::{Code, Diagnostic, Diagnostics, Place};
use crate::model::registry::{self, Registries, Validity};
use crate::parse;
use crate::parse::shape::{Object, Shape};
use crate::parse::tree::{self, Keys, Node, Tree};
use crate::source::World;

/// Reads everything about the council and checks what the law says of it. Without files there is no council.
pub fn load(diag: &mut Diagnostics, world: &dyn World, registries: &Registries) -> Council {
    let mut council = Council { today: world.today(), ..Council::default() };
    registry::each(diag, world, PERIODS, |diag, keys| {
        council.periods.push(period(diag, keys)?);
        Some(())
    });
    for entry in world.list(diag, FOLDER) {
        if entry.path.ends_with(".yaml") && &*entry.path != PERIODS {
            file(diag, world, &entry.path, &mut council);
        }
    }
    council.meetings.sort_by_key(|m| (m.date, m.sitting.sitting));
    council.decisions.sort_by(|a, b| (a.date, ordinal(&a.number), &a.number).cmp(&(b.date, ordinal(&b.number), &b.number)));
    council.reports.sort_by(|a, b| (a.date, &a.commission).cmp(&(b.date, &b.commission)));
    without_repetitions(diag, &mut council);
    clock::check(diag, &council, registries);
    council
}

/// What a file of the council may hold.
pub fn shape() -> Shape {
    Shape::of(|diag, file, tree| of_tree(diag, file, tree, &mut Council::default()))
}

/// What the file of the legal periods may hold.
pub fn shape_of_periods() -> Shape {
    Shape::list_of(period)
}

const OUTCOMES: &[(&str, Outcome)] = &[
    ("kabul", Outcome::Accepted),
    ("ret", Outcome::Rejected),
    ("havale", Outcome::Referred),
    ("geri-cekildi", Outcome::Withdrawn),
];

const RULES: &[(&str, Rule)] = &[
    ("gundem-duyurusu", Rule::Agenda),
    ("karar-ozeti", Rule::Summary),
    ("gonderim", Rule::Sending),
    ("komisyon", Rule::Commission),
    ("imar-komisyonu", Rule::PlanningCommission),
];

fn file(diag: &mut Diagnostics, world: &dyn World, file: &Arc<str>, council: &mut Council) {
    let bytes = match world.read(file) {
        Ok(bytes) => bytes,
        Err(error) => {
            return diag.push(Diagnostic::unreadable(Place::file(Arc::clone(file)), &error));
        }
    };
    if let Some(tree) = parse::utf8(diag, file, &bytes).and_then(|text| tree::read(diag, file, text)) {
        of_tree(diag, file, &tree, council);
    }
}

fn of_tree(diag: &mut Diagnostics, file: &Arc<str>, tree: &Tree, council: &mut Council) {
    let Some(mut keys) = Keys::of(diag, file, tree, "toplantilar, kararlar, komisyon_raporlari") else { return };
    let (meetings, decisions) = (keys.list(diag, "toplantilar"), keys.list(diag, "kararlar"));
    let reports = keys.list(diag, "komisyon_raporlari");
    keys.finish(diag);
    let mut each = |what: &'static str, items: &[Tree], add: &mut dyn FnMut(&mut Diagnostics, &mut Keys<'_>)| {
        for item in items {
            let Some(mut keys) = Keys::of(diag, file, item, what) else { continue };
            add(diag, &mut keys);
            keys.finish(diag);
        }
    };
    each("toplantilar", meetings, &mut |diag, keys| council.meetings.extend(meeting(diag, file, keys)));
    each("kararlar", decisions, &mut |diag, keys| council.decisions.extend(decision(diag, file, keys)));
    each("komisyon_raporlari", reports, &mut |diag, keys| council.reports.extend(report(diag, file, keys)));
}

fn meeting(diag: &mut Diagnostics, file: &Arc<str>, keys: &mut Keys<'_>) -> Option<Meeting> {
    let (place, places) = (keys.place(), keys.places());
    let date = required_day(diag, keys, "tarih");
    let time = keys.form(diag, "saat", r"^\d{1,2}[:.]\d{1,2}$", "14:00", time);
    let kind = keys.chosen(diag, "tur", &[("olagan", MeetingKind::Ordinary), ("olaganustu", MeetingKind::Extraordinary)]);
    let sitting = sitting(diag, keys);
    let venue = keys.text(diag, "yer");
    let announced = day(diag, keys, "ilan");
    let reason = keys.text(diag, "gecikme");
    let agenda = keys.list_with(diag, "gundem", Shape::Text).iter().filter_map(|item| agenda_item(diag, file, item)).collect();
    let files = attachments(diag, file, keys);
    let example = keys.flag(diag, "ornek");
    let kind = kind.unwrap_or(MeetingKind::Ordinary);
    Some(Meeting { date: date?, time, kind, sitting, venue, announced, reason, agenda, files, example, place, keys: places })
}

fn agenda_item(diag: &mut Diagnostics, file: &Arc<str>, tree: &Tree) -> Option<Item> {
    if let Some(subject) = tree.scalar() {
        return Some(Item { subject: subject.to_owned(), commission: None });
    }
    let mut keys = Keys::of(diag, file, tree, "{konu: …, komisyon: …}")?;
    let (subject, commission) = (keys.required(diag, "konu"), keys.text(diag, "komisyon"));
    keys.finish(diag);
    Some(Item { subject: subject?, commission })
}

fn decision(diag: &mut Diagnostics, file: &Arc<str>, keys: &mut Keys<'_>) -> Option<Decision> {
    let (place, places) = (keys.place(), keys.places());
    let number = keys.required(diag, "no");
    let date = required_day(diag, keys, "tarih");
    let sitting = sitting(diag, keys);
    let subject = if keys.demand(diag, "konu") { nameless(diag, file, keys, "konu") } else { None };
    let summary = nameless(diag, file, keys, "ozet");
    let outcome = keys.chosen(diag, "sonuc", OUTCOMES);
    let vote = vote(diag, file, keys);
    let commission = keys.text(diag, "komisyon");
    let finalised = day(diag, keys, "kesinlesme");
    let sent = keys.sub(diag, "mulki_amir").and_then(|mut keys| {
        let (date, number) = (required_day(diag, &mut keys, "tarih"), keys.text(diag, "sayi"));
        keys.finish(diag);
        Some(Sent { date: date?, number })
    });
    let published = day(diag, keys, "yayim");
    let reason = keys.text(diag, "gecikme");
    let regulation = keys.text(diag, "mevzuat").map(Into::into);
    let files = attachments(diag, file, keys);
    let source = keys.text(diag, "kaynak");
    let example = keys.flag(diag, "ornek");
    Some(Decision {
        number: number?.into(),
        date: date?,
        sitting,
        subject: subject?,
        summary,
        outcome,
        vote,
        commission,
        finalised,
        sent,
        published,
        reason,
        regulation,
        files,
        source,
        example,
        place,
        keys: places,
    })
}

fn report(diag: &mut Diagnostics, file: &Arc<str>, keys: &mut Keys<'_>) -> Option<Report> {
    let (place, places) = (keys.place(), keys.places());
    let commission = keys.required(diag, "komisyon");
    let planning = keys.flag(diag, "imar");
    let subject = keys.required(diag, "konu");
    let summary = nameless(diag, file, keys, "ozet");
    let referred = day(diag, keys, "havale");
    let date = required_day(diag, keys, "tarih");
    let published = day(diag, keys, "yayim");
    let reason = keys.text(diag, "gecikme");
    let files = attachments(diag, file, keys);
    let example = keys.flag(diag, "ornek");
    Some(Report {
        commission: commission?,
        planning,
        subject: subject?,
        summary,
        referred,
        date: date?,
        published,
        reason,
        files,
        example,
        place,
        keys: places,
    })
}

/// The counts of a vote. Lists of members under `oy` are complained about in words of their own.
fn vote(diag: &mut Diagnostics, file: &Arc<str>, keys: &mut Keys<'_>) -> Option<Vote> {
    let tree = keys.get_as("oy", Shape::Map(Object::default()))?;
    if let Node::Map(entries) = &tree.node
        && let Some((key, _)) = entries.iter().find(|(key, value)| named::is_a_list_of_members(key, value))
    {
        diag.push(Diagnostic::new(Code::COUNCIL_NAMED_VOTE, Place::at(Arc::clone(file), key.line, key.column)).hint("counts"));
        return None;
    }
    let mut keys = Keys::of(diag, file, tree, "oy")?;
    let place = keys.place();
    keys.demand(diag, "sekil");
    let unanimous = keys.chosen(diag, "sekil", &[("oybirligi", true), ("oycoklugu", false)]);
    let mut count = |diag: &mut Diagnostics, key| keys.parsed(diag, key, "9", |text| text.parse::<u16>().ok());
    let (yes, no, abstained) = (count(diag, "kabul"), count(diag, "ret"), count(diag, "cekimser"));
    keys.finish(diag);
    let unanimous = unanimous?;
    if unanimous && (no.unwrap_or(0) > 0 && yes.unwrap_or(0) > 0) {
        diag.push(Diagnostic::new(Code::COUNCIL_VOTE, place).with("no", no.unwrap_or(0).to_string()));
    }
    Some(Vote { unanimous, yes, no, abstained })
}

/// A text that does not say who voted how.
fn nameless(diag: &mut Diagnostics, file: &Arc<str>, keys: &mut Keys<'_>, key: &'static str) -> Option<String> {
    let tree = keys.get(key)?;
    let text = keys.text(diag, key)?;
    if named::tells_a_members_vote(&text) {
        let place = Place::at(Arc::clone(file), tree.line, tree.column).field(key);
        // The words themselves are not repeated: a log is a publication, too.
        diag.push(Diagnostic::new(Code::COUNCIL_NAMED_VOTE, place));
    }
    Some(text)
}

fn period(diag: &mut Diagnostics, keys: &mut Keys<'_>) -> Option<Period> {
    keys.demand(diag, "kod");
    let rule = keys.chosen(diag, "kod", RULES);
    // Which of the two it is follows from the rule; the file says it for its readers.
    let key = if matches!(rule, Some(Rule::Commission | Rule::PlanningCommission)) { "is_gunu" } else { "gun" };
    keys.required(diag, key)?;
    let days = keys.parsed(diag, key, "7", |text| text.parse().ok());
    let basis = keys.required(diag, "dayanak");
    let validity = Validity { from: day(diag, keys, "baslangic"), to: day(diag, keys, "bitis") };
    Some(Period { rule: rule?, days: days?, basis: basis?, validity })
}

fn sitting(diag: &mut Diagnostics, keys: &mut Keys<'_>) -> Sitting {
    let mut number = |diag: &mut Diagnostics, key| keys.parsed(diag, key, "1", |text| text.parse::<u16>().ok());
    Sitting { session: number(diag, "birlesim"), sitting: number(diag, "oturum") }
}

fn attachments(diag: &mut Diagnostics, file: &Arc<str>, keys: &mut Keys<'_>) -> Vec<Attachment> {
    let Some(tree) = keys.get_as("ek", Shape::Texts) else { return Vec::new() };
    let mut files = Vec::new();
    for item in tree.items() {
        match item.scalar() {
            Some(url) if url.starts_with('/') => {
                let place = Place::at(Arc::clone(file), item.line, item.column).field("ek");
                files.push(Attachment { url: url.into(), place });
            }
            _ => files.extend(keys.bad::<Attachment>(diag, "ek", item, "/meclis/ekler/2026-12-07-gundem.pdf")),
        }
    }
    files
}

/// Entries that would have one address: the second is complained about and left out.
fn without_repetitions(diag: &mut Diagnostics, council: &mut Council) {
    fn once<T>(diag: &mut Diagnostics, entries: &mut Vec<T>, name: impl Fn(&T) -> (String, Place)) {
        let mut seen = std::collections::BTreeMap::<String, Place>::new();
        entries.retain(|entry| {
            let (key, place) = name(entry);
            let Some(first) = seen.get(&key) else {
                seen.insert(key, place);
                return true;
            };
            let first = format!("{}:{}", first.file, first.line);
            diag.push(Diagnostic::new(Code::DUPLICATE_KEY, place).with("key", key).with("first", first));
            false
        });
    }
    once(diag, &mut council.meetings, |m| (m.slug(), m.place.clone().field("tarih")));
    once(diag, &mut council.decisions, |d| (format!("{}/{}", d.date.year(), d.slug()), d.place.clone().field("no")));
    once(diag, &mut council.reports, |r| (r.slug(), r.place.clone().field("tarih")));
}

/// `14:00` or `14.00`
fn time(text: &str) -> Option<Time> {
    let (hour, minute) = text.split_once([':', '.'])?;
    Time::new(hour.parse().ok()?, minute.parse().ok()?, 0, 0).ok()
}

/// The first number in a decision's number, so that 9 comes before 10.
fn ordinal(number: &str) -> u32 {
    let digits: String = number.chars().skip_while(|c| !c.is_ascii_digit()).take_while(char::is_ascii_digit).collect();
    digits.parse().unwrap_or(u32::MAX)
}

fn required_day(diag: &mut Diagnostics, keys: &mut Keys<'_>, key: &'static str) -> Option<Date> {
    keys.demand(diag, key);
    day(diag, keys, key)
}

fn day(diag: &mut Diagnostics, keys: &mut Keys<'_>, key: &'static str) -> Option<Date> {
    keys.day(diag, key, "2026-12-07")
}
