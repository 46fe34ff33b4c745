//! Real requests of two cities, imported through profiles: the figures that tellal makes of them are held against a computation
//! of this test's own, straight from the raw files.

#![allow(
    clippy::disallowed_methods,
    clippy::unwrap_used,
    reason = "tests look at the disk themselves, and end where something is wrong"
)]

mod support;

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use tellal::diag::Diagnostics;
use tellal::model::import::{self, Options};
use tellal::pipeline;
use tellal::source::Memory;
use tellal::table::Cell;
use tellal::turkish::number;

const PUBLIC: &str = "../shared/fixtures/311";
const SITE: &str = "municipality: {name: Örnek}\ntitle: Örnek\nbase_url: https://ornek.bel.tr\n";

fn there() -> bool {
    let there = Path::new(PUBLIC).is_dir();
    if !there {
        support::skipped("requests of other cities: ../shared/fixtures/311 is not here");
    }
    there
}

/// The bytes of a public file, by its path below the fixtures.
fn export(path: &str) -> (PathBuf, Vec<u8>) {
    let path = Path::new(PUBLIC).join(path);
    let bytes = fs::read(&path).unwrap_or_else(|e| panic!("{}: {e}", path.display()));
    (path, bytes)
}

/// A repository with one city's dataset.
fn repository(dataset: &str) -> Memory {
    support::folder(Memory::new().with("site.yaml", SITE), &Path::new("tests/exports").join(dataset), &format!("data/{dataset}"))
}

/// What was said, and the world with what the import wrote.
fn imported(world: &Memory, dataset: &str, paths: &[&str]) -> (String, Vec<import::FileReport>, Memory) {
    let mut inputs = Memory::new();
    let mut names: Vec<Arc<str>> = Vec::new();
    for path in paths {
        let (path, bytes) = export(path);
        let name = path.file_name().unwrap().to_string_lossy().into_owned();
        inputs = inputs.with(&name, bytes);
        names.push(name.into());
    }
    let mut diag = Diagnostics::new();
    let import = import::run(&mut diag, (world, &inputs), dataset, &names, &Options::default()).expect("the dataset is there");
    let mut after = world.clone();
    for file in import.files() {
        let mut bytes = Vec::new();
        file.write(&mut bytes).expect("memory takes everything");
        after = after.with(&format!("{}{}", file.folder, file.name), bytes);
    }
    (support::told(&diag, world), import.reports, after)
}

/// The rows of a statement over the imported data, as text; decimals with every digit.
fn answer(world: &Memory, sql: &str) -> Vec<Vec<String>> {
    let mut diag = Diagnostics::new();
    let table = pipeline::tables(&mut diag, world, Some(sql)).run(sql).unwrap_or_else(|e| panic!("{sql}: {e:?}"));
    assert!(!diag.has_errors(), "{}", support::told(&diag, world));
    let text = |cell: &Cell| match cell {
        Cell::Null => String::new(),
        Cell::Text(text) => text.to_string(),
        Cell::Integer(number) => number.to_string(),
        Cell::Decimal(number) => format!("{number:?}"),
        other => format!("{other:?}"),
    };
    table.reveal("a test of the imported data").rows().map(|row| row.iter().map(text).collect()).collect()
}

/// The raw rows, cut by the test itself; none of these files has a quoted line break.
fn raw(path: &str) -> Vec<Vec<String>> {
    let text = String::from_utf8(export(path).1).expect("these files are ASCII");
    text.lines().skip(1).map(cut).collect()
}

fn cut(line: &str) -> Vec<String> {
    let (mut cells, mut quoted) = (vec![String::new()], false);
    for c in line.chars() {
        match c {
            '"' => quoted = !quoted,
            ',' if !quoted => cells.push(String::new()),
            c => cells.last_mut().unwrap().push(c),
        }
    }
    cells
}

