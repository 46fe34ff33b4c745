//! The decisions (kararlar): a list of years, a page for each year with its months, and a page for each decision that stays.

use std::sync::Arc;

use super::super::{Decision, Outcome, Rule, Vote};
use super::Desk;
use super::below::{attach, front, sitting};
use crate::model::writer::{Writer, titled, words};
use crate::parse::page::{Day, FrontMatter, PageSyntax, SectionFront, Sort};
use crate::prose::{Alert, Inline};
use crate::turkish;
use crate::turkish::date::{long, month, weekday};

/// How many decisions the first page shows.
const NEWEST: usize = 10;

pub(super) fn pages(desk: &Desk<'_>, page: Arc<PageSyntax>) -> Vec<PageSyntax> {
    let years = desk.council.by_year();
    let mut pages = Vec::new();
    for (year, decisions) in &years {
        pages.extend(self::year(desk, &page, *year, decisions));
        pages.extend(decisions.iter().filter_map(|decision| one(desk, &page, decision)));
    }
    let mut writer = Writer::after(&page);
    if years.is_empty() {
        writer.say("Henüz karar girilmedi.");
    } else {
        let newest: Vec<&Decision> =
            years.values().rev().flat_map(|of_year| of_year.iter().rev().copied()).take(NEWEST).collect();
        writer.heading("son-kararlar", "Son kararlar");
        list(desk, &mut writer, &newest);
        writer.heading("yillar", "Yıllara göre");
        let rows = years.iter().rev().filter_map(|(year, decisions)| {
            let link = writer.page(&format!("{year} yılı kararları"), &desk.book.file_of_year(*year)?);
            Some(vec![link, Inline::Text(format!(" ({} karar)", decisions.len()).into())])
        });
        let rows = rows.collect();
        writer.bullets(rows);
    }
    pages.push(writer.finished(page));
    pages
}

fn year(desk: &Desk<'_>, page: &PageSyntax, year: i16, decisions: &[&Decision]) -> Option<PageSyntax> {
    let mut writer = Writer::new(desk.book.file_of_year(year)?);
    for of_month in decisions.chunk_by(|a, b| a.date.month() == b.date.month()).rev() {
        let name = month(of_month[0].date.month());
        writer.heading(&turkish::slug(name), &format!("{name} {year}"));
        let newest: Vec<&Decision> = of_month.iter().rev().copied().collect();
        list(desk, &mut writer, &newest);
    }
    let source = format!("{}/", super::super::FOLDER);
    let front = FrontMatter {
        section: Some(Box::new(SectionFront { kind: None, feed: false, per_page: Some(0), sort: Sort::Date })),
        ..front(
            page,
            format!("{year} yılı meclis kararları"),
            format!("Belediye meclisinin {year} yılında aldığı kararların özetleri, aylara göre."),
            &source,
            &year.to_string(),
        )
    };
    Some(writer.made(front))
}

/// Decisions, each leading to its page.
pub(super) fn list(desk: &Desk<'_>, writer: &mut Writer, decisions: &[&Decision]) {
    let entries = decisions.iter().map(|decision| {
        let title = title(decision);
        let subject = match desk.book.file_of_decision(decision) {
            Some(file) => vec![writer.page(&title, &file)],
            None => words(&title),
        };
        let outcome = decision.outcome.map(|o| format!(" · {}", outcome(o))).unwrap_or_default();
        (subject, format!("{} · Karar no {}{outcome}", long(decision.date), decision.number))
    });
    let entries = entries.collect();
    writer.register(entries);
}

