//! Tables that authors write, and those of regulations. Not the tables of figures: `figure` sets those.

use super::{Writer, escape};
use crate::prose::{Align, Inline, TextTable, plain_text};

impl<'a> Writer<'a> {
    /// A table of the author's has no caption of its own: it is named by its number and the heading above it.
    pub(super) fn table(&mut self, table: &'a TextTable) {
        self.tables += 1;
        let number = u64::from(self.tables);
        self.push("<div class=\"kaydir\" role=\"region\" tabindex=\"0\" aria-labelledby=\"tablo_");
        self.number(number);
        self.push(if table.stacked { "\"><table class=\"yigin\">\n" } else { "\"><table>\n" });
        self.push("<caption class=\"gizli\" id=\"tablo_");
        self.number(number);
        self.push("\">");
        self.push(&self.words.table);
        self.push(" ");
        self.number(number);
        if !self.heading.is_empty() {
            self.push(": ");
            escape(self.out, &self.headings);
        }
        self.push("</caption>\n<thead><tr>");
        for (column, cell) in table.head.iter().enumerate() {
            // A head cell without words heads nothing, and a checker rightly asks what it is for.
            let (open, close) = if cell.is_empty() { ("<td", "</td>") } else { ("<th scope=\"col\"", "</th>") };
            self.cell(open, table.align.get(column), cell, close);
        }
        self.push("</tr></thead>\n<tbody>\n");
        for row in &table.rows {
            self.push("<tr>");
            for (column, cell) in row.iter().enumerate() {
                match (table.stacked, column) {
                    (true, 0) => self.cell("<th scope=\"row\"", table.align.first(), cell, "</th>"),
                    (true, _) => {
                        self.push("<td data-baslik=\"");
                        escape(self.out, &table.head.get(column).map(|head| plain_text(head)).unwrap_or_default());
                        self.cell("\"", table.align.get(column), cell, "</td>");
                    }
                    (false, _) => self.cell("<td", table.align.get(column), cell, "</td>"),
                }
            }
            self.push("</tr>\n");
        }
        self.push("</tbody></table></div>\n");
    }

    fn cell(&mut self, open: &str, align: Option<&Align>, content: &'a [Inline], close: &str) {
        self.push(open);
        self.push(match align {
            Some(Align::Center) => " class=\"orta\">",
            Some(Align::End) => " class=\"sayi\">",
            Some(Align::Start) | None => ">",
        });
        self.inlines(content);
        self.push(close);
    }
}
