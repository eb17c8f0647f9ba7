using ArchUnitNET.Domain;
using ArchUnitNET.Domain.Dependencies;
using ArchUnitNET.Loader;
using Search.App;

namespace Search.Tests.House;

/// <summary>One type's use of another, whether in a signature, in a body or as a base.</summary>
internal sealed record Import(string FromNamespace, string From, string ToNamespace, string To)
{
    /// <summary>Every use in the compiled library and app. Constants and nameof leave no trace there.</summary>
    public static IReadOnlyList<Import> OfTheProduct { get; } = Load();

    public override string ToString() => $"{From} uses {To}";

    private static List<Import> Load()
    {
        var product = new ArchLoader().LoadAssemblies(typeof(Corpus).Assembly, typeof(Program).Assembly).Build();
        return [.. product.Types.Where(IsOurs).SelectMany(from => from.Dependencies.SelectMany(Used).Where(t => t is not GenericParameter && HasNamespace(t)).Select(to => Of(from, to))).Distinct()];
    }

    private static Import Of(IType from, IType to) => new(from.Namespace.FullName, from.FullName, to.Namespace.FullName, to.FullName);

    /// <summary>The type itself and those it is made of: a list of terms is a use of terms.</summary>
    private static IEnumerable<IType> Used(ITypeDependency dependency) => dependency.TargetGenericArguments.SelectMany(Parts).Prepend(dependency.Target);

    private static IEnumerable<IType> Parts(GenericArgument argument) => argument.GenericArguments.SelectMany(Parts).Prepend(argument.Type);

    private static bool IsOurs(IType type) => HasNamespace(type) && (type.Namespace.FullName == "Search" || type.Namespace.FullName.StartsWith("Search.", StringComparison.Ordinal));

    private static bool HasNamespace(IType type) => type.Namespace is not null;
}
