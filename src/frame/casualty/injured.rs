//! Rules for people injured.
//!
//! Enters: items. Leaves: how many were hurt. Example: `with an additional six officers injured` is 6.

use crate::frame::rule::{Rule, Yield};
use crate::vocabulary::Outcome::Injured;

/// Verbs for what somebody's body takes.
macro_rules! suffers {
    () => {
        "'suffered'|'sustained'|'received'|'suffering'|'sustaining'|'suffers'"
    };
}

/// Hurts by their own names.
macro_rules! hurts {
    () => {
        "'cut'|'cuts'|'bruise'|'bruises'|'bruising'|'burn'|'burns'|'fracture'|'fractures'|'concussion'|'concussions'|'lacerations'|'grazes'|'scratches'|'shock'|'damage'|'trauma'|'abrasions'"
    };
}

/// In the order in which they are tried.
pub const RULES: &[Rule] = &[
    Rule {
        name: "injured_toll",
        patterns: &[
            "injtoll ..8 move ~3 to|at who:people|num",
            "injtoll ~4 move&act who:people|num",
            "injtoll be who:people|num",
            "injtoll colon who:people|num",
            "injtoll leave&pas|verb&pas at who:people|num",
            "move ~2 injtoll ~2 to|at who:people|num",
            "'that' of the? wound|hurt to|at who:people|num",
            "the wound|hurt comma? to|at who:people|num",
            "people for the? wound|hurt comma? to|at who:people|num",
            "the wound|hurt comma who:num in 'number'",
            "the wound|hurt 'number'|'numbered' who:num",
            "wound|hurt colon who:num",
            "move ~6 wound|hurt|injuryn from num to who:num",
        ],
        yields: Yield::Toll(Injured),
        fires: &[
            ("The number of wounded rose to 96.", "96-96", "number of wounded rose to 96"),
            ("A medic put the killed at 12 and that of the injured at 30.", "30-30", "that of the injured at 30"),
            ("The injured, 14 in number, were flown out.", "14-14", "The injured, 14 in number"),
            ("Medics gave a higher number of wounded: 83.", "83-83", "number of wounded: 83"),
            (
                "It revised the number of those injured from 30 to 47.",
                "47-47",
                "revised the number of those injured from 30 to 47",
            ),
        ],
        silent: &["The death toll rose to 96."],
    },
    Rule {
        name: "left_injured",
        patterns: &[
            "leave ~1 who:people|num wound|hurt|injuryn",
            "leave people|num dead|kill&pp and who:people|num wound|hurt",
            "leave people|num dead and who:people|num wound|hurt",
            "leave people|num dead comma who:people|num wound|hurt",
            "leave who:people|num with ~2 injuryn",
        ],
        yields: Yield::Fate(Injured),
        fires: &[
            ("The raid left 12 villagers injured.", "12-12", "left 12 villagers injured"),
            ("It left another farmer with serious injuries.", "1-1", "left another farmer with serious injuries"),
        ],
        silent: &["The raid left 12 villagers dead.", "The raid left 12 villagers dead, an envoy said."],
    },
    Rule {
        name: "injured_passive",
        patterns: &[
            "who:people|num rel? wound&pas",
            "who:people|num ^ wound&pas",
            "who:people|num ~2 wound&pas",
            "who:people comma rel wound&pas",
            "who:people|num ^ leave&pas ~2 wound|hurt",
            "who:people|num ^ be 'recorded'|'listed'|'declared'|'counted' wound|hurt",
            "who:people|num ^ verb&pas ~1 hurt|wound&pp !people|num|gen|a|the|poss|name|group",
            "who:people|num ~1 comma wound&pp comma verb&pas|be",
            "who:people|num ^ verb&pas ..4 and wound&pp !people|num|gen|a|the|poss|name|group",
            "who:people&!agent|num ^ wound&pp !people|num|gen|a|the|poss|name|group|pron|demonym",
            "who:agent wound&pp in|at|by|after|on|stop|prep",
        ],
        yields: Yield::Fate(Injured),
        fires: &[
            ("34 others were wounded.", "34-34", "34 others were wounded"),
            ("It killed ten, with an additional six officers injured.", "6-6", "an additional six officers injured"),
            ("Nobody was hurt.", "0-0", "Nobody was hurt"),
            ("One was killed and another wounded.", "1-1", "another wounded"),
            ("Two clerks of the court were injured.", "2-2", "Two clerks of the court were injured"),
            ("Raiders shot a baker dead beside his son, who was injured as well.", "1-1", "his son, who was injured"),
            ("By noon 77 people were listed injured.", "77-77", "77 people were listed injured"),
        ],
        silent: &["The blast injured 34."],
    },
    Rule {
        name: "injured_active",
        patterns: &[
            "wound&act&!inf who:people|num",
            "wound&ing who:people|num",
            "kill&act|kill&ing people|num and wound who:people|num",
            "wound&ing of who:people|num",
            "wound&ing|wound&act 'as' who:num",
        ],
        yields: Yield::Fate(Injured),
        fires: &[
            ("The blast injured 34.", "34-34", "injured 34"),
            ("It killed three and wounded about 40 others.", "40-40", "wounded about 40 others"),
            ("The mine killed a guard, wounding another.", "1-1", "wounding another"),
            ("It injured an additional 14.", "14-14", "injured an additional 14"),
        ],
        silent: &["Three were wounded."],
    },
    Rule {
        name: "count_of_injuries",
        patterns: &[
            "who:num injuryn",
            "who:num|word 'minor'|'serious'|'slight'|'light'|'severe'|'critical' injuryn",
            "injuryn|wound&act to|of who:people|num",
            "who:people|num be|have|'suffered'|'sustained'|'received'|'suffering'|'sustaining' ~2 injuryn",
        ],
        yields: Yield::Fate(Injured),
        fires: &[
            ("There were 20 injuries.", "20-20", "20 injuries"),
            ("The blast caused wounds to five people.", "5-5", "wounds to five people"),
            ("It resulted in one minor injury.", "1-1", "one minor injury"),
        ],
        silent: &["The injuries were light.", "The driver suffered no injuries."],
    },
    Rule {
        name: "treated",
        patterns: &[
            "who:people|num ^ be|have ~2 'treated' for ~4 injuryn|wound|'burns'|'shock'|'cuts'|'smoke'",
            "who:people|num ^ be|have ~2 'treated' in|at|and",
            "who:people|num ^ be in ~1 hosp",
            "who:people|num ^ be 'under'|'undergoing'|'receiving' ~1 'treatment'|'care'",
            "who:people|num ^ have? be 'taken'|'rushed'|'airlifted'|'shifted'|'evacuated'|'transported'|'transferred'|'sent' to ~3 hosp",
            "who:people|num ^ move&pas|admit&pas to ~3 hosp",
            "'treated'|'treating'|'treat' who:people|num for ~4 injuryn|wound|'burns'|'shock'|'cuts'|'smoke'",
            "who:people|num with 'serious'|'severe'|'critical'|'minor' ~1 injuryn|wound|arson",
            "who:people|num ^ be? in ~2 'critical'|'serious'|'grave'|'stable' 'condition'",
        ],
        yields: Yield::Fate(Injured),
        fires: &[
            (
                "More than 50 pupils were being treated for bullet wounds.",
                "50-",
                "More than 50 pupils were being treated for bullet wounds",
            ),
            (
                "Clinics treated between 30 and 40 people for injuries.",
                "30-40",
                "treated between 30 and 40 people for injuries",
            ),
            ("Around 60 people were taken to hospitals.", "60-60", "Around 60 people were taken to hospitals"),
            ("As many as 30 tourists are under treatment.", "30-30", "As many as 30 tourists are under treatment"),
            ("Eight victims are in critical condition.", "8-8", "Eight victims are in critical condition"),
        ],
        silent: &[
            "The bodies of two men were taken to the hospital.",
            "Eight patients were treated for measles.",
            "The bridge is in critical condition.",
        ],
    },
    Rule {
        name: "hurts",
        patterns: &[
            concat!("who:people|num ^ ", suffers!(), " ~3 ", hurts!()),
            concat!("who:people|num 'got'|'escaped' ~1 with ~2 injuryn|", hurts!()),
            "who:people|num ^ 'sought'|'received'|'needed'|'required' ~1 'medical'|'hospital' 'treatment'|'aid'|'attention'|'help'|'care'|'assistance'",
            "who:people|num ^ 'sought'|'received' 'treatment'",
            "who:people ^ attack&pas|shoot&pas|move&pas ..6 by ~2 'fragment'|'fragments'|'shrapnel'|'splinters'|'glass'|'debris'|'shards'|'pellets'",
            "who:people|num 'lost' ~1 'leg'|'legs'|'arm'|'arms'|'hand'|'hands'|'foot'|'eye'|'thumb'|'finger'|'fingers'|'limb'|'limbs'",
        ],
        yields: Yield::Fate(Injured),
        fires: &[
            ("More than 40 guests suffered cuts and bruises.", "40-", "More than 40 guests suffered cuts"),
            ("Two maids got away with minor cuts.", "2-2", "Two maids got away with minor cuts"),
            ("Six people sought medical aid.", "6-6", "Six people sought medical aid"),
            ("A baker was hit in the neck by splinters.", "1-1", "A baker was hit in the neck by splinters"),
            ("A clerk lost a leg.", "1-1", "A clerk lost a leg"),
        ],
        silent: &["The firm suffered cuts in pay.", "Six people sought aid from the state.", "The team lost a match."],
    },
    Rule {
        name: "struck",
        patterns: &["who:people&!agent ^ shoot&pas", "shoot&act&!inf who:people&!agent"],
        yields: Yield::Struck,
        fires: &[
            ("Two clerks were stabbed near the gate.", "2-2", "Two clerks were stabbed"),
            ("A man was shot in the legs.", "1-1", "A man was shot"),
            ("He stabbed a woman in the shoulder.", "1-1", "stabbed a woman"),
        ],
        silent: &["A man was shot dead.", "Two men were shot at from a car.", "He stabbed two shepherds to death."],
    },
    Rule {
        name: "injured_adjective",
        patterns: &["who:people&hurt"],
        yields: Yield::Fate(Injured),
        fires: &[("Four injured pupils spoke to reporters.", "4-4", "Four injured pupils")],
        silent: &["Four pupils were taken to hospital."],
    },
];
