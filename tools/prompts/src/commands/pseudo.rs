//! `prompts pseudo`: makes pseudo-locales, to try an interface before it is translated.

mod entry;
mod folder;
mod locale;
mod text;

use std::fs;
use std::path::PathBuf;

use crate::cli::PseudoArgs;
use crate::report::Report;
use code_prompts_engine::check::settings::Settings;
use code_prompts_engine::check::tree::Tree;
use code_prompts_engine::edit::project::{self, Project};
use folder::{NewFile, Target};
use text::Style;

/// The locales that are made. Android and Chromium name theirs so.
const MADE: [(&str, Style); 2] = [("en-XA", Style::Accented), ("ar-XB", Style::RightToLeft)];

pub(crate) fn pseudo(args: &PseudoArgs) -> Result<Report, Report> {
    let failed = |error: String| Report::failed([error]);
    let project = args.project.read()?;
    let target = Target::new(&args.output, &project.dir).map_err(failed)?;
    let nodes = project.parse();
    let tree = project.tree(&nodes)?;

    let first = project.fallback.iter().find(|tag| tree.locales.iter().any(|locale| locale.tag == **tag));
    let from = args.from.as_ref().or(first).unwrap_or(&project.source);
    let from = project::locale(&tree, from)?;
    let mut kept = vec![project.source.as_str()];
    kept.extend(project.fallback.iter().map(String::as_str));
    // Another source may have been asked for than the one that codes.toml names.
    let settings = Settings::read(&project.dir).map_err(failed)?;
    kept.extend(settings.source.as_deref());
    kept.sort_unstable();
    kept.dedup();
    if let Some(made) = MADE.iter().map(|(tag, _)| *tag).find(|tag| kept.contains(tag) || from.tag == *tag) {
        return Err(failed(format!("`{made}` is made from another locale; give one with --from or --source")));
    }
    let read: Vec<&str> = kept.iter().copied().chain([from.tag]).collect();
    project.refuse_unreadable(&read)?;

    let mut files = copies(&project, &tree, &kept).map_err(failed)?;
    for (tag, style) in MADE {
        let made = locale::make(&tree, &nodes, from, style).into_iter();
        files.extend(made.map(|(file, text)| (project::path(tag, &project.below(from, file)), text.into_bytes())));
    }
    files.sort_unstable();
    if target.holds(&files).map_err(failed)? {
        let message = format!("{target}: it is there already, and would be made the same");
        return Ok(Report { messages: vec![message], ..Report::clean(String::new()) });
    }
    target.refuse_taken().map_err(failed)?;
    if args.write.dry_run {
        let names = files.iter().map(|(path, _)| target.path.join(path).display().to_string() + "\n");
        return Ok(Report::clean(names.collect()));
    }
    target.write(&files).map_err(failed)?;
    let mut names: Vec<_> = kept.into_iter().chain(MADE.map(|(tag, _)| tag)).collect();
    names.sort_unstable();
    Ok(Report::clean(format!("made {target} with {}\n", names.join(", "))))
}

/// Reads what is copied as it is.
fn copies(project: &Project, tree: &Tree<'_>, kept: &[&str]) -> Result<Vec<NewFile>, String> {
    let mut paths = Vec::new();
    for locale in tree.locales.iter().filter(|locale| kept.contains(&locale.tag)) {
        for file in locale.files.clone() {
            paths.push((project::path(locale.tag, &project.below(locale, file)), tree.file(file).on_disk.clone()));
        }
    }
    let codes = project.dir.join("codes.toml");
    if codes.exists() {
        paths.push((PathBuf::from("codes.toml"), codes));
    }
    let read = |(to, path): (PathBuf, PathBuf)| match fs::read(&path) {
        Ok(bytes) => Ok((to, bytes)),
        Err(error) => Err(format!("{}: can't be read ({error})", path.display())),
    };
    paths.into_iter().map(read).collect()
}
