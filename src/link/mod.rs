//! link (see ARCHITECTURE.md).
