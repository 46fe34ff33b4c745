//! What the calendar lets out, and what it complains about.

use jiff::civil::date;

use super::*;
use crate::diag::Diagnostics;
use crate::model::registry::Registries;
use crate::source::Memory;

fn read(yaml: &str) -> (Calendar, Vec<(&'static str, u32)>) {
    let world = Memory::new().with(FILE, yaml).with("data/surumler/aylik/2026-01/1/rapor.pdf", "eski");
    let mut diag = Diagnostics::new();
    let calendar = load(&mut diag, &world, &Registries::default());
    diag.sort();
    (calendar, diag.iter().map(|d| (d.code.id(), d.place.line)).collect())
}

const GOOD: &str = "
- kod: aylik
  ad: Aylık sayılar
  siklik: her ay
  ilk_donem: 2026-01
  yayinlar:
    - {donem: 2026-02, tarih: 2026-03-16, yayim: 2026-03-20, neden: Döküm geç geldi.}
    - donem: 2026-01
      tarih: 2026-02-16
      duzeltmeler:
        - {tarih: 2026-03-02, neden: İki kayıt iki kez sayılmıştı.}
";

#[test]
fn nothing_comes_out_before_its_day() {
    let (calendar, said) = read(GOOD);
    assert_eq!(said, []);
    let gate = |period, day| match calendar.gate("aylik", period, day) {
        Gate::Out(_) => "out",
        Gate::Early(_) => "early",
        Gate::BeforeCalendar => "before",
        Gate::Follows => "follows",
        Gate::Unscheduled => "unscheduled",
        Gate::UnknownSeries => "unknown",
    };
    assert_eq!([gate("2026-01", date(2026, 2, 15)), gate("2026-01", date(2026, 2, 16))], ["early", "out"]);
    // The later day holds, not the one announced first.
    assert_eq!([gate("2026-02", date(2026, 3, 16)), gate("2026-02", date(2026, 3, 20))], ["early", "out"]);
    assert_eq!([gate("2025-12", date(2026, 1, 1)), gate("2026-03", date(2027, 1, 1))], ["before", "unscheduled"]);
    assert_eq!(gate("", date(2026, 1, 1)), "follows");
    assert_eq!(calendar.gate("yillik", "2026", date(2027, 1, 1)), Gate::UnknownSeries);
    let next: Vec<&str> = calendar.next(date(2026, 2, 16)).iter().map(|(_, r)| r.period.as_str()).collect();
    assert_eq!(next, ["2026-02"]);
}

#[test]
fn a_correction_keeps_the_edition_before_and_waits_for_its_day() {
    let (calendar, _) = read(GOOD);
    let release = &calendar.series["aylik"].releases[0];
    assert_eq!(release.corrections[0].kept, ["data/surumler/aylik/2026-01/1/rapor.pdf".into()]);
    assert_eq!(release.corrections_on(date(2026, 3, 1)).count(), 0);
    assert_eq!(release.corrections_on(date(2026, 3, 2)).count(), 1);
}

#[test]
fn every_mistake_is_said_at_its_line() {
    let yaml = "
- kod: aylik
  ad: Aylık
  birim: yok
  yayinlar:
    - {donem: 2026-13, tarih: 2026-02-16}
    - {donem: 2026-01, tarih: 2026-02-16, yayim: 2026-02-10}
    - {donem: 2026-02, tarih: 2026-03-16, yayim: 2026-03-20}
    - {donem: 2026-03}
    - {donem: 2026-02, tarih: 2026-04-16}
    - donem: 2026-05
      tarih: 2026-06-15
      duzeltmeler:
        - {tarih: 2026-06-01, neden: Erken}
        - {tarih: 2026-07-01, neden: Saklanmamış}
";
    let (calendar, said) = read(yaml);
    let expected = [
        ("unknown-unit", 2),
        ("bad-value", 6),
        ("early-release", 7),
        ("late-without-reason", 8),
        ("missing-key", 9),
        ("duplicate-key", 10),
        ("early-release", 14),
        ("missing-edition", 15),
    ];
    assert_eq!(said, expected);
    assert_eq!(calendar.series["aylik"].releases.len(), 2);
}

#[test]
fn no_file_is_no_calendar() {
    let mut diag = Diagnostics::new();
    let calendar = load(&mut diag, &Memory::new(), &Registries::default());
    assert!(calendar.series.is_empty() && diag.is_empty());
}
