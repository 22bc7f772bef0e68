"""Words in each language: values, periods, origins, citations, and the text around charts."""
