//! From frames to mentions: which incident each fact belongs to, and what its words come to.

pub mod mention;
