//! `tellal serve` (sun): a preview on this machine that follows every edit. Never a public server: it listens only on
//! the loopback address, keeps the trees in memory and writes nothing.
//!
//! A broken edit shows its diagnostics over the last good page. [`answer`] finds the file for a request, [`inject`]
//! adds what a preview page has beside its own text, [`masa`] is a page with what editors have to look at.

mod answer;
mod complaint;
mod inject;
mod masa;

use std::net::{Ipv4Addr, SocketAddr};
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::{Duration, Instant, SystemTime, UNIX_EPOCH};

use axum::extract::State;
use axum::http::{HeaderMap, Method, StatusCode, Uri, header};
use axum::response::{IntoResponse, Response};
use clap::ValueEnum;
use tokio::net::TcpListener;
use tokio::sync::{oneshot, watch};

use super::links;
use super::session::{Exit, Session, colour_on_stderr, seconds, source_line};
use crate::diag::{Severity, Words};
use crate::model::worklist::Worklist;
use crate::pipeline::{self, Known, Memo, Options};
use crate::publish::{Sites, Trouble};
use crate::source::{Disk, Held, Watcher, World};

/// The first port tried when none is asked for.
const PORT: u16 = 8080;

/// Arguments of `serve`.
#[derive(Debug, clap::Args)]
pub(super) struct Args {
    /// The repository.
    #[arg(long, value_name = "DIR", default_value = ".")]
    root: PathBuf,
    /// Whose tree.
    #[arg(long, value_name = "AUDIENCE", default_value = "public")]
    audience: Whose,
    /// The port; the first free one from 8080 unless given, any free one for 0.
    #[arg(long, value_name = "PORT")]
    port: Option<u16>,
    /// Shows drafts too.
    #[arg(long)]
    drafts: bool,
}

/// The values of `--audience`.
#[derive(Clone, Copy, Debug, ValueEnum)]
enum Whose {
    Public,
    Internal,
    Reports,
}

impl Whose {
    fn folder(self) -> &'static str {
        match self {
            Whose::Public => "content/public/",
            Whose::Internal => "content/internal/",
            Whose::Reports => "content/reports/",
        }
    }

    fn file(self, sites: &Sites, path: &str) -> Option<Arc<[u8]>> {
        match self {
            Whose::Public => sites.public.get(path).map(|a| Arc::clone(&a.bytes)),
            Whose::Internal => sites.internal.get(path).map(|a| Arc::clone(&a.bytes)),
            Whose::Reports => sites.reports.get(path).map(|a| Arc::clone(&a.bytes)),
        }
    }
}

/// What the preview shows now (gösterilen).
#[derive(Clone)]
struct Preview {
    /// Changes with every build; pages ask whether it still is theirs.
    version: String,
    /// The last good trees.
    sites: Option<Arc<Sites>>,
    /// Why the newest edit is not shown, as HTML.
    complaint: Option<Arc<str>>,
    /// What the desk shows.
    desk: Arc<DeskData>,
}

/// What editors have to look at.
#[derive(Default)]
struct DeskData {
    /// Changes with every list.
    version: String,
    worklist: Worklist,
    /// Complaints that stop nothing, as HTML.
    complaints: String,
}

/// What a build knew, before anybody has listed it.
struct Unlisted {
    version: String,
    known: Known,
    complaints: String,
}

