//! Words that stand for an attack: nouns and verbs.
//!
//! Enters: the items of a sentence. Leaves: triggers with the attack types that they imply.
//! Example: `the bombing` implies a bombing; `police shot dead the attackers` is no attack.

use crate::annotate::item::EventNoun;
use crate::annotate::lexicon::{Side, Strength};
use crate::annotate::{Item, Tags, Value};
use crate::frame::habit::habitual;
use crate::frame::left_bomb::leaves_bomb;
use crate::frame::state::state_action;
use crate::frame::taking::{in_doubt, taken};
use crate::frame::unreal::{idle, in_general, labour, of_things, scolding, undone, unreal};
use crate::frame::words::{Telling, has};
use crate::reference::gazetteer::PlaceKind;
use crate::span::Span;
use crate::text::Token;
use crate::vocabulary::{AttackType, WeaponType};

/// Words that stand for an attack.
#[derive(Clone, Debug)]
pub struct Trigger {
    /// The words.
    pub span: Span,
    /// Attack types that the words imply.
    pub types: Vec<AttackType>,
    /// An attack for certain, not only an explosion or a clash.
    pub sure: bool,
    /// `the attack`.
    pub definite: bool,
    /// `attacks`.
    pub plural: bool,
    /// A noun rather than a verb.
    pub noun: bool,
    /// `another`, `a second`, `a separate`, `a similar`.
    pub further: bool,
    /// Its types give way to others of the scene: `blast`, `burnt`, `hacked`, `he was shot dead`.
    pub weak: bool,
}

impl Trigger {
    /// Words for a deed that was certainly done, once: a verb, no noun.
    pub const fn deed(span: Span, types: Vec<AttackType>) -> Self {
        Self { span, types, sure: true, definite: false, plural: false, noun: false, further: false, weak: false }
    }
}

const VIOLENT: Tags = Tags::ATTACK
    .with(Tags::EXPLODE)
    .with(Tags::RAM)
    .with(Tags::ARSON)
    .with(Tags::ABDUCT)
    .with(Tags::SHOOT)
    .with(Tags::KILL);

/// Before a noun they say that no attack took place, or none of this kind: `air strike`, `any attack`.
const NO_ATTACK: &[&str] = &[
    "air",
    "heart",
    "counter",
    "future",
    "possible",
    "potential",
    "planned",
    "verbal",
    "cyber",
    "personal",
    "panic",
    "any",
    "against",
    "hunger",
    "labor",
    "labour",
    "general",
    "military",
    "israeli",
    "us",
    "american",
    "shark",
    "social",
    "indefinite",
    "workers",
    "transport",
    "nationwide",
    "asthma",
    "population",
    "political",
    "media",
    "further",
];

const THREAT: &[&str] = &[
    "threat",
    "threats",
    "danger",
    "risk",
    "fear",
    "fears",
    "prevent",
    "mock",
    "simulated",
    "avoid",
    "imminent",
    "warned",
    "warning",
    "anniversary",
    "commemorate",
    "alleged",
    "if",
    "whether",
    "planning",
    "preparing",
    "plotting",
    "plot",
    "plots",
    "abstain",
    "refrain",
    "stop",
    "halt",
    "ceased",
    "cease",
];

const STATE: &[&str] = &[
    "police",
    "army",
    "security",
    "military",
    "troops",
    "soldiers",
    "commandos",
    "commando",
    "forces",
    "swat",
    "nia",
    "fbi",
    "anti",
    "counterterrorism",
    "arrest",
    "government",
];

/// Who bombs and shells for a state, and from where.
const FLOWN: &[&str] = &[
    "army",
    "force",
    "troops",
    "military",
    "plane",
    "planes",
    "aircraft",
    "helicopter",
    "helicopters",
    "jets",
    "warplanes",
    "artillery",
    "aerial",
];

/// What only a state bombs.
const POPULATION: &[&str] = &["population", "populated", "populace"];

