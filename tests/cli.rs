//! The command as people and other programs meet it: help, languages, aliases, exit codes, machine-readable output,
//! publishing, preview. What the commands mean in detail is tested beside them.

#![allow(
    clippy::disallowed_methods,
    clippy::unwrap_used,
    reason = "tests look at the disk themselves, and end where something is wrong"
)]

use std::fs;
use std::io::{BufRead, BufReader, Read, Write};
use std::net::TcpStream;
use std::path::Path;
use std::process::{Child, Stdio};
use std::thread;
use std::time::{Duration, Instant};

use assert_cmd::Command;
use tempfile::TempDir;

/// The command with nothing of this machine in its environment.
fn tellal(folder: &Path) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_tellal"));
    command.current_dir(folder).env_clear().env("PATH", "/usr/bin:/bin");
    command
}

/// Exit code, standard output and standard error of one command line.
fn run(folder: &Path, line: &str) -> (i32, String, String) {
    let output = tellal(folder).args(line.split_whitespace()).output().unwrap();
    let text = |bytes: Vec<u8>| String::from_utf8(bytes).unwrap();
    (output.status.code().unwrap(), text(output.stdout), text(output.stderr))
}

/// A folder with the municipality that `init` makes in `il`.
fn municipality() -> TempDir {
    let dir = tempfile::tempdir().unwrap();
    assert_eq!(run(dir.path(), "init il").0, 0);
    dir
}

#[test]
fn help_is_turkish_or_english_and_never_both() {
    let dir = tempfile::tempdir().unwrap();
    let (code, turkish, _) = run(dir.path(), "--help");
    assert_eq!(code, 0);
    assert!(turkish.contains("Kullanım: tellal <KOMUT>") && turkish.contains("build, derle"), "{turkish}");
    let (_, english, _) = run(dir.path(), "--help --lang en");
    assert!(english.contains("Usage: tellal <COMMAND>") && english.contains("Options:"), "{english}");
    for command in
        ["build", "check", "audit", "serve", "new", "schema", "diff", "init", "sample", "explain", "completions", "query"]
    {
        let (code, turkish, _) = run(dir.path(), &format!("{command} --help"));
        assert_eq!(code, 0, "{command}");
        for word in ["Usage", "Options", "OPTIONS", "Arguments", "Print", "default", "possible", "aliases", "[env"] {
            assert!(!turkish.contains(word), "`{word}` in the Turkish help of {command}:\n{turkish}");
        }
        let (_, english, _) = run(dir.path(), &format!("{command} --help --lang=en"));
        assert!(!english.contains(['ş', 'ğ', 'ı', 'İ', 'Ş', 'Ğ']), "{english}");
    }
}

#[test]
fn every_command_answers_to_its_turkish_name() {
    let dir = tempfile::tempdir().unwrap();
    let names = [
        ("build", "derle"),
        ("check", "denetle"),
        ("audit", "incele"),
        ("serve", "sun"),
        ("new", "yeni"),
        ("init", "kur"),
        ("query", "sorgu"),
        ("release", "yayin"),
        ("sample", "ornek"),
        ("schema", "sema"),
        ("diff", "fark"),
        ("links", "baglantilar"),
        ("explain", "acikla"),
        ("completions", "tamamla"),
    ];
    for (english, turkish) in names {
        assert_eq!(run(dir.path(), &format!("{english} --help")).1, run(dir.path(), &format!("{turkish} --help")).1, "{turkish}");
    }
}

#[test]
fn the_language_is_asked_for_then_of_the_environment_then_of_the_site() {
    let dir = tempfile::tempdir().unwrap();
    let usage = |command: &mut Command| String::from_utf8(command.arg("--help").output().unwrap().stdout).unwrap();
    assert!(usage(&mut tellal(dir.path())).contains("Kullanım:"));
    fs::write(dir.path().join("site.yaml"), "language: en\n").unwrap();
    assert!(usage(&mut tellal(dir.path())).contains("Usage:"));
    assert!(usage(tellal(dir.path()).env("TELLAL_LANG", "tr_TR.UTF-8")).contains("Kullanım:"));
    assert!(usage(tellal(dir.path()).env("TELLAL_LANG", "tr").args(["--lang", "en"])).contains("Usage:"));
}

