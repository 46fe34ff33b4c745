//! Footnotes at the end of the prose, and the ways there and back.

use super::Writer;
use crate::prose::Block;

impl<'a> Writer<'a> {
    pub(super) fn footnotes(&mut self, notes: &'a [Vec<Block>]) {
        self.push("<section class=\"dipnotlar\" role=\"doc-endnotes\" aria-labelledby=\"dip_notlar\"><h2 id=\"dip_notlar\">");
        self.push(&self.words.footnotes);
        self.push("</h2>\n<ol>\n");
        for (index, note) in notes.iter().enumerate() {
            let number = index as u64 + 1;
            self.push("<li id=\"dipnot_");
            self.number(number);
            self.push("\">");
            // The way back stands at the end of the note's last line of words.
            match note.split_last() {
                Some((Block::Paragraph(last), before)) => {
                    self.blocks(before);
                    self.push("<p>");
                    self.inlines(last);
                    self.ways_back(number);
                    self.push("</p>");
                }
                _ => {
                    self.blocks(note);
                    self.ways_back(number);
                }
            }
            self.push("</li>\n");
        }
        self.push("</ol></section>\n");
    }

    fn ways_back(&mut self, number: u64) {
        let count = self.references.get(number as usize - 1).copied().unwrap_or(0);
        for nth in 1..=count {
            self.push(" <a href=\"#atif_");
            self.reference(number, nth);
            self.push("\" role=\"doc-backlink\" aria-label=\"");
            self.push(&self.words.footnote_back);
            self.push(" ");
            self.number(number);
            if nth > 1 {
                self.push("-");
                self.number(u64::from(nth));
            }
            self.push("\">↩</a>");
        }
    }

    pub(super) fn footnote(&mut self, number: u32, nth: u32) {
        let index = number.max(1) as usize - 1;
        if self.references.len() <= index {
            self.references.resize(index + 1, 0);
        }
        self.references[index] = self.references[index].max(nth);
        let number = u64::from(number);
        self.push("<sup><a id=\"atif_");
        self.reference(number, nth);
        self.push("\" href=\"#dipnot_");
        self.number(number);
        self.push("\" role=\"doc-noteref\" aria-label=\"");
        self.push(&self.words.footnote);
        self.push(" ");
        self.number(number);
        self.push("\">");
        self.number(number);
        self.push("</a></sup>");
    }

    fn reference(&mut self, number: u64, nth: u32) {
        self.number(number);
        if nth > 1 {
            self.push("_");
            self.number(u64::from(nth));
        }
    }
}
