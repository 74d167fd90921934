//! annotate (see ARCHITECTURE.md).
