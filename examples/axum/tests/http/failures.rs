//! Responses to failing requests.

use std::fs;
use std::path::Path;

use axum::Router;
use axum::http::StatusCode;
use axum::http::header::CONTENT_TYPE;
use axum::routing::get;
use axum_example::{app, explained};
use code_prompts::{Catalog, LiveCatalog};
use serde_json::{Value, json};

use crate::support::{Answer, Server};

/// Returns the problem details of a response, without `instance`, and checks what all have in common.
fn problem(answer: &Answer) -> Value {
    assert_eq!(answer.header("Content-Type"), "application/problem+json");
    assert_eq!(answer.header("Cache-Control"), "no-store");
    assert_eq!(answer.header("Content-Length"), answer.body.len().to_string());
    let mut problem: Value = serde_json::from_str(&answer.body).unwrap();
    assert_eq!(problem["status"], answer.status);
    let instance = problem.as_object_mut().unwrap().remove("instance").unwrap();
    assert_eq!(instance.as_str().unwrap().strip_prefix("urn:uuid:").unwrap().len(), 36);
    problem
}

#[test]
fn failure_returns_problem_details() {
    let server = Server::start();
    assert_eq!(
        problem(&server.get("/rooms/2", "en-AU")),
        json!({
            "type": "https://example.com/problems/1004",
            "title": "The room does not exist",
            "status": 404,
            "detail": "The room does not exist",
            "code": 1004,
        })
    );
}

