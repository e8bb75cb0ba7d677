//! `prompts rename`: gives a message or a term another id, wherever it is named.

mod codes;
mod name;
mod places;
mod snippet;

use crate::cli::RenameArgs;
use crate::commands::changes::carry_out;
use crate::report::Report;
use code_prompts_engine::check::nearest::nearest;
use code_prompts_engine::check::tree;
use code_prompts_engine::edit::change::Changes;
use code_prompts_engine::edit::document::Edits;
use codes::CodesFile;
use name::Name;
use places::Places;

pub(crate) fn rename(args: &RenameArgs) -> Result<Report, Report> {
    let (old, new) = name::pair(&args.old, &args.new).map_err(|error| Report::failed([error]))?;
    let folder = args.folder.files()?;
    // A reference may be in any file, so all of them have to be readable.
    folder.of(&[])?;
    let codes = CodesFile::read(&folder.dir).map_err(|error| Report::failed([error]))?;
    let tags: Vec<&str> = folder.input.locales.iter().map(|locale| locale.name.as_str()).collect();
    let resources = tree::parse(&folder.input).0;
    let files: Vec<Places<'_>> = (folder.input.files.iter().zip(&resources))
        .map(|(file, resource)| Places::new(file, resource, &tags))
        .collect();

    let is_there = |places: &Places<'_>| places.defines(old) || !places.stubs(old).is_empty();
    let lines = codes.as_ref().map(|codes| codes.lines_of(old)).unwrap_or_default();
    if lines.is_empty() && !files.iter().any(is_there) {
        return Err(nowhere(old, new, &files));
    }
    refuse_taken(new, &files, codes.as_ref())?;

    let mut changes = Changes::default();
    let mut messages = Vec::new();
    for places in &files {
        let mut edits = Edits::default();
        let named = places.all(old);
        messages.extend(places.mentions(old, &named));
        named.into_iter().for_each(|place| edits.replace(place, new.id));
        changes.rewrite(&places.file.on_disk, &places.file.text, edits.apply(&places.file.text));
    }
    if let Some(codes) = &codes {
        changes.rewrite(&codes.path, &codes.text, codes.renamed(&lines, new));
    }
    if lines.iter().any(|line| line.is_code) {
        messages
            .push("note: constants that `prompts constants` has made of codes.toml are to be made again".to_owned());
    }
    carry_out(&changes, &args.write, messages)
}

/// Refuses an id that something has already. A message and a term of one id are one to Fluent's runtime.
fn refuse_taken(new: Name<'_>, files: &[Places<'_>], codes: Option<&CodesFile>) -> Result<(), Report> {
    let taken = files.iter().flat_map(|places| places.taken(new));
    let taken: Vec<_> = taken.chain(codes.into_iter().flat_map(|codes| codes.taken(new))).collect();
    let say = |at: &String| format!("{at}: there is a `{}` already; choose another id", new.id);
    if taken.is_empty() { Ok(()) } else { Err(Report::failed(taken.iter().map(say))) }
}

fn nowhere(old: Name<'_>, new: Name<'_>, files: &[Places<'_>]) -> Report {
    let is_there = |name: Name<'_>| files.iter().any(|places| places.defines(name));
    let other = Name { is_term: !old.is_term, ..old };
    let hint = if is_there(new) {
        format!("; there is a `{new}`")
    } else if is_there(other) {
        format!("; is `{other}` meant?")
    } else {
        let near = nearest(old.id, files.iter().flat_map(|places| places.ids(old.is_term)));
        near.map(|id| format!("; is `{}` meant?", Name { id, ..old })).unwrap_or_default()
    };
    let kind = if old.is_term { "term" } else { "message" };
    Report::failed([format!("there is no {kind} `{old}` in any locale or in codes.toml{hint}")])
}
