//! JSON lines by id.
//!
//! Enters: text, one JSON object a line. Leaves: objects in the order of the text; an id that comes twice counts once,
//! with what was said last. Example: `{"id": "a", "incidents": []}`.

use std::collections::BTreeMap;

use serde_json::Value;

use crate::error::{Error, Result};

/// Objects by id.
#[derive(Clone, Debug, Default)]
pub struct Rows {
    order: Vec<String>,
    objects: BTreeMap<String, Value>,
}

impl Rows {
    /// Adds an object, which must have an id.
    pub fn add(&mut self, object: Value) -> Option<()> {
        let id = match object.get("id")? {
            Value::String(id) => id.clone(),
            other => other.to_string(),
        };
        if self.objects.insert(id.clone(), object).is_none() {
            self.order.push(id);
        }
        Some(())
    }

    /// The object of an id.
    pub fn get(&self, id: &str) -> Option<&Value> {
        self.objects.get(id)
    }

    /// Ids and objects in the order of the text.
    pub fn iter(&self) -> impl Iterator<Item = (&str, &Value)> {
        self.order.iter().filter_map(|id| Some((id.as_str(), self.objects.get(id)?)))
    }

    /// How many.
    pub fn len(&self) -> usize {
        self.order.len()
    }

    /// True where there are none.
    pub fn is_empty(&self) -> bool {
        self.order.is_empty()
    }
}

/// Reads the lines of `text`, which errors call `name`.
pub fn rows(text: &str, name: &str) -> Result<Rows> {
    let mut rows = Rows::default();
    for (at, line) in text.lines().enumerate().filter(|(_, line)| !line.trim().is_empty()) {
        let refuse = |reason: String| Error::Unreadable { input: format!("{name}:{}", at + 1), reason };
        let object = serde_json::from_str(line).map_err(|error| refuse(format!("is not JSON: {error}")))?;
        rows.add(object).ok_or_else(|| refuse("has no id".to_owned()))?;
    }
    Ok(rows)
}
