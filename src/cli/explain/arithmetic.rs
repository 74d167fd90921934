//! How an account's totals come from its figures.
//!
//! Enters: a mention with its figures. Leaves: a line a total that names the figures and what was done with them.
//! Example: `killed, victims: 6 + 4 = 10`.
//!
//! The rule is that of the view `mention_totals`: disputed totals give the lowest and the highest; else a total that
//! stands; else the parts add up. What the attackers say counts only where nobody else gives a figure.

use super::words::{bounds, count, figure};
use crate::resolve::mention::{Count, Figure, Mention};
use crate::vocabulary::{Extent, Outcome, Party, Scope, SpeakerKind, Standing};

/// A line for each total that the account's figures speak of.
pub fn sums(mention: &Mention) -> Vec<String> {
    let totals = [
        ("killed, victims", Outcome::Killed, Party::Victim, mention.killed),
        ("injured, victims", Outcome::Injured, Party::Victim, mention.injured),
        ("killed, attackers", Outcome::Killed, Party::Perpetrator, mention.perpetrators_killed),
    ];
    totals
        .into_iter()
        .filter_map(|(name, outcome, party, total)| sum(name, &mention.casualties, outcome, party, total))
        .collect()
}

fn sum(name: &str, figures: &[Figure], outcome: Outcome, party: Party, total: Option<Count>) -> Option<String> {
    let all: Vec<&Figure> = figures
        .iter()
        .filter(|figure| figure.scope == Scope::Attack && figure.outcome == outcome && figure.party == party)
        .collect();
    if all.is_empty() {
        return total.map(|total| format!("{name}: {} (no figure of its own)", bounds(total.low, total.high)));
    }
    let standing: Vec<&Figure> = all
        .iter()
        .copied()
        .filter(|figure| matches!(figure.standing, Standing::Stands | Standing::Summed | Standing::Disputed))
        .collect();
    let others = standing.iter().any(|figure| figure.reported_by_kind != SpeakerKind::Perpetrator);
    let counted: Vec<&Figure> =
        standing.into_iter().filter(|figure| !others || figure.reported_by_kind != SpeakerKind::Perpetrator).collect();
    let list = |wanted: &dyn Fn(&Figure) -> bool, between: &str| {
        let shown: Vec<String> = counted.iter().filter(|figure| wanted(figure)).map(|one| one_figure(one)).collect();
        shown.join(between)
    };
    let is = |standing: Standing| move |figure: &Figure| figure.standing == standing;
    let has = |standing: Standing| counted.iter().any(|figure| figure.standing == standing);
    let is_total = |figure: &Figure| figure.standing == Standing::Stands && figure.extent == Extent::Total;
    let mut line = if has(Standing::Disputed) {
        let disputed = |figure: &Figure| figure.standing == Standing::Disputed || is_total(figure);
        format!("sources differ, lowest to highest of {}", list(&disputed, " / "))
    } else if counted.iter().any(|figure| is_total(figure)) {
        list(&is_total, " / ")
    } else if has(Standing::Summed) {
        list(&is(Standing::Summed), " + ")
    } else {
        list(&is(Standing::Stands), " / ")
    };
    if counted.iter().any(|figure| figure.includes_perpetrators == Some(true)) {
        line.push_str(", less the attackers in it where their number is stated");
    }
    let left: Vec<String> = all
        .iter()
        .filter(|figure| !counted.iter().any(|one| std::ptr::eq(*one, **figure)))
        .map(|figure| format!("{} ({})", one_figure(figure), figure.standing))
        .collect();
    let aside = if left.is_empty() { String::new() } else { format!("; not counted: {}", left.join(", ")) };
    Some(format!("{name}: {line} = {}{aside}", count(total)))
}

fn one_figure(one: &Figure) -> String {
    figure(one.low, one.high, one.qualifier)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::span::Quote;
    use crate::vocabulary::{Population, Qualifier};

    fn figure(low: u32, standing: Standing, extent: Extent) -> Figure {
        Figure {
            outcome: Outcome::Killed,
            party: Party::Victim,
            population: Population::Unknown,
            low: Some(low),
            high: Some(low),
            qualifier: Qualifier::Exact,
            scope: Scope::Attack,
            extent,
            standing,
            includes_perpetrators: None,
            reported_by: None,
            reported_by_kind: SpeakerKind::Narrator,
            at: Quote::default(),
            rule: "r".to_owned(),
        }
    }

    fn line(figures: &[Figure], low: u32, high: u32) -> String {
        let total = Some(Count { low: Some(low), high: Some(high), includes_perpetrators: None });
        sum("killed", figures, Outcome::Killed, Party::Victim, total).expect("a line")
    }

    #[test]
    fn parts_are_added_and_disputes_shown() {
        let parts = [figure(6, Standing::Summed, Extent::Part), figure(4, Standing::Summed, Extent::Part)];
        assert_eq!(line(&parts, 10, 10), "killed: 6 + 4 = 10");
        let revised = [figure(12, Standing::Superseded, Extent::Total), figure(14, Standing::Stands, Extent::Total)];
        assert_eq!(line(&revised, 14, 14), "killed: 14 = 14; not counted: 12 (superseded)");
        let disputed = [figure(132, Standing::Disputed, Extent::Total), figure(160, Standing::Disputed, Extent::Total)];
        assert_eq!(line(&disputed, 132, 160), "killed: sources differ, lowest to highest of 132 / 160 = 132 to 160");
    }

    #[test]
    fn a_boast_counts_only_where_it_is_alone() {
        let boast =
            Figure { reported_by_kind: SpeakerKind::Perpetrator, ..figure(50, Standing::Stands, Extent::Total) };
        let both = [boast.clone(), figure(10, Standing::Stands, Extent::Total)];
        assert_eq!(line(&both, 10, 10), "killed: 10 = 10; not counted: 50 (stands)");
        assert_eq!(line(&[boast], 50, 50), "killed: 50 = 50");
    }
}
