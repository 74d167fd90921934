//! The day of each incident, once its sentences are known.
//!
//! Enters: scenes with the date by which they were told apart. Leaves: the same scenes with the date that belongs to
//! the attack. Example: `A man was held on Tuesday over the blast. The bomb exploded on Monday night`: Monday.
//!
//! A date beside the words for the attack wins over one beside what was said or done afterwards; the earlier sentence
//! wins over the later; a date that is printed wins over one that is counted from another.

use crate::annotate::date::{DateWords, DayWords, InYear, Step};
use crate::annotate::{Item, Tags, Value};
use crate::frame::dating::{Tie, VIOLENT, names_attack, tie};
use crate::frame::report::Report;
use crate::resolve::calendar::{Anchors, Interval, resolve};
use crate::resolve::cue::{Cue, cue};
use crate::resolve::label::label;
use crate::resolve::scene::{Scene, SceneDate};
use crate::resolve::segment::Segment;
use crate::resolve::twice::told_twice;
use crate::span::Span;
use crate::text::{BlockKind, Document};
use crate::vocabulary::{DateBasis, DatePrecision};

/// Sentences at the head of an article whose date can be the news's though they were sorted into no scene.
const LEAD: usize = 6;
/// Days before publication up to which a date can be the news's.
const NEWS: i64 = 31;

/// A date as it stands in a segment.
#[derive(Clone, Copy)]
struct Stated {
    segment: usize,
    words: DateWords,
    span: Span,
    tie: Tie,
    /// `last night's attack`.
    names: bool,
}

/// Gives each scene the date that belongs to its attack.
pub fn settle(
    document: &Document<'_>,
    segments: &[Segment],
    reports: &[Report],
    anchors: &Anchors,
    scenes: &mut [Scene],
) {
    let told = Told { document, segments, reports, anchors: *anchors };
    let mut owned = vec![false; segments.len()];
    for scene in scenes.iter() {
        for &index in &scene.sentences {
            owned[index] = true;
        }
    }
    let first = scenes.iter().position(|s| s.primary && !s.labelled);
    for (index, scene) in scenes.iter_mut().enumerate().filter(|(_, scene)| !scene.labelled) {
        let mut of_scene: Vec<usize> = scene.sentences.clone();
        if Some(index) == first {
            of_scene.extend((0..segments.len().min(LEAD)).filter(|&s| !owned[s] && told.paragraph(s)));
        }
        of_scene.sort_unstable();
        scene.date = told.date(scene, &of_scene);
        if Some(index) == first && scene.date.is_none() {
            scene.date = told.named();
        }
        if Some(index) != first && scene.date.is_none() {
            scene.date = told.headed(scene);
        }
    }
}

struct Told<'a> {
    document: &'a Document<'a>,
    segments: &'a [Segment],
    reports: &'a [Report],
    anchors: Anchors,
}

