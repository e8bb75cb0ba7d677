/// The rendered texts of a message: the text, and the description and action label if it has them.
#[derive(Clone, Debug, Default)]
pub(crate) struct Texts {
    text: Box<str>,
    /// Boxed to save memory, since few messages have attributes.
    attributes: Option<Box<Attributes>>,
}

/// The rendered attributes of a message.
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

    /// Converts this into the text alone.
    pub(crate) fn into_text(self) -> String {
        self.text.into()
    }
}
