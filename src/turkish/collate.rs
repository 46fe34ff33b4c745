//! The order Turkish readers expect: `c ç d`, `h ı i j`, `10. Sokak` after `2. Sokak`.
//!
//! For lists people see. Not for keys of maps and not for matching; and never byte order in a visible list.

use icu_collator::options::CollatorOptions;
use icu_collator::preferences::CollationNumericOrdering;
use icu_collator::{Collator, CollatorBorrowed, CollatorPreferences};
use icu_locale_core::locale;
use std::cmp::Ordering;

/// Turkish alphabetical order (CLDR `tr`), numbers by value. Make it once per list, or once per run.
pub struct Order {
    collator: CollatorBorrowed<'static>,
}

impl Order {
    /// Makes the order from the data compiled in.
    pub fn new() -> Order {
        let mut preferences = CollatorPreferences::from(locale!("tr"));
        preferences.numeric_ordering = Some(CollationNumericOrdering::True);
        let collator = Collator::try_new(preferences, CollatorOptions::default()).expect("Turkish collation data is compiled in");
        Order { collator }
    }

    /// Which comes first. Equal only when the bytes are equal, so that a sorted list is the same in every run.
    pub fn compare(&self, a: &str, b: &str) -> Ordering {
        self.collator.compare(a, b).then_with(|| a.cmp(b))
    }

    /// Sorts a list by the text of each item; items with the same text keep their places.
    pub fn sort_by_key<T>(&self, items: &mut [T], text: impl Fn(&T) -> &str) {
        items.sort_by(|a, b| self.compare(text(a), text(b)));
    }
}

impl Default for Order {
    fn default() -> Self {
        Order::new()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn sorted<'t>(words: &[&'t str]) -> Vec<&'t str> {
        let mut words = words.to_vec();
        Order::new().sort_by_key(&mut words, |word| word);
        words
    }

    #[test]
    fn all_29_letters_stand_in_alphabetical_order() {
        let order = Order::new();
        for alphabet in ["abcçdefgğhıijklmnoöprsştuüvyz", "ABCÇDEFGĞHIİJKLMNOÖPRSŞTUÜVYZ"] {
            let letters: Vec<String> = alphabet.chars().map(String::from).collect();
            for (i, a) in letters.iter().enumerate() {
                for (j, b) in letters.iter().enumerate() {
                    assert_eq!(order.compare(a, b), i.cmp(&j), "{a} {b}");
                }
            }
        }
    }

    #[test]
    fn lists_from_real_pages() {
        let tables: [&[&str]; 5] = [
            &["cide", "çaycuma", "ğ", "ığdır", "ırmak", "izmir", "oz", "öz", "sinop", "şile", "ust", "üst"],
            &["1. Sokak", "2. Sokak", "10. Sokak", "100. Sokak"],
            &["hala", "hâlâ", "halat"],
            &["par", "q", "ram", "van", "w", "x", "yan"],
            &["Çay", "Çaycuma", "çaydanlık", "Dere"],
        ];
        for table in tables {
            let mut reversed = table.to_vec();
            reversed.reverse();
            assert_eq!(sorted(&reversed), table);
        }
    }

    #[test]
    fn equal_only_when_the_bytes_are_equal() {
        let order = Order::new();
        assert_eq!(order.compare("2. Sokak", "2. Sokak"), Ordering::Equal);
        assert_ne!(order.compare("2. Sokak", "02. Sokak"), Ordering::Equal);
        assert_ne!(order.compare("ç", "c\u{327}"), Ordering::Equal);
    }

    proptest! {
        #[test]
        fn the_order_has_no_cycles(mut words in prop::collection::vec("[a-dçğıiöşü0-9 ]{0,4}", 3)) {
            let order = Order::new();
            order.sort_by_key(&mut words, |word| word);
            prop_assert!(order.compare(&words[0], &words[1]).is_le());
            prop_assert!(order.compare(&words[1], &words[2]).is_le());
            prop_assert!(order.compare(&words[0], &words[2]).is_le());
            prop_assert_eq!(order.compare(&words[0], &words[2]), order.compare(&words[2], &words[0]).reverse());
        }
    }
}
