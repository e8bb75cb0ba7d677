//! A server that limits the size and time of a request's head, and the number of connections.

use std::convert::Infallible;
use std::io;
use std::sync::Arc;
use std::time::Duration;

use axum::Router;
use hyper::server::conn::http1;
use hyper_util::rt::{TokioIo, TokioTimer};
use hyper_util::service::TowerToHyperService;
use tokio::net::TcpListener;
use tokio::sync::Semaphore;

/// The maximum size of a request's head in bytes: method, path and headers. A longer one gets a 431 without a body.
const MAX_HEAD: usize = 16 * 1024;

/// The time limit for receiving the head, and for a connection to wait for its next request.
const MAX_HEAD_TIME: Duration = Duration::from_secs(10);

/// The maximum of connections that are served at a time. Others wait to be accepted.
const MAX_CONNECTIONS: usize = 256;

/// Serves until the process ends.
pub async fn serve(listener: TcpListener, app: Router) -> io::Result<Infallible> {
    let mut http = http1::Builder::new();
    http.max_buf_size(MAX_HEAD).timer(TokioTimer::new()).header_read_timeout(MAX_HEAD_TIME);
    let places = Arc::new(Semaphore::new(MAX_CONNECTIONS));
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
            if let Err(error) = connection.await {
                tracing::debug!(error = error.to_string(), "a connection failed");
            }
            drop(place);
        });
    }
}
