//! From an inflected noun to its dictionary form, for search: `müdürlüğünün` → `müdürlük`, `kaydı` → `kayıt`.
//!
//! Takes off plural, possessive and case, one at a time, and believes a shorter form only when the text itself uses it
//! or when it is too long to be met by chance. So `ilçe` is never `il`, and no list of words is needed. Not an analyser:
//! verbs stay as they are, and `resmi` may mean `resmî` or `resim`. Snowball's Turkish stemmer was tried first; it leaves
//! `mahallesi`, `çalışması` and `parkı` apart from `mahalle`, `çalışma` and `park`, and turns `kaydı` into `ka`.

/// Letters a form needs that the text nowhere uses by itself.
const LONG: usize = 5;

/// The endings, longest first. What stands before one must fit it (see [`fits`]).
#[rustfmt::skip]
const ENDINGS: &[&str] = &[
    "larının", "lerinin", "larında", "lerinde", "larından", "lerinden", "larına", "lerine", "larını", "lerini", "larıyla",
    "leriyle", "ların", "lerin", "larda", "lerde", "lardan", "lerden", "lara", "lere", "ları", "leri", "lar", "ler", "mızın",
    "mizin", "muzun", "müzün", "ımız", "imiz", "umuz", "ümüz", "mız", "miz", "muz", "müz", "sında", "sinde", "sunda",
    "sünde", "sından", "sinden", "sundan", "sünden", "sının", "sinin", "sunun", "sünün", "sına", "sine", "suna", "süne",
    "sını", "sini", "sunu", "sünü", "ında", "inde", "unda", "ünde", "ından", "inden", "undan", "ünden", "ının", "inin",
    "unun", "ünün", "ına", "ine", "una", "üne", "ını", "ini", "unu", "ünü", "ndaki", "ndeki", "daki", "deki", "taki", "teki",
    "ndan", "nden", "dan", "den", "tan", "ten", "nda", "nde", "da", "de", "ta", "te", "nın", "nin", "nun", "nün", "ın", "in",
    "un", "ün", "yla", "yle", "la", "le", "sı", "si", "su", "sü", "yı", "yi", "yu", "yü", "nı", "ni", "nu", "nü", "ya", "ye",
    "na", "ne", "a", "e", "ı", "i", "u", "ü",
];

/// The dictionary form of `word` (Turkish small letters) among texts whose words `known` knows; the word itself when
/// nothing shorter is believable.
pub fn root(word: &str, known: &dyn Fn(&str) -> bool) -> String {
    let mut word = word.to_owned();
    // Each turn is shorter than the one before, so this ends.
    while let Some(shorter) = shorter(&word, known) {
        word = shorter;
    }
    word
}

fn shorter(word: &str, known: &dyn Fn(&str) -> bool) -> Option<String> {
    if let Some(noun) = word.strip_suffix('k').filter(|w| w.ends_with("ma") || w.ends_with("me")) {
        // The infinitive is one letter longer than the noun everybody uses: `ödemek`, `ödeme`.
        if known(noun) {
            return Some(noun.to_owned());
        }
    }
    let endings = || ENDINGS.iter().filter_map(|ending| Some((word.strip_suffix(ending)?, *ending))).filter(|(b, e)| fits(b, e));
    let believed = endings().flat_map(|(base, ending)| forms(base, ending)).find(|form| known(form));
    believed.or_else(|| {
        let (base, ending) = endings().find(|(base, ending)| {
            let marked = ending.chars().count() > 2 || base.ends_with('ğ');
            marked && base.chars().count() >= LONG
        })?;
        forms(base, ending).next()
    })
}

/// True when `ending` can follow `base`: vowels meet only over a buffer, `t` follows hard letters, `na` a possessive, and
/// the short endings that many nouns happen to end in keep the harmony.
fn fits(base: &str, ending: &str) -> bool {
    let mut letters = base.chars().rev();
    let Some(last) = letters.next() else { return false };
    let enough = match base.chars().count() {
        0 | 1 => false,
        2 => !is_vowel(last) || base == "su",
        _ => base.contains(is_vowel),
    };
    let first = ending.chars().next().unwrap_or(last);
    let follows = match ending {
        "yı" | "yi" | "yu" | "yü" | "ya" | "ye" | "yla" | "yle" | "mız" | "miz" | "muz" | "müz" | "nın" | "nin" | "nun"
        | "nün" => is_vowel(last),
        "nı" | "ni" | "nu" | "nü" | "na" | "ne" | "nda" | "nde" | "ndan" | "nden" | "ndaki" | "ndeki" => "ıiuü".contains(last),
        _ if first == 's' => is_vowel(last),
        _ if first == 't' => "fstkçşhp".contains(last),
        _ if first == 'd' => !"fstkçşhp".contains(last),
        _ if is_vowel(first) || ending.starts_with("la") && ending.len() == 2 || ending == "le" => !is_vowel(last),
        _ => true,
    };
    let strict = matches!(ending, "da" | "de" | "ta" | "te" | "la" | "le" | "dan" | "den" | "tan" | "ten");
    enough && follows && (!strict || harmonious(base, ending))
}

