//! Events (etkinlikler): a page with `event:` is one. The index page of a section of kind `etkinlik` lists those to come,
//! soonest first, and those that are over stand in an archive below it. Only the Turkish page of a section does: one in another
//! language lists its own pages like any section, so that the words here are Turkish. Not how they look.

use std::cmp::Reverse;
use std::sync::Arc;

use jiff::civil::{Date, DateTime};

use crate::diag::{Code, Diagnostic, Diagnostics};
use crate::model::diary::{Diaries, Diary, Entry, When};
use crate::model::writer::Writer;
use crate::parse::event::{EventFront, EventState};
use crate::parse::page::{FrontMatter, PageSyntax};
use crate::turkish::date::{Moment, long, month_year, weekday};

/// The kind of a section of events.
const KIND: &str = "etkinlik";

/// The pages, those of sections of events followed by their lists; what can be put into a calendar goes into `diaries`.
pub fn with_pages(
    diag: &mut Diagnostics,
    today: Date,
    diaries: &mut Diaries,
    pages: Vec<Arc<PageSyntax>>,
) -> Vec<Arc<PageSyntax>> {
    if pages.iter().all(|page| page.front.event.is_none() && !is_section(page)) {
        return pages;
    }
    let mut events: Vec<(Arc<PageSyntax>, When)> = Vec::new();
    for page in pages.iter().filter(|page| is_out(page, today)) {
        let Some(event) = &page.front.event else { continue };
        let Some(when) = when(event) else {
            let place = page.key_place("event");
            diag.push(Diagnostic::new(Code::EVENT_ENDS_EARLY, place));
            continue;
        };
        diaries.insert(page, Diary { title: page.front.title.clone(), entries: vec![entry(page, event, when)] });
        events.push((Arc::clone(page), when));
    }
    events.sort_by(|(a, from), (b, to)| (begin(*from), &a.file).cmp(&(begin(*to), &b.file)));
    let mut made = Vec::with_capacity(pages.len() + 1);
    for page in pages {
        if is_section(&page) {
            let folder = page.file.strip_suffix("index.md").unwrap_or(&page.file).to_owned();
            let own: Vec<&(Arc<PageSyntax>, When)> = events.iter().filter(|(event, _)| event.file.starts_with(&folder)).collect();
            section(today, diaries, page, &folder, &own, &mut made);
        } else {
            made.push(page);
        }
    }
    made.sort_by(|a, b| a.file.cmp(&b.file));
    made
}

fn is_section(page: &PageSyntax) -> bool {
    page.front.section.as_ref().is_some_and(|section| section.kind.as_deref() == Some(KIND)) && page.file.ends_with("/index.md")
}

fn is_out(page: &PageSyntax, today: Date) -> bool {
    let front = &page.front;
    let early = front.publish.is_some_and(|day| day.0 > today);
    let late = front.expires.is_some_and(|day| day.0 < today);
    !front.draft && !early && !late && front.each.is_none()
}

fn section(
    today: Date,
    diaries: &mut Diaries,
    page: Arc<PageSyntax>,
    folder: &str,
    events: &[&(Arc<PageSyntax>, When)],
    made: &mut Vec<Arc<PageSyntax>>,
) {
    let entries = events.iter().filter_map(|(event, when)| Some(entry(event, event.front.event.as_ref()?, *when)));
    diaries.insert(&page, Diary { title: page.front.title.clone(), entries: entries.collect() });
    let (coming, mut past): (Vec<_>, Vec<_>) = events.iter().copied().partition(|(_, when)| last_day(*when) >= today);
    past.sort_by_key(|(event, when)| (Reverse(begin(*when)), Arc::clone(&event.file)));

    let mut writer = Writer::after(&page);
    writer.heading("yaklasan", "Yaklaşan etkinlikler");
    if coming.is_empty() {
        writer.say("Duyurulmuş bir etkinlik yok.");
    } else {
        list(&mut writer, &coming);
    }
    if !past.is_empty() {
        let archive: Arc<str> = format!("{folder}arsiv.md").into();
        let count = format!("Geçmiş etkinlikler ({})", past.len());
        let line = vec![writer.page(&count, &archive)];
        writer.paragraph(line);
        made.push(Arc::new(self::archive(&page, archive, &past)));
    }
    made.push(Arc::new(writer.finished(page)));
}

