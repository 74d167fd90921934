//! text (see ARCHITECTURE.md).
