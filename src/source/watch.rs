//! Which input files changed just now, while someone edits a repository. Says names only; reads nothing.

use std::collections::BTreeSet;
use std::path::{Component, Path, PathBuf};
use std::sync::mpsc::{self, Receiver};
use std::time::Duration;

use anyhow::Context as _;
use notify::event::EventKind;
use notify::{RecommendedWatcher, RecursiveMode};
use notify_debouncer_full::{DebounceEventResult, Debouncer, RecommendedCache, new_debouncer};

use super::{INPUT_FOLDERS, SITE_FILE, disk};

/// How long a file must be quiet. Editors write in several steps, but nobody should wait for a preview.
const QUIET: Duration = Duration::from_millis(20);

/// Watches the input of a repository (gözcü).
pub struct Watcher {
    root: PathBuf,
    debouncer: Debouncer<RecommendedWatcher, RecommendedCache>,
    watched: BTreeSet<&'static str>,
    events: Receiver<DebounceEventResult>,
}

impl Watcher {
    /// Begins to watch the repository at `root`. Fails when the system cannot watch files, or not so many.
    pub fn new(root: &Path) -> anyhow::Result<Watcher> {
        let root = std::path::absolute(root)?;
        let (sender, events) = mpsc::channel();
        // The receiver may be gone when the program ends; then nobody wants to know.
        let mut debouncer = new_debouncer(QUIET, None, move |result| drop(sender.send(result)))?;
        debouncer.watch(&root, RecursiveMode::NonRecursive).with_context(|| root.display().to_string())?;
        let mut watcher = Watcher { root, debouncer, watched: BTreeSet::new(), events };
        watcher.watch_folders()?;
        Ok(watcher)
    }

    /// Waits until input changes and gives the paths (from the root, with `/`; a folder stands for all in it).
    /// `None` when watching has ended.
    pub fn wait(&mut self) -> Option<Vec<String>> {
        loop {
            let mut paths = BTreeSet::new();
            self.collect(self.events.recv().ok()?, &mut paths);
            while let Ok(more) = self.events.try_recv() {
                self.collect(more, &mut paths);
            }
            // A folder that came after the start must be watched from now on; failing that, its first state is shown.
            let _ = self.watch_folders();
            if !paths.is_empty() {
                return Some(paths.into_iter().collect());
            }
        }
    }

    fn collect(&self, result: DebounceEventResult, paths: &mut BTreeSet<String>) {
        let everything = || INPUT_FOLDERS.iter().copied().chain([SITE_FILE]).map(str::to_owned);
        match result {
            // The system lost events: whatever may have changed has changed.
            Err(_) => paths.extend(everything()),
            Ok(events) => {
                for event in events {
                    if event.need_rescan() {
                        paths.extend(everything());
                    } else if !matches!(event.kind, EventKind::Access(_)) {
                        paths.extend(event.paths.iter().filter_map(|path| self.input(path)));
                    }
                }
            }
        }
    }

    /// The path from the root, when it is input and no editor's own file.
    fn input(&self, path: &Path) -> Option<String> {
        let parts: Vec<_> = path
            .strip_prefix(&self.root)
            .ok()?
            .components()
            .map(|part| if let Component::Normal(name) = part { Some(name) } else { None })
            .collect::<Option<_>>()?;
        if parts.iter().any(|name| disk::hidden(name)) {
            return None;
        }
        let parts: Vec<_> = parts.iter().map(|name| name.to_string_lossy()).collect();
        let first = parts.first()?;
        (INPUT_FOLDERS.contains(&&**first) || (parts.len() == 1 && first == SITE_FILE)).then(|| parts.join("/"))
    }

    fn watch_folders(&mut self) -> notify::Result<()> {
        for name in INPUT_FOLDERS {
            let folder = self.root.join(name);
            if !folder.is_dir() {
                // Gone, or not yet there: when it comes, it is watched anew.
                self.watched.remove(name);
            } else if !self.watched.contains(name) {
                self.debouncer.watch(&folder, RecursiveMode::Recursive)?;
                self.watched.insert(name);
            }
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::fs;

    #[test]
    fn changes_of_input_are_named_and_nothing_else_is() {
        let root = tempfile::tempdir().unwrap();
        let at = |path: &str| root.path().join(path);
        fs::create_dir_all(at("content/public/Çarşı")).unwrap();
        fs::create_dir_all(at("dist/public")).unwrap();
        let mut watcher = Watcher::new(root.path()).unwrap();

        fs::write(at("dist/public/x.html"), "x").unwrap();
        fs::write(at("README.md"), "x").unwrap();
        fs::write(at("content/public/.a.md.swp"), "x").unwrap();
        fs::write(at("content/public/Çarşı/a.md"), "x").unwrap();
        assert_eq!(watcher.wait().unwrap(), ["content/public/Çarşı/a.md"]);

        fs::write(at("content/public/b.md~"), "y").unwrap();
        fs::rename(at("content/public/b.md~"), at("content/public/Çarşı/a.md")).unwrap();
        assert!(watcher.wait().unwrap().contains(&"content/public/Çarşı/a.md".to_owned()), "editors save by renaming over");

        fs::write(at("site.yaml"), "title: x").unwrap();
        assert_eq!(watcher.wait().unwrap(), ["site.yaml"]);

        fs::create_dir(at("data")).unwrap();
        assert_eq!(watcher.wait().unwrap(), ["data"]);
        fs::write(at("data/x.csv"), "a").unwrap();
        assert_eq!(watcher.wait().unwrap(), ["data/x.csv"], "a folder that came later is watched too");
    }
}
