//! The columns about citizens, filled with what can be nobody's.
//!
//! - National numbers (TCKN) have right check digits and begin with 0. The first digit of a number that was given to anyone
//!   is never 0, so these can be no living and no dead person's.
//! - Telephone numbers lie behind the area code of the town and begin with 0, with which no subscriber's number begins.
//! - E-mail addresses end in `.invalid`, which RFC 2606 keeps free of owners.
//! - Names say that they are made up, and addresses too.

use super::super::random::Random;

/// The headers, in the order of [`cells`].
pub(super) const HEADERS: [&str; 8] = [
    "Başvuran",
    "TC Kimlik No",
    "Cep Telefonu",
    "E-posta Adresi",
    "Açık Adres",
    "Talep Metni",
    "Yapılan İşlem",
    // Nobody's schema or profile knows this one.
    "Mükellef Sicil",
];

/// Which of them are free text.
pub(super) fn is_prose(place: usize) -> bool {
    matches!(place, 5 | 6)
}

/// The personal cells of request number `index`.
pub(super) fn cells(index: u64) -> Vec<String> {
    let mut random = Random::stream(index, "halk-masasi-kisi", 0);
    let number = 1 + random.below(9_999);
    let text = random.one_of(&[
        "Örnek metin: sokağımızdaki lamba; üç gündür yanmıyor, \"acil\" bakılsın",
        "Örnek metin\nikinci satırı da var",
        "Örnek metin",
        "Örnek metin, arayan 0 (372) 000 00 00 numarasını bıraktı",
    ]);
    vec![
        format!("Deneme Yurttaş {number}"),
        national_number(random.below(100_000_000)),
        format!("0 (372) 0{:02} {:02} {:02}", random.below(100), random.below(100), random.below(100)),
        format!("deneme{number}@ornek.invalid"),
        format!("Örnek Sokak No: {}/{}", 1 + random.below(200), 1 + random.below(20)),
        (*text).to_owned(),
        "Örnek işlem: ekip yönlendirildi; giderildi".to_owned(),
        format!("M-{:07}", random.below(10_000_000)),
    ]
}

/// A number with right check digits out of its second to ninth digit; the first is 0.
fn national_number(eight: u64) -> String {
    let nine = format!("{eight:09}");
    let digits: Vec<u64> = nine.bytes().map(|b| u64::from(b - b'0')).collect();
    let (odd, even): (u64, u64) = (digits.iter().step_by(2).sum(), digits.iter().skip(1).step_by(2).sum());
    let tenth = (odd * 7 + 100 - even) % 10;
    let eleventh = (odd + even + tenth) % 10;
    format!("{nine}{tenth}{eleventh}")
}
