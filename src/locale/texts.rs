/// The attribute with the text for developers.
pub(crate) const DESCRIPTION: &str = "description";
/// The attribute with the label of the action.
pub(crate) const ACTION: &str = "action";

/// The rendered texts of a message.
#[derive(Clone, Debug, Default)]
pub(crate) struct Texts {
    text: Box<str>,
    attributes: Attributes,
}

/// The rendered attributes of a message. Boxed to save memory, since few messages have any.
#[derive(Clone, Debug, Default)]
pub(crate) struct Attributes(Option<Box<Fields>>);

#[derive(Clone, Debug, Default)]
struct Fields {
    /// The two that most messages have are fields, so that their names need no memory.
    description: Option<Box<str>>,
    action: Option<Box<str>>,
    /// The names and texts of the others.
    others: Vec<(Box<str>, Box<str>)>,
}

impl Texts {
    pub(crate) fn new(text: impl Into<Box<str>>, attributes: Attributes) -> Self {
        Self { text: text.into(), attributes }
    }

    #[inline]
    pub(crate) fn text(&self) -> &str {
        &self.text
    }

    pub(crate) fn attributes(&self) -> &Attributes {
        &self.attributes
    }

    /// Returns the label of the action.
    pub(crate) fn label(&self) -> Option<&str> {
        self.attributes.get(ACTION)
    }

    /// Converts this into the text alone.
    pub(crate) fn into_text(self) -> String {
        self.text.into()
    }
}

impl Attributes {
    pub(crate) fn get(&self, name: &str) -> Option<&str> {
        let fields = self.0.as_ref()?;
        match name {
            DESCRIPTION => fields.description.as_deref(),
            ACTION => fields.action.as_deref(),
            _ => fields.others.iter().find(|(other, _)| **other == *name).map(|(_, text)| &**text),
        }
    }

    /// Adds an attribute that is not there yet.
    pub(crate) fn add(&mut self, name: &str, text: impl Into<Box<str>>) {
        let fields = self.0.get_or_insert_default();
        match name {
            DESCRIPTION => fields.description = Some(text.into()),
            ACTION => fields.action = Some(text.into()),
            _ => fields.others.push((name.into(), text.into())),
        }
    }

    /// Returns the names and texts.
    pub(crate) fn iter(&self) -> impl Iterator<Item = (&str, &str)> {
        let others = self.0.iter().flat_map(|fields| &fields.others).map(|(name, _)| &**name);
        [DESCRIPTION, ACTION].into_iter().chain(others).filter_map(|name| Some((name, self.get(name)?)))
    }
}
