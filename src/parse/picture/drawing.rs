//! The head of a drawing (SVG 2), and whether it only draws. A drawing is a document: it could run scripts, ask other hosts and
//! move. Pages show it as a picture, where browsers let it do none of that; but its address can be opened by itself, so what
//! does more than draw is refused instead of being cleaned half-way.

use super::{PictureFault, PictureSyntax};

/// Elements that do more than draw, or move; in lower case, without a prefix.
const REFUSED: &[&str] = &[
    "script",
    "foreignobject",
    "iframe",
    "object",
    "embed",
    "audio",
    "video",
    "canvas",
    "handler",
    "listener",
    "animate",
    "animatemotion",
    "animatetransform",
    "animatecolor",
    "set",
    "discard",
];

/// What a style or an address must not hold, in lower case.
const REFUSED_WORDS: &[&str] = &["@import", "javascript:", "expression(", "-moz-binding"];

/// Reads the drawing in `bytes`.
pub(super) fn head(bytes: &[u8], hash: blake3::Hash) -> Result<PictureSyntax, PictureFault> {
    let unreadable = |cause: &str| PictureFault::Unreadable(cause.to_owned());
    let text = std::str::from_utf8(bytes).map_err(|_| unreadable("UTF-8?"))?;
    let lower = text.to_ascii_lowercase();
    if let Some(word) = REFUSED_WORDS.iter().find(|word| lower.contains(**word)) {
        return Err(PictureFault::Unsafe((*word).to_owned()));
    }
    if let Some(target) = lower.split("url(").skip(1).find(|rest| !rest.trim_start_matches([' ', '"', '\'']).starts_with('#')) {
        return Err(PictureFault::Unsafe(format!("url({}", target.chars().take(20).collect::<String>())));
    }
    let mut size = None;
    let mut open = 0_i32;
    for tag in tags(text) {
        let tag = tag.ok_or(PictureFault::CutOff)?;
        let name = local(tag.name).to_ascii_lowercase();
        match tag.name.chars().next() {
            Some('/') => open -= 1,
            Some('?') if name == "?xml" => continue,
            Some('!') if name == "!doctype" && !tag.rest.contains('[') => continue,
            Some('?' | '!') => return Err(PictureFault::Unsafe(format!("<{}", tag.name))),
            _ if !tag.rest.ends_with('/') => open += 1,
            _ => {}
        }
        if REFUSED.contains(&name.as_str()) {
            return Err(PictureFault::Unsafe(format!("<{}>", tag.name)));
        }
        for (key, value) in attributes(tag.rest) {
            check(key, value)?;
        }
        if size.is_none() && name == "svg" {
            size = Some(size_of(tag.rest).ok_or_else(|| unreadable("viewBox?"))?);
        }
    }
    let (width, height) = size.ok_or_else(|| unreadable("<svg>?"))?;
    if open != 0 {
        return Err(PictureFault::CutOff);
    }
    Ok(PictureSyntax { width, height, alpha: true, moving: false, drawing: true, hash })
}

fn check(key: &str, value: &str) -> Result<(), PictureFault> {
    let name = local(key).to_ascii_lowercase();
    let within = value.starts_with('#')
        || ["png", "jpeg", "gif", "webp"].iter().any(|kind| value.starts_with(&format!("data:image/{kind};")));
    let refused = name.starts_with("on") || (matches!(name.as_str(), "href" | "src" | "from" | "to" | "values") && !within);
    if refused { Err(PictureFault::Unsafe(format!("{key}=\"{}\"", value.chars().take(20).collect::<String>()))) } else { Ok(()) }
}

struct Tag<'t> {
    /// With what stands before it: `svg`, `/svg`, `?xml`, `!DOCTYPE`.
    name: &'t str,
    rest: &'t str,
}

/// The tags of a document, comments and character data left out; `None` for one that does not end.
fn tags(text: &str) -> impl Iterator<Item = Option<Tag<'_>>> {
    let mut rest = text;
    std::iter::from_fn(move || {
        loop {
            rest = &rest[rest.find('<')? + 1..];
            let skipped =
                [("!--", "-->"), ("![CDATA[", "]]>")].into_iter().find_map(|(begin, end)| Some((rest.strip_prefix(begin)?, end)));
            let Some((inside, end)) = skipped else { break };
            match inside.find(end) {
                Some(at) => rest = &inside[at + end.len()..],
                None => {
                    rest = "";
                    return Some(None);
                }
            }
        }
        let Some(end) = end_of(rest) else {
            rest = "";
            return Some(None);
        };
        let inside = &rest[..end];
        rest = &rest[end..];
        let at = inside.find(|c: char| c.is_whitespace()).unwrap_or(inside.trim_end_matches('/').len());
        let (name, rest) = inside.split_at(at);
        Some(Some(Tag { name, rest }))
    })
}

