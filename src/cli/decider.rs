//! Who decides, and why: what every decision of an analyst is asked for.
//!
//! Enters: `--by`, `--why`, else the environment. Leaves: a `Ruling` for the log.
//! Example: `PIPELINE_USER=farida pipeline undo` is decided by `farida`.

use anyhow::bail;

use super::database;
use crate::store::Ruling;

/// Who decides.
#[derive(Clone, Debug, clap::Args)]
pub struct By {
    /// Who decides [default: `$PIPELINE_USER`, else `$USER`]
    #[arg(long, value_name = "NAME", env = "PIPELINE_USER", hide_env = true)]
    by: Option<String>,
}

impl By {
    /// The entry of the log: who, now, and why.
    pub fn ruling(self, why: Option<String>) -> anyhow::Result<Ruling> {
        #[expect(clippy::disallowed_methods, reason = "the environment is read in this room and nowhere else")]
        let user = || std::env::var("USER").ok();
        let named = |name: String| Some(name.trim().to_owned()).filter(|name| !name.is_empty());
        let Some(by) = self.by.and_then(named).or_else(|| user().and_then(named)) else {
            bail!("the log needs a name; give --by NAME or set PIPELINE_USER");
        };
        Ok(Ruling { by, at: database::now(), why })
    }
}

/// A reason that says something.
pub fn reason(given: &str) -> Result<String, String> {
    match given.trim() {
        "" => Err("say why, in a few words".to_owned()),
        why => Ok(why.to_owned()),
    }
}
