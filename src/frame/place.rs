//! The places that a sentence names, each with the part it plays.
//!
//! Enters: items. Leaves: places: where something happened, what lies near, whence people came, who merely speaks.
//! Example: in `Police in Tunis said gunmen from Gafsa attacked a post 12 km south of Thala` Tunis speaks, Gafsa is an
//! origin and Thala is near.

use crate::annotate::place_words::{COMPASS, DEDICATED, GOVERNS, HEARERS, HOUSES, LENGTHS, OFFICES, SEATS};
use crate::annotate::toponym::AREA_BEHIND;
use crate::annotate::{Item, Tags, Value};
use crate::reference::gazetteer::{Place, PlaceKind};
use crate::span::Span;
use crate::text::Token;

/// A place as printed.
#[derive(Clone, Debug)]
pub struct PlaceWords {
    /// The words.
    pub span: Span,
    /// Candidates, best first; none where only its form speaks for it.
    pub candidates: Vec<Place>,
    /// Behind `in`, `at`, `near`.
    pub led: bool,
    /// The word behind it (`district`, `province`), or empty.
    pub area: String,
    /// Index of its item.
    pub item: usize,
    /// Part of the name or title of somebody who speaks, or of an organisation.
    pub institutional: bool,
    /// Where somebody came from or went, what the place is measured from, an end of a road: near or far, not there.
    pub afar: bool,
    /// Behind `near` or `outside`: the place itself has no name, or stands before.
    pub near: bool,
    /// It lends its name to a building: `a Quetta hospital`.
    pub lends: bool,
}

impl PlaceWords {
    /// A place by its name alone.
    pub const fn bare(span: Span, candidates: Vec<Place>) -> Self {
        Self {
            span,
            candidates,
            led: false,
            area: String::new(),
            item: 0,
            institutional: false,
            afar: false,
            near: false,
            lends: false,
        }
    }

    /// Something may have happened there.
    pub fn there(&self) -> bool {
        !self.institutional && !self.afar
    }
}

/// The place at an item, where it is one.
pub fn place(earlier: &[PlaceWords], items: &[Item], at: usize, tokens: &[Token]) -> Option<PlaceWords> {
    let item = &items[at];
    let Value::Place(candidates) = &item.value else { return None };
    let word = |i: usize| tokens.get(i).map_or("", |t| t.norm.as_str());
    let (start, next) = (item.tokens.start, word(item.tokens.end));
    let of = start >= 2 && word(start - 1) == "of" && AREA_BEHIND.contains(&word(start - 2));
    let area = match (AREA_BEHIND.contains(&next), of) {
        (true, _) => next.to_owned(),
        (false, true) => word(start - 2).to_owned(),
        _ => String::new(),
    };
    let last = earlier.last().filter(|p| items[..at].iter().rev().take(7).any(|i| i.span == p.span));
    // "in Basra and Mosul", "between Basra and the northern city of Mosul": the second is led as the first is
    let filler = Tags::THE.with(Tags::WORD).with(Tags::OF).with(Tags::COMMA).with(Tags::GENITIVE);
    let gap: Vec<&Item> =
        items[..at].iter().rev().take_while(|i| i.is(filler.with(Tags::AND).with(Tags::OR))).collect();
    let adjoins = |p: &&PlaceWords| items[..at].iter().rev().nth(gap.len()).is_some_and(|i| i.span == p.span);
    let and = gap.iter().any(|i| i.is(Tags::AND.with(Tags::OR)));
    let shared = last.filter(adjoins).filter(|_| and || gap.iter().any(|i| i.is(Tags::GENITIVE.with(Tags::COMMA))));
    let road = is_road(items, at, tokens);
    // "the Thala hacienda"; "the church of San Pedro"
    let house = items.get(at + 1).is_some_and(|n| n.is(Tags::SITE) && !n.is(Tags::PLURAL)) || HOUSES.contains(next);
    let dedicated = start >= 2 && word(start - 1) == "of" && DEDICATED.contains(word(start - 2));
    let lends = (house || dedicated) && area.is_empty();
    let mut back = items[..at].iter().rev().skip_while(|i| i.is(Tags::THE.with(Tags::OF)) || of && i.is(Tags::WORD));
    let area = if area.is_empty() && called_village(&items[at + 1..], tokens) { "village".to_owned() } else { area };
    let near = back.next().is_some_and(|i| matches!(word(i.tokens.end - 1), "near" | "outside" | "around" | "off"));
    let mut candidates = candidates.clone();
    if area == "village" || called_village(&items[at + 1..], tokens) {
        let village = |c: &Place| c.kind == PlaceKind::Populated && c.population < CITY;
        candidates.retain(|c| c.kind == PlaceKind::Country || village(c));
    }
    let told =
        phoned(items, at, tokens) || at > 0 && items[at - 1].is(Tags::IN.with(Tags::AT)) && seat(items, at, tokens);
    Some(PlaceWords {
        span: item.span,
        candidates,
        led: !told && (led(last, items, at) || shared.is_some_and(|p| p.led)),
        institutional: told
            || institutional(items, at, tokens, &area)
            || counts(items, at, tokens)
            || shared.is_some_and(|p| p.institutional && and),
        afar: road
            || nursed(items, at, tokens)
            || convened(items, at, tokens)
            || afar(items, at, tokens)
            || shared.is_some_and(|p| p.afar),
        near,
        lends,
        area,
        item: at,
    })
}

