//! Which file answers a request. Looks only into a tree in memory: no address can lead anywhere else.

use std::sync::Arc;

/// What stands at an address.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Found {
    /// A file.
    File {
        /// Its media type.
        content_type: &'static str,
        /// Its bytes.
        bytes: Arc<[u8]>,
    },
    /// A folder asked for without the slash at its end: its address.
    Moved(String),
    /// Nothing; the tree's own page for that, or a bare line.
    Nothing(Arc<[u8]>),
}

/// Looks up `path`, a URL path with percent signs, as a plain web server would.
pub(super) fn find(path: &str, file: impl Fn(&str) -> Option<Arc<[u8]>>) -> Found {
    let decoded = decode(path);
    let wanted = decoded.trim_start_matches('/');
    let index = |folder: &str| format!("{folder}index.html");
    let name = if wanted.is_empty() || wanted.ends_with('/') { index(wanted) } else { wanted.to_owned() };
    if let Some(bytes) = file(&name) {
        return Found::File { content_type: content_type(&name), bytes };
    }
    if !wanted.is_empty() && file(&index(&format!("{wanted}/"))).is_some() {
        return Found::Moved(format!("{}/", path.trim_end_matches('/')).replacen("//", "/", 1));
    }
    Found::Nothing(file("404.html").unwrap_or_else(|| Arc::from(*b"<!doctype html><title>404</title><body><p>404</p></body>")))
}

/// True for the `Host` of a request that this machine sent to itself.
pub(super) fn is_this_machine(host: &str) -> bool {
    let name = host.rsplit_once(':').filter(|(_, port)| port.bytes().all(|b| b.is_ascii_digit())).map_or(host, |(name, _)| name);
    name == "127.0.0.1" || name == "localhost" || name.ends_with(".localhost")
}

/// Undoes percent encoding (RFC 3986); what is not well formed stays as it is.
fn decode(path: &str) -> String {
    let bytes = path.as_bytes();
    let mut out = Vec::with_capacity(bytes.len());
    let mut i = 0;
    while i < bytes.len() {
        let hex = (bytes[i] == b'%').then(|| path.get(i + 1..i + 3)).flatten();
        match hex.filter(|h| h.bytes().all(|b| b.is_ascii_hexdigit())).and_then(|h| u8::from_str_radix(h, 16).ok()) {
            Some(byte) => {
                out.push(byte);
                i += 3;
            }
            None => {
                out.push(bytes[i]);
                i += 1;
            }
        }
    }
    String::from_utf8_lossy(&out).into_owned()
}

/// The media type for a file name, as IANA registers it.
fn content_type(path: &str) -> &'static str {
    match path.rsplit_once('.').map_or("", |(_, extension)| extension) {
        "html" => "text/html; charset=utf-8",
        "css" => "text/css; charset=utf-8",
        "js" => "text/javascript; charset=utf-8",
        "txt" => "text/plain; charset=utf-8",
        "csv" => "text/csv; charset=utf-8",
        "md" => "text/markdown; charset=utf-8",
        "json" => "application/json",
        "xml" => "application/xml",
        "pdf" => "application/pdf",
        "xlsx" => "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        "zip" => "application/zip",
        "svg" => "image/svg+xml",
        "png" => "image/png",
        "jpg" | "jpeg" => "image/jpeg",
        "gif" => "image/gif",
        "webp" => "image/webp",
        "avif" => "image/avif",
        "ico" => "image/x-icon",
        "woff2" => "font/woff2",
        _ => "application/octet-stream",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(path: &str) -> Found {
        find(path, |p| {
            matches!(p, "index.html" | "a/index.html" | "a/b.csv" | "çarşı.txt" | "404.html").then(|| Arc::from(p.as_bytes()))
        })
    }

    fn file(name: &str) -> Found {
        Found::File { content_type: content_type(name), bytes: Arc::from(name.as_bytes()) }
    }

    #[test]
    fn addresses_find_their_files() {
        assert_eq!(found("/"), file("index.html"));
        assert_eq!(found("/a/"), file("a/index.html"));
        assert_eq!(found("/a"), Found::Moved("/a/".to_owned()));
        assert_eq!(found("//a"), Found::Moved("/a/".to_owned()), "never to another host");
        assert_eq!(found("/a/b.csv"), file("a/b.csv"));
        assert_eq!(found("/%C3%A7ar%C5%9F%C4%B1.txt"), file("çarşı.txt"));
    }

    #[test]
    fn nothing_outside_the_tree_is_there() {
        for path in
            ["/../etc/passwd", "/%2e%2e/%2e%2e/etc/passwd", "/a/../index.html", "/a\\b.csv", "/%", "/%zz", "/%ff", "/a/%00"]
        {
            assert_eq!(found(path), Found::Nothing(Arc::from(*b"404.html")), "{path}");
        }
    }

    #[test]
    fn only_this_machine_may_ask() {
        for host in ["127.0.0.1:8080", "localhost:8080", "localhost", "onizleme.localhost:80"] {
            assert!(is_this_machine(host), "{host}");
        }
        for host in ["evil.example:8080", "127.0.0.1.evil.example", "localhost.evil.example:8080", "", "192.168.1.5:8080"] {
            assert!(!is_this_machine(host), "{host}");
        }
    }
}
