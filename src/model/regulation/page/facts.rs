//! What is known of a regulation before its first clause: a table of dates, numbers and authorities (künye), and what a
//! reader must know of the text's standing.

use super::super::{Decision, Regulation, Standing};
use super::text::Writer;
use super::{alert, words};
use crate::parse::regulation::Target;
use crate::prose::{Alert, Align, Block, Inline, TextTable};
use crate::turkish::date::long;

pub(super) fn table(writer: &mut Writer<'_>) -> Block {
    let regulation = writer.shelf.regulation;
    let mut rows: Vec<(&str, Vec<Inline>)> = Vec::new();
    let mut row = |name, value: Option<String>| rows.extend(value.map(|v| (name, words(&v))));
    row("Durum", standing(regulation));
    if let Some(adoption) = &regulation.adoption {
        rows.push(("Kabul", vec![writer.decided(adoption)]));
    }
    let mut row = |name, value: Option<String>| rows.extend(value.map(|v| (name, words(&v))));
    row("Kesinleşme", regulation.finalised.map(long));
    let governor = match regulation.governor.as_ref().and_then(|g| g.kind.as_deref()) {
        Some("onay") => "Mülki amir onayı",
        _ => "Mülki amire gönderim",
    };
    row(governor, regulation.governor.as_ref().map(decision));
    row("Yürürlük", regulation.in_force.map(long));
    if let Some(name) = regulation.amends.as_deref() {
        let title = writer.shelf.regulations.by_name.get(name).map_or(name, |r| &r.title);
        rows.push(("Değiştirdiği", vec![writer.titled(title, Some(name))]));
    }
    if !regulation.repeals.is_empty() {
        rows.push(("Yürürlükten kaldırdığı", repeals(writer)));
    }
    let mut row = |name, value: Option<String>| rows.extend(value.map(|v| (name, words(&v))));
    row("Yürütme", regulation.executed_by.clone());
    row("Metnin dosyası", Some(regulation.file.to_string()));
    if !regulation.basis.is_empty() {
        rows.push(("Dayanak", bases(writer)));
    }
    Block::Table(Box::new(TextTable {
        align: vec![Align::Start, Align::Start],
        head: vec![words("Künye"), words("Bilgi")],
        rows: rows.into_iter().map(|(name, value)| vec![words(name), value]).collect(),
        stacked: false,
    }))
}

/// That a text is made up.
pub(super) fn example(regulation: &Regulation) -> Option<Block> {
    let said = "Örnek veri. Bu düzenleme gösterim için yazılmıştır; gerçek bir karar değildir.";
    regulation.example.then(|| alert(Alert::Important, vec![words(said)]))
}

/// What stands above the text in a box: that it is made up, or not in force.
pub(super) fn alerts(regulation: &Regulation) -> Vec<Block> {
    let mut alerts: Vec<Block> = example(regulation).into_iter().collect();
    let words_of = match regulation.standing {
        Standing::Adopted => "Bu düzenleme yürürlükte değildir: mülki amire gönderildiğine dair kayıt yoktur.".to_owned(),
        Standing::Sent => "Bu düzenlemenin yürürlük tarihi kayıtlı değildir.".to_owned(),
        Standing::Upcoming(day) => format!("Bu düzenleme henüz yürürlükte değildir. Yürürlük tarihi: {}.", long(day)),
        Standing::Repealed(day) => format!("Bu düzenleme yürürlükten kalkmıştır. Tarih: {}.", long(day)),
        Standing::InForce(_) | Standing::Unknown => return alerts,
    };
    alerts.push(alert(Alert::Warning, vec![words(&words_of)]));
    alerts
}

/// Which text is the official one.
pub(super) fn unofficial(regulation: &Regulation) -> &'static str {
    if regulation.expressions.len() > 1 {
        "Bu metin, değişiklikler işlenerek birleştirilmiştir; bilgilendirme amaçlıdır, resmî metin değildir. Resmî metin, \
         kabul edilen kararlardır. Her hükmün kendi bağlantısı vardır."
    } else {
        "Bu metin bilgi içindir, resmî metin değildir. Yazım yanlışları düzeltilmemiş, yalnız satırlar birleştirilmiştir. \
         Her hükmün kendi bağlantısı vardır."
    }
}

fn standing(regulation: &Regulation) -> Option<String> {
    Some(match regulation.standing {
        Standing::Unknown => return None,
        Standing::Adopted => "Kabul edildi, yürürlükte değil".to_owned(),
        Standing::Sent => "Mülki amire gönderildi, yürürlük tarihi kayıtlı değil".to_owned(),
        Standing::Upcoming(_) => "Henüz yürürlükte değil".to_owned(),
        Standing::InForce(_) => "Yürürlükte".to_owned(),
        Standing::Repealed(day) => format!("Yürürlükten kalktı ({})", long(day)),
    })
}

fn repeals(writer: &mut Writer<'_>) -> Vec<Inline> {
    let mut out = Vec::new();
    for repeal in &writer.shelf.regulation.repeals {
        if !out.is_empty() {
            out.push(Inline::Text("; ".into()));
        }
        out.push(writer.titled(&repeal.title, repeal.name.as_deref()));
        out.extend([Inline::Text(" (".into()), writer.decided(&repeal.decision), Inline::Text(")".into())]);
    }
    out
}

fn bases(writer: &mut Writer<'_>) -> Vec<Inline> {
    let mut out = Vec::new();
    for basis in &writer.shelf.regulation.basis {
        if !out.is_empty() {
            out.push(Inline::Text("; ".into()));
        }
        let title = writer.shelf.regulations.laws.get(&basis.law).map_or("Kanun", |law| &law.title);
        let point = basis.point.as_ref().map_or(String::new(), |p| format!("/{p}"));
        let article = basis.article.as_ref().map_or(String::new(), |a| format!(", madde {a}{point}"));
        let text = format!("{} sayılı {title}{article}", basis.law);
        out.push(writer.cited(&text, &Target::Law { law: basis.law, provision: None }, 0));
    }
    out
}

/// `Belediye Meclisi, 3 Nisan 2021, sayı 38`
pub(super) fn decision(decision: &Decision) -> String {
    let date = decision.date.map(long);
    let number = decision.number.as_ref().map(|n| format!("sayı {n}"));
    std::iter::once(decision.body.clone()).chain(date).chain(number).collect::<Vec<_>>().join(", ")
}
