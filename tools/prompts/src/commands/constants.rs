use code_prompts::CodeEntry;

use super::changes::removed;
use crate::cli::{ConstantsArgs, ConstantsStyle};
use crate::report::Report;
use code_prompts_engine::edit::write_file;

pub(crate) fn constants(args: &ConstantsArgs) -> Result<Report, Report> {
    let (catalog, _) = args.folder.load(&[])?;
    let (head, kind, indent, tail) = match args.style {
        ConstantsStyle::Module => ("use code_prompts::ErrorCode;\n\n", "ErrorCode", "", ""),
        ConstantsStyle::Associated => ("use super::ErrorCode;\n\nimpl ErrorCode {\n", "Self", "    ", "}\n"),
    };
    let constant = |entry: &CodeEntry| {
        format!(
            "{indent}/// `{code}`: `{id}`.\n{indent}pub const {name}: {kind} = {kind}::new({code});\n",
            code = entry.code(),
            id = entry.id(),
            name = entry.id().replace('-', "_").to_uppercase(),
        )
    };
    let body: String = catalog.codes().map(constant).collect();
    let constants = format!("// Written by `prompts constants` from codes.toml.\n\n{head}{body}{tail}");
    let Some(file) = &args.output else { return Ok(Report::clean(constants)) };
    let messages = removed(&write_file(file, &constants)?);
    Ok(Report { messages, ..Report::clean(String::new()) })
}
