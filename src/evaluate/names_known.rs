//! Names that are one under several spellings: groups and countries, folded.
//!
//! Enters: a folded name. Leaves: the spelling that stands for all. Example: `isis k` → `islamic state khorasan`.

/// Spellings of one word, in the order in which they are put right.
pub const SPELLINGS: &[(&[&str], &str)] = &[
    (&["mohammad", "muhammad", "muhammed", "mohamed"], "mohammed"),
    (&["toiba", "tayyiba", "tayba"], "taiba"),
    (&["qaida", "qaedah", "qaidah"], "qaeda"),
    (&["jamaatul", "gamaa"], "jamaat"),
    (&["islamiyya", "islamiyah"], "islamiya"),
    (&["mujahedeen", "mujahidin", "moudjahidin", "mujahedin", "mujaheddin", "mujahidine"], "mujahideen"),
    (&["tehreek", "tahrik", "tahreek", "tehrek"], "tehrik"),
    (&["laskhar"], "lashkar"),
    (&["harakat"], "haraka"),
    (&["shebab"], "shabaab"),
];

/// Words that tell no group from another.
pub const ARTICLES: &[&str] = &["the", "al", "el", "ul", "i", "e", "of", "in", "and"];

/// Words of which one more or less makes another name.
pub const TELLING: &[&str] = &[
    "east", "west", "north", "south", "central", "eastern", "western", "northern", "southern", "upper", "lower",
    "azad", "irish", "army", "front",
];

/// Words around a place's name.
pub const AROUND_PLACES: &[&str] = &[
    "district",
    "province",
    "city",
    "town",
    "village",
    "area",
    "region",
    "state",
    "county",
    "department",
    "governorate",
    "municipality",
    "tehsil",
    "division",
    "of",
    "the",
    "near",
    "in",
    "neighbourhood",
    "neighborhood",
    "suburb",
    "prefecture",
    "agency",
];

/// Groups by other names.
pub const GROUPS: &[(&str, &str)] = &[
    ("adf", "allied democratic forces"),
    ("afghan taliban", "taliban"),
    ("baloch liberation army", "balochistan liberation army"),
    ("balochistan liberation front", "baloch liberation front"),
    ("bla", "balochistan liberation army"),
    ("daesh", "islamic state"),
    ("eln", "national liberation army"),
    ("farc", "revolutionary armed forces colombia"),
    ("haraka shabaab mujahideen", "shabaab"),
    ("is k", "islamic state khorasan"),
    ("isil", "islamic state"),
    ("isil k", "islamic state khorasan"),
    ("isis", "islamic state"),
    ("isis k", "islamic state khorasan"),
    ("iskp", "islamic state khorasan"),
    ("islamic emirate afghanistan", "taliban"),
    ("islamic state iraq levant", "islamic state"),
    ("islamic state iraq syria", "islamic state"),
    ("islamic state khorasan province", "islamic state khorasan"),
    ("iswap", "islamic state west africa province"),
    ("jamaat ahrar", "jamaat ur ahrar"),
    ("jamaatul ahrar", "jamaat ur ahrar"),
    ("jnim", "jamaat nusrat islam wal muslimin"),
    ("npa", "new peoples army"),
    ("pakistani taliban", "tehrik taliban pakistan"),
    ("pkk", "kurdistan workers party"),
    ("tehrik jihad", "tehrik jihad pakistan"),
    ("tjp", "tehrik jihad pakistan"),
    ("ttp", "tehrik taliban pakistan"),
];

/// Countries by other names.
pub const COUNTRIES: &[(&str, &str)] = &[
    ("burma", "myanmar"),
    ("congo democratic republic", "dr congo"),
    ("cote d ivoire", "ivory coast"),
    ("cote divoire", "ivory coast"),
    ("czech republic", "czechia"),
    ("democratic republic of congo", "dr congo"),
    ("democratic republic of the congo", "dr congo"),
    ("drc", "dr congo"),
    ("england", "united kingdom"),
    ("great britain", "united kingdom"),
    ("iran islamic republic of", "iran"),
    ("northern ireland", "united kingdom"),
    ("palestinian territories", "palestine"),
    ("palestinian territory", "palestine"),
    ("russian federation", "russia"),
    ("scotland", "united kingdom"),
    ("state of palestine", "palestine"),
    ("syrian arab republic", "syria"),
    ("the netherlands", "netherlands"),
    ("turkiye", "turkey"),
    ("uk", "united kingdom"),
    ("united states of america", "united states"),
    ("us", "united states"),
    ("usa", "united states"),
    ("viet nam", "vietnam"),
    ("wales", "united kingdom"),
];

/// What `name` stands for in `table`, or itself.
pub fn known(table: &[(&'static str, &'static str)], name: String) -> String {
    table.iter().find(|(other, _)| *other == name).map_or(name, |(_, stands)| (*stands).to_owned())
}
