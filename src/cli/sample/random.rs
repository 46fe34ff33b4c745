//! Random numbers that are the same on every machine and in every version: xoshiro256** seeded by SplitMix64
//! (Blackman and Vigna, 2018; both public domain algorithms). Not for secrets.

/// A stream of random numbers (rastgele sayı akışı), fully decided by what it was made from.
#[derive(Clone, Debug)]
pub struct Random([u64; 4]);

impl Random {
    /// The stream number `index` of `purpose`. Streams do not influence each other, so that one month or one
    /// fixture can be made without making the ones before it.
    pub fn stream(seed: u64, purpose: &str, index: u64) -> Random {
        let mut state = seed;
        for byte in purpose.bytes() {
            state = split_mix(&mut state) ^ u64::from(byte);
        }
        state = split_mix(&mut state) ^ index;
        Random(std::array::from_fn(|_| split_mix(&mut state)))
    }

    /// The next 64 bits.
    fn next(&mut self) -> u64 {
        let [a, b, c, d] = &mut self.0;
        let result = b.wrapping_mul(5).rotate_left(7).wrapping_mul(9);
        let shifted = *b << 17;
        *c ^= *a;
        *d ^= *b;
        *b ^= *c;
        *a ^= *d;
        *c ^= shifted;
        *d = d.rotate_left(45);
        result
    }

    /// A number in `0.0..1.0`.
    pub fn unit(&mut self) -> f64 {
        const STEP: f64 = 1.0 / (1u64 << 53) as f64;
        (self.next() >> 11) as f64 * STEP
    }

    /// A whole number in `0..limit`; `limit` must not be 0.
    pub fn below(&mut self, limit: u64) -> u64 {
        assert!(limit > 0, "a choice among nothing");
        ((u128::from(self.next()) * u128::from(limit)) >> 64) as u64
    }

    /// A number in `low..high`.
    pub fn between(&mut self, low: f64, high: f64) -> f64 {
        low + (high - low) * self.unit()
    }

    /// True this often (`0.0..=1.0`).
    pub fn chance(&mut self, share: f64) -> bool {
        self.unit() < share
    }

    /// The place of one of `weights`, the heavier the more often.
    pub fn weighted(&mut self, weights: impl Iterator<Item = f64> + Clone) -> usize {
        let mut left = self.unit() * weights.clone().sum::<f64>();
        let mut last = 0;
        for (place, weight) in weights.enumerate() {
            last = place;
            left -= weight;
            if left < 0.0 {
                break;
            }
        }
        last
    }

    /// One of `choices`, each as often as the others.
    pub fn one_of<'a, T>(&mut self, choices: &'a [T]) -> &'a T {
        &choices[self.below(choices.len() as u64) as usize]
    }

    /// `e` to the power of `spread` times a standard normal number: the factor of a log-normal time around its median.
    pub fn log_normal_factor(&mut self, spread: f64) -> f64 {
        // Twelve uniforms have variance 1 together; their sum is close enough to normal and needs no logarithm.
        let normal = (0..12).map(|_| self.unit()).sum::<f64>() - 6.0;
        steady_exp(spread * normal)
    }
}

fn split_mix(state: &mut u64) -> u64 {
    *state = state.wrapping_add(0x9E37_79B9_7F4A_7C15);
    let mut mixed = *state;
    mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
    mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
    mixed ^ (mixed >> 31)
}

/// `e^x` from additions and multiplications alone, for `|x| < 700`. The platform's own `exp` may differ in the last
/// bit between machines, and a sample must not.
fn steady_exp(x: f64) -> f64 {
    let doublings = (x * std::f64::consts::LOG2_E).round();
    let rest = x - doublings * std::f64::consts::LN_2;
    let series = (1..=14).rev().fold(1.0, |sum, n| 1.0 + sum * rest / f64::from(n));
    series * f64::from_bits(((1023 + doublings as i64) as u64) << 52)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_stream_is_decided_by_seed_purpose_and_index() {
        let first = |seed, purpose, index| Random::stream(seed, purpose, index).next();
        assert_eq!(first(1, "a", 0), first(1, "a", 0));
        assert_ne!(first(1, "a", 0), first(2, "a", 0));
        assert_ne!(first(1, "a", 0), first(1, "b", 0));
        assert_ne!(first(1, "a", 0), first(1, "a", 1));
    }

    #[test]
    fn the_generator_is_xoshiro256_starstar() {
        // First numbers of the published reference program from the state 1, 2, 3, 4.
        let mut random = Random([1, 2, 3, 4]);
        let numbers = [random.next(), random.next(), random.next(), random.next()];
        assert_eq!(numbers, [11520, 0, 1509978240, 1215971899390074240]);
    }

    #[test]
    fn exp_is_exp() {
        for x in [-20.0, -1.5, -0.1, 0.0, 0.3, 1.0, 7.7, 30.0] {
            let (ours, theirs): (f64, f64) = (steady_exp(x), x.exp());
            assert!((ours - theirs).abs() <= theirs * 1e-13, "e^{x}: {ours} instead of {theirs}");
        }
    }

    #[test]
    fn half_of_log_normal_factors_are_below_one() {
        let mut random = Random::stream(5, "test", 0);
        let below = (0..10_000).filter(|_| random.log_normal_factor(1.2) < 1.0).count();
        assert!((4_800..5_200).contains(&below), "{below}");
    }

    #[test]
    fn weights_decide_how_often() {
        let mut random = Random::stream(5, "test", 1);
        let mut seen = [0; 3];
        for _ in 0..10_000 {
            seen[random.weighted([1.0, 0.0, 3.0].into_iter())] += 1;
        }
        assert_eq!(seen[1], 0);
        assert!((7_200..7_800).contains(&seen[2]), "{seen:?}");
    }
}
