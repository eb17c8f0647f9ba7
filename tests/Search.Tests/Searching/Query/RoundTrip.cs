using Search.Searching.Query;
using Xunit;

namespace Search.Tests.Searching.Query;

internal static class RoundTrip
{
    /// <summary>The canonical text reads back as the same tree without a warning, lenient and strict.</summary>
    public static void Holds(QueryNode? tree)
    {
        if (tree is null) return;
        var text = QueryPrinter.Print(tree);
        foreach (var strict in (bool[])[false, true])
        {
            var again = QueryParser.Parse(text, strict);
            Assert.True(again.Error is null, $"{text}: {again.Error?.Message}");
            Assert.True(again.Warnings.Count == 0, $"{text}: {string.Join("; ", again.Warnings.Select(w => w.Message))}");
            Assert.True(Shape(tree) == Shape(again.Root!), $"{text}: {Shape(tree)} became {Shape(again.Root!)}");
        }
    }

    /// <summary>The tree spelled out node by node, independent of the printer.</summary>
    public static string Shape(QueryNode node) => node switch
    {
        WordNode n => $"{(n.Exact ? "exact" : "word")}<{n.Text}>",
        WildcardNode n => $"wild<{n.Pattern}>",
        FuzzyNode n => $"fuzzy<{n.Text}>",
        ActorTokenNode n => $"at<{n.Value}>",
        PhraseNode n => $"phrase{n.Slop}[{Shapes(n.Items)}]",
        NearNode n => $"{(n.Ordered ? "before" : "near")}{n.Distance}[{Shapes([n.Left, n.Right])}]",
        AndNode n => $"and[{Shapes(n.Members)}]",
        OrNode n => $"or[{Shapes(n.Members)}]",
        NotNode n => $"not[{Shape(n.Operand)}]",
        PartNode n => $"{n.Part}[{Shape(n.Operand)}]",
        FilterNode n => $"{n.Field}<{n.Value}>",
        _ => "everything",
    };

    private static string Shapes(IEnumerable<QueryNode> nodes) => string.Join(", ", nodes.Select(Shape));
}
