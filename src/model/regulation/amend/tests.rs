//! Instructions on small texts: what the text says then, and which clause is which.

use super::*;
use crate::diag::Diagnostics;
use crate::parse::regulation::{amendment, canonical, parse};

const TEXT: &str = "ÖRNEK YÖNETMELİK\n\nAmaç\nMADDE 1- (1) Bu Yönetmelik;\na) Arşivi,\nb) Binayı,\nc) Cihazı,\n\
                    korumayı düzenler.\n(2) Süre on gündür. Bu süre uzatılmaz.\n\nYetki\nMADDE 2- Yetki müdürdedir. Müdür, \
                    müdür yardımcısına yetki verebilir.\n\nYürürlük\nMADDE 3- Bu Yönetmelik gönderildiği gün yürürlüğe girer.\n";

/// The text after the decision, what became of the clauses, and the last obstacle.
fn amended(decision: &str) -> (String, Vec<String>, Option<Obstacle>) {
    let read = |source: &str| parse(&mut Diagnostics::new(), &"m.txt".into(), source);
    let mut text = read(TEXT);
    let (found, unclear) = amendment::instructions(decision);
    assert!(unclear.is_empty() && !found.is_empty(), "{unclear:?}");
    let mut told = Vec::new();
    for instruction in &found {
        match apply(&text, instruction, "(Mülga: 4/5/2022-45)") {
            Ok(applied) => {
                text = applied.text;
                told.extend(applied.changes.iter().map(|(id, kind)| format!("{} {id}", kind.as_str())));
                told.extend(applied.origins.iter().filter(|(now, was)| now != was).map(|(now, was)| format!("{was} → {now}")));
            }
            Err(obstacle) => return (canonical(&text), told, Some(obstacle)),
        }
    }
    (canonical(&text), told, None)
}

/// What is in the text after the decision and was not before, and what is no longer, line by line.
fn lines(decision: &str) -> (Vec<String>, Vec<String>) {
    let before = canonical(&parse(&mut Diagnostics::new(), &"m.txt".into(), TEXT));
    let (after, told, obstacle) = amended(decision);
    assert_eq!(obstacle, None, "{decision}");
    let lines = |text: &str| text.lines().filter(|l| !l.is_empty()).map(str::to_owned).collect::<Vec<_>>();
    let (before, after) = (lines(&before), lines(&after));
    let gone = before.iter().filter(|l| !after.contains(l)).map(|l| format!("- {l}"));
    let come = after.iter().filter(|l| !before.contains(l)).map(|l| format!("+ {l}"));
    (gone.chain(come).collect(), told)
}

