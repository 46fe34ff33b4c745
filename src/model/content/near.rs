//! The page or picture that a link to a file was probably meant for, as its author would write it.

use crate::parse;
use crate::turkish;

/// How like its name another must be to be meant.
const LIKE: f64 = 0.8;

/// The one of `files` that `wanted` was probably meant for, as it is written in `from`: one of the same name anywhere, else one
/// of a like name in the same folder. That two files lie in one folder does not make them alike.
pub(super) fn file<'a>(from: &str, wanted: &str, files: impl Iterator<Item = &'a str>) -> Option<String> {
    let name = turkish::fold(name_of(wanted));
    let scored = files.filter_map(|file| {
        let like = parse::likeness(&name, &turkish::fold(name_of(file)));
        let beside = folder_of(file) == folder_of(wanted);
        (like == 1.0 || (beside && like > LIKE)).then_some((like, beside, file))
    });
    let order = |a: &(f64, bool, &str), b: &(f64, bool, &str)| a.0.total_cmp(&b.0).then(a.1.cmp(&b.1)).then_with(|| b.2.cmp(a.2));
    scored.max_by(order).map(|(.., file)| seen_from(from, file))
}

/// What a file is called: an index page has its folder's name.
fn name_of(path: &str) -> &str {
    let path = path.strip_suffix("/index.md").unwrap_or(path);
    path.rsplit('/').next().unwrap_or(path)
}

fn folder_of(path: &str) -> &str {
    let path = path.strip_suffix("/index.md").unwrap_or(path);
    path.rsplit_once('/').map_or("", |(folder, _)| folder)
}

/// The path of `to`, seen from the folder of `from`.
fn seen_from(from: &str, to: &str) -> String {
    let (from, to): (Vec<&str>, Vec<&str>) = (from.split('/').collect(), to.split('/').collect());
    let folders = from.len() - 1;
    let common = from[..folders].iter().zip(&to[..to.len() - 1]).take_while(|(a, b)| a == b).count();
    let up = std::iter::repeat_n("..", folders - common);
    up.chain(to[common..].iter().copied()).collect::<Vec<_>>().join("/")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_is_meant_for_its_name_and_written_as_seen_from_the_page() {
        let files = ["content/public/a/index.md", "content/public/a/resim-1.jpg", "content/public/b/kapak.png"];
        let near = |wanted: &str| file("content/public/a/su.md", wanted, files.into_iter());
        assert_eq!(near("content/public/a/Resim_1.JPG").as_deref(), Some("resim-1.jpg"));
        assert_eq!(near("content/public/a/kapak.png").as_deref(), Some("../b/kapak.png"));
        assert_eq!(near("content/public/a/resim.gif").as_deref(), Some("resim-1.jpg"));
        assert_eq!(near("content/public/a/yok.jpg"), None, "a folder in common is not enough");
    }
}
