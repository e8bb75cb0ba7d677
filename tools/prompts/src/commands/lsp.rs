//! `prompts lsp`: a language server on standard input and output.

use code_prompts_lsp::{Options, serve_stdio};

use crate::cli::LspArgs;
use crate::report::Report;

pub(crate) fn lsp(args: &LspArgs) -> Result<Report, Report> {
    let (dir, source) = (args.dir.clone(), args.source.clone());
    let options = Options { dir, source, follow_links: args.follow_links, ..Options::default() };
    serve_stdio(&options).map_err(|error| Report::failed([error]))?;
    Ok(Report::clean(String::new()))
}
