//! A month book of the citizens' desk, much too long: N rows of Windows-1254 with `;` and 15 columns are read, typed,
//! checked and grouped by unit × month with count, median and p90. `rows [N]`, a million by default.
//! Prints wall and CPU seconds and the peak of memory. Not a comparison: `benches/peers` runs the others beside it.

#![allow(
    clippy::disallowed_methods,
    clippy::print_stdout,
    reason = "a measurement writes its own input, reads the clock and says what it found"
)]

use std::io::{BufWriter, Write};
use std::time::Instant;

use tellal::diag::Diagnostics;
use tellal::model::{dataset, registry, sources};
use tellal::source::{Disk, World};

const SQL: &str = "SELECT birim, basvuru_tarihi_ay AS ay, count(*) AS n, median(kapanma_gun) AS ortanca, \
                   quantile_cont(kapanma_gun, 0.9) AS p90 FROM halk_masasi GROUP BY birim, basvuru_tarihi_ay";
const UNITS: [(&str, &str); 20] = [
    ("yazi-isleri", "Yazı İşleri Müdürlüğü"),
    ("mali-hizmetler", "Mali Hizmetler Müdürlüğü"),
    ("fen-isleri", "Fen İşleri Müdürlüğü"),
    ("zabita", "Zabıta Müdürlüğü"),
    ("temizlik-isleri", "Temizlik İşleri Müdürlüğü"),
    ("bilgi-islem", "Bilgi İşlem Müdürlüğü"),
    ("imar", "İmar ve Şehircilik Müdürlüğü"),
    ("su-kanal", "Su ve Kanalizasyon Müdürlüğü"),
    ("park-bahce", "Park ve Bahçeler Müdürlüğü"),
    ("destek", "Destek Hizmetleri Müdürlüğü"),
    ("insan-kaynaklari", "İnsan Kaynakları ve Eğitim Müdürlüğü"),
    ("kultur", "Kültür ve Sosyal İşler Müdürlüğü"),
    ("ozel-kalem", "Özel Kalem Müdürlüğü"),
    ("hukuk", "Hukuk İşleri Müdürlüğü"),
    ("isletme", "İşletme ve İştirakler Müdürlüğü"),
    ("ruhsat", "Ruhsat ve Denetim Müdürlüğü"),
    ("muhtarlik", "Muhtarlık İşleri Müdürlüğü"),
    ("iklim", "İklim Değişikliği ve Sıfır Atık Müdürlüğü"),
    ("ulasim", "Ulaşım Hizmetleri Müdürlüğü"),
    ("veteriner", "Veteriner İşleri Müdürlüğü"),
];
const NEIGHBOURHOODS: [&str; 9] =
    ["Çay", "Gemiciler", "İstasyon", "Karalar", "Pehlivanlar", "Sofular", "Velioğlu", "Yeni", "Yeşiltepe"];
const SCHEMA: &str = "
name: halk-masasi
title: Halk Masası
primaryKey: [basvuru_no]
fields:
  - {name: basvuru_no, type: string, class: internal, constraints: {required: true}}
  - {name: basvuru_tarihi, type: datetime, class: internal, constraints: {required: true}}
  - {name: kanal, type: enum, class: internal, constraints: {enum: [Telefon, WhatsApp, Web, Dilekçe, Şahsen]}}
  - {name: tur, type: enum, class: internal, constraints: {enum: [Talep, Şikâyet, Öneri, İhbar]}}
  - {name: konu, type: string, class: internal}
  - {name: alt_konu, type: string, class: internal}
  - {name: mahalle, type: reference, to: mahalleler, class: internal}
  - {name: birim, type: reference, to: birimler, class: internal, constraints: {required: true}}
  - {name: oncelik, type: enum, class: internal, constraints: {enum: [Acil, Normal, Düşük]}}
  - {name: durum, type: enum, class: internal, constraints: {enum: [Sonuçlandı, İşlemde, Yeni]}}
  - {name: sonuc, type: enum, class: internal, constraints: {enum: [Olumlu, Kısmen, Olumsuz]}}
  - {name: sonuc_tarihi, type: datetime, class: internal}
  - {name: kapanma_gun, type: decimal, class: internal, constraints: {minimum: 0}}
  - {name: hedef_gun, type: integer, class: internal, constraints: {minimum: 1}}
  - {name: memnuniyet, type: integer, class: internal, constraints: {minimum: 1, maximum: 5}}
";

fn main() {
    let rows: u64 = std::env::args().skip(1).find_map(|a| a.parse().ok()).unwrap_or(1_000_000);
    let folder = tempfile::tempdir().expect("a folder for the generated file");
    let bytes = generate(folder.path(), rows).expect("the generated file is written");
    let (wall, cpu) = (Instant::now(), cpu_seconds());
    let world = Disk::new(folder.path());
    let mut diag = Diagnostics::new();
    let registries = registry::load(&mut diag, &world);
    let datasets = dataset::load(&mut diag, &world, &registries, &dataset::Wanted::by([SQL]));
    let read = (wall.elapsed().as_secs_f64(), cpu_seconds() - cpu);
    let table = sources::of(&datasets, &registries, world.today()).exact().run(SQL).expect("the statement is good");
    let (all, all_cpu) = (wall.elapsed().as_secs_f64(), cpu_seconds() - cpu);
    assert!(diag.is_empty(), "the generated rows are good: {:?}", diag.iter().next());
    println!(
        "{{\"work\":\"rows\",\"rows\":{rows},\"mb\":{:.0},\"groups\":{},\"read_s\":{:.3},\"read_cpu_s\":{:.3},\"all_s\":{all:.3},\"all_cpu_s\":{all_cpu:.3},\"peak_mb\":{}}}",
        bytes as f64 / 1e6,
        table.height(),
        read.0,
        read.1,
        peak_mb(),
    );
}

