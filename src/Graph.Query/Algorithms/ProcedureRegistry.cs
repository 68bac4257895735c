using System.Collections.Frozen;
using System.Diagnostics.CodeAnalysis;

namespace Graph.Query.Algorithms;

/// <summary>Every procedure that <c>CALL</c> can run, by its qualified name in any case.</summary>
internal static class ProcedureRegistry
{
    private static readonly ImmutableArray<Procedure> All = [.. GraphProcedures.All, .. CatalogProcedures.All];

    private static readonly FrozenDictionary<string, Procedure> ByName =
        All.ToFrozenDictionary(procedure => procedure.Name, StringComparer.OrdinalIgnoreCase);

    public static ImmutableArray<string> Names { get; } = [.. All.Select(procedure => procedure.Name).Order(StringComparer.Ordinal)];

    public static bool TryGet(string name, [NotNullWhen(true)] out Procedure? procedure) => ByName.TryGetValue(name, out procedure);
}
