//! A file that is there whole or not at all.
//!
//! Enters: a path and what writes it. Leaves: the file under its name once `keep` is called; before that, and after any
//! failure, whatever stood there before. Example: `Whole::create(Path::new("out/incidents.csv"))`.

use std::fs::{self, File};
use std::io::{self, BufWriter, Write};
use std::path::{Path, PathBuf};

use crate::error::{Error, Result};

/// A file that is being written under a passing name.
pub struct Whole {
    path: PathBuf,
    passing: PathBuf,
    out: Option<BufWriter<File>>,
}

impl Whole {
    /// Begins a file; the folder must be there.
    pub fn create(path: &Path) -> Result<Self> {
        let name = path.file_name().unwrap_or_default().to_string_lossy();
        let passing = path.with_file_name(format!(".{name}.{}.part", std::process::id()));
        let file = File::create(&passing).map_err(|source| Error::Io { path: path.to_owned(), source })?;
        Ok(Self { path: path.to_owned(), passing, out: Some(BufWriter::new(file)) })
    }

    /// Writes what is still held back and closes the file.
    pub fn finish(&mut self) -> Result<()> {
        let close = |out: Option<BufWriter<File>>| -> io::Result<()> {
            let Some(mut out) = out else { return Ok(()) };
            out.flush()?;
            out.get_ref().sync_all()
        };
        close(self.out.take()).map_err(|source| Error::Io { path: self.path.clone(), source })
    }

    /// Gives the file its name.
    pub fn keep(mut self) -> Result<()> {
        self.finish()?;
        fs::rename(&self.passing, &self.path).map_err(|source| Error::Io { path: self.path.clone(), source })
    }
}

impl Write for Whole {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        match &mut self.out {
            Some(out) => out.write(bytes),
            None => Err(io::Error::other("the file is closed")),
        }
    }

    fn flush(&mut self) -> io::Result<()> {
        self.out.as_mut().map_or(Ok(()), Write::flush)
    }
}

impl Drop for Whole {
    fn drop(&mut self) {
        // after `keep` nothing stands under this name any more
        let _ = fs::remove_file(&self.passing);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_that_is_not_kept_leaves_the_old_one() {
        let folder = tempfile::tempdir().expect("a folder");
        let path = folder.path().join("a.csv");
        fs::write(&path, "old").expect("written");
        let mut whole = Whole::create(&path).expect("begun");
        whole.write_all(b"new").expect("written");
        drop(whole);
        assert_eq!(fs::read_to_string(&path).expect("read"), "old");
        let mut whole = Whole::create(&path).expect("begun");
        whole.write_all(b"new").expect("written");
        whole.keep().expect("kept");
        assert_eq!(fs::read_to_string(&path).expect("read"), "new");
        assert_eq!(fs::read_dir(folder.path()).expect("listed").count(), 1);
    }
}
