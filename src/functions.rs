//! The functions that an app adds to Fluent's.

use std::collections::BTreeMap;
use std::fmt;
use std::sync::Arc;

use fluent::{FluentArgs, FluentValue};

use crate::Value;

/// Functions by their names.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Functions(Arc<BTreeMap<Box<str>, Function>>);

/// A function of the app. Clones are equal, since they share it.
#[derive(Clone)]
pub(crate) struct Function(Arc<Call>);

/// Computes a value from the positional and the named arguments.
type Call = dyn for<'v> Fn(&[Value<'v>], &BTreeMap<&str, Value<'_>>) -> Value<'v> + Send + Sync;

impl Functions {
    /// Adds a function. Replaces one with the same name.
    pub(crate) fn with<F>(mut self, name: &str, function: F) -> Self
    where
        F: for<'v> Fn(&[Value<'v>], &BTreeMap<&str, Value<'_>>) -> Value<'v> + Send + Sync + 'static,
    {
        Arc::make_mut(&mut self.0).insert(name.into(), Function(Arc::new(function)));
        self
    }

    pub(crate) fn has(&self, name: &str) -> bool {
        self.0.contains_key(name)
    }

    pub(crate) fn iter(&self) -> impl Iterator<Item = (&str, &Function)> {
        self.0.iter().map(|(name, function)| (&**name, function))
    }
}

impl Function {
    /// Calls the function with the values of Fluent's resolver, unless one of them only
    /// [stands for a value](crate::ftl::number::Stopgap): that is returned then.
    pub(crate) fn call<'v>(&self, positional: &[FluentValue<'v>], named: &FluentArgs<'_>) -> FluentValue<'v> {
        let stopgap =
            positional.iter().find_map(stopgap).or_else(|| named.iter().find_map(|(_, value)| stopgap(value)));
        if let Some(stopgap) = stopgap {
            return stopgap;
        }
        let positional: Vec<_> = positional.iter().filter_map(Value::from_fluent).collect();
        let named = named.iter().filter_map(|(name, value)| Some((name, Value::from_fluent(value)?))).collect();
        (self.0)(&positional, &named).into_fluent()
    }
}

fn stopgap(value: &FluentValue<'_>) -> Option<FluentValue<'static>> {
    match value {
        FluentValue::Custom(stopgap) => Some(FluentValue::Custom(stopgap.duplicate())),
        _ => None,
    }
}

impl PartialEq for Function {
    fn eq(&self, other: &Self) -> bool {
        Arc::ptr_eq(&self.0, &other.0)
    }
}

impl Eq for Function {}

impl fmt::Debug for Function {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Function")
    }
}
