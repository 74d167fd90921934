//! The schema's vocabularies are those of the program, and every column says what it means.
//!
//! Enters: a new database, and the enums. Leaves: nothing.
//! Example: a code that an enum has and a CHECK lacks fails.

mod fixture;

use fixture::Desk;
use pipeline::vocabulary::{
    AttackType, Attribution, ClaimKind, ClaimStatus, DateBasis, DatePrecision, Extent, Format, GroupKind, GroupRole,
    IncidentOutcome, Outcome, Party, PlacePrecision, Population, Qualifier, RelationKind, Scope, SpeakerKind, Standing,
    TargetKind, TargetType, WeaponType,
};

/// The codes that a column's CHECK allows, read from the schema itself.
fn checked(desk: &Desk, table: &str, column: &str) -> Vec<String> {
    let sql = desk.row(&format!("SELECT sql FROM sqlite_schema WHERE name = '{table}'"));
    let check = format!("CHECK ({column} IN (");
    let start = sql.find(&check).unwrap_or_else(|| panic!("{table}.{column} has no CHECK")) + check.len();
    let list = &sql[start..start + sql[start..].find(')').expect("an end")];
    list.split(',').map(|code| code.trim().trim_matches('\'').to_owned()).collect()
}

#[test]
fn every_check_lists_the_codes_of_its_vocabulary() {
    let desk = Desk::new();
    macro_rules! same {
        ($($vocabulary:ident: $($table:literal . $column:literal),+;)+) => {
            $($({
                let codes: Vec<&str> = $vocabulary::ALL.iter().map(|one| one.code()).collect();
                assert_eq!(checked(&desk, $table, $column), codes, "{}.{}", $table, $column);
            })+)+
        };
    }
    same! {
        Format: "articles"."format";
        DatePrecision: "mentions"."date_precision", "incidents"."date_precision";
        DateBasis: "mentions"."date_basis";
        PlacePrecision: "mentions"."place_precision", "incidents"."place_precision";
        IncidentOutcome: "mentions"."outcome", "incidents"."outcome";
        ClaimStatus: "mentions"."claim_status", "incidents"."claim_status";
        Outcome: "casualties"."outcome";
        Party: "casualties"."party";
        Population: "casualties"."population";
        Qualifier: "casualties"."qualifier";
        Scope: "casualties"."scope";
        Extent: "casualties"."extent";
        Standing: "casualties"."standing";
        SpeakerKind: "casualties"."reported_by_kind", "claims"."claimant_kind";
        ClaimKind: "claims"."kind";
        GroupKind: "groups"."kind";
        RelationKind: "group_relations"."relation";
        GroupRole: "mention_groups"."role";
        Attribution: "mention_groups"."attribution";
        TargetKind: "mention_targets"."kind";
    }
}

#[test]
fn the_coded_vocabularies_hold_the_codes_in_their_order() {
    let desk = Desk::new();
    let stored = |table: &str| desk.rows(&format!("SELECT code FROM {table} ORDER BY position"));
    assert_eq!(stored("attack_types"), AttackType::ALL.iter().map(|one| one.code()).collect::<Vec<_>>());
    assert_eq!(stored("weapon_types"), WeaponType::ALL.iter().map(|one| one.code()).collect::<Vec<_>>());
    assert_eq!(stored("target_types"), TargetType::ALL.iter().map(|one| one.code()).collect::<Vec<_>>());
    assert_eq!(desk.rows("SELECT code FROM target_types WHERE gtd_code <> position"), Vec::<String>::new());
    assert_eq!(desk.rows("SELECT code FROM weapon_types WHERE gtd_code <> position"), Vec::<String>::new());
    assert!(desk.row("SELECT count(*) FROM countries").parse::<u32>().expect("a number") > 200);
}

#[test]
fn the_codebook_explains_every_column_and_no_other() {
    let desk = Desk::new();
    let columns = "SELECT m.name || '.' || p.name FROM sqlite_schema AS m JOIN pragma_table_info(m.name) AS p
        WHERE m.type IN ('table', 'view') AND m.name NOT LIKE 'sqlite_%' AND m.name NOT LIKE 'article\\_search\\_%' ESCAPE '\\' ORDER BY 1";
    let explained = r#"SELECT "table" || '.' || "column" FROM codebook ORDER BY 1"#;
    assert_eq!(desk.rows(columns), desk.rows(explained));
}
