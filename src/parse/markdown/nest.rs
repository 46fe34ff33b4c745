//! Open containers while a tree is built: things in one long row, with a mark where each open container begins.
//! Closing gives a vector that is just large enough; growing one vector per container would cost twice the memory.

use super::foreign;
use crate::prose::Inline;

/// Containers of `T`, the innermost last (iç içe kaplar).
pub(super) struct Nest<T> {
    things: Vec<T>,
    starts: Vec<usize>,
}

impl<T> Nest<T> {
    /// Nothing is open.
    pub fn new() -> Self {
        Nest { things: Vec::new(), starts: Vec::new() }
    }

    /// Opens a container in the innermost one.
    pub fn open(&mut self) {
        self.starts.push(self.things.len());
    }

    /// Puts a thing into the innermost container.
    pub fn push(&mut self, thing: T) {
        self.things.push(thing);
    }

    /// The thing put last.
    pub fn last_mut(&mut self) -> Option<&mut T> {
        self.things.last_mut()
    }

    /// Closes the innermost container and gives what is in it; nothing when none is open.
    pub fn close(&mut self) -> Vec<T> {
        self.starts.pop().map(|start| self.things.split_off(start)).unwrap_or_default()
    }

    /// How many containers are open.
    pub fn depth(&self) -> usize {
        self.starts.len()
    }
}

/// Containers of what stands in a line. The parser cuts words at every character that might have meant something;
/// readers want them whole, so words wait here until something else comes.
pub(super) struct Lines {
    nest: Nest<Inline>,
    words: String,
    /// Whether some words may have been in another language.
    foreign: bool,
}

impl Lines {
    /// Nothing is open.
    pub fn new() -> Self {
        Lines { nest: Nest::new(), words: String::new(), foreign: false }
    }

    /// Opens a container in the innermost one.
    pub fn open(&mut self) {
        self.settle();
        self.nest.open();
    }

    /// Puts words into the innermost container.
    pub fn words(&mut self, words: &str) {
        self.words.push_str(words);
    }

    /// Puts anything else into the innermost container.
    pub fn push(&mut self, inline: Inline) {
        self.settle();
        self.nest.push(inline);
    }

    /// Closes the innermost container and gives what is in it; nothing when none is open.
    pub fn close(&mut self) -> Vec<Inline> {
        self.settle();
        let content = self.nest.close();
        if self.foreign { foreign::found(content) } else { content }
    }

    /// How many containers are open.
    pub fn depth(&self) -> usize {
        self.nest.depth()
    }

    fn settle(&mut self) {
        if !self.words.is_empty() {
            self.foreign |= foreign::may_be_in(&self.words);
            self.nest.push(Inline::Text(self.words.as_str().into()));
            self.words.clear();
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_container_gives_what_was_put_into_it_and_no_more_room() {
        let mut nest = Nest::new();
        nest.open();
        nest.push(1);
        nest.open();
        [2, 3, 4].into_iter().for_each(|n| nest.push(n));
        let inner = nest.close();
        assert_eq!((inner.as_slice(), inner.capacity(), nest.depth()), (&[2, 3, 4][..], 3, 1));
        assert_eq!((nest.close(), nest.close()), (vec![1], vec![]));
    }

    #[test]
    fn words_stay_whole_and_in_their_container() {
        let mut lines = Lines::new();
        lines.open();
        lines.words("a");
        lines.words("b");
        lines.open();
        lines.words("c");
        assert_eq!(lines.close(), [Inline::Text("c".into())]);
        lines.words("d");
        lines.push(Inline::SoftBreak);
        assert_eq!(lines.close(), [Inline::Text("ab".into()), Inline::Text("d".into()), Inline::SoftBreak]);
    }
}
