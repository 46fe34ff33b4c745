//! HTML → a tree of elements and texts, each with its place. Reads what browsers read in well-made pages: void elements,
//! texts that hold no tags, end tags that may be left out. Total: whatever comes, there is a tree. Not a sanitiser.

use std::borrow::Cow;

/// An element or a text.
pub(super) struct Node<'t> {
    /// The element around it; the root is its own.
    pub(super) parent: usize,
    /// Where it begins, in bytes.
    pub(super) at: usize,
    /// What it is.
    pub(super) kind: Kind<'t>,
    /// What is in it, in order.
    pub(super) children: Vec<usize>,
}

/// What a node is.
pub(super) enum Kind<'t> {
    /// An element: its name in small letters, and its attributes.
    Element(Cow<'t, str>, Vec<(Cow<'t, str>, Cow<'t, str>)>),
    /// Text, its entities resolved.
    Text(Cow<'t, str>),
}

const VOID: [&str; 13] = ["area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr"];
/// Deeper than this no page is nested, and trees are walked by calls.
const DEEPEST: usize = 400;
const TEXT_ONLY: [&str; 5] = ["script", "style", "textarea", "title", "noembed"];

/// The elements that an opening tag of `name` ends, when one of them is open, and where the looking ends.
fn ended_by(name: &str) -> (&'static [&'static str], &'static [&'static str]) {
    match name {
        "li" => (&["li"], &["ul", "ol", "menu"]),
        "dt" | "dd" => (&["dt", "dd"], &["dl"]),
        "tr" => (&["tr", "td", "th"], &["table", "tbody", "thead", "tfoot"]),
        "td" | "th" => (&["td", "th"], &["tr", "table"]),
        "tbody" | "thead" | "tfoot" => (&["tbody", "thead", "tfoot", "tr", "td", "th"], &["table"]),
        "option" | "optgroup" => (&["option"], &["select", "datalist"]),
        "p" | "div" | "ul" | "ol" | "dl" | "table" | "section" | "article" | "nav" | "header" | "footer" | "h1" | "h2" | "h3"
        | "h4" | "h5" | "h6" | "blockquote" | "pre" | "figure" | "form" | "main" | "aside" | "hr" | "details" => {
            (&["p"], &["div", "section", "article", "li", "td", "th", "blockquote", "body", "main", "dd", "figure", "button"])
        }
        _ => (&[], &[]),
    }
}

/// The nodes of a page; the first is the root, which is no element of it.
pub(super) fn read(html: &str) -> Vec<Node<'_>> {
    let root = Node { parent: 0, at: 0, kind: Kind::Element("".into(), Vec::new()), children: Vec::new() };
    let mut reader = Reader { html, at: 0, nodes: vec![root], open: vec![0] };
    while reader.at < html.len() {
        reader.step();
    }
    reader.nodes
}

struct Reader<'t> {
    html: &'t str,
    at: usize,
    nodes: Vec<Node<'t>>,
    /// The open elements, the root first.
    open: Vec<usize>,
}

impl<'t> Reader<'t> {
    fn step(&mut self) {
        let (start, rest) = (self.at, &self.html[self.at..]);
        let letter = |at: usize| rest.as_bytes().get(at).is_some_and(u8::is_ascii_alphabetic);
        if let Some(comment) = rest.strip_prefix("<!--") {
            self.at += 4 + comment.find("-->").map_or(comment.len(), |end| end + 3);
        } else if rest.starts_with("<!") || rest.starts_with("<?") {
            self.at += rest.find('>').map_or(rest.len(), |end| end + 1);
        } else if rest.starts_with("</") && letter(2) {
            let end = rest.find('>').unwrap_or(rest.len());
            let name = small(rest[2..end].split_ascii_whitespace().next().unwrap_or_default());
            self.at += (end + 1).min(rest.len());
            self.close(&name);
        } else if rest.starts_with('<') && letter(1) {
            self.tag(start);
        } else {
            // `<` that begins no tag is text.
            let from = usize::from(rest.starts_with('<'));
            self.at += rest[from..].find('<').map_or(rest.len(), |end| from + end);
            self.add(start, Kind::Text(unescaped(&self.html[start..self.at])));
        }
    }

