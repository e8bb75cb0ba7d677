//! JSON with the keys in a given order.

use serde_json::Value;

/// Writes an object with one line for each key, in the given order.
pub(super) fn flat(pairs: &[(String, Value)]) -> String {
    let lines: Vec<String> =
        pairs.iter().map(|(key, value)| format!("  {}: {value}", Value::String(key.clone()))).collect();
    format!("{{\n{}\n}}\n", lines.join(",\n"))
}