/// From so many inhabitants on nobody calls a town a village.
const CITY: u32 = 200_000;

/// `Aleppo, a village in the hills`: not the city of that name.
fn called_village(behind: &[Item], tokens: &[Token]) -> bool {
    let mut behind = behind.iter();
    let comma = behind.next().is_some_and(|i| i.is(Tags::COMMA));
    let article = behind.next().is_some_and(|i| i.is(Tags::A));
    let mut told = behind.take(3).flat_map(|i| tokens[i.tokens.clone()].iter()).take_while(|t| !t.is_capital());
    comma && article && told.any(|t| matches!(t.norm.as_str(), "village" | "hamlet"))
}

/// `the Basra-Kuwait highway`: the ends of a road.
fn is_road(items: &[Item], at: usize, tokens: &[Token]) -> bool {
    let joined = |i: usize| tokens.get(i).is_some_and(|t| t.joined);
    let place = |i: Option<&Item>| i.is_some_and(|i| matches!(i.value, Value::Place(_)));
    let item = &items[at];
    let word = |i: usize| tokens.get(i).map_or("", |t| t.norm.as_str());
    // "the Limon-Covenas oil pipeline"
    let line = (item.tokens.end + 1..item.tokens.end + 4)
        .any(|i| matches!(word(i), "pipeline" | "highway" | "railway" | "motorway" | "expressway"));
    (joined(item.tokens.end) && (line || place(items.get(at + 1))))
        || (joined(item.tokens.start) && place(at.checked_sub(1).and_then(|i| items.get(i))))
}

/// Behind `in`, `at`, `near`; or nested in such a place: `Kandahar's Maywand District`, `Daraban, Pakistan`.
fn led(last: Option<&PlaceWords>, items: &[Item], at: usize) -> bool {
    let preposition =
        Tags::IN.with(Tags::AT).with(Tags::PREP).with(Tags::ON).with(Tags::FROM).with(Tags::OF).with(Tags::WORD);
    let mut back = items[..at].iter().rev().skip_while(|i| i.is(Tags::THE));
    let Some(before) = back.next() else { return false };
    if before.is(preposition) {
        return true;
    }
    // "at St Mark's Church, Abbey Street, Thornby"
    let address = before.is(Tags::COMMA)
        && at >= 2
        && items[at - 2].is(Tags::NAME.with(Tags::SITE))
        && items[..at - 1]
            .iter()
            .rev()
            .take(8)
            .take_while(|i| !i.is(Tags::VERB.with(Tags::SEMI)))
            .any(|i| i.is(Tags::IN.with(Tags::AT).with(Tags::ON)));
    if address {
        return true;
    }
    let nested = before.is(Tags::GENITIVE.with(Tags::COMMA).with(Tags::SITE).with(Tags::PLACE));
    nested && last.is_some_and(|p| p.led)
}