/// Serves until interrupted.
pub(super) fn run(args: &Args, session: &Session) -> anyhow::Result<Exit> {
    session.require_site(&args.root)?;
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build()?;
    let listener = runtime.block_on(listen(args.port))?;
    let address = format!("http://{}/", listener.local_addr()?);

    // Watching begins before reading, so that no edit falls between the two.
    let watcher = Watcher::new(&args.root)?;
    let mut builder = Builder::new(args, Session::new(Words::new(session.words.lang())));
    let (first, unlisted) = builder.build();
    let (sender, preview) = watch::channel(first);
    builder.list(unlisted, &sender);
    session.print(&session.line("cli-serving", &[("address", &address)]))?;
    session
        .print(&session.line("cli-serving-desk", &[("address", &format!("{}{}", address.trim_end_matches('/'), masa::PATH))]))?;

    // A build keeps a thread busy, which must not be the one that answers. Its end, a panic included, ends `end`.
    let (ended, end) = oneshot::channel::<()>();
    std::thread::spawn(move || {
        builder.follow(watcher, &sender);
        drop(ended);
    });
    let server =
        Arc::new(Server { whose: args.audience, root: args.root.clone(), words: Words::new(session.words.lang()), preview });
    let router = axum::Router::new().fallback(respond).with_state(server);
    runtime.block_on(async {
        tokio::select! {
            served = axum::serve(listener, router).into_future() => served.map_err(anyhow::Error::from),
            _ = end => Err(anyhow::anyhow!("watching the files has ended")),
        }
    })?;
    Ok(Exit::Good)
}

async fn listen(port: Option<u16>) -> Result<TcpListener, Trouble> {
    let candidates = port.map_or(PORT..=PORT + 20, |port| port..=port);
    let last = *candidates.end();
    for port in candidates {
        match TcpListener::bind(SocketAddr::from((Ipv4Addr::LOCALHOST, port))).await {
            Ok(listener) => return Ok(listener),
            Err(e) if port == last => return Err(Trouble::outside("cli-serve-cannot-listen", Path::new(&port.to_string()), &e)),
            Err(_) => {}
        }
    }
    unreachable!("the last candidate returns")
}

/// Builds again and again (derleyici), keeping what does not change in memory.
struct Builder {
    world: Held,
    memo: Memo,
    options: Options,
    session: Session,
    last_good: Option<Arc<Sites>>,
    desk: Arc<DeskData>,
    started: u128,
    builds: u32,
}

impl Builder {
    fn new(args: &Args, session: Session) -> Builder {
        // Only so that a page of an older run sees that the version is another one.
        let started = SystemTime::now().duration_since(UNIX_EPOCH).map_or(0, |d| d.as_millis());
        let options = Options { drafts: args.drafts, base_url: None, preview: true };
        let world = Held::new(Disk::new(&args.root));
        Builder { world, memo: Memo::kept(), options, session, last_good: None, desk: Arc::default(), started, builds: 0 }
    }

    /// The next preview, and what the build knew. Of what editors have to look at it shows the list of the build before:
    /// who writes waits for the page, not for the list.
    fn build(&mut self) -> (Preview, Option<Unlisted>) {
        let start = Instant::now();
        let outcome = pipeline::build(&self.world, &self.memo, &self.options);
        let session = &self.session;
        let listed = |least| {
            complaint::list(&outcome.diagnostics, least, &session.words, &|file, line| source_line(&self.world, file, line))
        };
        let noted = outcome.known.map(|known| (known, listed(Severity::Note)));
        session.complain(&session.diagnostics_in_brief(&outcome.diagnostics, &self.world, colour_on_stderr()));
        let complaint = match outcome.sites {
            Some(sites) => {
                self.last_good = Some(Arc::new(sites));
                session.complain(&session.line("cli-serve-built", &[("seconds", &seconds(start, session))]));
                None
            }
            None => {
                session.complain(&session.line("cli-serve-broken", &[("counts", &session.counts(&outcome.diagnostics))]));
                Some(listed(Severity::Error).into())
            }
        };
        self.builds += 1;
        let version = format!("{}-{}", self.started, self.builds);
        let unlisted = noted.map(|(known, complaints)| Unlisted { version: format!("{version}-masa"), known, complaints });
        (Preview { version, sites: self.last_good.clone(), complaint, desk: Arc::clone(&self.desk) }, unlisted)
    }

    /// Puts the list of `unlisted` on the desk.
    fn list(&mut self, unlisted: Option<Unlisted>, preview: &watch::Sender<Preview>) {
        if let Some(Unlisted { version, known, complaints }) = unlisted {
            self.desk = Arc::new(DeskData { version, worklist: known.worklist(), complaints });
            preview.send_modify(|preview| preview.desk = Arc::clone(&self.desk));
        }
    }