    fn tag(&mut self, start: usize) {
        let rest = &self.html[start + 1..];
        let length = rest.find(|c: char| c.is_ascii_whitespace() || matches!(c, '>' | '/')).unwrap_or(rest.len());
        let name = small(&rest[..length]);
        self.at = start + 1 + length;
        let (attributes, closed) = self.attributes();
        let (ended, until) = ended_by(&name);
        if !ended.is_empty() {
            self.end_open(ended, until);
        }
        let text_only = TEXT_ONLY.contains(&&*name);
        let leaf = closed || VOID.contains(&&*name);
        let end = text_only.then(|| format!("</{name}"));
        let node = self.add(start, Kind::Element(name, attributes));
        if let Some(end) = end {
            let rest = &self.html[self.at..];
            let length = rest.find(&end).unwrap_or(rest.len());
            let (from, to) = (self.at, self.at + length);
            self.open.push(node);
            self.add(from, Kind::Text(unescaped(&self.html[from..to])));
            self.open.pop();
            self.at = to + self.html[to..].find('>').map_or(self.html.len() - to, |end| end + 1);
        } else if !leaf && self.open.len() < DEEPEST {
            self.open.push(node);
        }
    }

    /// The attributes up to the end of the tag, and whether the tag closes itself.
    fn attributes(&mut self) -> (Vec<(Cow<'t, str>, Cow<'t, str>)>, bool) {
        let mut found = Vec::new();
        loop {
            let rest = &self.html[self.at..];
            let skipped = rest.len() - rest.trim_start().len();
            self.at += skipped;
            let rest = &self.html[self.at..];
            match rest.as_bytes() {
                [] => return (found, false),
                [b'>', ..] => {
                    self.at += 1;
                    return (found, false);
                }
                [b'/', b'>', ..] => {
                    self.at += 2;
                    return (found, true);
                }
                [b'/' | b'=', ..] => self.at += 1,
                _ => {
                    let length =
                        rest.find(|c: char| c.is_ascii_whitespace() || matches!(c, '>' | '/' | '=')).unwrap_or(rest.len());
                    let name = small(&rest[..length]);
                    self.at += length;
                    let value = self.value();
                    found.push((name, value));
                }
            }
        }
    }

    fn value(&mut self) -> Cow<'t, str> {
        let rest = &self.html[self.at..];
        let Some(rest) = rest.trim_start().strip_prefix('=') else { return "".into() };
        let rest = rest.trim_start();
        let from = self.html.len() - rest.len();
        let (from, length, after) = match rest.chars().next() {
            Some(quote @ ('"' | '\'')) => {
                let length = rest[1..].find(quote).unwrap_or(rest.len() - 1);
                (from + 1, length, from + length + 2)
            }
            _ => {
                let length = rest.find(|c: char| c.is_ascii_whitespace() || c == '>').unwrap_or(rest.len());
                (from, length, from + length)
            }
        };
        self.at = after.min(self.html.len());
        unescaped(&self.html[from..from + length])
    }

    fn add(&mut self, at: usize, kind: Kind<'t>) -> usize {
        let parent = *self.open.last().expect("the root is never closed");
        let node = self.nodes.len();
        self.nodes.push(Node { parent, at, kind, children: Vec::new() });
        self.nodes[parent].children.push(node);
        node
    }

    fn name_of(&self, node: usize) -> &str {
        match &self.nodes[node].kind {
            Kind::Element(name, _) => name,
            Kind::Text(_) => "",
        }
    }

    /// Closes the innermost element of this name, and what is open in it; a tag that closes nothing is nothing.
    fn close(&mut self, name: &str) {
        if let Some(place) = self.open.iter().rposition(|node| self.name_of(*node) == name).filter(|place| *place > 0) {
            self.open.truncate(place);
        }
    }

    fn end_open(&mut self, ended: &[&str], until: &[&str]) {
        let mut from = None;
        for place in (1..self.open.len()).rev() {
            let name = self.name_of(self.open[place]);
            if ended.contains(&name) {
                from = Some(place);
            } else if until.contains(&name) {
                break;
            }
        }
        if let Some(place) = from {
            self.open.truncate(place);
        }
    }
}