fn one(desk: &Desk<'_>, page: &PageSyntax, decision: &Decision) -> Option<PageSyntax> {
    let mut writer = Writer::new(desk.book.file_of_decision(decision)?);
    writer.example(decision.example, "Bu karar");
    if decision.is_unsent(desk.council) {
        let basis = desk.council.period(Rule::Sending, decision.date).map(|p| format!(" ({})", p.basis)).unwrap_or_default();
        let said = format!(
            "Bu kararın mülki idare amirine gönderildiği gün kayıtta yok. Mülki idare amirine gönderilmeyen karar yürürlüğe girmez{basis}."
        );
        writer.alert(Alert::Warning, &said);
    }
    if let Some(summary) = &decision.summary {
        writer.say(summary);
    }
    let facts = facts(desk, &mut writer, decision);
    writer.facts(facts);
    if let Some(reason) = &decision.reason {
        writer.alert(Alert::Note, &format!("Gecikmenin nedeni: {reason}"));
    }
    attach(&mut writer, &decision.files);
    if let Some(period) = decision.finalised.and_then(|day| desk.council.period(Rule::Summary, day)) {
        let said = format!("Kesinleşen kararların özeti en geç {} gün içinde halka duyurulur ({}).", period.days, period.basis);
        writer.say(&said);
    }
    let summary = format!("Belediye meclisinin {} tarihli ve {} sayılı kararı.", long(decision.date), decision.number);
    let name = format!("{}/{}", decision.date.year(), decision.slug());
    let source = format!("{}", decision.place.file);
    let front = FrontMatter {
        date: Some(Day(decision.published.unwrap_or(decision.date))),
        kind: Some("meclis-karari".to_owned()),
        ..front(page, title(decision), summary, &source, &name)
    };
    Some(writer.made(front))
}

/// Several decisions may be about one thing: the number makes the name of a page one alone.
fn title(decision: &Decision) -> String {
    titled(decision.example, &format!("{} ({}/{})", decision.subject, decision.date.year(), decision.number))
}

fn facts(desk: &Desk<'_>, writer: &mut Writer, decision: &Decision) -> Vec<(&'static str, Vec<Inline>)> {
    let mut rows: Vec<(&str, Vec<Inline>)> = Vec::new();
    rows.push(("Karar no", words(&decision.number)));
    rows.push(("Karar tarihi", words(&format!("{} {}", long(decision.date), weekday(decision.date)))));
    rows.extend(sitting(decision.sitting).map(|text| ("Toplantı", words(&text))));
    let meeting = desk.council.meeting(decision.date, decision.example).filter(|m| m.is_announced(desk.council.today));
    if let Some(file) = meeting.and_then(|m| desk.book.file_of_meeting(m)) {
        rows.push(("Gündem", vec![writer.page(&format!("{} gündemi", long(decision.date)), &file)]));
    }
    let mut row = |name, value: Option<String>| rows.extend(value.map(|v| (name, words(&v))));
    row("Komisyon", decision.commission.clone());
    row("Sonuç", decision.outcome.map(|o| outcome(o).to_owned()));
    row("Oylama", decision.vote.map(vote));
    row("Kesinleşme", decision.finalised.map(long));
    row(
        "Mülki idare amirine gönderim",
        decision.sent.as_ref().map(|sent| {
            let number = sent.number.as_ref().map(|n| format!(", sayı {n}")).unwrap_or_default();
            format!("{}{number}", long(sent.date))
        }),
    );
    row("Özetin yayımı", decision.published.map(long));
    if let Some(name) = &decision.regulation
        && let Some(file) = desk.regulation_pages.get(&**name)
    {
        rows.push(("Düzenleme", vec![writer.page("Kararla kabul edilen metin", file)]));
    }
    rows.extend(decision.source.as_ref().map(|source| ("Nereden bilindiği", words(source))));
    rows
}

fn outcome(outcome: Outcome) -> &'static str {
    match outcome {
        Outcome::Accepted => "Kabul edildi",
        Outcome::Rejected => "Reddedildi",
        Outcome::Referred => "Komisyona havale edildi",
        Outcome::Withdrawn => "Geri çekildi",
    }
}

/// `Oyçokluğu (12 kabul, 3 ret)`
fn vote(vote: Vote) -> String {
    let form = if vote.unanimous { "Oybirliği" } else { "Oyçokluğu" };
    let counts = [(vote.yes, "kabul"), (vote.no, "ret"), (vote.abstained, "çekimser")];
    let counts: Vec<String> = counts.iter().filter_map(|(n, what)| Some(format!("{} {what}", (*n)?))).collect();
    if counts.is_empty() { form.to_owned() } else { format!("{form} ({})", counts.join(", ")) }
}