/// Somebody's office, or a capital that stands for its government.
fn institutional(items: &[Item], at: usize, tokens: &[Token], area: &str) -> bool {
    let before = at.checked_sub(1).map(|i| &items[i]);
    let after = items.get(at + 1);
    let inside = before.is_some_and(|b| b.is(Tags::IN.with(Tags::AT)));
    let speaks = Tags::SAY.with(Tags::BLAME).with(Tags::DENY).with(Tags::CONDEMN);
    let verb = |i: &Item, tags: Tags| i.is(Tags::VERB) && i.is(tags);
    let bears = area.is_empty() && after.is_some_and(|n| n.is(Tags::SPEAKER.with(Tags::PEOPLE)) && !n.is(Tags::AGENT));
    let owns = after.is_some_and(|n| n.is(Tags::GENITIVE))
        && items.get(at + 2).is_some_and(|n| n.is(Tags::SPEAKER) && !n.is(Tags::SITE.with(Tags::AGENT)));
    let based = tokens
        .get(item_end(items, at))
        .is_some_and(|t| t.joined && matches!(t.norm.as_str(), "based" | "born" | "backed" | "led" | "style"));
    // "the St Mark church", "the Savoy hotel": a town lends its name to a building only where it is large
    let small = matches!(&items[at].value, Value::Place(c) if c.first().is_some_and(|c| c.population < 200_000));
    let house = |n: &Item| HOUSES.contains(tokens[n.tokens.start].norm.as_str());
    let building = after.is_some_and(|n| n.is(Tags::SITE) && !n.is(Tags::PLURAL) || house(n)) && area.is_empty();
    let counted = items.get(at + 1).is_some_and(|n| tokens[n.tokens.start].is_capital());
    // "the former Thala hacienda"
    let aged = before.is_some_and(|b| has(b, tokens, &["former", "old"])) && at > 1 && items[at - 2].is(Tags::THE);
    // "raided the Thala air base": a base, an airport, a prison bears the name of the town it lies at
    let lies = after.is_some_and(|n| has(n, tokens, AT_TOWNS)) && !counted;
    let struck = items[..at].iter().rev().take(3).any(|i| i.is(Tags::ATTACK.with(Tags::RAM)) && i.is(Tags::VERB));
    if small && building && !(lies && struck) && (counted || aged || before.is_some_and(|b| b.is(Tags::THE))) {
        return true;
    }
    if based || (!inside && (bears || owns)) {
        return true;
    }
    let says = after.is_some_and(|n| verb(n, speaks));
    let led = before.is_some_and(|b| b.is(Tags::IN.with(Tags::AT).with(Tags::PREP).with(Tags::OF)));
    // "Damascus called it a crime": a capital is its government
    let large =
        matches!(&items[at].value, Value::Place(c) if c.first().is_some_and(|c| c.canonical && c.population > 200_000));
    let spoken = after.is_some_and(|n| GOVERNS.contains(tokens[n.tokens.start].norm.as_str()));
    if !led && large && spoken && before.is_none_or(|b| !b.is(Tags::OF)) {
        return true;
    }
    if !led && (says || before.is_some_and(|b| verb(b, Tags::BLAME))) {
        return true;
    }
    // "told reporters in Sanaa"
    let told = at >= 3 && items[at - 3].is(Tags::SAY) && items[at - 3].is(Tags::VERB);
    let heard = at >= 2
        && (items[at - 2].is(Tags::SPEAKER.with(Tags::PEOPLE)) && !items[at - 2].is(Tags::AGENT)
            || HEARERS.contains(tokens[items[at - 2].tokens.end - 1].norm.as_str()));
    if inside && told && heard {
        return true;
    }
    // "taken to the Thala hospital", "St Mark's hospital": the name of a hospital
    let nursing = |n: usize| items.get(at + n).is_some_and(|i| i.is(Tags::HOSP) && !i.is(Tags::PLURAL));
    let saint = matches!(tokens[items[at].tokens.start].norm.as_str(), "st" | "saint");
    if small && (nursing(1) || saint && after.is_some_and(|n| n.is(Tags::GENITIVE)) && nursing(2)) {
        return true;
    }
    // "a doctor in Sanaa said"
    let speaker = at.checked_sub(2).map(|i| &items[i]);
    if inside && says && speaker.is_some_and(|s| s.is(Tags::PEOPLE.with(Tags::SPEAKER)) && !s.is(Tags::AGENT)) {
        return true;
    }
    // "the governor of Kano"
    let mut back = items[..at].iter().rev().skip_while(|i| i.is(Tags::THE));
    back.next().is_some_and(|i| i.is(Tags::OF))
        && back.next().is_some_and(|i| OFFICES.contains(tokens[i.tokens.end - 1].norm.as_str()))
}

/// Sites that are called after the town that they lie at.
const AT_TOWNS: &[&str] =
    &["base", "airbase", "airport", "airfield", "camp", "barracks", "garrison", "prison", "jail", "cantonment", "dam"];

