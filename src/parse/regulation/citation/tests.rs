//! How citations are read, each way of citing as a small row.

use super::*;
use crate::parse::regulation::parse;

fn read(source: &str) -> Vec<(String, String, u32)> {
    let text = parse(&mut Diagnostics::new(), &"m.txt".into(), source);
    references(&text).into_iter().map(|r| (r.text.to_string(), r.target.to_string(), r.line)).collect()
}

fn one(words: &str) -> Vec<(String, String)> {
    read(&format!("MADDE 1- (1) {words}\nMADDE 2- (1) Son:\na) Bir.\n")).into_iter().map(|(t, g, _)| (t, g)).collect()
}

fn table(rows: &[(&str, &[(&str, &str)])]) {
    for (words, outcome) in rows {
        let outcome: Vec<(String, String)> = outcome.iter().map(|(t, g)| ((*t).to_owned(), (*g).to_owned())).collect();
        assert_eq!(one(words), outcome, "{words}");
    }
}

#[test]
fn laws_by_number() {
    table(&[
        ("5393 sayılı yasanın 18/m maddesi uyarınca", &[("5393 sayılı yasanın 18/m maddesi", "5393/18-m")]),
        (
            "3/7/2005 tarihli ve 5393 sayılı Belediye Kanununun 15 inci maddesinin birinci fıkrasının (b) bendi",
            &[("5393 sayılı Belediye Kanununun 15 inci maddesinin birinci fıkrasının (b) bendi", "5393/15-f1-b")],
        ),
        ("5393 Sayılı Belediye Kanununun 48'inci maddesi", &[("5393 Sayılı Belediye Kanununun 48'inci maddesi", "5393/48")]),
        (
            "657 sayılı Devlet Memurları Kanunu, 5393 sayılı Kanun.",
            &[("657 sayılı Devlet Memurları Kanunu", "657"), ("5393 sayılı Kanun", "5393")],
        ),
        (
            "1593 sayılı Umumi Hıfzıssıhha Kanununun 222 maddesine istinaden",
            &[("1593 sayılı Umumi Hıfzıssıhha Kanununun 222 maddesine", "1593/222")],
        ),
        (
            "6245 sayılı Kanunun 15nci maddesinin (b) bendinde",
            &[("6245 sayılı Kanunun 15nci maddesinin (b) bendinde", "6245/15-b")],
        ),
        ("4734 sayılı Kanunun 26/A maddesi", &[("4734 sayılı Kanunun 26/A maddesi", "4734/26/A")]),
        ("2981, 3366 ve 3290 sayılı yasalar", &[("2981", "2981"), ("3366", "3366"), ("3290 sayılı yasalar", "3290")]),
        ("3194 sayılı yasanın 18.mad. gereği", &[("3194 sayılı yasanın 18.mad", "3194/18")]),
        ("1-3194 sayılı yasa,5393 sayılı yasa", &[("3194 sayılı yasa", "3194"), ("5393 sayılı yasa", "5393")]),
        ("657 No.lu Devlet Memurları Kanunu", &[("657 No.lu Devlet Memurları Kanunu", "657")]),
        (
            "703 sayılı Kanun Hükmünde Kararnamenin 200 üncü maddesiyle",
            &[("703 sayılı Kanun Hükmünde Kararnamenin 200 üncü maddesiyle", "khk 703/200")],
        ),
        (
            "3572 sayılı İşyeri Ruhsatlarına Dair Kanun Hükmünde Kararnamenin Değiştirilerek Kabulüne Dair Kanuna göre",
            &[("3572 sayılı İşyeri Ruhsatlarına Dair Kanun Hükmünde Kararnamenin Değiştirilerek Kabulüne Dair Kanuna", "3572")],
        ),
        (
            "3011 sayılı Resmi Gazetede Yayımlanacak Olan Yönetmelikler Hakkında Kanun",
            &[("3011 sayılı Resmi Gazetede Yayımlanacak Olan Yönetmelikler Hakkında Kanun", "3011")],
        ),
        (
            "1 sayılı Cumhurbaşkanlığı Kararnamesinin 5 inci maddesi",
            &[("1 sayılı Cumhurbaşkanlığı Kararnamesinin 5 inci maddesi", "1 sayılı Cumhurbaşkanlığı Kararnamesi/5")],
        ),
        ("(Değişik: 30/7/2003-4964/9 md.)", &[("30/7/2003-4964/9 md", "4964/9")]),
        ("(Mülga: 2/7/2018-KHK-703/71 md.)", &[("2/7/2018-KHK-703/71 md", "khk 703/71")]),
    ]);
}

