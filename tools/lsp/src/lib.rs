//! A language server for Fluent, of [LSP 3.18]. It shows the findings of the check while someone types, in every locale, and
//! what the other languages say. The command `prompts lsp` runs [`serve`] on standard input and output.
//!
//! The texts of open files stand in for those on disk; nothing is written. A request about names reads the folder again, in about
//! half the time of a check. Actions for findings use the result of the last check, and colours and folding the open file alone.
//!
//! [LSP 3.18]: https://microsoft.github.io/language-server-protocol/specifications/lsp/3.18/specification/

#![deny(missing_docs)]

mod actions;
mod capabilities;
mod client;
mod completion;
mod diagnostics;
mod edits;
mod folder;
mod folding;
mod hints;
mod hover;
mod navigation;
mod open;
mod options;
mod position;
mod remedy;
mod requests;
mod server;
mod shown;
mod style;
mod symbols;
mod syntax;
mod tokens;
mod workspace;

use std::io;

use lsp_server::Connection;

pub use options::Options;
pub use server::serve;

/// Runs the server on standard input and output until the client ends it.
///
/// # Errors
///
/// The client breaks the protocol, or a stream can't be read or written.
pub fn serve_stdio(options: &Options) -> io::Result<()> {
    let (connection, threads) = Connection::stdio();
    let served = serve(&connection, options);
    // The threads end when the connection is gone.
    drop(connection);
    served?;
    threads.join()
}
