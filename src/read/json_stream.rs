//! A stream of JSON cut into one text an article.
//!
//! Enters: bytes, read as they are needed. Leaves: each object's JSON with its line and its number; never more than one
//! object is held. Example: `{"text": "a"}\n{"text": "b"}`, `[{"text": "a"}, {"text": "b"}]` and the same spread over
//! many lines all give two.
//!
//! In JSON lines a broken line is one refusal and the next line is read; inside an array nothing after it can be trusted.

use std::io::{self, BufRead, Read};

use super::bytes::LONGEST;

/// One object's JSON, not yet parsed.
#[derive(Debug, PartialEq, Eq)]
pub struct Piece {
    /// Line on which it begins, from 1.
    pub line: usize,
    /// Its number in an array or a run of objects, from 1; `None` in JSON lines.
    pub ordinal: Option<usize>,
    /// The bytes, cut short where they pass the longest allowed.
    pub json: Vec<u8>,
    /// True where there was more than is allowed.
    pub too_long: bool,
}

/// How the objects are set apart.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Layout {
    Unknown,
    Lines,
    /// An array, or objects that spread over several lines.
    Values,
}

/// Cuts `reader` into objects.
pub struct JsonStream {
    reader: Box<dyn BufRead + Send>,
    layout: Layout,
    line: usize,
    ordinal: usize,
}

impl JsonStream {
    /// A stream that stands at its first byte.
    pub fn new(reader: Box<dyn BufRead + Send>) -> Self {
        Self { reader, layout: Layout::Unknown, line: 1, ordinal: 0 }
    }

    /// The next object's JSON; `None` at the end.
    pub fn next(&mut self) -> io::Result<Option<Piece>> {
        if self.layout == Layout::Unknown {
            self.layout = self.find_layout()?;
        }
        match self.layout {
            Layout::Values => self.next_value(),
            Layout::Lines | Layout::Unknown => self.next_line(),
        }
    }

    /// An array begins with `[`; objects over several lines begin with `{` alone on its line.
    fn find_layout(&mut self) -> io::Result<Layout> {
        self.skip(|byte| byte.is_ascii_whitespace() || matches!(byte, 0xef | 0xbb | 0xbf))?;
        let head = self.reader.fill_buf()?;
        let first = head.split(|&byte| byte == b'\n').next().unwrap_or_default();
        Ok(match first.trim_ascii() {
            [b'[', ..] => {
                self.reader.consume(1);
                Layout::Values
            }
            b"{" => Layout::Values,
            _ => Layout::Lines,
        })
    }

    fn next_line(&mut self) -> io::Result<Option<Piece>> {
        loop {
            let mut json = Vec::new();
            let read = self.reader.by_ref().take(LONGEST).read_until(b'\n', &mut json)?;
            if read == 0 {
                return Ok(None);
            }
            let whole = json.last() == Some(&b'\n');
            let too_long = !whole && read as u64 == LONGEST;
            if too_long {
                self.skip(|byte| byte != b'\n')?;
                self.reader.consume(1);
            }
            let line = self.line;
            self.line += 1;
            if !json.trim_ascii().is_empty() {
                return Ok(Some(Piece { line, ordinal: None, json, too_long }));
            }
        }
    }

    fn next_value(&mut self) -> io::Result<Option<Piece>> {
        self.skip(|byte| byte.is_ascii_whitespace() || matches!(byte, b',' | b']'))?;
        let (line, mut json, mut too_long) = (self.line, Vec::new(), false);
        let (mut depth, mut in_string, mut escaped) = (0_usize, false, false);
        'value: loop {
            let buffer = self.reader.fill_buf()?;
            if buffer.is_empty() {
                break;
            }
            let mut used = 0;
            for &byte in buffer {
                let ends_scalar = depth == 0 && !in_string && matches!(byte, b',' | b']' | b'\n');
                if ends_scalar && !json.is_empty() {
                    self.reader.consume(used);
                    break 'value;
                }
                used += 1;
                self.line += usize::from(byte == b'\n');
                if (json.len() as u64) < LONGEST {
                    json.push(byte);
                } else {
                    too_long = true;
                }
                match byte {
                    _ if escaped => escaped = false,
                    b'\\' if in_string => escaped = true,
                    b'"' => in_string = !in_string,
                    _ if in_string => {}
                    b'{' | b'[' => depth += 1,
                    b'}' | b']' => {
                        depth = depth.saturating_sub(1);
                        if depth == 0 {
                            self.reader.consume(used);
                            break 'value;
                        }
                    }
                    _ => {}
                }
            }
            self.reader.consume(used);
        }
        if json.is_empty() {
            return Ok(None);
        }
        self.ordinal += 1;
        Ok(Some(Piece { line, ordinal: Some(self.ordinal), json, too_long }))
    }

    /// Passes over bytes, counting lines.
    fn skip(&mut self, over: fn(u8) -> bool) -> io::Result<()> {
        loop {
            let buffer = self.reader.fill_buf()?;
            let passed = buffer.iter().take_while(|&&byte| over(byte)).count();
            let all = passed == buffer.len();
            self.line += buffer[..passed].split(|&byte| byte == b'\n').count() - 1;
            self.reader.consume(passed);
            if passed == 0 || !all {
                return Ok(());
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn pieces(json: &'static str) -> Vec<(usize, String)> {
        // a reader that gives a few bytes at a time, so that every state is met at a border
        let mut stream = JsonStream::new(Box::new(io::BufReader::with_capacity(5, json.as_bytes())));
        let mut found = Vec::new();
        while let Some(piece) = stream.next().expect("no failure") {
            found.push((piece.line, String::from_utf8(piece.json).expect("text").trim().to_owned()));
        }
        found
    }

    #[test]
    fn lines_arrays_and_spread_objects_are_cut_alike() {
        let two = vec![(1, "{\"t\": \"a\"}".to_owned()), (2, "{\"t\": \"b]},\\\"\"}".to_owned())];
        assert_eq!(pieces("{\"t\": \"a\"}\n{\"t\": \"b]},\\\"\"}\n"), two);
        assert_eq!(pieces("[{\"t\": \"a\"},\n{\"t\": \"b]},\\\"\"}]\n"), two);
        assert_eq!(pieces("{\n\"t\": 1\n}\n{\n\"t\": 2\n}\n").len(), 2);
        assert_eq!(
            pieces("\n\n{\"a\": 1}\n\n{\"b\": 2}"),
            [(3, "{\"a\": 1}".to_owned()), (5, "{\"b\": 2}".to_owned())]
        );
    }

    #[test]
    fn nothing_and_scalars_are_told_apart() {
        assert_eq!(pieces(""), []);
        assert_eq!(pieces("[]"), []);
        assert_eq!(pieces("[1, {\"a\": 2}]"), [(1, "1".to_owned()), (1, "{\"a\": 2}".to_owned())]);
        assert_eq!(pieces("[{\"a\": "), [(1, "{\"a\":".to_owned())]);
    }
}