/// A noun for an attack.
pub fn noun_trigger(items: &[Item], at: usize, noun: &EventNoun, tokens: &[Token]) -> Option<Trigger> {
    if matches!(noun.strength, Strength::Weak | Strength::War) {
        return None;
    }
    let before: Vec<&Item> = items[..at].iter().rev().take(4).collect();
    let after: Vec<&Item> = items[at + 1..].iter().take(3).collect();
    if before.first().is_some_and(|i| i.tokens.len() == 1 && has(tokens, i, NO_ATTACK))
        || before.iter().take(3).any(|i| i.is(Tags::THREATEN) || has(tokens, i, THREAT))
    {
        return None;
    }
    if items[..at].iter().rev().take(5).any(|i| has(tokens, i, &["whether"]))
        || in_general(items, at, noun, tokens)
        || labour(items, at, tokens)
    {
        return None;
    }
    let head = |list: &[&str]| has(tokens, &items[at], list);
    // "a state of siege", "an explosion of joy"
    let of_abstract = after.first().is_some_and(|i| i.is(Tags::OF))
        && after.get(1).is_some_and(|i| i.tags == Tags::WORD && !i.is(Tags::WEAPON));
    if head(&["siege"]) && before.iter().take(2).any(|i| has(tokens, i, &["state"]))
        || noun.strength == Strength::Blast && of_abstract && head(&["explosion", "blast"])
    {
        return None;
    }
    let armed = noun.attack.contains(&Some(AttackType::ArmedAssault)) || head(&["assault"]);
    let by_state = before.iter().take(2).any(|i| has(tokens, i, STATE))
        || after.first().is_some_and(|i| i.is(Tags::BY)) && after.iter().any(|i| has(tokens, i, STATE));
    if armed && head(&["raid", "raids", "assault", "storming", "offensive"]) && by_state {
        return None;
    }
    // "sentenced over a bombing plan", "no indication of sabotage"
    if after.first().is_some_and(|i| has(tokens, i, &["plan", "plans", "plot", "plots"])) || ruled_out(&before, tokens)
    {
        return None;
    }
    // "a United States drone strike": states fly them, unless the sentence names who else
    let abroad = |i: &Item| {
        has(tokens, i, &["us", "u.s", "u.s.", "american", "coalition"])
            || matches!(&i.value, Value::Place(p) if p.first().is_some_and(|p| p.kind == PlaceKind::Country))
    };
    if head(&["drone"]) && before.iter().take(2).any(|i| abroad(i)) {
        return None;
    }
    // "air force bombing", "army shelling": a state's own
    let heavy = ["bombing", "bombings", "bombardment", "bombardments", "shelling", "airstrike", "strafing"];
    let own = |i: &&Item| has(tokens, i, FLOWN);
    let tail = || items[at + 1..].iter().take(8).take_while(|i| !i.is(Tags::STOP.with(Tags::SEMI)));
    let theirs = tail().position(|i| i.is(Tags::BY)).is_some_and(|k| tail().skip(k).any(|i| has(tokens, i, FLOWN)));
    let ordered = items[..at].iter().rev().take(4).any(|i| has(tokens, i, &["regime", "government", "dictatorship"]));
    let population = tail().take(6).any(|i| has(tokens, i, POPULATION));
    let near = before.iter().take(3).take_while(|i| !i.is(Tags::VERB.with(Tags::ON))).any(own);
    if head(&heavy) && (near || theirs || ordered || population) {
        return None;
    }
    let further = before.iter().take(3).any(|i| {
        i.is(Tags::ANOTHER)
            || has(
                tokens,
                i,
                &["another", "second", "third", "separate", "similar", "different", "previous", "earlier", "other"],
            )
    });
    let raids = noun.plural && head(&["raids"]);
    // "carried out two attacks", "three bombings": so many events, not attacks in general
    let told = before.iter().take(3).any(|i| i.is(Tags::CONDUCT.with(Tags::NUM)) || i.quantity().is_some());
    Some(Trigger {
        span: items[at].span,
        types: if raids { Vec::new() } else { noun.attack.iter().flatten().copied().collect() },
        sure: noun.strength == Strength::Event,
        definite: noun.definite,
        plural: noun.plural && !told,
        noun: true,
        further,
        weak: noun.strength != Strength::Event,
    })
}