/// `an official in the town of Thala put the toll at nine`: he speaks there.
fn counts(items: &[Item], at: usize, tokens: &[Token]) -> bool {
    let level =
        |i: &Item| i.is(Tags::OF.with(Tags::THE)) || AREA_BEHIND.contains(&tokens[i.tokens.end - 1].norm.as_str());
    let mut back = items[..at].iter().rev().skip_while(|i| level(i));
    let inside = back.next().is_some_and(|i| i.is(Tags::IN.with(Tags::AT)));
    let speaker =
        back.next().is_some_and(|i| i.is(Tags::SPEAKER) && !i.is(Tags::AGENT.with(Tags::PLURAL).with(Tags::SITE)));
    let verb = items.get(at + 1).is_some_and(|i| has(i, tokens, &["put", "puts", "gave", "counted", "spoke", "said"]));
    inside && speaker && verb
}

/// `the wounded are cared for at Thala`: where they were taken.
fn nursed(items: &[Item], at: usize, tokens: &[Token]) -> bool {
    let back = || items[..at].iter().rev().take(4);
    let inside = back().next().is_some_and(|i| i.is(Tags::IN.with(Tags::AT)));
    let care = back().any(|i| has(i, tokens, &["treated", "hospitalised", "hospitalized"]))
        || back().any(|i| has(i, tokens, &["cared"])) && back().any(|i| has(i, tokens, &["for"]));
    inside && care
}

/// `the dialogue slated for 20 May in Sfax`, `said in Sfax that`: where people talk.
fn convened(items: &[Item], at: usize, tokens: &[Token]) -> bool {
    if at < 2 || !items[at - 1].is(Tags::IN.with(Tags::AT)) {
        return false;
    }
    let said = items[at - 2].is(Tags::SAY) && items[at - 2].is(Tags::VERB) && !items[at - 2].is(Tags::PAS);
    let attack = Tags::EVENT.with(Tags::KILL).with(Tags::ATTACK).with(Tags::EXPLODE).with(Tags::SHOOT).with(Tags::STOP);
    let back = || items[..at - 1].iter().rev().take(9).take_while(|i| !i.is(attack));
    let words = ["scheduled", "slated", "dialogue", "talks", "summit", "negotiations"];
    said && items.get(at + 1).is_some_and(|i| i.is(Tags::DATE.with(Tags::REL)))
        || back().any(|i| has(i, tokens, &words))
}

/// `said by phone from the hospital in Thala`
fn phoned(items: &[Item], at: usize, tokens: &[Token]) -> bool {
    let back = || items[..at].iter().rev();
    let phone = back().take(8).any(|i| has(i, tokens, &["phone", "telephone"]));
    let told = back().take(12).any(|i| i.is(Tags::SAY) && i.is(Tags::VERB)) || back().take(6).any(|i| i.is(Tags::FROM));
    phone && told && back().take(8).any(|i| i.is(Tags::FROM.with(Tags::IN)))
}

/// Where a statement comes from: `In Sanaa, the group's spokesman announced`, `through an envoy in Sanaa`, `the
/// ministry in Sanaa insists`, `by phone from Sanaa`.
fn seat(items: &[Item], at: usize, tokens: &[Token]) -> bool {
    let speaks = Tags::SAY.with(Tags::BLAME).with(Tags::DENY).with(Tags::CONDEMN).with(Tags::CLAIM);
    let spoken = |i: &Item| i.is(Tags::VERB) && i.is(speaks);
    let word = |i: &Item| tokens[i.tokens.end - 1].norm.as_str();
    // "through a lawyer in Sanaa"
    let through = items[..at - 1].iter().rev().take(6).take_while(|i| !i.is(Tags::VERB.with(Tags::COMMA)));
    if through.into_iter().any(|i| has(i, tokens, &["through", "via"])) && items[..at].iter().any(spoken)
        || items.get(at + 1).is_some_and(|i| i.is(Tags::COMMA))
            && items.get(at + 2).is_some_and(|i| spoken(i) && i.is(Tags::DENY.with(Tags::BLAME).with(Tags::CONDEMN)))
    {
        return items.get(at.wrapping_sub(2)).is_some_and(|i| i.is(Tags::PEOPLE.with(Tags::SPEAKER).with(Tags::WORD)));
    }
    // "the governor's office in Sanaa certifies"
    let office = items.get(at.wrapping_sub(2)).is_some_and(|i| SEATS.contains(word(i)));
    if office && items.get(at + 1).is_some_and(|i| spoken(i) || i.tags == Tags::WORD && word(i).ends_with('s')) {
        return true;
    }
    // "In Sanaa, the group's spokesman announced …", where the sentence tells of no attack
    let fronted = at == 1 && items.get(2).is_some_and(|i| i.is(Tags::COMMA));
    let person = items.get(3).is_some_and(|i| i.is(Tags::NAME)) && items[3..].iter().any(spoken);
    let attack = Tags::EVENT.with(Tags::WEAPON).with(Tags::KILL).with(Tags::WOUND).with(Tags::DIE).with(Tags::ATTACK);
    let attack = attack.with(Tags::EXPLODE).with(Tags::SHOOT).with(Tags::ABDUCT);
    fronted && person && !items[3..].iter().any(|i| i.is(attack))
}

