using Graph.Query;
using Graph.Query.Algorithms;

namespace Graph.Cli.Repl;

/// <summary>What may stand in the call of a procedure.</summary>
internal static class ProcedureWords
{
    /// <summary>The keys of its configuration.</summary>
    public static ImmutableArray<string> GetSettings(string procedure) =>
        ProcedureRegistry.BuiltIn.TryGet(procedure, out var found) ? found.Settings : [];
}
