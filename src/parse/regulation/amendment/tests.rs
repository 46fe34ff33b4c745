//! Amending sentences as Turkish law and municipal councils write them.

use super::*;

fn read(source: &str) -> Vec<String> {
    let (found, unclear) = instructions(source);
    let found = found.iter().map(|i| {
        let article = i.article.as_deref().map_or(String::new(), |a| format!("m.{a} "));
        format!("{}: {article}{}{}", i.line, i.action, if i.renumber { ", renumbered" } else { "" })
    });
    found.chain(unclear.iter().map(|u| format!("{}? {}: {}", u.line, u.why.as_str(), u.words))).collect()
}

#[test]
fn each_kind_of_sentence() {
    let table: [(&str, &[&str]); 20] = [
        (
            "MADDE 1- 3/4/2021 tarihli ve 38 sayılı Meclis kararı ile kabul edilen Küçükova Belediyesi Yönetmeliğinin 4 üncü \
             maddesinin birinci fıkrasının (c) bendi aşağıdaki şekilde değiştirilmiştir.\n“c) Arşivi tutmak,”\n",
            &["1: m.1 replace 4/f1/b-c: c) Arşivi tutmak,"],
        ),
        (
            "MADDE 2- Aynı Yönetmeliğin 5 inci maddesinin ikinci fıkrasında yer alan “on gün” ibaresi “on beş gün” şeklinde \
             değiştirilmiştir.",
            &["1: m.2 phrase in 5/f2: on gün → on beş gün"],
        ),
        ("Aynı Yönetmeliğin 7 nci maddesi yürürlükten kaldırılmıştır.", &["1: repeal 7"]),
        ("Aynı Yönetmeliğin 5 inci ve 6 ncı maddeleri yürürlükten kaldırılmıştır.", &["1: repeal 5 + 6"]),
        (
            "Yönetmeliğin 4 üncü maddesinin (a), (b) ve (ç) bentleri yürürlükten kaldırılmıştır.",
            &["1: repeal 4/b-a + 4/b-b + 4/b-ç"],
        ),
        (
            "Yönetmeliğin 4 üncü maddesinin birinci fıkrasının (c) bendi ile ikinci fıkrası yürürlükten kaldırılmıştır.",
            &["1: repeal 4/f1/b-c + 4/f2"],
        ),
        (
            "Yönetmeliğin 6 ncı maddesinden sonra gelmek üzere aşağıdaki 6/A maddesi eklenmiştir.\n“Arşiv\nMADDE 6/A- (1) Arşiv tutulur.”",
            &["1: insert Article after 6: Arşiv\nMADDE 6/A- (1) Arşiv tutulur."],
        ),
        (
            "Yönetmeliğe aşağıdaki geçici madde eklenmiştir.\n“GEÇİCİ MADDE 1- (1) Süre tanınır.”",
            &["1: insert Article at the end of : GEÇİCİ MADDE 1- (1) Süre tanınır."],
        ),
        (
            "2. maddenin (ff) bendinden sonra gelmek üzere aşağıdaki bent eklenmiştir:\n\"gg) Açık veri yayımlamak.\"\n",
            &["1: insert Point after 2/b-ff: gg) Açık veri yayımlamak."],
        ),
        ("2. maddenin (ff) bendi yürürlükten kaldırılmıştır.", &["1: repeal 2/b-ff"]),
        (
            "1.2.1. maddesinin (c) bendi “c) Kayıt Servisi” şeklinde değiştirilmiştir.",
            &["1: replace 1.2.1/b-c: c) Kayıt Servisi"],
        ),
        (
            "Yönetmeliğin 4 üncü maddesinin birinci fıkrasına (b) bendinden sonra gelmek üzere aşağıdaki bent eklenmiş ve diğer \
             bentler buna göre teselsül ettirilmiştir.\n“c) Yeni,”",
            &["1: insert Point after 4/f1/b-b: c) Yeni,, renumbered"],
        ),
        (
            "Yönetmeliğin 3 üncü maddesinin başlığı “Dayanak ve tanımlar” şeklinde değiştirilmiştir.",
            &["1: heading of 3: Dayanak ve tanımlar"],
        ),
        (
            "Yönetmeliğin 3 üncü maddesi başlığı ile birlikte aşağıdaki şekilde değiştirilmiştir.\n“Tanım\nMADDE 3- (1) Bir.”",
            &["1: replace 3: Tanım\nMADDE 3- (1) Bir."],
        ),
        (
            "Yönetmeliğin 8 inci maddesinin (c) bendinin (2) numaralı alt bendinde yer alan “müdür” ibareleri “birim amiri” olarak değiştirilmiştir.",
            &["1: phrase in 8/b-c/a-2: all müdür → birim amiri"],
        ),
        (
            "Yönetmeliğin 8 inci maddesinin ikinci fıkrasında yer alan “veya vekili” ibaresi madde metninden çıkarılmıştır.",
            &["1: phrase in 8/f2: veya vekili → nothing"],
        ),
        (
            "Yönetmeliğin 8 inci maddesinin ikinci fıkrasına “müdür” ibaresinden sonra gelmek üzere “, şef” ibaresi eklenmiştir.",
            &["1: phrase in 8/f2: müdür → müdür, şef"],
        ),
        ("Yönetmeliğin 8 inci maddesinin birinci fıkrasının son cümlesi yürürlükten kaldırılmıştır.", &["1: repeal 8/f1/cson"]),
        (
            "Yönetmeliğin 4 üncü maddesinin birinci fıkrasının (c) bendi aşağıdaki şekilde değiştirilmiş, aynı fıkraya aşağıdaki \
             bent eklenmiş ve ikinci fıkrası yürürlükten kaldırılmıştır.\n“c) Bir,”\n“ç) İki,”",
            &["1: repeal 4/f2", "1: replace 4/f1/b-c: c) Bir,", "1: insert Point at the end of 4/f1: ç) İki,"],
        ),
        (
            "Yönetmeliğin 4. maddesinin 2. fıkrasının yürürlükten kaldırılmasına oy birliğiyle karar verilmiştir.",
            &["1: repeal 4/f2"],
        ),
    ];
    for (source, outcome) in table {
        assert_eq!(read(source), outcome, "{source}");
    }
}

