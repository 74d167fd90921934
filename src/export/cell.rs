//! One value as a cell.
//!
//! Enters: a value of `SQLite`. Leaves: its text for CSV, or a JSON value.
//! Example: NULL → an empty cell; the text `=1+1` → `'=1+1`; the number −3.5 → `-3.5`.

use rusqlite::types::ValueRef;
use serde_json::Value;
use std::borrow::Cow;

use super::column::Kind;

/// The cell's text. Text that a spreadsheet would run as a formula gets an apostrophe in front; numbers never do.
pub fn csv(value: ValueRef<'_>) -> Cow<'_, str> {
    match value {
        ValueRef::Null => Cow::Borrowed(""),
        ValueRef::Integer(number) => Cow::Owned(number.to_string()),
        ValueRef::Real(number) => Cow::Owned(number.to_string()),
        ValueRef::Text(bytes) | ValueRef::Blob(bytes) => defused(String::from_utf8_lossy(bytes)),
    }
}

/// Text as a cell.
pub fn text(text: &str) -> Cow<'_, str> {
    defused(Cow::Borrowed(text))
}

fn defused(text: Cow<'_, str>) -> Cow<'_, str> {
    if text.starts_with(['=', '+', '-', '@', '\t', '\r']) { Cow::Owned(format!("'{text}")) } else { text }
}

/// The value in JSON; nothing reads formulas there, so text stays as it is.
pub fn json(value: ValueRef<'_>, kind: Kind) -> Value {
    match value {
        ValueRef::Null => Value::Null,
        ValueRef::Integer(number) if kind == Kind::Boolean => Value::Bool(number != 0),
        ValueRef::Integer(number) => Value::from(number),
        ValueRef::Real(number) => Value::from(number),
        ValueRef::Text(bytes) | ValueRef::Blob(bytes) => Value::from(String::from_utf8_lossy(bytes)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_text_is_defused() {
        for (text, cell) in [
            ("=1+1", "'=1+1"),
            ("+44", "'+44"),
            ("- Key", "'- Key"),
            ("@x", "'@x"),
            ("\tx", "'\tx"),
            ("1=1", "1=1"),
            ("", ""),
        ] {
            assert_eq!(csv(ValueRef::Text(text.as_bytes())), cell);
        }
        assert_eq!(csv(ValueRef::Real(-3.5)), "-3.5");
        assert_eq!(csv(ValueRef::Integer(-3)), "-3");
        assert_eq!(csv(ValueRef::Null), "");
    }

    #[test]
    fn json_keeps_kinds() {
        assert_eq!(json(ValueRef::Integer(1), Kind::Boolean), Value::Bool(true));
        assert_eq!(json(ValueRef::Integer(1), Kind::Integer), Value::from(1));
        assert_eq!(json(ValueRef::Text(b"=1"), Kind::String), Value::from("=1"));
    }
}
