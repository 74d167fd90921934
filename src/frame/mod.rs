//! From chunks to what a sentence reports.
//!
//! Enters: the items of each sentence. Leaves: casualties, triggers, claims, with their spans and rules.
//! Example: `police said that two had died` is two people killed, and the police who say so.

pub mod casualty;
pub mod claim;
pub mod damage;
pub mod dating;
pub mod fire;
pub mod habit;
pub mod intended;
pub mod left_bomb;
pub mod pattern;
pub mod place;
pub mod ramming;
pub mod relation;
pub mod report;
pub mod rule;
pub mod signs;
pub mod speaker;
pub mod state;
pub mod struck;
pub mod suicide;
pub mod taking;
pub mod target;
pub mod trail;
pub mod trigger;
pub mod unreal;
pub mod weapon;
pub mod words;