#[test]
fn provisions_in_every_style() {
    table(&[
        ("5393 sayılı Belediye Kanununun 15/b maddesi", &[("5393 sayılı Belediye Kanununun 15/b maddesi", "5393/15-b")]),
        (
            "5393 sayılı Kanunun 15 (b), 18 (m), 38 ve 48. maddelerine",
            &[
                ("5393 sayılı Kanunun 15 (b)", "5393/15-b"),
                ("18 (m)", "5393/18-m"),
                ("38", "5393/38"),
                ("48. maddelerine", "5393/48"),
            ],
        ),
        (
            "5393 sayılı Kanunun 13 maddesi, 14 üncü maddesinin birinci fıkrasının (a) ve (b) bentleri",
            &[
                ("5393 sayılı Kanunun 13 maddesi", "5393/13"),
                ("14 üncü maddesinin birinci fıkrasının (a)", "5393/14-f1-a"),
                ("(b) bentleri", "5393/14-f1-b"),
            ],
        ),
        (
            "5393 sayılı Kanunun 18 inci maddesinin birinci fıkrası ile ikinci fıkrasının (m) bendi",
            &[
                ("5393 sayılı Kanunun 18 inci maddesinin birinci fıkrası", "5393/18-f1"),
                ("ikinci fıkrasının (m) bendi", "5393/18-f2-m"),
            ],
        ),
        (
            "5393 sayılı Kanunun 5 inci maddesinin (2) numaralı fıkrasının (d) bendinin (2) numaralı alt bendi",
            &[(
                "5393 sayılı Kanunun 5 inci maddesinin (2) numaralı fıkrasının (d) bendinin (2) numaralı alt bendi",
                "5393/5-f2-d-2",
            )],
        ),
        (
            "5393 sayılı Kanunun ek 1 inci maddesi ile geçici 3 üncü maddesi",
            &[("5393 sayılı Kanunun ek 1 inci maddesi", "5393/ek 1"), ("geçici 3 üncü maddesi", "5393/geçici 3")],
        ),
        ("193 sayılı Kanunun mükerrer 20/B maddesi", &[("193 sayılı Kanunun mükerrer 20/B maddesi", "193/mükerrer 20/B")]),
        ("5393 sayılı Kanun Madde 7 fıkra bir bent a", &[("5393 sayılı Kanun Madde 7 fıkra bir bent a", "5393/7-f1-a")]),
        (
            "5393 sayılı Kanunun 54. 55. ve 58.maddelerinde",
            &[("5393 sayılı Kanunun 54", "5393/54"), ("55", "5393/55"), ("58.maddelerinde", "5393/58")],
        ),
    ]);
}

#[test]
fn the_text_itself() {
    table(&[
        ("bu Yönetmeliğin 2 nci maddesinin (a) bendi", &[("2 nci maddesinin (a) bendi", "#madde-2-f1-b-a")]),
        ("Madde 2 fıkra bir bent a uygulanır", &[("Madde 2 fıkra bir bent a", "#madde-2-f1-b-a")]),
        // The possessive belongs to what was named, the plain form to the text.
        ("5393 sayılı Kanuna göre 2 nci maddede sayılanlar", &[("5393 sayılı Kanuna", "5393"), ("2 nci maddede", "#madde-2")]),
        // Two acts could be meant: no link is better than a wrong one.
        ("5393 sayılı Kanun uygulanır. Ayrıca 2 nci maddesine bakılır.", &[("5393 sayılı Kanun", "5393")]),
        ("99 uncu maddesine göre", &[("99 uncu maddesine", "?99")]),
        ("2 nci maddenin üçüncü fıkrası", &[("2 nci maddenin üçüncü fıkrası", "?2-f3")]),
        ("aynı Kanun, 23 maddeden oluşur, % 15, 96 derece", &[]),
        ("“Madde 2 – bu Kanunun 2 nci maddesi” eklenmiştir.", &[]),
    ]);
}

