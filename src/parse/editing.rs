//! `editing:` of `site.yaml`: where editors work in the browser, with a content manager that commits to git.

use schemars::JsonSchema;
use serde::Deserialize;

/// What `editing:` says (tarayıcıda düzenleme).
#[derive(Clone, Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Editing {
    /// Where the repository lies.
    pub backend: Backend,
    /// Its name there: `belediye/site`.
    pub repo: String,
    /// The branch that is published.
    #[serde(default = "default_branch")]
    pub branch: String,
    /// Address of a server of one's own: `https://git.ornek.bel.tr`.
    pub server: Option<String>,
    /// What editors are registered as at that server (OAuth 2.0 client id), where it asks for it.
    pub app_id: Option<String>,
    /// The content manager's script: the name of a file in the theme's `assets/`, or `https://…`.
    pub script: String,
    /// The hash that the script must have (Subresource Integrity): `sha384-…`.
    pub integrity: Option<String>,
}

/// A host of git repositories.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(rename_all = "lowercase")]
pub enum Backend {
    /// GitHub.
    Github,
    /// GitLab.
    Gitlab,
    /// Gitea and Forgejo.
    Gitea,
}

impl Backend {
    /// Its name in `site.yaml` and in the content manager's settings.
    pub fn name(self) -> &'static str {
        match self {
            Backend::Github => "github",
            Backend::Gitlab => "gitlab",
            Backend::Gitea => "gitea",
        }
    }
}

impl Editing {
    /// True for Decap CMS, by the name of its script; any other is taken for Sveltia CMS, which can do more.
    pub fn is_decap(&self) -> bool {
        self.script.rsplit('/').next().is_some_and(|name| name.contains("decap"))
    }

    /// The server's address and the path of its programming interface below it, where it is one's own.
    pub fn interface(&self) -> Option<(&str, String)> {
        let server = self.server.as_deref()?.trim_end_matches('/');
        let path = match self.backend {
            Backend::Github => "/api/v3",
            Backend::Gitlab => "/api/v4",
            Backend::Gitea => "/api/v1",
        };
        Some((server, format!("{server}{path}")))
    }
}

fn default_branch() -> String {
    "main".to_owned()
}
