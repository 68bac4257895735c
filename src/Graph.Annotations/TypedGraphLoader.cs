using System.Diagnostics.CodeAnalysis;
using Graph.Query;

namespace Graph.Annotations;

/// <summary>Loads articles into the class that was generated for a graph type: <c>NewsGraph.Load("data")</c>.</summary>
[SuppressMessage("Design", "CA1000", Justification = "The members are called on classes of graphs, which are not generic.")]
public static class TypedGraphLoader
{
    extension<TGraph>(TGraph)
        where TGraph : TypedGraph, ITypedGraph<TGraph>
    {
        /// <summary>Loads files and folders of annotated articles with the graph type that the class was generated for.</summary>
        /// <exception cref="GraphLoadException">
        /// Something named is not there or cannot be read, or what is there is not as the graph type has it: each label, relation and
        /// property that it does not know is named.
        /// </exception>
        /// <exception cref="IOException">A path cannot be read.</exception>
        public static TGraph Load(params IReadOnlyList<string> paths)
        {
            var graph = LoadGraph<TGraph>(paths, out var loaded);
            var misfits = loaded.Diagnostics.Where(diagnostic => MappingDiagnostics.IsMisfit(diagnostic.Id)).ToList();
            return misfits.Count == 0 ? graph : throw new GraphLoadException(misfits, DescribeMisfits(TGraph.GraphType.Name, loaded));
        }

        /// <summary>
        /// The same for files that hold more than the graph type knows: tells what was loaded and everything that was wrong in them. What
        /// does not fit stays in the store, where queries find it and generated types do not.
        /// </summary>
        /// <exception cref="GraphLoadException">Something named is not there or cannot be read, with what is wrong.</exception>
        /// <exception cref="IOException">A path cannot be read.</exception>
        public static TGraph Load(IReadOnlyList<string> paths, out LoadResult loaded) => LoadGraph<TGraph>(paths, out loaded);
    }

    private static TGraph LoadGraph<TGraph>(IReadOnlyList<string> paths, out LoadResult loaded)
        where TGraph : TypedGraph, ITypedGraph<TGraph>
    {
        loaded = GraphLoader.Load(paths, new LoadOptions(TGraph.GraphType));
        var errors = loaded.Diagnostics.Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error).ToList();
        return errors.Count == 0 ? TGraph.Of(loaded.Store) : throw new GraphLoadException(errors, "What was named cannot be loaded.");
    }

    private static string DescribeMisfits(string type, LoadResult loaded)
    {
        var counts = loaded.DiagnosticTotals.Where(total => MappingDiagnostics.IsMisfit(total.Id)).Sum(total => total.Count);
        return $"In {(counts == 1 ? "1 place" : $"{counts} places")} the files are not as the graph type '{type}' that the code was "
            + "generated for. "
            + "'types' and 'relations' in a corpus.yaml give labels and relations other names; Load(paths, out var loaded) loads what does "
            + "not "
            + "fit too, and tells it.";
    }
}

/// <summary>Files could not be loaded as they were asked for.</summary>
/// <param name="summary">What it comes to, above the places.</param>
public sealed class GraphLoadException(IReadOnlyList<Diagnostic> errors, string summary)
    : Exception(string.Join('\n', errors.Select(Describe).Prepend(summary)))
{
    public IReadOnlyList<Diagnostic> Errors => errors;

    private static string Describe(Diagnostic error) =>
        $"{error.Location.Path}:{error.Location.Line}:{error.Location.Column}: {error.Message}";
}
