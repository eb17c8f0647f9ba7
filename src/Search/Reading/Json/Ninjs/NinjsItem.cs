using System.Text.Json;
using Search.Articles;
using Search.Reading.Html;
using Search.Text;

namespace Search.Reading.Json.Ninjs;

/// <summary>One item: what of it makes an article.</summary>
internal sealed class NinjsItem
{
    private static readonly string[] Media = ["picture", "photo", "image", "graphic", "video", "audio", "animation"];
    private readonly JsonMembers item;
    private readonly NinjsText text;

    public NinjsItem(JsonMembers item)
    {
        this.item = item;
        text = new NinjsText(item);
    }

    /// <summary>Whether it has a text of its own, more than a description.</summary>
    public bool HasBody => text.Body.Count > 0;

    /// <summary>Whether there is nothing to read in it.</summary>
    public bool IsEmpty => text.Body.Count == 0 && text.Descriptions.Count == 0;

    /// <summary>Why it is no article; null when it is one.</summary>
    public string? Problem
    {
        get
        {
            var status = item.Text("pubstatus").ToLowerInvariant();
            if (status is "canceled" or "cancelled") return "The item is canceled: its source has withdrawn it. Delete the article if it is stored.";
            if (status is "withheld") return "The item is withheld by its source.";
            var type = Media.FirstOrDefault(m => item.Text("type").Equals(m, StringComparison.OrdinalIgnoreCase));
            if (type is not null && !text.IsMoreThanDescribed) return $"{Shown(type)} is no article.";
            return IsEmpty ? "The item has no text." : null;
        }
    }

    private static string Shown(string type) => type switch
    {
        "video" or "animation" => "A video",
        "audio" => "A recording",
        "graphic" => "A graphic",
        _ => "A picture",
    };

    /// <summary>The article; a date that cannot be read is left out, as the text is worth more.</summary>
    public ArticleDraft Draft()
    {
        var uri = item.First("uri", "guid");
        var published = First(item.Text("firstpublished"), item.Text("firstcreated"), item.Text("contentcreated"), Versioned, Event);
        var revised = First(Versioned);
        var source = Source();
        return new ArticleDraft
        {
            // An article that is known by its web address is the same one in whatever format it comes.
            Id = ArticleLimits.CheckId(uri) is null && uri != Url(uri) ? uri : null,
            Title = text.Title.Length > 0 ? text.Title : null,
            Url = Url(uri),
            Source = source.Length > 0 ? source : null,
            Published = published,
            Revised = revised > published ? revised : null,
            Language = item.Text("language") is { Length: > 0 } language ? language : null,
            Authors = Authors(source),
            Section = item.List("service").Select(s => new JsonMembers(s).Text("name")).FirstOrDefault(n => n.Length > 0),
            Topics = NinjsTopics.Of(item),
            Actors = NinjsActors.Of(item),
            Paragraphs = text.WithoutTitle,
        };
    }

    private string Versioned => item.First("versioncreated", "versionedcreated");

    private string Event
    {
        get
        {
            var dates = item.Object("eventdetails").Object("dates");
            return dates.First("startdate", "expectedstartdate", "estimatedstartdate");
        }
    }

    private static DateTimeOffset? First(params ReadOnlySpan<string> dates)
    {
        foreach (var text in dates)
        {
            if (ArticleDates.TryParse(text, out var date)) return date;
        }
        return null;
    }

    private string Source()
    {
        foreach (var name in (string[])["source", "infosource", "infosources", "provider", "copyrightholder"])
        {
            foreach (var entry in item.List(name))
            {
                var source = Clean.Line(entry.ValueKind == JsonValueKind.Object ? new JsonMembers(entry).Text("name") : JsonMembers.TextOf(entry));
                if (source.Length > 0) return source;
            }
        }
        return "";
    }

    private List<string> Authors(string source)
    {
        var authors = Bylines.Authors(Clean.Line(HtmlText.Line(item.First("byline", "by"))), [source, Clean.Line(item.Text("copyrightholder"))]);
        if (authors.Count > 0) return authors;
        return [.. item.List("authors").Select(a => new JsonMembers(a)).Where(a => a.Text("role").ToLowerInvariant() is "" or "writer" or "author" or "reporter").Select(a => Clean.Line(a.Text("name"))).Where(n => n.Length > 0).Distinct()];
    }

    /// <summary>The page of the article: one that it names as such, else its identifier when that is an address.</summary>
    private string? Url(string uri)
    {
        var named = item.Object("altids").Text("weblink");
        if (named.Length == 0) named = item.List("altids").Select(a => new JsonMembers(a)).FirstOrDefault(a => a.Text("role").Equals("weblink", StringComparison.OrdinalIgnoreCase))?.Text("value") ?? "";
        foreach (var address in (string[])[named, item.Text("weblink"), uri])
        {
            if (Uri.TryCreate(address, UriKind.Absolute, out var web) && web.Scheme is "http" or "https") return address;
        }
        return null;
    }
}
