//! Claims made without the words of a claim.
//!
//! Enters and leaves: rules. Example: `The group said that it was revenge for the raid`, `it said that it had them` and
//! `a caller who spoke for the group said` own up as plainly as `claimed responsibility` does.

use crate::frame::claim::ClaimRule;
use crate::vocabulary::ClaimKind;

macro_rules! violent {
    () => {
        "attack&act|kill&act|shoot&act|ram&act|explode&act|abduct&act|arson&act|plant&act|conduct&act|wound&act"
    };
}

/// What a claimant says that it did, beside the verbs of violence.
macro_rules! deeds {
    () => {
        "'acted'|'smuggled'|'hid'|'hidden'|'placed'|'detonated'|'targeted'|'fired'|'launched'|'retaliated'|'avenged'|'executed'|'downed'|'destroyed'|'ambushed'|'struck'"
    };
}

macro_rules! revenge {
    () => {
        "'retaliation'|'revenge'|'reprisal'|'vengeance'|'retribution'|'avenging'|'punishing'|'punishment'"
    };
}

/// Who speaks for a group.
macro_rules! mouth {
    () => {
        "'*negotiator'|'*negotiators'|'*spokesman'|'*spokeswoman'|'*spokesperson'|'*commander'|'*leader'|'*leaders'|'*member'|'*caller'"
    };
}