#[test]
fn success_is_unchanged() {
    let server = Server::start();
    let answer = server.get("/rooms/1", "zh-HK");
    assert_eq!((answer.status, answer.body.as_str()), (200, r#"{"number":1}"#));
    assert_eq!((answer.header("Vary"), answer.header("Content-Language")), ("", ""));
    assert_eq!(server.ask("POST /rooms", &[], r#"{"number":2}"#).status, 201);
    assert_eq!(server.log(), "");
}

#[test]
fn failure_with_action_returns_its_label() {
    let server = Server::start();
    for (language, text, label) in [
        ("zh-HK", "您的帳號已在其他裝置上登入", "返回登入頁面"),
        ("en-US", "Your account is being used on another device", "Back to sign-in"),
    ] {
        let problem = problem(&server.get("/codes/30206", language));
        assert_eq!(problem["detail"], text);
        assert_eq!(problem["action"], json!({ "id": "return-to-login", "label": label }));
    }
}

#[test]
fn failure_detail_depends_on_arguments_and_title_does_not() {
    let server = Server::start();
    for (body, detail) in [(r#"{"reused":true}"#, "請先登入 IM"), (r#"{"reused":false}"#, "IM 登入失敗")] {
        let answer = server.ask("POST /im/sign-in", &[b"Accept-Language: zh-HK"], body);
        assert_eq!((answer.status, answer.header("WWW-Authenticate")), (401, "Bearer"));
        let problem = problem(&answer);
        assert_eq!((&problem["title"], &problem["detail"]), (&json!("IM 登入失敗"), &json!(detail)));
    }
}

#[test]
fn failure_with_unknown_code_shows_its_number() {
    let server = Server::start();
    let answer = server.get("/codes/4711", "zh-CN");
    assert_eq!(answer.status, 500);
    assert_eq!(answer.header("Content-Language"), "zh-CN");
    // Isolation marks around the number protect right-to-left text.
    assert_eq!(answer.member("detail"), "出现未知错误（错误码 \u{2068}4711\u{2069}）");
}

#[test]
fn failure_of_axum_returns_problem_details() {
    let deep = "[".repeat(10_000);
    let long = "[".repeat(17_000);
    let (invalid, json) = ("A parameter is not valid", b"Content-Type: application/json".as_slice());
    let cases = [
        ("GET /", None, "", 404, 404, "This operation does not exist"),
        ("PUT /rooms", None, "", 405, 405, "This method is not supported"),
        ("GET /rooms/one", None, "", 400, 400, invalid),
        ("GET /rooms/99999999999999999999999", None, "", 400, 400, invalid),
        ("GET /rooms/%ff", None, "", 400, 400, invalid),
        ("POST /rooms", None, "{", 400, 400, invalid),
        ("POST /rooms", None, &deep, 422, 400, invalid),
        ("POST /rooms", None, r#"{"number":"two"}"#, 422, 400, invalid),
        ("POST /rooms", None, &long, 413, 400, invalid),
        ("POST /rooms", Some(json), "", 400, 400, invalid),
        ("POST /rooms", None, "", 415, 415, "This data format is not supported"),
    ];
    let server = Server::start();
    for (request, header, body, status, code, detail) in cases {
        let answer = server.ask(request, header.as_slice(), body);
        let problem = problem(&answer);
        let found = (answer.status, &problem["code"], &problem["detail"]);
        assert_eq!(found, (status, &json!(code), &json!(detail)), "{request} {body:.20}");
    }
    assert_eq!(server.ask("PUT /rooms", &[], "").header("Allow"), "POST");
}

#[test]
fn failure_of_other_layers_and_panics_returns_problem_details() {
    let upstream = r#"{"type":"about:blank","status":404}"#;
    let is_problem = (CONTENT_TYPE, "application/problem+json");
    let routes = Router::new()
        .route("/teapot", get(|| async { (StatusCode::IM_A_TEAPOT, "short and stout") }))
        .route("/limit", get(|| async { StatusCode::TOO_MANY_REQUESTS }))
        .route("/gateway", get(|| async { StatusCode::GATEWAY_TIMEOUT }))
        .route(
            "/panic",
            get(|| async {
                if true {
                    panic!("on purpose")
                }
            }),
        )
        .route("/upstream", get(move || async move { (StatusCode::NOT_FOUND, [is_problem], upstream) }));
    let server = Server::of(explained(routes, LiveCatalog::new(Catalog::embedded())));
    for (path, status, code) in
        [("/teapot", 418, 400), ("/limit", 429, 503), ("/gateway", 504, 500), ("/panic", 500, 500)]
    {
        let answer = server.get(path, "ja");
        assert_eq!((answer.status, &problem(&answer)["code"]), (status, &json!(code)), "{path}");
    }
    assert_eq!(server.get("/upstream", "ja").body, upstream);
}

#[test]
fn head_request_returns_the_same_headers_without_a_body() {
    let server = Server::start();
    for (path, status) in [("/rooms/2", 404), ("/codes/30206", 401), ("/nowhere", 404), ("/im/sign-in", 405)] {
        let headers: &[&[u8]] = &[b"Accept-Language: zh-HK"];
        let head = server.ask(&format!("HEAD {path}"), headers, "");
        let get = server.ask(&format!("GET {path}"), headers, "");
        assert_eq!((head.status, head.body.as_str()), (status, ""), "{path}");
        for header in ["Content-Type", "Content-Language", "Content-Length", "Vary", "Allow", "WWW-Authenticate"] {
            assert_eq!(head.header(header), get.header(header), "{path} {header}");
        }
    }
}

#[test]
fn failure_status_is_that_of_the_code() {
    let table = [
        (400, "400"),
        (401, "401 -4 30206"),
        (403, "403"),
        (404, "404 701 1004 1011 1015"),
        (405, "405"),
        (409, "409 703 1002 1006 1007 1008 1009 1010 1012 30015"),
        (410, "30207"),
        (415, "415"),
        (422, "1003 1005 1014"),
        (500, "500 -1 4711"),
        (502, "700 702"),
        (503, "503 1001"),
    ];
    let server = Server::start();
    for (status, codes) in table {
        for code in codes.split(' ') {
            assert_eq!(server.get(&format!("/codes/{code}"), "en").status, status, "{code}");
        }
    }
}

#[test]
fn failure_response_has_no_description_or_cause() {
    let server = Server::start();
    let descriptions = [
        (-4, "im登录错误", "IM sign-in error"),
        (-1, "rtc初始化错误", "RTC initialization error"),
        (401, "鉴权失败", "Authentication failed"),
        (30015, "音视频断开连接", "RTC disconnected"),
        (30206, "收到本人退出房间通知", "Notification that the current user"),
    ];
    for (code, chinese, english) in descriptions {
        for language in ["zh-CN", "en-US"] {
            let answer = server.get(&format!("/codes/{code}"), language);
            assert!(!answer.body.contains(chinese) && !answer.body.contains(english), "{}", answer.body);
        }
    }
    for (request, body, cause) in
        [("POST /im/sign-in", r#"{"reused":true}"#, "no such token"), ("POST /rooms", "{}", "missing field")]
    {
        assert!(!server.ask(request, &[], body).body.contains(cause));
        assert!(server.log().contains(cause));
    }
}

#[test]
fn readme_shows_the_actual_response_and_log() {
    let readme = include_str!("../../README.md");
    let (_, shown) = readme.split_once("HTTP/1.1 401 Unauthorized\n").unwrap();
    let (headers, body) = shown.split_once("\n\n").unwrap();
    let server = Server::start();
    let answer = server.get("/codes/30206", "zh-HK, en;q=0.5");
    assert_eq!(answer.status, 401);
    for (name, value) in headers.lines().map(|line| line.split_once(": ").unwrap()) {
        assert_eq!(answer.header(name), value, "{name}");
    }
    let mut shown: Value = serde_json::from_str(body.lines().next().unwrap()).unwrap();
    shown["instance"] = answer.member("instance");
    assert_eq!(shown, serde_json::from_str::<Value>(&answer.body).unwrap());
    let logged = readme.lines().find_map(|line| line.strip_prefix("INFO failure{…}: ")).unwrap();
    assert!(server.log().contains(logged), "{}", server.log());
}

#[test]
fn failure_shows_overrides_and_their_changes() {
    let dir = Path::new(env!("CARGO_TARGET_TMPDIR")).join("wording");
    fs::create_dir_all(dir.join("en-US")).unwrap();
    let file = dir.join("en-US/school.ftl");
    fs::write(&file, "room-not-found = There is no such classroom\n").unwrap();
    let catalog = LiveCatalog::new(Catalog::embedded().with_overrides(&dir).unwrap());
    let server = Server::of(app(catalog.clone()));
    let detail = || server.get("/rooms/2", "en").member("detail");
    assert_eq!(detail(), "There is no such classroom");
    fs::write(&file, "room-not-found = This classroom does not exist\n").unwrap();
    assert_eq!(catalog.reload().to_string(), "en-US applied");
    assert_eq!(detail(), "This classroom does not exist");
}
