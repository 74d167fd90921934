//! What kind of value a column holds.
//!
//! Enters: a column's name; names are API and mean the same in every table. Leaves: its type in Frictionless terms.
//! Example: `killed_low` → integer, `date_start` → date, `suicide` → boolean.

/// The types of Frictionless that the exports use.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// A whole number.
    Integer,
    /// A number.
    Number,
    /// 1 or 0 in CSV, true or false in JSON.
    Boolean,
    /// `YYYY-MM-DD`.
    Date,
    /// `YYYY-MM-DDThh:mm:ssZ`.
    DateTime,
    /// Anything else, also a publication date or its month, of which no more than the year may be known.
    String,
}

impl Kind {
    /// The name in a descriptor.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Integer => "integer",
            Self::Number => "number",
            Self::Boolean => "boolean",
            Self::Date => "date",
            Self::DateTime => "datetime",
            Self::String => "string",
        }
    }
}

/// The kind of the column called `name`.
pub fn kind(name: &str) -> Kind {
    match name {
        "suicide"
        | "is_primary"
        | "is_stale"
        | "is_doubtful"
        | "dead_attackers"
        | "attackers_apart"
        | "injuries"
        | "includes_perpetrators"
        | "named" => Kind::Boolean,
        "latitude" | "longitude" | "score" | "doubt" => Kind::Number,
        "date_start" | "date_end" | "first_incident" | "last_incident" => Kind::Date,
        "ingested_at" | "started_at" | "finished_at" | "decided_at" => Kind::DateTime,
        "source_id" => Kind::String,
        "id"
        | "seq"
        | "low"
        | "high"
        | "position"
        | "gtd_code"
        | "superseded_by"
        | "undoes"
        | "articles"
        | "voices"
        | "number"
        | "rank"
        | "nothing_said"
        | "speaker_rank"
        | "incidents"
        | "claimed"
        | "accused"
        | "suspected"
        | "stated"
        | "denied"
        | "relevant"
        | "irrelevant"
        | "unreadable"
        | "superseded"
        | "incidents_without_toll"
        | "new"
        | "known"
        | "updated"
        | "refused" => Kind::Integer,
        _ if ["_id", "_low", "_high", "_best", "_byte", "_char"].iter().any(|end| name.ends_with(end)) => Kind::Integer,
        _ => Kind::String,
    }
}
