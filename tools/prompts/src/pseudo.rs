//! `prompts pseudo`: makes pseudo-locales, to try an interface before it is translated.

mod entry;
mod folder;
mod locale;
mod text;

use std::fs;
use std::path::{Path, PathBuf};

use crate::check::settings::Settings;
use crate::check::tree::Tree;
use crate::cli::PseudoArgs;
use crate::edit::project::{self, Project};
use crate::report::Report;
use folder::NewFile;
use text::Style;

/// The locales that are made. Android and Chromium name theirs so.
const MADE: [(&str, Style); 2] = [("en-XA", Style::Accented), ("ar-XB", Style::RightToLeft)];

pub(crate) fn pseudo(args: &PseudoArgs) -> Result<Report, Report> {
    let failed = |error: String| Report::failed([error]);
    let project = Project::read(&args.project)?;
    let target = folder::target(&args.output, &project.dir).map_err(failed)?;
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
        files.extend(made.map(|(file, text)| (path(tag, project.below(from, file)), text.into_bytes())));
    }
    folder::write(&target, &files).map_err(failed)?;
    let mut names: Vec<_> = kept.into_iter().chain(MADE.map(|(tag, _)| tag)).collect();
    names.sort_unstable();
    Ok(Report::clean(format!("made {} with {}\n", target.display(), names.join(", "))))
}

/// Reads what is copied as it is.
fn copies(project: &Project, tree: &Tree<'_>, kept: &[&str]) -> Result<Vec<NewFile>, String> {
    let mut paths = Vec::new();
    for locale in tree.locales.iter().filter(|locale| kept.contains(&locale.tag)) {
        for file in locale.files.clone() {
            paths.push((path(locale.tag, project.below(locale, file)), PathBuf::from(&tree.file(file).path)));
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

/// Gives the path of a locale's file, which may be all of the locale.
fn path(tag: &str, below: PathBuf) -> PathBuf {
    if below.as_os_str().is_empty() { PathBuf::from(format!("{tag}.ftl")) } else { Path::new(tag).join(below) }
}