/// The forms that may stand behind what is left of a word, likeliest first: `kitab` → kitab, kitap; `kayd` → kayd, kayt, kayıt.
fn forms(base: &str, ending: &str) -> impl Iterator<Item = String> {
    // Three letters and less are met by chance: `kadın` is no `kat`.
    let changes = ending.starts_with(is_vowel) && base.chars().count() > 3;
    let soft = changes.then(|| hardened(base)).flatten();
    let dropped = changes.then(|| with_vowel(soft.as_deref().unwrap_or(base))).flatten();
    // `ğ` ends almost no noun of its own, so its hard form comes first.
    let plain = Some(base.to_owned());
    let order = if base.ends_with('ğ') { [soft, plain, dropped] } else { [plain, soft, dropped] };
    order.into_iter().flatten()
}

/// With the hard last letter a vowel had made soft: `kitab` → `kitap`, `reng` → `renk`.
fn hardened(base: &str) -> Option<String> {
    let (rest, hard) = match base.char_indices().next_back()? {
        (at, 'b') => (&base[..at], 'p'),
        (at, 'c') => (&base[..at], 'ç'),
        (at, 'd') => (&base[..at], 't'),
        (at, 'ğ') => (&base[..at], 'k'),
        (at, 'g') if base[..at].ends_with('n') => (&base[..at], 'k'),
        _ => return None,
    };
    Some(format!("{rest}{hard}"))
}

/// With the narrow vowel that fell out: `şehr` → `şehir`, `kayt` → `kayıt`.
fn with_vowel(base: &str) -> Option<String> {
    let (at, last) = base.char_indices().next_back()?;
    let before = base[..at].chars().next_back()?;
    let narrow = match base.chars().rev().find(|c| is_vowel(*c))? {
        'a' | 'ı' => 'ı',
        'e' | 'i' => 'i',
        'o' | 'u' => 'u',
        _ => 'ü',
    };
    (!is_vowel(last) && !is_vowel(before)).then(|| format!("{}{narrow}{last}", &base[..at]))
}

fn harmonious(base: &str, ending: &str) -> bool {
    let last = base.chars().rev().find(|c| is_vowel(*c));
    let first = ending.chars().find(|c| is_vowel(*c));
    last.zip(first).is_none_or(|(a, b)| "aıouâû".contains(a) == "aıou".contains(b))
}

fn is_vowel(c: char) -> bool {
    "aeıioöuüâîû".contains(c)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    /// The words a small municipal site uses.
    const USED: &str = "müdürlük kayıt il ilçe belediye kale kalem çalışma ışık su kesinti arıza ihale karar meclis başvuru şehir \
        vergi borç ödeme çöp yol park kaldırım imar ruhsat iş eczane saat telefon birim veri mahalle zabıta sokak kitap ağaç \
        oda cadde ev kod renk kadın kat yayın isim nüfus esas köy";

    fn root_of(word: &str) -> String {
        root(word, &|w| USED.split_whitespace().any(|used| used == w))
    }

    #[test]
    fn every_form_of_a_noun_meets_in_its_dictionary_form() {
        let table = [
            ("müdürlük", "müdürlüğü müdürlüğünün müdürlükler müdürlüklerine müdürlüklerindeki müdürlüğümüz"),
            ("kayıt", "kaydı kaydının kayıtlar kayda kayıtları"),
            ("il", "ili iller illerin ilin ilde ilden"),
            ("ilçe", "ilçesi ilçeler ilçenin ilçede ilçesinde"),
            ("belediye", "belediyesi belediyemiz belediyemizin belediyenin belediyeler belediyesine"),
            ("çalışma", "çalışmalar çalışması çalışmaları çalışmalarından çalışmak"),
            ("ışık", "ışığı ışıklar ışığın"),
            ("su", "suyu suya sular suyla suları"),
            ("karar", "kararı kararlar kararın kararların kararda kararına"),
            ("şehir", "şehri şehrin şehirde şehirler"),
            ("borç", "borcu borcunu borçlar borca"),
            ("eczane", "eczaneler eczanesi eczanenin"),
            ("kitap", "kitabı kitaba kitaplar kitabın"),
            ("ağaç", "ağacı ağaçlar ağacın"),
            ("oda", "odası odada odalar"),
            ("cadde", "caddesi caddede caddesinde"),
            ("kod", "kodu kodlar"),
            ("renk", "rengi renkler"),
            ("park", "parkı parklar parka parkın parkta"),
            ("saat", "saati saatleri saatler"),
            ("ödeme", "ödemek ödemesi ödemeler"),
        ];
        for (noun, forms) in table {
            for form in forms.split(' ').chain([noun]) {
                assert_eq!(root_of(form), noun, "{form}");
            }
        }
    }

    #[test]
    fn neighbours_stay_apart() {
        for word in ["ilçe", "ilgi", "kalem", "kadın", "yayın", "birim", "mahalle", "vergi", "zabıta", "nüfus", "kat", "5393"]
        {
            assert_eq!(root_of(word), word);
        }
    }

    #[test]
    fn a_long_word_whose_noun_is_nowhere_used_is_shortened_all_the_same() {
        assert_eq!(root_of("yönetmeliğinin"), "yönetmelik");
        assert_eq!(root_of("kooperatiflerinden"), "kooperatif");
        assert_eq!(root_of("muhtarı"), "muhtarı", "one letter is no proof");
    }

    proptest! {
        #[test]
        fn a_root_is_its_own_root(word in "[abcçdefgğhıijklmnoöprsştuüvyz]{1,14}") {
            let once = root_of(&word);
            prop_assert_eq!(root_of(&once), once);
        }

        #[test]
        fn any_text_has_a_root(word in "\\PC{0,20}") {
            root_of(&word);
        }
    }
}
