//! The list of a tree's files with their SHA-256 sums, as `sha256sum --check` reads it. Not a signature.

use std::collections::{BTreeSet, HashMap};

use sha2::{Digest, Sha256};

/// The name of the list, at the root of each tree; the list does not name itself.
pub(super) const NAME: &str = "manifest-sha256.txt";

/// A SHA-256 sum (FIPS 180-4).
pub(super) type Sum = [u8; 32];

/// The sum of `bytes`.
pub(super) fn sum(bytes: &[u8]) -> Sum {
    Sha256::digest(bytes).into()
}

/// Appends the sum in lower-case hexadecimal digits.
fn push_hex(text: &mut String, sum: &Sum) {
    const DIGITS: &[u8; 16] = b"0123456789abcdef";
    for byte in sum {
        text.push(DIGITS[usize::from(byte >> 4)] as char);
        text.push(DIGITS[usize::from(byte & 15)] as char);
    }
}

/// The text of the list, in the order given: sum, two spaces, path, line feed.
pub(super) fn write<'p>(files: impl ExactSizeIterator<Item = (&'p str, Sum)>) -> String {
    let mut text = String::with_capacity(files.len() * 128);
    for (path, sum) in files {
        push_hex(&mut text, &sum);
        text.push_str("  ");
        text.push_str(path);
        text.push('\n');
    }
    text
}

/// The sum in lower-case hexadecimal digits.
pub(super) fn hex(sum: &Sum) -> String {
    let mut text = String::with_capacity(64);
    push_hex(&mut text, sum);
    text
}

/// The paths a list names, with their sums. A line that is not one of ours names nothing.
pub(super) fn entries(text: &str) -> impl Iterator<Item = (&str, &str)> {
    text.lines().filter_map(|line| Some((line.get(64..)?.strip_prefix("  ")?, line.get(..64)?)))
}

/// The paths a list names.
pub(super) fn paths(text: &str) -> BTreeSet<&str> {
    entries(text).map(|(path, _)| path).collect()
}

/// The paths a list names with their sums.
pub(super) fn sums(text: &str) -> HashMap<String, Sum> {
    let read = |line: &str| Some((line.get(64..)?.strip_prefix("  ")?.to_owned(), from_hex(line.get(..64)?)?));
    text.lines().filter_map(read).collect()
}

fn from_hex(digits: &str) -> Option<Sum> {
    let mut sum = Sum::default();
    for (byte, pair) in sum.iter_mut().zip(digits.as_bytes().chunks_exact(2)) {
        *byte = u8::from_str_radix(std::str::from_utf8(pair).ok()?, 16).ok()?;
    }
    Some(sum)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_list_is_what_sha256sum_prints() {
        let text = write([("a.txt", sum(b"abc")), ("b/ş.txt", sum(b""))].into_iter());
        // The two sums are the examples of FIPS 180-4.
        let expected = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad  a.txt\n\
                        e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855  b/ş.txt\n";
        assert_eq!(text, expected);
        assert_eq!(paths(&text), BTreeSet::from(["a.txt", "b/ş.txt"]));
        assert_eq!(sums(&text).get("a.txt"), Some(&sum(b"abc")));
        assert_eq!(paths("not a manifest\n\u{15f}\n"), BTreeSet::new());
    }
}
