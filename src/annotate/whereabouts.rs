//! Names of places, by the gazetteer or by their form.
//!
//! Enters: the words of a sentence. Leaves: the candidates for a place name and how many words it takes.
//! Example: `Dera Ismail Khan` is one place; `the village of Tadmetla` is one by its form.

use crate::annotate::common::{is_listed_name, is_name, is_ordinary};
use crate::annotate::lexicon::Sense;
use crate::annotate::tag::Tags;
use crate::annotate::toponym::{AREA_BEHIND, ARTICLES, DIRECTIONS, LEADS, PARTICLES, PEOPLES, QUARTERS, STREETS, VAST};
use crate::annotate::unit::Reader;
use crate::reference::countries::COUNTRIES;
use crate::reference::fold::fold;
use crate::reference::gazetteer::{self, Place, PlaceKind};

/// A word that belongs to a name though it has no capital: the second half of `Ra-ngae`, the article of `al-Bab`.
fn bound(reader: &Reader<'_>, i: usize) -> bool {
    reader.joined(i) || (PARTICLES.contains(&reader.word(i)) && reader.joined(i + 1))
}

/// `al-Bab`: the article without a capital before a name with one.
fn article(reader: &Reader<'_>, i: usize) -> bool {
    let word = reader.word(i);
    let joined = reader.joined(i + 1);
    reader.capital(i + 1)
        && (PARTICLES[..13].contains(&word) && joined || matches!(word, "al" | "el"))
        && !reader.joined(i)
}

