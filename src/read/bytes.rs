//! Bytes that ought to be text.
//!
//! Enters: the bytes of one file. Leaves: UTF-8 text, or the reason why they are none, with the byte where it shows.
//! Example: `[0x54, 0xe9, 0x21]` → `not_utf8`, `is not UTF-8 at byte 1 (0xE9)`.

/// No article is longer; what is longer is refused, so that one input cannot take all memory.
pub const LONGEST: u64 = 32 * 1024 * 1024;

/// How much of a file is looked at to tell text from anything else.
const HEAD: usize = 8 * 1024;

/// The text, or code and reason of the refusal.
pub fn text(bytes: Vec<u8>) -> Result<String, (&'static str, String)> {
    if bytes.starts_with(&[0xff, 0xfe]) || bytes.starts_with(&[0xfe, 0xff]) {
        return Err(("not_utf8", "is UTF-16; save it as UTF-8".to_owned()));
    }
    if let Some(reason) = binary(&bytes) {
        return Err(("binary", reason));
    }
    String::from_utf8(bytes).map_err(|error| {
        let at = error.utf8_error().valid_up_to();
        let byte = error.as_bytes().get(at).copied().unwrap_or_default();
        ("not_utf8", format!("is not UTF-8 at byte {at} (0x{byte:02X})"))
    })
}

/// Why the bytes are no text at all: a NUL anywhere, or control characters in more than a tenth of the head.
pub fn binary(bytes: &[u8]) -> Option<String> {
    if let Some(at) = bytes.iter().position(|&byte| byte == 0) {
        return Some(format!("is binary (a NUL at byte {at})"));
    }
    let head = &bytes[..bytes.len().min(HEAD)];
    let control =
        head.iter().filter(|&&byte| byte < 0x20 && !matches!(byte, b'\t' | b'\n' | b'\r' | 0x0c | 0x1b)).count();
    (control * 10 > head.len()).then(|| "is binary (mostly control characters)".to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_no_text_says_where() {
        assert_eq!(text("Bogotá".into()).as_deref(), Ok("Bogotá"));
        assert_eq!(text(b"T\xe9!".to_vec()), Err(("not_utf8", "is not UTF-8 at byte 1 (0xE9)".to_owned())));
        assert_eq!(text(b"ab\0c".to_vec()).map_err(|e| e.0), Err("binary"));
        assert_eq!(text(vec![1, 2, 3, b'a']).map_err(|e| e.0), Err("binary"));
        assert_eq!(text(vec![0xff, 0xfe, b'a', 0]).map_err(|e| e.0), Err("not_utf8"));
    }
}
