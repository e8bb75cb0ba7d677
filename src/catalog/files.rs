use crate::folder::Origin;
use crate::folder::memory::{FileContents, in_memory};
use crate::{Catalog, CatalogError};

impl Catalog {
    /// Reads a catalogue from files in memory, as [`from_dir`](Self::from_dir) does from a folder, on any platform.
    ///
    /// A file is its path in the folder, with slashes on every system, and its contents: a text or bytes. `folder` is
    /// the name of the folder in faults, best its path in your source.
    ///
    /// The files stay in memory, where [`with_overrides`](Self::with_overrides) and
    /// [`LiveCatalog::reload`](crate::LiveCatalog::reload) read them again.
    ///
    /// ```
    /// use code_prompts::Catalog;
    ///
    /// # fn main() -> Result<(), code_prompts::CatalogError> {
    /// let codes = "source = \"en-US\"\n\n[codes]\n7 = \"battery-low\"\n"; // include_str!("../i18n/codes.toml")
    /// let english = "battery-low = The battery is low\nunknown-code = Error { $code }\n";
    /// let catalog = Catalog::from_files("i18n", [("codes.toml", codes), ("en-US/prompts.ftl", english)])?;
    /// assert_eq!(catalog.localizer(["en"]).prompt(7).text(), "The battery is low");
    /// # Ok(())
    /// # }
    /// ```
    ///
    /// # A whole folder
    ///
    /// The macro of the crate `include_dir` embeds a folder in the program, and [`embedded_files`](crate::embedded_files)
    /// returns its files:
    ///
    /// ```
    /// use code_prompts::{Catalog, embedded_files};
    /// use include_dir::{Dir, include_dir};
    ///
    /// # /*
    /// static I18N: Dir<'_> = include_dir!("$CARGO_MANIFEST_DIR/i18n");
    /// # */ static I18N: Dir<'_> = include_dir!("$CARGO_MANIFEST_DIR/locales");
    ///
    /// # fn main() -> Result<(), code_prompts::CatalogError> {
    /// let catalog = Catalog::from_files("i18n", embedded_files(&I18N))?;
    /// assert_eq!(catalog.faults(), []);
    /// # Ok(())
    /// # }
    /// ```
    ///
    /// Cargo compiles the program again when an embedded file changes. So that it does when a file is added, write a
    /// `build.rs` with `fn main() { println!("cargo::rerun-if-changed=i18n"); }`.
    ///
    /// # Errors
    ///
    /// Returns an error if:
    ///
    /// - a path is empty, absolute, has a backslash, leaves the folder with `..`, or is given twice;
    /// - `codes.toml` is missing, is not UTF-8 or has a [mistake](crate::CodesProblem);
    /// - the source locale has no `.ftl` file.
    pub fn from_files<P: AsRef<str>, C: Into<FileContents>>(
        folder: &str,
        files: impl IntoIterator<Item = (P, C)>,
    ) -> Result<Self, CatalogError> {
        Self::read(&Origin::new(in_memory(folder, files)?))
    }

    /// Creates a catalogue with overrides, as [`with_overrides`](Self::with_overrides) does, from files in memory, as
    /// for [`from_files`](Self::from_files).
    ///
    /// ```
    /// use code_prompts::Catalog;
    ///
    /// # fn main() -> Result<(), code_prompts::CatalogError> {
    /// let wording = [("en-US/school.ftl", "room-not-found = There is no such classroom\n")];
    /// let catalog = Catalog::embedded().with_override_files("wording", wording)?;
    /// assert_eq!(catalog.localizer(["en"]).prompt(1004).text(), "There is no such classroom");
    /// # Ok(())
    /// # }
    /// ```
    ///
    /// # Errors
    ///
    /// Returns an error if a path can't be used, as for [`from_files`](Self::from_files), or if this catalogue's own
    /// folders can't be read again.
    pub fn with_override_files<P: AsRef<str>, C: Into<FileContents>>(
        &self,
        folder: &str,
        files: impl IntoIterator<Item = (P, C)>,
    ) -> Result<Self, CatalogError> {
        Self::read(&self.0.origin.clone().with_overrides(in_memory(folder, files)?))
    }
}
