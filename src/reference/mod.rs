//! The reference data that the program carries: lexicons, groups, places, countries.

pub mod countries;
pub mod gazetteer;
pub mod groups;

pub mod fold {
    //! One spelling for lookups.
    include!("fold.rs");
}
