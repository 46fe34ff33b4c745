//! From paths to addresses: ids come from paths, not titles, and an address holds only what any server can serve.

use crate::turkish;

/// The address of a page file: `content/public/a/b.md` → `/a/b/`; `index.md` is its folder. Err: the better path.
pub(super) fn of_file(inside: &str) -> Result<String, String> {
    let stem = inside.strip_suffix(".md").unwrap_or(inside);
    let mut address = String::with_capacity(stem.len() + 2);
    let mut plain = true;
    address.push('/');
    let parts: Vec<&str> = stem.split('/').collect();
    for (i, part) in parts.iter().enumerate() {
        if i + 1 == parts.len() && *part == "index" {
            break;
        }
        plain &= is_plain(part) && !is_reserved(part);
        address.push_str(part);
        address.push('/');
    }
    if plain { Ok(address) } else { Err(better(&parts)) }
}

fn better(parts: &[&str]) -> String {
    let better = |part: &&str| {
        let mut slug = turkish::slug(part);
        slug.truncate(LONGEST / 2);
        if is_reserved(&slug) { format!("{slug}-sayfasi") } else { slug }
    };
    let slugs: Vec<String> = parts.iter().map(better).collect();
    format!("{}.md", slugs.join("/"))
}

/// So long a part of an address may be: a file system takes 255 bytes, and the build adds endings.
const LONGEST: usize = 200;

/// True for what Windows takes for a device whatever the ending: an editor there could not even fetch the repository.
fn is_reserved(part: &str) -> bool {
    let stem = part.split('.').next().unwrap_or_default();
    let numbered = |name: &str| stem.strip_prefix(name).is_some_and(|rest| matches!(rest.as_bytes(), [b'1'..=b'9']));
    matches!(stem, "con" | "prn" | "aux" | "nul") || numbered("com") || numbered("lpt")
}

/// True for an address part that needs no encoding anywhere: lower-case ASCII, digits, `-`, `_` and `.` inside.
pub(super) fn is_plain(part: &str) -> bool {
    !part.is_empty()
        && part.len() <= LONGEST
        && !part.starts_with('.')
        && !part.ends_with('.')
        && part.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || matches!(b, b'-' | b'_' | b'.'))
}

/// True for an address an author may give: `/a/b/`, placeholders (`{satir.slug}`) allowed as parts when `pattern`.
pub(super) fn is_address(address: &str, pattern: bool) -> bool {
    let Some(inside) = address.strip_prefix('/') else { return false };
    let Some(inside) = inside.strip_suffix('/') else { return inside.is_empty() };
    inside.split('/').all(|part| is_plain(part) || (pattern && is_placeholder_part(part)))
}

/// True for an old address: like ours, but capitals, `.html` endings and question marks happened elsewhere.
pub(super) fn is_old_address(address: &str) -> bool {
    let Some(inside) = address.strip_prefix('/') else { return false };
    !inside.is_empty()
        && inside.trim_end_matches('/').split('/').all(|part| {
            !part.is_empty()
                && part.len() <= LONGEST
                && part != "."
                && part != ".."
                && part.bytes().all(|b| b.is_ascii_alphanumeric() || matches!(b, b'-' | b'_' | b'.'))
        })
}

fn is_placeholder_part(part: &str) -> bool {
    let mut rest = part;
    while let Some(start) = rest.find('{') {
        let Some(end) = rest[start..].find('}') else { return false };
        let before = &rest[..start];
        if !before.is_empty() && !is_plain(before.trim_matches('.')) {
            return false;
        }
        rest = &rest[start + end + 1..];
    }
    part.contains('{') && (rest.is_empty() || is_plain(rest.trim_matches('.')))
}

/// True when `address` could be a page made from `pattern`: the same number of parts, the fixed ones equal.
pub(super) fn could_be(pattern: &str, address: &str) -> bool {
    let (mut a, mut b) = (pattern.split('/'), address.split('/'));
    loop {
        match (a.next(), b.next()) {
            (None, None) => return true,
            (Some(p), Some(q)) if p == q || (p.contains('{') && !q.is_empty()) => {}
            _ => return false,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses_come_from_paths() {
        assert_eq!(of_file("duyurular/su.md"), Ok("/duyurular/su/".into()));
        assert_eq!(of_file("duyurular/index.md"), Ok("/duyurular/".into()));
        assert_eq!(of_file("index.md"), Ok("/".into()));
        assert_eq!(of_file("Çarşı Günü.md"), Err("carsi-gunu.md".into()));
        assert_eq!(of_file("../kacak.md").map_err(|_| ()), Err(()));
    }

    #[test]
    fn given_addresses_cannot_leave_the_site() {
        for good in ["/a/", "/", "/a/b-c/", "/a/1.2/"] {
            assert!(is_address(good, false), "{good}");
        }
        for bad in ["a/", "/a", "/../a/", "//a/", "/A/", "/ç/", "/a/./", "/a b/", "/{x}/"] {
            assert!(!is_address(bad, false), "{bad}");
        }
        assert!(
            is_address("/birim/{birim.slug}/{birim.ay}/", true) && !is_address("/{a/", true) && !is_address("/../{a}/", true)
        );
        assert!(is_old_address("/Haber/Detay.aspx") && !is_old_address("/../x") && !is_old_address("/a/../../x"));
    }

    #[test]
    fn a_pattern_knows_its_pages() {
        assert!(could_be("/a/{b.slug}/", "/a/fen/"));
        assert!(!could_be("/a/{b.slug}/", "/a/fen/x/") && !could_be("/a/{b.slug}/", "/c/fen/") && !could_be("/a/{b}/", "/a//"));
    }
}
