//! Where the scenes of an article take place.
//!
//! Enters: scenes, and what every sentence says. Leaves: one location a scene; for a scene that names no place of its
//! own the town that its words refer to.
//! Example: `In 2013 two bombers struck a church in the same city` is in the city named last.

use crate::annotate::place_words::{BEARERS, SPOTS};
use crate::annotate::toponym::STREETS;
use crate::frame::report::{PlaceWords, Report};
use crate::reference::countries::COUNTRIES;
use crate::reference::fold::fold;
use crate::reference::gazetteer::{self, Place, PlaceKind};
use crate::resolve::mention::Location;
use crate::resolve::nation::Countries;
use crate::resolve::scene::Scene;
use crate::resolve::segment::Segment;
use crate::resolve::whereabouts::{Sight, levels, locate};
use crate::span::Span;
use crate::text::{BlockKind, Document, Token};
use crate::vocabulary::{PlacePrecision, TargetKind};

/// How many sentences from the head on can say where the news is without telling of the attack.
const HEAD: usize = 6;

/// What an article says of places.
pub struct Landscape<'a> {
    document: &'a Document<'a>,
    segments: &'a [Segment],
    reports: &'a [Report],
    countries: &'a Countries,
    /// The first scene that is news.
    first: Option<Span>,
    /// Places of the head that no scene holds.
    loose: Vec<(usize, &'a PlaceWords)>,
    /// The first scene that is news, whole.
    news: Option<Scene>,
    /// The sentences that some scene holds.
    held: Vec<bool>,
    /// The town that the report was filed from.
    filed: Option<&'a PlaceWords>,
}

impl<'a> Landscape<'a> {
    /// Looks over an article.
    pub fn new(
        document: &'a Document<'a>,
        segments: &'a [Segment],
        reports: &'a [Report],
        scenes: &[Scene],
        countries: &'a Countries,
        filed: Option<&'a PlaceWords>,
    ) -> Self {
        let held = |i: usize| scenes.iter().any(|s| s.sentences.contains(&i));
        let plain = |i: usize| {
            let block = document.sentences[segments[i].sentence].block;
            !matches!(document.blocks[block].kind, BlockKind::Field(_) | BlockKind::Heading)
        };
        let head = scenes.iter().find(|s| s.primary).and_then(|s| s.sentences.first()).map_or(0, |f| f + 1).max(HEAD);
        let loose = (0..reports.len().min(head)).filter(|&i| !held(i) && plain(i));
        let loose = loose.flat_map(|i| reports[i].places.iter().map(move |p| (i, p))).collect();
        let news = scenes.iter().find(|s| s.primary).cloned();
        let first = news.as_ref().map(|s| s.anchor);
        let held = (0..reports.len()).map(held).collect();
        Self { document, segments, reports, countries, first, loose, news, held, filed }
    }

    /// The location of a scene.
    pub fn locate(&self, scene: &Scene) -> Option<Location> {
        let text = self.document.text;
        let news = self.first == Some(scene.anchor);
        let own: Vec<(usize, &PlaceWords)> = scene.places.iter().map(|(i, p)| (*i, p)).collect();
        let found = locate(text, &self.sights(scene, &own), self.countries);
        let exact = |l: &Location| matches!(l.precision, Some(PlacePrecision::Place | PlacePrecision::Site));
        let placed = |l: &Location| l.place.is_some();
        if found.as_ref().is_some_and(exact) {
            return found;
        }
        // the head can say where before it says what
        if news && !self.loose.is_empty() {
            let mut all: Vec<_> = own.iter().chain(&self.loose).copied().collect();
            all.sort_by_key(|(segment, p)| (*segment, p.span.start));
            let wider = locate(text, &self.sights(scene, &all), self.countries);
            let named = scene.sentences.iter().find_map(|&index| self.borne(index));
            let better = |l: &Location| match &found {
                Some(f) if placed(f) => exact(l) && f.country_code == l.country_code,
                _ => placed(l) && named.as_ref().is_none_or(|n| n.country_code == l.country_code),
            };
            if wider.as_ref().is_some_and(better) {
                return wider;
            }
        }
        // "attacked the Thala prison in Gafsa province"
        let area = found.as_ref().filter(|l| l.precision == Some(PlacePrecision::Admin1));
        let town = area.and_then(|_| scene.sentences.iter().take(2).find_map(|&index| self.borne(index)));
        if let Some(town) =
            town.filter(|t| area.is_some_and(|a| a.admin1 == t.admin1 && a.country_code == t.country_code))
        {
            return Some(town);
        }
        if found.as_ref().is_some_and(placed) {
            return found;
        }
        self.same(scene).or_else(|| self.beside(scene)).or_else(|| self.referred(scene)).or(found)
    }

