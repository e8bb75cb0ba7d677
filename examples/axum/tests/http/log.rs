//! The log for the developer.

use std::fs;
use std::io::Read;
use std::path::Path;

use axum_example::app;
use code_prompts::{Catalog, LiveCatalog};

use crate::support::Server;

/// Returns the expected line of the log, with the response's `instance`.
fn line(level: &str, instance: &str, request: &str, message: &str) -> String {
    format!("{level:>5} failure{{instance=\"{instance}\" {request}}}: axum_example::problem: {message}")
}

#[test]
fn log_description_is_always_english() {
    for language in ["zh-CN", "en-US", "ja", "tlh"] {
        let server = Server::start();
        let answer = server.get("/codes/30015?token=secret", language);
        let expected = line(
            "INFO",
            answer.member("instance").as_str().unwrap(),
            r#"method=GET path="/codes/30015" status=409 code=30015 id="rtc-disconnected""#,
            r#"a request failed description="RTC disconnected""#,
        );
        assert_eq!(server.log(), format!("{expected}\n"), "{language}");
    }
}

#[test]
fn log_shows_faults_of_the_prompt() {
    let server = Server::start();
    let answer = server.get("/codes/4711", "zh-HK");
    let instance = answer.member("instance");
    let (instance, request) =
        (instance.as_str().unwrap(), r#"method=GET path="/codes/4711" status=500 code=4711 id="unknown-code""#);
    let failed = r#"a request failed description="An unknown error occurred (code 4711)""#;
    let fault =
        r#"the prompt has a fault fault="code 4711 is not in codes.toml" help="add it there with a message id""#;
    let expected = [line("ERROR", instance, request, failed), line("WARN", instance, request, fault)];
    assert_eq!(server.log().lines().collect::<Vec<_>>(), expected);
}

#[test]
fn log_shows_missing_argument() {
    let server = Server::start();
    assert_eq!(server.get("/codes/-4", "zh-HK").member("detail"), "IM 登入失敗");
    let log = server.log();
    let faults: Vec<&str> = log.lines().filter(|line| line.contains("the prompt has a fault")).collect();
    assert_eq!(faults.len(), 2, "one for the user's language, one for English: {log}");
    assert!(faults.iter().all(|fault| fault.contains("im-reused")), "{log}");
}

#[test]
fn log_shows_message_missing_in_the_users_language() {
    let dir = Path::new(env!("CARGO_TARGET_TMPDIR")).join("lacking");
    for (file, content) in [
        ("codes.toml", "source = \"en-US\"\n[codes]\n1004 = \"room-not-found\"\n"),
        ("en-US/a.ftl", "room-not-found = There is no such room\nunknown-code = Code { $code }\n"),
        ("ja-JP/a.ftl", "unknown-code = { $code }\n"),
    ] {
        let path = dir.join(file);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, content).unwrap();
    }
    let server = Server::of(app(LiveCatalog::new(Catalog::from_dir(dir).unwrap())));
    let answer = server.get("/rooms/2", "ja");
    assert_eq!((answer.header("Content-Language"), answer.status), ("en-US", 404));
    assert_eq!(answer.member("detail"), "There is no such room");
    assert!(server.log().contains(r#"WARN failure"#) && server.log().contains("ja-JP"), "{}", server.log());
}

#[test]
fn log_escapes_values_from_requests() {
    let forged = "\\r\\n ERROR forged\\u001b[31m\\u2028\\u0085\\u202e";
    let cases: [(&str, &[&[u8]], String); 5] = [
        ("POST /rooms", &[], format!(r#"{{"{forged}":1}}"#)),
        ("POST /rooms", &[], format!(r#"{{"number":"{forged}"}}"#)),
        ("POST /im/sign-in", &[], r#"{"reused":true}"#.to_owned()),
        ("GET /rooms/%0d%0a%20ERROR%20forged%1b%5b31m", &[], String::new()),
        ("GET /rooms/2", &["Accept-Language: \u{85}\u{2028}\u{9b}31m\tERROR forged".as_bytes()], String::new()),
    ];
    for (request, headers, body) in cases {
        let server = Server::start();
        let answer = server.ask(request, headers, &body);
        assert!(answer.status >= 400, "{request} {body}");
        let log = server.log();
        let line = log.strip_suffix('\n').unwrap();
        assert!(line.starts_with(" INFO failure{instance="), "{request} {body} {line}");
        let is_harmless = |character: char| !character.is_control() && !"\u{2028}\u{2029}\u{202e}".contains(character);
        assert!(line.chars().all(is_harmless), "{request} {body} {line:?}");
    }
    // A header with control characters is rejected.
    let server = Server::start();
    assert_eq!(server.ask("GET /rooms/2", &[b"Accept-Language: \x1b[31m"], "").status, 400);
    assert_eq!(server.log(), "");
}

#[test]
fn log_line_length_is_limited() {
    let server = Server::start();
    let body = format!(r#"{{"{}":1}}"#, "a".repeat(15_000));
    assert_eq!(server.ask("POST /rooms", &[], &body).status, 422);
    assert!((500..1_500).contains(&server.log().len()), "{}", server.log());
}

#[test]
fn log_is_limited_per_second() {
    let (server, mut client) = Server::impatient(
        format!(
            "{}GET /rooms/2 HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n",
            "GET /rooms/2 HTTP/1.1\r\nHost: x\r\n\r\n".repeat(1_000)
        )
        .as_bytes(),
    );
    let mut answers = String::new();
    client.read_to_string(&mut answers).unwrap();
    assert_eq!(answers.matches("HTTP/1.1 404").count(), 1_001);
    let log = server.log();
    let lines = log.matches("a request failed").count();
    assert!((1..=300).contains(&lines), "{lines} lines for 1,001 failures in a moment");
}
