//! Which incident of an extraction is which of the answer.
//!
//! Enters: the incidents of one article on both sides. Leaves: pairs, one to one, with the highest total likeness.
//! Example: a date and a place in common are 4 points; a pair needs 1.5.

use super::incident::{Bounds, Incident, pair_groups};
use super::names::{country_key, same_place};

/// A pair that is less alike is none.
const LEAST: f64 = 1.5;
/// Up to so many a side every pairing is tried; past that the most alike come first.
const EXACT: usize = 8;

/// Pairs of indices, of the answer and of the other.
pub fn pair(answer: &[Incident<'_>], other: &[Incident<'_>]) -> Vec<(usize, usize)> {
    let table: Vec<Vec<f64>> = answer.iter().map(|a| other.iter().map(|b| likeness(*a, *b)).collect()).collect();
    if answer.is_empty() || other.is_empty() {
        return Vec::new();
    }
    if answer.len().max(other.len()) > EXACT {
        return greedy(&table);
    }
    let flipped = answer.len() > other.len();
    let (small, big) = if flipped { (other.len(), answer.len()) } else { (answer.len(), other.len()) };
    let at = |a: usize, b: usize| if flipped { (b, a) } else { (a, b) };
    let weigh = |a: usize, b: usize| {
        let (i, j) = at(a, b);
        if table[i][j] >= LEAST { table[i][j] } else { 0.0 }
    };
    let mut search = Search { small, big, weigh: &weigh, chosen: Vec::new(), best: -1.0, found: Vec::new() };
    search.run(0.0);
    let pairs = search.found.into_iter().enumerate().map(|(a, b)| at(a, b));
    pairs.filter(|&(i, j)| table[i][j] >= LEAST).collect()
}

/// Tries every way to give each of the smaller side one of the bigger; the first of the best is kept.
struct Search<'a> {
    small: usize,
    big: usize,
    weigh: &'a dyn Fn(usize, usize) -> f64,
    chosen: Vec<usize>,
    best: f64,
    found: Vec<usize>,
}

impl Search<'_> {
    fn run(&mut self, total: f64) {
        let next = self.chosen.len();
        if next == self.small {
            if total > self.best {
                self.best = total;
                self.found.clone_from(&self.chosen);
            }
            return;
        }
        for candidate in 0..self.big {
            if !self.chosen.contains(&candidate) {
                self.chosen.push(candidate);
                self.run(total + (self.weigh)(next, candidate));
                self.chosen.pop();
            }
        }
    }
}

fn greedy(table: &[Vec<f64>]) -> Vec<(usize, usize)> {
    let mut cells: Vec<(f64, usize, usize)> = table
        .iter()
        .enumerate()
        .flat_map(|(i, row)| row.iter().enumerate().map(move |(j, &score)| (score, i, j)))
        .collect();
    cells.sort_by(|a, b| b.0.total_cmp(&a.0).then(b.1.cmp(&a.1)).then(b.2.cmp(&a.2)));
    let mut pairs: Vec<(usize, usize)> = Vec::new();
    for (score, i, j) in cells {
        if score >= LEAST && !pairs.iter().any(|pair| pair.0 == i || pair.1 == j) {
            pairs.push((i, j));
        }
    }
    pairs
}

/// Points for what two incidents have in common, less those for what tells them apart.
fn likeness(a: Incident<'_>, b: Incident<'_>) -> f64 {
    let mut points = 0.0;
    if let (Some(x), Some(y)) = (a.date(), b.date()) {
        let start = |date: &'_ str, length: usize| date.get(..length).unwrap_or(date).to_owned();
        points += match () {
            () if x == y => 2.0,
            () if start(x, 7) == start(y, 7) => 0.5,
            () if start(x, 4) != start(y, 4) => -1.5,
            () => -0.5,
        };
    }
    if let (Some(x), Some(y)) = (a.place("place"), b.place("place")) {
        points += if same_place(x, y) { 2.0 } else { -0.5 };
    }
    if let (Some(x), Some(y)) = (a.place("country"), b.place("country")) {
        points += if country_key(x) == country_key(y) { 0.5 } else { -1.0 };
    }
    for (key, worth) in [("killed", 1.5), ("injured", 1.0)] {
        if let (Some(x), Some(y)) = (a.count(key), b.count(key)) {
            points += if same_count(x, y) { worth } else { 0.0 };
        }
    }
    let (x, y) = (a.groups(), b.groups());
    if !pair_groups(&x.iter().collect::<Vec<_>>(), &y.iter().collect::<Vec<_>>()).is_empty() {
        points += 0.75;
    }
    if !a.attack_types().is_disjoint(&b.attack_types()) {
        points += 0.5;
    }
    if a.primary() == b.primary() {
        points += 0.5;
    }
    points
}

/// Equal bounds, or a point and its open form: 23 and at least 23.
pub fn same_count(a: Bounds, b: Bounds) -> bool {
    let point = |count: Bounds| count.0.is_some() && (count.1.is_none() || count.1 == count.0);
    a == b || a.0 == b.0 && point(a) && point(b)
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn the_pairing_with_most_in_common_is_found_on_both_paths() {
        let day = |n: usize| json!({"primary": true, "date": format!("2024-01-{n:02}"), "place": "Quetta"});
        for size in [3, 9] {
            let answer: Vec<_> = (1..=size).map(day).collect();
            let other: Vec<_> = answer.iter().rev().cloned().collect();
            let (a, b): (Vec<_>, Vec<_>) = (
                answer.iter().map(|one| Incident(Some(one))).collect(),
                other.iter().map(|one| Incident(Some(one))).collect(),
            );
            let mut pairs = pair(&a, &b);
            pairs.sort_unstable();
            assert_eq!(pairs, (0..size).map(|i| (i, size - 1 - i)).collect::<Vec<_>>());
        }
    }

    #[test]
    fn a_point_agrees_with_its_open_form() {
        assert!(same_count((Some(23), Some(23)), (Some(23), None)));
        assert!(!same_count((Some(23), Some(25)), (Some(23), None)));
        assert!(!same_count((None, Some(30)), (Some(30), None)));
    }
}
