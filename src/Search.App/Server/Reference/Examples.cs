namespace Search.App.Server.Reference;

/// <summary>Bodies and answers that show the form; their articles are invented.</summary>
internal static class Examples
{
    public const string SearchBody = """
        {"q": "dock workers", "unit": "paragraph", "actor": ["country:france"], "facet": ["actor", "topic"], "facet.actor.limit": 5}
        """;

    public const string ArticleBody = """
        {
          "title": "Dock workers end strike in Marseille",
          "url": "https://news.example/harbour-strike",
          "source": "Harbour News",
          "published": "2024-05-02T08:10:00Z",
          "language": "en",
          "authors": ["Ada Martin"],
          "topics": ["labour"],
          "paragraphs": ["Dock workers in Marseille went back to work on Thursday.", "The port authority had offered a rise of four percent."]
        }
        """;

    public const string BulkBody = """
        {"id": "harbour-strike-1", "title": "Dock workers end strike", "body": "Dock workers in Marseille went back to work on Thursday."}
        {"id": "harbour-strike-2", "title": "Ships leave Marseille", "body": "The first ships left the port on Friday."}

        """;

    public const string WrittenAnswer = """{"id": "harbour-strike-1", "result": "created", "version": 1, "paragraphs": 3, "generation": 812}""";

    public const string DeletedAnswer = """{"id": "harbour-strike-1", "result": "deleted", "generation": 813}""";

    public const string FacetAnswer = """
        {"generation": 812, "field": "actor", "exact": true, "values": [{"id": "country:france", "label": "France", "type": "country", "articles": 2, "paragraphs": 3, "state": "off"}], "values_total": 1, "cursor": null}
        """;

    public const string SuggestAnswer = """
        [{"type": "actor", "label": "France", "matches": [{"start": 0, "end": 6}], "articles": 2, "apply": {"parameter": "actor", "value": "country:france"}, "matched_alias": "French"},
         {"type": "title", "label": "French ports reopen", "matches": [{"start": 0, "end": 6}], "articles": 1, "apply": {"parameter": "q", "value": "title:\"French ports reopen\""}}]
        """;

    public const string StatusAnswer = """
        {"articles": 2, "paragraphs": 5, "sources": [{"id": "Harbour News", "articles": 2}], "languages": [{"id": "en", "articles": 2}],
         "published": {"first": "2024-05-02T08:10:00Z", "last": "2024-05-03T06:00:00Z"}, "last_arrived": "2024-05-03T06:01:12Z", "today": 0, "generation": 812, "sequence": 812}
        """;

    public const string TimelineAnswer = """
        {"generation": 812, "took_ms": 2.4, "scope": "paragraph", "interval": "day", "exact": true,
         "buckets": [{"id": "2024-05-02", "from": "2024-05-02T00:00:00Z", "to": "2024-05-03T00:00:00Z"}],
         "series": [{"series": "country:france", "kind": "actor", "label": "France", "parsed": "actor:country:france", "counts": [{"articles": 1, "paragraphs": 2}], "total": {"articles": 2, "paragraphs": 3}, "missing": {"articles": 1, "paragraphs": 1}},
                    {"series": "dock workers", "kind": "query", "label": "dock workers", "parsed": "dock workers", "counts": [{"articles": 1, "paragraphs": 2}], "total": {"articles": 1, "paragraphs": 2}, "missing": {"articles": 0, "paragraphs": 0}}],
         "together": {"counts": [{"articles": 1, "paragraphs": 1}], "total": {"articles": 1, "paragraphs": 1}, "missing": {"articles": 0, "paragraphs": 0}}}
        """;

    public const string SimilarAnswer = """
        {"generation": 812, "took_ms": 4.2, "parsed": "dock strike @country:france", "unit": "article", "scope": "paragraph", "match": "any", "sort": "relevance",
         "counts": {"paragraphs": 2, "articles": 1, "exact": true},
         "hits": [{"id": "harbour-strike-2", "title": "Ships leave Marseille", "version": 1, "language": "en", "score": 4.1, "paragraph_count": 2, "paragraph_matches": 2, "matching_ordinals": [0, 1],
           "shared": {"actors": [{"id": "country:france", "type": "country", "label": "France"}], "words": ["dock"]}}],
         "facets": [], "hints": [], "warnings": [], "cursor": null, "cursor_previous": null}
        """;

    public const string SearchAnswer = """
        {"generation": 812, "took_ms": 3.1, "parsed": "dock workers", "unit": "article", "scope": "paragraph", "match": "all", "sort": "relevance",
         "counts": {"paragraphs": 2, "articles": 1, "exact": true},
         "hits": [{"id": "harbour-strike-1", "title": "Dock workers end strike in Marseille", "title_derived": false, "source": "Harbour News", "published": "2024-05-02T08:10:00Z",
           "version": 1, "language": "en", "score": 9.8, "paragraph_count": 3, "paragraph_matches": 2, "matching_ordinals": [0, 1],
           "paragraphs": [{"id": "harbour-strike-1#1", "ordinal": 1, "kind": "lead", "score": 7.3, "text": "Dock workers in Marseille went back to work on Thursday.",
             "html": "<mark>Dock</mark> <mark>workers</mark> in Marseille went back to work on Thursday.",
             "matches": [{"start": 0, "end": 4, "kind": "term", "clause": 0}, {"start": 5, "end": 12, "kind": "term", "clause": 1}]}]}],
         "facets": [], "hints": [], "warnings": [], "cursor": null, "cursor_previous": null}
        """;
}