#[test]
fn wrong_usage_is_exit_code_2_and_says_what_to_write() {
    let dir = municipality();
    let cases = [
        ("biuld", "bilinmeyen komut: `biuld`", "`build` yazmayı deneyin"),
        ("build --outt x", "bilinmeyen seçenek: `--outt`", "`--out` yazmayı deneyin"),
        ("check --format xml", "uygun olmayan değer: `xml`", "text, json, github, gitlab, sarif"),
        ("check --format", "`--format` bir değer ister", "text, json"),
        ("new duyuru", "eksik: <BAŞLIK>...", "tellal --help"),
        ("build", "klasörde site.yaml yok", "tellal init"),
        ("build --root il --out il", "deponun kendisi", "dist"),
        ("build --root il --out il/content/dist", "girdi klasörlerinin içinde", "--out"),
        ("build --root il --base-url www.il.bel.tr", "site adresi değil", "https://"),
        ("init il", "klasör boş değil", "boş bir klasör"),
        ("explain broken-lnk", "böyle bir kod yok: `broken-lnk`", "`broken-link` yazmayı deneyin"),
    ];
    for (line, cause, hint) in cases {
        let (code, out, err) = run(dir.path(), line);
        assert_eq!(code, 2, "{line}: {err}");
        assert!(out.is_empty() && err.starts_with("hata: "), "{line}: {out}{err}");
        assert!(err.contains(cause) && err.contains("= öneri: ") && err.contains(hint), "{line}:\n{err}");
    }
    let (code, out, err) = run(dir.path(), "");
    assert_eq!((code, out.is_empty()), (2, true), "no command shows help on standard error");
    assert!(err.contains("Komutlar:"));
}

#[test]
fn a_new_municipality_builds_and_a_second_build_has_nothing_to_do() {
    let dir = municipality();
    let (code, out, err) = run(dir.path(), "build --root il");
    assert_eq!(code, 0, "{out}{err}");
    assert!(out.starts_with("il/dist hazır: ") && out.contains(" 0 dosya aynı kaldı, 0 dosya kaldırıldı"), "{out}");
    assert_eq!(err, "", "quiet where nobody watches");
    // The style sheet is the same whatever the site's address is.
    let list = fs::read_to_string(dir.path().join("il/dist/public/manifest-sha256.txt")).unwrap();
    let style = list.lines().map(|line| &line[66..]).find(|path| path.ends_with(".css")).unwrap();
    let style_time = || fs::metadata(dir.path().join("il/dist/public").join(style)).unwrap().modified().unwrap();
    let first = style_time();

    let (code, out, _) = run(dir.path(), "derle --root il");
    assert_eq!(code, 0);
    assert!(out.starts_with("il/dist güncel: girdi değişmemiş"), "{out}");
    let (_, out, _) = run(dir.path(), "derle --root il --base-url https://baska.bel.tr");
    assert!(out.starts_with("il/dist hazır: "), "options are input too: {out}");
    let (_, out, _) = run(dir.path(), "derle --root il");
    assert!(out.starts_with("il/dist hazır: "), "{out}");
    assert_eq!(style_time(), first);
}

#[test]
fn the_sums_are_those_of_the_files() {
    let dir = municipality();
    assert_eq!(run(dir.path(), "build --root il").0, 0);
    for tree in ["public", "internal", "reports"] {
        let folder = dir.path().join("il/dist").join(tree);
        let list = fs::read_to_string(folder.join("manifest-sha256.txt")).unwrap();
        let sorted: Vec<&str> = list.lines().map(|line| &line[66..]).collect();
        assert!(sorted.is_sorted() && sorted.iter().all(|path| folder.join(path).is_file()), "{tree}: {list}");
        if list.is_empty() {
            continue;
        }
        let checked = std::process::Command::new("sha256sum")
            .args(["--check", "--strict", "--quiet", "manifest-sha256.txt"])
            .current_dir(&folder)
            .status();
        match checked {
            Ok(status) => assert!(status.success(), "{tree}"),
            Err(e) => eprintln!("skipped: sha256sum: {e}"),
        }
    }
}

