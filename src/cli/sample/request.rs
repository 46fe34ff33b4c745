//! What one made-up request to the citizen desk goes through: who asks for what, how it is closed, opened again, withdrawn
//! or found to be somebody else's matter. Not the sheets they are written into: those are [`super::halk_masasi`]'s.

use super::calendar::{Day, Moment, Month};
use super::random::Random;
use super::referral::Referral;
use super::subjects::{CHANNELS, DESK_CHANNELS, Mood, NEIGHBOURHOODS, SUBJECTS, Subject};

/// Share of requests that lie unanswered and take many times as long.
const FORGOTTEN: f64 = 0.095;
/// How many times as long.
const FORGOTTEN_FACTOR: f64 = 400.0;
/// Share of closed requests that are opened again.
const REOPENED: f64 = 0.035;

/// Monday to Friday; the made-up town works through moving feasts.
pub fn is_working_day(day: Day) -> bool {
    day.weekday() < 5
}

/// When somebody sits at the desk.
pub fn is_desk_open(moment: Moment) -> bool {
    is_working_day(moment.day) && (8 * 60..17 * 60 + 30).contains(&moment.minute)
}

/// How often each subject comes in this month, beside the others.
pub fn subjects_in(month: Month) -> impl Iterator<Item = f64> + Clone {
    SUBJECTS.iter().map(move |s| s.weight * f64::from(s.season[month.month as usize - 1]))
}

/// One request (başvuru) with what became of it.
pub struct Request {
    pub opened: Moment,
    pub subject: &'static Subject,
    pub kanal: &'static str,
    pub tur: &'static str,
    pub mahalle: &'static str,
    pub oncelik: &'static str,
    pub durum: &'static str,
    pub sonuc: &'static str,
    pub closed: Option<Moment>,
    pub memnuniyet: Option<u64>,
    /// Whose matter it is, where it is not the municipality's.
    pub kurum: &'static str,
    /// In the order of their numbers.
    pub referrals: Vec<Referral>,
    /// What happened before the record stood as it does: earlier closings, reopenings.
    pub events: Vec<(&'static str, Moment)>,
}

impl Request {
    /// A request of the moment `opened`, as it stands at `cutoff`; `progress` is how much of the period has passed.
    pub fn new(random: &mut Random, opened: Moment, cutoff: Moment, progress: f64) -> Request {
        let (year, month, _) = opened.day.parts();
        let subject = &SUBJECTS[random.weighted(subjects_in(Month { year, month }))];
        let kanal = channel(random, opened, progress);
        let kinds = subject.mood.kinds();
        let tur = kinds[random.weighted(kinds.iter().map(|k| k.1))].0;
        let mahalle = match random.chance(0.015) {
            true => "",
            false => NEIGHBOURHOODS[random.weighted(NEIGHBOURHOODS.iter().map(|n| f64::from(n.1)))].0,
        };
        let fate = Fate::new(random, subject.mood);
        let mut closed = Some(closing(random, subject, opened, fate)).filter(|closed| *closed < cutoff);
        let mut referrals = Referral::chain(random, subject, fate, opened, closed, cutoff);
        let mut events = Vec::new();
        if let Some((first, again)) = closed.zip(reopening(random, fate, closed)).filter(|(_, again)| *again < cutoff) {
            closed = Some(closing(random, subject, again, fate)).filter(|closed| *closed < cutoff);
            events.extend([("Kapandı", first), ("Yeniden açıldı", again)]);
            referrals.push(Referral::again(subject.birim, again, closed));
        }
        let (durum, sonuc) = match closed {
            Some(_) => fate.result(random),
            None if referrals.last().is_some_and(|r| r.returned.is_some()) => ("İade", ""),
            None => (open_status(random, cutoff.minutes_since(opened)), ""),
        };
        let answered = durum == "Sonuçlandı" && random.chance(0.22);
        let memnuniyet = answered.then(|| satisfaction(random, sonuc));
        let oncelik = priority(random, subject);
        let kurum = if durum == "Yetki dışı" { institution(random, subject) } else { "" };
        Request { opened, subject, kanal, tur, mahalle, oncelik, durum, sonuc, closed, memnuniyet, kurum, referrals, events }
    }
}

/// Share of the information requests that take longer than two weeks because another unit or institution is asked.
const EXTENDED: f64 = 0.6;

/// The day the applicant was told that an information request will take 30 working days (4982 sayılı Kanun madde 11). Mostly
/// within the first 15 working days, sometimes too late. Of its own stream of numbers, so that all else stays as it was.
pub fn extension(random: &mut Random, request: &Request, cutoff: Moment) -> Option<Day> {
    let until = request.closed.unwrap_or(cutoff).day;
    let another_is_asked = request.tur == "Bilgi istemi" && random.chance(EXTENDED);
    let day = request.opened.day.plus(10 + random.below(14) as i64);
    let day = if is_working_day(day) { day } else { day.plus(2) };
    (another_is_asked && day < until).then_some(day)
}

fn channel(random: &mut Random, opened: Moment, progress: f64) -> &'static str {
    let first = if is_desk_open(opened) { 0 } else { DESK_CHANNELS };
    let open = &CHANNELS[first..];
    open[random.weighted(open.iter().map(|(_, start, end)| start + (end - start) * progress))].0
}

