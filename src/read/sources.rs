//! The articles of a command line, one after the other.
//!
//! Enters: paths of files and folders, `-` for stdin. Leaves: an iterator over articles and refusals, in the order of
//! the input; a folder is walked by path. One article is held at a time, however large the files are.
//! Example: `pipeline extract news.jsonl articles/ -`.

use std::fs::{self, File};
use std::io::{self, BufRead, BufReader, Read};
use std::path::{Path, PathBuf};

use super::json_stream::{JsonStream, Piece};
use super::refusal::Refusal;
use super::source::{Given, Source};
use super::{bytes, folder, json, wiki};
use crate::vocabulary::Format;

/// What the caller knows better than the input.
#[derive(Clone, Debug, Default)]
pub struct Options {
    /// Read every input as this.
    pub format: Option<Format>,
    /// Checked date (see [`super::published`]) that stands in place of each article's own.
    pub published: Option<String>,
}

/// Lazily reads inputs. Never ends early: what cannot be read is a `Refusal`, and the next input follows.
pub struct Sources {
    options: Options,
    /// What is still to be read, the next one last.
    pending: Vec<Pending>,
    open: Option<Open>,
    found: usize,
    skipped: usize,
    remarks: Vec<String>,
}

enum Pending {
    Path(PathBuf),
    /// Everything of a folder has been read; `found` stood at this number before.
    EndOf(PathBuf, usize),
}

/// A JSON stream that is being read.
struct Open {
    stream: JsonStream,
    id: String,
    uri: String,
    yielded: bool,
}

impl Sources {
    /// The articles of `inputs`.
    pub fn new<P: Into<PathBuf>>(inputs: impl IntoIterator<Item = P>, options: Options) -> Self {
        let mut pending: Vec<Pending> = inputs.into_iter().map(|path| Pending::Path(path.into())).collect();
        pending.reverse();
        Self { options, pending, open: None, found: 0, skipped: 0, remarks: Vec::new() }
    }

    /// Files in folders that were passed over: hidden ones, databases, kinds that hold no plain text.
    pub fn skipped(&self) -> usize {
        self.skipped
    }

    /// What was left out of articles that were read, since the last call; one line each.
    pub fn take_remarks(&mut self) -> Vec<String> {
        std::mem::take(&mut self.remarks)
    }

    fn open(&mut self, path: PathBuf) -> Option<Result<Source, Refusal>> {
        if path.as_os_str() == "-" {
            let mut reader = BufReader::new(io::stdin());
            // nothing given is no article, and no failure either
            return match reader.fill_buf() {
                Ok([]) => None,
                _ => self.open_stream(Box::new(reader), "stdin", "stdin", None),
            };
        }
        let uri = path.to_string_lossy().into_owned();
        let id = path.file_stem().map_or_else(|| uri.clone(), |stem| stem.to_string_lossy().into_owned());
        let io_refusal = |error: &io::Error| Refusal::new(&id, &uri, "io", reason(error));
        match fs::metadata(&path) {
            Err(error) => Some(Err(io_refusal(&error))),
            Ok(kind) if kind.is_dir() => match folder::list(&path) {
                Err(error) => Some(Err(io_refusal(&error))),
                Ok(listing) => {
                    self.skipped += listing.skipped;
                    self.pending.push(Pending::EndOf(path, self.found));
                    self.pending.extend(listing.entries.into_iter().rev().map(Pending::Path));
                    None
                }
            },
            Ok(_) if self.options.format.is_none() && folder::is_other(&path) => {
                let ending = folder::ending(&path).unwrap_or_default();
                Some(Err(Refusal::new(
                    &id,
                    &uri,
                    "not_text",
                    format!("is no plain text or JSON by its ending (.{ending})"),
                )))
            }
            Ok(_) => match File::open(&path) {
                Err(error) => Some(Err(io_refusal(&error))),
                Ok(file) => self.open_stream(Box::new(BufReader::new(file)), &id, &uri, Some(&path)),
            },
        }
    }

    /// Reads a plain text at once, or begins a JSON stream.
    fn open_stream(
        &mut self,
        mut reader: Box<dyn BufRead + Send>,
        id: &str,
        uri: &str,
        path: Option<&Path>,
    ) -> Option<Result<Source, Refusal>> {
        let by_ending = match path.and_then(folder::ending).as_deref() {
            Some("jsonl" | "ndjson" | "json") => Some(true),
            Some(_) => Some(false),
            None => None,
        };
        let is_json = match (self.options.format, by_ending) {
            (Some(format), _) => format == Format::Jsonl,
            (None, Some(by_ending)) => by_ending,
            (None, None) => match reader.fill_buf() {
                Ok(head) => looks_like_json(head),
                Err(error) => return Some(Err(Refusal::new(id, uri, "io", reason(&error)))),
            },
        };
        if is_json {
            match reader.fill_buf().map(bytes::binary) {
                Err(error) => return Some(Err(Refusal::new(id, uri, "io", reason(&error)))),
                Ok(Some(binary)) => return Some(Err(Refusal::new(id, uri, "binary", binary))),
                Ok(None) => {}
            }
            self.open =
                Some(Open { stream: JsonStream::new(reader), id: id.to_owned(), uri: uri.to_owned(), yielded: false });
            return None;
        }
        Some(self.plain(reader, id, uri))
    }

