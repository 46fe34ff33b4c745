//! In which language the program speaks: `--lang`, then `TELLAL_LANG`, then the site's own language.
//! Decided before the arguments are understood, because help and wrong usage are messages too.

use std::ffi::OsString;
use std::fs;
use std::path::{Path, PathBuf};

use crate::diag::Lang;
use crate::source::SITE_FILE;

/// The language for these arguments; Turkish where nothing says otherwise.
pub(super) fn choose(arguments: &[OsString]) -> Lang {
    let asked = value_of(arguments, "--lang").and_then(|l| Lang::parse(&l));
    let environment = || std::env::var("TELLAL_LANG").ok().and_then(|l| Lang::parse(&l));
    let site = || {
        let root = value_of(arguments, "--root").map_or_else(|| PathBuf::from("."), PathBuf::from);
        site_language(&root)
    };
    asked.or_else(environment).or_else(site).unwrap_or_default()
}

/// The value of `--name value` or `--name=value`.
fn value_of(arguments: &[OsString], name: &str) -> Option<String> {
    let mut arguments = arguments.iter().map(|a| a.to_string_lossy());
    while let Some(argument) = arguments.next() {
        match argument.strip_prefix(name) {
            Some("") => return arguments.next().map(|v| v.into_owned()),
            Some(rest) if rest.starts_with('=') => return Some(rest[1..].to_owned()),
            _ if argument == "--" => return None,
            _ => {}
        }
    }
    None
}

/// The `language:` line of the site file, without reading it as YAML: a broken site file must not change the
/// language of the complaint about it.
fn site_language(root: &Path) -> Option<Lang> {
    let text = fs::read_to_string(root.join(SITE_FILE)).ok()?;
    let value = text.lines().find_map(|line| line.strip_prefix("language:"))?;
    Lang::parse(value.trim().trim_matches(['"', '\'']))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn arguments(line: &str) -> Vec<OsString> {
        line.split(' ').map(OsString::from).collect()
    }

    #[test]
    fn the_argument_is_found_wherever_it_stands() {
        for line in ["tellal --lang en build", "tellal build --lang=en", "tellal build --root x --lang en_US"] {
            assert_eq!(choose(&arguments(line)), Lang::En, "{line}");
        }
        assert_eq!(value_of(&arguments("tellal new -- --lang en"), "--lang"), None, "a title, not an option");
        assert_eq!(value_of(&arguments("tellal --language en"), "--lang"), None);
    }

    #[test]
    fn the_site_says_its_language_even_when_it_is_broken() {
        let root = tempfile::tempdir().unwrap();
        assert_eq!(site_language(root.path()), None);
        fs::write(root.path().join(SITE_FILE), "title: [\nlanguage: \"en\"\n").unwrap();
        assert_eq!(site_language(root.path()), Some(Lang::En));
    }
}
