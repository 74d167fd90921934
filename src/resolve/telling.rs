//! What the sentence of a casualty says beside its number.
//!
//! Enters: a casualty with its sentence. Leaves: whose side, who says so, whether it is a part, one more, a new toll.
//! Example: in `the toll rose to 67 as six of the wounded died` the 67 is a toll that changed, the six are a part of it.

use crate::annotate::Item;
use crate::annotate::item::People;
use crate::annotate::lexicon::Side;
use crate::annotate::list::trade;
use crate::annotate::quantity::Quantity;
use crate::frame::casualty::{Casualty, bomber};
use crate::frame::report::Report;
use crate::frame::rule::Yield;
use crate::frame::speaker::Speaker;
use crate::resolve::cue::Cue;
use crate::resolve::rival;
use crate::resolve::total::Circumstance;
use crate::resolve::wording::{
    BEFORE, CHANGED, DISSENT, FORMER, GUNMEN, afterwards, apart, bombarded, operation, ordinal, separate, summed_up,
};
use crate::span::Span;
use crate::vocabulary::{Outcome, Party, Population, Scope, SpeakerKind};

/// What the sentence around a casualty is.
#[derive(Clone, Copy, Debug)]
pub struct Setting {
    /// Its index.
    pub sentence: usize,
    /// The headline.
    pub headline: bool,
    /// Its cue.
    pub cue: Cue,
    /// It tells on of what the state did: the sentence before it is about a raid, and about no attack.
    pub raid: bool,
}

/// A casualty and the words around it.
pub struct Telling<'a> {
    /// The article.
    pub text: &'a str,
    /// What was read.
    pub casualty: &'a Casualty,
    /// Who says so.
    pub speaker: Option<&'a Speaker>,
    /// Whose people they are.
    pub party: Party,
    report: &'a Report,
    setting: Setting,
    quantity: Quantity,
    /// The words of the casualty, in small letters.
    said: String,
    /// Those of its sentence.
    whole: String,
}

/// Nouns for people who are no police and no soldiers.
const CIVIL: &[&str] = &[
    "hostages",
    "villagers",
    "worshippers",
    "passengers",
    "pupils",
    "schoolchildren",
    "farmers",
    "herders",
    "shoppers",
    "tourists",
    "civilians",
    "brothers",
    "sisters",
    "pilgrims",
    "miners",
];

/// Nouns for anybody at all.
const ANYBODY: &[&str] = &[
    "people",
    "persons",
    "person",
    "civilians",
    "civilian",
    "victims",
    "victim",
    "men",
    "man",
    "women",
    "woman",
    "dead",
    "casualties",
    "lives",
    "others",
    "residents",
    "villagers",
    "locals",
    "citizens",
    "nationals",
    "individuals",
    "souls",
    "bodies",
    "body",
    "members",
    "member",
    "hostages",
    "passengers",
    "personnel",
];

fn has(words: &str, list: &[&str]) -> bool {
    list.iter().any(|p| words.contains(p))
}

impl<'a> Telling<'a> {
    /// Looks up the speaker and the side.
    pub fn new(
        text: &'a str,
        report: &'a Report,
        casualty: &'a Casualty,
        setting: Setting,
        quantity: Quantity,
    ) -> Self {
        let within = |words: Span| words.start <= casualty.span.start && casualty.span.end <= words.end;
        let own = report.boast.iter().find(|(_, words)| within(*words)).map(|(speaker, _)| speaker);
        let clause = report.speakers.iter().find(|(words, _)| within(*words)).map(|(_, speaker)| speaker);
        let attacker = casualty.people.as_ref().is_some_and(|p| p.side == Side::Attacker);
        Self {
            text,
            casualty,
            speaker: own.or(clause).or(report.speaker.as_ref()).filter(|s| !owned(text, s, casualty)),
            party: if attacker { Party::Perpetrator } else { Party::Victim },
            report,
            setting,
            quantity,
            said: small(casualty.span.of(text)),
            whole: small(report.words.of(text)),
        }
    }

    fn is(&self, asked: impl Fn(&People) -> bool) -> bool {
        self.casualty.people.as_ref().is_some_and(asked)
    }

