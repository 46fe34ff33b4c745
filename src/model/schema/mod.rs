//! The files that editors write, each with its schema out of the code that reads it. In a language's words with [`described`].

mod words;

use serde_json::Value;

pub use words::described;

use crate::model::{alert, calendar, council, directory, duty, publication, registry, regulation, service};
use crate::parse::shape::Shape;
use crate::parse::{figures, page, profile, schema, schemas, site};

/// A kind of file.
pub struct File {
    /// Machine name: `dataset`.
    pub name: &'static str,
    /// The paths of such files, with `*`; those that follow a `!` are of another kind.
    pub paths: Vec<String>,
    /// What they may hold.
    pub schema: Value,
}

/// All of them.
pub fn all() -> Vec<File> {
    let typed = |name, path: &str, schema| File { name, paths: vec![path.to_owned()], schema };
    let read = |name, path: &str, shape: Shape| File { name, paths: vec![path.to_owned()], schema: shape.to_json(false) };
    let all_but = |name, folder: &str, other: &str, shape: Shape| File {
        name,
        paths: vec![format!("{folder}/*.yaml"), format!("!{other}")],
        schema: shape.to_json(false),
    };
    let mut files = vec![
        typed("page", "content/**/*.md", schemas::of::<page::FrontMatter>()),
        typed("site", site::FILE, schemas::of::<site::Site>()),
        typed("figures", "data/**/figures.yaml", figures::schema()),
        read("dataset", "data/**/dataset.yaml", schema::shape()),
        read("profil", "data/**/profiller/*.yaml", profile::shape()),
        read("mevzuat", &format!("{}/*.yaml", regulation::FOLDER), regulation::shape()),
        read("kanunlar", regulation::LAWS, regulation::shape_of_laws()),
        read("gorevler", duty::FILE, duty::shape()),
        read("yayin-takvimi", calendar::FILE, calendar::shape()),
        read("uyari", alert::FILE, alert::shape()),
        read("telefonlar", directory::FILE, directory::shape()),
        all_but("hizmetler", service::FOLDER, service::SHARED, service::shape()),
        read("kurum", service::SHARED, service::shape_of_shared()),
        all_but("meclis", council::FOLDER, council::PERIODS, council::shape()),
        read("sureler", council::PERIODS, council::shape_of_periods()),
        read("yayin-odevleri", publication::FILE, publication::shape()),
    ];
    files.extend(registry::shapes().into_iter().map(|(path, shape)| read(stem(path), path, shape)));
    files
}

/// `data/birimler/birimler.yaml` → `birimler`
fn stem(path: &'static str) -> &'static str {
    path.rsplit('/').next().unwrap_or(path).trim_end_matches(".yaml")
}