/// Minutes since the beginning of 2020 of `m/d/yy h:mm`; only 2020 occurs.
fn minutes(text: &str) -> Option<i64> {
    let numbers: Vec<i64> = text.split(['/', ' ', ':']).map(|n| n.parse().ok()).collect::<Option<_>>()?;
    let [month, day, 20, hour, minute] = numbers[..] else { return None };
    let before = [0, 31, 60, 91, 121, 152, 182, 213, 244, 274, 305, 335][month as usize - 1];
    Some(((before + day - 1) * 24 + hour) * 60 + minute)
}

/// One kind of request, counted from the raw file.
#[derive(Default)]
struct Kind {
    /// Minutes from opening to closing.
    times: Vec<i64>,
    /// Minutes from opening to the end of 2020, of those that were not closed.
    ages: Vec<i64>,
}

fn kinds() -> BTreeMap<String, Kind> {
    const END: i64 = 366 * 1440;
    let mut kinds: BTreeMap<String, Kind> = BTreeMap::new();
    for row in raw("la_seed_requests.csv") {
        let kind = kinds.entry(row[1].clone()).or_default();
        let opened = minutes(&row[4]).unwrap_or_else(|| panic!("{row:?}"));
        match minutes(&row[7]) {
            Some(closed) => kind.times.push(closed - opened),
            None => kind.ages.push(END - opened),
        }
    }
    kinds
}

/// Kaplan and Meier's estimate by the textbook, over whole minutes: the first time at which at most `share` are still open.
fn first_time(kind: &Kind, share: f64) -> Option<i64> {
    let mut left: Vec<(i64, bool)> = kind.times.iter().map(|time| (*time, true)).collect();
    left.extend(kind.ages.iter().map(|age| (*age, false)));
    left.sort_unstable();
    let (mut survival, mut i) = (1.0_f64, 0);
    while i < left.len() {
        let same = left[i..].iter().take_while(|(time, _)| *time == left[i].0).count();
        let closed = left[i..i + same].iter().filter(|(_, closed)| *closed).count();
        survival *= 1.0 - closed as f64 / (left.len() - i) as f64;
        if closed > 0 && survival <= share + 1e-12 {
            return Some(left[i].0);
        }
        i += same;
    }
    None
}

/// The figures as staff read them on a page: how many, how many closed and open, and the estimated times, to the last digit shown.
#[test]
fn los_angeles_by_kind_as_it_is_published() {
    if !there() {
        return;
    }
    let (told, reports, world) = imported(&repository("los-angeles"), "los-angeles", &["la_seed_requests.csv"]);
    assert_eq!((told.as_str(), &*reports[0].profile, reports[0].rows), ("", "ham", 10_000));
    let figures = "sureler:\n  title: Süreler\n  unit: gün\n  period: Ocak 2020\n  method: Kaplan–Meier.\n  audience: internal\n  \
                   sql: SELECT tur, acilis, kapanis FROM los_angeles\n  \
                   estimate: {kind: survival, start: acilis, end: kapanis, by: [tur], as_of: 2020-12-31}\n  columns: {tur: {title: Tür}}\n";
    let themed = support::folder(world, Path::new("themes/varsayilan"), "themes/varsayilan");
    let page = "---\ntitle: Süreler\n---\n\n![Süreler](table:sureler)\n";
    let themed = themed.with("data/los-angeles/figures.yaml", figures).with("content/internal/index.md", page);
    let themed = themed.with("content/public/index.md", "---\ntitle: Ana sayfa\n---\n");
    let outcome = support::build(&themed);
    let sites = outcome.sites.unwrap_or_else(|| panic!("{}", support::told(&outcome.diagnostics, &themed)));
    let html = String::from_utf8(sites.internal.get("index.html").unwrap().bytes.to_vec()).unwrap();
    let rows = rows_of(&html);
    let days = |minutes: Option<i64>, never: &str| minutes.map_or(never.to_owned(), |m| number::decimal(m as f64 / 1440.0, 1));
    let expected: Vec<Vec<String>> = kinds()
        .into_iter()
        .map(|(name, kind)| {
            let (closed, open) = (kind.times.len() as i64, kind.ages.len() as i64);
            let counts = [closed + open, closed, open].map(number::integer);
            [
                vec![name],
                counts.to_vec(),
                vec![
                    days(first_time(&kind, 0.5), "yarısı henüz kapanmadı"),
                    days(first_time(&kind, 0.1), "onda dokuzu henüz kapanmadı"),
                ],
            ]
            .concat()
        })
        .collect();
    // Beside these stand the bounds of the estimates, which other tests hold against other programs.
    let found: Vec<Vec<String>> = rows.iter().map(|row| [&row[..5], &row[7..8]].concat()).collect();
    assert_eq!(found, expected);
}

