//! Acts by name in the words of a clause: `Belediye Kanununun`, `… Dair Yönetmelik`, `Kamu ihale kanununa`, `İçtüzüğün`.
//! Laws by number are `act`'s.

use super::super::characters::is_capitals;
use super::super::words::{self, Word};
use super::act::{Act, LONGEST, Mention, is_law};

/// The nouns that name an act when a name stands before them: the stem, the possessive's ending, and the letters of
/// the nominative without and with it.
const NOUNS: [(&str, &str, usize, usize); 10] = [
    ("kanun", "u", 5, 6),
    ("yonetmeli", "gi", 10, 11),
    ("yonerge", "si", 7, 9),
    ("tuzu", "gu", 5, 6),
    ("teblig", "i", 6, 7),
    ("genelge", "si", 7, 9),
    ("nizamname", "si", 9, 11),
    ("ictuzu", "gu", 7, 8),
    ("esaslar", "i", 7, 8),
    ("yasa", "si", 4, 6),
];
const JOINING: [&str; 11] = ["ve", "ile", "veya", "ya", "da", "hakkinda", "hakkindaki", "dair", "iliskin", "ilgili", "icin"];
/// What makes the noun behind it the last word of a name.
const LINKING: [&str; 4] = ["hakkinda", "hakkindaki", "dair", "iliskin"];
/// Small letters within long names: `Belediye ve bağlı kuruluşlar ile Mahalli İdare Birlikleri … Dair Yönetmelik`.
const WITHIN: [&str; 5] = ["bagli", "kuruluslar", "kuruluslari", "idare", "ilke"];
/// Acts that municipal texts often name in small letters: `Kamu ihale kanununa`. Words before the noun, folded.
const FAMILIAR: [&str; 16] = [
    "kamu ihale",
    "devlet ihale",
    "devlet memurlari",
    "imar affi",
    "imar",
    "is",
    "buyuksehir belediye",
    "kamulastirma",
    "kabahatler",
    "bilgi edinme",
    "disiplin amirleri",
    "kilik kiyafet",
    "tasinir mal",
    "resmi yazisma",
    "arsiv",
    "evlendirme",
];
/// Words that begin a sentence with a capital, and no name.
const NOT_NAMES: [&str; 27] = [
    "bu",
    "ayrica",
    "ancak",
    "ayni",
    "anilan",
    "soz",
    "konusu",
    "ilgili",
    "her",
    "diger",
    "sayili",
    "tarihli",
    "ve",
    "ile",
    "veya",
    "soz",
    "adi",
    "gecen",
    "mezkur",
    "yukaridaki",
    "yururlukteki",
    "asagidaki",
    "guncellenen",
    "yenilenen",
    "yayimlanan",
    "cikarilan",
    "mevcut",
];

