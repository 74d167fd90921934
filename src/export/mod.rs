//! export (see ARCHITECTURE.md).
