//! The staff's page of duties: how many stand where, then every duty with its basis, its day and what shows it. The
//! staff's pages are Turkish, and their words are in no theme.

use std::sync::Arc;

use jiff::civil::Date;

use super::evidence::{Archive, Found, check};
use super::standing::{next_after, of};
use super::{Publication, Rhythm, Sources, Standing};
use crate::diag::{Code, Diagnostic, Diagnostics};
use crate::model::content::Folder;
use crate::model::diary::{Diaries, Diary, Entry, When};
use crate::model::registry::Registries;
use crate::model::writer::{Writer, words};
use crate::parse::page::PageSyntax;
use crate::prose::Inline;
use crate::turkish::date::{long, month};

/// The pages, those of the staff with `publications:` followed by the duties; their last days go into `diaries`.
pub fn with_pages(
    diag: &mut Diagnostics,
    duties: &[Publication],
    sources: Sources<'_>,
    registries: &Registries,
    diaries: &mut Diaries,
    pages: Vec<Arc<PageSyntax>>,
) -> Vec<Arc<PageSyntax>> {
    check(diag, duties, sources.calendar);
    let wanted = |page: &PageSyntax| page.front.publications;
    for page in pages.iter().filter(|p| wanted(p) && Folder::of(&p.file) == Some(Folder::Public)) {
        // What is late is the staff's to know first.
        diag.push(Diagnostic::new(Code::INTERNAL_MENTION, page.key_place("publications")).with("target", super::FILE));
    }
    if !pages.iter().any(|page| wanted(page)) {
        return pages;
    }
    let archive = Archive::of(sources, &pages);
    let standings: Vec<(&Publication, Standing, Option<Found>)> = duties
        .iter()
        .map(|duty| {
            let (standing, found) = of(duty, &archive, sources.today);
            (duty, standing, found)
        })
        .collect();
    for (duty, standing, _) in &standings {
        if let Standing::Late(day) = standing {
            let complaint = Diagnostic::new(Code::LATE_PUBLICATION, duty.place.clone());
            diag.push(complaint.with("title", duty.title.clone()).with("day", long(*day)).with("basis", duty.basis.clone()));
        }
    }
    let mut made = Vec::with_capacity(pages.len());
    for page in &pages {
        if !wanted(page) || Folder::of(&page.file) != Some(Folder::Internal) {
            made.push(Arc::clone(page));
            continue;
        }
        diaries.insert(page, diary(page, duties, sources.today));
        made.push(Arc::new(listed(page, &standings, registries)));
    }
    made
}

fn listed(page: &Arc<PageSyntax>, standings: &[(&Publication, Standing, Option<Found>)], registries: &Registries) -> PageSyntax {
    let mut writer = Writer::after(page);
    writer.heading("ozet", "Özet");
    let counts = [
        ("Günü geçti, bu sitede yok", standings.iter().filter(|s| matches!(s.1, Standing::Late(_))).count()),
        ("Sürekli yayımda olmalı, bu sitede yok", standings.iter().filter(|s| s.1 == Standing::Missing).count()),
        ("Gözden geçirilmeli", standings.iter().filter(|s| matches!(s.1, Standing::Stale(_))).count()),
        ("Günü gelecek", standings.iter().filter(|s| matches!(s.1, Standing::Due(_))).count()),
        ("Yayında", standings.iter().filter(|s| matches!(s.1, Standing::Done { .. })).count()),
        ("Gerektikçe", standings.iter().filter(|s| matches!(s.1, Standing::AsNeeded(_))).count()),
        ("Bu siteden görülemez", standings.iter().filter(|s| matches!(s.1, Standing::Unseen(_))).count()),
    ];
    let counts = counts.into_iter().filter(|(_, n)| *n > 0);
    writer.bullets(counts.map(|(state, n)| words(&format!("{state}: {n}"))).collect());
    writer.heading("odevler", "Ödevler");
    // What is open comes first, and of that what has been open longest.
    let mut order: Vec<&(&Publication, Standing, Option<Found>)> = standings.iter().collect();
    order.sort_by_key(|(_, standing, _)| urgency(standing));
    let rows = order.into_iter().map(|(duty, standing, found)| {
        let mut what = words(&duty.title);
        if !duty.confirmed {
            what.push(Inline::Emphasis(words(" (dayanağı doğrulanmadı)")));
        }
        let mut about = words(&state(standing));
        if let Some(page) = found.as_ref().and_then(|f| f.page.as_deref()) {
            about.extend([Inline::Text(" ".into()), writer.page(&format!("Sayfası: {}", duty.title), page)]);
        }
        if let Some(note) = &duty.note {
            about.extend([Inline::Text(" ".into()), Inline::Emphasis(words(note))]);
        }
        let unit = duty.unit.as_ref().and_then(|unit| registries.unit(unit)).map(|unit| unit.name.to_string());
        let unit = unit.unwrap_or_default();
        vec![what, words(&duty.basis), words(&rhythm(duty)), about, words(&unit)]
    });
    let rows = rows.collect();
    writer.table(&["Ne?", "Dayanak", "Ne zaman?", "Durum", "Birim"], rows);
    writer.finished(Arc::clone(page))
}

