//! Example handlers, most of which fail.

use axum::extract::Path;
use axum::http::StatusCode;
use axum::routing::{get, post};
use axum::{Json, Router};
use code_prompts::ErrorCode;
use serde::{Deserialize, Serialize};

use crate::failure::Failure;

pub fn routes() -> Router {
    Router::new()
        .route("/rooms", post(create_room))
        .route("/rooms/{number}", get(find_room))
        .route("/im/sign-in", post(sign_in_to_im))
        .route("/codes/{code}", get(fail))
}

#[derive(Deserialize, Serialize)]
#[serde(deny_unknown_fields)]
struct Room {
    number: u64,
}

/// Only room 1 exists.
async fn find_room(Path(number): Path<u64>) -> Result<Json<Room>, Failure> {
    if number == 1 { Ok(Json(Room { number })) } else { Err(ErrorCode::ROOM_NOT_FOUND.into()) }
}

async fn create_room(Json(room): Json<Room>) -> Result<(StatusCode, Json<Room>), Failure> {
    if room.number == 1 { Err(ErrorCode::ROOM_ALREADY_EXISTS.into()) } else { Ok((StatusCode::CREATED, Json(room))) }
}

#[derive(Deserialize)]
struct SignIn {
    reused: bool,
}

/// Fails with a code whose prompt depends on an argument.
async fn sign_in_to_im(Json(sign_in): Json<SignIn>) -> Result<(), Failure> {
    let failure = Failure::from(ErrorCode::IM_LOGIN_FAILED).with("im-reused", sign_in.reused);
    Err(failure.because("the IM service said: \u{1b}[31mno such token\r\n"))
}

/// Fails with the code in the path.
async fn fail(Path(code): Path<i64>) -> Result<(), Failure> {
    Err(ErrorCode::new(code).into())
}
