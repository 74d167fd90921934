//! From the database to files that other programs read.
//!
//! Enters: a database and the names of tables. Leaves: CSV or JSON lines, each file whole or not at all, and a
//! `datapackage.json` that says what every column means.
//! Example: `exports/incident_summary.sql` → `incident_summary.csv`; the query's column list is the header.

pub mod cell;
mod column;
pub mod convention;
mod descriptor;
mod failure;
mod folder;
pub mod sheet;
mod table;
pub mod whole;
mod write;

pub use convention::CONVENTIONS;
pub use folder::{Written, folder};
pub use table::{TABLES, Table};
pub use write::{Kind, table};
