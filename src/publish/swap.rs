//! Puts staged trees in their places. Knows no files, only whole folders.
//!
//! A note ([`Folder::commit`]) is written when all new trees are whole and taken away when all stand in their
//! places. A build that finds a note finishes what was begun; one that finds staged trees without a note throws
//! them away. A staged tree carries a mark ([`MARK`]) that moves with it, so that which of two exchanged folders is
//! the new one can be seen. Every step may be the last one before a kill, and may be taken again.

use std::fs;
use std::io;
use std::path::Path;

use super::Trouble;
use super::effects::Effects;
use super::folder::Folder;

/// The file in a staged tree that says it is the new one; gone a moment after the tree has its place.
pub(super) const MARK: &str = ".tellal-next";

/// Puts the trees with these names in place: each in one step, all or, after a kill, all at the next build.
pub(super) fn swap(effects: &dyn Effects, folder: &Folder, names: &[&str]) -> Result<(), Trouble> {
    let note = names.join("\n");
    let draft = folder.commit().with_extension("draft");
    effects.write(&draft, note.as_bytes()).and_then(|_| effects.rename(&draft, &folder.commit())).map_err(failed(&draft))?;
    finish(effects, folder, &note)
}

/// Finishes or clears away what a killed build left behind.
pub(super) fn recover(effects: &dyn Effects, folder: &Folder) -> Result<(), Trouble> {
    match fs::read_to_string(folder.commit()) {
        Ok(note) => finish(effects, folder, &note),
        Err(e) if e.kind() == io::ErrorKind::NotFound => effects.remove_folder(&folder.next()).map_err(failed(&folder.next())),
        Err(e) => Err(Trouble::outside("publish-cannot-read", &folder.commit(), &e)),
    }
}

fn finish(effects: &dyn Effects, folder: &Folder, note: &str) -> Result<(), Trouble> {
    for name in note.lines() {
        place(effects, folder, name).map_err(failed(&folder.current(name)))?;
    }
    let (next, previous) = (folder.next(), folder.previous());
    if next.is_dir() {
        effects.remove_folder(&previous).and_then(|()| effects.rename(&next, &previous)).map_err(failed(&previous))?;
    }
    effects.remove_file(&folder.commit()).map_err(failed(&folder.commit()))
}

/// Puts one tree in its place; done already is done.
fn place(effects: &dyn Effects, folder: &Folder, name: &str) -> io::Result<()> {
    let (current, next, aside) = (folder.current(name), folder.next().join(name), folder.aside(name));
    if next.join(MARK).exists() {
        let exchanged = if current.exists() { effects.exchange(&current, &next) } else { effects.rename(&next, &current) };
        match exchanged {
            // Two steps leave a moment without a tree, where the system offers nothing better.
            Err(e) if e.kind() == io::ErrorKind::Unsupported => {
                effects.rename(&current, &aside)?;
                effects.rename(&next, &current)?;
            }
            other => other?,
        }
    }
    if aside.exists() && !next.exists() {
        effects.rename(&aside, &next)?;
    }
    effects.remove_file(&current.join(MARK))
}

fn failed(path: &Path) -> impl Fn(io::Error) -> Trouble {
    move |e| Trouble::outside("publish-cannot-write", path, &e)
}
