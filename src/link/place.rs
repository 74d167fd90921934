//! Do two accounts tell of one place?
//!
//! Enters: two profiles. Leaves: reasons.
//! Example: `Dera Ismail Khan` and `Daraban, Dera Ismail Khan District` give `one place holds the other`.

use super::evidence::Reason;
use super::name::alike;
use super::profile::Profile;

/// Compares place, area and country.
pub fn compare(a: &Profile, b: &Profile, reasons: &mut Vec<Reason>) {
    if let (Some(x), Some(y)) = (&a.country, &b.country) {
        if x != y {
            reasons.push(Reason::new("another country", -6.0));
            return;
        }
        reasons.push(Reason::new("same country", 0.3));
    }
    if !a.places.is_empty() && !b.places.is_empty() {
        reasons.push(towns(a, b));
        return;
    }
    let within = |town: &Profile, area: &Profile| {
        town.places.iter().any(|name| area.admin2.as_ref().is_some_and(|admin2| alike(name, admin2)))
    };
    if within(a, b) || within(b, a) || both_alike(a.admin2.as_ref(), b.admin2.as_ref()) == Some(true) {
        reasons.push(Reason::new("same district", 1.2));
    } else if a.area.is_some() && a.area == b.area {
        reasons.push(Reason::new("same area by name", 1.1));
    } else if both_alike(a.admin1.as_ref(), b.admin1.as_ref()) == Some(true) {
        reasons.push(Reason::new("same province", 0.6));
    } else if both_alike(a.admin1.as_ref(), b.admin1.as_ref()) == Some(false) {
        reasons.push(Reason::new("another province", -3.0));
    }
}

fn towns(a: &Profile, b: &Profile) -> Reason {
    let shared = |x: &[String], y: &[String]| x.iter().any(|name| y.iter().any(|other| alike(name, other)));
    let far = distance(a, b);
    if shared(&a.places, &b.places) {
        // one name for two towns far apart in the same country
        return match far {
            Some(150.0..) if both_alike(a.admin1.as_ref(), b.admin1.as_ref()) == Some(false) => {
                Reason::new("another place of that name", -2.5)
            }
            _ => Reason::new("same place", 2.5),
        };
    }
    let chain =
        |profile: &Profile| profile.admin2.iter().chain(profile.admin1.iter()).cloned().collect::<Vec<String>>();
    if shared(&a.places, &chain(b)) || shared(&b.places, &chain(a)) {
        return Reason::new("one place holds the other", 1.6);
    }
    let district = both_alike(a.admin2.as_ref(), b.admin2.as_ref()) == Some(true);
    match far {
        Some(..10.0) => Reason::new("within ten kilometres", 1.8),
        Some(..30.0) => Reason::new("within thirty kilometres", 0.9),
        Some(..60.0) if district => Reason::new("same district", 0.7),
        Some(..60.0) => Reason::new("within sixty kilometres", 0.2),
        None if district => Reason::new("same district", 0.5),
        Some(..150.0) => Reason::new("places apart", -2.5),
        // a name that no gazetteer has may be a part of the other, or beside it
        None if both_alike(a.admin1.as_ref(), b.admin1.as_ref()) != Some(false) => {
            Reason::new("other names of places", -1.5)
        }
        _ => Reason::new("places far apart", -5.0),
    }
}

fn both_alike(a: Option<&String>, b: Option<&String>) -> Option<bool> {
    Some(alike(a?, b?))
}

/// Kilometres between two towns, where both are known.
fn distance(a: &Profile, b: &Profile) -> Option<f64> {
    let ((lat_a, lon_a), (lat_b, lon_b)) = (a.point?, b.point?);
    let (phi_a, phi_b) = (lat_a.to_radians(), lat_b.to_radians());
    let half = |degrees: f64| (degrees.to_radians() / 2.0).sin().powi(2);
    let h = half(lat_b - lat_a) + phi_a.cos() * phi_b.cos() * half(lon_b - lon_a);
    Some(2.0 * 6371.0 * h.sqrt().min(1.0).asin())
}