    fn follow(&mut self, mut watcher: Watcher, preview: &watch::Sender<Preview>) {
        while let Some(paths) = watcher.wait() {
            self.world.refresh(&paths);
            let (next, unlisted) = self.build();
            preview.send_replace(next);
            self.list(unlisted, preview);
        }
    }
}

struct Server {
    whose: Whose,
    root: PathBuf,
    words: Words,
    preview: watch::Receiver<Preview>,
}

/// How long a page's question for news may stay open; proxies and browsers give up on longer ones.
const WAIT: Duration = Duration::from_secs(25);

async fn respond(State(server): State<Arc<Server>>, method: Method, uri: Uri, headers: HeaderMap) -> Response {
    if !matches!(method, Method::GET | Method::HEAD) {
        return StatusCode::METHOD_NOT_ALLOWED.into_response();
    }
    if !headers.get(header::HOST).and_then(|h| h.to_str().ok()).is_some_and(answer::is_this_machine) {
        // A foreign page could point its own host name at this machine and read the internal tree (DNS rebinding).
        return StatusCode::FORBIDDEN.into_response();
    }
    match uri.path() {
        inject::WAIT_PATH => wait(&server, uri.query().unwrap_or_default()).await,
        inject::SCRIPT_PATH => bytes(StatusCode::OK, "text/javascript; charset=utf-8", inject::SCRIPT.into()),
        inject::STYLE_PATH => bytes(StatusCode::OK, "text/css; charset=utf-8", inject::STYLE.into()),
        masa::PATH => desk(&server),
        path => page(&server, path),
    }
}

fn desk(server: &Server) -> Response {
    let preview = server.preview.borrow().clone();
    let checked = links::load(&server.root);
    let desk = masa::Desk {
        worklist: &preview.desk.worklist,
        folder: server.whose.folder(),
        complaints: &preview.desk.complaints,
        checked: &checked,
        today: Disk::new(&server.root).today(),
        version: &preview.desk.version,
        words: &server.words,
    };
    bytes(StatusCode::OK, "text/html; charset=utf-8", desk.html().into_bytes())
}

/// Answers as soon as another version than the asking page's is there, of the site or of the desk.
async fn wait(server: &Server, version: &str) -> Response {
    let mut preview = server.preview.clone();
    let newer = preview.wait_for(|preview| preview.version != version && preview.desk.version != version);
    match tokio::time::timeout(WAIT, newer).await {
        Ok(_) => StatusCode::RESET_CONTENT.into_response(),
        Err(_) => StatusCode::NO_CONTENT.into_response(),
    }
}

fn page(server: &Server, path: &str) -> Response {
    let preview = server.preview.borrow().clone();
    let Some(sites) = &preview.sites else {
        let html = inject::blank(&preview.version, preview.complaint.as_deref().unwrap_or_default(), &server.words);
        return bytes(StatusCode::INTERNAL_SERVER_ERROR, "text/html; charset=utf-8", html.into_bytes());
    };
    let (status, content_type, body) = match answer::find(path, |path| server.whose.file(sites, path)) {
        answer::Found::File { content_type, bytes } => (StatusCode::OK, content_type, bytes),
        answer::Found::Moved(to) => return (StatusCode::MOVED_PERMANENTLY, [(header::LOCATION, to)]).into_response(),
        answer::Found::Nothing(bytes) => (StatusCode::NOT_FOUND, "text/html; charset=utf-8", bytes),
    };
    match std::str::from_utf8(&body) {
        Ok(html) if content_type.starts_with("text/html") => {
            let html = inject::preview(html, &preview.version, preview.complaint.as_deref(), &server.words);
            bytes(status, content_type, html.into_bytes())
        }
        _ => bytes(status, content_type, body.to_vec()),
    }
}

fn bytes(status: StatusCode, content_type: &'static str, body: Vec<u8>) -> Response {
    let headers =
        [(header::CONTENT_TYPE, content_type), (header::CACHE_CONTROL, "no-store"), (header::X_CONTENT_TYPE_OPTIONS, "nosniff")];
    (status, headers, body).into_response()
}