/// How a request ends if it ends.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Fate {
    Dealt,
    Forgotten,
    OutOfRemit,
    Duplicate,
    Withdrawn,
}

impl Fate {
    fn new(random: &mut Random, mood: Mood) -> Fate {
        if mood == Mood::OutOfRemit {
            return Fate::OutOfRemit;
        }
        let fates = [Fate::Dealt, Fate::Forgotten, Fate::Duplicate, Fate::Withdrawn];
        fates[random.weighted([1.0 - FORGOTTEN - 0.032, FORGOTTEN, 0.02, 0.012].into_iter())]
    }

    /// Status and result of a closed request.
    fn result(self, random: &mut Random) -> (&'static str, &'static str) {
        match self {
            Fate::OutOfRemit => ("Yetki dışı", "Yetki dışı"),
            Fate::Duplicate => ("Mükerrer", "Mükerrer"),
            Fate::Withdrawn => ("İptal", "İptal"),
            Fate::Dealt | Fate::Forgotten => {
                ("Sonuçlandı", ["Olumlu", "Kısmen", "Olumsuz"][random.weighted([0.8, 0.08, 0.12].into_iter())])
            }
        }
    }
}

fn closing(random: &mut Random, subject: &Subject, opened: Moment, fate: Fate) -> Moment {
    let hours = subject.median_hours * random.log_normal_factor(subject.spread);
    let hours = match fate {
        Fate::Forgotten => (hours * FORGOTTEN_FACTOR).max(24.0 * 45.0),
        Fate::Duplicate | Fate::Withdrawn => hours.min(48.0),
        Fate::Dealt | Fate::OutOfRemit => hours,
    };
    let mut closed = opened.plus((hours * 60.0) as u64 + 5);
    if is_desk_open(closed) {
        return closed;
    }
    // Nobody closes a request at night or on a Sunday: the next working day has it done by noon.
    if closed.minute >= 8 * 60 {
        closed.day = closed.day.plus(1);
    }
    while !is_working_day(closed.day) {
        closed.day = closed.day.plus(1);
    }
    closed.minute = 8 * 60 + random.below(4 * 60) as u32;
    closed
}

/// When somebody says that what was closed is not done.
fn reopening(random: &mut Random, fate: Fate, closed: Option<Moment>) -> Option<Moment> {
    let again = fate == Fate::Dealt && closed.is_some() && random.chance(REOPENED);
    closed.filter(|_| again).map(|closed| closed.plus(60 * 4 + random.below(24 * 60 * 25)))
}

fn institution(random: &mut Random, subject: &Subject) -> &'static str {
    match subject.alt_konu {
        "Devlet ve köy yolu" => {
            ["Karayolları", "İl özel idaresi", "Başka belediye"][random.weighted([0.45, 0.4, 0.15].into_iter())]
        }
        _ => "Elektrik dağıtım şirketi",
    }
}

fn open_status(random: &mut Random, minutes_open: i64) -> &'static str {
    match minutes_open / 1440 {
        0 => "Yeni",
        1..=3 => "Birimde",
        _ => ["İşlemde", "Programa alındı", "Bilgi bekliyor", "Birimde"][random.weighted([0.46, 0.27, 0.08, 0.19].into_iter())],
    }
}

fn satisfaction(random: &mut Random, sonuc: &str) -> u64 {
    let weights = if sonuc == "Olumlu" { [3.0, 4.0, 12.0, 34.0, 47.0] } else { [24.0, 24.0, 26.0, 16.0, 10.0] };
    random.weighted(weights.into_iter()) as u64 + 1
}

fn priority(random: &mut Random, subject: &Subject) -> &'static str {
    let weights = match subject.hedef_gun {
        1..=2 => [30.0, 40.0, 28.0, 2.0],
        3..=7 => [3.0, 20.0, 70.0, 7.0],
        _ => [1.0, 7.0, 72.0, 20.0],
    };
    ["Acil", "Yüksek", "Normal", "Düşük"][random.weighted(weights.into_iter())]
}
