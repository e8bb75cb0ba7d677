//! A folder whose texts go to a translator, and the files that come back.

use std::fs;

use code_prompts_engine::exchange::{Delivery, Format, Import, Imported, Job, Wanted, import};
use code_prompts_engine::project::Project;
use tempfile::TempDir;

pub const EN: &str = "\
## Rooms

# No such room.
room-closed = The room { $name } is closed
    .action = Go home

# Variables:
#   $count (Number) - how many.
seats = { $count ->
    [one] One seat is left
   *[other] { $count } seats are left
}

-brand = Class
plain = Welcome to { -brand }
lines =
    One
    two
";

pub const RU: &str = "\
# A note.
# en: The room is closed
# en .action: Go home
room-closed = Комната { $name } закрыта
    .action = Домой

# en: Class
-brand = Класс
";

/// Creates a folder with a source and a translation.
pub fn folder(source: &str, translation: &str) -> TempDir {
    let dir = tempfile::tempdir().unwrap();
    for (locale, text) in [("en", source), ("ru", translation), ("de", "")] {
        fs::create_dir(dir.path().join(locale)).unwrap();
        fs::write(dir.path().join(locale).join("a.ftl"), text).unwrap();
    }
    dir
}

pub fn export(dir: &TempDir, format: Format, wanted: Wanted) -> String {
    let project = Project::read(dir.path(), Some("en")).unwrap();
    let nodes = project.parse();
    let tree = project.tree(&nodes).unwrap();
    Job::of(&project, &tree, "ru", wanted).unwrap().write(format)
}

/// Returns the path of a file beside the folder of locales.
pub fn file(format: Format) -> &'static str {
    match format {
        Format::Xliff => "job.xlf",
        Format::Po => "job.po",
        Format::Csv => "job.csv",
    }
}

pub fn import_bytes(dir: &TempDir, format: Format, bytes: &[u8], options: Import) -> Result<Imported, String> {
    let other = tempfile::tempdir().unwrap();
    let path = other.path().join(file(format));
    fs::write(&path, bytes).unwrap();
    let project = Project::read(dir.path(), Some("en")).unwrap();
    let delivery = Delivery::read(&path, None);
    let imported = delivery.and_then(|delivery| import(&project, &delivery, options));
    imported.map_err(|error| error.to_string().replace(&other.path().display().to_string(), ""))
}

/// Imports a text, and returns the problems.
pub fn problems(dir: &TempDir, format: Format, bytes: &[u8]) -> Vec<String> {
    match import_bytes(dir, format, bytes, Import::default()) {
        Err(problem) => problem.lines().map(str::to_owned).collect(),
        Ok(imported) => {
            assert!(imported.changes.is_empty() || imported.refused.is_empty());
            let shown = |refused: &code_prompts_engine::exchange::Refusal| {
                let shown = refused.to_string();
                shown.get(shown.find("/job.").unwrap()..).unwrap().to_owned()
            };
            imported.refused.iter().map(shown).collect()
        }
    }
}

pub fn text(dir: &TempDir) -> String {
    fs::read_to_string(dir.path().join("ru/a.ftl")).unwrap()
}

/// Replaces one text by another.
pub fn edited(text: &str, old: &str, new: &str) -> String {
    assert_eq!(text.matches(old).count(), 1, "{old}\n{text}");
    text.replace(old, new)
}

/// Translates each text of a PO file that has no translation.
pub fn translated_po(po: &str) -> String {
    let mut translated = String::new();
    for message in po.split_inclusive("\n\n") {
        let id = message.lines().find_map(|line| line.strip_prefix("msgid "));
        let lines: Vec<&str> = message.lines().skip_while(|line| !line.starts_with("msgid ")).skip(1).collect();
        let more: Vec<&str> = lines.iter().copied().take_while(|line| line.starts_with('"')).collect();
        let own = std::iter::once(id.unwrap()).chain(more).collect::<Vec<_>>().join("\n");
        let own =
            own.replace("One", "Одно").replace("seat", "место").replace("Welcome", "Привет").replace("two", "два");
        translated += &message.replace("msgstr \"\"\n\n", &format!("msgstr {own}\n\n"));
    }
    translated
}

pub fn po(dir: &TempDir) -> String {
    let mut po = export(dir, Format::Po, Wanted::ToDo) + "\n";
    po = edited(&po, "#, fuzzy\n", "");
    translated_po(&po)
}
