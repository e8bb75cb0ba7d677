//! Texts as readers see them.

use code_prompts_engine::project::{Piece, ReaderText};

/// Returns a text with its default variants, and with its variables by their names.
pub(crate) fn shown(text: &ReaderText<'_, '_>) -> Option<String> {
    let pieces = text.pieces(&|_| None).ok()?;
    let piece = |piece: &Piece| match piece {
        Piece::Text(text) => text.clone(),
        Piece::Argument { name, .. } => format!("{{ ${name} }}"),
    };
    Some(pieces.iter().map(piece).collect())
}