/// An act by its name whose noun is word `i`; no word before `floor` belongs to it.
pub(super) fn named(words: &[Word<'_>], i: usize, floor: usize) -> Option<Mention> {
    let word = words[i];
    if !"kKyYtTgGaAnNİE".contains(word.core().chars().next()?) {
        return None;
    }
    if words::begins(word.text, "anayasa") {
        let ending = words::ending(word.text, "anayasa")?;
        let court = words.get(i + 1).is_some_and(|w| words::begins(w.text, "mahkeme"));
        let known = ending.is_empty() || ["n", "y", "d", "s"].iter().any(|e| ending.starts_with(e));
        let capital = word.core().starts_with('A');
        return (capital && known && !court && !is_capitals(word.core())).then(|| Mention {
            act: Act::Named("Anayasa".into()),
            first: i,
            last: i,
        });
    }
    let (ending, letters, bare) = NOUNS.iter().find_map(|(stem, possessive, plain, owned)| {
        if !words::begins(word.text, stem) {
            return None;
        }
        let ending = words::ending(word.text, stem)?;
        // `Kanunun`, `Yönetmeliğin` are the genitive of the noun alone.
        let bare = ending.strip_prefix(possessive).is_none_or(|rest| rest == "n");
        let owns = !bare && !ending.starts_with("ula");
        Some((ending, if owns { *owned } else { *plain }, !owns))
    })?;
    // `Türkiye Kızılay Derneğine tüzüğünde`: whom something is given to is no part of a name.
    if i > floor && word.core().starts_with(char::is_lowercase) && is_possessed_dative(words[i - 1].core()) {
        return None;
    }
    let joins = |at: usize| JOINING.iter().any(|j| words::is(words[at].text, j)) && words[at].flows();
    // Without a possessive it is a name only behind `hakkında`, `dair`, `ilişkin`.
    let links = |at: usize| LINKING.iter().any(|j| words::is(words[at].text, j));
    // `Yazışma Kuralları ile ilgili Yönetmelik`.
    let about = i > floor + 1
        && words::is(words[i - 1].text, "ilgili")
        && words[i - 2].text == "ile"
        && word.core().starts_with(char::is_uppercase);
    let long = i > floor && (links(i - 1) || about);
    // `İçtüzüğün 140 ıncı maddesi`: parliament has one.
    if bare && words::begins(word.text, "ictuzu") && !is_capitals(word.core()) {
        return Some(Mention { act: Act::Named("İçtüzük".into()), first: i, last: i });
    }
    // `çalışma usul ve esasları` names nothing; `Esaslar hakkında 2006/9809 sayılı Kararı` is the decision.
    let title = || long || word.text.contains(['”', '"']);
    let decided = || words.get(i + 1).is_some_and(|w| words::begins(w.text, "hakkinda"));
    if words::begins(word.text, "esaslar") && (!title() || decided()) {
        return None;
    }
    if bare && (!long || ending.starts_with("ler") || ending.starts_with("lar")) {
        return None;
    }
    let quoted = word
        .text
        .contains(['”', '"', 'ˮ'])
        .then(|| (floor..i).rev().take(LONGEST).find(|at| words[*at].text.starts_with(['“', '"'])));
    let mut first = i;
    let mut far = long;
    // `Görev, Yetki ve Çalışma Yönetmeliği`.
    let mut listed = false;
    if let Some(Some(start)) = quoted {
        first = start;
    } else {
        while first > floor && i - first < LONGEST {
            let before = words[first - 1];
            let capital = before.core().starts_with(|c: char| c.is_uppercase());
            let comma = before.has_comma() && (far || listed) && !is_law(before.text) && !words::begins(before.text, "yonetmeli");
            let flows = before.flows() && !before.text.ends_with(['”', '"']) || before.text == "T.C.";
            let within = far && WITHIN.iter().any(|w| words::is(before.text, w)) && before.flows();
            let part = capital && (flows || comma) || joins(first - 1) || within;
            // `bu Kanunun ve Kamu İhale Sözleşmeleri Kanununun`; `No.’lu` ends a number.
            let other = is_genitive_noun(before.text) && JOINING[..3].contains(&words[first].text);
            if other || words::is_counting(before.text) {
                break;
            }
            if words[first].opens || !part || words::is(before.text, "bu") {
                break;
            }
            listed |= before.text == "ve" && words::begins(word.text, "yonetmeli");
            far |= joins(first - 1) && links(first - 1);
            first -= 1;
            if before.text.starts_with(['“', '"']) {
                break;
            }
        }
        let is_name = |at: usize| {
            words[at].core().starts_with(char::is_uppercase) && !NOT_NAMES.iter().any(|n| words::is(words[at].text, n))
        };
        while first < i && !is_name(first) {
            first += 1;
        }
    }
    if first == i {
        first = familiar(words, i, floor).filter(|_| !bare)?;
    }
    let mut title: String = words[first..i].iter().map(|w| format!("{} ", w.text)).collect();
    title.extend(word.core().chars().take(letters));
    // `Yönetmeliğe` is of a `Yönetmelik`.
    if let Some(stem) = title.strip_suffix('ğ') {
        title = format!("{stem}k");
    }
    let mut last = i;
    // `Türk Kanunu Medenisi`.
    if let Some(next) = words.get(i + 1).filter(|w| words::begins(w.text, "medenisi") && word.flows()) {
        title.push(' ');
        title.extend(next.core().chars().take("Medenisi".len()));
        last = i + 1;
    }
    let title = title.trim_start_matches(['“', '"', '(', '‘', '’', '\'']);
    (!is_capitals(title)).then(|| Mention { act: Act::Named(title.into()), first, last })
}

/// The first word of an act's familiar name before the noun at word `i`, in small letters or great ones.
fn familiar(words: &[Word<'_>], i: usize, floor: usize) -> Option<usize> {
    FAMILIAR.iter().find_map(|name| {
        let mut first = i;
        for part in name.rsplit(' ') {
            first = first.checked_sub(1).filter(|at| *at >= floor && words::is(words[*at].text, part) && words[*at].flows())?;
        }
        Some(first)
    })
}

/// `Derneğine`, `İdaresine`, `Birliklerine`; not `Hazine`, `Makine`.
fn is_possessed_dative(word: &str) -> bool {
    ["ğine", "ğına", "ğüne", "ğuna", "sine", "sına", "süne", "suna", "lerine", "larına"].iter().any(|end| word.ends_with(end))
}

/// `Kanunun`, `Yönetmeliğin`: the genitive of the noun alone.
fn is_genitive_noun(word: &str) -> bool {
    words::is(word, "kanunun") || words::is(word, "yonetmeligin") || words::is(word, "yonergenin")
}
