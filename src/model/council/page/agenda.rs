//! The agendas (gündemler): meetings to come and past, and a page for each agenda that was announced.

use std::sync::Arc;

use jiff::civil::Time;

use super::super::{Meeting, MeetingKind, Rule};
use super::Desk;
use super::below::{attach, front, sitting};
use crate::model::diary::{Diaries, Diary, Entry, When};
use crate::model::writer::{Writer, titled, words};
use crate::parse::page::{Day, FrontMatter, PageSyntax};
use crate::prose::{Alert, Inline};
use crate::turkish::date::{long, weekday};

pub(super) fn pages(desk: &Desk<'_>, page: Arc<PageSyntax>, diaries: &mut Diaries) -> Vec<PageSyntax> {
    let council = desk.council;
    let mut pages = Vec::new();
    let mut entries = Vec::new();
    for meeting in &council.meetings {
        let made = one(desk, &page, meeting);
        let entry = diary_entry(meeting, made.as_ref().map_or(&page.file, |made| &made.file));
        if let Some(made) = made {
            diaries.insert(&made, Diary { title: made.front.title.clone(), entries: vec![entry.clone()] });
            pages.push(made);
        }
        entries.push(entry);
    }
    diaries.insert(&page, Diary { title: "Meclis toplantıları".to_owned(), entries });
    let mut writer = Writer::after(&page);
    let coming: Vec<&Meeting> = council.coming().collect();
    let past: Vec<&Meeting> = council.meetings.iter().rev().filter(|m| m.date < council.today).collect();
    for (id, title, none, meetings) in [
        ("gelecek-toplantilar", "Gelecek toplantılar", "Gelecek toplantının günü henüz yazılmadı.", coming),
        ("gecmis-toplantilar", "Geçmiş toplantılar", "Henüz toplantı girilmedi.", past),
    ] {
        writer.heading(id, title);
        if meetings.is_empty() {
            writer.say(none);
            continue;
        }
        let entries = meetings.iter().map(|meeting| entry(desk, &mut writer, meeting)).collect();
        writer.register(entries);
    }
    pages.push(writer.finished(page));
    pages
}

fn entry(desk: &Desk<'_>, writer: &mut Writer, meeting: &Meeting) -> (Vec<Inline>, String) {
    let day = titled(meeting.example, &format!("{} {}", long(meeting.date), weekday(meeting.date)));
    let announced = desk.book.file_of_meeting(meeting).filter(|_| meeting.is_announced(desk.council.today));
    let line = match &announced {
        Some(file) => vec![writer.page(&format!("{day} gündemi"), file)],
        None => words(&day),
    };
    let state = match announced {
        Some(_) => count(meeting),
        None if meeting.date < desk.council.today => "Gündemi girilmedi".to_owned(),
        None => "Gündemi henüz duyurulmadı".to_owned(),
    };
    let time = meeting.time.map(|t| format!("Saat {} · ", time(t))).unwrap_or_default();
    let venue = meeting.venue.as_ref().map(|v| format!("{v} · ")).unwrap_or_default();
    (line, format!("{time}{venue}{state}"))
}

fn count(meeting: &Meeting) -> String {
    format!("{} madde", meeting.agenda.len())
}

fn one(desk: &Desk<'_>, page: &PageSyntax, meeting: &Meeting) -> Option<PageSyntax> {
    let council = desk.council;
    let file = desk.book.file_of_meeting(meeting).filter(|_| meeting.is_announced(council.today))?;
    let mut writer = Writer::new(file);
    writer.example(meeting.example, "Bu gündem");
    let mut rows: Vec<(&str, Vec<Inline>)> = Vec::new();
    rows.push(("Gün", words(&format!("{} {}", long(meeting.date), weekday(meeting.date)))));
    let mut row = |name, value: Option<String>| rows.extend(value.map(|v| (name, words(&v))));
    row("Saat", meeting.time.map(time));
    row("Yer", meeting.venue.clone());
    row("Toplantı", Some(kind(meeting.kind).to_owned()));
    row("Birleşim ve oturum", sitting(meeting.sitting));
    row("Gündemin duyurulduğu gün", meeting.announced.map(long));
    writer.facts(rows);
    if let Some(reason) = &meeting.reason {
        writer.alert(Alert::Note, &format!("Gündem geç duyuruldu. Nedeni: {reason}"));
    }
    writer.heading("gundem", "Gündem");
    let items = meeting.agenda.iter().map(|item| {
        let commission = item.commission.as_ref().map(|c| format!(" ({c})")).unwrap_or_default();
        words(&format!("{}{commission}", item.subject))
    });
    writer.numbered(items.collect());
    let decisions: Vec<_> = council
        .decisions
        .iter()
        .filter(|d| d.date == meeting.date && d.example == meeting.example && d.is_out(council.today))
        .collect();
    if !decisions.is_empty() {
        writer.heading("kararlar", "Bu toplantıda alınan kararlar");
        super::decision::list(desk, &mut writer, &decisions);
    }
    attach(&mut writer, &meeting.files);
    if let Some(period) = council.period(Rule::Agenda, meeting.date) {
        writer.say(&format!("Gündem, toplantıdan en az {} gün önce halka duyurulur ({}).", period.days, period.basis));
    }
    let title = titled(meeting.example, &format!("Meclis gündemi, {}", long(meeting.date)));
    let summary = format!("{} meclis toplantısının gündemi: {}.", kind(meeting.kind), count(meeting));
    let front = FrontMatter {
        date: meeting.announced.map(Day),
        kind: Some("meclis-gundemi".to_owned()),
        ..front(page, title, summary, &meeting.place.file, &meeting.slug())
    };
    Some(writer.made(front))
}

fn kind(kind: MeetingKind) -> &'static str {
    match kind {
        MeetingKind::Ordinary => "Olağan",
        MeetingKind::Extraordinary => "Olağanüstü",
    }
}

/// `14.00`
pub(super) fn time(time: Time) -> String {
    format!("{:02}.{:02}", time.hour(), time.minute())
}

/// A meeting for one's own calendar, with the file of the page that says most of it.
fn diary_entry(meeting: &Meeting, file: &Arc<str>) -> Entry {
    let when = match meeting.time {
        Some(time) => When::Hours(meeting.date.to_datetime(time), None),
        None => When::Day(meeting.date),
    };
    Entry {
        id: format!("meclis-{}", meeting.slug()),
        when,
        title: titled(meeting.example, &format!("{} meclis toplantısı", kind(meeting.kind))),
        about: (!meeting.agenda.is_empty()).then(|| format!("Gündem: {}", count(meeting))),
        venue: meeting.venue.clone(),
        page: Some(Arc::clone(file)),
        stamp: meeting.announced.unwrap_or(meeting.date),
        cancelled: false,
    }
}