/// `no indication of …`, `without evidence of …`: nobody did it.
fn ruled_out(before: &[&Item], tokens: &[Token]) -> bool {
    let mut words = before.iter().take(4);
    words.any(|i| has(tokens, i, &["indication", "indications", "evidence", "sign", "signs", "suggestion"]))
        && words.any(|i| i.is(Tags::NEG) || has(tokens, i, &["no", "without"]))
}

/// A verb of attack.
pub fn verb_trigger(items: &[Item], at: usize, tokens: &[Token]) -> Option<Trigger> {
    let item = &items[at];
    let verb = item.verb()?;
    let thrown =
        item.is(Tags::PLANT) && !item.is(Tags::PAS) && items[at + 1..].iter().take(4).any(|i| i.is(Tags::WEAPON));
    let planted =
        item.is(Tags::PLANT) && item.is(Tags::PAS) && items[..at].iter().rev().take(3).any(|i| i.is(Tags::WEAPON));
    // "left a bomb in a basket beside the mill"
    let left = item.is(Tags::LEAVE) && !item.is(Tags::PAS) && leaves_bomb(&items[at + 1..], tokens);
    let thrown = thrown || left;
    let dud = undone(items, at, tokens);
    if let Some(types) = dud {
        return Some(Trigger::deed(item.span, types));
    }
    let wounds = item.is(Tags::WOUND) && verb.attack.is_some();
    if !(item.is(VIOLENT) || wounds || thrown || planted) || verb.negated || verb.modal || unreal(items, at, tokens) {
        return None;
    }
    if state_action(items, at, tokens)
        || scolding(items, at, tokens)
        || of_things(items, at, tokens)
        || idle(items, at, tokens)
        || habitual(items, at, tokens)
    {
        return None;
    }
    // "bombed the civilian population"
    let bombs = has(tokens, item, &["bomb", "bombed", "bombing", "shelled", "shelling", "strafed", "strafing"]);
    if bombs && items[at + 1..].iter().take(4).any(|i| has(tokens, i, POPULATION)) {
        return None;
    }
    // "shot himself"
    let oneself = items.get(at + 1).is_some_and(|i| has(tokens, i, &["himself", "herself", "themselves"]));
    if oneself && item.is(Tags::SHOOT.with(Tags::KILL)) {
        return None;
    }
    let mut types: Vec<AttackType> = verb.attack.into_iter().collect();
    // an explosion is a bombing where a bomb or its like is named
    if thrown || planted || item.is(Tags::EXPLODE) {
        for near in items.iter().take(at + 5).skip(at.saturating_sub(5)) {
            if let Value::Weapon { attack: Some(attack), weapon } = near.value {
                // "a barrow of scrap iron was blown up": only what explodes
                if item.is(Tags::EXPLODE) && !matches!(weapon, WeaponType::Explosive | WeaponType::Incendiary) {
                    continue;
                }
                // "a shell wired up and set off": the shell is the charge of a bomb
                let charge =
                    attack == AttackType::MortarOrRocket && has(tokens, item, &["set", "detonated", "planted"]);
                types.push(if charge { AttackType::Ied } else { attack });
            }
        }
    }
    let ahead = || items[at + 1..].iter().take(4);
    let object = ahead()
        .any(|i| i.is(Tags::PEOPLE.with(Tags::SITE).with(Tags::NUM).with(Tags::NAME).with(Tags::PLACE)))
        || items.get(at + 1).is_some_and(|i| i.is(Tags::PRON) && has(tokens, i, &["them", "him", "her"]));
    let agent = items[..at].iter().rev().take(5).any(|i| i.is(Tags::AGENT.with(Tags::GROUP).with(Tags::WEAPON)));
    let taking = item.is(Tags::ABDUCT) && verb.attack.is_none();
    if taking {
        types.push(taken(items, at, tokens)?);
    }
    let burns = has(tokens, item, &["burn", "burned", "burnt", "burning", "burns"]);
    let sure = item.is(Tags::EXPLODE)
        || (item.is(Tags::ATTACK.with(Tags::RAM).with(Tags::ARSON).with(Tags::ABDUCT))
            && (object || agent || item.is(Tags::PAS) || item.is(Tags::ABDUCT) && verb.attack.is_some()))
        || types.contains(&AttackType::HostageTaking)
        || item.is(Tags::ARSON) && !burns
        || item.is(Tags::SHOOT.with(Tags::KILL))
        || wounds
        || thrown
        || planted;
    let head = |list: &[&str]| has(tokens, item, list);
    // "the drone was shot down"
    let near = items[at.saturating_sub(7)..(at + 4).min(items.len())].iter();
    // "a house was raided": by the police, where nobody else is named
    let by = items[at + 1..].iter().take(3).any(|i| i.is(Tags::BY));
    let settled =
        items[..at].iter().rev().take(6).any(|i| has(tokens, i, &["village", "villages", "hamlet", "settlement"]));
    if head(&["raided"]) && item.is(Tags::PAS) && !by && !settled {
        return None;
    }
    if head(&["down"]) && item.is(Tags::KILL) && near.into_iter().any(|i| i.is(Tags::WEAPON)) {
        return None;
    }
    let bomb = types.contains(&AttackType::Bombing);
    // "the bomb set fire to two shops": what it did, not a deed of its own
    let burnt_by = item.is(Tags::ARSON)
        && !item.is(Tags::PAS)
        && items[..at].iter().any(|i| i.is(Tags::WEAPON))
        && !items[..at].iter().rev().take(3).any(|i| i.is(Tags::PRON.with(Tags::AGENT)));
    let he = item.is(Tags::PAS) && items[..at].iter().rev().take(2).any(|i| i.is(Tags::PRON));
    // "two suspects were seized nearby": by those who chased them, where nobody says that they were taken away
    let seized = taking && !by && in_doubt(item, tokens);
    // "a fisherman shot him dead": the attacker, where nobody hostile stands before the verb
    let bystander =
        at.checked_sub(1).and_then(|k| items[k].people()).is_some_and(|p| p.side != Side::Attacker && !p.plural);
    let him = bystander
        && item.is(Tags::SHOOT.with(Tags::KILL))
        && !item.is(Tags::PAS)
        && items.get(at + 1).is_some_and(|i| i.is(Tags::PRON) && has(tokens, i, &["him", "her"]));
    let grenade = items
        .iter()
        .take(at + 5)
        .skip(at.saturating_sub(5))
        .any(|i| i.is(Tags::WEAPON) && has(tokens, i, &["grenade", "grenades", "handgrenade", "handgrenades"]));
    let weak = burnt_by
        || seized
        || him && types.contains(&AttackType::ArmedAssault)
        || grenade && bomb
        || head(&["burn", "burned", "burnt", "burning", "hacked", "hack", "hacking"])
        || he && types.contains(&AttackType::ArmedAssault)
        || bomb && item.is(Tags::EXPLODE) && types.len() == 1;
    sure.then_some(Trigger { sure: item.is(VIOLENT) || agent || left, weak, ..Trigger::deed(item.span, types) })
}

/// What the newest of these rules say of themselves.
pub const TELLINGS: &[Telling] = &[
    Telling {
        rule: "shot",
        attack: Some(AttackType::ArmedAssault),
        fires: &[("Two riders shot at a ferryman.", "shot at")],
        silent: &[
            "He killed himself with the last round.",
            "The attackers, whom police shot, were brothers.",
            "Norway fired at the hull.",
        ],
    },
    Telling {
        rule: "burnt",
        attack: Some(AttackType::Arson),
        fires: &[("Raiders wounded a policeman before setting fire to a barn.", "setting fire to")],
        silent: &["Nine were treated for severe burns.", "A charge went off and it set fire to a curtain."],
    },
    Telling {
        rule: "exploded",
        attack: Some(AttackType::Bombing),
        fires: &[("A bomb was set off beside the mill.", "was set off")],
        silent: &["The ruling has set off a quarrel.", "The crisis exploded in June."],
    },
];
