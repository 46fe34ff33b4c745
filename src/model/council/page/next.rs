//! The council's own page: what is next, what was decided last, what the commissions reported last.

use std::sync::Arc;

use super::super::Decision;
use super::{Desk, agenda, decision, report};
use crate::model::writer::{Writer, titled, words};
use crate::parse::page::{CouncilFront, PageSyntax};
use crate::prose::Inline;
use crate::turkish::date::{long, weekday};

/// How many decisions and reports are shown.
const NEWEST: usize = 3;

pub(super) fn pages(desk: &Desk<'_>, page: Arc<PageSyntax>) -> Vec<PageSyntax> {
    let (council, book) = (desk.council, desk.book);
    let (mut writer, rest) = Writer::within(&page);
    writer.heading("sonraki-toplanti", "Sonraki meclis toplantısı");
    match council.coming().next() {
        None => writer.say("Sonraki toplantının günü henüz yazılmadı."),
        Some(meeting) => {
            let time = meeting.time.map(|t| format!(", saat {}", agenda::time(t))).unwrap_or_default();
            let venue = meeting.venue.as_ref().map(|v| format!(", {v}")).unwrap_or_default();
            let day = format!("{} {}{time}{venue}", long(meeting.date), weekday(meeting.date));
            let mut line = vec![Inline::Strong(words(&titled(meeting.example, &day))), Inline::Text(". ".into())];
            match book.file_of_meeting(meeting).filter(|_| meeting.is_announced(council.today)) {
                Some(file) => {
                    let items = format!("Gündem ({} madde)", meeting.agenda.len());
                    line.extend([writer.page(&items, &file), Inline::Text(".".into())]);
                }
                None => line.push(Inline::Text("Gündem henüz duyurulmadı.".into())),
            }
            writer.paragraph(line);
        }
    }
    let decisions: Vec<&Decision> = council.decisions.iter().rev().filter(|d| d.is_out(council.today)).take(NEWEST).collect();
    if !decisions.is_empty() && book.shown.contains_key(&CouncilFront::Decisions) {
        writer.heading("son-kararlar", "Son meclis kararları");
        decision::list(desk, &mut writer, &decisions);
    }
    let reports: Vec<_> = council.reports.iter().rev().filter(|r| r.is_out(council.today)).take(NEWEST).collect();
    if !reports.is_empty() && book.shown.contains_key(&CouncilFront::Reports) {
        writer.heading("son-raporlar", "Son komisyon raporları");
        report::list(desk, &mut writer, &reports);
    }
    writer.rest(rest);
    vec![writer.finished(page)]
}
