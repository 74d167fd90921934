//! Which files of a folder are articles.
//!
//! Enters: a folder. Leaves: what stands in it, by name; hidden files and kinds that hold no articles are left out.
//! Example: of `a.txt`, `.git`, `incidents.db` and `sub/` only `a.txt` and `sub/` are read.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};

/// Endings of files that are no articles as text: markup and documents that another reader would need, data,
/// pictures, archives, databases, programs.
const OTHER: &[&str] = &[
    "htm",
    "html",
    "xhtml",
    "xml",
    "rss",
    "pdf",
    "doc",
    "docx",
    "odt",
    "rtf",
    "epub",
    "csv",
    "tsv",
    "xls",
    "xlsx",
    "ods",
    "parquet",
    "feather",
    "png",
    "jpg",
    "jpeg",
    "gif",
    "svg",
    "webp",
    "tif",
    "tiff",
    "mp3",
    "mp4",
    "wav",
    "zip",
    "gz",
    "bz2",
    "xz",
    "zst",
    "tar",
    "7z",
    "warc",
    "db",
    "db-wal",
    "db-shm",
    "db-journal",
    "sqlite",
    "sqlite3",
    "sql",
    "py",
    "rs",
    "js",
    "css",
    "sh",
    "toml",
    "yaml",
    "yml",
    "ini",
    "lock",
    "log",
    "bak",
    "tmp",
    "swp",
];

/// What one folder holds.
pub struct Listing {
    /// Files and folders to read, by name.
    pub entries: Vec<PathBuf>,
    /// How many were passed over.
    pub skipped: usize,
}

/// Lists `folder`, not what is below it. A linked folder is not entered, so that no circle is walked.
pub fn list(folder: &Path) -> io::Result<Listing> {
    let mut listing = Listing { entries: Vec::new(), skipped: 0 };
    for entry in fs::read_dir(folder)? {
        let entry = entry?;
        let path = entry.path();
        let hidden = entry.file_name().to_string_lossy().starts_with('.');
        let kind = entry.file_type()?;
        let linked_folder = kind.is_symlink() && path.is_dir();
        if hidden || linked_folder || !kind.is_dir() && is_other(&path) {
            listing.skipped += 1;
        } else {
            listing.entries.push(path);
        }
    }
    listing.entries.sort();
    Ok(listing)
}

/// True for an ending that marks a file as no plain text.
pub fn is_other(path: &Path) -> bool {
    ending(path).is_some_and(|ending| OTHER.contains(&ending.as_str()))
}

/// The ending in lower case.
pub fn ending(path: &Path) -> Option<String> {
    path.extension().map(|ending| ending.to_string_lossy().to_lowercase())
}
