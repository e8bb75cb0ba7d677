//! Reads a registry.

use std::collections::BTreeSet;

use code_prompts_engine::Error;
use serde::Deserialize;

use super::{Registry, VERSION};

/// What every version has.
#[derive(Deserialize)]
struct Versioned {
    version: u64,
}

impl Registry {
    /// Reads a document. `path` is for errors.
    ///
    /// # Errors
    ///
    /// It is no registry, of another version, or has a code twice.
    pub fn read(path: &str, text: &str) -> Result<Self, Error> {
        let no_registry = |error: serde_json::Error| {
            let (line, column) = (error.line(), error.column());
            Error::from(format!(
                "{path}:{line}:{column}: this is not a registry ({error}); write it with `prompts registry`"
            ))
        };
        let Versioned { version } = serde_json::from_str(text).map_err(no_registry)?;
        if version != VERSION {
            let help = "use the version of `prompts` that has written it";
            return Err(format!(
                "{path}: this is version {version} of the format, and {VERSION} is known here; {help}"
            )
            .into());
        }
        let registry: Self = serde_json::from_str(text).map_err(no_registry)?;
        let mut codes = BTreeSet::new();
        match registry.codes.iter().find(|code| !codes.insert(code.code)) {
            Some(twice) => Err(format!("{path}: code {} is there twice; delete one", twice.code).into()),
            None => Ok(registry),
        }
    }
}
