//! All articles together.
//!
//! Enters: answers and extractions by id. Leaves: the figures of the report, and every wrong slot.
//! Example: an answer without an extraction counts as one that found nothing.

use serde_json::{Map, Value, json};

use super::incident::Incident;
use super::pairing::pair;
use super::rows::Rows;
use super::slots::{Counts, Slot};

/// Right, stated in the answers, stated in the extractions.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Tally {
    /// Right.
    pub right: usize,
    /// In the answers.
    pub gold: usize,
    /// In the extractions.
    pub found: usize,
}

impl Tally {
    fn add(&mut self, (right, gold, found): Counts) {
        self.right += right;
        self.gold += gold;
        self.found += found;
    }

    /// Precision, recall and F1; where nothing was to be found and nothing was, all are 1.
    pub fn rates(self) -> (f64, f64, f64) {
        let share = |of: usize, other: usize| match (of, other) {
            (0, 0) => 1.0,
            (0, _) => 0.0,
            (of, _) => ratio(self.right, of),
        };
        let (precision, recall) = (share(self.found, self.gold), share(self.gold, self.found));
        let both = precision + recall;
        (precision, recall, if both > 0.0 { 2.0 * precision * recall / both } else { 0.0 })
    }
}

/// What a comparison comes to.
#[derive(Clone, Debug, Default)]
pub struct Scores {
    /// Articles with answers.
    pub articles: usize,
    /// Of these, those that were extracted.
    pub predicted: usize,
    /// Articles that tell of an incident.
    pub relevance: Tally,
    /// Incidents.
    pub incident: Tally,
    /// A tally a slot, in the order of `Slot::ALL`.
    pub slots: Vec<(&'static str, Tally)>,
    /// Primary incidents found.
    pub primary: usize,
    /// Primary incidents of the answers.
    pub primaries: usize,
    /// Primary incidents of which nothing need be touched.
    pub untouched: usize,
    /// Every wrong slot: id, slot, primary, gold, predicted, paired.
    pub errors: Vec<Value>,
}

impl Scores {
    /// Mean of the slots' F1, each rounded to four places as the report gives them.
    pub fn mean(&self) -> f64 {
        let sum: f64 = self.slots.iter().map(|(_, tally)| rounded(tally.rates().2)).sum();
        sum / u32::try_from(self.slots.len().max(1)).map_or(1.0, f64::from)
    }

    /// Share of primary incidents of which nothing need be touched; `None` without any.
    pub fn no_touch(&self) -> Option<f64> {
        (self.primaries > 0).then(|| rounded(ratio(self.untouched, self.primaries)))
    }

    /// The figures as one JSON object.
    pub fn json(&self) -> Value {
        let mut figures = Map::new();
        let named = [("relevance", self.relevance), ("incident", self.incident)];
        for (name, tally) in named.into_iter().chain(self.slots.iter().copied()) {
            let (precision, recall, f1) = tally.rates();
            let rates = json!({"precision": rounded(precision), "recall": rounded(recall), "f1": rounded(f1),
                               "gold": tally.gold, "predicted": tally.found});
            figures.insert(name.to_owned(), rates);
        }
        let recall = (self.primaries > 0).then(|| rounded(ratio(self.primary, self.primaries)));
        figures.insert("primary_recall".to_owned(), json!(recall));
        figures.insert("slot_mean_f1".to_owned(), json!(rounded(self.mean())));
        figures.insert("no_touch".to_owned(), json!(self.no_touch()));
        Value::Object(figures)
    }
}

/// Compares every answer with what was extracted of its article.
pub fn score(gold: &Rows, predicted: &Rows) -> Scores {
    let mut scores = Scores {
        articles: gold.len(),
        slots: Slot::ALL.iter().map(|slot| (slot.name(), Tally::default())).collect(),
        ..Scores::default()
    };
    for (id, row) in gold.iter() {
        let found = predicted.get(id);
        scores.predicted += usize::from(found.is_some());
        let answers = incidents(row.get("gold"));
        let others = incidents(found);
        scores.article(id, &answers, &others);
    }
    scores
}

fn incidents(row: Option<&Value>) -> Vec<Incident<'_>> {
    let list = row.and_then(|row| row.get("incidents")).and_then(Value::as_array);
    list.map_or_else(Vec::new, |list| list.iter().map(|one| Incident(Some(one))).collect())
}

impl Scores {
    fn article(&mut self, id: &str, answers: &[Incident<'_>], others: &[Incident<'_>]) {
        let (told, seen) = (usize::from(!answers.is_empty()), usize::from(!others.is_empty()));
        self.relevance.add((told * seen, told, seen));
        let pairs = pair(answers, others);
        self.incident.add((pairs.len(), answers.len(), others.len()));
        for (i, &answer) in answers.iter().enumerate() {
            let partner = pairs.iter().find(|pair| pair.0 == i).map(|pair| others[pair.1]);
            let other = partner.unwrap_or(Incident(None));
            if answer.primary() {
                self.primaries += 1;
                self.primary += usize::from(partner.is_some());
                let untouched = Slot::NO_TOUCH.iter().all(|slot| slot.right(answer, other));
                self.untouched += usize::from(partner.is_some() && untouched);
            }
            for (slot, (name, tally)) in Slot::ALL.iter().zip(&mut self.slots) {
                tally.add(slot.compare(answer, other));
                if !slot.right(answer, other) {
                    let predicted = partner.map_or(Value::Null, |other| slot.show(other));
                    self.errors.push(json!({"id": id, "slot": name, "primary": answer.primary(),
                        "gold": slot.show(answer), "predicted": predicted, "paired": partner.is_some()}));
                }
            }
        }
        for (j, &other) in others.iter().enumerate() {
            if pairs.iter().any(|pair| pair.1 == j) {
                continue;
            }
            let shown: Map<String, Value> = ["date", "location", "killed", "groups"]
                .map(|key| (key.to_owned(), other.get(key).cloned().unwrap_or(Value::Null)))
                .into_iter()
                .collect();
            self.errors.push(json!({"id": id, "slot": "incident", "gold": null, "predicted": shown, "paired": false}));
            for (slot, (_, tally)) in Slot::ALL.iter().zip(&mut self.slots) {
                tally.add(slot.compare(Incident(None), other));
            }
        }
    }
}

fn ratio(part: usize, whole: usize) -> f64 {
    let number = |number: usize| u32::try_from(number).map_or(f64::MAX, f64::from);
    number(part) / number(whole)
}

/// To four places, as a decimal would be rounded.
fn rounded(rate: f64) -> f64 {
    format!("{rate:.4}").parse().unwrap_or(rate)
}
