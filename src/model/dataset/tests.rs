//! Each mistake in a data file as a tiny case.
