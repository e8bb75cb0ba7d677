use crate::format::markdown::cell;
use crate::format::status::{COLUMNS, cells};
use code_prompts_engine::project::LocaleStatus;

/// Prints a table of locales.
pub(crate) fn print(locales: &[LocaleStatus]) -> String {
    let mut text = format!("| {} |\n| --- | ---: | ---: | ---: | ---: | ---: | --- |\n", COLUMNS.join(" | "));
    for locale in locales {
        text += &format!("| {} |\n", cells(locale).map(|part| cell(&part)).join(" | "));
    }
    text
}
