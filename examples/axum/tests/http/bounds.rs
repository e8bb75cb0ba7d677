//! Limits for requests and connections.

use std::io::{ErrorKind, Read, Write};
use std::thread;
use std::time::Duration;

use axum_example::app;
use axum_example::server::Limits;
use code_prompts::{Catalog, LiveCatalog};

use crate::support::{Answer, Server};

#[test]
fn limit_of_head_size_returns_431() {
    let server = Server::start();
    let beginning = "GET /rooms/2 HTTP/1.1\r\nAccept-Language: ";
    let answer = server.send(format!("{beginning}{}", "x".repeat(16 * 1024 - beginning.len())).as_bytes());
    assert_eq!(answer.status, 431);
    let many = "X: y\r\n".repeat(200);
    assert_eq!(server.send(format!("GET /rooms/2 HTTP/1.1\r\n{many}\r\n").as_bytes()).status, 431);
}

#[test]
fn limit_of_head_time_closes_the_connection() {
    let (_server, mut client) = Server::impatient(b"GET /rooms/2 HTTP/1.1\r\nAccept-Language: zh");
    let mut answer = String::new();
    client.read_to_string(&mut answer).unwrap();
    assert_eq!(answer, "");
}

#[test]
fn limit_of_body_time_returns_503() {
    let head = "POST /rooms HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: 9\r\n\r\n{";
    let (server, mut client) = Server::impatient(head.as_bytes());
    let answer = Answer::read(&mut client);
    assert_eq!((answer.status, answer.member("detail")), (503, "The service is busy".into()));
    assert_eq!(answer.member("retryable"), true);
    assert!(server.log().contains(r#"cause="it took too long""#), "{}", server.log());
}

#[test]
fn limit_of_connections_makes_the_next_one_wait() {
    let server = Server::start();
    let mut open: Vec<_> = (0..256).map(|_| server.connect()).collect();
    let mut waiting = server.connect();
    waiting.write_all(b"GET /rooms/2 HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n").unwrap();
    waiting.set_read_timeout(Some(Duration::from_millis(300))).unwrap();
    let error = waiting.read(&mut [0; 1]).unwrap_err();
    assert!(matches!(error.kind(), ErrorKind::WouldBlock | ErrorKind::TimedOut), "{error}");
    open.pop();
    waiting.set_read_timeout(Some(Duration::from_secs(30))).unwrap();
    assert_eq!(Answer::read(&mut waiting).status, 404);
}

/// Limits for a server that serves one client, and that nobody has to wait for.
fn one_client() -> Limits {
    Limits {
        connection: Duration::from_millis(200),
        last_answer: Duration::from_millis(200),
        connections: 1,
        ..Limits::default()
    }
}

#[test]
fn clients_that_never_read_are_dropped() {
    let server = Server::limited(app(LiveCatalog::new(Catalog::embedded())), one_client());
    let mut greedy = server.connect();
    let requests = "GET /codes/1004 HTTP/1.1\r\nHost: x\r\n\r\n".repeat(100);
    // Until the server drops the connection: it reads no more once it can't write its answers.
    let asking = thread::spawn(move || while greedy.write_all(requests.as_bytes()).is_ok() {});
    assert_eq!(server.get("/rooms/2", "en").status, 404);
    asking.join().unwrap();
}

#[test]
fn clients_that_keep_their_connection_make_room_for_others() {
    let server = Server::limited(app(LiveCatalog::new(Catalog::embedded())), one_client());
    let mut busy = server.connect();
    let asking = thread::spawn(move || {
        while busy.write_all(b"GET /rooms/2 HTTP/1.1\r\nHost: x\r\n\r\n").is_ok()
            && busy.read(&mut [0; 4096]).is_ok_and(|read| read > 0)
        {
            thread::sleep(Duration::from_millis(20));
        }
    });
    assert_eq!(server.get("/rooms/2", "en").status, 404);
    asking.join().unwrap();
}
