//! The classes that words and chunks fall into: what a rule's pattern can ask for.
//!
//! Enters: a class name as in the lexicon files or a pattern. Leaves: one bit.
//! Example: `Tags::named("kill")` is the bit of verbs that take lives; a verb group carries it beside its voice.

/// A set of classes.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Tags(pub u128);

impl Tags {
    /// In neither set.
    pub const NONE: Self = Self(0);

    /// Both sets together.
    #[must_use]
    pub const fn with(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }

    /// The first set less the second.
    #[must_use]
    pub const fn without(self, other: Self) -> Self {
        Self(self.0 & !other.0)
    }

    /// They share a class.
    pub const fn any(self, other: Self) -> bool {
        self.0 & other.0 != 0
    }

    /// All classes of `other` are in this set.
    pub const fn all(self, other: Self) -> bool {
        self.0 & other.0 == other.0
    }

    /// No class at all.
    pub const fn is_empty(self) -> bool {
        self.0 == 0
    }
}

macro_rules! tags {
    ($($(#[$doc:meta])* $constant:ident = $name:literal),+ $(,)?) => {
        tags!(@count 0u32; $($(#[$doc])* $constant = $name,)+);
        impl Tags {
            /// The class of that name, as in lexicon files and patterns.
            pub fn named(name: &str) -> Option<Self> {
                match name { $($name => Some(Self::$constant),)+ _ => None }
            }

            /// The names of the classes in the set.
            pub fn names(self) -> Vec<&'static str> {
                let mut out = Vec::new();
                $(if self.any(Self::$constant) { out.push($name); })+
                out
            }
        }
    };
    (@count $n:expr; $(#[$doc:meta])* $constant:ident = $name:literal, $($rest:tt)*) => {
        impl Tags {
            $(#[$doc])*
            #[doc = concat!("`", $name, "`")]
            pub const $constant: Self = Self(1u128 << ($n));
        }
        tags!(@count $n + 1; $($rest)*);
    };
    (@count $n:expr;) => {};
}

tags! {
    WORD = "word", PEOPLE = "people", NUM = "num", EVENT = "event", DATE = "date", PLACE = "place", GROUP = "group",
    WEAPON = "weapon", SITE = "site", SPEAKER = "speaker", NAME = "name", DEMONYM = "demonym", HEAD = "head",
    KILL = "kill", DIE = "die", WOUND = "wound", SHOOT = "shoot", ATTACK = "attack", RAM = "ram", ARSON = "arson",
    EXPLODE = "explode", PLANT = "plant", CONDUCT = "conduct", ABDUCT = "abduct", RELEASE = "release",
    CAPTURE = "capture", DISPLACE = "displace", LEAVE = "leave", MOVE = "move", RECOVER = "recover", SAY = "say",
    CLAIM = "claim", ADMIT = "admit", OWN = "own", DENY = "deny", BLAME = "blame", SUSPECT = "suspect",
    CONDEMN = "condemn", FOIL = "foil", THREATEN = "threaten", VERB = "verb",
    ACT = "act", PAS = "pas", ING = "ing", PP = "pp", INF = "inf", NEGATED = "negated", MODAL_VG = "modal_vg",
    BE = "be", HAVE = "have", MODAL = "modal", DO = "do", NEG = "neg", ADV = "adv", THE = "the", A = "a",
    ANOTHER = "another", POSS = "poss", OF = "of", TO = "to", BY = "by", IN = "in", AT = "at", ON = "on", FROM = "from",
    WITH = "with", FOR = "for", PREP = "prep", AFTER = "after", AND = "and", OR = "or", BUT = "but", REL = "rel",
    PRON = "pron", INCL = "incl", AMONG = "among", DEAD = "dead", HURT = "hurt", TOLL = "toll", INJTOLL = "injtoll",
    DEATHN = "deathn", INJURYN = "injuryn", CASUALTYN = "casualtyn", LIFEN = "lifen", RESPONS = "respons",
    MISSING = "missing", HOSP = "hosp", MONTH = "month", WEEKDAY = "weekday", NONE_WORD = "none", UNIT = "unit",
    COMMA = "comma", DASH = "dash", LPAR = "lpar", RPAR = "rpar", QUOTE = "quote", COLON = "colon", SEMI = "semi",
    STOP = "stop", GENITIVE = "gen", AGENT = "agent", APPOS = "appos", WEAK = "weak", PLURAL = "plural", FORMER = "former",
    BACK = "back",
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_lead_to_single_bits() {
        assert_eq!(Tags::named("kill"), Some(Tags::KILL));
        assert_eq!(Tags::KILL.with(Tags::PAS).names(), ["kill", "pas"]);
        assert_eq!(Tags::named("nonsense"), None);
    }
}