    fn noun(&self, people: &People) -> &'a str {
        people.noun.of(self.text)
    }

    /// Attackers whom the number holds: how many and where it is said.
    pub fn held(&self) -> Option<(Option<Quantity>, Span)> {
        let harmed = matches!(self.casualty.outcome, Outcome::Killed | Outcome::Injured);
        self.casualty.attackers.filter(|_| self.party == Party::Victim && harmed)
    }

    /// Of the attack, of what the state did about it, or of a year or a war.
    pub fn scope(&self) -> Scope {
        let Setting { sentence, headline, cue, raid } = self.setting;
        let words = self.whole.as_str();
        let strike = !headline && sentence > 0 && bombarded(self.text, self.report.words, self.casualty);
        let hunted = self.party == Party::Perpetrator
            && !self.is(|p| p.definite)
            && self.casualty.manner != Yield::Pronoun
            && self.casualty.rule != bomber::RULE
            && (afterwards(words)
                || sentence > 2 && (cue == Cue::Response || operation(words) && !self.is(|p| self.came(p))));
        if cue == Cue::Cumulative || summed_up(words, &self.quantity) || self.since() {
            Scope::Cumulative
        } else if strike || hunted || raid && !self.is(|p| p.definite) && self.beside_attackers() {
            Scope::Response
        } else {
            Scope::Attack
        }
    }

    /// `13,000 people have died`, and behind it `since 1980`: no toll of one attack.
    fn since(&self) -> bool {
        let end = self.report.words.end;
        let behind = (end..=end + 16).rev().find_map(|to| self.text.get(end..to)).map(small).unwrap_or_default();
        let years = ["since 19", "since 20"].iter().any(|p| behind.trim_start().starts_with(p));
        years && self.quantity.printed().is_some_and(|n| n >= 100)
    }

    /// Attackers were killed, by its own words or by others of the sentence.
    fn beside_attackers(&self) -> bool {
        let attacker = |c: &Casualty| c.people.as_ref().is_some_and(|p| p.side == Side::Attacker);
        self.party == Party::Perpetrator || self.report.casualties.iter().any(attacker)
    }

    /// Attackers by a word for those of this attack: `gunmen`, not `militants`.
    fn came(&self, people: &People) -> bool {
        let noun = self.noun(people).to_lowercase();
        let words = [
            "gunman",
            "gunmen",
            "attacker",
            "attackers",
            "assailant",
            "assailants",
            "shooter",
            "shooters",
            "hijackers",
        ];
        noun.split_whitespace().last().is_some_and(|w| words.contains(&w))
    }

    /// `only the assailant was killed`
    pub fn only(&self) -> bool {
        let lead = self.text.get(..self.casualty.span.start).unwrap_or("").trim_end().to_lowercase();
        self.party == Party::Perpetrator
            && self.casualty.outcome == Outcome::Killed
            && !has(&self.said, &["some of", "one of", "two of"])
            && (lead.ends_with("only") || self.said.starts_with("only ") || self.said.contains(" alone "))
    }

    /// `one of the wounded died`: one more dead.
    fn succumbed(&self) -> bool {
        self.casualty.outcome == Outcome::Killed
            && self.is(|p| p.partitive && matches!(self.noun(p).to_lowercase().as_str(), "injured" | "wounded"))
    }

    /// A killed toll stands before it in the sentence, for which `asked` holds.
    fn behind_toll(&self, asked: impl Fn(&Casualty) -> bool) -> bool {
        let toll = |c: &&Casualty| c.manner == Yield::Toll(Outcome::Killed) && c.span.start < self.casualty.span.start;
        self.report.casualties.iter().filter(toll).any(asked)
    }

    /// `the toll rose to 67 as six of the wounded died`: the six are in it.
    fn within_toll(&self) -> bool {
        self.casualty.outcome == Outcome::Killed
            && (self.succumbed() || self.is(|p| p.other))
            && has(&self.whole, CHANGED)
            && self.behind_toll(|c| c.quantity.and_then(Quantity::printed) > self.quantity.printed())
    }

    /// Counted in another number.
    fn part(&self) -> bool {
        let casualty = self.casualty;
        // "three of the raiders were killed": all the attackers who were
        let all = self.party == Party::Perpetrator
            && matches!(casualty.manner, Yield::Fate(_))
            && self.is(|p| p.partitive && p.plural)
            && !casualty.aside;
        // "killed 20 of the hostages": of people, not of the dead
        let living = matches!(casualty.manner, Yield::Fate(Outcome::Killed))
            && self.party == Party::Victim
            && casualty.rule == "killed_active"
            && self.is(|p| p.plural && !among_dead(self.noun(p)));
        let partitive = self.is(|p| p.partitive) && !living;
        let told = casualty.aside || partitive || matches!(casualty.manner, Yield::Part(_));
        told && !self.succumbed() && !all || self.within_toll()
    }

    /// The toll as it is now.
    fn toll(&self) -> bool {
        // "the toll rose to 16, with more than 50 hurt": the wounded are counted anew as well
        let with = self.casualty.outcome == Outcome::Injured
            && !self.is(|p| p.other || p.partitive)
            && self.behind_toll(|_| true);
        matches!(self.casualty.manner, Yield::Toll(_)) || with && has(&self.whole, CHANGED)
    }

    /// People in general, or a number alone.
    fn general(&self) -> bool {
        let people = |p: &People| {
            matches!(p.population, Population::Unknown | Population::Civilian | Population::Mixed)
                && p.side == Side::Neutral
                && !p.named
                || p.parts.len() > 1
        };
        self.casualty.people.as_ref().is_none_or(people)
    }

    /// The words from the last `but` before the casualty to the next behind it.
    fn clause(&self) -> &str {
        const BREAKS: &[&str] = &[" but ", " then ", "; "];
        let at = self.casualty.span.end.saturating_sub(self.report.words.start + 1).min(self.whole.len());
        let Some((before, behind)) = self.whole.split_at_checked(at) else { return &self.whole };
        let start = BREAKS.iter().filter_map(|b| before.rfind(b).map(|k| k + b.len())).max().unwrap_or(0);
        let end = BREAKS.iter().filter_map(|b| behind.find(b)).min().map_or(self.whole.len(), |k| at + k);
        self.whole.get(start..end).unwrap_or(&self.whole)
    }

    /// The words from the last comma or semicolon before the casualty to its end.
    fn own_clause(&self) -> &str {
        let start = self.casualty.span.start.saturating_sub(self.report.words.start).min(self.whole.len());
        let end = self.casualty.span.end.saturating_sub(self.report.words.start).min(self.whole.len());
        let from = self.whole.get(..start).and_then(|w| w.rfind([',', ';'])).map_or(0, |k| k + 1);
        self.whole.get(from..end).unwrap_or(&self.whole)
    }

    /// Named by what they are or do.
    fn role(&self, people: &People) -> bool {
        let overlaps = matches!(
            people.population,
            Population::Unknown | Population::Women | Population::Children | Population::Foreigner | Population::Mixed
        );
        let noun = self.noun(people).to_lowercase();
        let anybody = noun.split_whitespace().last().is_none_or(|w| ANYBODY.contains(&w));
        !overlaps && !anybody && !people.partitive && !people.other && people.group.is_none()
    }

    /// All of it.
    pub fn circumstance(&self) -> Circumstance {
        let (casualty, said, whole) = (self.casualty, self.said.as_str(), self.whole.as_str());
        let people = casualty.people.as_ref();
        let definite = self.is(|p| p.definite);
        let toll = self.toll();
        // "the hospital counts 46", but "by evening it was 46"
        let counts = matches!(casualty.rule, rival::RULE | "killed_census") || said.starts_with("counted ");
        // "by evening it was 46": the toll as it has become
        let own = self.own_clause();
        let become_so = own.trim_start().starts_with("by ");
        let rival = counts && !has(own, CHANGED) && !become_so;
        let words = if casualty.rule == rival::RULE { own } else { whole };
        let dissent = !self.setting.headline && (has(words, DISSENT) || rival);
        let them = |p: &People| p.partitive && p.plural && self.noun(p).eq_ignore_ascii_case("them");
        let of_them = self.party == Party::Victim && self.is(them) && !casualty.aside;
        let several = ["attacks", "bombings", "blasts", "explosions", "bombs", "shootings", "incidents", "raids"];
        let along = matches!(casualty.rule, "killed_and_more" | "killed_along");
        let plain = people.filter(|p| !p.named && p.parts.is_empty() && casualty.rule != "deaths_of");
        Circumstance {
            sentence: self.setting.sentence,
            headline: self.setting.headline,
            toll,
            changed: toll && !dissent && (has(whole, CHANGED) || become_so),
            dissent,
            before: has(whole, BEFORE),
            now: has(whole, &[" now "]),
            contrary: whole.starts_with("but "),
            former: matches!(casualty.manner, Yield::Former(_))
                || toll && has(said, &["had stood", "had been put", "initially"])
                || !self.setting.headline && has(self.clause(), FORMER) && !has(said, CHANGED),
            weak: matches!(casualty.manner, Yield::Struck | Yield::Bodies) && !self.is(|p| p.other)
                || casualty.manner == Yield::Pronoun && self.party == Party::Victim,
            apart: apart(whole, casualty.outcome),
            paired: has(whole, &["the first "]) && has(whole, &["the second ", "the second,", "the other "]),
            separate: separate(whole),
            summing: has(whole, &several),
            gunmen: (!definite || said.contains("both ")) && self.is(|p| has(&self.noun(p).to_lowercase(), GUNMEN)),
            further: !self.within_toll() && self.succumbed()
                || self.is(|p| p.other && !(p.definite && self.party == Party::Victim))
                || along,
            ordinal: people.filter(|p| p.other).and_then(|p| ordinal(self.noun(p))),
            along,
            with: casualty.rule == "killed_with",
            // "his driver was also killed", but not "the minister's death was also mourned"
            also: has(whole, &[" also ", " as well", " too", " together with the ", " along with the "])
                && (!definite
                    || ["his ", "her ", "their "].iter().any(|p| said.starts_with(p))
                    || said.contains(" also ") && self.is(|p| !p.plural && !p.named)),
            own_also: said.contains(" also ") && said.starts_with("his ")
                || said.contains(" also ") && said.starts_with("her "),
            told: casualty.manner == Yield::Bodies && self.speaker.is_some(),
            noun: plain.map_or(0, |p| fingerprint(self.noun(p))),
            trade: self.is(trade) && plain.is_some(),
            civil: plain.is_some_and(|p| has(&small(self.noun(p)), CIVIL)),
            force: plain.is_some_and(|p| {
                p.side != Side::Attacker && matches!(p.population, Population::Police | Population::Military)
                    || self.noun(p).ends_with("eshmerga")
            }),
            role: plain.is_some_and(|p| self.role(p)),
            first: people.and_then(|p| p.parts.first()).and_then(Item::quantity).and_then(Quantity::printed),
            part: self.part(),
            of_them: of_them && matches!(casualty.manner, Yield::Fate(_)),
            definite,
            bomber: casualty.rule == bomber::RULE,
            general: self.general(),
        }
    }
}