impl Told<'_> {
    fn block(&self, segment: usize) -> usize {
        self.document.sentences[self.segments[segment].sentence].block
    }

    fn paragraph(&self, segment: usize) -> bool {
        let block = &self.document.blocks[self.block(segment)];
        // "[Picture: the scene, 3 May 2019]"
        let caption = self.segments[segment].items.first().is_some_and(|i| i.is(Tags::LPAR));
        block.kind == BlockKind::Paragraph && !caption
    }

    /// The date of a scene that these segments tell of.
    fn date(&self, scene: &Scene, of_scene: &[usize]) -> Option<SceneDate> {
        let mut dates: Vec<Stated> = of_scene.iter().flat_map(|&s| self.stated(s)).collect();
        self.tie_counted(&mut dates);
        let present = scene.date.filter(|d| !scene.primary || !self.ahead(&d.interval)).map(|date| {
            let here = dates.iter().find(|d| d.span == date.span).copied();
            let interval = here.and_then(|d| self.recalled(&d)).filter(|_| !scene.primary).unwrap_or(date.interval);
            (SceneDate { interval, ..date }, here)
        });
        let tied = present.and_then(|(_, here)| here).map(|d| d.tie);
        let counted = present.and_then(|(_, here)| here).is_some_and(|d| d.words.counted());
        if scene.date.is_none() && !scene.primary {
            return self.recounted(scene, &dates);
        }
        let sharp = present.is_some_and(|(date, _)| daily(&date.interval));
        if sharp && !counted && matches!(tied, Some(Tie::Attack) | None) {
            let here = present.and_then(|p| p.1).filter(|_| scene.primary);
            return here.and_then(|here| self.introduced(&dates, &here, scene)).or(present.map(|p| p.0));
        }
        // "a mine killed six on Friday, a day after gunmen struck": told first, and dated by itself
        if let Some((_, Some(here))) = present
            && let Some(own) = dates.iter().find(|d| self.told_first(d, &here, scene))
            && let Some(interval) = self.resolved(own, &dates)
        {
            return Some(SceneDate { interval, span: own.span, close: true });
        }
        // "two years after the mayor was shot on 4 May", "on Tuesday, a day after the blast here": the day that is printed
        if counted
            && let Some((_, Some(here))) = present
            && let Some(printed) = dates.iter().find(|d| self.printed(d, &here))
            && let Some(interval) = self.resolved(printed, &dates)
        {
            return Some(SceneDate { interval, span: printed.span, close: true });
        }
        let fits = |interval: &Interval| match present {
            Some((date, _)) => date.interval.distance(interval) <= NEWS && !self.ahead(interval),
            None => scene.primary && self.news(interval),
        };
        let find = |wanted: Tie, within: usize| {
            dates
                .iter()
                .filter(|d| d.tie == wanted)
                .filter(|d| of_scene.iter().position(|s| *s == d.segment).is_some_and(|at| at < within))
                .filter(|d| d.segment < LEAD || !self.history(d.segment))
                .filter(|d| wanted == Tie::Attack || d.segment < 3 || self.violent(d.segment))
                .filter_map(|d| Some((d, self.resolved(d, &dates)?)))
                .filter(|(_, interval)| daily(interval) && fits(interval))
                .min_by_key(|(d, _)| (d.words.counted(), d.span.start))
                .map(|(d, interval)| SceneDate { interval, span: d.span, close: d.tie == Tie::Attack })
        };
        let present_date = present.map(|p| p.0);
        // "in September, after Sunday mass"
        if let Some((_, Some(here))) = present
            && matches!(here.tie, Tie::Occasion | Tie::Aside)
            && let Some(better) = dates.iter().find(|d| d.segment == here.segment && d.tie <= Tie::Loose)
        {
            let interval = self.resolved(better, &dates);
            return interval.map(|interval| SceneDate { interval, span: better.span, close: false });
        }
        if let Some(found) = find(Tie::Attack, usize::MAX) {
            return Some(found);
        }
        let introduced = present.and_then(|p| p.1).is_some_and(|d| self.introduces(d.segment, scene));
        let fresh = present.is_some_and(|p| self.news(&p.0.interval)) || introduced;
        if !scene.primary || tied == Some(Tie::Attack) || sharp && fresh && tied == Some(Tie::Loose) {
            return present_date;
        }
        // a court's report, an anniversary: the attack is of another time than the news
        if let Some(former) = dates.iter().find(|d| self.former(d, &dates, scene)) {
            let interval = self.resolved(former, &dates);
            return interval.map(|interval| SceneDate { interval, span: former.span, close: true });
        }
        let weak = find(Tie::Loose, LEAD).or_else(|| find(Tie::Occasion, LEAD));
        if weak.is_some() {
            return weak;
        }
        // a month that the news names, or the day on which it was told: never a year that it recalls
        let told = |date: &SceneDate| Some(date.interval.start) != self.anchors.published && daily(&date.interval);
        present_date
            .filter(|d| d.interval.precision == DatePrecision::Month && !tied.is_some_and(Tie::elsewhere))
            .or_else(|| find(Tie::Statement, LEAD).filter(told))
            .or_else(|| present_date.filter(|d| (tied.is_some_and(Tie::elsewhere) || self.undated()) && told(d)))
    }

    /// The attack's day in the sentence that introduces it, where another was taken from a sentence further on.
    fn introduced(&self, dates: &[Stated], here: &Stated, scene: &Scene) -> Option<SceneDate> {
        if self.introduces(here.segment, scene) {
            return None;
        }
        let own = |d: &&Stated| d.tie == Tie::Attack && !d.words.counted() && d.segment < here.segment;
        let date = dates.iter().filter(own).find(|d| self.introduces(d.segment, scene))?;
        let interval = self.resolved(date, dates).filter(|i| daily(i) && self.news(i))?;
        Some(SceneDate { interval, span: date.span, close: true })
    }

    /// The date by which a sentence recalls an attack: `the worst since the April 2021 ambush`.
    fn recounted(&self, scene: &Scene, dates: &[Stated]) -> Option<SceneDate> {
        let date = dates.iter().find(|d| d.tie == Tie::Attack && self.introduces(d.segment, scene))?;
        let interval = self.resolved(date, dates)?;
        Some(SceneDate { interval, span: date.span, close: true })
    }

    /// The attack's own date in the sentence that introduces it, beside that of what followed or in words for the attack
    /// alone: `a man who killed six in July 2019 was sentenced on Tuesday`.
    fn former(&self, date: &Stated, dates: &[Stated], scene: &Scene) -> bool {
        let sentence = self.segments[date.segment].sentence;
        let introduces = self.introduces(date.segment, scene);
        let followed = dates.iter().any(|d| self.segments[d.segment].sentence == sentence && d.tie.elsewhere());
        // "the crime was committed on 16 November"
        let spoken_of = self.reports[date.segment].triggers.iter().any(|t| t.noun && t.definite)
            && !matches!(date.words, DateWords::Year(_));
        let told = followed && (introduces || date.segment < 3) || spoken_of && date.segment < 4;
        date.tie == Tie::Attack && !date.words.counted() && told
    }

    /// The words that introduce the scene stand in the segment's sentence.
    fn introduces(&self, segment: usize, scene: &Scene) -> bool {
        self.document.sentences[self.segments[segment].sentence].span.overlaps(scene.anchor)
    }

    /// `Six days after a bomb wrecked a depot, …`: a count of days or weeks that opens a sentence of the head.
    fn opens(&self, date: &Stated) -> bool {
        let short = matches!(date.words, DateWords::After { step: Step::Day | Step::Week, .. });
        let items = &self.segments[date.segment].items;
        let whole = !self.segments[date.segment].aside;
        short && whole && date.segment < 4 && items.first().is_some_and(|i| i.span == date.span)
    }

    /// The attack's own day, between its words and a count from another attack.
    fn told_first(&self, date: &Stated, count: &Stated, scene: &Scene) -> bool {
        let after = matches!(count.words, DateWords::After { .. }) && date.tie == Tie::Attack;
        let sentence = |d: &Stated| self.segments[d.segment].sentence;
        let plain = !date.words.counted() && date.span.start < count.span.start;
        after && plain && scene.anchor.start < date.span.start && sentence(date) == sentence(count)
    }

    /// A day printed behind a count of months or years in one sentence, and the attack's.
    fn printed(&self, date: &Stated, count: &Stated) -> bool {
        if date.tie <= Tie::Loose && told_twice(self.document.text, (date.words, date.span), count.span) {
            return true;
        }
        let long = matches!(count.words, DateWords::After { step: Step::Month | Step::Year, .. });
        let day = matches!(date.words, DateWords::Day { .. }) && date.tie == Tie::Attack;
        let sentence = |d: &Stated| self.segments[d.segment].sentence;
        long && day && sentence(date) == sentence(count) && date.span.start > count.span.end
    }

    /// `held its first funerals on Friday, a day after gunmen raided …`: counted from what followed, it is the attack's.
    fn tie_counted(&self, dates: &mut [Stated]) {
        for index in 0..dates.len() {
            let date = dates[index];
            let sentence = self.segments[date.segment].sentence;
            let followed = dates[..index]
                .iter()
                .any(|d| self.segments[d.segment].sentence == sentence && d.tie.elsewhere() && !d.words.counted());
            // "entered the house on Friday, two days after a bomb exploded"; "Two weeks after raiders came, a clerk says"
            let beside = dates[..index].iter().any(|d| date.span.start.saturating_sub(d.span.end) <= 3);
            let followed = followed || beside || self.opens(&date);
            if matches!(date.words, DateWords::After { .. }) && followed && self.violent(date.segment) {
                dates[index].tie = Tie::Attack;
            }
        }
    }

    /// The day by which the article names its attack: `last night's attack`, in whatever sentence.
    fn named(&self) -> Option<SceneDate> {
        let latest = |words: &DateWords| {
            matches!(words, DateWords::Weekday { .. } | DateWords::Ago { step: Step::Day, .. } | DateWords::Overnight)
        };
        (0..self.segments.len())
            .flat_map(|s| self.stated(s))
            .filter(|d| d.names && latest(&d.words))
            .find_map(|d| Some(SceneDate { interval: self.resolved(&d, &[])?, span: d.span, close: true }))
    }

    /// The day that opens the paragraph as its label: `Monday, May 4. Two men …; elsewhere a clerk was shot.`
    fn headed(&self, scene: &Scene) -> Option<SceneDate> {
        let first = *scene.sentences.first()?;
        let block = self.block(first);
        let head = (0..first).rev().take_while(|&s| self.block(s) == block).last()?;
        let items = &self.segments[head].items;
        label(items, &self.document.tokens).filter(|_| items.first().is_some_and(|i| i.is(Tags::DATE)))?;
        let date = self.stated(head).into_iter().next().or_else(|| self.line(head))?;
        let interval = self.resolved(&date, &[]).filter(daily)?;
        Some(SceneDate { interval, span: date.span, close: false })
    }

    /// The date that a line of its own bears.
    fn line(&self, segment: usize) -> Option<Stated> {
        let item = self.segments[segment].items.first()?;
        let Value::Date(words) = item.value else { return None };
        Some(Stated { segment, words, span: item.span, tie: Tie::Loose, names: false })
    }

    /// The article has no date of its own.
    fn undated(&self) -> bool {
        self.anchors.published.is_none() && self.anchors.around.is_none()
    }

    /// The sentence has words for an attack, attackers or harm.
    fn eventful(&self, segment: usize) -> bool {
        let report = &self.reports[segment];
        !(report.triggers.is_empty() && report.attackers.is_empty() && report.casualties.is_empty())
    }

    /// The sentence has such words, or a verb that attacks.
    fn violent(&self, segment: usize) -> bool {
        self.eventful(segment) || self.segments[segment].items.iter().any(|i| i.is(Tags::VERB) && i.is(VIOLENT))
    }

    /// Near enough to publication to be the news.
    fn news(&self, interval: &Interval) -> bool {
        let published = self.anchors.published.or(self.anchors.around.map(|a| a.end));
        published.is_none_or(|published| (published - interval.end).num_days() <= NEWS) && !self.ahead(interval)
    }

    /// Later than publication, by more than clocks differ: what is still to come.
    fn ahead(&self, interval: &Interval) -> bool {
        let published = self.anchors.published.or(self.anchors.around.map(|a| a.end));
        published.is_some_and(|published| (interval.start - published).num_days() > 1)
    }

    /// The sentence speaks of former days.
    fn history(&self, segment: usize) -> bool {
        let sentence = &self.document.sentences[self.segments[segment].sentence];
        self.segments[segment].aside || cue(self.document.tokens_of(sentence)) == Cue::History
    }

    /// The dates of a segment with their ties.
    fn stated(&self, segment: usize) -> Vec<Stated> {
        let known = |span: Span| self.reports[segment].dates.iter().any(|(_, s, _)| *s == span);
        let mut out: Vec<Stated> = Vec::new();
        let mut read = |items: &[Item]| {
            for (at, item) in items.iter().enumerate() {
                if let Value::Date(words) = item.value
                    && known(item.span)
                {
                    let tokens = &self.document.tokens;
                    let (tie, names) = (tie(items, at, tokens), names_attack(items, at, tokens));
                    out.push(Stated { segment, words, span: item.span, tie, names });
                }
            }
        };
        let items = &self.segments[segment].items;
        // a line with a date and names is the page's, not the story's
        let told = Tags::VERB.with(Tags::EVENT).with(Tags::BE).with(Tags::WEAPON).with(Tags::DEAD).with(Tags::PRON);
        if items.len() <= 8 && !items.iter().any(|i| i.is(told)) {
            return out;
        }
        read(items);
        for item in items.iter().filter(|i| i.is(Tags::APPOS)) {
            read(&item.inner);
        }
        out
    }

    /// What a date means here: counted from another date of its sentence, where it is counted.
    fn resolved(&self, date: &Stated, dates: &[Stated]) -> Option<Interval> {
        let anchors = self.anchors;
        if date.words.counted() {
            let sentence = self.segments[date.segment].sentence;
            let own = dates
                .iter()
                .find(|d| self.segments[d.segment].sentence == sentence && !d.words.counted())
                .filter(|d| !(matches!(date.words, DateWords::After { .. }) && d.tie == Tie::Attack));
            let event = match own {
                Some(own) => resolve(own.words, &anchors),
                // told on the day of writing
                None if self.opens(date) => Some(Interval::day(anchors.published?, DateBasis::Published)),
                None => None,
            };
            return resolve(date.words, &Anchors { event: Some(event?), ..anchors });
        }
        // no day of publication: a weekday is the day that the text states, if that is such a day
        if let (DateWords::Weekday { .. }, None, None) = (date.words, anchors.published, anchors.around) {
            let stated = anchors.stated.filter(|s| s.start == s.end)?.start;
            return resolve(date.words, &Anchors { published: Some(stated), ..anchors })
                .filter(|i| i.start == stated)
                .map(|i| Interval { basis: DateBasis::Inferred, ..i });
        }
        resolve(date.words, &anchors)
    }

    /// A day without a year behind a sentence that names the year of an attack: `three raids in 2009. On 6 May`.
    fn recalled(&self, date: &Stated) -> Option<Interval> {
        let DateWords::Day { first: DayWords { year: InYear::Latest, .. }, .. } = date.words else { return None };
        let block = self.block(date.segment);
        let last = (0..date.segment)
            .rev()
            .take_while(|&s| self.block(s) == block)
            .filter_map(|s| self.stated(s).into_iter().rfind(|d| d.tie == Tie::Attack))
            .find(|d| !matches!(d.words, DateWords::Day { first: DayWords { year: InYear::Latest, .. }, .. }))?;
        let (DateWords::Year(year)
        | DateWords::Month { year: InYear::Printed(year), .. }
        | DateWords::Day { first: DayWords { year: InYear::Printed(year), .. }, .. }) = last.words
        else {
            return None;
        };
        let stated = Interval::year(year, DateBasis::Stated);
        resolve(date.words, &Anchors { stated, ..Anchors::default() })
    }
}

/// Days, not a month or a year.
fn daily(interval: &Interval) -> bool {
    matches!(interval.precision, DatePrecision::Day | DatePrecision::Range)
}
