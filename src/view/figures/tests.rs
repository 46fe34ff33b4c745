//! What pages get when they ask, each promise as a small paragraph.

use super::*;
use crate::disclose;
use crate::model::figure::example::{Request, figures, policy, requests, sources};
use crate::query;
use crate::view::ColumnKind;
use crate::view::chart::{Item, Shape as Form};

const DESK: &str = "
birim-ay:
  title: Başvurular
  unit: başvuru
  method: Sayılır.
  sql: SELECT birim, tarih_ay AS ay, count(*) AS n, median(gun) AS medyan FROM halk_masasi GROUP BY birim, ay ORDER BY birim, ay
  chart: {kind: line, x: ay, y: n, series: birim}
  columns: {n: {title: Başvuru}, medyan: {title: Ortanca (gün)}}
  disclose: {counts: [n], by: [birim, ay], stats: {medyan: n}}
bedel:
  title: Bedel
  method: M
  sql: SELECT birim, bedel FROM satin_alma
birimler:
  title: Birimler
  method: M
  sql: SELECT kod, ad FROM birimler ORDER BY kod
gizli:
  title: Görevliler
  method: M
  sql: SELECT gorevli, count(*) AS n FROM halk_masasi GROUP BY gorevli
";

fn desk() -> Vec<Request> {
    let mut desk = requests("zabita", 1, 23);
    desk.extend(requests("zabita", 3, 7));
    desk.extend(requests("fen-isleri", 1, 1012));
    desk.extend(requests("fen-isleri", 2, 14));
    desk
}

fn both() -> (PublicFigures, InternalFigures) {
    let sources = sources(&desk());
    let (figures, mut diag) = figures(DESK, &sources);
    let answers = query::answer(&mut diag, &figures, &sources);
    assert!(diag.is_empty(), "{diag:?}");
    (PublicFigures::new(&disclose::open(&mut diag, &answers, policy(), &[])), InternalFigures::new(&answers))
}

fn lines(doc: &FigureDoc) -> Vec<String> {
    doc.table.rows.iter().map(|row| row.iter().map(|c| &*c.text).collect::<Vec<_>>().join(" | ")).collect()
}

#[test]
fn cells_are_words_in_turkish_with_their_machine_values() {
    let (_, staff) = both();
    let doc = staff.figure("birim-ay", &[]).expect("is there");
    assert_eq!(lines(&doc)[0], "Fen İşleri Müdürlüğü | Ocak 2026 | 1.012 | 506,5");
    assert_eq!(
        doc.table.rows[0].iter().map(|c| &*c.value).collect::<Vec<_>>(),
        ["Fen İşleri Müdürlüğü", "2026-01", "1012", "506.5"]
    );
    let kinds: Vec<_> = doc.table.columns.iter().map(|c| c.kind).collect();
    assert_eq!(kinds, [ColumnKind::Text, ColumnKind::Month, ColumnKind::Integer, ColumnKind::Decimal(1)]);
    assert_eq!(doc.data.as_deref(), Some("/veri/halk-masasi/birim-ay"));
    assert_eq!((doc.period.as_deref(), doc.n.as_deref()), (Some("Ocak 2026 – Mart 2026"), Some("1.056 kayıt")));
    assert_eq!((doc.disclosure.as_deref(), doc.legend.len(), doc.synthetic), (None, 0, true));
    let money = staff.figure("bedel", &[]).expect("is there");
    assert_eq!(lines(&money), ["Fen İşleri Müdürlüğü | 0,01 TL", "Zabıta Müdürlüğü | 1.234,50 TL"]);
    assert_eq!(&*money.table.rows[1][1].value, "1234.50");
}

#[test]
fn citizens_see_the_rule_and_the_signs_it_left() {
    let (citizens, _) = both();
    let doc = citizens.figure("birim-ay", &[]).expect("is there");
    let expected = [
        "Fen İşleri Müdürlüğü | Ocak 2026 | 1.010 | 506,5",
        "Fen İşleri Müdürlüğü | Şubat 2026 | 15 | 7,5",
        "Zabıta Müdürlüğü | Ocak 2026 | 25 | 12,0",
        "Zabıta Müdürlüğü | Mart 2026 | [c] | [c]",
    ];
    assert_eq!(lines(&doc), expected);
    assert_eq!(doc.legend, [("[c]".to_owned(), "gizlilik nedeniyle gösterilmiyor".to_owned())]);
    let rule = doc.disclosure.as_deref().expect("is said");
    assert!(rule.starts_with("10’dan küçük sayılar gösterilmez; öbürleri 5’in katına yuvarlanır."), "{rule}");
    assert_eq!(doc.n.as_deref(), Some("Yaklaşık 1.055 kayıt"));
    assert!(matches!(citizens.figure("gizli", &[]), Err(FigureTrouble::NoSuchFigure { .. })));
    assert_eq!(citizens.figure("bedel", &[]).expect("is there").disclosure, None);
}