/// Where a tag ends; what stands in quotation marks does not end it.
fn end_of(text: &str) -> Option<usize> {
    let mut quote = None;
    text.char_indices().find_map(|(at, c)| {
        match (quote, c) {
            (None, '"' | '\'') => quote = Some(c),
            (Some(open), _) if open == c => quote = None,
            (None, '>') => return Some(at),
            _ => {}
        }
        None
    })
}

fn attributes(text: &str) -> Vec<(&str, &str)> {
    let mut found = Vec::new();
    let mut rest = text;
    while let Some((before, after)) = rest.split_once('=') {
        let key = before.trim_end().rsplit(|c: char| c.is_whitespace()).next().unwrap_or_default();
        let after = after.trim_start();
        let Some(quote) = after.chars().next().filter(|c| matches!(c, '"' | '\'')) else {
            // Without quotation marks it is no XML; what follows may be anything.
            found.push((key, after));
            break;
        };
        let Some((value, next)) = after[1..].split_once(quote) else { break };
        found.push((key, value.trim()));
        rest = next;
    }
    found
}

/// Width and height in pixels: its own, or those of its view.
fn size_of(attributes_of: &str) -> Option<(u32, u32)> {
    let attributes = attributes(attributes_of);
    let value = |name: &str| attributes.iter().find(|(key, _)| *key == name).map(|(_, value)| *value);
    let pixels = |text: &str| text.trim_end_matches("px").parse::<f64>().ok();
    let own = value("width").and_then(pixels).zip(value("height").and_then(pixels));
    let view = || {
        let numbers: Vec<f64> = value("viewBox")?.split([' ', ',']).filter_map(|n| n.parse().ok()).collect();
        numbers.get(2).copied().zip(numbers.get(3).copied())
    };
    let (width, height) = own.or_else(view)?;
    let whole = |side: f64| (side.is_finite() && (0.5..16_384.0).contains(&side)).then(|| side.round() as u32);
    whole(width).zip(whole(height))
}

fn local(name: &str) -> &str {
    name.rsplit(':').next().unwrap_or(name).trim_start_matches('/')
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> Result<(u32, u32), PictureFault> {
        head(text.as_bytes(), blake3::hash(b"")).map(|head| (head.width, head.height))
    }

    #[test]
    fn a_drawing_has_its_own_size_or_that_of_its_view() {
        assert_eq!(read("<svg width='30px' height=\"20\"><path d='M0 0'/></svg>"), Ok((30, 20)));
        assert_eq!(read("<?xml version=\"1.0\"?><!-- <script> --><svg viewBox=\"0 0 48.2 24\"></svg>"), Ok((48, 24)));
        assert_eq!(read("<svg viewBox=\"0 0 9 9\"><use href=\"#a\"/><g fill=\"url(#b)\"/></svg>"), Ok((9, 9)));
        assert!(matches!(read("<svg></svg>"), Err(PictureFault::Unreadable(_))));
    }

    #[test]
    fn what_does_more_than_draw_is_refused() {
        for inside in [
            "<script>alert(1)</script>",
            "<svg:SCRIPT/>",
            "<g onclick='x()'/>",
            "<g ONLOAD=\"x()\"/>",
            "<a href='&#106;avascript:x()'><path/></a>",
            "<a xlink:href=\"https://x.example/\"/>",
            "<image href='http://x.example/a.png'/>",
            "<foreignObject/>",
            "<style>@IMPORT 'a'</style>",
            "<style>a{fill:url( \"https://x.example/\")}</style>",
            "<animate attributeName='href' to='#'/>",
            "<?xml-stylesheet href='a.css'?>",
            "<g title='>' onclick='x()'/>",
            "<g onclick=x()/>",
        ] {
            let text = format!("<svg viewBox='0 0 9 9'>{inside}</svg>");
            assert!(matches!(read(&text), Err(PictureFault::Unsafe(_))), "{inside}: {:?}", read(&text));
        }
        assert!(read("<!DOCTYPE svg [<!ENTITY a 'b'>]><svg viewBox='0 0 9 9'/>").is_err());
        assert_eq!(read("<svg viewBox='0 0 9 9'><path d='M0"), Err(PictureFault::CutOff));
        assert_eq!(read("<svg viewBox='0 0 9 9'><g></svg>"), Err(PictureFault::CutOff));
    }
}