#[test]
fn acts_by_name_decisions_and_the_gazette() {
    table(&[
        (
            "Türk Medeni Kanununun 2 nci maddesi ve Anayasanın 127 nci maddesi",
            &[("Türk Medeni Kanununun 2 nci maddesi", "Türk Medeni Kanunu/2"), ("Anayasanın 127 nci maddesi", "Anayasa/127")],
        ),
        (
            "“Norm Kadro İlke ve Standartlarına Dair Yönetmelik” hükümleri ile bu Yönetmelik",
            &[("Norm Kadro İlke ve Standartlarına Dair Yönetmelik", "Norm Kadro İlke ve Standartlarına Dair Yönetmelik")],
        ),
        ("Taşınır Mal Yönetmeliğine uygun", &[("Taşınır Mal Yönetmeliğine", "Taşınır Mal Yönetmeliği")]),
        ("Bu Yönetmeliğin amacı, Müdürlük Kanunun verdiği, Anayasa Mahkemesi", &[]),
        (
            "Gebze Belediye Meclisi’nin 03/04/2017 tarih ve 75 sayılı kararı ile",
            &[("03/04/2017 tarih ve 75 sayılı kararı", "karar 2017-04-03 75")],
        ),
        (
            "27/11/2007 tarihli ve 2007/12937 sayılı Bakanlar Kurulu Kararı",
            &[("27/11/2007 tarihli ve 2007/12937 sayılı Bakanlar Kurulu Kararı", "karar 2007-11-27 2007/12937")],
        ),
        (
            "22 Şubat 2007 tarih ve 26442 Sayılı Resmi Gazetede yayımlanan",
            &[("22 Şubat 2007 tarih ve 26442 Sayılı Resmi Gazetede", "rg 2007-02-22 26442")],
        ),
        (
            "31/12/2005 tarihli ve 26040 sayılı 3 üncü mükerrer Resmî Gazete",
            &[("31/12/2005 tarihli ve 26040 sayılı 3 üncü mükerrer Resmî Gazete", "rg 2005-12-31 26040 mükerrer 3")],
        ),
        (
            "31/12/2005 tarihli ve 26040 3. mükerrer sayılı Resmî Gazete, 24/2/2022 tarihli ve 31760 sayılı Mükerrer Resmî Gazete",
            &[
                ("31/12/2005 tarihli ve 26040 3. mükerrer sayılı Resmî Gazete", "rg 2005-12-31 26040 mükerrer 3"),
                ("24/2/2022 tarihli ve 31760 sayılı Mükerrer Resmî Gazete", "rg 2022-02-24 31760 mükerrer 1"),
            ],
        ),
        ("Resmî Gazete: 13/7/2005-25874", &[("Resmî Gazete: 13/7/2005-25874", "rg 2005-07-13 25874")]),
        (
            "04/11/2015 tarih ve 97 sayılı meclis kararı ile birlikte maddeler",
            &[("04/11/2015 tarih ve 97 sayılı meclis kararı", "karar 2015-11-04 97")],
        ),
    ]);
}

#[test]
fn clauses_beside_the_one_that_speaks() {
    let source = "MADDE 1- (1) Şunlar:\na) Bir,\nb) (a) bendinde sayılan.\n(2) Birinci fıkrada ve bu maddenin birinci fıkrasının (b) bendinde yazılan.\n";
    let found: Vec<(String, String)> = read(source).into_iter().map(|(text, target, _)| (text, target)).collect();
    let expected = [
        ("(a) bendinde", "#madde-1-f1-b-a"),
        ("Birinci fıkrada", "#madde-1-f1"),
        ("bu maddenin birinci fıkrasının (b) bendinde", "#madde-1-f1-b-b"),
    ];
    assert_eq!(found, expected.map(|(t, g)| (t.to_owned(), g.to_owned())));
}

#[test]
fn an_article_without_its_law_belongs_to_the_law_before_it() {
    assert_eq!(
        read(
            "1. KABUL\n\nBu Yönetmelik, 5393 sayılı yasanın 18/m\nmaddesi uyarınca kabul edilmiş, 23.\nmaddesi uyarınca yürürlüğe girmiştir.\n"
        ),
        [
            ("5393 sayılı yasanın 18/m maddesi".to_owned(), "5393/18-m".to_owned(), 3),
            ("23. maddesi".to_owned(), "5393/23".to_owned(), 4)
        ]
    );
}

