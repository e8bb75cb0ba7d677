//! Writes messages as JSON files for rust-i18n.

use std::collections::BTreeMap;
use std::path::Path;

use crate::tree::Locale;
use crate::{Outcome, messages, write};

pub fn write_all(out: &Path, locales: &[Locale], many: &[(i64, String, String)]) -> Outcome {
    for (name, ftl) in locales {
        let texts: BTreeMap<String, String> =
            messages::flat(ftl, |variable| format!("%{{{variable}}}"))?.into_iter().collect();
        write(&out.join(format!("rust-i18n/{name}.json")), serde_json::to_string(&texts)?)?;
    }
    let texts: BTreeMap<&String, &String> = many.iter().map(|(_, id, text)| (id, text)).collect();
    write(&out.join("rust-i18n-many/en-US.json"), serde_json::to_string(&texts)?)
}
