//! Which cooperatives' pages are held in memory: the ones that were looked at last, as many as fit.

use std::collections::BTreeMap;
use std::sync::Mutex;

use crate::locks::lock;

/// The order in which cooperatives were looked at.
pub(super) struct Held {
    limit_bytes: usize,
    order: Mutex<Order>,
}

#[derive(Default)]
struct Order {
    /// When each was used last, and how many bytes it takes.
    uses: BTreeMap<String, (u64, usize)>,
    clock: u64,
    bytes: usize,
}

impl Held {
    pub(super) fn new(limit_bytes: usize) -> Self {
        Self { limit_bytes, order: Mutex::default() }
    }

    /// Notes that one is used again.
    pub(super) fn use_again(&self, name: &str) {
        let mut order = lock(&self.order);
        order.clock += 1;
        let clock = order.clock;
        if let Some((used, _)) = order.uses.get_mut(name) {
            *used = clock;
        }
    }

    /// Notes that one is held from now on. Gives those that have to go for it, never itself.
    pub(super) fn hold(&self, name: &str, size_bytes: usize) -> Vec<String> {
        let mut order = lock(&self.order);
        order.clock += 1;
        let clock = order.clock;
        let before = order.uses.insert(name.to_owned(), (clock, size_bytes));
        order.bytes = order.bytes + size_bytes - before.map_or(0, |(_, size)| size);
        let mut gone = Vec::new();
        while order.bytes > self.limit_bytes && order.uses.len() > 1 {
            let oldest = order.uses.iter().min_by_key(|(_, (used, _))| *used).map(|(name, _)| name.clone());
            let Some(oldest) = oldest.filter(|oldest| oldest != name) else { break };
            let size = order.uses.remove(&oldest).map_or(0, |(_, size)| size);
            order.bytes -= size;
            gone.push(oldest);
        }
        gone
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_not_used_for_longest_goes_first() {
        let held = Held::new(100);
        assert!(held.hold("a", 40).is_empty() && held.hold("b", 40).is_empty());
        held.use_again("a");
        assert_eq!(held.hold("c", 40), ["b"]);
        assert_eq!(held.hold("d", 90), ["a", "c"]);
    }

    #[test]
    fn one_that_is_larger_than_the_limit_is_held_alone() {
        let held = Held::new(100);
        held.hold("a", 10);
        assert_eq!(held.hold("b", 500), ["a"]);
        assert!(held.hold("b", 90).is_empty());
        assert!(held.hold("c", 10).is_empty());
    }
}