#[test]
fn the_same_act_in_the_clauses_below() {
    let told = |source: &str| read(source).into_iter().map(|(_, target, _)| target).collect::<Vec<_>>();
    let text = "MADDE 1- (1) Su Yönetmeliğinin 2 nci maddesi kaldırılmıştır.\nMADDE 2- (1) Aynı Yönetmeliğin 13/8 maddesi kaldırılmıştır.\n";
    assert_eq!(told(text), ["Su Yönetmeliği/2", "Su Yönetmeliği/13-f8"]);
    let several = text.replace("kaldırılmıştır.\nMADDE 2", "5393 sayılı Kanuna göre kaldırılmıştır.\nMADDE 2");
    assert_eq!(told(&several), ["Su Yönetmeliği/2", "5393"]);
}

#[test]
fn laws_and_names_as_offices_write_them() {
    table(&[
        (
            "2981/3290/3366 Sayılı Kanun -2942 Yasa",
            &[("2981", "2981"), ("3290", "3290"), ("3366 Sayılı Kanun", "3366"), ("2942 Yasa", "2942")],
        ),
        ("4734 sayılı K.İ.K göre, 657 sayılı DMK hükümleri", &[("4734 sayılı K.İ.K", "4734"), ("657 sayılı DMK", "657")]),
        ("243 sayılı K.H.K.'nin 3 üncü maddesi", &[("243 sayılı K.H.K.'nin 3 üncü maddesi", "khk 243/3")]),
        ("418 sayılı KHK'nin geçici1 inci maddesi", &[("418 sayılı KHK'nin geçici1 inci maddesi", "khk 418/geçici 1")]),
        ("(Ek: 30/5/1997 - KHK - 572/15 md.)", &[("30/5/1997 - KHK - 572/15 md", "khk 572/15")]),
        ("(Ek: 9/4/1990 - KHK- 418/11 md.)", &[("9/4/1990 - KHK- 418/11 md", "khk 418/11")]),
        (
            "göre Belediye ve bağlı kuruluşlar ile Norm Kadro ilke ve Standartlarına Dair Yönetmeliğe",
            &[(
                "Belediye ve bağlı kuruluşlar ile Norm Kadro ilke ve Standartlarına Dair Yönetmeliğe",
                "Belediye ve bağlı kuruluşlar ile Norm Kadro ilke ve Standartlarına Dair Yönetmelik",
            )],
        ),
        ("657 sayılı Kanunun değişik 6 ncı maddesi", &[("657 sayılı Kanunun değişik 6 ncı maddesi", "657/6")]),
        ("5393 sayılı Kanunun 48’nci ve Norm Kadro hükümleri", &[("5393 sayılı Kanunun 48’nci", "5393/48")]),
        ("5434 sayılı T.C. Emekli Sandığı Kanununa", &[("5434 sayılı T.C. Emekli Sandığı Kanununa", "5434")]),
        ("Bir kimsenin T.C. Emekli Sandığı Kanununa", &[("T.C. Emekli Sandığı Kanununa", "T.C. Emekli Sandığı Kanunu")]),
        ("göre Türk Kanunu Medenisine", &[("Türk Kanunu Medenisine", "Türk Kanunu Medenisi")]),
        (
            "Kamu ihale kanununa ve kılık kıyafet yönetmeliğine",
            &[("Kamu ihale kanununa", "Kamu ihale kanunu"), ("kılık kıyafet yönetmeliğine", "kılık kıyafet yönetmeliği")],
        ),
        ("Bir kanuna, çalışma yönetmeliğine", &[]),
        ("bu Kanunun ve Kamu İhale Kanununun", &[("Kamu İhale Kanununun", "Kamu İhale Kanunu")]),
        ("2025/1 No.’lu Kamu İhale Tebliğine", &[("Kamu İhale Tebliğine", "Kamu İhale Tebliği")]),
        ("Güncellenen Evlendirme Yönetmeliğinin", &[("Evlendirme Yönetmeliğinin", "Evlendirme Yönetmeliği")]),
        (
            "ve Yazışma Kuralları ile ilgili Yönetmelik",
            &[("Yazışma Kuralları ile ilgili Yönetmelik", "Yazışma Kuralları ile ilgili Yönetmelik")],
        ),
        ("göre Disiplin Nizamnamesinin", &[("Disiplin Nizamnamesinin", "Disiplin Nizamnamesi")]),
        ("İçtüzüğün 140 ıncı maddesi", &[("İçtüzüğün 140 ıncı maddesi", "İçtüzük/140")]),
        ("göre Millet Meclisi İçtüzüğünde", &[("Millet Meclisi İçtüzüğünde", "Millet Meclisi İçtüzüğü")]),
        (
            "Norm Kadro İlkelerine İlişkin Esaslar çerçevesinde",
            &[("Norm Kadro İlkelerine İlişkin Esaslar", "Norm Kadro İlkelerine İlişkin Esaslar")],
        ),
        ("“Norm Kadroya İlişkin Esasları”na göre", &[("Norm Kadroya İlişkin Esasları”na", "Norm Kadroya İlişkin Esasları")]),
        ("Norm Kadroya İlişkin Esaslar hakkında 2006 / 9809 sayılı kararı", &[("2006 / 9809 sayılı kararı", "karar 2006/9809")]),
        ("Çalışma Usul ve Esasları, 9809 sayılı kararı", &[]),
        (
            "Askeri İçhizmet Kanunu ve Yönetmeliğinin",
            &[("Askeri İçhizmet Kanunu", "Askeri İçhizmet Kanunu"), ("Yönetmeliğinin", "Askeri İçhizmet Yönetmeliği")],
        ),
        ("Belediye Kanunu : 5393 sayılı Kanunu,", &[("5393 sayılı Kanunu", "5393")]),
    ]);
}

