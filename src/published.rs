use std::mem;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, PoisonError, RwLock, TryLockError};

/// A value that is replaced as a whole while it is read. Who reads never waits, neither for a reader nor for a writer.
///
/// There are two slots. What is read is in one of them; a new value is written to the other, and then that one is read.
/// So a slot is never written while it is the one to read, and a reader's attempt to lock it succeeds, unless a value
/// was published in between: then the other slot is tried.
pub(crate) struct Published<T> {
    first: RwLock<Arc<T>>,
    second: RwLock<Arc<T>>,
    is_second: AtomicBool,
}

impl<T> Published<T> {
    pub(crate) fn new(value: Arc<T>) -> Self {
        Self { first: RwLock::new(value.clone()), second: RwLock::new(value), is_second: AtomicBool::new(false) }
    }

    pub(crate) fn load(&self) -> Arc<T> {
        loop {
            let is_second = self.is_second.load(Ordering::Acquire);
            let guard = match self.slot(is_second).try_read() {
                Ok(guard) => guard,
                Err(TryLockError::Poisoned(poisoned)) => poisoned.into_inner(),
                Err(TryLockError::WouldBlock) => continue,
            };
            // What has been written to the slot since may not be public yet.
            if self.is_second.load(Ordering::Acquire) == is_second {
                return guard.clone();
            }
        }
    }

    /// Makes a value the one that is read. One writer at a time: the caller sees to it.
    ///
    /// Waits for those who are just now copying the pointer that it writes over.
    pub(crate) fn store(&self, value: Arc<T>) {
        let is_second = self.is_second.load(Ordering::Acquire);
        self.write(!is_second, value.clone());
        self.is_second.store(!is_second, Ordering::Release);
        // So that the old value goes as soon as its last reader has.
        self.write(is_second, value);
    }

    fn write(&self, is_second: bool, value: Arc<T>) {
        let mut guard = self.slot(is_second).write().unwrap_or_else(PoisonError::into_inner);
        let old = mem::replace(&mut *guard, value);
        // Freeing may take long.
        drop(guard);
        drop(old);
    }

    fn slot(&self, is_second: bool) -> &RwLock<Arc<T>> {
        if is_second { &self.second } else { &self.first }
    }
}

#[cfg(test)]
mod tests {
    use std::thread;

    use super::*;

    /// Also run by Miri, which sees to all orders that memory may come in.
    #[test]
    fn readers_see_whole_values_in_the_order_in_which_they_were_published() {
        const READERS: usize = 3;
        let last = if cfg!(miri) { 20 } else { 20_000 };
        let published = Published::new(Arc::new([0; 8]));
        // What any reader has seen: none may see an older one after.
        let seen = std::sync::atomic::AtomicUsize::new(0);
        thread::scope(|scope| {
            for _ in 0..READERS {
                scope.spawn(|| {
                    loop {
                        let before = seen.load(Ordering::SeqCst);
                        let value = published.load();
                        assert!(value.iter().all(|part| *part == value[0]), "{value:?}");
                        assert!(value[0] >= before, "{} after {before}", value[0]);
                        seen.fetch_max(value[0], Ordering::SeqCst);
                        if value[0] == last {
                            break;
                        }
                    }
                });
            }
            for value in 1..=last {
                published.store(Arc::new([value; 8]));
            }
        });
    }

    #[test]
    fn an_old_value_goes_when_its_last_reader_does() {
        let (old, new) = (Arc::new(1), Arc::new(2));
        let published = Published::new(old.clone());
        let reader = published.load();
        published.store(new.clone());
        assert_eq!((Arc::strong_count(&old), *published.load()), (2, 2));
        drop(reader);
        assert_eq!(Arc::strong_count(&old), 1);
    }

    /// A reader that waited for the lock would never come back.
    #[test]
    fn a_reader_waits_for_nobody() {
        let published = Published::new(Arc::new(1));
        let other = published.second.write().unwrap();
        assert_eq!(*published.load(), 1);
        drop(other);
        published.store(Arc::new(2));
        let other = published.first.write().unwrap();
        assert_eq!(*published.load(), 2);
        drop(other);
    }
}
