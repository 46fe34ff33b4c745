//! turkish