/// The place at word `i`: words, candidates, and whether only the form speaks for it.
pub fn place_at(reader: &Reader<'_>, i: usize) -> Option<(usize, Vec<Place>, bool)> {
    let first = reader.tokens.get(i)?;
    if !first.is_word() || first.norm.len() < 2 {
        return None;
    }
    if !reader.capitals && !first.is_capital() && !article(reader, i) {
        return None;
    }
    if let Some(found) = capital(reader, i).or_else(|| county(reader, i)).or_else(|| seat(reader, i)) {
        return Some(found);
    }
    // "Central Kirkuk", "South-Eastern Idlib"
    if reader.capital(i) && DIRECTIONS.contains(&reader.word(i)) {
        let longer = gazetteer::longest(&window(reader, i)).is_some_and(|(n, _)| n > 1);
        if !longer && let Some((n, places, false)) = place_at(reader, i + 1) {
            return Some((n + 1, places, false));
        }
    }
    let before = if i == 0 { "" } else { reader.word(i - 1) };
    let led = LEADS.contains(&before);
    // "the San Francisco neighborhood": a quarter, whatever towns bear its name
    if reader.capitals {
        let n = shouted_name(reader, i);
        if n > 0 && QUARTERS.contains(&reader.word(i + n)) && (led || before == "the") {
            return Some((n, Vec::new(), true));
        }
    }
    let window = window(reader, i);
    let behind = |n: usize| AREA_BEHIND.contains(&reader.word(i + n));
    let named = gazetteer::longest(&window).filter(|(n, _)| !cuts(reader, i + n));
    if let Some((n, mut places)) = named {
        // "Beni region" may be a region of that name, or the land around a town of that name
        let bare = (1..n).find(|&k| window[k..n].iter().all(|w| AREA_BEHIND.contains(w)));
        if let Some(bare) = bare {
            let known = gazetteer::lookup(&window[..bare].join(" "));
            let country = places[0].country_code;
            places.extend(known.into_iter().filter(|p| p.country_code != country && p.canonical));
        }
        // in capitals an ordinary word is itself, and a name beside a name is a person's
        if reader.capitals && places[0].kind != PlaceKind::Country {
            let ordinary = |w: &str| is_ordinary(w) || matches!(w, "the" | "a" | "an" | "of");
            let person = |k: usize| reader.phrases(k).next().is_none() && is_name(reader.word(k));
            let beside = (i > 0 && person(i - 1)) || (person(i + n) && !led);
            let named = n == 1 && places[0].common && places[0].population < 300_000;
            let told = behind(n) || area_of(reader, i) || reader.word(i + n) == ",";
            let area = places[0].kind == PlaceKind::Admin1;
            if window[..n].iter().all(|w| ordinary(w)) || (n == 1 && beside && !area) || (named && !told) {
                return None;
            }
        }
        let demonym = reader.phrases(i).any(|(k, s)| {
            let rest = k < n && window[k..n].iter().all(|w| AREA_BEHIND.contains(w));
            (k == n && !behind(n) || rest) && s.iter().any(|s| matches!(s, Sense::Demonym(_)))
        });
        if demonym {
            return None;
        }
        if n == 1 && DIRECTIONS.contains(&window[0]) {
            return None;
        }
        // "Tahrir Square", "Harbour Street"
        let street = STREETS.contains(&reader.word(i + n))
            && (reader.capital(i + n)
                || reader.word(i + n) == "gate"
                || (reader.word(i + n) == "road" && reader.word(i + n + 1) == "in"));
        if !reader.capitals && (n > 1 && STREETS.contains(&window[n - 1]) || street) {
            return None;
        }
        // "FLORENCE - …": a dateline
        let filed = i == 0 && first.is_shouted() && reader.tokens.get(n).is_some_and(|t| !t.is_word());
        // "the Cape of the Winds", "the corner of Basra and Harbour"; "Independence Day"
        let plain = n == 1 && !reader.capitals && is_ordinary(window[0]);
        let corner = i >= 2 && before == "of" && reader.word(i - 2) == "corner";
        let titled = reader.capital(i + n) && is_ordinary(reader.word(i + n)) && !behind(n);
        if corner || plain && (before == "the" && !behind(n) && window[0].ends_with('s') || titled) {
            return None;
        }
        let last = &reader.tokens[i + n - 1];
        let level = AREA_BEHIND.contains(&window[n - 1]) && n > 1;
        let shaped = reader.capitals || last.is_capital() || level;
        let multiword = n > 1;
        // "the city of Hit", "Hit city"
        let titled = !reader.capitals && first.is_capital() && (area_of(reader, i) || (behind(n) && led));
        let area = matches!(places[0].kind, PlaceKind::Country | PlaceKind::Admin1);
        let next = reader.word(i + n);
        let sensible = if reader.capitals {
            let lexical = reader
                .phrases(i)
                .any(|(k, s)| k >= n && s.iter().any(|s| !matches!(s, Sense::Head(_) | Sense::Group(..))));
            !lexical && (area || led || behind(n) || (multiword && !places[0].common) || (next == "," && before != ","))
        } else {
            // a village is not what `Mont Salloum` or `San Pablo de Vitiaco` begins with
            let small = n == 1 && places[0].population < 100_000 && !area;
            // part of a longer name is a person or an organisation more often than a place
            let inside_name = (i > 0 && reader.capital(i - 1) && !led && i > 1 && !places[0].canonical)
                || reader.tokens.get(i + n).is_some_and(|t| {
                    t.is_word()
                        && t.is_capital()
                        && !t.joined
                        && crate::annotate::date::date(reader, i + n).is_none()
                        && !behind(n)
                        && !area
                        && next != "'s"
                        && (!led || (small && !is_ordinary(next)))
                });
            let linked = small
                && PARTICLES.contains(&next)
                && reader.capital(i + n + 1)
                && !reader.phrases(i + n).any(|(_, s)| s.iter().any(|s| matches!(s, Sense::Group(..))));
            // "Aden Adde International Airport"
            let airport = n == 1
                && reader.capital(i + 1)
                && reader.capital(i + 2)
                && !is_ordinary(next)
                && (reader.word(i + 2) == "international" || site_name(reader, i + 2));
            let inside_name = inside_name || linked || (airport && !area);
            let lexical = !multiword
                && reader.phrases(i).any(|(k, s)| {
                    k == n
                        && s.iter().any(|s| {
                            matches!(
                                s,
                                Sense::Word(_)
                                    | Sense::Number { .. }
                                    | Sense::People { .. }
                                    | Sense::Verb { .. }
                                    | Sense::Speaker(_)
                                    | Sense::Site { .. }
                            )
                        })
                });
            shaped
                && (!lexical || titled)
                && (!places[0].common || led || behind(n) || (next == "," && i > 0) || filed)
                && (!inside_name || (multiword && !linked))
        };
        if sensible {
            return Some((n, places, false));
        }
    }
    by_form(reader, i, led).map(|n| (n, Vec::new(), true))
}

/// The words from `i` on that may be one name, with the word for its level.
fn window<'r>(reader: &'r Reader<'_>, i: usize) -> Vec<&'r str> {
    let mut level = false;
    (i..(i + 6).min(reader.len()))
        .take_while(|&k| {
            let t = &reader.tokens[k];
            let word = t.norm.as_str();
            let named = reader.capitals || t.is_capital() || t.norm.len() <= 3 || t.joined;
            let behind = k > i && (AREA_BEHIND.contains(&word) || matches!(word, "local" | "government"));
            let take = t.is_word() && (behind || (named && !level));
            level |= behind && !t.is_capital();
            take
        })
        .map(|k| reader.word(k))
        .collect()
}

