"""Reports as data, and their way onto paper."""
