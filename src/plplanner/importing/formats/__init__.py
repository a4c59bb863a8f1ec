"""One module per system: each recognises its own tables and reads them."""