#[test]
fn two_builds_give_the_same_bytes_wherever_and_however_they_run() {
    let dir = municipality();
    let build = |out: &str, environment: &[(&str, &str)]| {
        let mut command = tellal(dir.path());
        command.args(["build", "--root", "il", "--out", out]).env("SOURCE_DATE_EPOCH", "1790000000");
        command.envs(environment.iter().copied()).assert().success();
        ["public", "internal", "reports"]
            .map(|tree| fs::read_to_string(dir.path().join(out).join(tree).join("manifest-sha256.txt")).unwrap())
    };
    let first = build("bir", &[]);
    let second = build(
        "baska/bir/yer",
        &[("TZ", "Pacific/Kiritimati"), ("LC_ALL", "tr_TR.UTF-8"), ("RAYON_NUM_THREADS", "1"), ("TELLAL_LANG", "en")],
    );
    assert_eq!(first, second);
}

#[test]
fn a_broken_page_is_exit_code_1_and_leaves_the_last_good_site() {
    let dir = municipality();
    assert_eq!(run(dir.path(), "build --root il").0, 0);
    let page = dir.path().join("il/dist/public/index.html");
    let before = fs::read(&page).unwrap();
    let source = dir.path().join("il/content/public/index.md");
    fs::write(&source, "---\ntitle: Belediye\n---\n\nBkz. [hizmetler](/hizmetlr/).\n").unwrap();

    let (code, out, err) = run(dir.path(), "build --root il");
    assert_eq!(code, 1);
    assert_eq!(out, "");
    assert!(err.contains("hata[broken-link]: ") && err.contains("content/public/index.md:5"), "{err}");
    assert!(err.contains("5 | Bkz. [hizmetler](/hizmetlr/).") && err.contains("`/hizmetler/`"), "{err}");
    assert!(err.ends_with("derlenmedi: 1 hata; son sağlam site yerinde duruyor\n"), "{err}");
    assert_eq!(fs::read(&page).unwrap(), before);
}

