//! What the table room promises, each promise as a small paragraph.

use jiff::civil::date;

use super::*;

fn requests() -> Table {
    let mut unit = Values::new(Kind::Text);
    let mut on = Values::new(Kind::Date);
    let mut days = Values::new(Kind::Integer);
    let mut fee = Values::new(Kind::Money);
    let rows = [
        ("zabita", date(2026, 7, 1), Some(3), 1050),
        ("fen-isleri", date(2026, 7, 9), Some(5), 2000),
        ("fen-isleri", date(2026, 7, 31), Some(8), 1),
        ("zabita", date(2026, 8, 1), None, 99),
        ("fen-isleri", date(2025, 12, 31), Some(1), 4),
    ];
    for (u, o, d, f) in rows {
        unit.push_text(u);
        on.push_date(o);
        match d {
            Some(d) => days.push_integer(d),
            None => days.push_null(),
        }
        fee.push_integer(f);
    }
    let mut builder = TableBuilder::new();
    builder.column(Column::new("birim", Kind::Text).titled("Birim"), unit);
    builder.column(Column::new("tarih", Kind::Date), on);
    builder.column(Column::new("gun", Kind::Integer), days);
    builder.column(Column::new("harc", Kind::Money), fee);
    builder.finish()
}

fn sql() -> Sql {
    let mut sql = Sql::new();
    sql.add("halk-masasi", requests());
    sql
}

/// The cells as `a|b` lines, for tests only.
fn shown(table: &Table) -> Vec<String> {
    let cell = |cell: Cell| match cell {
        Cell::Null => "-".to_owned(),
        Cell::Text(t) => t.to_string(),
        Cell::Integer(i) => i.to_string(),
        Cell::Money(i) => format!("{i}k"),
        Cell::Decimal(d) => format!("{d}"),
        Cell::Date(d) => d.to_string(),
        Cell::DateTime(d) => d.to_string(),
        Cell::Boolean(b) => b.to_string(),
    };
    table.reveal("test: shows").rows().map(|row| row.into_iter().map(cell).collect::<Vec<_>>().join("|")).collect()
}

fn answer(statement: &str) -> Vec<String> {
    shown(&sql().run(statement).unwrap_or_else(|e| panic!("{statement}: {}", e.message)))
}

#[test]
fn a_table_prints_only_its_shape() {
    assert_eq!(format!("{:?}", requests()), "Table(5 rows × 4 columns)");
    assert_eq!(format!("{:?}", Cell::Text("Ayşe".into())), "Cell(Text)");
}

#[test]
fn groups_come_sorted_by_all_columns_when_nobody_orders_them() {
    let got = answer("SELECT birim, tarih_ay, count(*) AS n, median(gun) AS ortanca FROM halk_masasi GROUP BY birim, tarih_ay");
    assert_eq!(got, ["fen-isleri|2025-12|1|1", "fen-isleri|2026-07|2|6.5", "zabita|2026-07|1|3", "zabita|2026-08|1|-"]);
}

#[test]
fn ties_under_a_limit_are_cut_by_first_appearance() {
    let statement = "SELECT tarih_yil AS yil, birim, count(*) AS n FROM halk_masasi GROUP BY yil, birim ORDER BY n DESC LIMIT 2";
    for _ in 0..20 {
        assert_eq!(answer(statement), ["2026|zabita|2", "2026|fen-isleri|2"]);
    }
}

#[test]
fn money_stays_money_through_sums_and_means_but_not_through_counts() {
    let table = sql().run("SELECT sum(harc) AS toplam, avg(harc) AS ortalama, count(harc) AS n FROM halk_masasi").expect("runs");
    assert_eq!(shown(&table), ["3154k|631k|5"]);
    let table = sql().run("SELECT birim AS ad, birim FROM halk_masasi LIMIT 1").expect("runs");
    assert_eq!(table.columns()[0].title, None);
    assert_eq!(table.columns()[1].title.as_deref(), Some("Birim"));
}

#[test]
fn helper_columns_know_month_and_year() {
    let table = sql().run("SELECT tarih_ay AS ay, tarih_yil FROM halk_masasi ORDER BY tarih LIMIT 1").expect("runs");
    assert_eq!(shown(&table), ["2025-12|2025"]);
    assert_eq!(table.columns()[0].kind, Kind::Month);
}

#[test]
fn the_functions_figures_need_work_in_this_engine() {
    let one = |expression: &str| answer(&format!("SELECT {expression} AS x FROM halk_masasi"));
    assert_eq!(one("quantile_cont(gun, 0.75)"), ["5.75"]);
    assert_eq!(one("quantile_disc(gun, 0.5)"), ["3"]);
    assert_eq!(one("count(DISTINCT birim)"), ["2"]);
    assert_eq!(one("sum(CASE WHEN gun > 4 THEN 1 ELSE 0 END)"), ["2"]);
    assert_eq!(one("100.0 * count(gun) / count(*)"), ["80"]);
    assert_eq!(one("round(avg(gun), 2)"), ["4.25"]);
    assert_eq!(one("max(tarih)"), ["2026-08-01"]);
    assert_eq!(one("max(tarih) - min(tarih)"), ["213"]);
    assert_eq!(one("count(gun) FILTER (WHERE gun > 4)").len(), 1);
    assert_eq!(answer("SELECT birim FROM halk_masasi WHERE tarih >= '2026-08-01'"), ["zabita"]);
    assert_eq!(answer("SELECT birim FROM halk_masasi WHERE tarih BETWEEN '2025-01-01' AND '2025-12-31'"), ["fen-isleri"]);
    assert_eq!(answer("SELECT date_part('year', tarih) AS y, count(*) AS n FROM halk_masasi GROUP BY y"), ["2025|1", "2026|4"]);
    assert_eq!(answer("SELECT birim FROM halk_masasi WHERE birim LIKE 'fen%' AND gun IN (1, 8)"), ["fen-isleri", "fen-isleri"]);
    assert_eq!(
        answer("WITH t AS (SELECT birim, count(*) AS n FROM halk_masasi GROUP BY birim) SELECT * FROM t WHERE n > 2"),
        ["fen-isleri|3"]
    );
    assert_eq!(
        answer("SELECT birim, gun, row_number() OVER (PARTITION BY birim ORDER BY tarih) AS sira FROM halk_masasi WHERE gun > 4"),
        ["fen-isleri|5|1", "fen-isleri|8|2"]
    );
    assert_eq!(
        answer(
            "SELECT upper(birim) AS b FROM halk_masasi WHERE gun = 1 UNION ALL SELECT 'x' AS b FROM halk_masasi WHERE gun = 3"
        ),
        ["FEN-ISLERI", "x"]
    );
}

