using System.Collections.Frozen;
using System.Diagnostics.CodeAnalysis;

namespace Graph.Query.Algorithms;

/// <summary>The procedures that <c>CALL</c> can run, by their qualified names in any case.</summary>
internal sealed class ProcedureRegistry
{
    public static readonly ProcedureRegistry BuiltIn = new([.. GraphProcedures.All, .. CatalogProcedures.All, .. ListingProcedures.All]);

    private readonly ImmutableArray<Procedure> procedures;
    private readonly FrozenDictionary<string, Procedure> byName;

    private ProcedureRegistry(ImmutableArray<Procedure> procedures)
    {
        this.procedures = procedures;
        byName = procedures.ToFrozenDictionary(procedure => procedure.Name, StringComparer.OrdinalIgnoreCase);
        Names = [.. procedures.Select(procedure => procedure.Name).Order(StringComparer.Ordinal)];
    }

    public ImmutableArray<string> Names { get; }

    /// <summary>These and others. Two of one name are a mistake of the caller.</summary>
    public ProcedureRegistry With(IEnumerable<Procedure> others) => new([.. procedures, .. others]);

    public bool TryGet(string name, [NotNullWhen(true)] out Procedure? procedure) => byName.TryGetValue(name, out procedure);
}