fn urgency(standing: &Standing) -> (u8, Option<Date>) {
    match standing {
        Standing::Late(day) => (0, Some(*day)),
        Standing::Missing => (1, None),
        Standing::Stale(day) => (2, Some(*day)),
        Standing::Due(day) => (3, Some(*day)),
        Standing::Done { next, .. } => (4, *next),
        Standing::AsNeeded(_) => (5, None),
        Standing::Unseen(_) => (6, None),
    }
}

fn state(standing: &Standing) -> String {
    let since = |on: &Option<Date>| on.map(|day| format!(", {}", long(day))).unwrap_or_default();
    match standing {
        Standing::Done { on, next: Some(next) } => format!("Yayında{}. Sonraki gün: {}.", since(on), long(*next)),
        Standing::Done { on, next: None } => format!("Yayında{}.", since(on)),
        Standing::Due(day) => format!("Bu sitede yok. Son gün: {}.", long(*day)),
        Standing::Late(day) => format!("Bu sitede yok. Son günü geçti: {}.", long(*day)),
        Standing::Stale(day) => format!("Yayında; en son {} günü güncellendi, gözden geçirilmeli.", long(*day)),
        Standing::Missing => "Bu sitede yok.".to_owned(),
        Standing::AsNeeded(Some(day)) => format!("En yenisi: {}.", long(*day)),
        Standing::AsNeeded(None) => "Bu sitede henüz yok.".to_owned(),
        Standing::Unseen(Some(day)) => format!("Bu siteden görülemez. Son gün: {}.", long(*day)),
        Standing::Unseen(None) => "Bu siteden görülemez.".to_owned(),
    }
}

fn rhythm(duty: &Publication) -> String {
    let when = match duty.rhythm {
        Rhythm::Yearly { month: m, day, .. } if day >= 28 => {
            format!("Her yıl {} sonuna kadar", crate::turkish::case::lower(month(m)))
        }
        Rhythm::Yearly { month: m, day, .. } => format!("Her yıl {day} {} gününe kadar", month(m)),
        Rhythm::Always { review: Some(days) } => format!("Sürekli; en çok {days} günde bir gözden geçirilir"),
        Rhythm::Always { review: None } => "Sürekli".to_owned(),
        Rhythm::AsNeeded => "Gerektikçe".to_owned(),
    };
    if duty.mandatory { when } else { format!("{when}; zorunlu değil") }
}

/// The last days of this year and the next.
fn diary(page: &PageSyntax, duties: &[Publication], today: Date) -> Diary {
    let entries = duties.iter().filter_map(|duty| {
        let Rhythm::Yearly { month, day, .. } = duty.rhythm else { return None };
        let next = next_after(month, day, today);
        Some(Entry {
            id: format!("yayin-odevi-{}-{}", duty.code, next.year()),
            when: When::Day(next),
            title: format!("Son gün: {}", duty.title),
            about: Some(duty.basis.clone()),
            venue: None,
            page: Some(Arc::clone(&page.file)),
            stamp: next,
            cancelled: false,
        })
    });
    Diary { title: page.front.title.clone(), entries: entries.collect() }
}