/// What is over, month by month.
fn archive(page: &PageSyntax, file: Arc<str>, past: &[&(Arc<PageSyntax>, When)]) -> PageSyntax {
    let mut writer = Writer::new(file);
    let month = |when: When| (begin(when).year(), begin(when).month());
    for of_month in past.chunk_by(|a, b| month(a.1) == month(b.1)) {
        let (year, number) = month(of_month[0].1);
        writer.heading(&format!("ay-{year}-{number:02}"), &month_year(year, number));
        list(&mut writer, of_month);
    }
    let front = FrontMatter {
        title: "Geçmiş etkinlikler".to_owned(),
        summary: Some("Yapılmış etkinlikler, en yenisi başta.".to_owned()),
        unit: page.front.unit.clone(),
        path: page.front.path.as_ref().map(|base| format!("{base}arsiv/")),
        source: Some("Etkinlik sayfaları".to_owned()),
        entry: true,
        ..FrontMatter::default()
    };
    writer.made(front)
}

fn list(writer: &mut Writer, events: &[&(Arc<PageSyntax>, When)]) {
    let entries = events.iter().map(|(page, when)| {
        let place = page.front.event.as_ref().and_then(|e| e.place.as_ref()).map(|place| format!(" · {place}"));
        let state = page.front.event.as_ref().and_then(|e| state(e.state)).map(|state| format!(" · {state}"));
        let about = format!("{}{}{}", when_words(*when), place.unwrap_or_default(), state.unwrap_or_default());
        (vec![writer.page(&page.front.title, &page.file)], about)
    });
    let entries = entries.collect();
    writer.register(entries);
}

fn entry(page: &PageSyntax, event: &EventFront, when: When) -> Entry {
    // The name of the file, which stays when the title changes.
    let name = page.file.trim_end_matches(".md").replace('/', "-");
    let stamp = page.front.updated.max(page.front.date).map_or(begin(when).date(), |day| day.0);
    let place = [event.place.as_deref(), event.address.as_deref()].into_iter().flatten().collect::<Vec<_>>().join(", ");
    Entry {
        id: name,
        when,
        title: page.front.title.clone(),
        about: page.front.summary.clone(),
        venue: (!place.is_empty()).then_some(place),
        page: Some(Arc::clone(&page.file)),
        stamp,
        cancelled: event.state == EventState::Cancelled,
    }
}

/// When an event takes place; `None` for one that ends before it begins.
pub fn when(event: &EventFront) -> Option<When> {
    match (event.start.0, event.end.map(|end| end.0)) {
        (Moment::Day(day), None) => Some(When::Day(day)),
        (Moment::Day(first), Some(end)) if end.date() == first => Some(When::Day(first)),
        (Moment::Day(first), Some(end)) => (end.date() > first).then(|| When::Days(first, end.date())),
        (Moment::Instant(from), None) => Some(When::Hours(from, None)),
        (Moment::Instant(from), Some(Moment::Instant(to))) => (to > from).then_some(When::Hours(from, Some(to))),
        // The last day without an hour: open to its end.
        (Moment::Instant(from), Some(Moment::Day(day))) => match day {
            day if day < from.date() => None,
            day if day == from.date() => Some(When::Hours(from, None)),
            day => Some(When::Hours(from, Some(day.at(23, 59, 0, 0)))),
        },
    }
}

/// `5 Aralık 2026 Cumartesi, 19.00–21.00`
pub fn when_words(when: When) -> String {
    let day = |day: Date| format!("{} {}", long(day), weekday(day));
    let hour = |at: DateTime| format!("{:02}.{:02}", at.hour(), at.minute());
    when.words(day, hour)
}

/// What a reader must know before setting out.
pub fn state(state: EventState) -> Option<&'static str> {
    match state {
        EventState::Planned => None,
        EventState::Postponed => Some("Ertelendi"),
        EventState::Cancelled => Some("İptal edildi"),
    }
}

fn begin(when: When) -> DateTime {
    match when {
        When::Day(day) | When::Days(day, _) => day.at(0, 0, 0, 0),
        When::Hours(from, _) => from,
    }
}

fn last_day(when: When) -> Date {
    match when {
        When::Day(day) | When::Days(_, day) => day,
        When::Hours(from, to) => to.unwrap_or(from).date(),
    }
}
