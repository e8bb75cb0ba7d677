//! JSON with the keys in a given order. Characters that can't be seen are escaped.

use code_prompts_reader::visible;
use serde_json::Value;

/// Writes an object with one line for each key, in the given order.
pub(super) fn flat(pairs: &[(String, Value)]) -> String {
    let lines: Vec<String> =
        pairs.iter().map(|(key, value)| format!("  {}: {value}", Value::String(key.clone()))).collect();
    visible::json(&format!("{{\n{}\n}}\n", lines.join(",\n")))
}
