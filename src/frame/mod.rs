//! frame (see ARCHITECTURE.md).
