//! What an area is called beside its bare name: the words for its level, before and after it.
//!
//! The name of an area as a table prints it enters; its bare name leaves (`Province du Soum` is `Soum`), and so do the
//! full forms under which news know it (`soum province`).

/// Words that a table puts before a name and that belong to the level, not to the name. The longest come first.
const BEFORE: &[&str] = &[
    "Province de la ",
    "Province de l'",
    "Province des ",
    "Province du ",
    "Province de ",
    "Province d'",
    "Province of ",
    "Provincia de ",
    "Prefecture de ",
    "Departamento de ",
    "Departement de la ",
    "Departement de l'",
    "Departement des ",
    "Departement du ",
    "Departement de ",
    "Departement d'",
    "Provincia dell'",
    "Provincia di ",
    "Region de la ",
    "Region du ",
    "Region de ",
    "Municipio de ",
    "Municipio ",
    "Muhafazat ",
    "Mintaqat ",
    "Baladiyat ",
    "Wilayat-e ",
    "Wilaya de ",
    "Viloyati ",
    "Sha`biyat ",
    "Changwat ",
    "Amphoe ",
    "Comuna ",
    "Powiat ",
    "Okres ",
    "Opstina ",
    "Raionul ",
    "Respublika ",
    "Gorod ",
    "City of ",
    "Borough of ",
    "Royal Borough of ",
];

/// Words that a table puts after a name.
const AFTER: &[&str] = &[
    " District",
    " Province",
    " Governorate",
    " Region",
    " Division",
    " Rayon",
    " Raion",
    " Oblast'",
    " Sheng",
    " Ilcesi",
    " Kommun",
    " Kreis",
    " Prefecture",
];

/// The name of an area without the word for its level; the name itself where there is none.
pub fn bare(name: &str) -> &str {
    let name = BEFORE.iter().find_map(|word| name.strip_prefix(word)).unwrap_or(name).trim();
    AFTER.iter().find_map(|word| name.strip_suffix(word)).unwrap_or(name).trim()
}

/// Words that tell an area's name from its capital's.
const DESCRIPTIVE: &[&str] = &[
    "administered",
    "area",
    "areas",
    "capital",
    "controlled",
    "countryside",
    "district",
    "federal",
    "governorate",
    "held",
    "indian",
    "oblast",
    "occupied",
    "pakistan",
    "peninsula",
    "province",
    "region",
    "republic",
    "rural",
    "state",
    "territory",
    "valley",
];

/// Whether a key says in words that it means the area, never the town.
pub fn describes(key: &str) -> bool {
    key.split(' ').any(|word| DESCRIPTIVE.contains(&word))
}

/// Words for the first-order areas of a country.
pub fn first_order(country: &str) -> &'static [&'static str] {
    match country {
        "PK" => &["province", "region", "territory"],
        "AF" | "IR" | "TR" | "AR" | "CU" | "ID" | "KH" | "LA" | "KR" | "KP" | "ZM" | "PG" | "CA" | "CN" => {
            &["province"]
        }
        "IQ" | "SY" | "YE" | "EG" | "LB" | "JO" | "TN" | "OM" | "KW" | "BH" => &["governorate", "province", "region"],
        "IN" => &["state", "union territory"],
        "NG" | "US" | "MX" | "VE" | "MM" | "AU" | "BR" | "SD" | "SS" | "MY" | "DE" | "AT" => &["state", "region"],
        "CO" | "SV" | "GT" | "HN" | "NI" | "PE" | "BO" | "PY" | "UY" | "HT" => &["department", "province", "region"],
        "RU" => &["republic", "oblast", "region", "krai", "province", "autonomous okrug"],
        "UA" | "BY" | "KZ" | "KG" | "BG" => &["oblast", "region", "province"],
        "KE" => &["county", "province"],
        "LK" | "SL" | "CD" | "MZ" | "BI" | "RW" | "AO" | "DZ" => &["province", "region"],
        "BD" => &["division", "district"],
        "IL" => &["district"],
        "JP" => &["prefecture"],
        "GE" | "AZ" => &["region", "district"],
        _ => &["region", "province", "district", "state"],
    }
}

/// Words for the second-order areas of a country.
pub fn second_order(country: &str) -> &'static [&'static str] {
    match country {
        "NG" => &["local government area", "lga", "local government", "council area", "district"],
        "PK" => &["district", "agency", "tehsil", "subdivision"],
        "CD" => &["territory", "district"],
        "ML" => &["cercle", "district", "circle"],
        "BF" | "DZ" | "MA" | "PH" => &["province"],
        "NE" | "TD" | "CI" | "BJ" | "SN" | "GN" | "HT" => &["department", "district", "prefecture"],
        "CM" => &["department", "division"],
        "CO" | "SV" | "GT" | "HN" | "NI" | "VE" | "MX" | "BR" => &["municipality"],
        "PE" | "EC" | "CL" => &["province", "district"],
        "PS" => &["governorate", "district"],
        "GB" | "IE" | "NO" | "SE" | "US" | "LR" => &["county"],
        "LB" | "SY" | "IQ" | "AF" | "YE" | "IR" => &["district", "county", "area"],
        "UA" | "RU" => &["district", "raion", "region"],
        _ => &["district"],
    }
}
