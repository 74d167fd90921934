//! store (see ARCHITECTURE.md).
