//! A sign of life on long work: only on a terminal, and only after half a second.

use std::sync::mpsc::{self, RecvTimeoutError, Sender};
use std::thread::JoinHandle;
use std::time::Duration;

use indicatif::{ProgressBar, ProgressStyle};

/// How long work may take before it is worth a sign.
const PATIENCE: Duration = Duration::from_millis(500);

/// Shows `text` with a spinner for as long as it lives (ilerleme).
pub(super) struct Progress {
    done: Option<Sender<()>>,
    thread: Option<JoinHandle<()>>,
}

impl Progress {
    /// Begins to wait; shows nothing yet, and nothing ever where standard error is no terminal.
    pub fn start(text: String) -> Progress {
        let (done, finished) = mpsc::channel::<()>();
        let thread = std::thread::spawn(move || {
            if finished.recv_timeout(PATIENCE) != Err(RecvTimeoutError::Timeout) {
                return;
            }
            let style = ProgressStyle::with_template("{spinner} {msg} {elapsed}").expect("a fixed template is well formed");
            let bar = ProgressBar::new_spinner().with_style(style).with_message(text);
            while finished.recv_timeout(Duration::from_millis(100)) == Err(RecvTimeoutError::Timeout) {
                bar.tick();
            }
            bar.finish_and_clear();
        });
        Progress { done: Some(done), thread: Some(thread) }
    }
}

impl Drop for Progress {
    fn drop(&mut self) {
        self.done.take();
        if let Some(thread) = self.thread.take() {
            // A spinner that panicked is not worth failing a build for.
            let _ = thread.join();
        }
    }
}
