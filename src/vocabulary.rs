//! The closed vocabularies as enums.
//!
//! Enters: a code as stored or printed. Leaves: a value that cannot be anything else.
//! Example: `AttackType::Ied.code() == "ied"`, and `"ied".parse()` gives it back.

/// Declares an enum whose variants are codes: `code()`, `ALL`, `FromStr`, `Display` and serde follow.
macro_rules! vocabulary {
    ($(#[$meta:meta])* $name:ident { $($(#[$vmeta:meta])* $variant:ident = $code:literal),+ $(,)? }) => {
        $(#[$meta])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize, serde::Deserialize)]
        pub enum $name {
            $($(#[$vmeta])* #[doc = concat!("`", $code, "`")] #[serde(rename = $code)] $variant),+
        }

        impl $name {
            /// Every value, in the order of the vocabulary.
            pub const ALL: &'static [Self] = &[$(Self::$variant),+];

            /// The code as stored and printed.
            pub const fn code(self) -> &'static str {
                match self { $(Self::$variant => $code),+ }
            }
        }

        impl std::str::FromStr for $name {
            type Err = crate::error::Error;

            fn from_str(code: &str) -> Result<Self, Self::Err> {
                match code {
                    $($code => Ok(Self::$variant),)+
                    _ => Err(crate::error::Error::UnknownCode { vocabulary: stringify!($name), code: code.to_owned() }),
                }
            }
        }

        impl std::fmt::Display for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.write_str(self.code())
            }
        }
    };
}

vocabulary! {
    /// How the attack was carried out.
    AttackType {
        ArmedAssault = "armed_assault", Bombing = "bombing", SuicideBombing = "suicide_bombing",
        VehicleRamming = "vehicle_ramming", Assassination = "assassination", Kidnapping = "kidnapping",
        HostageTaking = "hostage_taking", Hijacking = "hijacking", Arson = "arson", Ambush = "ambush",
        MortarOrRocket = "mortar_or_rocket", DroneStrike = "drone_strike", Ied = "ied", Stabbing = "stabbing",
        Other = "other",
    }
}

vocabulary! {
    /// What or who was attacked: the 22 of GTD in its order.
    TargetType {
        Business = "business", Government = "government", Police = "police", Military = "military",
        Abortion = "abortion", AirportAircraft = "airport_aircraft", Diplomatic = "diplomatic",
        Education = "education", FoodWater = "food_water", Media = "media", Maritime = "maritime", Ngo = "ngo",
        Other = "other", Civilian = "civilian", Religious = "religious", Telecom = "telecom", Militia = "militia",
        Tourist = "tourist", Transport = "transport", Unknown = "unknown", Utility = "utility", Party = "party",
    }
}

vocabulary! {
    /// What a target is.
    TargetKind { Person = "person", Facility = "facility", Vehicle = "vehicle", Organization = "organization" }
}

vocabulary! {
    /// What was used: the 13 of GTD in its order.
    WeaponType {
        Biological = "biological", Chemical = "chemical", Radiological = "radiological", Nuclear = "nuclear",
        Firearm = "firearm", Explosive = "explosive", Fake = "fake", Incendiary = "incendiary", Melee = "melee",
        Vehicle = "vehicle", Sabotage = "sabotage", Other = "other", Unknown = "unknown",
    }
}

vocabulary! {
    /// How far the attack got.
    IncidentOutcome { Completed = "completed", Attempted = "attempted", Foiled = "foiled", Threatened = "threatened" }
}

vocabulary! {
    /// How exactly a date is known.
    DatePrecision { Day = "day", Range = "range", Month = "month", Year = "year" }
}

vocabulary! {
    /// Where a date comes from.
    DateBasis { Stated = "stated", Relative = "relative", Dateline = "dateline", Published = "published", Inferred = "inferred" }
}

vocabulary! {
    /// How exactly a place is known.
    PlacePrecision { Site = "site", Place = "place", Admin2 = "admin2", Admin1 = "admin1", Country = "country" }
}

vocabulary! {
    /// How a group is connected to an attack, in the grades of the MUC-4 guidelines.
    Attribution {
        Claimed = "claimed", Denied = "denied", AccusedByAuthorities = "accused_by_authorities", Accused = "accused",
        Suspected = "suspected", Stated = "stated",
    }
}

vocabulary! {
    /// What the text says about responsibility.
    ClaimStatus { Claimed = "claimed", Denied = "denied", NoneYet = "none_yet", NotMentioned = "not_mentioned" }
}

vocabulary! {
    /// What happened to the people counted.
    Outcome {
        Killed = "killed", Injured = "injured", Missing = "missing", Abducted = "abducted", Captured = "captured",
        Released = "released", Displaced = "displaced",
    }
}

vocabulary! {
    /// On whose side the people counted stood.
    Party { Victim = "victim", Perpetrator = "perpetrator", Responder = "responder", Bystander = "bystander", Unknown = "unknown" }
}

vocabulary! {
    /// What the people counted are.
    Population {
        Police = "police", Military = "military", Paramilitary = "paramilitary", Civilian = "civilian",
        Militant = "militant", Official = "official", Religious = "religious", Journalist = "journalist",
        AidWorker = "aid_worker", Health = "health", Teacher = "teacher", Student = "student", Children = "children",
        Women = "women", Foreigner = "foreigner", Mixed = "mixed", Unknown = "unknown",
    }
}

vocabulary! {
    /// What the words around a number do to it.
    Qualifier {
        Exact = "exact", AtLeast = "at_least", MoreThan = "more_than", AtMost = "at_most", LessThan = "less_than",
        About = "about", Range = "range", Vague = "vague", None = "none",
    }
}

vocabulary! {
    /// To what a figure belongs.
    Scope { Attack = "attack", Response = "response", Background = "background", Cumulative = "cumulative" }
}

vocabulary! {
    /// Whether a figure is a total or a part of one.
    Extent { Total = "total", Part = "part" }
}

vocabulary! {
    /// What became of a figure in its article's total.
    Standing { Stands = "stands", Superseded = "superseded", Restated = "restated", Summed = "summed", Disputed = "disputed" }
}

vocabulary! {
    /// What kind of speaker a figure or claim comes from.
    SpeakerKind {
        Narrator = "narrator", Police = "police", Military = "military", Government = "government",
        Hospital = "hospital", Rescue = "rescue", Perpetrator = "perpetrator", Witness = "witness", Media = "media",
        Infobox = "infobox", Other = "other",
    }
}

vocabulary! {
    /// What is claimed.
    ClaimKind {
        Responsibility = "responsibility", Denial = "denial", NoClaim = "no_claim", Suspicion = "suspicion",
        Accusation = "accusation", CounterAccusation = "counter_accusation", Identity = "identity", Motive = "motive",
        Figure = "figure", Capture = "capture", Other = "other",
    }
}

vocabulary! {
    /// How two groups are related.
    RelationKind {
        SplinterOf = "splinter_of", FactionOf = "faction_of", AlliedWith = "allied_with", SameAs = "same_as", FrontOf = "front_of",
    }
}

vocabulary! {
    /// What kind of organisation a group is.
    GroupKind { ArmedGroup = "armed_group", StateForce = "state_force", Government = "government", Other = "other" }
}

vocabulary! {
    /// Which side a named organisation takes in an incident.
    GroupRole { Perpetrator = "perpetrator", Target = "target", Responder = "responder" }
}

vocabulary! {
    /// What an input was read as.
    Format { Text = "text", Wiki = "wiki", Jsonl = "jsonl" }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn codes_lead_back_to_their_values() {
        for &value in AttackType::ALL {
            assert_eq!(value.code().parse::<AttackType>().ok(), Some(value));
        }
        assert!("massacre".parse::<AttackType>().is_err());
    }
}
