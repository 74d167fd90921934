//! Reads news and encyclopedic articles about armed attacks and normalises them into one `SQLite` file,
//! in which every value points at the words that say it and every total is a view over stated figures.
//!
//! Enters: articles. Leaves: rows, and tables exported from them.
//! Example: `Gunmen killed four people in Herat on 3 May 2024.` is an incident of that day and town with four victims.
//!
//! Facts flow one way: [`read`] → [`text`] → [`annotate`] → [`frame`] → [`resolve`] → [`link`] → [`store`] →
//! [`export`]. A room uses only rooms to its left and the shared words ([`span`], [`vocabulary`], [`error`],
//! [`reference`]).

pub mod annotate;
pub mod cli;
pub mod error;
pub mod evaluate;
pub mod export;
pub mod extract;
pub mod frame;
pub mod link;
pub mod read;
pub mod reference;
pub mod resolve;
pub mod span;
pub mod store;
pub mod text;
pub mod vocabulary;
