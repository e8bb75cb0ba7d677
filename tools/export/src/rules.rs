//! The names of rules.

/// Defines an enum of rules, each with its documentation and its name, which never changes.
macro_rules! rules {
    ($(#[$enum_doc:meta])+ $name:ident { $($(#[$doc:meta])+ $rule:ident $text:literal;)+ }) => {
        $(#[$enum_doc])+
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
        pub enum $name {
            $($(#[$doc])+ $rule,)+
        }

        impl $name {
            /// All rules, in the order of the documentation.
            pub const ALL: &[Self] = &[$(Self::$rule,)+];

            /// Returns the name of the rule. It never changes.
            #[must_use]
            pub fn name(self) -> &'static str {
                match self {
                    $(Self::$rule => $text,)+
                }
            }
        }

        impl std::fmt::Display for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.write_str(self.name())
            }
        }

        /// Finds a rule by its name.
        impl std::str::FromStr for $name {
            /// The names that there are.
            type Err = String;

            fn from_str(name: &str) -> Result<Self, String> {
                let names = || Self::ALL.iter().map(|rule| rule.name()).collect::<Vec<_>>().join(", ");
                Self::ALL.iter().copied().find(|rule| rule.name() == name).ok_or_else(|| format!("write {}", names()))
            }
        }
    };
}

pub(crate) use rules;
