use std::collections::BTreeMap;
use std::sync::{Arc, OnceLock};

use code_prompts_reader::names::{NUMBER, is_function_name};

use crate::catalog::{Inner, LazyLocale};
use crate::{Catalog, CatalogError, Fault, Value};

impl Catalog {
    /// Creates a catalogue whose messages can call a function of the app, beside Fluent's `NUMBER()`: for dates, amounts
    /// of money or whatever else the app can format.
    ///
    /// `function` gets the positional arguments and the named ones, and returns the value that is shown or that a selector
    /// uses. It has to return the same value for the same arguments, and a value for arguments of any number and type, since
    /// these come from the files: the argument itself, for example. If the whole text is blank, the next locale's message
    /// is used.
    ///
    /// It is called whenever a message that uses it is rendered, on any thread, and when a reload tries such a message. If an
    /// argument is a variable that is missing, it is not called, and the text shows the variable. If it panics, so does
    /// [`prompt`](crate::Localizer::prompt).
    ///
    /// Does not change this catalogue, and reads no file. [`with_overrides`](Self::with_overrides),
    /// [`with_locales`](Self::with_locales) and [`LiveCatalog`](crate::LiveCatalog) keep the function. A second one with the
    /// same name replaces the first. List it as one of the `functions` in `[check]`, so that `prompts check` accepts it
    /// ([the format](crate::codes_toml)).
    ///
    /// ```
    /// use code_prompts::{Catalog, Value};
    ///
    /// # fn main() -> Result<(), code_prompts::CatalogError> {
    /// let files = [
    ///     ("codes.toml", "source = \"en-US\"\n[codes]\n7 = \"not-paid\"\n"),
    ///     ("en-US.ftl", "not-paid = Pay { MONEY($cents, currency: \"EUR\") } first\nunknown-code = Error { $code }\n"),
    /// ];
    /// let catalog = Catalog::from_files("i18n", files)?.with_function("MONEY", |arguments, options| {
    ///     let Some(amount) = arguments.first() else { return "".into() };
    ///     let currency = options.get("currency").and_then(Value::as_text).unwrap_or("USD");
    ///     match amount.as_number() {
    ///         Some(cents) => format!("{currency} {:.2}", cents / 100.0).into(),
    ///         None => amount.clone(), // a text, which is shown as it is
    ///     }
    /// })?;
    /// let localizer = catalog.localizer(["en"]).without_isolation_marks();
    /// assert_eq!(localizer.prompt_with(7, [("cents", 1250.into())]).text(), "Pay EUR 12.50 first");
    /// # Ok(())
    /// # }
    /// ```
    ///
    /// # Errors
    ///
    /// Returns an error with a [`Fault::InvalidFunction`] if the name is `NUMBER`, or not a capital letter (A to Z) followed
    /// by capital letters, digits, `-` and `_`.
    pub fn with_function<F>(&self, name: &str, function: F) -> Result<Self, CatalogError>
    where
        F: for<'v> Fn(&[Value<'v>], &BTreeMap<&str, Value<'_>>) -> Value<'v> + Send + Sync + 'static,
    {
        if name == NUMBER || !is_function_name(name) {
            return Err(CatalogError(vec![Fault::InvalidFunction { name: name.into() }]));
        }
        let inner = &*self.0;
        let functions = inner.origin.functions.clone().with(name, function);
        let unparsed = |locale: &LazyLocale| LazyLocale { files: locale.files.clone(), parsed: OnceLock::new() };
        Ok(Self(Arc::new(Inner {
            locales: inner.locales.iter().map(unparsed).collect(),
            origin: inner.origin.clone().with_functions(functions),
            ..inner.clone()
        })))
    }
}