#[test]
fn an_alert_is_published_while_everything_else_is_in_error() {
    const DAY: &str = "1795435200"; // 23 November 2026
    let dir = municipality();
    let il = dir.path().join("il");
    let run = |line: &str| {
        let output = tellal(&il).env("SOURCE_DATE_EPOCH", DAY).args(line.split_whitespace()).output().unwrap();
        let text = |bytes: Vec<u8>| String::from_utf8(bytes).unwrap();
        (output.status.code().unwrap(), text(output.stdout), text(output.stderr))
    };
    let home = || fs::read_to_string(il.join("dist/public/index.html")).unwrap();
    let alert = |last: &str, url: &str| {
        let text =
            format!("- duzey: acil\n  metin: Irmak taşıyor.\n  baglanti: {url}\n  baslangic: 2026-11-22\n  bitis: {last}\n");
        fs::write(il.join("data/uyari.yaml"), text).unwrap();
    };
    alert("2026-11-24", "/duyurular/");
    assert_eq!(run("alert").0, 2, "nothing was ever published");
    fs::remove_file(il.join("data/uyari.yaml")).unwrap();
    assert_eq!(run("build").0, 0);
    let before = home();

    alert("2026-11-24", "/duyurular/");
    fs::write(il.join("content/public/bozuk.md"), "---\ntitle: \n").unwrap();
    fs::remove_dir_all(il.join("themes")).unwrap();
    assert_eq!(run("build").0, 1);
    assert_eq!(home(), before, "a build in error leaves the last good site");
    let (code, said, _) = run("uyar");
    assert_eq!(code, 0, "{said}");
    assert!(said.starts_with("1 uyarı yayımda"), "{said}");
    assert!(home().contains("Acil duyuru:</strong> Irmak taşıyor. <a href=\"/duyurular/\">"), "{}", home());
    let mut sums = std::process::Command::new("sha256sum");
    let sums = sums.args(["--check", "--quiet", "manifest-sha256.txt"]).current_dir(il.join("dist/public")).status();
    assert!(sums.is_ok_and(|status| status.success()), "the list of sums follows");
    assert!(!fs::read_to_string(il.join("dist/internal/index.html")).unwrap().contains("Irmak"), "staff's pages have no banner");

    // What can wait is left out and said; the alert goes out.
    for (last, url) in [("çarşamba", "/duyurular/"), ("2026-11-24", "/duyurular/taskin/"), ("2026-11-24", "javascript:alert(1)")]
    {
        alert(last, url);
        let (code, _, said) = run("alert");
        assert!(code == 0 && said.contains("uyarı[alert-unclear]") && said.contains("data/uyari.yaml"), "{last} {url}: {said}");
        assert!(home().contains("Irmak taşıyor.") && !home().contains("taskin") && !home().contains("javascript"), "{}", home());
    }
    // A tree that was fetched from the server is changed like one that was built here.
    std::process::Command::new("cp").arg("-R").arg(il.join("dist/public")).arg(dir.path().join("yayimdaki")).status().unwrap();
    fs::create_dir(dir.path().join("alinan")).unwrap();
    fs::rename(dir.path().join("yayimdaki"), dir.path().join("alinan/public")).unwrap();
    fs::write(il.join("data/uyari.yaml"), "- Yol kapalı.\n").unwrap();
    assert_eq!(run("alert --out ../alinan").0, 0);
    assert!(fs::read_to_string(dir.path().join("alinan/public/index.html")).unwrap().contains("Yol kapalı."));

    // One that says nothing does not hold back the others, and alone it changes nothing.
    fs::write(il.join("data/uyari.yaml"), "- duzey: acil\n- Köprü kapalı.\n- metin: Yol: kapalı\n").unwrap();
    let (code, said, complaint) = run("alert");
    assert!(code == 1 && said.starts_with("1 uyarı yayımda") && complaint.contains("ötekiler yayımda"), "{said}{complaint}");
    assert!(home().contains("Uyarı:</strong> Köprü kapalı.") && !home().contains("Irmak"), "{}", home());
    fs::write(il.join("data/uyari.yaml"), "- duzey: acil\n").unwrap();
    let (code, _, complaint) = run("alert");
    assert!(code == 1 && complaint.contains("zorunlu anahtar yok: `metin`"), "{complaint}");
    assert!(home().contains("Köprü kapalı."), "what was told before is still told");

    fs::remove_file(il.join("data/uyari.yaml")).unwrap();
    assert_eq!(run("alert").0, 0);
    assert_eq!(home(), before, "what was added is taken away, byte for byte");
}

#[test]
fn check_speaks_to_people_and_to_programs() {
    let dir = municipality();
    let (code, out, err) = run(dir.path(), "check --root il");
    assert_eq!((code, out.as_str(), err.as_str()), (0, "", "sorun yok\n"));
    fs::write(dir.path().join("il/content/public/iletisim.md"), "---\ntitle: İletişim\n---\n\n[x](/yok/)\n").unwrap();

    let (code, out, _) = run(dir.path(), "check --root il --format json --lang en");
    assert_eq!(code, 1);
    let lines: Vec<serde_json::Value> = out.lines().map(|line| serde_json::from_str(line).unwrap()).collect();
    assert_eq!(lines.len(), 1, "{out}");
    let keys: Vec<&str> = lines[0].as_object().unwrap().keys().map(String::as_str).collect();
    assert_eq!(keys, ["code", "severity", "file", "line", "column", "field", "message", "hint"]);
    assert_eq!(lines[0]["code"], "broken-link");
    assert_eq!((&lines[0]["file"], &lines[0]["line"]), (&"content/public/iletisim.md".into(), &5.into()));

    let (_, out, _) = run(dir.path(), "check --root il --format github");
    assert!(out.starts_with("::error file=content/public/iletisim.md,line=5,"), "{out}");
    let (_, out, _) = run(dir.path(), "check --root il --format sarif");
    let sarif: serde_json::Value = serde_json::from_str(&out).unwrap();
    assert_eq!(sarif["runs"][0]["results"][0]["ruleId"], "broken-link");
    assert!(!dir.path().join("il/dist").exists(), "check writes nothing");
}

