//! What can be exported: one query a table, kept in `exports/` and usable with `.read` in sqlite3.
//!
//! Enters: nothing. Leaves: every table with its query. Example: `casualties` and `exports/casualties.sql`.

/// An export.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Table {
    /// Its name: that of the table or view, and of the file without ending.
    pub name: &'static str,
    /// The query; its column list is the header, its order the order of rows.
    pub sql: &'static str,
}

impl Table {
    /// One sentence: the first comment of the query.
    pub fn about(&self) -> &'static str {
        self.sql.lines().next().and_then(|line| line.strip_prefix("-- ")).unwrap_or_default()
    }
}

macro_rules! tables {
    ($($name:literal),+ $(,)?) => {
        /// Every export, the one to open first at the head.
        pub const TABLES: &[Table] = &[
            $(Table { name: $name, sql: include_str!(concat!("../../exports/", $name, ".sql")) }),+
        ];
    };
}

tables!(
    "incident_summary",
    "incident_summary_gtd",
    "incident_summary_acled",
    "incident_summary_ucdp",
    "incident_summary_muc4",
    "incidents",
    "incident_uids",
    "incident_corrections",
    "articles",
    "article_sources",
    "mentions",
    "mention_totals",
    "casualties",
    "claims",
    "groups",
    "group_aliases",
    "group_relations",
    "mention_groups",
    "mention_attack_types",
    "mention_weapons",
    "mention_targets",
    "incident_groups",
    "incident_attack_types",
    "incident_weapons",
    "incident_targets",
    "incident_figures",
    "conflicting_figures",
    "convention_figures",
    "convention_voices",
    "incident_voices",
    "unclaimed_incidents",
    "group_activity",
    "monthly_totals",
    "review_queue",
    "coverage",
    "attack_types",
    "weapon_types",
    "weapon_subtypes",
    "target_types",
    "countries",
    "conventions",
    "codebook",
    "links",
    "decisions",
    "runs",
    "outcomes",
);

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_query_is_one_ordered_statement_that_says_what_it_gives() {
        for table in TABLES {
            assert!(table.about().ends_with('.'), "{} has no first comment", table.name);
            assert!(table.sql.contains("ORDER BY"), "{} has no order", table.name);
            assert_eq!(table.sql.matches(';').count(), 1, "{}", table.name);
            assert!(!table.sql.contains('*'), "{} must name its columns", table.name);
        }
    }
}
