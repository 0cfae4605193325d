"""Words that say when, each with its TIMEX3 value and its window of four dates, by a small grammar of our own."""