#[test]
fn a_slice_drops_its_column_and_names_itself() {
    let (citizens, _) = both();
    let doc = citizens.figure("birim-ay", &[("birim", "zabita")]).expect("is there");
    assert_eq!(lines(&doc), ["Ocak 2026 | 25 | 12,0", "Mart 2026 | [c] | [c]"]);
    assert_eq!((&*doc.id, doc.title.as_str()), ("birim-ay-zabita", "Başvurular: Zabıta Müdürlüğü"));
    let doc = citizens.figure("birim-ay", &[("birim", "zabita"), ("ay", "2026-01")]).expect("is there");
    assert_eq!((lines(&doc), doc.legend.len()), (vec!["25 | 12,0".to_owned()], 0));
    let empty = citizens.figure("birim-ay", &[("birim", "yazi-isleri")]).expect("a unit of the registry");
    assert_eq!((lines(&empty).len(), empty.chart.is_none()), (0, true));
    let trouble = citizens.figure("birim-ay", &[("birim", "Zabıta")]).expect_err("a name is no code");
    assert!(matches!(&trouble, FigureTrouble::NoSuchRow { value, .. } if value == "Zabıta"));
    let trouble = citizens.figure("birim-ay", &[("brim", "zabita")]).expect_err("no such column");
    assert_eq!(trouble.complaint(crate::diag::Place::file("a.md")).hint, Some("nearest"));
}

#[test]
fn one_number_is_the_first_count_of_one_row() {
    let (citizens, staff) = both();
    let number = |figures: &dyn Figures, slice: &[(&str, &str)], column| {
        figures.number("birim-ay", slice, column).map(|n| n.text.to_string())
    };
    let march = [("birim", "zabita"), ("ay", "2026-03")];
    assert_eq!(number(&citizens, &march, None).as_deref(), Ok("[c]"));
    assert_eq!(number(&staff, &march, None).as_deref(), Ok("7"));
    assert_eq!(number(&staff, &march, Some("medyan")).as_deref(), Ok("4,0"));
    assert_eq!(number(&citizens, &[("birim", "yazi-isleri"), ("ay", "2026-03")], None).as_deref(), Ok("0"));
    assert_eq!(number(&staff, &[], None), Err(FigureTrouble::NotOneNumber { id: "birim-ay".into(), rows: 4, columns: 2 }));
}

#[test]
fn rows_are_names_for_addresses() {
    let (citizens, _) = both();
    let row = &citizens.rows("birim-ay").expect("is there")[0];
    let get = |key: &str| row.get(key);
    assert_eq!([get("birim"), get("birim.kod"), get("birim.slug"), get("slug")], [Some("fen-isleri"); 4]);
    assert_eq!([get("birim.ad"), get("ad")], [Some("Fen İşleri Müdürlüğü"); 2]);
    assert_eq!([get("ay"), get("ay.slug"), get("ay.ad")], [Some("2026-01"), Some("2026-01"), Some("Ocak 2026")]);
    assert_eq!([get("yok"), get("yok.ad"), get("birim.yok")], [None; 3]);
    let unit = &citizens.rows("birimler").expect("is there")[2];
    assert_eq!([unit.get("kod"), unit.get("slug"), unit.get("ad")], [Some("zabita"), Some("zabita"), Some("Zabıta Müdürlüğü")]);
    assert!(citizens.rows("yok").is_none());
    let withheld = citizens.rows("birim-ay").expect("is there");
    assert_eq!(withheld[3].get("n.ad"), Some("[c]"));
}

#[test]
fn months_nobody_asked_in_stand_in_the_chart() {
    let (_, staff) = both();
    let doc = staff.figure("birim-ay", &[("birim", "zabita")]).expect("is there");
    let description = &doc.chart.as_ref().expect("is drawn").description;
    assert!(description.contains("en düşük 0 başvuru (Şubat 2026)"), "{description}");
}

/// Every word of a document, its drawings included.
fn words_of(doc: &FigureDoc) -> Vec<String> {
    let mut words = vec![doc.title.clone(), doc.n.clone().unwrap_or_default()];
    words.extend(doc.table.rows.iter().flatten().flat_map(|c| [c.text.to_string(), c.value.to_string()]));
    if let Some(chart) = &doc.chart {
        words.extend([chart.title.clone(), chart.description.clone()]);
        let items = chart.narrow.iter().chain([&chart.wide]).flat_map(|d| &d.items);
        let said = |item: &Item| {
            let drawn = if let Form::Words { text, .. } = &item.shape { text.clone() } else { String::new() };
            [drawn, item.title.clone().unwrap_or_default()]
        };
        words.extend(items.flat_map(said));
    }
    words
}

#[test]
fn what_is_withheld_is_in_no_word_of_the_document() {
    // 23, 7, 1012 and 14 are the exact counts, 4,0 the median behind the withheld cell.
    let (citizens, staff) = both();
    let digits =
        |text: &str, exact: &str| text.split(|c: char| !c.is_ascii_digit() && c != '.' && c != ',').any(|part| part == exact);
    for slice in [&[][..], &[("birim", "zabita")], &[("birim", "fen-isleri")], &[("ay", "2026-03")]] {
        let doc = citizens.figure("birim-ay", slice).expect("is there");
        for word in words_of(&doc) {
            for exact in ["23", "7", "1.012", "1012", "14", "4,0"] {
                assert!(!digits(&word, exact), "`{exact}` shows in `{word}`");
            }
        }
    }
    let exact = words_of(&staff.figure("birim-ay", &[]).expect("is there"));
    assert!(exact.iter().any(|word| digits(word, "1012")), "the search finds what is there");
}

#[test]
fn a_figure_is_put_together_once() {
    let (citizens, _) = both();
    for slice in [&[][..], &[("birim", "zabita")]] {
        let (a, b) = (citizens.figure("birim-ay", slice), citizens.figure("birim-ay", slice));
        assert!(Arc::ptr_eq(&a.expect("is there"), &b.expect("is there")));
    }
}