    /// History on `the same road`, in `the same market`: where the news is.
    fn same(&self, scene: &Scene) -> Option<Location> {
        let news = self.news.as_ref().filter(|n| !scene.primary && n.anchor != scene.anchor)?;
        let span = scene.sentences.iter().find_map(|&index| {
            let words = self.reports[index].words;
            let sentence = &self.document.sentences[self.segments[index].sentence];
            let tokens = self.document.tokens_of(sentence);
            (1..tokens.len().saturating_sub(1)).find_map(|at| {
                let inside = tokens[at].span.start >= words.start && tokens[at + 1].span.end <= words.end;
                let same = tokens[at].norm == "same" && SPOTS.contains(tokens[at + 1].norm.as_str());
                (inside && same).then(|| tokens[at - 1].span.join(tokens[at + 1].span))
            })
        })?;
        let mut place = self.locate(news).filter(|l| l.place.is_some())?;
        place.at = span.quote(self.document.text);
        Some(place)
    }

    /// An entry that names its place in the sentence before the toll: `A bomb downs a jet over Sinai. All 224 die.`
    fn beside(&self, scene: &Scene) -> Option<Location> {
        let first = *scene.sentences.first()?;
        let block = |i: usize| self.document.sentences[self.segments[i].sentence].block;
        let before = first.checked_sub(1).filter(|&i| !self.held[i] && block(i) == block(first))?;
        let places: Vec<_> =
            self.reports[before].places.iter().filter(|p| p.there() && p.led).map(|p| (before, p)).collect();
        let own = scene.places.iter().any(|(_, p)| p.there());
        let found = locate(self.document.text, &self.sights(scene, &places), self.countries);
        if own || places.is_empty() { None } else { found.filter(|l| l.place.is_some()) }
    }

