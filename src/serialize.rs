//! The types in JSON and other formats of `serde`. The documentation of the crate describes the shape.

use serde_core::ser::SerializeStruct;
use serde_core::{Deserialize, Deserializer, Serialize, Serializer};

use crate::{Action, Direction, ErrorCode, Fault, Position, Prompt};

/// A number.
impl Serialize for ErrorCode {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_i64(self.value())
    }
}

/// A number that fits into 64 bits.
impl<'de> Deserialize<'de> for ErrorCode {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        i64::deserialize(deserializer).map(Self::new)
    }
}

/// The fields `code`, `known`, `id`, `locale`, `direction`, `text`, `description`, `action`, `attributes` and `faults`.
impl Serialize for Prompt<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut prompt = serializer.serialize_struct("Prompt", 10)?;
        prompt.serialize_field("code", &self.code())?;
        prompt.serialize_field("known", &self.is_known())?;
        prompt.serialize_field("id", self.id())?;
        prompt.serialize_field("locale", self.locale())?;
        prompt.serialize_field("direction", &self.direction())?;
        prompt.serialize_field("text", self.text())?;
        prompt.serialize_field("description", self.description())?;
        prompt.serialize_field("action", &self.action())?;
        prompt.serialize_field("attributes", &Attributes(self))?;
        prompt.serialize_field("faults", self.faults())?;
        prompt.end()
    }
}

/// A map from the names of a prompt's attributes to their texts.
struct Attributes<'p>(&'p Prompt<'p>);

impl Serialize for Attributes<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_map(self.0.attributes())
    }
}

/// The fields `id` and `label`.
impl Serialize for Action<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut action = serializer.serialize_struct("Action", 2)?;
        action.serialize_field("id", self.id())?;
        action.serialize_field("label", &self.label())?;
        action.end()
    }
}

/// `ltr` or `rtl`.
impl Serialize for Direction {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.as_str())
    }
}

/// The fields `kind`, `file`, `line`, `column`, `problem` and `help`.
impl Serialize for Fault {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut fault = serializer.serialize_struct("Fault", 6)?;
        fault.serialize_field("kind", self.kind())?;
        fault.serialize_field("file", &self.path())?;
        fault.serialize_field("line", &self.position().map(|at| at.line))?;
        fault.serialize_field("column", &self.position().map(|at| at.column))?;
        fault.serialize_field("problem", &format_args!("{}", self.problem()))?;
        fault.serialize_field("help", &self.help())?;
        fault.end()
    }
}

/// The fields `file`, `line` and `column`.
impl Serialize for Position {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut position = serializer.serialize_struct("Position", 3)?;
        position.serialize_field("file", &*self.file)?;
        position.serialize_field("line", &self.line)?;
        position.serialize_field("column", &self.column)?;
        position.end()
    }
}
