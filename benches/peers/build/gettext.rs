//! Writes messages as `.mo` files.

use std::collections::BTreeMap;
use std::path::Path;

use crate::tree::Locale;
use crate::{Outcome, messages, write};

pub fn write_all(out: &Path, locales: &[Locale]) -> Outcome {
    for (name, ftl) in locales {
        let texts = messages::flat(ftl, |variable| format!("{{{variable}}}"))?;
        write(&out.join(format!("gettext/{name}.mo")), mo(texts)?)?;
    }
    Ok(())
}

pub fn write_many(out: &Path, many: &[(i64, String, String)]) -> Outcome {
    let texts = many.iter().map(|(_, id, text)| (id.clone(), text.clone()));
    write(&out.join("gettext-many/en-US.mo"), mo(texts)?)
}

/// Encodes texts in the format of GNU gettext's manual: a header, two tables of lengths and offsets, then the strings,
/// each with a zero byte at the end. The message without an id names the encoding.
fn mo(texts: impl IntoIterator<Item = (String, String)>) -> Outcome<Vec<u8>> {
    const MAGIC: u32 = 0x9504_12de;
    const HEADER: usize = 28;
    let mut sorted: BTreeMap<String, String> = texts.into_iter().collect();
    sorted.insert(String::new(), "Content-Type: text/plain; charset=UTF-8\n".to_owned());

    let tables = HEADER + sorted.len() * 16;
    let (mut table, mut strings) = (Vec::new(), Vec::new());
    for string in sorted.keys().chain(sorted.values()) {
        table.extend([string.len(), tables + strings.len()]);
        strings.extend_from_slice(string.as_bytes());
        strings.push(0);
    }
    let header = [0, sorted.len(), HEADER, HEADER + sorted.len() * 8, 0, tables];
    let mut file = MAGIC.to_le_bytes().to_vec();
    for number in header.into_iter().chain(table) {
        file.extend(u32::try_from(number)?.to_le_bytes());
    }
    file.extend(strings);
    Ok(file)
}
