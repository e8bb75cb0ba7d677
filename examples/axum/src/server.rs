//! A server with limits on what clients may do: the size and the time of a request's head, and how many connections there are
//! and how long they last.

use std::convert::Infallible;
use std::io;
use std::pin::pin;
use std::sync::Arc;
use std::time::Duration;

use axum::Router;
use hyper::server::conn::http1;
use hyper_util::rt::{TokioIo, TokioTimer};
use hyper_util::service::TowerToHyperService;
use tokio::net::TcpListener;
use tokio::sync::Semaphore;
use tokio::time::timeout;

/// How many bytes the method, the path and all headers may have together. What is longer gets a 431, without a body.
const MAX_HEAD: usize = 16 * 1024;

/// How long clients may take, and how many are served at the same time.
#[derive(Clone, Copy, Debug)]
pub struct Limits {
    /// How long a request's head may take to arrive, and how long a connection may wait for its next request.
    pub head: Duration,
    /// How long a connection may last. Then it is closed after the present answer, so that nobody keeps a place for good.
    pub connection: Duration,
    /// How long that last answer may take, the client's reading of it included. Then the connection is dropped.
    pub last_answer: Duration,
    /// How many connections are served at the same time. Others wait to be accepted.
    pub connections: usize,
}

impl Default for Limits {
    fn default() -> Self {
        Self {
            head: Duration::from_secs(10),
            connection: Duration::from_secs(20),
            last_answer: Duration::from_secs(15),
            connections: 256,
        }
    }
}

/// Serves for as long as the process lives.
/// An error of one connection is logged, and the others are served.
pub async fn serve(listener: TcpListener, app: Router, limits: Limits) -> io::Result<Infallible> {
    let mut http = http1::Builder::new();
    http.max_buf_size(MAX_HEAD).timer(TokioTimer::new()).header_read_timeout(limits.head);
    let places = Arc::new(Semaphore::new(limits.connections));
    loop {
        let place = places.clone().acquire_owned().await.map_err(io::Error::other)?;
        let stream = match listener.accept().await {
            Ok((stream, _)) => stream,
            Err(error) => {
                // The client has gone, or there is no file descriptor left. In either case others may be served.
                tracing::warn!(%error, "a connection was not accepted");
                tokio::time::sleep(Duration::from_millis(100)).await;
                continue;
            }
        };
        let connection = http.serve_connection(TokioIo::new(stream), TowerToHyperService::new(app.clone()));
        tokio::spawn(async move {
            let mut connection = pin!(connection);
            let ended = match timeout(limits.connection, connection.as_mut()).await {
                Ok(ended) => Ok(ended),
                Err(_) => {
                    connection.as_mut().graceful_shutdown();
                    timeout(limits.last_answer, connection).await
                }
            };
            match ended {
                Ok(Ok(())) => {}
                Ok(Err(error)) => tracing::debug!(error = error.to_string(), "a connection broke off"),
                Err(_) => tracing::debug!("a connection was dropped: its client does not read the answer"),
            }
            drop(place);
        });
    }
}