    fn plain(&self, reader: Box<dyn BufRead + Send>, id: &str, uri: &str) -> Result<Source, Refusal> {
        let refuse = |code, reason: String| Refusal::new(id, uri, code, reason);
        let mut read = Vec::new();
        reader.take(bytes::LONGEST + 1).read_to_end(&mut read).map_err(|error| refuse("io", reason(&error)))?;
        if read.len() as u64 > bytes::LONGEST {
            return Err(refuse("too_large", too_large()));
        }
        let text = bytes::text(read).map_err(|(code, reason)| refuse(code, reason))?;
        let text = text.trim_start_matches('\u{feff}');
        let head = text.trim_start().get(..15).unwrap_or_default().to_lowercase();
        if head.starts_with("<!doctype html") || head.starts_with("<html") {
            return Err(refuse("not_text", "is HTML, which this version does not read".to_owned()));
        }
        let given = Given {
            id: id.to_owned(),
            uri: uri.to_owned(),
            published: self.options.published.clone(),
            ..Given::default()
        };
        let recognised = if wiki::title(text).is_some() { Format::Wiki } else { Format::Text };
        let format = self.options.format.unwrap_or(recognised);
        Source::compose(given, format, text).ok_or_else(|| refuse("empty", "holds no text".to_owned()))
    }

    /// The next article of the open stream; `None` at its end.
    fn next_json(&mut self) -> Option<Result<Source, Refusal>> {
        let open = self.open.as_mut()?;
        let piece = match open.stream.next() {
            Ok(Some(piece)) => piece,
            Ok(None) => {
                let Open { id, uri, yielded, .. } = self.open.take()?;
                return (!yielded).then(|| Err(Refusal::new(&id, &uri, "empty", "holds no articles")));
            }
            Err(error) => {
                let Open { id, uri, .. } = self.open.take()?;
                return Some(Err(Refusal::new(&id, &uri, "io", reason(&error))));
            }
        };
        open.yielded = true;
        let read = object(piece, &open.id, &open.uri);
        Some(read.map(|(mut source, remark)| {
            match &self.options.published {
                Some(published) => source.published = Some(published.clone()),
                None => self.remarks.extend(remark),
            }
            source
        }))
    }
}

impl Iterator for Sources {
    type Item = Result<Source, Refusal>;

    fn next(&mut self) -> Option<Self::Item> {
        loop {
            let item = if self.open.is_some() {
                self.next_json()
            } else {
                match self.pending.pop()? {
                    Pending::Path(path) => self.open(path),
                    Pending::EndOf(folder, before) if self.found == before => {
                        let uri = folder.to_string_lossy().into_owned();
                        Some(Err(Refusal::new(&uri, &uri, "empty", "holds no articles")))
                    }
                    Pending::EndOf(..) => None,
                }
            };
            if item.is_some() {
                self.found += 1;
                return item;
            }
        }
    }
}

/// One piece of a JSON stream as an article.
fn object(piece: Piece, id: &str, uri: &str) -> Result<(Source, Option<String>), Refusal> {
    let Piece { line, ordinal, json, too_long } = piece;
    let number = ordinal.unwrap_or(line);
    let id = format!("{id}:{number}");
    // in an array on one line the line says nothing
    let at = ordinal.map_or_else(|| format!("{uri}:{line}"), |ordinal| format!("{uri}#{ordinal}"));
    if too_long {
        return Err(Refusal::new(&id, &at, "too_large", too_large()));
    }
    let text = String::from_utf8(json).map_err(|error| {
        Refusal::new(
            &id,
            &at,
            "not_utf8",
            format!("is not UTF-8 at byte {} of the line", error.utf8_error().valid_up_to()),
        )
    })?;
    let place = json::Place { id: &id, uri: &at };
    json::article(&text, &place).map_err(|refusal| match ordinal {
        Some(_) if refusal.code == "not_json" => Refusal { uri: format!("{uri}:{line}"), ..refusal },
        _ => refusal,
    })
}

/// An object, or an array of objects.
fn looks_like_json(head: &[u8]) -> bool {
    let head = head.strip_prefix(b"\xef\xbb\xbf").unwrap_or(head).trim_ascii_start();
    match head {
        [b'{', rest @ ..] => matches!(rest.trim_ascii_start().first(), Some(b'"' | b'}')),
        [b'[', rest @ ..] => matches!(rest.trim_ascii_start().first(), Some(b'{' | b']')),
        _ => false,
    }
}

fn too_large() -> String {
    format!("is longer than {} MB", bytes::LONGEST / (1024 * 1024))
}

/// The system's reason without its number, as a tool prints it.
fn reason(error: &io::Error) -> String {
    match error.kind() {
        io::ErrorKind::NotFound => "no such file or folder".to_owned(),
        io::ErrorKind::PermissionDenied => "permission denied".to_owned(),
        _ => error.to_string(),
    }
}
