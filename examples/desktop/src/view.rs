//! What the window shows. It has no words of its own: all texts are from the catalogue.

use code_prompts::{Direction, ErrorCode, Prompt};
use iced::widget::{Column, Row, button, column, row, scrollable, text, text_input};
use iced::{Alignment, Element, Length};

use crate::{Message, Viewer, languages};

impl Viewer {
    /// Returns the widgets: the languages at the side, and the input field above the prompts.
    pub fn view(&self) -> Element<'_, Message> {
        let input = text_input("30206", &self.input).id("code").on_input(Message::Input);
        let prompts = match self.code() {
            Some(code) => self.one(code),
            None => self.all(),
        };
        let content = column![input, scrollable(prompts).width(Length::Fill).height(Length::Fill)].spacing(20);
        self.line([self.menu(), content.into()]).padding(20).into()
    }

    /// Returns a button for each language. The chosen one can't be pressed.
    fn menu<'v>(&'v self) -> Element<'v, Message> {
        let language = |tag: &'v str| {
            let message = (tag != self.language()).then(|| Message::Language(tag.to_owned()));
            button(shaped(languages::name(tag))).width(180).on_press_maybe(message).into()
        };
        scrollable(Column::from_iter(self.catalog.locales().map(language)).spacing(4)).into()
    }

    /// Returns all prompts, each with its code. A press shows the one.
    fn all(&self) -> Element<'_, Message> {
        let line = |code: ErrorCode| {
            let number = button(text(code.to_string())).style(button::text);
            let number = number.width(90).on_press(Message::Input(code.to_string()));
            self.line([number.into(), shaped(self.prompt(code).text().to_owned()).into()])
                .align_y(Alignment::Center)
                .into()
        };
        Column::from_iter(self.catalog.codes().map(|entry| line(entry.code())))
            .align_x(self.start())
            .width(Length::Fill)
            .into()
    }

    /// Returns all that there is to one code.
    fn one(&self, code: ErrorCode) -> Element<'_, Message> {
        let prompt = self.prompt(code);
        let mut parts =
            column![shaped(prompt.text().to_owned()).size(24)].spacing(12).align_x(self.start()).width(Length::Fill);
        if let Some(label) = prompt.action().and_then(|action| action.label().map(str::to_owned)) {
            // In the customer's app, it performs the action.
            parts = parts.push(button(shaped(label)).style(button::secondary));
        }
        if let Some(description) = prompt.attribute("description") {
            parts = parts.push(shaped(description.to_owned()));
        }
        for variable in self.localizer.variables(code) {
            let value = |value: &str| {
                let message = Message::Argument(variable.name().to_owned(), value.to_owned());
                button(text(format!("{} = {value}", variable.name()))).style(button::text).on_press(message).into()
            };
            parts = parts.push(Row::from_iter(variable.keys().map(value)));
        }
        parts.push(text(facts(&prompt)).size(12)).into()
    }

    /// Returns a line of widgets in the writing direction: the first is on the right if that is from right to left.
    fn line<'a, const N: usize>(&self, mut widgets: [Element<'a, Message>; N]) -> Row<'a, Message> {
        if self.direction() == Direction::RightToLeft {
            widgets.reverse();
        }
        row(widgets).spacing(20)
    }

    /// Returns the side on which a line begins.
    fn start(&self) -> Alignment {
        match self.direction() {
            Direction::RightToLeft => Alignment::End,
            _ => Alignment::Start,
        }
    }
}

/// Returns a text in any script, with the fonts of the system.
fn shaped<'a>(content: impl text::IntoFragment<'a>) -> iced::widget::Text<'a> {
    text(content).shaping(text::Shaping::Advanced)
}

/// Returns what is the same in every language.
fn facts(prompt: &Prompt<'_>) -> String {
    let action = prompt.action().map(|action| format!(" → {}", action.id()));
    format!("{} · {}{} · {}", prompt.code(), prompt.id(), action.unwrap_or_default(), prompt.locale())
}