#[test]
fn lists_of_articles_and_the_article_cited_before() {
    table(&[
        (
            "5393 sayılı Kanunun ek 3,4,17 ve 18 inci maddeleri",
            &[
                ("5393 sayılı Kanunun ek 3", "5393/ek 3"),
                ("4", "5393/ek 4"),
                ("17", "5393/ek 17"),
                ("18 inci maddeleri", "5393/ek 18"),
            ],
        ),
        (
            "5393 sayılı Kanunun 7, 8, mükerrer 9 11 ve 12 nci maddeleri",
            &[
                ("5393 sayılı Kanunun 7", "5393/7"),
                ("8", "5393/8"),
                ("mükerrer 9", "5393/mükerrer 9"),
                ("11", "5393/11"),
                ("12 nci maddeleri", "5393/12"),
            ],
        ),
        (
            "5393 sayılı Kanunun 59 uncu ve müteakip maddelerindeki",
            &[("5393 sayılı Kanunun 59 uncu ve müteakip maddelerindeki", "5393/59")],
        ),
        (
            "5393 sayılı Kanunun 5 inci maddesinin (A) bendi, aynı maddenin (B) bendi",
            &[("5393 sayılı Kanunun 5 inci maddesinin (A) bendi", "5393/5-A"), ("aynı maddenin (B) bendi", "5393/5-B")],
        ),
        (
            "5393 sayılı Kanunun 5 inci maddesinin son fıkrası",
            &[("5393 sayılı Kanunun 5 inci maddesinin son fıkrası", "5393/5-fson")],
        ),
        (
            "5393 sayılı Kanunun 5 inci maddesinin bir ve dördüncü fıkraları",
            &[("5393 sayılı Kanunun 5 inci maddesinin bir", "5393/5-f1"), ("dördüncü fıkraları", "5393/5-f4")],
        ),
        (
            "5393 sayılı Kanunun 7, ek 2, 47 ve 48 inci maddeleri",
            &[("5393 sayılı Kanunun 7", "5393/7"), ("ek 2", "5393/ek 2"), ("47", "5393/47"), ("48 inci maddeleri", "5393/48")],
        ),
        (
            "5393 sayılı Kanunun 5 inci maddesinin 0 ıncı fıkrası",
            &[("5393 sayılı Kanunun 5 inci maddesinin 0 ıncı fıkrası", "5393/5")],
        ),
        // An article of what the law changed, which nobody names.
        ("3239 sayılı Kanunla değişik 94 üncü maddesinin", &[("3239 sayılı Kanunla", "3239")]),
        // What a text without its noun calls `yönetmeliğin` is not known.
        ("yönetmeliğin 2/1 maddesi", &[]),
        ("Bu yönetmelik geçerlidir. Ücretler yönetmeliğin 2/1 maddesine göredir.", &[("2/1 maddesine", "#madde-2-f1")]),
        ("Bu yönetmelikteki yönetmelik, 2 nci maddesi", &[("2 nci maddesi", "#madde-2")]),
    ]);
}

