namespace Search.Reading.Packing.Web;

/// <summary>
/// The pages of a web archive: what was served with status 200 as HTML, XML, JSON or text, as its reader would have seen it. All other records are
/// left out without a word, and counted when nothing else is there.
/// </summary>
internal sealed class WebArchive(RecordReader records)
{
    private const int MostKinds = 6;
    private readonly SortedDictionary<string, int> leftOut = new(StringComparer.Ordinal);

    public IEnumerable<Member> Pages()
    {
        var any = false;
        while (true)
        {
            var step = records.Next();
            if (step.Problem is { } problem) yield return new Member(Place(step.At)) { Problem = problem };
            any |= step.Problem is not null;
            if (step is { Record: null, Problem: null }) break;
            if (step.Record is not { } record || Page(record) is not { } page) continue;
            any = true;
            yield return page;
        }
        if (!any) yield return new Member("") { Problem = $"The archive has no page that may hold an article. {Summary()}" };
    }

    private Member? Page(Record record)
    {
        if (record.LeftOut is { } kind) return LeaveOut(kind);
        var member = new Member(MemberName.Shown(record.Url)) { Url = record.Address, Fetched = record.Fetched };
        try
        {
            var page = HttpMessage.Read(records.Content, record.MediaType);
            if (page.Status is not 200) return LeaveOut($"status {page.Status}");
            return WebMediaTypes.MayHoldArticles(page.MediaType) ? member with { Stream = page.Content, MediaType = page.MediaType } : LeaveOut(page.MediaType!.Split(';')[0].Trim());
        }
        catch (InvalidDataException e)
        {
            return member with { Problem = e.Message };
        }
    }

    private Member? LeaveOut(string kind)
    {
        kind = MemberName.Shown(kind);
        if (leftOut.Count < MostKinds || leftOut.ContainsKey(kind)) leftOut[kind] = leftOut.GetValueOrDefault(kind) + 1;
        return null;
    }

    private string Summary() => leftOut.Count == 0 ? "It has no records." : $"Left out were: {string.Join(", ", leftOut.Select(k => $"{k.Key} ({k.Value})"))}.";

    private static string Place(long at) => FormattableString.Invariant($"record at byte {at}");
}
