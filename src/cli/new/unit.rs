//! Which unit answers for a new page: the one asked for, else the one of this working copy (`git config tellal.birim`), else
//! the one of the newest page beside it, else the only one there is. A unit that is not registered is refused, never written.

use std::path::Path;
use std::process::Command;

use crate::diag::Diagnostics;
use crate::model::registry::{self, Registries};
use crate::parse::{self, page};
use crate::publish::Trouble;
use crate::source::World;

/// A unit and how it is known (sorumlu birim).
pub(super) struct Unit {
    /// Its code.
    pub code: String,
    /// Its name.
    pub name: String,
    from: From,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum From {
    Asked,
    Settings,
    Neighbour,
    Alone,
}

impl Unit {
    /// The message that says which unit it is and how it is known.
    pub fn message(&self) -> &'static str {
        match self.from {
            From::Asked => "cli-new-of-unit",
            From::Settings => "cli-new-of-unit-settings",
            From::Neighbour => "cli-new-of-unit-neighbour",
            From::Alone => "cli-new-of-unit-alone",
        }
    }
}

/// The unit for a page in `folder`; `None` where nothing tells.
pub(super) fn of(world: &dyn World, root: &Path, folder: &str, asked: Option<&str>) -> Result<Option<Unit>, Trouble> {
    let registries = registry::load(&mut Diagnostics::new(), world);
    let settings = || configured(root).map(|code| (code, From::Settings));
    let neighbour = || newest(world, folder).map(|code| (code, From::Neighbour));
    let told = asked.map(|code| (code.to_owned(), From::Asked));
    let alone = || match &registries.units[..] {
        [only] => Some((only.code.to_string(), From::Alone)),
        _ => None,
    };
    let Some((code, from)) = told.or_else(settings).or_else(neighbour).or_else(alone) else { return Ok(None) };
    match registries.unit(&code) {
        Some(unit) => Ok(Some(Unit { name: unit.name.to_string(), code, from })),
        None if from == From::Neighbour => Ok(None),
        None => Err(unknown(&registries, &code)),
    }
}

/// The refusal where a unit is needed and nothing tells which.
pub(super) fn untold(world: &dyn World) -> Trouble {
    let registries = registry::load(&mut Diagnostics::new(), world);
    let mut trouble = Trouble::refused("cli-new-no-unit", Path::new("--unit"));
    trouble.args.push(("known", registries.units.iter().map(|unit| &*unit.code).collect::<Vec<_>>().join(", ")));
    trouble
}

fn unknown(registries: &Registries, code: &str) -> Trouble {
    let mut trouble = Trouble::refused("cli-new-unknown-unit", Path::new(code));
    let near = parse::nearest(code, registries.units.iter().map(|unit| &*unit.code));
    let known = || registries.units.iter().map(|unit| &*unit.code).collect::<Vec<_>>().join(", ");
    trouble.args.push(("known", near.map_or_else(known, str::to_owned)));
    trouble
}

/// What `git config tellal.birim` says in the repository; nothing without git.
fn configured(root: &Path) -> Option<String> {
    let output = Command::new("git").arg("-C").arg(root).args(["config", "--get", "tellal.birim"]).output().ok()?;
    let text = String::from_utf8(output.stdout).ok()?;
    let code = text.trim();
    (!code.is_empty()).then(|| code.to_owned())
}

/// The unit of the newest page beside it, by the pages' own dates.
fn newest(world: &dyn World, folder: &str) -> Option<String> {
    let mut quiet = Diagnostics::new();
    let files = world.list(&mut quiet, folder).into_iter().filter(|file| file.path.ends_with(".md"));
    let pages = files.filter_map(|file| page::parse(&mut quiet, &file.path, &world.read(&file.path).ok()?));
    let units = pages.filter_map(|page| Some((page.front.date.map(|day| day.0), page.front.unit?)));
    units.max_by_key(|(date, _)| *date).map(|(_, unit)| unit)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::source::Memory;

    fn world() -> Memory {
        Memory::new()
            .with("data/birimler/birimler.yaml", "- {kod: zabita, ad: Zabıta Müdürlüğü}\n- {kod: fen-isleri, ad: Fen İşleri}\n")
            .with("content/public/duyurular/a.md", "---\ntitle: A\ndate: 2026-01-01\nunit: fen-isleri\n---\n")
            .with("content/public/duyurular/b.md", "---\ntitle: B\ndate: 2026-02-01\nunit: zabita\n---\n")
    }

    #[test]
    fn the_newest_neighbour_tells_and_whoever_asks_tells_first() {
        let nowhere = Path::new("/");
        let unit = |asked| of(&world(), nowhere, "content/public/duyurular", asked).unwrap().map(|u| (u.code, u.from));
        assert_eq!(unit(None), Some(("zabita".to_owned(), From::Neighbour)));
        assert_eq!(unit(Some("fen-isleri")), Some(("fen-isleri".to_owned(), From::Asked)));
        assert!(of(&world(), nowhere, "content/public/haberler", None).unwrap().is_none());
        let alone = Memory::new().with("data/birimler/birimler.yaml", "- {kod: zabita, ad: Zabıta Müdürlüğü}\n");
        assert_eq!(of(&alone, nowhere, "content/public/haberler", None).unwrap().map(|u| u.from), Some(From::Alone));
    }

    #[test]
    fn a_unit_nobody_registered_is_refused_with_the_nearest() {
        let refused = of(&world(), Path::new("/"), "content/public/duyurular", Some("zabıta")).err().unwrap();
        assert_eq!(refused.id, "cli-new-unknown-unit");
        assert!(refused.args.contains(&("known", "zabita".to_owned())), "{refused}");
    }
}
