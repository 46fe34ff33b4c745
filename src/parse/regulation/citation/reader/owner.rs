//! Whose a cited provision is: of the act named beside it, of the act the sentence spoke of before, or of the text itself.
//! Not where it stands.

use super::super::super::words;
use super::super::provision::Cited;
use super::super::quotes;
use super::{Owner, Reader};

impl Reader<'_, '_> {
    /// Whose the provision at word `i` is; `None` where two acts could be meant.
    pub(super) fn owner(&self, i: usize, cited: &Cited) -> Option<Owner> {
        let at = self.words[i].start;
        let quoted = quotes::around(self.stretches, at);
        let spoken = self.spoken.as_ref().map(|s| &s.mention);
        let beside = spoken.filter(|m| m.last < i && i - m.last <= 3 && self.close(m.last, i)).map(|m| m.act.clone());
        if let Some((start, _)) = quoted {
            let same = spoken.filter(|m| self.words[m.first].start >= start);
            return same.and(beside).map(Owner::Act);
        }
        if let Some(owner) = self.said_owner(i) {
            return owner;
        }
        let adjacent = spoken.is_some_and(|m| m.last + 1 == i);
        // `3239 sayılı Kanunla değişik 94 üncü maddesi` is an article of what 3239 changed.
        let altered = i > 0 && words::is(self.words[i - 1].text, "degisik");
        if altered && spoken.is_some_and(|m| m.last < i && !self.words[m.last].core().ends_with(['n', 'N'])) {
            return if cited.owned { None } else { Some(Owner::Own) };
        }
        if let Some(act) = beside.filter(|_| cited.owned || adjacent) {
            return Some(Owner::Act(act));
        }
        if !cited.owned {
            return Some(Owner::Own);
        }
        match (&self.chain, &self.remembered) {
            (Some(owner), _) => Some(owner.clone()),
            (None, Some(_)) => None,
            (None, None) => Some(Owner::Own),
        }
    }

    /// True when nothing but a few words of the same phrase stand between an act and its provision.
    fn close(&self, act: usize, i: usize) -> bool {
        self.words[act].flows() && self.words[act + 1..i].iter().all(|w| !w.opens && !w.text.ends_with([';', '.']))
    }

    /// The owner that the word before says: `bu Kanunun`, `aynı Kanunun`, `Kanunun`, `Yönetmeliğin`. Some(None) when it
    /// says one that nobody knows.
    fn said_owner(&self, i: usize) -> Option<Option<Owner>> {
        let before = |back: usize| i.checked_sub(back).map_or("", |at| self.words[at].text);
        let noun = before(1);
        // `… maddedeki yönetmelik, 72 nci maddesi`: of something else.
        if !self.words[i.checked_sub(1)?].flows() {
            return None;
        }
        // `bütçesinin 667 nci faslının birinci maddesi`.
        if words::begins(noun, "faslin") || words::begins(noun, "butce") {
            return Some(None);
        }
        let is_law = words::begins(noun, "kanun") || words::begins(noun, "yasa");
        let other = ["yonetmeli", "yonerge", "teblig", "tuzu", "kararname", "sozlesme", "protokol"]
            .iter()
            .any(|s| words::begins(noun, s));
        if !(is_law || other) {
            return None;
        }
        // The noun of an act that was just read stands for that act.
        if self.spoken.as_ref().is_some_and(|s| s.mention.last + 1 == i) {
            return None;
        }
        let decree = words::begins(noun, "kararname") && words::begins(before(3), "kanun");
        if words::is(before(if decree { 4 } else { 2 }), "bu") {
            return Some(Some(Owner::Own));
        }
        let again = ["ayni", "anilan", "gecen", "edilen", "konusu", "mezkur", "bahsi"].iter().any(|w| words::is(before(2), w));
        let carried = || self.carried.filter(|act| act.is_called(noun));
        let known = if again {
            self.remembered.as_ref().or_else(carried)
        } else {
            self.remembered.as_ref().or(self.defined).filter(|_| is_law)
        };
        let defined = self.defined.filter(|_| is_law && !again && noun.starts_with('K'));
        if let Some(act) = defined.or(known) {
            return Some(Some(Owner::Act(act.clone())));
        }
        // `yönetmeliğin 13/8 maddesinde` in a Yönetmelik that spoke of no other.
        let other = self.remembered.as_ref().or(self.carried).is_some_and(|act| act.is_called(noun));
        let own = !again && !other && (self.noun)().is_some_and(|own| words::begins(noun, own));
        Some(own.then_some(Owner::Own))
    }
}