/// The cells of the only table of a page, without its header.
fn rows_of(html: &str) -> Vec<Vec<String>> {
    let table = html.split_once("<tbody").unwrap().1.split_once("</tbody>").unwrap().0;
    let text = |cell: &str| {
        let inside = cell.split_once('>').unwrap().1;
        let end = inside.find("</t").unwrap_or(inside.len());
        inside[..end]
            .split('<')
            .map(|part| part.split_once('>').map_or(part, |(_, text)| text))
            .collect::<String>()
            .trim()
            .to_owned()
    };
    let cells = |row: &str| row.split(['\u{1}']).skip(1).map(text).collect();
    table.split("<tr").skip(1).map(|row| cells(&row.replace("<td", "\u{1}").replace("<th", "\u{1}"))).collect()
}

#[test]
fn two_exports_of_one_city_say_the_same() {
    if !there() {
        return;
    }
    let world = repository("los-angeles");
    let (told, reports, both) = imported(&world, "los-angeles", &["la_seed_requests.csv", "la_service_requests.csv"]);
    assert_eq!((told.as_str(), &*reports[1].profile), ("", "duzenli"));
    // Kinds as numbers, other dates, other headers: record by record the second export confirms the first.
    let merged = reports[1].merged[0].1;
    assert_eq!((merged.same, merged.new, merged.updated, merged.kept), (9_989, 0, 0, 0));
    let all = "SELECT no, tur, durum, bolge FROM los_angeles ORDER BY no";
    let (_, _, one) = imported(&world, "los-angeles", &["la_seed_requests.csv"]);
    assert_eq!(answer(&both, all), answer(&one, all));
}

#[test]
fn los_angeles_by_district_and_by_hand() {
    if !there() {
        return;
    }
    let (_, _, world) = imported(&repository("los-angeles"), "los-angeles", &["la_seed_requests.csv"]);
    let mut expected: BTreeMap<(i64, String), i64> = BTreeMap::new();
    for row in raw("la_seed_requests.csv") {
        let state = match &*row[2] {
            "Open" | "Pending" => "Açık",
            "Closed" => "Kapalı",
            "Cancelled" => "İptal",
            _ => "Yönlendirildi",
        };
        if let Ok(district) = row[19].parse() {
            *expected.entry((district, state.to_owned())).or_default() += 1;
        }
    }
    let sql = "SELECT bolge, durum, count(*) AS n FROM los_angeles WHERE bolge IS NOT NULL GROUP BY bolge, durum";
    let found: BTreeMap<(i64, String), i64> =
        answer(&world, sql).into_iter().map(|r| ((r[0].parse().unwrap(), r[1].clone()), r[2].parse().unwrap())).collect();
    assert_eq!(found, expected);
    assert!(answer(&world, "SELECT no FROM los_angeles WHERE bolge IS NULL").len() == 11);
}

