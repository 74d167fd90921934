//! Reference data that every room may ask: the places of the world and the key under which names meet.
//!
//! A name enters, what is known of it leaves: `fold::fold("Khōst")` is `khost`, `gazetteer::lookup("khost")` the town
//! and the province in Afghanistan.

pub mod fold;
pub mod gazetteer;
