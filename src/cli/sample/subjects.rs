//! What citizens ask a municipality for, how often in which season, and how long it takes. Made up in its numbers;
//! subjects, units and channels are those of Turkish municipalities.

/// A subject (konu) that requests are about.
pub struct Subject {
    /// Main subject.
    pub konu: &'static str,
    /// Subject below it.
    pub alt_konu: &'static str,
    /// Full name of the unit that deals with it.
    pub birim: &'static str,
    /// How often, beside the other subjects.
    pub weight: f64,
    /// Share of an average month, January first, in per cent.
    pub season: [u16; 12],
    /// Half of the requests are closed within this many hours.
    pub median_hours: f64,
    /// How far closing times scatter (σ of their logarithm).
    pub spread: f64,
    /// The time the unit promises, in days.
    pub hedef_gun: u32,
    /// What kinds of request it draws.
    pub mood: Mood,
}

/// What kinds of request a subject draws.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Mood {
    /// Work to be done.
    Work,
    /// Someone disturbs someone.
    Dispute,
    /// Something one wants to know.
    Question,
    /// Praise and ideas.
    Praise,
    /// Not the municipality's to do.
    OutOfRemit,
}

impl Mood {
    /// Kinds of request (başvuru türü) with how often each comes.
    pub fn kinds(self) -> &'static [(&'static str, f64)] {
        match self {
            Mood::Work => &[("Talep", 60.0), ("Şikâyet", 32.0), ("İhbar", 6.0), ("Öneri", 2.0)],
            Mood::Dispute => &[("Şikâyet", 72.0), ("İhbar", 20.0), ("Talep", 8.0)],
            Mood::Question => &[("Bilgi istemi", 76.0), ("Talep", 20.0), ("Öneri", 4.0)],
            Mood::Praise => &[("Teşekkür", 60.0), ("Öneri", 40.0)],
            Mood::OutOfRemit => &[("Talep", 50.0), ("Şikâyet", 40.0), ("İhbar", 10.0)],
        }
    }
}

const ALL_YEAR: [u16; 12] = [100; 12];
const WINTER: [u16; 12] = [185, 170, 140, 100, 70, 55, 50, 50, 65, 85, 115, 155];
const SNOW: [u16; 12] = [420, 380, 130, 10, 0, 0, 0, 0, 0, 0, 40, 220];
const SUMMER: [u16; 12] = [60, 58, 65, 80, 105, 145, 180, 175, 125, 85, 65, 57];
const SPRING: [u16; 12] = [55, 80, 140, 175, 185, 150, 100, 75, 70, 70, 55, 45];
const AUTUMN: [u16; 12] = [80, 70, 80, 85, 75, 70, 70, 95, 150, 175, 150, 100];
const TAX: [u16; 12] = [90, 85, 150, 100, 185, 70, 65, 65, 75, 85, 160, 70];

const FEN: &str = "Fen İşleri Müdürlüğü";
const TEMIZLIK: &str = "Temizlik İşleri Müdürlüğü";
const SU: &str = "Su ve Kanalizasyon Müdürlüğü";
const PARK: &str = "Park ve Bahçeler Müdürlüğü";
const ZABITA: &str = "Zabıta Müdürlüğü";
const IMAR: &str = "İmar ve Şehircilik Müdürlüğü";
const MALI: &str = "Mali Hizmetler Müdürlüğü";
const YAZI: &str = "Yazı İşleri Müdürlüğü";
const BILGI: &str = "Bilgi İşlem Müdürlüğü";

