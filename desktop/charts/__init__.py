"""Chart geometry without a toolkit."""