/// Names of HTML are ASCII; most are small already.
fn small(name: &str) -> Cow<'_, str> {
    if name.bytes().any(|b| b.is_ascii_uppercase()) { name.to_ascii_lowercase().into() } else { name.into() }
}

/// The text with the entities that pages are written with resolved; others stay.
fn unescaped(text: &str) -> Cow<'_, str> {
    if !text.contains('&') {
        return text.into();
    }
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some((before, after)) = rest.split_once('&') {
        out.push_str(before);
        let entity = after.split_once(';').filter(|(name, _)| name.len() <= 8);
        match entity.and_then(|(name, after)| Some((character(name)?, after))) {
            Some((c, after)) => {
                out.push(c);
                rest = after;
            }
            None => {
                out.push('&');
                rest = after;
            }
        }
    }
    out.push_str(rest);
    out.into()
}

fn character(entity: &str) -> Option<char> {
    let number = |digits: &str, radix| u32::from_str_radix(digits, radix).ok().and_then(char::from_u32);
    match entity {
        "amp" => Some('&'),
        "lt" => Some('<'),
        "gt" => Some('>'),
        "quot" => Some('"'),
        "apos" => Some('\''),
        "nbsp" => Some('\u{a0}'),
        "shy" => Some('\u{ad}'),
        "ndash" => Some('–'),
        "hellip" => Some('…'),
        _ => match entity.strip_prefix('#')? {
            hex if hex.starts_with(['x', 'X']) => number(&hex[1..], 16),
            digits => number(digits, 10),
        },
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The tree with brackets.
    fn shown(nodes: &[Node<'_>], node: usize) -> String {
        match &nodes[node].kind {
            Kind::Text(text) => text.trim().to_owned(),
            Kind::Element(name, attributes) => {
                let attributes: String = attributes.iter().map(|(n, v)| format!(" {n}={v}")).collect();
                let children: Vec<String> = nodes[node].children.iter().map(|child| shown(nodes, *child)).collect();
                format!("{name}{attributes}({})", children.join(""))
            }
        }
    }

    fn tree(html: &str) -> String {
        shown(&read(html), 0)
    }

    #[test]
    fn tags_attributes_and_entities_are_read() {
        assert_eq!(
            tree("<!doctype html><P CLASS='a b' id=x hidden>1 &lt; 2<br>&#304;&yok;</p><!-- <b> -->"),
            "(p class=a b id=x hidden=(1 < 2br()İ&yok;))"
        );
        assert_eq!(tree("<svg><path d=\"M0 0\"/><title>a<b</title></svg>"), "(svg(path d=M0 0()title(a<b)))");
    }

    #[test]
    fn end_tags_may_be_left_out() {
        assert_eq!(tree("<ul><li>a<li>b<ul><li>c</ul></ul>"), "(ul(li(a)li(bul(li(c)))))");
        assert_eq!(
            tree("<table><thead><tr><th>a<tbody><tr><td>b<td>c<tr><td>d</table>e"),
            "(table(thead(tr(th(a)))tbody(tr(td(b)td(c))tr(td(d))))e)"
        );
        assert_eq!(tree("<p>a<p>b<div>c</div>"), "(p(a)p(b)div(c))");
    }

    #[test]
    fn whatever_comes_there_is_a_tree() {
        for html in ["<", "<a", "<a b", "<a b=", "<a b='c", "</", "</x>", "a<1", "<!--", "<script>x", "&", "&#x110000;", "<ş>"] {
            read(html);
        }
    }
}
