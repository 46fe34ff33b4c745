//! The fields that templates name, held against those that documents have. Asked with `if`, a field that nothing has is
//! simply not there, so that a template would lose what it wanted without a word.

use std::collections::{BTreeMap, BTreeSet};

use super::sources::Sources;
use super::tokens::{Placed, Tag, Token, tags};
use crate::diag::{Code, Diagnostic, Diagnostics, LineIndex, Place};
use crate::parse::nearest;
use crate::view::fields::Shape;

/// Names that are no fields.
const RESERVED: [&str; 18] = [
    "and", "or", "not", "in", "is", "if", "else", "for", "true", "True", "false", "False", "none", "None", "null", "loop",
    "body", "set",
];

/// Components within components within components: deeper than any theme.
const DEEPEST: usize = 8;

/// So many known fields are named where none is like the unknown one.
const SHOWN: usize = 12;

/// What the parameters of components are given: by component and parameter.
type Given = BTreeMap<(String, String), Shape>;

/// Complains about every field that a template names and that nothing of `known` has.
pub(super) fn check(diag: &mut Diagnostics, sources: &Sources, known: &BTreeMap<&str, Shape>) {
    let templates: Vec<(&str, &str, Vec<Tag<'_>>)> = sources.texts().map(|(path, text)| (path, text, tags(text))).collect();
    let mut given = Given::new();
    // What a component is given may be what another one was given.
    for _ in 0..DEEPEST {
        let before = std::mem::take(&mut given);
        for (.., tags) in &templates {
            Reader::new(known, &before, &mut given).read(tags);
        }
        if given == before {
            break;
        }
    }
    for (path, text, tags) in &templates {
        let mut unused = Given::new();
        let mut reader = Reader::new(known, &given, &mut unused);
        reader.read(tags);
        let lines = LineIndex::new(text);
        // Once a template: who asks for a field mostly shows it next.
        let mut named = BTreeSet::new();
        reader.unknown.retain(|unknown| named.insert(unknown.field.clone()));
        for Unknown { at, field, near, known } in reader.unknown {
            let (line, column) = lines.line_column(at);
            let place = Place::at(*path, line, column);
            let complaint = Diagnostic::new(Code::UNKNOWN_FIELD, place).with("field", field).with("known", known);
            diag.push(match near {
                Some(near) => complaint.with("nearest", near).hint("nearest"),
                None => complaint,
            });
        }
    }
}

/// Reads one template from top to bottom.
struct Reader<'r> {
    known: &'r BTreeMap<&'r str, Shape>,
    /// What components were given, as far as that is known.
    given: &'r Given,
    /// The same, as it is being found out.
    gives: &'r mut Given,
    /// The names that stand for something in the loops and components around.
    scopes: Vec<BTreeMap<String, Shape>>,
    unknown: Vec<Unknown>,
}

/// A field that nothing has.
struct Unknown {
    /// Where it stands.
    at: usize,
    /// Its whole name.
    field: String,
    /// The known one most like it.
    near: Option<String>,
    /// Those that could stand there.
    known: String,
}

impl Unknown {
    /// `name` below `around`, where one of the `known` may stand.
    fn new(at: usize, around: &str, name: &str, known: &[&str]) -> Unknown {
        let near = nearest(name, known.iter().copied()).map(|near| format!("{around}{near}"));
        let mut listed = if known.is_empty() { "–".to_owned() } else { known[..known.len().min(SHOWN)].join(", ") };
        if known.len() > SHOWN {
            listed.push_str(", …");
        }
        Unknown { at, field: format!("{around}{name}"), near, known: listed }
    }
}

