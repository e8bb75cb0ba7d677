//! Uses the window as a user does, without a display.

use code_prompts::{Catalog, Direction};
use desktop_example::{Message, Viewer};
use iced_test::Simulator;

/// What is done in the window, until the next look at it.
fn act(viewer: &mut Viewer, action: impl FnOnce(&mut Simulator<'_, Message>)) {
    let mut window = Simulator::new(viewer.view());
    action(&mut window);
    let messages: Vec<_> = window.into_messages().collect();
    assert!(!messages.is_empty(), "nothing happened");
    for message in messages {
        viewer.update(message);
    }
}

/// Presses the button with this label.
fn press(viewer: &mut Viewer, label: &str) {
    act(viewer, |window| drop(window.click(label).unwrap()));
}

/// Replaces the content of the input field.
fn type_in(viewer: &mut Viewer, input: &str) {
    viewer.update(Message::Input(String::new()));
    act(viewer, |window| {
        window.click(iced_test::selector::id("code")).unwrap();
        window.typewrite(input);
    });
}

fn shows(viewer: &Viewer, text: &str) -> bool {
    Simulator::new(viewer.view()).find(text).is_ok()
}

/// Returns where a text begins, from the left.
fn left(viewer: &Viewer, text: &str) -> f32 {
    Simulator::new(viewer.view()).find(text).unwrap().bounds().x
}

#[test]
fn all_prompts_follow_the_chosen_language() {
    let mut viewer = Viewer::new(["de-AT"]);
    assert!(shows(&viewer, "Ihr Konto wird auf einem anderen Gerät verwendet"));

    press(&mut viewer, "简体中文");
    assert!(shows(&viewer, "正在其他设备登录"));
    assert!(!shows(&viewer, "Ihr Konto wird auf einem anderen Gerät verwendet"));
}

#[test]
fn open_prompt_follows_the_chosen_language() {
    let mut viewer = Viewer::new(["en"]);
    type_in(&mut viewer, "30206");
    assert!(shows(&viewer, "Your account is being used on another device"));
    assert!(shows(&viewer, "Back to sign-in"));
    assert!(!shows(&viewer, "1004"), "only the one prompt is shown");

    press(&mut viewer, "Deutsch");
    assert!(shows(&viewer, "Ihr Konto wird auf einem anderen Gerät verwendet"));
    assert!(shows(&viewer, "Zurück zur Anmeldeseite"));
    assert!(!shows(&viewer, "Back to sign-in"));
}

#[test]
fn arguments_stay_when_the_language_changes() {
    let mut viewer = Viewer::new(["en"]);
    press(&mut viewer, "-4");
    assert!(shows(&viewer, "Could not sign in to IM"), "the default variant");

    press(&mut viewer, "im-reused = true");
    assert!(shows(&viewer, "Sign in to IM first"));

    press(&mut viewer, "Deutsch");
    assert!(shows(&viewer, "Melden Sie sich zuerst bei IM an"));
}

#[test]
fn arabic_window_is_mirrored() {
    let mut viewer = Viewer::new(["en"]);
    type_in(&mut viewer, "1004");
    assert_eq!(viewer.direction(), Direction::LeftToRight);
    assert!(left(&viewer, "English") < left(&viewer, "The room does not exist"));

    press(&mut viewer, "العربية");
    assert_eq!(viewer.direction(), Direction::RightToLeft);
    assert!(left(&viewer, "English") > left(&viewer, "الغرفة غير موجودة"));
}

#[test]
fn unknown_code_has_a_text_in_each_language() {
    let mut viewer = Viewer::new(["en"]);
    type_in(&mut viewer, "4711");
    assert!(shows(&viewer, "An unknown error occurred (code \u{2068}4711\u{2069})"));

    press(&mut viewer, "Français");
    assert!(shows(&viewer, "Une erreur inconnue s’est produite (code \u{2068}4711\u{2069})"));
}

#[test]
fn input_that_is_not_a_number_shows_all_prompts() {
    let mut viewer = Viewer::new(["en"]);
    for input in ["room", "12 34", "99999999999999999999"] {
        type_in(&mut viewer, input);
        assert!(shows(&viewer, "The room does not exist"), "{input}");
    }
}

#[test]
fn unknown_language_of_the_system_has_the_fallback() {
    assert!(shows(&Viewer::new(["tlh"]), "The room does not exist"));
}

#[test]
fn each_language_is_listed_by_its_own_name() {
    let viewer = Viewer::new(["en"]);
    for tag in Catalog::embedded().locales() {
        assert!(!shows(&viewer, tag), "{tag} has no name in src/languages.rs");
    }
}
