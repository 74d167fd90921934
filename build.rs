//! Prepares what the binary embeds: the gazetteer, packed from the tables under `seeds/reference`.
//!
//! Enters: the tables. Leaves: four byte images in `OUT_DIR`, which `src/reference/gazetteer.rs` reads where they lie.
//! Example: a line for Kunduz becomes a record of 28 bytes and the keys that lead to it.

#[path = "build/areas.rs"]
mod areas;
#[path = "src/reference/fold.rs"]
mod fold;
#[path = "build/gazetteer.rs"]
mod gazetteer;
#[path = "build/keys.rs"]
mod keys;
#[path = "build/pack.rs"]
mod pack;
#[path = "build/rules.rs"]
mod rules;
#[path = "build/table.rs"]
mod table;

use std::path::Path;

#[allow(clippy::disallowed_methods)] // cargo names the directory in the environment and nowhere else
fn main() -> Result<(), Box<dyn std::error::Error>> {
    println!("cargo:rerun-if-changed=migrations");
    println!("cargo:rerun-if-changed=build");
    println!("cargo:rerun-if-changed=src/reference/fold.rs");
    for table in gazetteer::TABLES {
        println!("cargo:rerun-if-changed={}/{table}", gazetteer::SEEDS);
    }
    for root in rules::ROOTS {
        println!("cargo:rerun-if-changed={root}");
    }
    println!("cargo:rustc-env=RULES_FINGERPRINT={}", rules::fingerprint()?);
    let out = std::env::var_os("OUT_DIR").ok_or("cargo sets OUT_DIR")?;
    gazetteer::write(Path::new(gazetteer::SEEDS), Path::new(&out))
}