const fn subject(
    names: [&'static str; 3],
    weight: f64,
    season: [u16; 12],
    closing: (f64, f64),
    hedef_gun: u32,
    mood: Mood,
) -> Subject {
    let [konu, alt_konu, birim] = names;
    let (median_hours, spread) = closing;
    Subject { konu, alt_konu, birim, weight, season, median_hours, spread, hedef_gun, mood }
}

/// Every subject.
pub const SUBJECTS: &[Subject] = &[
    subject(["Yol ve kaldırım", "Çukur ve bozuk asfalt", FEN], 9.5, WINTER, (130.0, 1.1), 15, Mood::Work),
    subject(["Yol ve kaldırım", "Parke ve kaldırım onarımı", FEN], 6.0, SPRING, (190.0, 1.0), 20, Mood::Work),
    subject(["Yol ve kaldırım", "Kar ve buz", FEN], 3.0, SNOW, (6.0, 0.8), 1, Mood::Work),
    subject(["Yağmur suyu", "Tıkalı ızgara", FEN], 3.5, AUTUMN, (40.0, 1.0), 5, Mood::Work),
    subject(["Su", "Su arızası", SU], 7.5, SUMMER, (9.0, 1.0), 2, Mood::Work),
    subject(["Su", "Su kesintisi", SU], 5.0, SUMMER, (5.0, 0.9), 1, Mood::Dispute),
    subject(["Su", "Sayaç ve fatura", SU], 3.5, ALL_YEAR, (50.0, 0.9), 5, Mood::Question),
    subject(["Kanalizasyon", "Tıkanıklık ve taşma", SU], 4.0, AUTUMN, (14.0, 0.9), 2, Mood::Work),
    subject(["Çöp", "Çöpün alınmaması", TEMIZLIK], 7.0, SUMMER, (10.0, 0.8), 2, Mood::Dispute),
    subject(["Çöp", "Konteyner isteği ve onarımı", TEMIZLIK], 4.5, SUMMER, (60.0, 0.9), 7, Mood::Work),
    subject(["Temizlik", "Sokak süpürme", TEMIZLIK], 3.0, AUTUMN, (22.0, 0.8), 3, Mood::Work),
    subject(["Temizlik", "Moloz ve dal atığı", TEMIZLIK], 4.0, SPRING, (46.0, 0.9), 5, Mood::Work),
    subject(["Park ve yeşil alan", "Ağaç budama", PARK], 4.0, SPRING, (210.0, 1.0), 20, Mood::Work),
    subject(["Park ve yeşil alan", "Ot biçme", PARK], 3.5, SPRING, (120.0, 0.9), 15, Mood::Work),
    subject(["Park ve yeşil alan", "Oyun alanı onarımı", PARK], 2.5, SUMMER, (150.0, 1.0), 15, Mood::Work),
    subject(["Düzen", "Komşu şikâyeti", ZABITA], 4.5, ALL_YEAR, (26.0, 0.9), 3, Mood::Dispute),
    subject(["Düzen", "Gürültü", ZABITA], 3.0, SUMMER, (8.0, 0.9), 1, Mood::Dispute),
    subject(["Düzen", "Kaldırım işgali", ZABITA], 3.5, SUMMER, (30.0, 0.9), 3, Mood::Dispute),
    subject(["Düzen", "Pazar yeri ve seyyar satıcı", ZABITA], 2.5, SUMMER, (20.0, 0.8), 3, Mood::Dispute),
    subject(["İmar", "İmar durumu", IMAR], 2.5, ALL_YEAR, (100.0, 0.8), 10, Mood::Question),
    subject(["İmar", "Ruhsatsız yapı", IMAR], 1.8, SPRING, (260.0, 1.0), 30, Mood::Dispute),
    subject(["Borç ve ödeme", "Emlak vergisi", MALI], 3.0, TAX, (20.0, 0.8), 3, Mood::Question),
    subject(["Borç ve ödeme", "Borç ve tahakkuk", MALI], 2.2, ALL_YEAR, (24.0, 0.8), 3, Mood::Question),
    subject(["Resmî işlem", "Nikâh", YAZI], 1.6, SUMMER, (16.0, 0.7), 3, Mood::Question),
    subject(["Resmî işlem", "Bilgi edinme başvurusu", YAZI], 1.2, ALL_YEAR, (170.0, 0.6), 15, Mood::Question),
    subject(["Genel", "Öneri ve teşekkür", YAZI], 1.6, ALL_YEAR, (30.0, 0.7), 15, Mood::Praise),
    subject(["e-Belediye", "Giriş ve şifre", BILGI], 1.8, TAX, (6.0, 0.9), 1, Mood::Question),
    subject(["e-Belediye", "Web sitesi", BILGI], 0.7, ALL_YEAR, (28.0, 0.9), 3, Mood::Question),
    subject(["Yetki dışı", "Sokak lambası ve elektrik", YAZI], 2.4, WINTER, (20.0, 0.7), 3, Mood::OutOfRemit),
    subject(["Yetki dışı", "Devlet ve köy yolu", FEN], 1.2, WINTER, (30.0, 0.7), 3, Mood::OutOfRemit),
];

/// How requests come in (kanal): name, share at the start of the period, share at its end.
pub const CHANNELS: &[(&str, f64, f64)] = &[
    ("Telefon", 45.0, 36.0),
    ("Şahsen", 8.0, 5.0),
    ("Dilekçe", 5.0, 3.0),
    ("Muhtar", 3.0, 2.5),
    ("WhatsApp", 11.0, 23.0),
    ("Web", 9.0, 9.0),
    ("Mobil uygulama", 4.0, 7.0),
    ("CİMER", 7.0, 6.0),
    ("Sosyal medya", 5.0, 5.5),
    ("E-posta", 3.0, 3.0),
    ("Gezici ekip", 1.0, 2.0),
    ("Başkana doğrudan", 1.2, 1.2),
];

/// The first so many of [`CHANNELS`] need a desk that is open.
pub const DESK_CHANNELS: usize = 4;

/// The town's neighbourhoods with their inhabitants (TÜİK; the census year is not confirmed).
pub const NEIGHBOURHOODS: &[(&str, u32)] = &[
    ("Ayvazlar", 512),
    ("Çay", 5296),
    ("Gemiciler", 823),
    ("İstasyon", 3290),
    ("Karalar", 981),
    ("Karamusa", 1433),
    ("Kayıkçılar", 1319),
    ("Pehlivanlar", 4503),
    ("Sofular", 427),
    ("Velioğlu", 1540),
    ("Yeni", 11525),
    ("Yeşiltepe", 643),
];
