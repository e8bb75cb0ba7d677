use std::io;

use axum_example::app;
use axum_example::server::{Limits, serve};
use code_prompts::Catalog;
use tokio::net::TcpListener;

#[tokio::main]
async fn main() -> io::Result<()> {
    tracing_subscriber::fmt().with_writer(io::stderr).init();
    let catalog = Catalog::embedded();
    for fault in catalog.faults() {
        tracing::warn!(fault = fault.to_string(), help = fault.help(), "the catalogue has a fault");
    }
    let listener = TcpListener::bind("127.0.0.1:3000").await?;
    tracing::info!(address = %listener.local_addr()?, "listening");
    match serve(listener, app(catalog), Limits::default()).await? {}
}
