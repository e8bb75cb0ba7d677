//! Serves on `PORT` (3000 if it is not set), with the texts of the folder `OVERRIDES` if that is set. They are reloaded
//! whenever a file changes.

use std::env::{VarError, var, var_os};
use std::error::Error;
use std::io;
use std::net::Ipv4Addr;

use axum_example::app;
use axum_example::server::{Limits, serve};
use code_prompts::{Catalog, LiveCatalog};
use tokio::net::TcpListener;

#[tokio::main]
async fn main() -> Result<(), Box<dyn Error>> {
    tracing_subscriber::fmt().with_writer(io::stderr).init();
    let port: u16 = match var("PORT") {
        Ok(port) => port.parse().map_err(|error| format!("PORT={port}: {error}; set it to a number such as 3000"))?,
        Err(VarError::NotPresent) => 3000,
        Err(error) => return Err(format!("PORT: {error}").into()),
    };
    let overrides = var_os("OVERRIDES");
    let mut catalog = Catalog::embedded();
    if let Some(folder) = &overrides {
        catalog = catalog.with_overrides(folder).map_err(|error| format!("OVERRIDES: {error:#}"))?;
    }
    for fault in catalog.faults() {
        tracing::warn!(fault = fault.to_string(), help = fault.help(), "the catalogue has a fault");
    }
    let catalog = LiveCatalog::new(catalog);
    // Watches until it is dropped. The embedded texts never change.
    let _watcher = match overrides {
        Some(_) => Some(catalog.watch(|report| tracing::info!(%report, "the texts were reloaded"))?),
        None => None,
    };
    let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, port)).await?;
    tracing::info!(address = %listener.local_addr()?, "listening");
    match serve(listener, app(catalog), Limits::default()).await? {}
}
