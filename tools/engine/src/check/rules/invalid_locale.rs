//! A locale whose name is not a canonical BCP 47 tag, or a file that is ignored because of its extension.
//!
//! A tree without codes belongs to another library than this one. Most of them also read `zh_Hans` and `en-us`.

use crate::check::context::Context;
use crate::check::finding::Place;
use crate::project::codes::Codes;

pub(super) fn check(context: &mut Context<'_, '_>) {
    let has_codes = !matches!(context.tree.codes, Codes::None);
    for locale in &context.tree.input.locales {
        if !has_codes && (locale.id.is_some() || locale.is_shared) {
            continue;
        }
        let canonical = locale.id.as_ref().map(ToString::to_string);
        // The source may be a folder such as `templates`, whose language is undetermined.
        let is_source = locale.name == context.source().tag && canonical.as_deref() == Some("und");
        if is_source || canonical.as_deref() == Some(locale.name.as_str()) {
            continue;
        }
        let message = format!("no user sees the messages in `{}`: it is not a canonical language tag", locale.name);
        let help = match canonical {
            Some(tag) => format!("rename it to `{tag}`"),
            None => "rename it to a language tag such as `ja-JP`, or move it out of the folder of locales".to_owned(),
        };
        let mut finding = context.finding(Place::Path(locale.path.as_str().into(), 1, 1), message).help(help);
        finding.locale = Some(locale.name.as_str().into());
        context.push(finding);
    }
    for file in &context.tree.input.misnamed {
        let name = file.path.file_name().unwrap_or_default().to_string_lossy();
        let path = file.path.display().to_string();
        let message = format!("no user sees the messages in `{name}`: only files whose names end in `.ftl` are read");
        let renamed = file.path.with_extension("ftl");
        let renamed = renamed.file_name().unwrap_or_default().to_string_lossy();
        let mut finding =
            context.finding(Place::Path(path.into(), 1, 1), message).help(format!("rename it to `{renamed}`"));
        finding.locale = Some(file.locale.as_str().into());
        context.push(finding);
    }
}
