"""Files to Publications: text, HTML, PDF, tables of claims; dates, bylines, credits."""
