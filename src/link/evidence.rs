//! Reasons for and against two accounts being one incident.
//!
//! Enters: a comparison of one kind. Leaves: named points; their sum decides, and the names are stored.
//! Example: `Reason { name: "same day", points: 3.0 }`.

/// One named reason; points against are negative.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Reason {
    /// What was found, in a few words; shown to the analyst.
    pub name: &'static str,
    /// What it weighs.
    pub points: f64,
}

impl Reason {
    /// A reason of this weight.
    pub const fn new(name: &'static str, points: f64) -> Self {
        Self { name, points }
    }

    /// A reason that no other can outweigh.
    pub const fn veto(name: &'static str) -> Self {
        Self { name, points: -100.0 }
    }
}

/// What the reasons come to.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Verdict {
    /// One incident.
    Same,
    /// Perhaps one; never merged, a person decides.
    Maybe,
    /// Two incidents.
    Different,
}

impl Verdict {
    /// The code as stored.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Same => "same",
            Self::Maybe => "maybe",
            Self::Different => "different",
        }
    }
}

/// A pair of accounts that was close enough to be compared.
#[derive(Clone, Debug, PartialEq)]
pub struct Link {
    /// Key of the first account; less than `b`.
    pub a: String,
    /// Key of the second account.
    pub b: String,
    /// What the reasons come to.
    pub verdict: Verdict,
    /// Sum of the points.
    pub score: f64,
    /// In the order of comparison.
    pub reasons: Vec<Reason>,
}