    fn sights<'s>(&'s self, scene: &Scene, places: &[(usize, &'s PlaceWords)]) -> Vec<Sight<'s>> {
        let sight = |&(segment, words): &(usize, &'s PlaceWords)| Sight {
            segment,
            words,
            event: self.event(scene, segment, words),
            context: false,
            filed: false,
        };
        // a quarter is one of the town named before
        let start = places.first().map_or(usize::MAX, |(_, p)| p.span.start);
        let town = self.last_town(start).map(|(segment, words)| Sight {
            segment,
            words,
            event: None,
            context: true,
            filed: false,
        });
        // the news is of the town that it was filed from, where no other is named for it
        let filed = self.filed.filter(|_| self.first == Some(scene.anchor));
        let filed = filed.map(|words| Sight {
            segment: self.segments.len() + HEAD,
            words,
            event: None,
            context: self.speaks_of_town(scene),
            filed: true,
        });
        places.iter().map(sight).chain(town).chain(filed).collect()
    }

    /// `in Tunisia's largest city`, `the streets of this city`: what was named before is the dateline's.
    fn speaks_of_town(&self, scene: &Scene) -> bool {
        let head = scene.sentences.iter().take(3).copied().chain(0..self.segments.len().min(3));
        let mut head: Vec<usize> = head.filter(|&i| i < HEAD).collect();
        head.sort_unstable();
        head.iter().any(|&index| {
            let sentence = &self.document.sentences[self.segments[index].sentence];
            let tokens = self.document.tokens_of(sentence);
            (1..tokens.len()).any(|at| {
                let town = matches!(tokens[at].norm.as_str(), "city" | "town" | "village");
                let said = matches!(tokens[at - 1].norm.as_str(), "this" | "largest" | "biggest" | "second" | "main");
                let of = tokens.get(at + 1).is_some_and(|t| t.is("of") || t.is_capital());
                town && said && !of && !tokens[at].is_capital()
            })
        })
    }

    /// The words for the attack nearest to a place in its segment.
    fn event(&self, scene: &Scene, segment: usize, words: &PlaceWords) -> Option<Span> {
        if !scene.sentences.contains(&segment) {
            return None;
        }
        let report = &self.reports[segment];
        let harm = report.casualties.iter().filter(|c| !c.unreal).map(|c| c.span);
        let all = report.triggers.iter().map(|t| t.span).chain(harm);
        all.min_by_key(|s| s.start.abs_diff(words.span.end).min(s.end.abs_diff(words.span.start)))
    }

    /// A scene without a place of its own: `in the capital`, `in the same city`, a building of the town named before.
    fn referred(&self, scene: &Scene) -> Option<Location> {
        let found = self.back(scene, true).or_else(|| self.back(scene, false));
        if found.is_some() {
            return found;
        }
        let borne = scene.sentences.iter().find_map(|&index| self.borne(index));
        borne.or_else(|| if scene.primary { None } else { self.local(scene) })
    }

    /// The capital, or the town, that words of the scene refer to.
    fn back(&self, scene: &Scene, capital: bool) -> Option<Location> {
        scene.sentences.iter().find_map(|&index| {
            let sentence = &self.document.sentences[self.segments[index].sentence];
            let words = self.reports[index].words;
            let tokens = self.document.tokens_of(sentence);
            let inside = |at: &usize| tokens[*at].span.start >= words.start && tokens[*at].span.end <= words.end;
            (1..tokens.len()).filter(inside).find_map(|at| {
                let span = tokens[at].span;
                let before = tokens[at - 1].norm.as_str();
                let back = matches!(before, "the" | "same" | "its" | "that" | "this" | "old");
                let town = match tokens[at].norm.as_str() {
                    "capital" if capital && (back || before == "'s") => self.capital(span),
                    "quarter" if !capital && before == "old" => self.town_before(span.start),
                    "province" | "district" | "town" | "city" if !capital && Self::this(tokens, at) => {
                        self.town_before(span.start)
                    }
                    "city" | "town" | "village" if !capital && back => self.town_before(span.start),
                    _ => None,
                }?;
                Some(written(self.document.text, &town, tokens[at - 1].span.join(span)))
            })
        })
    }

    /// `this southern border province`: the one that the report is filed from.
    fn this(tokens: &[Token], at: usize) -> bool {
        let mut back = tokens[..at].iter().rev().take(4);
        let plain = |t: &&Token| t.is_word() && !t.is_capital();
        back.by_ref().take_while(plain).any(|t| t.norm == "this")
    }

    /// History that names a building and no place: `a bomb outside the town hall` is told of the town named before.
    fn local(&self, scene: &Scene) -> Option<Location> {
        let struck =
            |i: &usize| self.reports[*i].targets.iter().find(|t| t.kind == TargetKind::Facility).map(|t| t.span);
        let site = scene.sentences.iter().find_map(struck);
        let site = site.or_else(|| scene.sentences.iter().find_map(|i| self.square(*i)))?;
        let places = || scene.sentences.iter().flat_map(|&i| &self.reports[i].places);
        if places().any(|p| !p.institutional) {
            return None;
        }
        // a village is not in the town named before
        if site.of(self.document.text).to_lowercase().split(' ').any(|w| matches!(w, "village" | "hamlet")) {
            return None;
        }
        let large = |p: &Place| p.kind == PlaceKind::Populated && p.population > 50_000;
        let town = self.named_before(site.start, large)?;
        // "drones struck a depot last month" is not where the report was filed from, if the news is abroad
        let news = self.news.as_ref().and_then(|n| self.locate(n)).and_then(|l| l.country_code);
        let filed = self.filed.is_some_and(|f| f.candidates.iter().any(|p| p.id == town.id));
        if filed && news.is_some_and(|code| code != town.country_code) {
            return None;
        }
        (self.countries.votes(town.country_code) * 2 >= self.top()).then(|| written(self.document.text, &town, site))
    }

    /// A square or a street with a name.
    fn square(&self, index: usize) -> Option<Span> {
        let report = &self.reports[index];
        let sentence = &self.document.sentences[self.segments[index].sentence];
        let tokens = self.document.tokens_of(sentence);
        let inside = |at: usize| tokens[at].span.start >= report.words.start && tokens[at].span.end <= report.words.end;
        (1..tokens.len())
            .find(|&at| {
                let named = tokens[at].is_capital() && tokens[at - 1].is_capital() && !sentence.capitals;
                named && inside(at) && STREETS.contains(&tokens[at].norm.as_str())
            })
            .map(|at| tokens[at - 1].span.join(tokens[at].span))
    }

    fn top(&self) -> u32 {
        self.countries.most().map_or(0, |code| self.countries.votes(code))
    }

    /// A town that lends its name to a building or a body: `Kabul University`, `the Haifa museum`.
    fn borne(&self, index: usize) -> Option<Location> {
        let sentence = &self.document.sentences[self.segments[index].sentence];
        let words = self.reports[index].words;
        if self.reports[index].triggers.is_empty() && self.reports[index].casualties.is_empty() {
            return None;
        }
        let tokens = self.document.tokens_of(sentence);
        let inside = |at: usize| tokens[at].span.start >= words.start && tokens[at].span.end <= words.end;
        (0..tokens.len()).filter(|&at| inside(at) && tokens[at].is_capital() && !tokens[at].joined).find_map(|at| {
            let window: Vec<&str> = tokens[at..].iter().take(3).map(|t| t.norm.as_str()).collect();
            let (n, places) = gazetteer::longest(&window)?;
            let place = places.first().filter(|p| {
                // "raided the Thala district office"
                let office = tokens.get(at + n).is_some_and(|t| BEARERS.contains(t.norm.as_str()));
                p.kind == PlaceKind::Populated
                    && !p.common
                    && (p.population > 100_000 || (office && p.population > 10_000))
                    && (self.countries.votes(p.country_code) > 0 || self.top() < 2)
            })?;
            let span = tokens[at].span.join(tokens[at + n - 1].span);
            let named = self.reports[index].places.iter().any(|p| p.span.overlaps(span));
            (!named).then(|| written(self.document.text, place, span))
        })
    }

    /// The capital of the country that the article speaks of.
    fn capital(&self, at: Span) -> Option<Place> {
        let named = self.named_before(at.start, |p| p.kind == PlaceKind::Country && self.spoken_of(p));
        let code = named.map(|p| p.country_code).or_else(|| self.countries.most())?;
        let country = COUNTRIES.iter().find(|c| c.code == code)?;
        let towns = gazetteer::lookup(&fold(country.capital)).into_iter();
        towns.into_iter().find(|p| p.country_code == code && p.kind == PlaceKind::Populated)
    }

    fn spoken_of(&self, place: &Place) -> bool {
        self.countries.votes(place.country_code) > 0
    }

    /// The large town named last before a point, with its segment.
    fn last_town(&self, point: usize) -> Option<(usize, &PlaceWords)> {
        let all = self.reports.iter().enumerate().flat_map(|(i, r)| r.places.iter().map(move |p| (i, p)));
        let town = |p: &PlaceWords| {
            let first = p.candidates.first();
            first.is_some_and(|c| c.kind == PlaceKind::Populated && c.canonical && c.population > 300_000)
        };
        all.filter(|(_, p)| p.span.end <= point && p.there() && town(p)).max_by_key(|(_, p)| p.span.start)
    }

    /// The town named last before a point.
    fn town_before(&self, point: usize) -> Option<Place> {
        self.named_before(point, |p| p.kind == PlaceKind::Populated && p.population > 0)
    }

    fn named_before(&self, point: usize, wanted: impl Fn(&Place) -> bool) -> Option<Place> {
        let all = self.reports.iter().flat_map(|r| &r.places).filter(|p| p.span.end <= point && p.there());
        let fits = |p: &&PlaceWords| p.candidates.first().is_some_and(&wanted);
        let last = all.filter(fits).max_by_key(|p| p.span.start);
        last.or_else(|| self.filed.filter(fits)).and_then(|p| p.candidates.first().copied())
    }
}

fn written(text: &str, place: &Place, words: Span) -> Location {
    Location {
        country: Some(place.country.to_owned()),
        country_code: Some(place.country_code.to_owned()),
        admin1: levels(place).0,
        admin2: levels(place).1,
        place: Some(place.name.to_owned()),
        place_text: Some(words.of(text).split_whitespace().collect::<Vec<_>>().join(" ")),
        latitude: place.latitude,
        longitude: place.longitude,
        precision: Some(PlacePrecision::Place),
        at: words.quote(text),
        ..Location::default()
    }
}
