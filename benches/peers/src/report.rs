//! Writes the tables into `benches/README.md`.

use std::fs;
use std::path::Path;

/// The content between a pair of markers.
pub struct Section {
    pub name: &'static str,
    pub content: String,
}

/// Writes sections between their markers, `<!-- name -->` and `<!-- /name -->`. The rest is not changed.
///
/// # Errors
///
/// If the file can't be read or written, or lacks a marker. Then nothing is written.
pub fn write(path: &Path, sections: &[Section]) -> Result<(), String> {
    let say = |error: std::io::Error| format!("{}: {error}", path.display());
    let mut page = fs::read_to_string(path).map_err(say)?;
    for Section { name, content } in sections {
        let (begin, end) = (format!("<!-- {name} -->\n"), format!("<!-- /{name} -->\n"));
        let range = page.find(&begin).map(|start| start + begin.len()).zip(page.find(&end));
        let Some((start, stop)) = range.filter(|(start, stop)| start <= stop) else {
            return Err(format!("{}: `{}` or `{}` is missing; add both", path.display(), begin.trim(), end.trim()));
        };
        page.replace_range(start..stop, &format!("\n{content}\n"));
    }
    fs::write(path, page).map_err(say)
}
