//! Made-up referrals (sevk) of a request: to the wrong unit and back, to the right one, to one that lends a hand. Not the
//! request itself.

use super::calendar::Moment;
use super::random::Random;
use super::request::Fate;
use super::subjects::{Mood, SUBJECTS, Subject};

/// Share of questions that the desk answers itself.
const ANSWERED_AT_THE_DESK: f64 = 0.3;
/// Share of referrals that go to a wrong unit first.
const WRONG_UNIT: f64 = 0.06;
/// Share of requests that need a second unit.
const SECOND_UNIT: f64 = 0.09;

/// One referral to a unit (sevk).
pub struct Referral {
    pub birim: &'static str,
    pub sent: Moment,
    /// When the unit gave it back, done or not.
    pub returned: Option<Moment>,
    pub sonuc: &'static str,
}

impl Referral {
    /// The referrals of a request between its opening and its closing, as they stand at `cutoff`.
    pub fn chain(
        random: &mut Random,
        subject: &Subject,
        fate: Fate,
        opened: Moment,
        closed: Option<Moment>,
        cutoff: Moment,
    ) -> Vec<Referral> {
        let at_the_desk = match (fate, subject.mood) {
            (Fate::Duplicate | Fate::Withdrawn | Fate::OutOfRemit, _) => 0.6,
            (_, Mood::Question) => ANSWERED_AT_THE_DESK,
            _ => 0.0,
        };
        if random.chance(at_the_desk) {
            return Vec::new();
        }
        let end = closed.unwrap_or(cutoff);
        let left = |from: Moment| end.minutes_since(from).max(0) as u64;
        let mut referrals = Vec::new();
        let mut sent = opened.plus((3 + random.below(180)).min(left(opened) / 4));
        if random.chance(WRONG_UNIT) {
            let returned = sent.plus((20 + random.below(60 * 30)).min(left(sent) / 2));
            let birim = other_unit(random, subject.birim);
            referrals.push(Referral { birim, sent, returned: Some(returned), sonuc: "İade" });
            let next = returned.plus(5 + random.below(60 * 20));
            if closed.is_none() && next >= cutoff {
                return referrals;
            }
            sent = next.min(end);
        }
        if random.chance(SECOND_UNIT) {
            let halfway = sent.plus(left(sent) / 2);
            let birim = other_unit(random, subject.birim);
            referrals.push(Referral { birim, sent, returned: Some(halfway), sonuc: "Tamamlandı" });
            sent = halfway;
        }
        referrals.push(Referral { birim: subject.birim, sent, returned: closed, sonuc: closed.map_or("", |_| result(fate)) });
        referrals
    }

    /// The referral of a request that was opened again.
    pub fn again(birim: &'static str, sent: Moment, closed: Option<Moment>) -> Referral {
        Referral { birim, sent, returned: closed, sonuc: closed.map_or("", |_| "Tamamlandı") }
    }
}

fn result(fate: Fate) -> &'static str {
    match fate {
        Fate::Dealt | Fate::Forgotten => "Tamamlandı",
        Fate::OutOfRemit => "Yetki dışı",
        Fate::Duplicate | Fate::Withdrawn => "İptal",
    }
}

/// A unit that deals with other subjects, the busier the more often.
fn other_unit(random: &mut Random, birim: &str) -> &'static str {
    let weights = SUBJECTS.iter().map(|s| if s.birim == birim { 0.0 } else { s.weight });
    SUBJECTS[random.weighted(weights)].birim
}
