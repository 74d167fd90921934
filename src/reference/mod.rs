//! Reference data that every room may ask: places, countries, groups, and the key under which names meet.
//!
//! A name enters, what is known of it leaves: `fold::fold("Khōst")` is `khost`, `gazetteer::lookup("khost")` the town
//! and the province in Afghanistan.

pub mod countries;
pub mod fold;
pub mod gazetteer;
pub mod geonames;
pub mod groups;
pub mod own;