#[test]
fn each_kind_of_instruction_does_what_it_says() {
    let table: [(&str, &[&str], &[&str]); 14] = [
        (
            "Yönetmeliğin 1 inci maddesinin birinci fıkrasının (b) bendi aşağıdaki şekilde değiştirilmiştir.\n“b) Binaları,”",
            &["- b) Binayı,", "+ b) Binaları,"],
            &["replaced madde-1-f1-b-b"],
        ),
        (
            "Yönetmeliğin 1 inci maddesinin birinci fıkrasının (b) bendi aşağıdaki şekilde değiştirilmiştir.\n“Binaları,”",
            &["- b) Binayı,", "+ b) Binaları,"],
            &["replaced madde-1-f1-b-b"],
        ),
        (
            "Yönetmeliğin 2 nci maddesi aşağıdaki şekilde değiştirilmiştir.\n“MADDE 2- (1) Yetki başkandadır.”",
            &[
                "- MADDE 2- Yetki müdürdedir. Müdür, müdür yardımcısına yetki verebilir.",
                "+ MADDE 2-",
                "+ (1) Yetki başkandadır.",
            ],
            &["replaced madde-2"],
        ),
        (
            "Yönetmeliğin 2 nci maddesi başlığı ile birlikte aşağıdaki şekilde değiştirilmiştir.\n“Yetkili\nMADDE 2- Yetki başkandadır.”",
            &[
                "- Yetki",
                "- MADDE 2- Yetki müdürdedir. Müdür, müdür yardımcısına yetki verebilir.",
                "+ Yetkili",
                "+ MADDE 2- Yetki başkandadır.",
            ],
            &["replaced madde-2"],
        ),
        (
            "Yönetmeliğin 2 nci maddesinin başlığı “Yetkili” şeklinde değiştirilmiştir.",
            &["- Yetki", "+ Yetkili"],
            &["heading madde-2"],
        ),
        (
            "Yönetmeliğin 1 inci maddesinin ikinci fıkrasında yer alan “on gündür” ibaresi “on beş gündür” şeklinde değiştirilmiştir.",
            &["- (2) Süre on gündür. Bu süre uzatılmaz.", "+ (2) Süre on beş gündür. Bu süre uzatılmaz."],
            &["phrase madde-1-f2"],
        ),
        (
            "Yönetmeliğin 2 nci maddesinde yer alan “Müdür, müdür yardımcısına” ibaresi “Müdür, vekiline” şeklinde değiştirilmiştir.",
            &[
                "- MADDE 2- Yetki müdürdedir. Müdür, müdür yardımcısına yetki verebilir.",
                "+ MADDE 2- Yetki müdürdedir. Müdür, vekiline yetki verebilir.",
            ],
            &["phrase madde-2-f1"],
        ),
        (
            "Yönetmeliğin 1 inci maddesinin ikinci fıkrasının ikinci cümlesi yürürlükten kaldırılmıştır.",
            &["- (2) Süre on gündür. Bu süre uzatılmaz.", "+ (2) Süre on gündür."],
            &["phrase madde-1-f2"],
        ),
        (
            "Yönetmeliğin 1 inci maddesinin ikinci fıkrasına birinci cümlesinden sonra gelmek üzere aşağıdaki cümle eklenmiştir.\n“Gün iş günüdür.”",
            &["- (2) Süre on gündür. Bu süre uzatılmaz.", "+ (2) Süre on gündür. Gün iş günüdür. Bu süre uzatılmaz."],
            &["phrase madde-1-f2"],
        ),
        (
            "Yönetmeliğin 1 inci maddesinin birinci fıkrasının (b) bendi yürürlükten kaldırılmıştır.",
            &["- b) Binayı,", "+ b) (Mülga: 4/5/2022-45)"],
            &["repealed madde-1-f1-b-b"],
        ),
        (
            "Yönetmeliğin 1 inci maddesinin birinci fıkrasına (a) bendinden sonra gelmek üzere aşağıdaki bent eklenmiş ve diğer bentler buna göre teselsül ettirilmiştir.\n“b) Bahçeyi,”",
            &["- b) Binayı,", "- c) Cihazı,", "+ b) Bahçeyi,", "+ c) Binayı,", "+ ç) Cihazı,"],
            &[
                "renumbered madde-1-f1-b-c",
                "renumbered madde-1-f1-b-ç",
                "inserted madde-1-f1-b-b",
                "madde-1-f1-b-b → madde-1-f1-b-c",
                "madde-1-f1-b-c → madde-1-f1-b-ç",
            ],
        ),
        (
            "Yönetmeliğin 1 inci maddesinin (a) bendi yürürlükten kaldırılmış ve diğer bentler buna göre teselsül ettirilmiştir.",
            &["- a) Arşivi,", "- b) Binayı,", "- c) Cihazı,", "+ a) Binayı,", "+ b) Cihazı,"],
            &[
                "removed madde-1-f1-b-a",
                "renumbered madde-1-f1-b-a",
                "renumbered madde-1-f1-b-b",
                "madde-1-f1-b-b → madde-1-f1-b-a",
                "madde-1-f1-b-c → madde-1-f1-b-b",
            ],
        ),
        (
            "Yönetmeliğin 2 nci maddesinden sonra gelmek üzere aşağıdaki madde eklenmiştir.\n“Devir\nMADDE 2/A- (1) Yetki devredilemez.”",
            &["+ Devir", "+ MADDE 2/A-", "+ (1) Yetki devredilemez."],
            &["inserted madde-2-A"],
        ),
        (
            "Yönetmeliğe aşağıdaki geçici madde eklenmiştir.\n“Geçiş\nGEÇİCİ MADDE 1- (1) Süre bir yıldır.”",
            &["+ Geçiş", "+ GEÇİCİ MADDE 1-", "+ (1) Süre bir yıldır."],
            &["inserted gecici-madde-1"],
        ),
    ];
    for (decision, changed, told) in table {
        let (lines, changes) = lines(decision);
        assert_eq!(lines, changed, "{decision}");
        assert_eq!(changes, told, "{decision}");
    }
}

#[test]
fn what_cannot_be_carried_out_is_said() {
    let obstacle = |decision: &str| amended(decision).2.unwrap();
    assert_eq!(obstacle("Yönetmeliğin 9 uncu maddesi yürürlükten kaldırılmıştır."), Obstacle::NoTarget("madde 9".into()));
    assert_eq!(
        obstacle("Yönetmeliğin 1 inci maddesinin birinci fıkrasının (d) bendi yürürlükten kaldırılmıştır."),
        Obstacle::NoTarget("madde 1, 1. fıkra, (d) bendi".into())
    );
    assert_eq!(
        obstacle("Yönetmeliğin 2 nci maddesinde yer alan “başkan” ibaresi “müdür” şeklinde değiştirilmiştir."),
        Obstacle::NoPhrase("başkan".into())
    );
    assert_eq!(
        obstacle("Yönetmeliğin 1 inci maddesinde yer alan “,” ibaresi “;” şeklinde değiştirilmiştir."),
        Obstacle::ManyPhrases(",".into(), 3)
    );
    // A quotation that gives the clause another name is no new wording of this one.
    assert_eq!(
        obstacle("Yönetmeliğin 1 inci maddesinin ikinci fıkrası aşağıdaki şekilde değiştirilmiştir.\n“MADDE 7- Başka.”"),
        Obstacle::Misread("madde-1-f2".into())
    );
}