#[test]
fn an_output_folder_that_is_not_ours_is_left_alone() {
    let dir = municipality();
    fs::create_dir(dir.path().join("evrak")).unwrap();
    fs::write(dir.path().join("evrak/tek-kopya.odt"), "x").unwrap();
    let (code, _, err) = run(dir.path(), "build --root il --out evrak");
    assert_eq!(code, 2, "{err}");
    assert!(err.contains("tellal oluşturmamış"), "{err}");
    assert_eq!(fs::read_dir(dir.path().join("evrak")).unwrap().count(), 1);
}

#[test]
#[cfg(target_os = "linux")]
fn a_full_disk_is_exit_code_3_and_leaves_the_last_good_site() {
    let dir = municipality();
    let disk = dir.path().join("disk");
    fs::create_dir(&disk).unwrap();
    let mounted = std::process::Command::new("mount").args(["-t", "tmpfs", "-o", "size=1m", "tmpfs"]).arg(&disk).output();
    if !mounted.is_ok_and(|o| o.status.success()) {
        eprintln!("skipped: a small disk cannot be mounted here");
        return;
    }
    let result = std::panic::catch_unwind(|| {
        assert_eq!(run(dir.path(), "build --root il --out disk/dist").0, 0);
        let page = fs::read(disk.join("dist/public/index.html")).unwrap();
        // Incompressible and larger than the disk.
        fs::write(dir.path().join("il/content/public/buyuk.zip"), vec![7; 2 << 20]).unwrap();
        let (code, out, err) = run(dir.path(), "build --root il --out disk/dist");
        assert_eq!((code, out.as_str()), (3, ""), "{err}");
        assert!(err.contains("diskte yer kalmadı"), "{err}");
        assert_eq!(fs::read(disk.join("dist/public/index.html")).unwrap(), page);
        assert!(!disk.join("dist/public/buyuk.zip").exists() && !disk.join("dist/.tellal/next").exists());
        fs::remove_file(dir.path().join("il/content/public/buyuk.zip")).unwrap();
        assert_eq!(run(dir.path(), "build --root il --out disk/dist").0, 0);
    });
    let unmounted = std::process::Command::new("umount").arg(&disk).status();
    assert!(unmounted.is_ok_and(|s| s.success()), "the small disk stays mounted at {}", disk.display());
    if let Err(panic) = result {
        std::panic::resume_unwind(panic);
    }
}

#[test]
fn a_new_page_is_a_draft_in_its_folder_and_never_written_twice() {
    let dir = municipality();
    let (code, out, err) = run(dir.path(), "new duyuru Su kesintisi: Istasyon & Çay --root il");
    assert_eq!(code, 0, "{err}");
    assert!(out.starts_with("yazıldı: content/public/duyurular/su-kesintisi-istasyon-ve-cay.md\n"), "{out}");
    let text = fs::read_to_string(dir.path().join("il/content/public/duyurular/su-kesintisi-istasyon-ve-cay.md")).unwrap();
    assert!(text.starts_with("---\ntitle: \"Su kesintisi: Istasyon & Çay\"\ndate: 20"), "{text}");
    assert!(text.contains("# unit: ") && text.contains("draft: true"), "{text}");

    // Another announcement of the same title is one of another day; a third one of today is a mistake.
    let (code, out, _) = run(dir.path(), "new duyuru Su kesintisi: Istasyon & Çay --root il");
    assert!(code == 0 && out.contains("su-kesintisi-istasyon-ve-cay-20"), "{out}");
    let (code, _, err) = run(dir.path(), "new duyuru Su kesintisi: Istasyon & Çay --root il");
    assert_eq!(code, 2);
    assert!(err.contains("dosya zaten var"), "{err}");
    let (_, out, _) = run(dir.path(), "new ihale Araç kiralama --unit fen-isleri --root il");
    let written = "yazıldı: content/public/ihaleler/index.md\nyazıldı: content/public/ihaleler/arac-kiralama.md\n";
    assert!(out.starts_with(written) && out.contains("sorumlu birim: Fen İşleri Müdürlüğü\n"), "{out}");
    let (_, out, _) = run(dir.path(), "new ihale Asfalt alımı --root il");
    assert!(out.contains("Fen İşleri Müdürlüğü (bölümün en yeni sayfasından"), "{out}");
    let (code, _, err) = run(dir.path(), "new haber Açılış --unit fen-isler --root il");
    assert_eq!(code, 2);
    assert!(err.contains("birim kayıtlı değil: `fen-isler`") && err.contains("fen-isleri"), "{err}");
    let (code, out, _) = run(dir.path(), "check --root il --drafts");
    assert_eq!(code, 0, "{out}");
}