/// A small generator of numbers, the same on every machine (Steele, Lea and Flood: SplitMix64).
struct Dice(u64);

impl Dice {
    fn next(&mut self, below: u64) -> u64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        (z ^ (z >> 31)) % below
    }
}

fn generate(root: &std::path::Path, rows: u64) -> std::io::Result<u64> {
    let data = |name: &str| root.join("data").join(name);
    for folder in ["birimler", "mahalleler", "halk-masasi"] {
        std::fs::create_dir_all(data(folder))?;
    }
    let units: String = UNITS.iter().map(|(code, name)| format!("- {{kod: {code}, ad: {name}}}\n")).collect();
    std::fs::write(data("birimler/birimler.yaml"), units)?;
    let places: String =
        NEIGHBOURHOODS.iter().enumerate().map(|(i, name)| format!("- {{kod: \"8{i}\", ad: {name}}}\n")).collect();
    std::fs::write(data("mahalleler/mahalleler.yaml"), places)?;
    std::fs::write(data("halk-masasi/dataset.yaml"), SCHEMA)?;
    let mut out = BufWriter::new(std::fs::File::create(data("halk-masasi/rows.csv"))?);
    let mut line = String::from(
        "basvuru_no;basvuru_tarihi;kanal;tur;konu;alt_konu;mahalle;birim;oncelik;durum;sonuc;sonuc_tarihi;kapanma_gun;hedef_gun;memnuniyet\r\n",
    );
    let (mut dice, mut written) = (Dice(67), 0);
    for row in 0..=rows {
        let (bytes, _, _) = encoding_rs::WINDOWS_1254.encode(&line);
        written += bytes.len() as u64;
        out.write_all(&bytes)?;
        line.clear();
        let pick = |dice: &mut Dice, words: &[&'static str]| words[dice.next(words.len() as u64) as usize];
        let month = dice.next(36);
        let (year, month, day) = (2023 + month / 12, month % 12 + 1, dice.next(28) + 1);
        line.push_str(&format!("{year}/{row:07};{day:02}.{month:02}.{year} {:02}:{:02};", 8 + dice.next(9), dice.next(60)));
        line.push_str(&format!(
            "{};{};",
            pick(&mut dice, &["Telefon", "WhatsApp", "Web", "Dilekçe", "Şahsen"]),
            pick(&mut dice, &["Talep", "Şikâyet", "Öneri", "İhbar"])
        ));
        line.push_str(&format!(
            "{};{};",
            pick(&mut dice, &["Yol ve kaldırım", "Park ve yeşil alan", "Temizlik", "Su arızası"]),
            pick(&mut dice, &["Çukur ve asfalt bozukluğu", "Ot biçme ve ağaç budama", "Konteyner boşaltılması", "Kesinti"])
        ));
        line.push_str(&format!("{};{};", pick(&mut dice, &NEIGHBOURHOODS), UNITS[dice.next(20) as usize].1));
        line.push_str(pick(&mut dice, &["Acil;", "Normal;", "Düşük;"]));
        if dice.next(100) < 8 {
            line.push_str(&format!("{};;;;{};\r\n", pick(&mut dice, &["İşlemde", "Yeni"]), 5 + dice.next(26)));
        } else {
            line.push_str(&format!(
                "Sonuçlandı;{};{day:02}.{month:02}.{year} 17:{:02};",
                pick(&mut dice, &["Olumlu", "Kısmen", "Olumsuz"]),
                dice.next(60)
            ));
            line.push_str(&format!("{},{};{};{}\r\n", dice.next(40), dice.next(10), 5 + dice.next(26), 1 + dice.next(5)));
        }
    }
    out.flush()?;
    Ok(written)
}

/// Seconds of CPU this process has used, all threads; the clock of Linux ticks a hundred times a second.
fn cpu_seconds() -> f64 {
    let stat = std::fs::read_to_string("/proc/self/stat").unwrap_or_default();
    let after = stat.rsplit(") ").next().unwrap_or_default();
    let ticks: f64 = after.split(' ').skip(11).take(2).filter_map(|t| t.parse::<f64>().ok()).sum();
    ticks / 100.0
}

/// The most memory this process has held, in megabytes.
fn peak_mb() -> u64 {
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    let line = status.lines().find_map(|l| l.strip_prefix("VmHWM:")).unwrap_or_default();
    line.split_whitespace().next().and_then(|kb| kb.parse::<u64>().ok()).unwrap_or(0) / 1024
}