/// A group owns up.
pub const RULES: &[ClaimRule] = &[
    ClaimRule {
        name: "avowed",
        patterns: &[
            "who:group ~1 claim&act&!negated ~1 'shooting'|'stabbing'|'killing'|'bombing'",
            concat!("who:group ..8 say ..3 pron have? ", deeds!()),
            concat!("who:back ~4 say ..3 pron have? ", deeds!()),
            "say ..3 pron have? 'acted' and ~2 who:group",
            concat!("who:group ..8 say ..3 pron|event|weapon|'both'|'this'|'fire'|'blaze' be ~2 ", revenge!()),
            concat!("who:back ~4 say ..3 pron|event|weapon|'both'|'this'|'fire'|'blaze' be ~2 ", revenge!()),
            "who:group ..8 say ..3 pron|event|weapon|'both'|'this'|'fire'|'blaze' be in 'reply'|'response'|'answer'",
            "who:back ~4 say ..3 pron|event|weapon|'both'|'this'|'fire'|'blaze' be in 'reply'|'response'|'answer'",
            "who:group ..8 say ..4 pron have 'them'|'him'|'her'|'hostages'|'captives'",
            concat!(mouth!(), " ..4 admit ..3 who:group ~1 have ~1 'taken'|'seized'|'held'|'killed'"),
            concat!(mouth!(), " ..4 admit ..3 who:group ~1 ", violent!()),
            concat!(
                "who:group ..8 say ..4 quote? 'soldiers'|'fighters'|'lions'|'knights' of ~3 quote? ~1 ",
                violent!()
            ),
            "who:group ~3 admit rel|'this'|the ~1 attack|shoot|explode|event",
            concat!(
                "'letter'|'note'|'message'|'statement'|'email'|'video'|'post'|'tweet'|'recording' ..6 'name' of ~3 who:group ~2 claim ..4 ",
                violent!()
            ),
            concat!(
                "speaker|people ..5 'spoke'|'speaking'|'speak'|'behalf' for|of ~3 who:group ..10 say ..3 back|pron ~2 ",
                violent!()
            ),
            concat!("speaker|people ..5 'behalf' of ~3 who:group ..14 rel ~1 back ~2 ", violent!()),
            "speaker|people ..5 'spoke'|'speaking'|'speak'|'behalf' for|of ~3 who:group ..10 say ..6 back be ~1 'holding'|'behind'|'responsible'",
            "'caller' ..10 say ..4 be ~1 'work' of ~3 who:group",
            "who:group ..6 'put'|'puts'|'faxed'|'phoned'|'filed'|'lodged'|'posted'|'e-mailed'|'emailed'|move ~2 a|'its'|'their' ~1 claim|'claim'",
            "who:group ~2 claim&act&!negated rel|the 'one'|'ones'|num",
            "event ~1 for rel ~4 who:group ~1 'took'|'taken'|'takes' ~2 'credit'|respons",
            "'claim' ~1 by ~4 who:group !rel",
            "who:group gen ~1 'claim'|claim !rel",
            "who:group|back ..4 'acknowledged'|'acknowledges'|'conceded'|'admitted' ~1 event|kill|shoot",
            "back|group ..3 say ..4 be ~2 quote? who:group&people",
            "say ..4 be ~3 quote? 'soldier'|'fighter'|'lion'|'knight' of ~2 who:group",
            "'leaflet'|'leaflets'|'pamphlet'|'pamphlets'|'messages'|'notes'|'signs'|'banners'|'placards'|'note'|'letter'|'flyers'|'banner'|'placard'|'sign'|'poster'|'message'|'communique'|speaker ..12 'signed' by ~3 who:group",
            "rel 'was'|be the 'hand' prep ~1 event",
            "who:group ..4 say 'theirs' ..4 event",
            "who:group ..2 'called' ~2 'vengeance'|'revenge'|'retaliation'|'reprisal'",
            "claim&!negated ..10 'name'|'behalf' of ~4 who:group",
            "who:group ..2 'acknowledged'|'acknowledges'|'admitted'|'admits'|'confirmed'|'conceded'|say|admit ~1 'its'|'their'|poss ~1 'role'|'part'|'involvement'|'hand'|'responsibility'|respons",
            "who:group ..2 'hailed'|'described'|'called'|'praised' ~2 people&agent ..2 back",
            "who:group ..2 'identified'|'named'|'names'|'identifies'|recover&act ~2 people&agent ~2 'as' ~2 name|people|place",
            "who:group ..4 release&act|'posted'|'published'|'issued'|'aired'|'distributed'|'circulated' ~2 'video'|'footage'|'photographs'|'photos'|'pictures'|'images' ~1 of|'showing' ..5 event|people|back",
            "'note'|'leaflet'|'leaflets'|'letter'|'pamphlets'|'message' ..10 'signed' ..14 say ..6 back ~2 quote? kill|attack|abduct|'arrested'|'executed'",
            "who:group ..10 say ..3 back have quote? 'arrested'|'detained'|'executed'|'punished' quote? ~1 pron|people",
        ],
        kind: ClaimKind::Responsibility,
        fires: &[
            ("Boko Haram said that it had acted on orders from abroad.", "Boko Haram"),
            ("Boko Haram says it hid the mine under the bridge.", "Boko Haram"),
            ("Boko Haram said it was retaliation for strikes on its men.", "Boko Haram"),
            ("Boko Haram said that it was in revenge for an arrest.", "Boko Haram"),
            ("Boko Haram said on Monday that it had them.", "Boko Haram"),
            ("Boko Haram admitted that attack in a leaflet.", "Boko Haram"),
            (
                "A woman who said that she spoke for Boko Haram told a paper that the group is holding the man.",
                "Boko Haram",
            ),
            ("Boko Haram faxed a claim to newsrooms.", "Boko Haram"),
            ("Leaflets signed by Boko Haram lay at the scene.", "Boko Haram"),
            ("The militia's wing abroad, Boko Haram, acknowledged the raid.", "Boko Haram"),
            ("Boko Haram called it vengeance.", "Boko Haram"),
            ("Boko Haram released a video of the raid.", "Boko Haram"),
            ("Boko Haram described the gunmen as its soldiers.", "Boko Haram"),
            ("He rejected a claim by Boko Haram.", "Boko Haram"),
        ],
        silent: &[
            "Boko Haram said that the army had acted in revenge.",
            "Boko Haram said it was willing to talk.",
            "The army admitted that Boko Haram had taken him.",
            "He rejected a claim by Boko Haram that the town had fallen.",
        ],
    },
    ClaimRule {
        name: "avowed_unnamed",
        patterns: &["'group'|'caller'|'faction' ..3 say ..2 pron have? be 'behind'|'responsible'"],
        kind: ClaimKind::Responsibility,
        fires: &[("The warlord's group says it was responsible.", "")],
        silent: &["The group said it was ready to talk."],
    },
];
