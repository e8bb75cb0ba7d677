//! A server whose log can be read, and a client that can send malformed requests.

use std::io::{self, Read, Write};
use std::net::{SocketAddr, TcpStream};
use std::sync::{Arc, Mutex};
use std::thread;
use std::time::Duration;

use axum::Router;
use axum_example::app;
use axum_example::server::{Limits, serve};
use code_prompts::{Catalog, LiveCatalog};
use serde_json::Value;
use tokio::net::TcpListener;
use tokio::runtime::Builder;

pub struct Server {
    address: SocketAddr,
    log: Log,
}

#[derive(Clone, Default)]
struct Log(Arc<Mutex<Vec<u8>>>);

impl Write for Log {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.0.lock().unwrap().write(bytes)
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

impl Server {
    pub fn start() -> Self {
        Self::of(app(LiveCatalog::new(Catalog::embedded())))
    }

    pub fn of(app: Router) -> Self {
        Self::limited(app, Limits::default())
    }

    pub fn limited(app: Router, limits: Limits) -> Self {
        Self::run(app, limits, Builder::new_current_thread().enable_all(), |_| {})
    }

    /// Starts a server that receives a request first. Its clock then jumps to the next timeout whenever it is idle.
    pub fn impatient(request: &[u8]) -> (Self, TcpStream) {
        let mut client = None;
        let mut builder = Builder::new_current_thread();
        let builder = builder.enable_all().start_paused(true);
        let server = Self::run(app(LiveCatalog::new(Catalog::embedded())), Limits::default(), builder, |server| {
            let mut stream = server.connect();
            stream.write_all(request).unwrap();
            client = Some(stream);
        });
        (server, client.unwrap())
    }

    /// Serves on a thread with its own log. The thread ends with the test's process.
    fn run(app: Router, limits: Limits, builder: &mut Builder, before: impl FnOnce(&Self)) -> Self {
        let runtime = builder.build().unwrap();
        let listener = runtime.block_on(TcpListener::bind("127.0.0.1:0")).unwrap();
        let server = Self { address: listener.local_addr().unwrap(), log: Log::default() };
        before(&server);
        let writer = server.log.clone();
        let subscriber = tracing_subscriber::fmt().with_writer(move || writer.clone()).without_time().finish();
        thread::spawn(move || {
            tracing::subscriber::with_default(subscriber, || runtime.block_on(serve(listener, app, limits)))
        });
        server
    }

    pub fn connect(&self) -> TcpStream {
        let stream = TcpStream::connect(self.address).unwrap();
        stream.set_read_timeout(Some(Duration::from_secs(30))).unwrap();
        stream
    }

    /// Sends bytes, and reads until the server closes the connection.
    pub fn send(&self, request: &[u8]) -> Answer {
        let mut stream = self.connect();
        stream.write_all(request).unwrap();
        Answer::read(&mut stream)
    }

    /// Sends a request with these header lines and, if not empty, a JSON body.
    pub fn ask(&self, method_and_path: &str, headers: &[&[u8]], body: &str) -> Answer {
        let mut request = format!("{method_and_path} HTTP/1.1\r\nHost: x\r\nConnection: close\r\n").into_bytes();
        if !body.is_empty() {
            request.extend(format!("Content-Type: application/json\r\nContent-Length: {}\r\n", body.len()).bytes());
        }
        for header in headers {
            request.extend([header, b"\r\n".as_slice()].concat());
        }
        request.extend([b"\r\n", body.as_bytes()].concat());
        self.send(&request)
    }

    pub fn get(&self, path: &str, accept_language: &str) -> Answer {
        self.ask(&format!("GET {path}"), &[format!("Accept-Language: {accept_language}").as_bytes()], "")
    }

    /// Returns the log so far. A failure is logged before the response is sent.
    pub fn log(&self) -> String {
        String::from_utf8(self.log.0.lock().unwrap().clone()).unwrap()
    }
}

pub struct Answer {
    pub status: u16,
    head: String,
    pub body: String,
}

impl Answer {
    pub fn read(stream: &mut TcpStream) -> Self {
        let mut answer = String::new();
        stream.read_to_string(&mut answer).unwrap();
        let (head, body) = answer.split_once("\r\n\r\n").expect("a head ends with an empty line");
        let status = head.split(' ').nth(1).unwrap().parse().unwrap();
        Self { status, head: head.to_owned(), body: body.to_owned() }
    }

    /// Returns the value of a header, or an empty text if it is missing.
    pub fn header(&self, name: &str) -> &str {
        let fields = self.head.lines().filter_map(|line| line.split_once(": "));
        fields.into_iter().find(|(field, _)| field.eq_ignore_ascii_case(name)).map_or("", |(_, value)| value)
    }

    /// Returns a member of the problem details, or `null` if it is missing.
    pub fn member(&self, name: &str) -> Value {
        serde_json::from_str::<Value>(&self.body).expect(&self.body)[name].take()
    }
}