#[test]
fn tables_are_joined() {
    let mut sql = sql();
    let (mut code, mut name) = (Values::new(Kind::Text), Values::new(Kind::Text));
    code.push_text("fen-isleri");
    name.push_text("Fen İşleri Müdürlüğü");
    let mut units = TableBuilder::new();
    units.column(Column::new("kod", Kind::Text), code).column(Column::new("ad", Kind::Text), name);
    sql.add("birimler", units.finish());
    let statement = "SELECT coalesce(b.ad, h.birim) AS mudurluk, count(*) AS n FROM halk_masasi h LEFT JOIN birimler b ON b.kod = h.birim GROUP BY mudurluk";
    let table = sql.run(statement).expect("runs");
    assert_eq!(shown(&table), ["Fen İşleri Müdürlüğü|3", "zabita|2"]);
    assert_eq!(sql.tables_mentioned(statement).into_iter().collect::<Vec<_>>(), ["birimler", "halk_masasi"]);
    let touched = &sql.columns_mentioned(statement)["halk_masasi"];
    assert_eq!(touched.iter().map(|c| &**c).collect::<Vec<_>>(), ["birim"]);
}

#[test]
fn a_helper_column_counts_as_the_column_it_is_made_from() {
    let touched = sql().columns_mentioned("SELECT tarih_ay, count(*) FROM halk_masasi GROUP BY tarih_ay");
    assert_eq!(touched["halk_masasi"].iter().map(|c| &**c).collect::<Vec<_>>(), ["tarih"]);
    assert_eq!(sql().columns_mentioned("SELECT * FROM halk_masasi")["halk_masasi"].len(), 4);
}

#[test]
fn a_wrong_statement_is_an_error_with_its_place() {
    let error = sql().run("SELECT birim\nFROM halk_masasi GROUP count(*)").expect_err("is an error");
    assert_eq!(error.position.map(|p| p.0), Some(2), "{}", error.message);
    for statement in [
        "SELECT yok FROM halk_masasi",
        "SELECT 1 FROM yok",
        "DROP TABLE halk_masasi",
        "",
        "SELECT",
        "SELECT ''' FROM halk_masasi",
    ] {
        assert!(sql().run(statement).is_err(), "{statement}");
    }
}

#[test]
fn a_slice_has_the_rows_of_one_value() {
    let table = requests();
    assert_eq!(shown(&table.rows_where("tarih", "2026-08-01").expect("column")), ["zabita|2026-08-01|-|99k"]);
    assert_eq!(table.rows_where("gun", "8").expect("column").height(), 1);
    assert_eq!(table.rows_where("birim", "yok").expect("column").height(), 0);
    assert!(table.rows_where("yok", "8").is_none());
    assert_eq!(shown(&table.select(&["gun", "birim"]).expect("columns").rows(1, 2)), ["5|fen-isleri", "8|fen-isleri"]);
}

#[test]
fn distinct_values_come_in_order_of_first_appearance() {
    let units: Vec<Cell> = requests().distinct("birim").expect("column");
    assert!(units == [Cell::Text("zabita".into()), Cell::Text("fen-isleri".into())]);
}

#[test]
fn joined_text_columns_keep_every_word_when_there_are_too_many_to_remember() {
    let (mut few, mut many) = (Values::new(Kind::Text), Values::new(Kind::Text));
    few.push_text("bir");
    few.push_null();
    for i in 0..70_000 {
        many.push_text(&format!("s{i}"));
    }
    few.append(many);
    few.push_text("son");
    assert_eq!(few.len(), 70_003);
    let mut builder = TableBuilder::new();
    builder.column(Column::new("a", Kind::Text), few);
    let table = builder.finish();
    assert_eq!(shown(&table.rows(0, 3)), ["bir", "-", "s0"]);
    assert_eq!(shown(&table.rows(70_001, 9)), ["s69999", "son"]);
}

#[test]
fn the_first_and_last_moment_of_a_whole_table_are_not_lost() {
    let at = |day| jiff::civil::date(2026, 7, day).at(9, 30, 0, 0);
    let mut moments = Values::new(Kind::DateTime);
    moments.push_date_time(at(3));
    moments.push_date_time(at(1));
    let mut builder = TableBuilder::new();
    builder.column(Column::new("an", Kind::DateTime), moments);
    let mut sql = Sql::new();
    sql.add("t", builder.finish());
    let answer = sql.run("SELECT min(an) AS ilk, max(an) AS son FROM t").expect("runs");
    let row = answer.reveal("test").row(0);
    assert!(row[0] == Cell::DateTime(at(1)) && row[1] == Cell::DateTime(at(3)));
}