#[test]
fn sentences_that_amend_nothing_are_passed_over() {
    let source = "KÜÇÜKOVA BELEDİYESİ YÖNETMELİĞİNDE DEĞİŞİKLİK YAPILMASINA DAİR YÖNETMELİK\n\n\
                  Yönetmeliğin 4 üncü maddesinin değiştirilmesine dair teklif görüşüldü.\n\
                  MADDE 3- (1) Bu Yönetmelik mülki amire gönderildiği tarihte yürürlüğe girer.\n\
                  MADDE 4- Bu Yönetmelik hükümlerini Belediye Başkanı yürütür.\n";
    assert_eq!(read(source), [""; 0]);
}

#[test]
fn what_is_not_understood_is_handed_back_at_its_line() {
    assert_eq!(
        read("Başlık\n\nAynı Yönetmeliğin ekinde yer alan tablo değiştirilmiştir.\n"),
        ["3? no-target: Aynı Yönetmeliğin ekinde yer alan tablo"]
    );
    assert_eq!(
        read("Yönetmeliğin 4 üncü maddesi aşağıdaki şekilde değiştirilmiştir.\n"),
        ["1? no-text: Yönetmeliğin 4 üncü maddesi aşağıdaki şekilde"]
    );
    assert_eq!(read("Kabul edildi.\n“MADDE 4- (1) Bir.”\n"), ["2? loose-quote: MADDE 4- (1) Bir."]);
    assert_eq!(
        read("Yönetmeliğin 4 üncü maddesi aşağıdaki şekilde değiştirilmiştir.\n“MADDE 4- Bir.\n"),
        ["1? no-text: Yönetmeliğin 4 üncü maddesi aşağıdaki şekilde", "2? open-quote: “"]
    );
}

#[test]
fn quotations_may_hold_quotations() {
    assert_eq!(
        read("Yönetmeliğin 4 üncü maddesi aşağıdaki şekilde değiştirilmiştir.\n“MADDE 4- (1) “Birim” müdürlüktür.”\nSon.\n"),
        ["1: replace 4: MADDE 4- (1) “Birim” müdürlüktür."]
    );
    assert_eq!(
        read("Yönetmeliğin 4 üncü maddesi aşağıdaki şekilde değiştirilmiştir.\n\"MADDE 4- (1) \"Birim\" müdürlüktür.\"\nSon.\n"),
        ["1: replace 4: MADDE 4- (1) \"Birim\" müdürlüktür."]
    );
}

proptest::proptest! {
    /// Any text is read without a panic, and every complaint has a line of the text.
    #[test]
    fn any_text_is_read(source in "([ \n“”\".:,()a-cğİ0-9/-]|madde|fıkra|bend|değiştirilmiştir|eklenmiş|yürürlükten kaldırılmıştır){0,60}") {
        let (_, unclear) = instructions(&source);
        let lines = source.matches('\n').count() as u32 + 1;
        proptest::prop_assert!(unclear.iter().all(|u| (1..=lines).contains(&u.line)));
    }
}