#[test]
fn the_last_paragraph_is_counted_where_the_article_is() {
    let source = "MADDE 1- (1) Bir.\n(2) İki.\nMADDE 2- (1) 1 inci maddenin son fıkrası ve bu fıkra.\n";
    assert_eq!(read(source), [("1 inci maddenin son fıkrası".to_owned(), "#madde-1-f2".to_owned(), 3)]);
}

#[test]
fn paragraphs_that_read_as_points_and_further_wordings_of_an_article() {
    let told = |source: &str| read(source).into_iter().map(|(_, target, _)| target).collect::<Vec<_>>();
    assert_eq!(
        told("Madde 1-\n1. Bir.\n2. İki.\n3. (Değişik) 1 ve 2 nci fıkralarda yazılan.\n"),
        ["#madde-1-b-1", "#madde-1-b-2"]
    );
    let twice = "Madde 1- Bir.\nMadde 1- Şunlar:\na) Bir.\nMadde 2- 1 inci maddenin (a) bendi.\n";
    assert_eq!(told(twice), ["#madde-1_2-b-a"]);
}

#[test]
fn a_text_that_names_itself_and_its_own_headings() {
    let told = |source: &str| read(source).into_iter().map(|(_, target, _)| target).collect::<Vec<_>>();
    let named = "MADDE 1- (1) Bu Yönetmelik geçer.\nMADDE 2- (1) Yönetmelik: Su İşleri Yönetmeliğini,\n";
    assert_eq!(told(named), [""; 0]);
    assert_eq!(told(&named.replace("Bu Yönetmelik", "Bu Yönerge")), ["Su İşleri Yönetmeliği"]);
    assert_eq!(told("MADDE 1- Bir.\nMADDE 2- Bunlar (Madde numaraları: Madde 1 ve Ek Madde 2).\n"), [""; 0]);
}

#[test]
fn a_footnote_is_about_the_article_of_its_mark() {
    let source = "Madde 1- (1) Bir.\n(2) İki. [1]\n\nMadde 2- (1) Üç.\n\n[1]\n\n9/7/2021 tarihli ve 7332 sayılı Kanunun 4 üncü maddesiyle, ikinci fıkrada yer alan “bu maddenin birinci fıkrası” ibaresi ve bu maddenin birinci fıkrası değiştirilmiştir.\n";
    let told = |source: &str| read(source).into_iter().map(|(_, target, _)| target).collect::<Vec<_>>();
    assert_eq!(told(source), ["7332/4", "#madde-1-f2", "#madde-1-f1"]);
    let note = &source[..source.find("9/7/2021").unwrap_or_default()];
    let added = "9/7/2021 tarihli ve 7332 sayılı Kanunun 4 üncü maddesiyle, bu fıkraya “birinci fıkrası” ibaresi eklenmiş, aynı maddenin birinci fıkrası değiştirilmiş, birinci fıkra ikinci fıkra olmuştur.\n";
    assert_eq!(told(&format!("{note}{added}")), ["7332/4", "#madde-1-f1"]);
}

#[test]
fn the_line_of_a_citation_below_words_that_were_written_together() {
    let source = "MADDE 1- 5393 sayılı Kanunun ek 3,4,17 ve 18 inci maddeleri ile\n657 sayılı Kanun uygulanır.\n";
    let lines: Vec<u32> = read(source).into_iter().map(|(.., line)| line).collect();
    assert_eq!(lines, [1, 1, 1, 1, 2]);
}

#[test]
fn words_written_together_old_decrees_and_whom_something_is_given_to() {
    table(&[
        ("5393 sayılı Kanunun 75 incimaddesi", &[("5393 sayılı Kanunun 75 incimaddesi", "5393/75")]),
        ("4/10195 Sayılı Kararnameye göre", &[("4/10195 Sayılı Kararnameye", "karar 4/10195")]),
        ("Türkiye Kızılay Derneğine tüzüğünde belirtilen", &[]),
        ("Hazine kanununda", &[("Hazine kanununda", "Hazine kanunu")]),
    ]);
}
