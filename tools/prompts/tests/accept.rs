//! `prompts accept --since`: which records it writes after a commit of a translators' platform.
#![allow(clippy::expect_used, clippy::panic, clippy::unwrap_used, reason = "a test fails by panicking")]

use std::fs;
use std::process::Command;

mod repository;

use repository::Repository;

/// Accepts what has changed since a revision in all locales of `app/i18n`, and returns what was printed: standard output
/// after standard error.
fn accept(repository: &Repository, arguments: &[&str]) -> String {
    let mut command = Command::new(env!("CARGO_BIN_EXE_prompts"));
    command.args(["accept", "--source", "en", "--dir", "app/i18n"]).args(arguments);
    let output = command.current_dir(repository.path()).output().unwrap();
    format!("{}{}", String::from_utf8_lossy(&output.stderr), String::from_utf8_lossy(&output.stdout))
}

fn read(repository: &Repository, path: &str) -> String {
    fs::read_to_string(repository.path().join(path)).unwrap()
}

/// A repository whose source has changed, with the translations of then.
fn repository(then: &str) -> Repository {
    let repository = Repository::new(&[]);
    repository.write("app/i18n/en.ftl", "room-full = The room is full\n    .action = Back\nroom-closed = Closed\n");
    repository.write("app/i18n/fr.ftl", then);
    repository.commit("before");
    let now = "room-full = The room is crowded\n    .action = Go back\nroom-closed = The room is closed\n";
    repository.write("app/i18n/en.ftl", now);
    repository.commit("source");
    repository
}

const THEN: &str = "\
# en: The room is full
# en .action: Back
room-full = La salle est pleine
    .action = Retour
# en: Closed
room-closed = Fermée
";

#[test]
fn accept_since_records_what_has_changed() {
    let table = [
        ("nothing", THEN.to_owned(), None),
        ("layout", THEN.replace("room-closed = Fermée", "room-closed =\n    Fermée  "), None),
        ("a note", THEN.replace("# en: Closed", "# A note.\n# en: Closed"), None),
        ("a text", THEN.replace("Fermée", "La salle est fermée"), Some(("# en: Closed", "# en: The room is closed"))),
        (
            "an attribute, and not the text",
            THEN.replace("Retour", "Revenir"),
            Some(("# en .action: Back", "# en .action: Go back")),
        ),
        (
            "a text with a mark",
            THEN.replace("# en: Closed", "# en: Closed\n# en now: The room is closed").replace("Fermée", "Close"),
            Some(("# en: Closed\n# en now: The room is closed", "# en: The room is closed")),
        ),
        (
            "a text, below the mark of an attribute",
            THEN.replace("# en .action: Back", "# en .action: Back\n# en .action now: Go back")
                .replace("est pleine", "déborde"),
            Some(("# en: The room is full", "# en: The room is crowded")),
        ),
        (
            "a text whose record was lost",
            THEN.replace("# en: Closed\n", "").replace("Fermée", "Close"),
            Some(("room-closed", "# en: The room is closed\nroom-closed")),
        ),
        ("a record that was lost", THEN.replace("# en: Closed\n", ""), None),
    ];
    for (name, now, recorded) in table {
        let repository = repository(THEN);
        repository.write("app/i18n/fr.ftl", &now);
        let printed = accept(&repository, &["--since", "HEAD^"]);
        let expected = match recorded {
            None => "nothing to record\n",
            Some(_) => "fr: 1 translation accepted\nchanged app/i18n/fr.ftl\n",
        };
        assert_eq!(printed.replace('\\', "/"), expected, "{name}");
        let expected = recorded.map_or(now.clone(), |(old, new)| now.replacen(old, new, 1));
        assert_eq!(read(&repository, "app/i18n/fr.ftl"), expected, "{name}");
        assert_eq!(accept(&repository, &["--since", "HEAD^"]), "nothing to record\n", "{name}: the second time");
    }
}

#[test]
fn accept_since_records_new_translations() {
    let repository = repository("# en: Closed\nroom-closed = Fermée\n");
    repository.write("app/i18n/fr.ftl", "# en: Closed\nroom-closed = Fermée\n\nroom-full = Complet\n");
    repository.write("app/i18n/de.ftl", "room-closed = Zu\nold = Alt\n");
    let printed = accept(&repository, &["--since", "HEAD", "fr"]);
    assert_eq!(printed.replace('\\', "/"), "fr: 1 translation accepted\nchanged app/i18n/fr.ftl\n");
    assert_eq!(
        read(&repository, "app/i18n/fr.ftl"),
        "# en: Closed\nroom-closed = Fermée\n\n# en: The room is crowded\nroom-full = Complet\n"
    );
    let printed = accept(&repository, &["--since", "HEAD"]);
    assert_eq!(printed.replace('\\', "/"), "de: 1 translation accepted\nchanged app/i18n/de.ftl\n");
    assert_eq!(read(&repository, "app/i18n/de.ftl"), "# en: The room is closed\nroom-closed = Zu\nold = Alt\n");
}

#[test]
fn accept_since_needs_a_revision_with_the_source() {
    let repository = Repository::new(&[]);
    repository.write("README", "");
    repository.commit("empty");
    repository.write("app/i18n/en.ftl", "a = A\n");
    repository.write("app/i18n/fr.ftl", "a = B\n");
    repository.commit("texts");
    let printed = accept(&repository, &["--since", "HEAD^"]).replace('\\', "/");
    assert_eq!(printed, "error: `HEAD^` has no en in app/i18n; give a revision that has it\n");
    assert_eq!(
        accept(&repository, &["--since", "nope"]).replace('\\', "/"),
        "error: app/i18n: there is no commit `nope` in this clone; fetch it, or give another revision\n"
    );
    repository.write("app/i18n/fr.ftl", "a = B\nb\n");
    let printed = accept(&repository, &["--since", "HEAD"]).replace('\\', "/");
    assert!(printed.starts_with("error: app/i18n/fr.ftl:2:"), "{printed}");
    assert_eq!(read(&repository, "app/i18n/fr.ftl"), "a = B\nb\n");
}
