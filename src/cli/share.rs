//! `--shard K/N`: which part of a site a run builds. The number may come from the engine that runs the jobs, but only
//! when it is asked for, and never the count: a job that a task of an array submits inherits the task's variables, and
//! one task run again is told that the array has one.

use std::num::NonZeroU32;

use crate::finding::{Finding, Level, Span, Text};
use crate::pipeline::Selection;

/// Variables by which engines number their tasks, and the number of the first.
pub(super) const ENGINES: [(&str, u32); 5] = [
    // Slurm: `--array=0-6`.
    ("SLURM_ARRAY_TASK_ID", 0),
    // Kubernetes, `completionMode: Indexed`.
    ("JOB_COMPLETION_INDEX", 0),
    // GitLab, `parallel: 7`.
    ("CI_NODE_INDEX", 1),
    // CircleCI, `parallelism: 7`.
    ("CIRCLE_NODE_INDEX", 0),
    // Buildkite, `parallelism: 7`.
    ("BUILDKITE_PARALLEL_JOB", 0),
];

/// What `--shard` says.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Share {
    /// From 0; `None` if the engine says it.
    index: Option<u32>,
    of: NonZeroU32,
}

impl Share {
    /// `3/7` or `auto/7`.
    pub(super) fn parse(typed: &str) -> Result<Self, &'static str> {
        const EXPECTED: &str = "3/7, auto/7";
        let (part, of) = typed.split_once('/').ok_or(EXPECTED)?;
        let of: NonZeroU32 = of.parse().map_err(|_| EXPECTED)?;
        if part == "auto" {
            return Ok(Self { index: None, of });
        }
        let part: NonZeroU32 = part.parse().map_err(|_| EXPECTED)?;
        if part > of { Err(EXPECTED) } else { Ok(Self { index: Some(part.get() - 1), of }) }
    }

    /// The part, with what the engines' variables say: name and value of those that are set.
    ///
    /// # Errors
    /// If `auto` finds no number, several that differ, or one that is none of `of`.
    pub(super) fn selection(self, engine: &[(&'static str, String)]) -> Result<Selection, Box<Finding>> {
        let Self { index, of } = self;
        if let Some(index) = index {
            return Ok(Selection::Shard { index, of });
        }
        let number = |name: &str, value: &str| {
            let (_, first) = ENGINES.iter().find(|(engine, _)| *engine == name)?;
            value.parse::<u32>().ok()?.checked_sub(*first).filter(|index| *index < of.get())
        };
        let mut indices = engine.iter().map(|(name, value)| number(name, value));
        match (indices.next(), indices.all(|_| false)) {
            (Some(Some(index)), true) => Ok(Selection::Shard { index, of }),
            _ => Err(Box::new(wrong_number(of, engine))),
        }
    }
}

/// `auto` cannot tell which part this is.
fn wrong_number(of: NonZeroU32, engine: &[(&'static str, String)]) -> Finding {
    let set: Vec<String> = engine.iter().map(|(name, value)| format!("`{name}={value}`")).collect();
    let set = set.join(", ");
    let last = of.get() - 1;
    let found = if engine.is_empty() {
        Text::new("tidak ada mesin antrean yang memberi nomor", "no job engine gives a number")
    } else {
        Text::new(
            format!("nomor dari mesin antrean tidak jelas untuk {of} bagian: {set}"),
            format!("the engine's number is not clear for {of} parts: {set}"),
        )
    };
    Finding {
        code: "shard-number-unclear".into(),
        level: Level::Error,
        at: Span::path("--shard"),
        found,
        expected: Text::new(
            format!("satu nomor: 0 sampai {last} (GitLab: 1 sampai {of})"),
            format!("one number: 0 to {last} (GitLab: 1 to {of})"),
        ),
        help: Text::new(
            format!(
                "tulis nomornya sendiri, mis. `--shard 1/{of}`, atau nomori tugasnya dari 0, mis. `--array=0-{last}`"
            ),
            format!(
                "write the number yourself, e.g. `--shard 1/{of}`, or number the tasks from 0, e.g. `--array=0-{last}`"
            ),
        ),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn told(typed: &str, engine: &[(&'static str, &str)]) -> Result<u32, String> {
        let engine: Vec<_> = engine.iter().map(|(name, value)| (*name, (*value).to_owned())).collect();
        match Share::parse(typed).expect(typed).selection(&engine) {
            Ok(Selection::Shard { index, .. }) => Ok(index),
            Ok(other) => panic!("{other:?}"),
            Err(fault) => Err(fault.code.to_string()),
        }
    }

    #[test]
    fn a_part_is_counted_from_one_and_engines_count_as_they_do() {
        assert_eq!(told("3/7", &[("CI_NODE_INDEX", "1")]), Ok(2));
        assert_eq!(told("auto/7", &[("SLURM_ARRAY_TASK_ID", "0")]), Ok(0));
        assert_eq!(told("auto/7", &[("CI_NODE_INDEX", "7")]), Ok(6));
        for wrong in ["0/7", "8/7", "3", "3/0", "x/7", "auto", ""] {
            assert!(Share::parse(wrong).is_err(), "{wrong}");
        }
    }

    #[test]
    fn a_number_that_is_none_of_the_parts_is_refused_and_so_are_two() {
        for engine in [
            vec![],
            vec![("SLURM_ARRAY_TASK_ID", "7")],
            vec![("CI_NODE_INDEX", "0")],
            vec![("SLURM_ARRAY_TASK_ID", "")],
            // A job that a task has submitted, on another engine.
            vec![("SLURM_ARRAY_TASK_ID", "1"), ("JOB_COMPLETION_INDEX", "2")],
        ] {
            assert_eq!(told("auto/7", &engine).expect_err("refused"), "shard-number-unclear", "{engine:?}");
        }
    }
}
