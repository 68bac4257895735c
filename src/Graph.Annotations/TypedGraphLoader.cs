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
        /// <exception cref="GraphLoadException">Something named is not there or cannot be read, with what is wrong.</exception>
        /// <exception cref="IOException">A path cannot be read.</exception>
        public static TGraph Load(params IReadOnlyList<string> paths) => LoadGraph<TGraph>(paths, out _);

        /// <summary>The same, with what was loaded and everything that was wrong in the files.</summary>
        /// <exception cref="GraphLoadException">Something named is not there or cannot be read, with what is wrong.</exception>
        /// <exception cref="IOException">A path cannot be read.</exception>
        public static TGraph Load(IReadOnlyList<string> paths, out LoadResult loaded) => LoadGraph<TGraph>(paths, out loaded);
    }

    private static TGraph LoadGraph<TGraph>(IReadOnlyList<string> paths, out LoadResult loaded)
        where TGraph : TypedGraph, ITypedGraph<TGraph>
    {
        loaded = GraphLoader.Load(paths, new LoadOptions(TGraph.GraphType));
        var errors = loaded.Diagnostics.Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error).ToList();
        return errors.Count == 0 ? TGraph.Of(loaded.Store) : throw new GraphLoadException(errors);
    }
}

/// <summary>Files could not be loaded as they were asked for.</summary>
public sealed class GraphLoadException(IReadOnlyList<Diagnostic> errors)
    : Exception(string.Join('\n', errors.Select(error => $"{error.Location.Path}:{error.Location.Line}:{error.Location.Column}: {error.Message}")))
{
    public IReadOnlyList<Diagnostic> Errors => errors;
}
