using System.Reflection;
using Search.Searching;
using Xunit;

namespace Search.Tests.House;

public class SignatureTests
{
    private const BindingFlags Everything = BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;

    [Fact]
    public void What_the_library_shows_speaks_of_no_engine_and_no_database() =>
        Assert.Empty(typeof(Corpus).Assembly.GetExportedTypes().SelectMany(t => Foreign(t, shownOnly: true)));

    [Fact]
    public void The_seam_to_the_engine_speaks_our_own_records()
    {
        Assert.Empty(Foreign(typeof(ISearchEngine), shownOnly: false));
        Assert.Empty(Foreign(typeof(ISnapshot), shownOnly: false));
    }

    [Fact]
    public void A_foreign_type_in_a_signature_is_found_however_deep() =>
        Assert.Equal(["Leaky.Ask", "Leaky.Held", "Leaky.Told"], Foreign(typeof(Leaky), shownOnly: false).Distinct().Order());

    private static IEnumerable<string> Foreign(Type type, bool shownOnly) => type.GetMembers(Everything)
        .Where(m => !shownOnly || IsShown(m))
        .Where(m => Signature(m).Append(type.BaseType).OfType<Type>().SelectMany(Parts).Any(IsForeign))
        .Select(m => $"{type.Name}.{m.Name}");

    private static IEnumerable<Type> Signature(MemberInfo member) => member switch
    {
        MethodInfo { IsSpecialName: false } m => m.GetParameters().Select(p => p.ParameterType).Append(m.ReturnType),
        ConstructorInfo c => c.GetParameters().Select(p => p.ParameterType),
        FieldInfo f => [f.FieldType],
        PropertyInfo p => [p.PropertyType],
        EventInfo e => [e.EventHandlerType!],
        _ => [],
    };

    private static IEnumerable<Type> Parts(Type type) =>
        type.HasElementType ? Parts(type.GetElementType()!) : type.GetGenericArguments().SelectMany(Parts).Append(type);

    private static bool IsForeign(Type type) => type.FullName is { } name
        && (name.StartsWith("Lucene.", StringComparison.Ordinal) || name.StartsWith("J2N.", StringComparison.Ordinal) || name.StartsWith("Microsoft.Data.Sqlite.", StringComparison.Ordinal));

    private static bool IsShown(MemberInfo member) => member switch
    {
        MethodBase m => m.IsPublic || m.IsFamily || m.IsFamilyOrAssembly,
        FieldInfo f => f.IsPublic || f.IsFamily || f.IsFamilyOrAssembly,
        PropertyInfo p => p.GetAccessors(nonPublic: true).Any(IsShown),
        _ => true,
    };

    private sealed class Leaky
    {
        public static IReadOnlyList<Lucene.Net.Index.Term[]>? Told => null;
        public static readonly Lucene.Net.Util.BytesRef Held = new();
        public static Task Ask(Func<string, Lucene.Net.Index.AtomicReader> reader) => Task.FromResult(reader);
        public static string Harmless(string text) => text;
    }
}
