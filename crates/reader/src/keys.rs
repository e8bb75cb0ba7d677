//! The keys of `codes.toml`, except those of `[check]`, which the check reads. A test compares them with
//! `docs/codes-toml.md`.

macro_rules! keys {
    ($(#[$doc:meta])* $keys:ident { $($key:ident = $name:literal,)+ }) => {
        $(#[$doc])*
        #[allow(missing_docs, reason = "the name is enough")]
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        pub enum $keys {
            $($key,)+
        }

        impl $keys {
            /// All keys.
            pub const ALL: &[Self] = &[$(Self::$key,)+];
            /// Their names, in the same order.
            pub const NAMES: &[&str] = &[$($name,)+];

            /// Returns the name.
            #[must_use]
            pub const fn name(self) -> &'static str {
                match self {
                    $(Self::$key => $name,)+
                }
            }

            /// Returns the key with this name.
            #[must_use]
            pub fn named(name: &str) -> Option<Self> {
                Self::ALL.iter().copied().find(|key| key.name() == name)
            }
        }
    };
}

keys! {
    /// A top-level key.
    Key {
        Source = "source",
        Fallback = "fallback",
        Codes = "codes",
        Retired = "retired",
        Records = "records",
        Check = "check",
    }
}

impl Key {
    /// The keys that the `codes.toml` of overrides can have.
    pub const IN_OVERRIDES: &[&str] = &[Self::Codes.name(), Self::Retired.name()];
}

keys! {
    /// A key in the table of one code.
    CodeKey {
        Message = "message",
        Action = "action",
        MaxLength = "max-length",
        Category = "category",
        Retryable = "retryable",
        Help = "help",
        Since = "since",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Returns the keys in the first column of a section's table.
    fn documented(heading: &str) -> Vec<&'static str> {
        let section =
            include_str!("../../../docs/codes-toml.md").split("\n## ").find(|section| section.starts_with(heading));
        let rows = section.unwrap_or_default().lines().filter_map(|line| line.strip_prefix("| `"));
        rows.filter_map(|row| row.split('`').next()).collect()
    }

    #[test]
    fn keys_match_the_documentation() {
        assert_eq!(documented("Keys"), Key::NAMES);
        assert_eq!(documented("The table of a code"), CodeKey::NAMES);
        assert_eq!(documented("Codes in overrides"), Key::IN_OVERRIDES);
    }
}
