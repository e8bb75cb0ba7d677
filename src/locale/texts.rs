/// What a message says in one language: its text, and its description and action label where it has them.
#[derive(Clone, Debug, Default)]
pub(crate) struct Texts {
    text: Box<str>,
    /// Few messages have any, so that they take no room in the others.
    attributes: Option<Box<Attributes>>,
}

/// What stands beside a text.
#[derive(Clone, Debug, Default)]
pub(crate) struct Attributes {
    pub(crate) description: Option<Box<str>>,
    pub(crate) label: Option<Box<str>>,
}

impl Texts {
    pub(crate) fn new(text: impl Into<Box<str>>, attributes: Attributes) -> Self {
        let has_any = attributes.description.is_some() || attributes.label.is_some();
        Self { text: text.into(), attributes: has_any.then(|| attributes.into()) }
    }

    #[inline]
    pub(crate) fn text(&self) -> &str {
        &self.text
    }

    pub(crate) fn description(&self) -> Option<&str> {
        self.attributes.as_ref()?.description.as_deref()
    }

    pub(crate) fn label(&self) -> Option<&str> {
        self.attributes.as_ref()?.label.as_deref()
    }

    /// Gives the text alone, to keep.
    pub(crate) fn into_text(self) -> String {
        self.text.into()
    }
}
