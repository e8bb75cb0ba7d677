//! A published number whose message is another one than in the revision to compare with.

use code_prompts::Catalog;

use crate::check::changed::has_same_meaning;
use crate::check::context::{Context, PastTree};
use crate::check::finding::Place;
use crate::project::codes::Codes;
use crate::project::entry::{Kind, Part, pattern_text};
use crate::project::past::on_one_line;
use crate::project::tree::Tree;

pub(super) fn check(context: &mut Context<'_, '_>) {
    let Some(PastTree { tree: past, .. }) = context.past else { return };
    let (Some(then), Some(now)) = (catalog(past), catalog(context.tree)) else { return };
    for code in now.codes() {
        let Some(old) = then.entry(code.code()).filter(|old| old.id() != code.id()) else { continue };
        // A message that is missing is reported by `missing-source-message`.
        let (Some(was), Some(is)) = (text(past, old.id()), text(context.tree, code.id())) else { continue };
        // The same message under another name is fine.
        if has_same_meaning(was.pattern, is.pattern) {
            continue;
        }
        let shown = |part: &Part<'_>| on_one_line(&pattern_text(part.pattern));
        let message = format!(
            "users of published apps read the wrong text for code {}: it meant `{}` (`{}`), and now means `{}` (`{}`)",
            code.code(),
            old.id(),
            shown(was),
            code.id(),
            shown(is)
        );
        let help = format!(
            "give `{}` a new number; if `{}` is no longer reported, move it to [retired] with its number {}",
            code.id(),
            old.id(),
            code.code()
        );
        let at = code.position();
        let finding = context.finding(Place::Path(at.file.clone(), at.line, at.column), message).help(help);
        let finding = context.push(finding);
        finding.id = Some(code.id().to_owned());
        finding.codes = vec![code.code().value()];
    }
}

fn catalog<'t>(tree: &'t Tree<'_>) -> Option<&'t Catalog> {
    match &tree.codes {
        Codes::Catalog(catalog) => Some(catalog),
        Codes::None | Codes::Broken(_) => None,
    }
}

/// Returns the source's text of a message.
fn text<'t, 'a>(tree: &'t Tree<'a>, id: &str) -> Option<&'t Part<'a>> {
    tree.source().find(Kind::Message, id)?.value.as_ref()
}
