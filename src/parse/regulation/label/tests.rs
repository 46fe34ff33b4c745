//! How labels are read, each spelling as a small paragraph.

use super::*;

fn label(text: &str) -> Option<(Form, String, &str)> {
    let label = read(text, 0)?;
    Some((label.form, label.spoken(text), &text[..label.end as usize]))
}

#[test]
fn articles_in_every_spelling() {
    let table = [
        ("MADDE 1- (1) Bu", "1", "MADDE 1-"),
        ("MADDE 1-(1)Bu", "1", "MADDE 1-"),
        ("MADDE:1 Bu", "1", "MADDE:1"),
        ("MADDE :4 Bu", "4", "MADDE :4"),
        ("MADDE 1 – Bu", "1", "MADDE 1 –"),
        ("MADDE 4 : (1)", "4", "MADDE 4 :"),
        ("MADDE 2:\n\nBu", "2", "MADDE 2:"),
        ("MADDE 1\n• Bu", "1", "MADDE 1"),
        ("MADDE 1 • Bu", "1", "MADDE 1"),
        ("Madde\n13-\nBelediye", "13", "Madde\n13-"),
        ("MADDE\n1 – (1)", "1", "MADDE\n1 –"),
        ("Madde 3 -Dayanaklar", "3", "Madde 3 -"),
        ("MADDE 4- (1)- Destek", "4", "MADDE 4-"),
        ("Ek Madde 2- Bu", "Ek 2", "Ek Madde 2-"),
        ("GEÇİCİ MADDE 1 – Bu", "GEÇİCİ 1", "GEÇİCİ MADDE 1 –"),
        ("Mükerrer Madde 20- Bu", "Mükerrer 20", "Mükerrer Madde 20-"),
        ("Madde 26/A- Bu", "26/A", "Madde 26/A-"),
        ("Ek Geçici Madde 3 - Bu", "Ek Geçici 3", "Ek Geçici Madde 3 -"),
        ("MADDE 5 Bu", "5", "MADDE 5"),
        ("1. Madde 6:\nBu", "6", "1. Madde 6:"),
    ];
    for (text, name, printed) in table {
        assert_eq!(label(text), Some((Form::Article, name.to_owned(), printed)), "{text}");
    }
}

#[test]
fn clauses_in_every_spelling() {
    let table = [
        ("(1) Bu", Form::Paragraph, "1", "(1)"),
        ("(1)- Destek", Form::Paragraph, "1", "(1)-"),
        ("1.2.1 Müdürlüğün", Form::Decimal(3), "1.2.1", "1.2.1"),
        ("1.2.2. Müdürlüğün", Form::Decimal(3), "1.2.2", "1.2.2."),
        ("1. GENEL", Form::Number, "1", "1."),
        ("1) Bu", Form::Number, "1", "1)"),
        ("a) Memur", Form::Letter, "a", "a)"),
        ("ff) Belediyemiz", Form::Letter, "ff", "ff)"),
        ("ı)Yapmak", Form::Letter, "ı", "ı)"),
        ("a)      Müdür", Form::Letter, "a", "a)"),
        ("a. Müdür", Form::Letter, "a", "a."),
        ("IV. İrade", Form::Capital, "IV", "IV."),
        ("A) Görevler", Form::Capital, "A", "A)"),
        ("• Meclis", Form::Bullet, "", "•"),
        ("- Meclis", Form::Bullet, "", "-"),
    ];
    for (text, form, name, printed) in table {
        assert_eq!(label(text), Some((form, name.to_owned(), printed)), "{text}");
    }
}

#[test]
fn sentences_that_only_look_like_labels() {
    let sentences = [
        "97 sayılı meclis kararı",
        "18/m maddesi uyarınca",
        "23. Maddesi uyarınca",
        "(PC), yazıcıların",
        "Madde 5’inci fıkrası",
        "Madde 18 uyarınca",
        "03.04.2021 tarihinde",
        "5.000 metreden",
        "1.5 katı",
        "b) bendinde",
        "T. C.",
        "ve b) gibi",
        "-5 derece",
        "Maddeler",
        "",
    ];
    for text in sentences {
        assert_eq!(label(text), None, "{text}");
    }
}