#[test]
fn no_address_of_los_angeles_comes_through() {
    if !there() {
        return;
    }
    let (_, reports, world) = imported(&repository("los-angeles"), "los-angeles", &["la_seed_requests.csv"]);
    let dropped: Vec<&str> = reports[0].dropped.iter().map(|(name, _)| &**name).collect();
    assert!(
        ["address", "latitude", "longitude", "zipcode", "anonymous"].iter().all(|name| dropped.contains(name)),
        "{dropped:?}"
    );
    let file = tellal::source::World::read(&world, "data/los-angeles/2020-01.csv").unwrap();
    let text = std::str::from_utf8(&file).unwrap();
    assert_eq!(text.lines().count(), 10_001);
    for row in raw("la_seed_requests.csv").iter().step_by(97) {
        assert!(row[16].is_empty() || !text.contains(&row[16]), "an address came through");
        assert!(row[14].is_empty() || !text.contains(&row[14]), "a place came through");
    }
}

const OTTAWA: [&str; 3] = ["ottawa2014/JanSR-2014.csv", "ottawa2014/MarSR-2014.csv", "ottawa2014/MaySR-2014.csv"];

#[test]
fn ottawa_by_ward_month_and_kind() {
    if !there() {
        return;
    }
    let (told, reports, world) = imported(&repository("ottawa"), "ottawa", &OTTAWA);
    assert_eq!(told, "");
    assert_eq!(reports.iter().map(|r| r.rows).sum::<u64>(), 45_967);
    let (mut wards, mut months): (BTreeMap<String, i64>, BTreeMap<(String, String), i64>) = Default::default();
    for (path, month) in OTTAWA.iter().zip(["2014-01", "2014-03", "2014-05"]) {
        for row in raw(path) {
            let digits: String = row[1].chars().filter(char::is_ascii_digit).collect();
            let ward = match (row[1].trim(), digits.as_str()) {
                ("", _) => String::new(),
                (_, "") => "Belirsiz".to_owned(),
                (_, number) => format!("Ward {number}"),
            };
            *wards.entry(ward).or_default() += 1;
            *months.entry((month.to_owned(), row[3].clone())).or_default() += 1;
        }
    }
    let by_ward = answer(&world, "SELECT bolge, count(*) AS n FROM ottawa GROUP BY bolge");
    assert_eq!(by_ward.into_iter().map(|r| (r[0].clone(), r[1].parse().unwrap())).collect::<BTreeMap<_, i64>>(), wards);
    assert_eq!(wards.len(), 25, "23 wards, the undetermined ones, and those without one");
    let by_month = answer(&world, "SELECT tarih_ay AS ay, tur, count(*) AS n FROM ottawa GROUP BY tarih_ay, tur");
    let by_month: BTreeMap<_, i64> =
        by_month.into_iter().map(|r| ((r[0].clone(), r[1].clone()), r[2].parse().unwrap())).collect();
    assert_eq!(by_month, months);
    // The same three exports again: nothing is doubled, although no row has a number.
    let (_, again, same) = imported(&world, "ottawa", &OTTAWA);
    assert!(again.iter().all(|r| r.merged[0].1.new == 0));
    assert_eq!(answer(&same, "SELECT count(*) AS n FROM ottawa"), [["45967"]]);
}

/// Without the four slips of the keyboard in its profile the import of Ottawa refuses their rows, says where and how many, and
/// offers the ward that was probably meant.
#[test]
fn slips_of_the_keyboard_are_listed_with_what_was_meant() {
    if !there() {
        return;
    }
    let profile = fs::read_to_string("tests/exports/ottawa/profiller/kent.yaml").unwrap();
    let (shorter, _) = profile.split_once("values:").unwrap();
    let world = repository("ottawa").with("data/ottawa/profiller/kent.yaml", shorter);
    let (told, reports, _) = imported(&world, "ottawa", &OTTAWA);
    assert_eq!(reports.iter().map(|r| r.refused).collect::<Vec<_>>(), [23, 1, 19]);
    for (value, nearest) in [("```WARD 14", "Ward 14"), ("WWARD 17", "Ward 17"), ("hWard 22", "Ward 22")] {
        assert!(told.contains(&format!("`{value}`")) && told.contains(&format!("En yakını `{nearest}`")), "{value}\n{told}");
    }
    assert!(told.contains("`Undetermined` (22 satır)") && told.contains("`Undetermined` (18 satır)"), "{told}");
}