/// `them`, `the dead`: people told before, or the dead themselves.
fn among_dead(noun: &str) -> bool {
    let noun = noun.to_lowercase();
    let told =
        ["them", "whom", "these", "those", "dead", "victims", "killed", "wounded", "injured", "fatalities", "which"];
    noun.split_whitespace().last().is_none_or(|w| told.contains(&w))
}

/// In small letters and on one line, of the same length.
fn small(words: &str) -> String {
    words.to_ascii_lowercase().replace(['\n', '\r', '\t'], " ")
}

/// `the band said it was behind a raid that killed nine`: the nine are nobody's boast.
fn owned(text: &str, speaker: &Speaker, casualty: &Casualty) -> bool {
    let between = text.get(speaker.span.end..casualty.span.start.max(speaker.span.end)).unwrap_or("").to_lowercase();
    speaker.kind == SpeakerKind::Perpetrator
        && has(&between, &["responsib", "was behind", "were behind", "claimed the", "claimed an", "claimed a "])
        && has(&between, &[" that", " which", ", killing", ", leaving", " when "])
}

/// A number for the last word of a noun, so that two nouns can be told apart; never 0.
fn fingerprint(noun: &str) -> u32 {
    let last = noun.split_whitespace().last().unwrap_or("").to_lowercase();
    last.bytes().fold(7, |sum: u32, b| sum.wrapping_mul(31).wrapping_add(u32::from(b))).max(1)
}
