//! A tiny municipality for the tests of every room between the model and the view. Not part of the program.

use std::sync::Arc;

use jiff::civil::{Date, date};

use super::{Field, Figures, Policy, Reach, Source, SourceKind, Sources, resolve};
use crate::diag::Diagnostics;
use crate::parse::figures;
use crate::table::{Column, Kind, TableBuilder, Values};

/// A request of a citizen.
#[derive(Clone, Debug)]
pub(crate) struct Request {
    pub unit: &'static str,
    pub on: Date,
    /// Days until it was closed, if it was.
    pub days: Option<f64>,
    /// Name of the clerk: never beyond the staff.
    pub clerk: String,
    /// Address of the clerk's machine: secret.
    pub ip: String,
}

/// `count` requests of a unit in a month of 2026, closed after 1, 2, 3 … days.
pub(crate) fn requests(unit: &'static str, month: i8, count: usize) -> Vec<Request> {
    let one = |i: usize| Request {
        unit,
        on: date(2026, month, (i % 28 + 1) as i8),
        days: Some(i as f64 + 1.0),
        clerk: "Gizli Kişi".to_owned(),
        ip: "192.0.2.1".to_owned(),
    };
    (0..count).map(one).collect()
}

/// The sources of a municipality with these requests, two purchases and three units.
pub(crate) fn sources(requests: &[Request]) -> Sources {
    let mut builder = TableBuilder::new();
    let text = |of: &dyn Fn(&Request) -> String| {
        let mut values = Values::new(Kind::Text);
        requests.iter().for_each(|r| values.push_text(&of(r)));
        values
    };
    builder.column(Column::new("birim", Kind::Text), text(&|r| r.unit.to_owned()));
    builder.column(Column::new("gorevli", Kind::Text), text(&|r| r.clerk.clone()));
    builder.column(Column::new("ip", Kind::Text), text(&|r| r.ip.clone()));
    let (mut on, mut days) = (Values::new(Kind::Date), Values::new(Kind::Decimal));
    for request in requests {
        on.push_date(request.on);
        match request.days {
            Some(d) => days.push_decimal(d),
            None => days.push_null(),
        }
    }
    builder.column(Column::new("tarih", Kind::Date), on).column(Column::new("gun", Kind::Decimal), days);
    let field =
        |name: &str, reach, reference: Option<&str>| Field { name: name.into(), reach, reference: reference.map(Arc::from) };
    let desk = Source {
        name: "halk-masasi".into(),
        title: "Halk Masası başvuruları".into(),
        kind: SourceKind::Dataset,
        table: builder.finish(),
        fields: vec![
            field("birim", Reach::Figures, Some("birimler")),
            field("gorevli", Reach::Staff, None),
            field("ip", Reach::Staff, None),
            field("tarih", Reach::Figures, None),
            field("gun", Reach::Figures, None),
        ],
        about_people: true,
        files: vec!["data/halk-masasi/2026-01.csv".into(), "data/halk-masasi/2026-02.csv".into()],
        synthetic: true,
        date: Some("tarih".into()),
    };
    Sources::new(vec![desk, purchases(), units()])
}

fn purchases() -> Source {
    let (mut unit, mut price, mut estimate) = (Values::new(Kind::Text), Values::new(Kind::Money), Values::new(Kind::Money));
    for (u, p) in [("zabita", 123_450), ("fen-isleri", 1)] {
        unit.push_text(u);
        price.push_integer(p);
        estimate.push_integer(p * 2);
    }
    let mut builder = TableBuilder::new();
    builder.column(Column::new("birim", Kind::Text), unit).column(Column::new("bedel", Kind::Money).titled("Bedel"), price);
    builder.column(Column::new("tahmin", Kind::Money), estimate);
    let fields = [("birim", Reach::Everyone), ("bedel", Reach::Everyone), ("tahmin", Reach::Figures)]
        .map(|(name, reach)| Field { name: name.into(), reach, reference: (name == "birim").then(|| "birimler".into()) });
    Source {
        name: "satin-alma".into(),
        title: "Satın almalar".into(),
        kind: SourceKind::Dataset,
        table: builder.finish(),
        fields: fields.into(),
        about_people: false,
        files: vec!["data/satin-alma/satin-alma.csv".into()],
        synthetic: false,
        date: None,
    }
}

fn units() -> Source {
    let (mut code, mut name) = (Values::new(Kind::Text), Values::new(Kind::Text));
    for (k, a) in
        [("fen-isleri", "Fen İşleri Müdürlüğü"), ("yazi-isleri", "Yazı İşleri Müdürlüğü"), ("zabita", "Zabıta Müdürlüğü")]
    {
        code.push_text(k);
        name.push_text(a);
    }
    let mut builder = TableBuilder::new();
    builder.column(Column::new("kod", Kind::Text), code).column(Column::new("ad", Kind::Text), name);
    let fields = ["kod", "ad"].map(|name| Field { name: name.into(), reach: Reach::Everyone, reference: None });
    Source {
        name: "birimler".into(),
        title: "Birimler".into(),
        kind: SourceKind::Registry,
        table: builder.finish(),
        fields: fields.into(),
        about_people: false,
        files: vec!["data/birimler/birimler.yaml".into()],
        synthetic: false,
        date: None,
    }
}

/// The rule of most sites.
pub(crate) fn policy() -> Policy {
    Policy::new(10, 5)
}

/// The figures declared in `yaml`, with what was complained about: line, code.
pub(crate) fn figures(yaml: &str, sources: &Sources) -> (Figures, Diagnostics) {
    let mut diag = Diagnostics::new();
    let declared = figures::parse(&mut diag, &"data/halk-masasi/figures.yaml".into(), yaml.as_bytes());
    let figures = resolve(&mut diag, declared, sources, policy());
    (figures, diag)
}

/// Complaints as `line code` or `line code column`.
pub(crate) fn said(diag: &Diagnostics) -> Vec<String> {
    let line = |d: &crate::diag::Diagnostic| {
        let detail = d.args.iter().find(|(n, _)| matches!(*n, "column" | "name" | "value")).map_or("", |(_, v)| v);
        format!("{} {} {detail}", d.place.line, d.code.id())
    };
    diag.iter().map(line).collect()
}