impl<'r> Reader<'r> {
    fn new(known: &'r BTreeMap<&'r str, Shape>, given: &'r Given, gives: &'r mut Given) -> Reader<'r> {
        Reader { known, given, gives, scopes: vec![BTreeMap::new()], unknown: Vec::new() }
    }

    fn read(&mut self, tags: &[Tag<'_>]) {
        for Tag { statement, tokens } in tags {
            let tokens = match tokens.as_slice() {
                [(Token::Sign("-"), _), rest @ ..] => rest,
                all => all,
            };
            match tokens {
                [(Token::Name(keyword), _), rest @ ..] if *statement => self.statement(keyword, rest),
                all => drop(self.expression(all)),
            }
        }
    }

    fn statement(&mut self, keyword: &str, rest: &[Placed<'_>]) {
        match keyword {
            "for" => self.begin_loop(rest),
            "endfor" | "endcomponent" if self.scopes.len() > 1 => drop(self.scopes.pop()),
            "component" => self.begin_component(rest),
            "set" | "set_global" => {
                if let [(Token::Name(name), _), value @ ..] = rest {
                    let shape = match value {
                        [(Token::Sign("="), _), value @ ..] => self.expression(value),
                        _ => Shape::Plain,
                    };
                    self.bind(name, shape);
                }
            }
            "filter" => drop(self.expression(rest.get(1..).unwrap_or_default())),
            "if" | "elif" => drop(self.expression(rest)),
            _ => {}
        }
    }

    fn bind(&mut self, name: &str, shape: Shape) {
        if let Some(scope) = self.scopes.last_mut() {
            scope.insert(name.to_owned(), shape);
        }
    }

    /// `for item in page.items`, `for name, value in map`
    fn begin_loop(&mut self, rest: &[Placed<'_>]) {
        let place = rest.iter().position(|(token, _)| *token == Token::Name("in")).unwrap_or(rest.len());
        let (names, of) = (&rest[..place], rest.get(place + 1..).unwrap_or_default());
        let shape = self.expression(of);
        self.scopes.push(BTreeMap::new());
        match names {
            [(Token::Name(one), _)] => self.bind(one, shape.element()),
            names => {
                for name in names.iter().filter_map(|(token, _)| name(token)) {
                    self.bind(name, Shape::Any);
                }
            }
        }
    }

    /// `component list(list: map, kind: string = "")`
    fn begin_component(&mut self, rest: &[Placed<'_>]) {
        let open = rest.iter().position(|(token, _)| *token == Token::Sign("(")).unwrap_or(rest.len());
        let component: String = rest[..open].iter().filter_map(|(token, _)| name(token)).collect::<Vec<_>>().join(".");
        self.scopes.push(BTreeMap::new());
        for pair in rest[open..].windows(2) {
            let ((Token::Sign("(" | "," | "..."), _), (Token::Name(parameter), _)) = (&pair[0], &pair[1]) else { continue };
            let key = (component.clone(), (*parameter).to_owned());
            self.bind(parameter, self.given.get(&key).cloned().unwrap_or(Shape::Any));
        }
    }

    /// What an expression is, where it is nothing but the name of a field; the fields in it are looked at.
    fn expression(&mut self, tokens: &[Placed<'_>]) -> Shape {
        let mut shape = Shape::Any;
        let mut at = 0;
        let mut alone = true;
        for name in comprehended(tokens) {
            // Bound for the rest of the template; a loop's names are seldom those of documents.
            self.bind(name, Shape::Any);
        }
        while let Some((token, _)) = tokens.get(at) {
            let before = at.checked_sub(1).map(|at| &tokens[at].0);
            let after = tokens.get(at + 1).map(|(token, _)| token);
            match token {
                Token::Sign("<") if is_prefix(before) && matches!(after, Some(Token::Name(_))) => {
                    at = self.call(tokens, at + 1);
                    alone = false;
                    continue;
                }
                Token::Name(name) if is_a_field(name, before, after) => {
                    let (found, end) = self.field(tokens, at);
                    alone &= at == 0 && is_end(tokens.get(end));
                    shape = found;
                    at = end;
                    continue;
                }
                _ => at += 1,
            }
        }
        if alone { shape } else { Shape::Any }
    }

    /// `<list items={page.items} words />` from the component's name on; gives where it ends.
    fn call(&mut self, tokens: &[Placed<'_>], mut at: usize) -> usize {
        let mut component = String::new();
        while let Some(part) = tokens.get(at).and_then(|(token, _)| name(token)) {
            component.push_str(part);
            at += 1;
            if !matches!(tokens.get(at), Some((Token::Sign("."), _))) {
                break;
            }
            component.push('.');
            at += 1;
        }
        loop {
            match (tokens.get(at), tokens.get(at + 1), tokens.get(at + 2)) {
                (Some((Token::Name(parameter), _)), Some((Token::Sign("="), _)), Some((Token::Sign("{"), _))) => {
                    let end = closing(tokens, at + 2, "{", "}");
                    let shape = self.expression(&tokens[at + 3..end]);
                    self.give(&component, parameter, shape);
                    at = end + 1;
                }
                (Some((Token::Name(parameter), _)), Some((Token::Sign("="), _)), Some(_)) => {
                    self.give(&component, parameter, Shape::Plain);
                    at += 3;
                }
                (Some((Token::Name(parameter), _)), ..) => {
                    let (shape, _) = self.field(&tokens[..=at], at);
                    self.give(&component, parameter, shape);
                    at += 1;
                }
                (Some((Token::Sign("{"), _)), ..) => {
                    let end = closing(tokens, at, "{", "}");
                    drop(self.expression(tokens.get(at + 2..end).unwrap_or_default()));
                    at = end + 1;
                }
                _ => return at,
            }
        }
    }

    fn give(&mut self, component: &str, parameter: &str, shape: Shape) {
        let key = (component.to_owned(), parameter.to_owned());
        let both = self.gives.remove(&key).map_or(shape.clone(), |other| other.or(shape));
        self.gives.insert(key, both);
    }

    /// `page.list.items[0].title` from its first name on: what it is, and where it ends.
    fn field(&mut self, tokens: &[Placed<'_>], start: usize) -> (Shape, usize) {
        let (Some(root), begin) = (name(&tokens[start].0), tokens[start].1) else { return (Shape::Any, start + 1) };
        let bound = self.scopes.iter().rev().find_map(|scope| scope.get(root)).or_else(|| self.known.get(root));
        let mut shape = match bound {
            Some(shape) => shape.clone(),
            None => {
                let known: Vec<&str> = self.known.keys().copied().collect();
                self.unknown.push(Unknown::new(begin, "", root, &known));
                Shape::Any
            }
        };
        let mut path = root.to_owned();
        let mut at = start + 1;
        loop {
            match (tokens.get(at), tokens.get(at + 1)) {
                (Some((Token::Sign("." | "?."), _)), Some((Token::Name(step), place))) => {
                    shape = self.step(shape, &mut path, step, *place);
                    at += 2;
                }
                (Some((Token::Sign("." | "?."), _)), Some((Token::Number, _))) => {
                    shape = shape.element();
                    at += 2;
                }
                (Some((Token::Sign("[" | "?["), _)), Some(_)) => {
                    let end = closing(tokens, at, "[", "]");
                    let within = tokens.get(at + 1..end).unwrap_or_default();
                    shape = match within {
                        [(Token::Text(step), place)] => self.step(shape, &mut path, step, *place),
                        within if within.iter().any(|(token, _)| matches!(token, Token::Sign(":" | "::"))) => shape,
                        _ => shape.element(),
                    };
                    drop(self.expression(within));
                    at = end + 1;
                }
                _ => return (shape, at),
            }
        }
    }

    fn step(&mut self, shape: Shape, path: &mut String, step: &str, place: usize) -> Shape {
        path.push('.');
        let around = path.clone();
        path.push_str(step);
        let fields = match shape {
            Shape::Map(fields) => fields,
            Shape::Plain => BTreeMap::new(),
            Shape::List(_) | Shape::Any => return Shape::Any,
        };
        if let Some(found) = fields.get(step) {
            return found.clone();
        }
        let known: Vec<&str> = fields.keys().map(String::as_str).collect();
        self.unknown.push(Unknown::new(place, &around, step, &known));
        Shape::Any
    }
}

fn name<'t>(token: &Token<'t>) -> Option<&'t str> {
    if let Token::Name(name) = token { Some(name) } else { None }
}

/// True of a name that is no keyword, filter, test, function, or the name of what a function is given.
fn is_a_field(name: &str, before: Option<&Token<'_>>, after: Option<&Token<'_>>) -> bool {
    let names_something_else = matches!(before, Some(Token::Sign("|" | "." | "?.") | Token::Name("is")))
        || matches!(after, Some(Token::Sign("(" | "=" | ":")));
    !names_something_else && !RESERVED.contains(&name)
}

/// True where an expression may begin, and `<` can compare nothing.
fn is_prefix(before: Option<&Token<'_>>) -> bool {
    !matches!(before, Some(Token::Name(_) | Token::Number | Token::Text(_) | Token::Sign(")" | "]" | "}")))
}

/// True at the end of a tag, `-%}` included.
fn is_end(token: Option<&Placed<'_>>) -> bool {
    matches!(token, None | Some((Token::Sign("-"), _)))
}

/// Where the bracket at `from` is closed; the end where it is not.
fn closing(tokens: &[Placed<'_>], from: usize, open: &str, close: &str) -> usize {
    let mut depth = 0;
    for (at, (token, _)) in tokens.iter().enumerate().skip(from) {
        match token {
            Token::Sign(sign) if sign.ends_with(open) => depth += 1,
            Token::Sign(sign) if *sign == close => depth -= 1,
            _ => {}
        }
        if depth == 0 {
            return at;
        }
    }
    tokens.len()
}

/// The names of `[name.title for name in names]`, which stand before they are bound.
fn comprehended<'t>(tokens: &'t [Placed<'t>]) -> impl Iterator<Item = &'t str> {
    let begins = |at: usize| tokens[at].0 == Token::Name("for");
    let loops = (0..tokens.len()).filter(move |at| begins(*at));
    loops.flat_map(|at| {
        tokens[at + 1..].iter().map(|(token, _)| token).take_while(|token| **token != Token::Name("in")).filter_map(name)
    })
}
