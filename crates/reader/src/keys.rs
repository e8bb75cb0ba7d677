//! The keys of `codes.toml`, but for those of `[check]`, which are the check's. `docs/codes-toml.md` documents each; a test below compares the two.

macro_rules! keys {
    ($(#[$doc:meta])* $keys:ident { $($key:ident = $name:literal,)+ }) => {
        $(#[$doc])*
        #[allow(missing_docs, reason = "the name says it")]
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        pub enum $keys {
            $($key,)+
        }

        impl $keys {
            /// All of them.
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

            /// Returns the key of a name.
            #[must_use]
            pub fn named(name: &str) -> Option<Self> {
                Self::ALL.iter().copied().find(|key| key.name() == name)
            }
        }
    };
}

keys! {
    /// A key at the top of the file.
    Key {
        Source = "source",
        Fallback = "fallback",
        Codes = "codes",
        Retired = "retired",
        Check = "check",
    }
}

keys! {
    /// A key in the table of one code.
    CodeKey {
        Message = "message",
        Action = "action",
        MaxLength = "max-length",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The keys that a section of the documentation has in the first column of its table.
    fn documented(heading: &str) -> Vec<&'static str> {
        let section =
            include_str!("../../../docs/codes-toml.md").split("\n## ").find(|section| section.starts_with(heading));
        let rows = section.unwrap_or_default().lines().filter_map(|line| line.strip_prefix("| `"));
        rows.filter_map(|row| row.split('`').next()).collect()
    }

    #[test]
    fn documentation_has_the_keys_that_are_read() {
        assert_eq!(documented("Keys"), Key::NAMES);
        assert_eq!(documented("The table of a code"), CodeKey::NAMES);
    }
}