#[test]
fn what_people_publish_daily_is_begun_with_a_word() {
    let dir = municipality();
    let il = dir.path().join("il");
    let file = |path: &str| fs::read_to_string(il.join(path)).unwrap();
    for (kind, path) in [
        ("kesinti", "content/public/kesintiler/su.md"),
        ("Askı", "content/public/aski-ilanlari/su.md"),
        ("vefat", "content/public/vefat-ilanlari/su.md"),
    ] {
        let (code, out, err) = run(&il, &format!("new {kind} Su --unit fen-isleri"));
        assert!(code == 0 && out.contains(&format!("yazıldı: {path}\n")), "{kind}: {out}{err}");
    }
    assert!(file("content/public/kesintiler/index.md").contains("title: \"Kesintiler\"\nsection: {kind: kesinti, feed: true}"));

    // What is kept in a registry is written there: a decision of the council, an alert, a service.
    let (code, out, err) = run(&il, "new karar Parka ad verilmesi");
    assert!(code == 0 && out.contains(", satır 2\n") && out.contains("# işaretlerini silince"), "{out}{err}");
    let (code, out, err) = run(&il, "new uyarı Irmak taşıyor");
    assert!(code == 0 && out.starts_with("yazıldı: data/uyari.yaml, satır 1\n"), "{out}{err}");
    let (code, _, err) = run(&il, "new hizmet Pazar yeri başvurusu");
    assert!(code == 2 && err.contains("--unit ile verin: yazi-isleri, "), "{err}");
    let (code, out, err) = run(&il, "new hizmet Pazar yeri başvurusu --unit zabita");
    assert!(code == 0 && out.starts_with("yazıldı: data/hizmetler/zabita.yaml, satır 3\n"), "{out}{err}");
    assert_eq!(run(&il, "build").0, 0);
    let page = file("dist/public/hizmetler/pazar-yeri-basvurusu/index.html");
    assert!(page.contains("Pazar yeri başvurusu") && page.contains("Zabıta Müdürlüğü"), "the page is made from the entry");

    let (code, _, err) = run(&il, "new kesnti Su");
    assert!(code == 2 && err.contains("`kesinti` mi demek istediniz?") && err.contains("meclis-karari"), "{err}");
}

#[test]
fn sample_data_is_the_same_for_the_same_seed() {
    let dir = tempfile::tempdir().unwrap();
    for out in ["a", "b"] {
        assert_eq!(run(dir.path(), &format!("sample --kind satin-alma --rows 50 --seed 7 --out {out}")).0, 0);
    }
    assert_eq!(fs::read(dir.path().join("a/satin-alma.csv")).unwrap(), fs::read(dir.path().join("b/satin-alma.csv")).unwrap());
    let (code, _, err) = run(dir.path(), "sample --kind satin-alma --out a");
    assert_eq!(code, 2, "never over a file that is there: {err}");
}

#[test]
fn every_code_is_explained() {
    let dir = tempfile::tempdir().unwrap();
    let (code, list, _) = run(dir.path(), "explain");
    assert_eq!(code, 0);
    let codes: Vec<&str> = list.lines().map(|line| line.split(' ').next().unwrap()).collect();
    assert!(codes.contains(&"broken-link") && codes.len() >= 20);
    let (code, out, _) = run(dir.path(), "explain [broken-link] --lang en");
    assert_eq!(code, 0, "the brackets of a report may be copied along");
    assert!(out.starts_with("error[broken-link]\n\nLinks within the site are checked"), "{out}");
}