/// A name that ended before word `end` would be cut inside: `Al` of `Al-Mansour`; a road between two towns is not.
fn cuts(reader: &Reader<'_>, end: usize) -> bool {
    if !reader.joined(end) || reader.capitals {
        return false;
    }
    let compound = reader.tokens[end].is_capital() && gazetteer::longest(&[reader.word(end)]).is_some();
    let adjective =
        matches!(reader.word(end), "based" | "born" | "bound" | "area" | "style" | "held" | "controlled" | "backed");
    !(adjective || (compound && reader.word(end - 1).len() > 3))
}

/// `the village of`, `the district of` before word `i`.
fn area_of(reader: &Reader<'_>, i: usize) -> bool {
    i >= 2 && reader.word(i - 1) == "of" && AREA_BEHIND.contains(&reader.word(i - 2))
}

/// `the Afghan capital`
fn capital(reader: &Reader<'_>, i: usize) -> Option<(usize, Vec<Place>, bool)> {
    if reader.word(i + 1) != "capital" {
        return None;
    }
    let country =
        reader.longest(i, |s| if let Sense::Demonym(c) = s { Some(*c) } else { None }).filter(|(n, _)| *n == 1)?.1;
    let country = &COUNTRIES[usize::from(country)];
    let places: Vec<Place> = gazetteer::lookup(&fold(country.capital))
        .into_iter()
        .filter(|p| p.country_code == country.code && p.kind == PlaceKind::Populated)
        .collect();
    (!places.is_empty()).then_some((2, places, false))
}

/// `Co Down`: a county by its short form.
fn county(reader: &Reader<'_>, i: usize) -> Option<(usize, Vec<Place>, bool)> {
    if reader.word(i) != "co" || !reader.capital(i + 1) {
        return None;
    }
    let counties = |name: &str| -> Vec<Place> {
        let fits = |p: &Place| {
            matches!(p.kind, PlaceKind::Admin1 | PlaceKind::Admin2) && matches!(p.country_code, "GB" | "IE")
        };
        gazetteer::lookup(name).into_iter().filter(fits).collect()
    };
    let name = reader.word(i + 1);
    let mut places = counties(&format!("county {name}"));
    if places.is_empty() {
        places = counties(name);
    }
    (!places.is_empty()).then_some((2, places, false))
}

/// A town that bears the name of a thing, and gives it to its district: a thing is written small, and has an article.
fn seat(reader: &Reader<'_>, i: usize) -> Option<(usize, Vec<Place>, bool)> {
    let led = i > 0 && matches!(reader.word(i - 1), "in" | "near");
    let alone = !reader.capital(i + 1) && !reader.tokens.get(i + 1).is_some_and(crate::text::Token::is_number);
    let thing =
        reader.phrases(i).any(|(_, s)| s.iter().any(|s| matches!(s, Sense::Site { .. } | Sense::Weapon { .. })))
            && reader.phrases(i).all(|(k, _)| k == 1);
    let behind = AREA_BEHIND.contains(&reader.word(i + 1));
    if reader.capitals || behind || !led || !alone || !thing || !reader.capital(i) || STREETS.contains(&reader.word(i))
    {
        return None;
    }
    let places: Vec<Place> = gazetteer::lookup(&format!("{} district", reader.word(i)))
        .into_iter()
        .filter(|p| p.kind == PlaceKind::Admin2)
        .collect();
    (!places.is_empty()).then_some((1, places, false))
}

