//! A theme's `renkler.yaml`, and what a municipality changes in it → the colours as CSS, and the contrast of every text on
//! its ground (WCAG 2.2, success criteria 1.4.3 and 1.4.11).

use std::collections::BTreeMap;
use std::sync::Arc;

use indexmap::IndexMap;
use serde::Deserialize;

use super::settings::{ColourSetting, ThemeSettings};
use crate::diag::{Code, Diagnostic, Diagnostics, Place};
use crate::parse::site;
use crate::parse::yaml::{self, Spanned};

/// Where the colours stand inside a theme's folder.
pub(super) const FILE: &str = "renkler.yaml";

/// A colour by the name of its use, in light and in dark, as `#rrggbb`.
pub type Colours = IndexMap<String, [String; 2]>;

/// Sizes and families of letters and sizes of gaps by name, as CSS (ölçek).
pub type Measures = IndexMap<String, String>;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    renkler: IndexMap<String, Both>,
    #[serde(default)]
    okunur: Vec<Pairs>,
    #[serde(default)]
    olculer: Measures,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Both {
    light: String,
    dark: String,
}

/// Texts and grounds, and the least contrast between each of them (okunurluk).
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Pairs {
    yazi: Vec<String>,
    zemin: Vec<String>,
    en_az: f64,
}

/// The colours of the theme in `file` with what the municipality changes, and its measures.
pub(super) fn read(diag: &mut Diagnostics, file: &Arc<str>, text: &str, settings: &ThemeSettings) -> (Colours, Measures) {
    let Some(File { renkler, okunur, olculer }) = yaml::read::<File>(diag, file, text, 1) else { return Default::default() };
    let mut colours: Colours = renkler.into_iter().map(|(name, both)| (name, [both.light, both.dark])).collect();
    let mut changed: BTreeMap<&str, Place> = BTreeMap::new();
    for (name, setting) in &settings.colours {
        let Some(both) = colours.get_mut(name) else {
            let place = place(setting).unwrap_or_else(|| Place::file(site::FILE)).field("colours");
            let known: Vec<&str> = colours.keys().map(String::as_str).collect();
            diag.push(crate::parse::unknown_key(place, name, &known));
            continue;
        };
        for (at, value) in [&setting.light, &setting.dark].into_iter().enumerate() {
            let Some(value) = value else { continue };
            if rgb(&value.value).is_none() {
                let complaint = Diagnostic::new(Code::BAD_VALUE, at_value(value)).with("key", name.clone());
                diag.push(complaint.with("value", value.value.clone()).with("expected", "\"#0b5c55\""));
                continue;
            }
            both[at] = value.value.to_ascii_lowercase();
        }
        changed.extend(place(setting).map(|place| (name.as_str(), place)));
    }
    for Pairs { yazi, zemin, en_az } in &okunur {
        for (text, ground) in yazi.iter().flat_map(|text| zemin.iter().map(move |ground| (text, ground))) {
            let place = changed.get(text.as_str()).or_else(|| changed.get(ground.as_str()));
            let place = place.cloned().unwrap_or_else(|| Place::file(Arc::clone(file)));
            measure(diag, &colours, text, ground, *en_az, &place);
        }
    }
    (colours, olculer)
}

/// Complains when `text` cannot be read on `ground`, in light or in dark.
fn measure(diag: &mut Diagnostics, colours: &Colours, text: &str, ground: &str, least: f64, place: &Place) {
    for (at, scheme) in ["light", "dark"].into_iter().enumerate() {
        let colour = |name: &str| colours.get(name).and_then(|both| rgb(&both[at]));
        let (Some(a), Some(b)) = (colour(text), colour(ground)) else {
            let complaint = Diagnostic::new(Code::BAD_VALUE, place.clone()).with("key", "okunur");
            diag.push(complaint.with("value", format!("{text}, {ground}")).with("expected", "\"#0b5c55\""));
            return;
        };
        let ratio = contrast(a, b);
        if ratio < least {
            let complaint = Diagnostic::new(Code::LOW_CONTRAST, place.clone()).with("text", text.to_owned());
            let complaint = complaint.with("ground", ground.to_owned()).with("scheme", scheme);
            // Rounded down: 4.49 is not 4.5.
            let ratio = (ratio * 100.0).floor() / 100.0;
            diag.push(complaint.with("ratio", format!("{ratio:.2}")).with("least", least.to_string()));
        }
    }
}

/// The colours as custom properties, and the roundness of corners.
pub(super) fn css(colours: &Colours, settings: &ThemeSettings) -> String {
    let declared = |at: usize| {
        let other = colours.iter().filter(move |(_, both)| at == 0 || both[0] != both[1]);
        other.map(move |(name, both)| format!("--{name}:{};", short(&both[at]))).collect::<String>()
    };
    let corners = if settings.corners.is_square() { "--kose:0;" } else { "" };
    format!(
        ":root{{color-scheme:light dark;{corners}{}}}@media screen and (prefers-color-scheme:dark){{:root{{{}}}}}",
        declared(0).trim_end_matches(';'),
        declared(1).trim_end_matches(';')
    )
}

/// `#ffffff` as `#fff`.
fn short(colour: &str) -> String {
    let digits = colour.as_bytes();
    match digits {
        [b'#', a, b, c, d, e, f] if a == b && c == d && e == f => format!("#{}{}{}", *a as char, *c as char, *e as char),
        _ => colour.to_owned(),
    }
}

fn place(setting: &ColourSetting) -> Option<Place> {
    setting.light.as_ref().or(setting.dark.as_ref()).map(at_value)
}

fn at_value(value: &Spanned<String>) -> Place {
    Place::at(site::FILE, value.referenced.line() as u32, value.referenced.column() as u32)
}

/// Red, green and blue of `#rrggbb`, each from 0 to 1.
fn rgb(colour: &str) -> Option<[f64; 3]> {
    let digits = colour.strip_prefix('#').filter(|digits| digits.len() == 6 && digits.is_ascii())?;
    let part = |at: usize| u8::from_str_radix(&digits[at..at + 2], 16).ok().map(|n| f64::from(n) / 255.0);
    Some([part(0)?, part(2)?, part(4)?])
}

/// How far apart two colours are in brightness, from 1 to 21 (WCAG 2.2, contrast ratio).
fn contrast(a: [f64; 3], b: [f64; 3]) -> f64 {
    let (a, b) = (luminance(a), luminance(b));
    (a.max(b) + 0.05) / (a.min(b) + 0.05)
}

/// Relative luminance (WCAG 2.2).
fn luminance(colour: [f64; 3]) -> f64 {
    let linear = |part: f64| if part <= 0.04045 { part / 12.92 } else { ((part + 0.055) / 1.055).powf(2.4) };
    let [red, green, blue] = colour.map(linear);
    0.2126 * red + 0.7152 * green + 0.0722 * blue
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn contrast_is_that_of_the_standard() {
        let of = |a, b| (contrast(rgb(a).unwrap(), rgb(b).unwrap()) * 100.0).round() / 100.0;
        assert_eq!(of("#000000", "#ffffff"), 21.0);
        // The lightest grey that passes on white, and the one after it.
        assert_eq!((of("#767676", "#ffffff"), of("#777777", "#ffffff")), (4.54, 4.48));
        assert_eq!(of("#ffffff", "#ffffff"), 1.0);
    }

    #[test]
    fn a_colour_has_six_digits() {
        assert!(rgb("#0b5c55").is_some());
        for wrong in ["0b5c55", "#fff", "#0b5c5", "#0b5c5g", "#şşş", "red", ""] {
            assert_eq!(rgb(wrong), None, "{wrong}");
        }
    }
}
