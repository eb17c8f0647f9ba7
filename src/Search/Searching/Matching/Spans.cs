using Search.Indexing.Analysis;

namespace Search.Searching.Matching;

/// <summary>A way in which a positional query stands in a paragraph. <see cref="Places"/> lists the leaves' places, in order; a phrase without slop is one place.</summary>
internal readonly record struct Span(int First, int Last, Place[] Places);

/// <summary>A leaf's place: its first position and how many it spans.</summary>
internal readonly record struct Place(int Position, int Length, BoundLeaf Leaf)
{
    public int Last => Position + Length - 1;
}

/// <summary>Where the leaves of a query stand in one paragraph.</summary>
internal interface IPlaces
{
    /// <summary>In order of position.</summary>
    ReadOnlySpan<Place> Of(BoundLeaf leaf);

    /// <summary>What of the paragraph is quoted speech.</summary>
    QuotedWords Quoted { get; }
}

/// <summary>What looking for spans has cost in one paragraph.</summary>
internal sealed class SpanSteps
{
    /// <summary>For each clause. A paragraph that repeats a phrase's words over and over has more ways than anyone asks for.</summary>
    public const int Most = 50_000;

    /// <summary>How many a clause may take.</summary>
    public int Limit { get; set; } = Most;

    public int Taken { get; private set; }

    /// <summary>Whether a clause was given up: there may be more ways than were found.</summary>
    public bool WereTooMany { get; private set; }

    /// <summary>Begins the next paragraph.</summary>
    public void Begin() => (Taken, WereTooMany) = (0, false);

    /// <summary>Takes one more step of a clause; false when it has had as many as it may.</summary>
    public bool Take(ref int own)
    {
        if (own >= Limit)
        {
            WereTooMany = true;
            return false;
        }
        own++;
        Taken++;
        return true;
    }
}

/// <summary>Finds all ways in which a positional query stands in a paragraph: the one definition of phrases and nearness, for index and highlight.</summary>
internal static class Spans
{
    /// <summary>All ways, or those found when a clause had taken its most steps.</summary>
    public static List<Span> Of(Bound node, IPlaces places) => Of(node, places, new SpanSteps());

    /// <inheritdoc cref="Of(Bound, IPlaces)"/>
    public static List<Span> Of(Bound node, IPlaces places, SpanSteps steps)
    {
        switch (node)
        {
            case BoundLeaf leaf:
                var found = new List<Span>();
                foreach (var place in places.Of(leaf)) found.Add(new Span(place.Position, place.Last, [place]));
                return found;
            case BoundPhrase phrase:
                return Phrase(phrase, places, steps);
            case BoundNear near:
                return Near(near, places, steps);
            case BoundAny any:
                var all = new List<Span>();
                foreach (var member in any.Members) all.AddRange(Of(member, places, steps));
                return all;
            case BoundQuoted quoted:
                return Quoted(quoted, places, steps);
            default:
                throw new InvalidOperationException($"{node.GetType().Name} has no positions");
        }
    }

    /// <summary>The ways that lie within one quotation; of everything, each quotation from its first word to its last, without places.</summary>
    private static List<Span> Quoted(BoundQuoted quoted, IPlaces places, SpanSteps steps)
    {
        var found = new List<Span>();
        var words = places.Quoted;
        if (quoted.Operand is BoundEverything)
        {
            for (var i = 0; i < words.Count; i++) found.Add(new Span(words[i].First, words[i].Last, []));
            return found;
        }
        if (words.Count == 0) return found;
        foreach (var span in Of(quoted.Operand, places, steps))
        {
            if (words.Hold(span.First, span.Last)) found.Add(span);
        }
        return found;
    }

    private static List<Span> Phrase(BoundPhrase phrase, IPlaces places, SpanSteps steps)
    {
        var search = new PhraseSearch(phrase, places, steps);
        search.Extend(0, 0, int.MaxValue, int.MinValue);
        return search.Found;
    }

    private static List<Span> Near(BoundNear near, IPlaces places, SpanSteps steps)
    {
        var found = new List<Span>();
        var left = Of(near.Left, places, steps);
        if (left.Count == 0) return found;
        var right = Of(near.Right, places, steps);
        var own = 0;
        foreach (var a in left)
        {
            foreach (var b in right)
            {
                if (!steps.Take(ref own)) return found;
                var after = b.First - a.Last;
                var before = a.First - b.Last;
                if (!((after > 0 && after <= near.Distance) || (!near.Ordered && before > 0 && before <= near.Distance))) continue;
                found.Add(new Span(Math.Min(a.First, b.First), Math.Max(a.Last, b.Last), [.. a.Places, .. b.Places]));
            }
        }
        return found;
    }

    /// <summary>
    /// Lucene's slop as moves: each item has a shift, its place less where it would stand if the phrase began at 0; the greatest and the
    /// least shift differ by at most the slop. Items take places of their own.
    /// </summary>
    private sealed class PhraseSearch(BoundPhrase phrase, IPlaces places, SpanSteps steps)
    {
        private readonly Place[] chosen = new Place[phrase.Items.Count];
        private int own;

        public List<Span> Found { get; } = [];

        public void Extend(int item, int offset, int least, int greatest)
        {
            if (item == chosen.Length)
            {
                var (first, last) = (chosen.Min(p => p.Position), chosen.Max(p => p.Last));
                Found.Add(new Span(first, last, phrase.Slop == 0 ? [new Place(first, last - first + 1, phrase.Whole)] : [.. chosen]));
                return;
            }
            var candidates = places.Of(phrase.Items[item]);
            var from = item == 0 ? int.MinValue : greatest - phrase.Slop + offset;
            var to = item == 0 ? int.MaxValue : least + phrase.Slop + offset;
            for (var i = LowerBound(candidates, from); i < candidates.Length && candidates[i].Position <= to; i++)
            {
                if (!steps.Take(ref own)) return;
                var place = candidates[i];
                if (Overlaps(place, item)) continue;
                chosen[item] = place;
                var shift = place.Position - offset;
                Extend(item + 1, offset + place.Length, Math.Min(least, shift), Math.Max(greatest, shift));
            }
        }

        private bool Overlaps(Place place, int before)
        {
            for (var i = 0; i < before; i++)
            {
                if (place.Position <= chosen[i].Last && chosen[i].Position <= place.Last) return true;
            }
            return false;
        }

        private static int LowerBound(ReadOnlySpan<Place> sorted, int position)
        {
            var (low, high) = (0, sorted.Length);
            while (low < high)
            {
                var middle = (low + high) >> 1;
                if (sorted[middle].Position < position) low = middle + 1;
                else high = middle;
            }
            return low;
        }
    }
}
