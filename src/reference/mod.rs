//! reference (see ARCHITECTURE.md).
