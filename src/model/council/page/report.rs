//! The commissions' reports (ihtisas komisyonu raporları), newest first, a page for each (law 5393, article 24).

use std::sync::Arc;

use super::super::{Report, Rule};
use super::Desk;
use super::below::{attach, front};
use crate::model::writer::{Writer, titled, words};
use crate::parse::page::{Day, FrontMatter, PageSyntax};
use crate::prose::{Alert, Inline};
use crate::turkish::date::long;

pub(super) fn pages(desk: &Desk<'_>, page: Arc<PageSyntax>) -> Vec<PageSyntax> {
    let out: Vec<&Report> = desk.council.reports.iter().rev().filter(|r| r.is_out(desk.council.today)).collect();
    let mut pages: Vec<PageSyntax> = out.iter().filter_map(|report| one(desk, &page, report)).collect();
    let mut writer = Writer::after(&page);
    if out.is_empty() {
        writer.say("Henüz komisyon raporu girilmedi.");
    } else {
        writer.heading("raporlar", "Raporlar");
        list(desk, &mut writer, &out);
    }
    pages.push(writer.finished(page));
    pages
}

/// Reports, each leading to its page.
pub(super) fn list(desk: &Desk<'_>, writer: &mut Writer, reports: &[&Report]) {
    let entries = reports.iter().map(|report| {
        let title = titled(report.example, &report.subject);
        let subject = match desk.book.file_of_report(report) {
            Some(file) => vec![writer.page(&title, &file)],
            None => words(&title),
        };
        (subject, format!("{} · {}", long(report.date), report.commission))
    });
    let entries = entries.collect();
    writer.register(entries);
}

fn one(desk: &Desk<'_>, page: &PageSyntax, report: &Report) -> Option<PageSyntax> {
    let mut writer = Writer::new(desk.book.file_of_report(report)?);
    writer.example(report.example, "Bu rapor");
    if let Some(summary) = &report.summary {
        writer.say(summary);
    }
    let mut rows: Vec<(&str, Vec<Inline>)> = vec![("Komisyon", words(&report.commission))];
    let mut row = |name, value: Option<String>| rows.extend(value.map(|v| (name, words(&v))));
    row("Komisyona havale", report.referred.map(long));
    row("Rapor tarihi", Some(long(report.date)));
    row("Yayım", report.published.map(long));
    writer.facts(rows);
    if let Some(reason) = &report.reason {
        writer.alert(Alert::Note, &format!("Gecikmenin nedeni: {reason}"));
    }
    attach(&mut writer, &report.files);
    let rule = if report.planning { Rule::PlanningCommission } else { Rule::Commission };
    if let Some(period) = desk.council.period(rule, report.date) {
        writer
            .say(&format!("Komisyon raporları halka açıktır; komisyonun süresi {} iş günüdür ({}).", period.days, period.basis));
    }
    let summary = format!("{} raporu, {}.", report.commission, long(report.date));
    let front = FrontMatter {
        date: Some(Day(report.published.unwrap_or(report.date))),
        kind: Some("komisyon-raporu".to_owned()),
        ..front(page, titled(report.example, &report.subject), summary, &report.place.file, &report.slug())
    };
    Some(writer.made(front))
}