/// `the village of X`, `X district`: X is a place though no list holds it.
fn by_form(reader: &Reader<'_>, i: usize, led: bool) -> Option<usize> {
    if reader.capitals {
        let of = area_of(reader, i);
        let n = shouted_name(reader, i);
        let the = i >= 2 && reader.word(i - 1) == "the" && LEADS.contains(&reader.word(i - 2));
        let behind = AREA_BEHIND.contains(&reader.word(i + n)) || QUARTERS.contains(&reader.word(i + n));
        return ((of || behind) && n > 0 && (of || led || the)).then_some(n);
    }
    let mut n = usize::from(article(reader, i));
    while n < 5
        && reader.tokens.get(i + n).is_some_and(crate::text::Token::is_word)
        && (bound(reader, i + n) && n > 0 || reader.capital(i + n) && !blocked(reader, i + n))
    {
        n += 1;
    }
    let demonym = reader.phrases(i).any(|(k, s)| k == n && s.iter().any(|s| matches!(s, Sense::Demonym(_))));
    if demonym
        || (n == 1
            && (is_ordinary(reader.word(i)) || VAST.contains(&reader.word(i)) || PEOPLES.contains(&reader.word(i))))
    {
        return None;
    }
    // "the Thala crossing" is a place, "Abbey Crossing" a site
    let border = usize::from(reader.word(i + n) == "border");
    let crossing = n > 0 && reader.word(i + n + border) == "crossing" && !reader.capital(i + n + border);
    // a square, a street or a church is a site
    if n == 0 || site_name(reader, i + n - 1) || (n < 4 && !crossing && site_name(reader, i + n)) {
        return None;
    }
    // "Marigold City Hall" is a hall
    let titled = reader.capital(i + n) && reader.capital(i + n + 1) && site_name(reader, i + n + 1);
    if titled {
        return None;
    }
    if DIRECTIONS.contains(&reader.word(i)) {
        return None;
    }
    let named_area = area_of(reader, i);
    let tehsil = i >= 1
        && matches!(
            reader.word(i - 1),
            "tehsil"
                | "village"
                | "town"
                | "city"
                | "district"
                | "province"
                | "barangay"
                | "tambon"
                | "amphoe"
                | "ban"
                | "kampung"
                | "desa"
        );
    let area_behind = AREA_BEHIND.contains(&reader.word(i + n)) || crossing || several(reader, i + n);
    let behind_in = led && matches!(if i == 0 { "" } else { reader.word(i - 1) }, "in" | "near" | "at" | "outside");
    // "in GBA": letters, not a name
    let letters = n == 1 && reader.word(i).len() < 5 && reader.tokens[i].is_shouted();
    // "raided Menzel, a village in the hills"
    let struck = i > 0 && STRIKING.contains(&reader.word(i - 1));
    let told = !letters && (led || struck) && appositive(reader, i + n);
    (named_area || tehsil || area_behind || behind_in && !letters || told).then_some(n)
}

/// `Thala and Menzel villages`, `Thala, Menzel and Hamma districts`: the level stands behind the last.
fn several(reader: &Reader<'_>, at: usize) -> bool {
    let levels =
        ["villages", "districts", "towns", "communities", "hamlets", "wards", "neighbourhoods", "neighborhoods"];
    let listed = |k: usize| matches!(reader.word(k), "and" | ",") || reader.capital(k);
    let level = (at..at + 7).find(|&k| levels.contains(&reader.word(k)));
    level.is_some_and(|end| (at..end).all(listed))
}

/// Verbs whose object is a place that is called a village behind it.
const STRIKING: &[&str] =
    &["attacked", "raided", "stormed", "struck", "hit", "overran", "entered", "invaded", "torched"];

/// `…, a farming village in the hills`: what stands before it is a place.
fn appositive(reader: &Reader<'_>, at: usize) -> bool {
    reader.word(at) == ","
        && reader.word(at + 1) == "a"
        && (at + 2..at + 5)
            .take_while(|&k| !reader.capital(k) && reader.word(k) != ",")
            .any(|k| matches!(reader.word(k), "village" | "town" | "hamlet" | "suburb"))
}

/// Words of a name in capitals from word `i` on that no list holds: `LA MASCOTA`, `SAN ISIDRO`; one of them is more than an article.
fn shouted_name(reader: &Reader<'_>, i: usize) -> usize {
    let article = |k: usize| ARTICLES.contains(&reader.word(k));
    let own = |k: usize| {
        let word = reader.word(k);
        reader.tokens.get(k).is_some_and(crate::text::Token::is_word)
            && !VAST.contains(&word)
            && (is_listed_name(word) || reader.phrases(k).next().is_none() && !is_ordinary(word))
    };
    let n = (i..i + 4).take_while(|&k| own(k) || article(k)).count();
    if (i..i + n).any(|k| own(k) && !article(k)) { n } else { 0 }
}

fn site_name(reader: &Reader<'_>, i: usize) -> bool {
    STREETS.contains(&reader.word(i))
        || reader.phrases(i).any(|(n, s)| n == 1 && s.iter().any(|s| matches!(s, Sense::Site { plural: false, .. })))
            && !AREA_BEHIND.contains(&reader.word(i))
}

fn blocked(reader: &Reader<'_>, i: usize) -> bool {
    reader.phrases(i).any(|(n, s)| {
        n == 1
            && s.iter().any(|s| {
                matches!(s, Sense::Word(c) if !c.any(Tags::ADV))
                    || matches!(
                        s,
                        Sense::Verb { .. }
                            | Sense::People { .. }
                            | Sense::Event { .. }
                            | Sense::Number { .. }
                            | Sense::Group(..)
                            | Sense::Speaker(_)
                    )
            })
    }) || AREA_BEHIND.contains(&reader.word(i))
}