fn has(item: &Item, tokens: &[Token], list: &[&str]) -> bool {
    tokens[item.tokens.clone()].iter().any(|t| list.contains(&t.norm.as_str()))
}

fn item_end(items: &[Item], at: usize) -> usize {
    items[at].tokens.end
}

/// An origin, an aim, a distance.
fn afar(items: &[Item], at: usize, tokens: &[Token]) -> bool {
    let word = |i: &Item| tokens[i.tokens.end - 1].norm.as_str();
    let first = |i: &Item| tokens[i.tokens.start].norm.as_str();
    let mut back = items[..at].iter().rev();
    let Some(mut before) = back.next() else { return false };
    // adjectives and nouns of level between the preposition and the name
    let mut skipped = 0;
    while skipped < 4
        && (before.is(Tags::THE)
            || (before.is(Tags::WORD) && !before.is(Tags::PREP))
            || (before.is(Tags::OF) && skipped > 0))
    {
        let Some(next) = back.next() else { return false };
        if before.is(Tags::OF) && !next.is(Tags::WORD) {
            break;
        }
        before = next;
        skipped += 1;
    }
    let near: Vec<&Item> =
        items[..at].iter().rev().take(6).take_while(|i| !i.is(Tags::COMMA.with(Tags::VERB))).collect();
    if near.iter().any(|i| i.is(Tags::UNIT) && LENGTHS.contains(word(i))) {
        return true;
    }
    let compass = near.iter().position(|i| COMPASS.contains(word(i)));
    if let Some(found) = compass
        && found <= 2
        && near[..found].iter().any(|i| i.is(Tags::OF))
        && !near.get(found + 1).is_some_and(|i| i.is(Tags::THE))
    {
        return !matches!(&items[at].value, Value::Place(c) if c.first().is_some_and(|c| c.kind != PlaceKind::Populated));
    }
    // "they left Thala on Monday"
    if skipped == 0 && matches!(word(before), "left" | "leaving" | "departed" | "fled") {
        return true;
    }
    if before.is(Tags::FROM) {
        let verb = items[..at].iter().rev().take(8).find(|i| i.is(Tags::VERB));
        return !verb.is_some_and(|v| v.is(Tags::ABDUCT.with(Tags::DISPLACE)));
    }
    if before.is(Tags::TO) {
        let there = ["close", "next", "near", "adjacent", "damage", "belongs", "belong", "belonged"];
        return !back.next().is_some_and(|i| there.contains(&word(i)));
    }
    // "was due in Sfax", "a watchdog based in Sfax"
    if before.is(Tags::IN.with(Tags::AT)) {
        let seat = items[..at].iter().rev().skip(1).take(2).any(|i| matches!(word(i), "based" | "headquartered"))
            && !items[..at].iter().rev().skip(2).take(2).any(|i| i.is(Tags::SITE.with(Tags::PLURAL)));
        if seat {
            return true;
        }
        // but gunmen who arrive do so where they strike
        let agent = items[..at].iter().rev().take(6).any(|i| i.is(Tags::AGENT));
        let arrives = |i: &Item| matches!(word(i), "due" | "arrive" | "arrived" | "arriving" | "arrival");
        return back.next().is_some_and(|i| arrives(i) && !agent);
    }
    if before.is(Tags::FOR.with(Tags::WITH)) {
        return true;
    }
    matches!(first(before), "between" | "towards" | "toward" | "onto")
}