#[test]
fn shells_get_their_completions() {
    let dir = tempfile::tempdir().unwrap();
    let (code, out, _) = run(dir.path(), "completions bash");
    assert_eq!(code, 0);
    assert!(out.contains("complete -F") && out.contains("--base-url"), "{out}");
}

/// A running preview, stopped when dropped.
struct Preview {
    child: Child,
    address: String,
}

impl Drop for Preview {
    fn drop(&mut self) {
        self.child.kill().unwrap();
        self.child.wait().unwrap();
    }
}

impl Preview {
    fn start(folder: &Path) -> Preview {
        let mut child = std::process::Command::new(env!("CARGO_BIN_EXE_tellal"))
            .args(["serve", "--root", "il", "--port", "0", "--lang", "en"])
            .current_dir(folder)
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .unwrap();
        let mut line = String::new();
        BufReader::new(child.stdout.take().unwrap()).read_line(&mut line).unwrap();
        let address = line.split("http://").nth(1).and_then(|rest| rest.split('/').next()).expect(&line).to_owned();
        Preview { child, address }
    }

    fn send(&self, request: &str) -> String {
        let mut stream = TcpStream::connect(&self.address).unwrap();
        stream.write_all(request.as_bytes()).unwrap();
        let mut answer = Vec::new();
        stream.read_to_end(&mut answer).unwrap();
        String::from_utf8_lossy(&answer).into_owned()
    }

    fn get(&self, path: &str) -> String {
        self.send(&format!("GET {path} HTTP/1.1\r\nHost: {}\r\nConnection: close\r\n\r\n", self.address))
    }

    /// Asks until the answer contains `wanted`.
    fn until(&self, path: &str, wanted: &str) -> String {
        let start = Instant::now();
        loop {
            let answer = self.get(path);
            if answer.contains(wanted) {
                return answer;
            }
            assert!(start.elapsed() < Duration::from_secs(20), "{path} never said {wanted}:\n{answer}");
            thread::sleep(Duration::from_millis(20));
        }
    }
}

#[test]
fn the_preview_follows_edits_and_survives_broken_ones() {
    let dir = municipality();
    let preview = Preview::start(dir.path());
    let home = preview.get("/");
    assert!(home.starts_with("HTTP/1.1 200") && home.contains("text/html") && home.contains("/_onizleme/yenile.js"), "{home}");
    assert!(preview.get("/duyurular").contains("location: /duyurular/"));
    assert!(preview.get("/yok/").starts_with("HTTP/1.1 404"));
    assert!(preview.get("/../../../../etc/passwd").starts_with("HTTP/1.1 404"));
    assert!(preview.send("POST / HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n").starts_with("HTTP/1.1 405"));
    assert!(preview.send("GET / HTTP/1.1\r\nHost: evil.example\r\nConnection: close\r\n\r\n").starts_with("HTTP/1.1 403"));
    let head = preview.send("HEAD / HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n");
    assert!(head.starts_with("HTTP/1.1 200") && head.ends_with("\r\n\r\n"), "{head}");

    let source = dir.path().join("il/content/public/iletisim.md");
    fs::write(&source, "---\ntitle: İletişim\n---\n\nYeni metin.\n").unwrap();
    preview.until("/iletisim/", "Yeni metin.");

    // The desk lists what waits for an editor, and what a check said of another site.
    let page = "---\ntitle: Bekleyen\npublish: 9999-01-01\n---\n\n[başka](https://ornek.invalid/x)\n";
    fs::write(dir.path().join("il/content/public/duyurular/bekleyen.md"), page).unwrap();
    fs::write(dir.path().join("sonuc.txt"), "404 https://ornek.invalid/x\n").unwrap();
    assert_eq!(run(dir.path(), "links --root il").1, "https://ornek.invalid/x\n");
    let told = run(dir.path(), "links --results sonuc.txt --root il").1;
    assert!(told.starts_with("content/public/duyurular/bekleyen.md:6: https://ornek.invalid/x (HTTP 404)\n"), "{told}");
    let desk = preview.until("/_masa/", "Bekleyen");
    assert!(desk.contains("9999-01-01") && desk.contains("HTTP 404"), "{desk}");
    assert_eq!(run(dir.path(), "build --root il --out site").0, 0);
    assert!(!dir.path().join("site/public/_masa").exists(), "the desk is part of no site");

    fs::write(&source, "---\ntitle: İletişim\n---\n\n[kırık](/yok/<b>)\n").unwrap();
    let broken = preview.until("/iletisim/", "onizleme-hata");
    assert!(
        broken.contains("Yeni metin.") && broken.contains("<code>broken-link</code>") && broken.contains("&lt;b&gt;"),
        "{broken}"
    );

    let version = broken.split("data-version=\"").nth(1).unwrap().split('"').next().unwrap().to_owned();
    fs::write(&source, "---\ntitle: İletişim\n---\n\nDüzeldi.\n").unwrap();
    assert!(preview.get(&format!("/_onizleme/bekle?{version}")).starts_with("HTTP/1.1 205"), "the waiting page is told");
    let mended = preview.get("/iletisim/");
    assert!(mended.contains("Düzeldi.") && !mended.contains("onizleme-hata"), "{mended}");
    assert!(!dir.path().join("il/dist").exists(), "the preview writes nothing");
}

