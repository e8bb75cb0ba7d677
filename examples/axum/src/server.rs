//! A server that limits the size and time of a request's head, and the number and time of connections.

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

/// The maximum size of a request's head in bytes: method, path and headers. A longer one gets a 431 without a body.
const MAX_HEAD: usize = 16 * 1024;

/// Limits for connections.
#[derive(Clone, Copy, Debug)]
pub struct Limits {
    /// The time for receiving a request's head, and for a connection to wait for its next request.
    pub head: Duration,
    /// The time after which a connection is closed, once the present response is written, so that others are served.
    pub connection: Duration,
    /// The time for that last response, until the client has read it. Then the connection is dropped.
    pub last_answer: Duration,
    /// The number of connections that are served at a time. Others wait to be accepted.
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

/// Serves until the process ends. An error of one connection is logged, and the others are served.
pub async fn serve(listener: TcpListener, app: Router, limits: Limits) -> io::Result<Infallible> {
    let mut http = http1::Builder::new();
    http.max_buf_size(MAX_HEAD).timer(TokioTimer::new()).header_read_timeout(limits.head);
    let places = Arc::new(Semaphore::new(limits.connections));
    loop {
        let place = places.clone().acquire_owned().await.map_err(io::Error::other)?;
        let stream = match listener.accept().await {
            Ok((stream, _)) => stream,
            Err(error) => {
                // The client has left, or there is no free file descriptor. Other clients may still be served.
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
                Ok(Err(error)) => tracing::debug!(error = error.to_string(), "a connection failed"),
                Err(_) => tracing::debug!("a connection was dropped: its client does not read the response"),
            }
            drop(place);
        });
    }
}