/// The keys of an object, in order of the alphabet.
fn keys(value: &serde_json::Value) -> String {
    let mut keys: Vec<&str> = value.as_object().unwrap().keys().map(String::as_str).collect();
    keys.sort_unstable();
    keys.join(" ")
}

#[test]
fn any_regulation_text_is_read_into_every_format() {
    let dir = tempfile::tempdir().unwrap();
    fs::copy(concat!(env!("CARGO_MANIFEST_DIR"), "/tests/regulation/bilgi-islem-2021.txt"), dir.path().join("metin.txt"))
        .unwrap();
    let (code, json, told) = run(dir.path(), "regulation metin.txt --to json");
    assert_eq!((code, told.as_str()), (0, ""));
    let tree: serde_json::Value = serde_json::from_str(&json).unwrap();
    assert_eq!(keys(&tree), "alphabet diagnostics events nodes references source title");
    assert_eq!((&tree["source"], &tree["alphabet"]), (&"metin.txt".into(), &"latin".into()));
    let mut kinds = std::collections::BTreeMap::new();
    let mut stack: Vec<&serde_json::Value> = tree["nodes"].as_array().unwrap().iter().collect();
    while let Some(node) = stack.pop() {
        assert_eq!(keys(node), "children heading id kind label line text");
        assert!(node["line"].as_u64().unwrap() > 0 && node["text"].is_string() && node["id"].is_string(), "{node}");
        *kinds.entry(node["kind"].as_str().unwrap()).or_insert(0) += 1;
        stack.extend(node["children"].as_array().unwrap());
    }
    assert_eq!(kinds.into_iter().collect::<Vec<_>>(), [("heading", 11), ("point", 45), ("text", 1)]);
    let events = tree["events"].as_array().unwrap();
    assert!(events.iter().all(|e| keys(e) == "body date kind line number"), "{events:?}");
    let references = tree["references"].as_array().unwrap();
    assert!(references.len() >= 2 && references.iter().all(|r| keys(r) == "from line target text"), "{references:?}");
    for (form, part) in
        [("akn", "<point eId=\"chp_2__list_1__point_ff\">"), ("md", "<a id=\"2-ff\"></a>ff) "), ("text", "\nff) ")]
    {
        let (code, out, told) = run(dir.path(), &format!("mevzuat metin.txt --to {form}"));
        assert_eq!((code, told.as_str()), (0, ""), "{form}");
        assert!(out.contains(part), "{form}: {out}");
    }
    fs::write(dir.path().join("bozuk.txt"), "Madde 1- (1) 9 uncu maddeye bakılır.\n").unwrap();
    let (code, json, _) = run(dir.path(), "regulation bozuk.txt --to json");
    let tree: serde_json::Value = serde_json::from_str(&json).unwrap();
    assert_eq!((code, keys(&tree["diagnostics"][0])), (0, "code column field file hint line message severity".to_owned()));
    assert_eq!(run(dir.path(), "regulation yok.txt").0, 3);
    assert_eq!(run(dir.path(), "regulation metin.txt --to docx").0, 2);
}
